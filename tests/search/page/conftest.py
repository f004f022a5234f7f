"""Things to find on the search page."""

import pytest
from wagtail.models import Locale, PageViewRestriction

from hub.models import Theme
from tests.conftest import index_page
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory
from tests.factories.hub import StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory, ToolkitPageFactory

from ..conftest import refresh_all


@pytest.fixture
def money(site):
    return Theme.objects.get_or_create(slug="money", defaults={"name": "Money", "locale": Locale.get_default()})[0]


@pytest.fixture(scope="module")
def things_of_file(rows_of_file):
    library, money, other = index_page("library"), ThemeFactory(name="Money"), ThemeFactory(name="Meetings")
    ToolkitPageFactory(parent=library, title="Paying people", summary="Fees and vouchers", themes=[money])
    ResourcePageFactory(parent=library, title="Form to pay by", summary="To fill in", themes=[money, other])
    ArticlePageFactory(parent=library, title="Why pay people at all", summary="An argument")
    ResourcePageFactory(parent=library, title="Chairing", summary="Rounds", themes=[other])
    refresh_all()


@pytest.fixture
def things(things_of_file, site):
    """Three pages about paying, and one that is not."""


@pytest.fixture
def secrets(library, home, money, alice, bob):
    """A word that stands in private things alone, of every kind there is."""
    words = {"summary": "zeppelin", "themes": [money]}
    ResourcePageFactory(parent=library, title="Draft zeppelin", live=False, **words)
    changed = ResourcePageFactory(parent=library, title="Public", summary="nothing")
    changed.summary = "zeppelin"
    changed.save_revision()
    for kind in ("password", "login", "groups"):
        page = ResourcePageFactory(parent=library, title=f"{kind} zeppelin", **words)
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")
    above = StandardPageFactory(parent=home, title="Above zeppelin")
    StandardPageFactory(parent=above, title="Below zeppelin")
    PageViewRestriction.objects.create(page=above, restriction_type="login")
    group = PeerGroupFactory(name="Airships")
    MembershipFactory(group=group, user=alice)
    MembershipFactory(group=group, user=bob, status="asked")
    PostFactory(topic=TopicFactory(group=group, title="Our zeppelin"), text="It is in the shed.")
    refresh_all()
