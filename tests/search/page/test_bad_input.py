"""The search page: wrong method · filters that do not exist · absurd input."""

import pytest

from tests.factories.knowledge import ResourcePageFactory

from ..conftest import refresh_all, text
from .reading import URL, found


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
