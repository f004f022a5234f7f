"""The search page costs the same, however much is found or mistyped."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.models import Entry
from tests.factories.hub import ThemeFactory
from tests.factories.knowledge import ResourcePageFactory

from ..conftest import refresh_all
from .reading import URL


def test_it_costs_the_same_for_one_and_for_fifty(client, library, money, alice):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(alice)
    numbers = []
    for start, stop in ((0, 1), (1, 50)):
        for number in range(start, stop):
            ResourcePageFactory(parent=library, title=f"Payment {number}", themes=[money, ThemeFactory()])
        refresh_all()
        client.get(URL, {"q": "payment"})
        refresh_all()  # a search server that other tests used as well has caught up then
        client.get(URL, {"q": "payment"})
        with CaptureQueriesContext(connection) as captured:
            client.get(URL, {"q": "payment", "kind": "resource", "theme": "money"})
        numbers.append(len(captured))
    assert numbers[0] == numbers[1]
    assert numbers[0] <= 12, [query["sql"] for query in captured]
    client.logout()
    with CaptureQueriesContext(connection) as captured:
        client.get(URL, {"q": "payment"})
    assert len(captured) <= 12, [query["sql"] for query in captured]
    assert Entry.objects.count() == 50


def test_a_question_of_nothing_but_mistakes_costs_little(client, library, django_assert_max_num_queries):
    ResourcePageFactory(parent=library, title="Participation", themes=[])
    refresh_all()
    client.get(URL)
    few = "participatoin " + " ".join(f"qx{letter * 4}" for letter in "bcdfghk")
    many = few + " " + " ".join(f"zw{one}{other * 3}" for one in "bcdfg" for other in "hklmnpr")
    meant = {"participatoin": "participation"}
    with CaptureQueriesContext(connection) as queries:
        assert client.get(URL, {"q": few}).context["findings"].asked.corrections == meant
    with django_assert_max_num_queries(len(queries)):
        assert client.get(URL, {"q": many}).context["findings"].asked.corrections == meant
