"""A question and its results: works · anonymous · nothing found · past the end · editors."""

import pytest

from search.models import PromotedResult
from tests.factories.knowledge import ResourcePageFactory

from ..conftest import refresh_all
from .reading import URL, found


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
