import pytest
from django.utils import timezone

from groups.models import Membership, PeerGroup
from tests.factories.groups import MembershipFactory, PeerGroupFactory
from tests.factories.hub import AreaFactory, ThemeFactory

pytestmark = pytest.mark.django_db

URL = "/groups/"


def names(response):
    return [group.name for group in response.context["page_obj"]]


def test_shows_groups_with_the_number_of_their_active_members(client, group, bob):
    bob.is_active = False
    bob.save()
    MembershipFactory(group=group, status=Membership.Status.ASKED)
    response = client.get(URL)
    assert names(response) == ["Paying people fairly"]
    assert "1 member<" in response.text


def test_is_the_same_for_every_anonymous_reader_and_sets_no_cookie(client, group):
    first, second = client.get(URL), client.get(URL)
    assert first.content == second.content
    assert not first.cookies
    assert "csrf" not in first.text


def test_does_not_show_closed_groups(client, group):
    PeerGroupFactory(name="Over and done", closed_at=timezone.now())
    assert names(client.get(URL)) == ["Paying people fairly"]


def test_tells_nothing_of_what_is_said_inside(client, topic):
    text = client.get(URL).text
    assert "Zebra" not in text
    assert "Alice" not in text


def test_filters_by_theme_and_area(client, group):
    theme, area = ThemeFactory(name="Money", slug="money"), AreaFactory(name="Camden", slug="camden")
    group.themes.add(theme)
    group.areas.add(area)
    PeerGroupFactory(name="Elsewhere").areas.add(AreaFactory(name="Leeds", slug="leeds"))
    assert names(client.get(URL, {"theme": "money"})) == ["Paying people fairly"]
    assert names(client.get(URL, {"area": "leeds"})) == ["Elsewhere"]
    response = client.get(URL, {"theme": "money", "area": "leeds"})
    assert names(response) == []
    assert "No group fits that" in response.text


@pytest.mark.parametrize(
    "query", [{"theme": "no-such"}, {"area": "'; drop"}, {"page": "99999"}, {"page": "x"}, {"theme": "x" * 3000}]
)
def test_an_absurd_filter_or_page_is_no_error(client, group, query):
    assert client.get(URL, query).status_code == 200


def test_says_what_to_do_when_there_are_no_groups(client, site):
    assert "There are no groups yet" in client.get(URL).text


def test_pages_its_list(client, site):
    PeerGroupFactory.create_batch(25)
    response = client.get(URL, {"page": 2})
    assert len(response.context["page_obj"]) == 1
    assert 'href="?page=1"' in response.text


def test_refuses_post(client, group):
    assert client.post(URL).status_code == 405


def test_costs_the_same_for_one_and_for_many(client, group, django_assert_max_num_queries):
    def count():
        client.get(URL)  # warm
        with django_assert_max_num_queries(12) as queries:
            client.get(URL)
        return len(queries)

    one = count()
    theme, area = ThemeFactory(), AreaFactory()
    for other in PeerGroupFactory.create_batch(20):
        other.themes.add(theme)
        other.areas.add(area)
        MembershipFactory(group=other)
    assert PeerGroup.objects.count() == 21
    assert count() <= one + 0
