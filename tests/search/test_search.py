"""The search page: works · anonymous · stranger · wrong method · filters that do not exist · absurd input."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page, PageViewRestriction

from knowledge.models import ResourcePage
from search.models import Entry, PromotedResult
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory
from tests.factories.hub import AreaFactory, StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory, ToolkitPageFactory

from .conftest import refresh_all, text

URL = "/search/"


@pytest.fixture
def money(site):
    return ThemeFactory(name="Money")


@pytest.fixture
def things(library, money):
    other = ThemeFactory(name="Meetings")
    ToolkitPageFactory(parent=library, title="Paying people", summary="Fees and vouchers", themes=[money])
    ResourcePageFactory(parent=library, title="Form to pay by", summary="To fill in", themes=[money, other])
    ArticlePageFactory(parent=library, title="Why pay people at all", summary="An argument")
    ResourcePageFactory(parent=library, title="Chairing", summary="Rounds", themes=[other])
    refresh_all()


def found(response):
    return [result["entry"].title for result in response.context["results"]]


def facet(response, name):
    return {
        line["bucket"].label: line["bucket"].count
        for facet in response.context["facets"]
        if facet["name"] == name
        for line in facet["lines"]
    }


def test_a_question_is_answered(client, things):
    response = client.get(URL, {"q": "How do we pay people?"})
    assert response.status_code == 200
    assert found(response)[2] == "Form to pay by"  # which has but one of the words
    assert len(found(response)) == 3
    assert '<a href="/library/paying-people/"><mark>Paying</mark> <mark>people</mark></a>' in response.text
    assert response["X-Robots-Tag"] == "noindex"


def test_without_a_question_it_says_how_to_ask(client, things):
    response = client.get(URL)
    assert "results" not in response.context
    assert "Ask as you would say it" in response.text
    assert 'href="/library/"' in response.text


def test_a_question_without_an_answer_says_what_to_do(client, things):
    response = client.get(URL, {"q": "zeppelin"})
    assert found(response) == []
    assert "Try other words" in response.text
    assert 'href="/groups/"' in response.text


def test_kinds_and_themes_are_counted_and_narrow(client, things):
    response = client.get(URL, {"q": "pay"})
    assert facet(response, "kind") == {"Toolkit": 1, "Resource": 1, "Article": 1}
    assert facet(response, "theme") == {"Money": 2, "Meetings": 1}
    response = client.get(URL, {"q": "pay", "kind": "resource"})
    assert found(response) == ["Form to pay by"]
    assert facet(response, "kind") == {"Toolkit": 1, "Resource": 1, "Article": 1}
    assert facet(response, "theme") == {"Meetings": 1, "Money": 1}
    response = client.get(URL, {"q": "pay", "kind": "resource", "theme": "money"})
    assert found(response) == ["Form to pay by"]
    assert facet(response, "kind") == {"Toolkit": 1, "Resource": 1}
    response = client.get(URL, {"q": "pay", "kind": "article", "theme": "money"})
    assert found(response) == []
    assert facet(response, "kind") == {"Toolkit": 1, "Resource": 1, "Article": 0}


def test_the_links_of_facets_keep_the_rest(client, things):
    response = client.get(URL, {"q": "pay & go", "kind": "resource", "page": "1"})
    [themes] = [facet for facet in response.context["facets"] if facet["name"] == "theme"]
    assert [line["url"] for line in themes["lines"]] == [
        "?q=pay+%26+go&kind=resource&theme=meetings",
        "?q=pay+%26+go&kind=resource&theme=money",
    ]
    [kinds] = [facet for facet in response.context["facets"] if facet["name"] == "kind"]
    assert [line["url"] for line in kinds["lines"] if line["bucket"].is_chosen] == ["?q=pay+%26+go"]
    assert [item["url"] for item in response.context["filters"]] == ["?q=pay+%26+go"]


def test_filters_alone_list_the_newest_first(client, library):
    area = AreaFactory(name="Bow")
    for day, title in ((2, "Middle"), (1, "Old"), (3, "New")):
        ResourcePageFactory(
            parent=library, title=title, areas=[area], first_published_at=datetime(2026, 5, day, tzinfo=UTC)
        )
    ResourcePageFactory(parent=library, title="Elsewhere")
    refresh_all()
    assert found(client.get(URL, {"area": "bow"})) == ["New", "Middle", "Old"]


def test_the_language_narrows(client, library):
    ResourcePageFactory(parent=library, title="Payment")
    refresh_all()
    assert found(client.get(URL, {"q": "payment", "language": "es"})) == []
    assert found(client.get(URL, {"q": "payment", "language": "en"})) == ["Payment"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("kind=zeppelin", "Kind"),
        ("theme=zeppelin", "Theme"),
        ("theme=..%2F..", "Theme"),
        ("area=none&language=xx", "Area, Language"),
        ("kind[]=1&page=minus", None),
        ("page=999999999999999999999", None),
        ("page=-1", None),
        ("kind=article&kind=toolkit", None),
        ("language=%F0%9F%8E%89", "Language"),
        ("theme=" + "x" * 3000, "Theme"),
        ("q=%FF%FE", None),
        ("q=" + "x" * 3900, None),
    ],
)
def test_what_makes_no_sense_is_left_out_and_told(client, things, query, told):
    response = client.get(f"{URL}?{query}" if query.startswith("q=") else f"{URL}?q=pay&{query}")
    assert response.status_code == 200
    assert ", ".join(str(name) for name in response.context["left_out"]) == (told or "")
    if told:
        assert len(found(response)) == 3


@pytest.mark.parametrize("typed", ["pay\0ing", "\0", "pay " * 3000, "\U0001f389 pay " * 2000, "\u202epay\u202c"])
def test_any_text_is_answered(client, things, typed):
    response = client.get(URL, {"q": typed, "theme": "a\0b"})
    assert response.status_code == 200
    assert len(response.content) < 200_000
    assert ("That was a long question" in response.text) == (len(typed) > 1000)


def test_an_endless_address_is_refused(client, site):
    assert client.get(URL, {"q": "x" * 250_000}).status_code == 400


def test_it_is_only_read(client, site):
    assert client.post(URL, {"q": "pay"}).status_code == 405
    assert client.head(URL, {"q": "pay"}).status_code == 200


def test_what_was_typed_cannot_run(client, library):
    ResourcePageFactory(
        parent=library, title="<script>alert(1)</script> pay", summary="", body=[text("<p>pay &lt;img src=x&gt;</p>")]
    )
    refresh_all()
    response = client.get(URL, {"q": '"><script>alert(2)</script> pay'})
    assert "<script>alert" not in response.text
    assert "<img src=x" not in response.text
    assert "&lt;<mark>script</mark>&gt;" in response.text
    assert "<mark>pay</mark> &lt;img src=x&gt;" in response.text


def test_pages_of_results(client, library):
    for number in range(25):
        ResourcePageFactory(parent=library, title=f"Payment {number}")
    refresh_all()
    response = client.get(URL, {"q": "payment", "kind": "resource"})
    assert len(found(response)) == 20
    assert "25 results for “payment”" in response.text
    assert "?q=payment&amp;kind=resource&amp;page=2" in response.text
    second = client.get(URL, {"q": "payment", "page": "2"})
    assert len(found(second)) == 5
    assert '<ol class="list-plain results" start="21">' in second.text
    assert not set(found(response)) & set(found(second))


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("2", "The results are all on one page"),
        ("99999999999999999999", "There is no such page of results"),
        ("0", "There is no such page of results"),
        ("-3", "There is no such page of results"),
        ("two", "There is no such page of results"),
    ],
)
def test_a_page_past_the_end_says_so(client, things, page, told):
    response = client.get(URL, {"q": "pay", "page": page})
    assert response.status_code == 200
    assert found(response) == []
    assert told in response.text
    assert '<a class="button button--quiet" href="?q=pay">' in response.text
    assert "3 results for “pay”" in response.text


def test_the_number_of_the_page_is_told(client, library):
    for number in range(25):
        ResourcePageFactory(parent=library, title=f"Payment {number}")
    refresh_all()
    assert "<title>“payment”: 25 results – Search –" in client.get(URL, {"q": "payment"}).text
    assert "<title>“payment”: 25 results, page 2 of 2 – Search –" in client.get(URL, {"q": "payment", "page": 2}).text
    response = client.get(URL, {"q": "payment", "page": 3})
    assert "There is no page 3" in response.text
    assert 'href="?q=payment&amp;page=2"' in response.text


def test_filters_can_be_combined_and_taken_away(client, things):
    response = client.get(URL, {"q": "pay", "kind": ["toolkit", "article"], "theme": "money"})
    assert found(response) == ["Paying people"]
    assert [(str(each["label"]), each["words"], each["url"]) for each in response.context["filters"]] == [
        ("Kind", "Toolkit", "?q=pay&kind=article&theme=money"),
        ("Kind", "Article", "?q=pay&kind=toolkit&theme=money"),
        ("Theme", "Money", "?q=pay&kind=toolkit&kind=article"),
    ]
    assert '<a class="badge in-use__filter" href="?q=pay">Remove all filters</a>' in response.text
    # Another question is asked with the same filters, and says so.
    assert '<input type="hidden" name="theme" value="money">' in response.text


def test_a_facet_with_many_values_keeps_them_all(client, library):
    page = ResourcePageFactory(parent=library, title="Payment", themes=[ThemeFactory() for _ in range(30)])
    refresh_all()
    [themes] = [each for each in client.get(URL, {"q": "payment"}).context["facets"] if each["name"] == "theme"]
    assert (len(themes["first"]), len(themes["rest"])) == (10, page.themes.count() - 10)


def test_mistakes_are_told_and_can_be_taken_back(client, things):
    response = client.get(URL, {"q": "peple vouchers", "kind": "toolkit"})
    assert found(response) == ["Paying people"]
    assert "Showing results for <strong>people vouchers</strong>." in response.text
    assert '<a href="?q=peple+vouchers&amp;kind=toolkit&amp;as=typed">Search instead for “peple vouchers”</a>' in (
        response.text
    )
    assert "Showing results for" not in client.get(URL, {"q": "peple vouchers", "as": "typed"}).text


def test_nothing_found_leads_on(client, things):
    response = client.get(URL, {"q": "mony zeppelin", "kind": "event", "as": "typed"})
    assert found(response) == []
    assert response.context["themes"][0] == ("money", "Money")
    assert 'href="?theme=money"' in response.text
    assert "Ask the same without the filters" in response.text
    assert 'href="/groups/"' in response.text


def test_what_editors_chose_stands_first(client, things):
    PromotedResult.objects.create(language="en", phrases="pay people", title="The law", address="https://law.example/")
    response = client.get(URL, {"q": "pay people"})
    assert "Chosen by the editors" in response.text
    assert 'href="https://law.example/"' in response.text
    assert "Chosen by the editors" not in client.get(URL, {"q": "chairing"}).text


def test_editors_see_why_and_may_judge(client, things, edith, alice):
    for user in (None, alice):
        if user:
            client.force_login(user)
        assert "Why here?" not in client.get(URL, {"q": "pay people"}).text
    client.force_login(edith)
    response = client.get(URL, {"q": "pay people"})
    assert response.text.count("Why here?") == 3
    assert "Its title says it" in response.text
    entry = response.context["results"][0]["entry"]
    sent = {"q": "pay people", "language": "en", "entry": entry.pk, "grade": "3", "next": f"{URL}?q=pay+people"}
    assert client.post("/search/judge/", sent).status_code == 302
    assert client.get(URL, {"q": "pay people"}).context["results"][0]["grade"] == 3


# What is private stays private ---------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("who", [None, "bob", "charlie", "edith", "mona"])
def test_nothing_private_is_found_counted_or_shown(client, secrets, request, who):
    if who:
        client.force_login(request.getfixturevalue(who))
    response = client.get(URL, {"q": "zeppelin"})
    # Whoever is signed in may read what is behind a sign-in.
    behind = ["Above zeppelin", "Below zeppelin", "login zeppelin"] if who else []
    assert sorted(found(response)) == behind
    assert facet(response, "kind") == ({"Resource": 1, "Page": 2} if who else {})
    assert facet(response, "theme") == ({"Money": 1} if who else {})
    assert f"{len(behind)} results" in response.text
    assert "shed" not in response.text
    everything = client.get(URL, {"kind": "group"})
    assert found(everything) == ["Airships"]


def test_a_member_finds_what_was_said_in_the_group(client, secrets, alice):
    client.force_login(alice)
    response = client.get(URL, {"q": "zeppelin", "kind": "group"})
    assert found(response) == ["Our zeppelin"]
    assert "Only members of this group see it" in response.text


# Languages -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def translated(library):
    spanish = Locale.objects.get_or_create(language_code="es")[0]
    page = ResourcePageFactory(parent=library, title="Formulario of payment", summary="In English")
    Page.objects.get(depth=2).copy_for_translation(spanish)
    library.copy_for_translation(spanish).save_revision().publish()
    copy = page.copy_for_translation(spanish)
    copy.title, copy.summary = "Formulario de pago", "En español"
    copy.save_revision().publish()
    ResourcePageFactory(parent=library, title="Formulario in English alone")
    refresh_all()
    assert ResourcePage.objects.live().count() == 3
    return copy


def test_a_translated_page_is_found_once_in_the_readers_language(client, translated):
    assert sorted(found(client.get(URL, {"q": "formulario"}))) == [
        "Formulario in English alone",
        "Formulario of payment",
    ]
    response = client.get("/es/search/", {"q": "formulario"})
    assert sorted(found(response)) == ["Formulario de pago", "Formulario in English alone"]


def test_the_language_of_a_result_is_told(client, translated):
    response = client.get(URL, {"q": "pago"})
    assert found(response) == ["Formulario de pago"]
    assert '<h3 class="result__title" lang="es" dir="auto">' in response.text
    assert '<span class="badge" lang="es">español</span>' in response.text


def test_a_group_has_its_address_in_the_readers_language(client, site):
    PeerGroupFactory(name="Airships", slug="airships")
    refresh_all()
    assert client.get("/es/search/", {"q": "airships"}).context["results"][0]["url"] == "/es/groups/airships/"
    assert client.get(URL, {"q": "airships"}).context["results"][0]["url"] == "/groups/airships/"


def test_the_address_in_each_language():
    for language, address in (("en", "/search/"), ("es", "/es/search/"), ("ar", "/ar/search/")):
        with translation.override(language):
            assert reverse("search:search") == address


# Kept pages ----------------------------------------------------------------------------------------------------------


def test_a_kept_page_of_results_is_dropped_when_they_change(client, library, committed, settings):
    settings.PAGE_CACHE_SECONDS = 600
    with committed():
        page = ResourcePageFactory(parent=library, title="Zeppelins")
    assert found(client.get(URL, {"q": "zeppelin"})) == ["Zeppelins"]
    kept = client.get(URL, {"q": "zeppelin"})
    assert kept.context is None  # nothing was rendered
    assert kept["X-Robots-Tag"] == "noindex"
    with committed():
        page.unpublish()
    assert "0 results" in client.get(URL, {"q": "zeppelin"}).text
    with committed():
        page.save_revision().publish()
    assert found(client.get(URL, {"q": "zeppelin"})) == ["Zeppelins"]


def test_what_a_member_finds_is_not_kept_for_others(client, secrets, alice, settings):
    settings.PAGE_CACHE_SECONDS = 600
    client.force_login(alice)
    assert found(client.get(URL, {"q": "zeppelin", "kind": "group"})) == ["Our zeppelin"]
    client.logout()
    assert found(client.get(URL, {"q": "zeppelin", "kind": "group"})) == []


# Cost ----------------------------------------------------------------------------------------------------------------


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
