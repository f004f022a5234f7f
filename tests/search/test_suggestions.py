"""What somebody who starts typing is offered: works · anonymous · stranger · wrong method · absurd input · cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from tests.conftest import index_page
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory
from tests.factories.hub import ThemeFactory
from tests.factories.knowledge import ResourcePageFactory, ToolkitPageFactory

from .conftest import refresh_all

URL = "/search/suggestions/"


@pytest.fixture(scope="module")
def things_of_file(rows_of_file):
    library = index_page("library")
    fairly = ThemeFactory(name="Paying people fairly", slug="paying-people")
    ThemeFactory(name="Payments nobody used")
    ToolkitPageFactory(parent=library, title="Paying people", themes=[fairly])
    ResourcePageFactory(parent=library, title="What we pay", summary="nothing")
    ResourcePageFactory(parent=library, title="Chairing", summary="paying")
    refresh_all()


@pytest.fixture
def things(things_of_file, site):
    """Pages and themes whose names begin alike."""


def offered(response):
    return [(each["text"], each["about"]) for each in response.json()["suggestions"]]


def test_pages_and_themes_that_begin_so(client, things):
    response = client.get(URL, {"q": "pa"})
    assert offered(response) == [
        ("Paying people", "toolkit"),
        ("What we pay", "resource"),
        ("Paying people fairly", "theme"),
    ]
    assert response.json()["status"] == "3 suggestions"
    assert response["X-Robots-Tag"] == "noindex"
    page, _, theme = response.json()["suggestions"]
    assert page == {
        "text": "Paying people",
        "about": "toolkit",
        "label": "Toolkit",
        "url": "/library/paying-people/",
        "language": "en",
    }
    assert client.get(theme["url"]).context["total"] == 1


def test_every_word_must_begin_a_word_of_the_title(client, things):
    assert offered(client.get(URL, {"q": "people pay"})) == [
        ("Paying people", "toolkit"),
        ("Paying people fairly", "theme"),
    ]
    assert offered(client.get(URL, {"q": "pay zebra"})) == []


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "p",
        " ",
        "zzz",
        '"',
        "pa*",
        "AND",
        "a OR b",
        "' OR 1=1 --",
        "\0",
        "\U0001f389",
        "(" * 500,
        "x" * 5000,
        "%",
        "\\",
    ],
)
def test_nothing_that_is_typed_is_an_error(client, things, typed):
    response = client.get(URL, {"q": typed})
    assert response.status_code == 200
    assert response.json()["suggestions"] == [] or typed == "pa*"


def test_accents_and_capitals_do_not_matter(client, library):
    ResourcePageFactory(parent=library, title="Participación")
    ResourcePageFactory(parent=library, title="参与式预算")
    refresh_all()
    assert offered(client.get(URL, {"q": "PARTICIPACIO"})) == [("Participación", "resource")]
    assert offered(client.get(URL, {"q": "参与"})) == [("参与式预算", "resource")]


def test_it_is_only_read(client, site):
    assert client.post(URL, {"q": "pay"}).status_code == 405
    assert client.get(URL).json()["suggestions"] == []


@pytest.fixture
def secrets(library, alice, bob):
    ResourcePageFactory(parent=library, title="Zeppelin draft", live=False)
    page = ResourcePageFactory(parent=library, title="Zeppelin hidden", themes=[ThemeFactory(name="Zeppelins")])
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    group = PeerGroupFactory(name="Airships")
    MembershipFactory(group=group, user=alice)
    PostFactory(topic=TopicFactory(group=group, title="Zeppelin of ours"), text="It is in the shed.")
    refresh_all()


def test_nothing_private_is_offered(client, secrets, alice, bob):
    response = client.get(URL, {"q": "zep"})
    assert offered(response) == []
    assert response["Cache-Control"] == "private, max-age=60"
    client.force_login(bob)
    assert offered(client.get(URL, {"q": "zep"})) == [("Zeppelin hidden", "resource")]
    client.force_login(alice)
    response = client.get(URL, {"q": "zep"})
    assert offered(response) == [("Zeppelin hidden", "resource"), ("Zeppelin of ours", "group")]
    assert response["Cache-Control"] == "private, no-store"


def test_each_thing_once_and_in_the_readers_language(client, library):
    spanish = Locale.objects.get_or_create(language_code="es")[0]
    page = ResourcePageFactory(parent=library, title="Formulario of payment")
    Page.objects.get(depth=2).copy_for_translation(spanish)
    library.copy_for_translation(spanish).save_revision().publish()
    copy = page.copy_for_translation(spanish)
    copy.title = "Formulario de pago"
    copy.save_revision().publish()
    refresh_all()
    assert offered(client.get(URL, {"q": "form"})) == [("Formulario of payment", "resource")]
    assert offered(client.get(f"/es{URL}", {"q": "form"})) == [("Formulario de pago", "resource")]


def test_earlier_questions_that_found_something(client, things, monkeypatch):
    from search import asked

    monkeypatch.setattr(asked, "earlier", lambda prefix, language, limit: ["pay volunteers", prefix])
    assert offered(client.get(URL, {"q": "pay v"})) == [("pay volunteers", "question")]
    [suggestion] = client.get(URL, {"q": "pay v"}).json()["suggestions"]
    assert (suggestion["url"], suggestion["label"]) == ("", "Asked before")


def test_it_costs_little_and_always_the_same(client, things, library, alice):
    client.force_login(alice)
    numbers = []
    for turn in range(2):
        client.get(URL, {"q": "pay"})
        with CaptureQueriesContext(connection) as captured:
            client.get(URL, {"q": "pay"})
        numbers.append(len([query for query in captured if "session" not in query["sql"]]))
        for number in range(9):
            ResourcePageFactory(parent=library, title=f"Pay {turn} {number}")
        refresh_all()
    assert numbers[0] == numbers[1]
    client.logout()
    with CaptureQueriesContext(connection) as captured:
        client.get(URL, {"q": "pay"})
    assert len(captured) <= 4, [query["sql"] for query in captured]
    assert numbers[0] <= 6


def test_every_search_box_knows_where_to_ask(client, things):
    for path in ("/search/?q=pay", "/", "/no-such-page/"):
        text = client.get(path).text
        assert 'data-suggestions="/search/suggestions/"' in text
        assert 'js/suggestions.js"' in text
    assert 'data-suggestions="/es/search/suggestions/"' in client.get("/es/search/?q=pay").text
