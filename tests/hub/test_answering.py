"""Who answers for a page: whoever keeps it, the deputy while nobody does, else whoever made it."""

import pytest

from hub.answering import members_for, pages_of
from hub.models import BasePage
from tests.factories.hub import StandardPageFactory
from tests.factories.knowledge import ToolkitPageFactory
from tests.factories.members import UserFactory
from tests.factories.stewardship import StewardshipFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("owner", "deputy", "answers"),
    [
        ("alice", "bob", "alice"),
        ("alice", None, "alice"),
        (None, "bob", "bob"),
        ("gone", "bob", "bob"),
        (None, None, "maker"),
        ("gone", None, "maker"),
        (None, "gone", "maker"),
    ],
)
def test_of_a_page_that_is_kept(library, owner, deputy, answers):
    people = {name: UserFactory(is_active=name != "gone") for name in ("alice", "bob", "maker", "gone")}
    page = ToolkitPageFactory(parent=library, owner=people["maker"])
    StewardshipFactory(page=page, owner=people.get(owner), deputy=people.get(deputy))
    base = BasePage.objects.get(pk=page.pk)
    assert members_for([base]) == {page.pk: people[answers]}
    assert {name for name, member in people.items() if member.is_active and base in pages_of(member)} == {answers}


def test_of_a_page_that_nobody_keeps_whoever_made_it(home, alice):
    made, nobodys = StandardPageFactory(parent=home, owner=alice), StandardPageFactory(parent=home)
    assert members_for([made, nobodys]) == {made.pk: alice}
    alice.is_active = False
    alice.save()
    assert members_for([BasePage.objects.get(pk=made.pk)]) == {}
