"""Who may see the screens about the search: editors, nobody else; and links change nothing."""

import pytest
from django.urls import reverse

from search.models import Answer, Synonyms

pytestmark = pytest.mark.django_db

SCREENS = [
    "/admin/search/asked/",
    "/admin/search/asked/?export=csv",
    "/admin/search/synonyms/",
    "/admin/search/synonyms/new/",
    "/admin/search/promoted/",
    "/admin/search/promoted/new/",
    "/admin/search/why/",
    "/admin/search/why/?q=a&language=en",
    "/admin/search/judgements/",
    "/admin/search/judgements/judgements.jsonl",
    "/admin/search/health/",
]


@pytest.mark.parametrize("url", SCREENS)
def test_editors_see_it(editor, url):
    assert editor.get(url).status_code == 200


@pytest.mark.parametrize("url", SCREENS)
def test_others_do_not(client, alice, mona, url):
    assert client.get(url).url.startswith("/admin/login/")
    for user in (alice, mona):
        client.force_login(user)
        response = client.get(url)
        assert response.status_code == 302
        assert response.url.startswith("/admin/")


def test_the_menu_is_for_editors(client, edith, mona):
    client.force_login(edith)
    assert "/admin/search/asked/" in client.get("/admin/").text
    client.force_login(mona)
    text = client.get("/admin/").text
    assert "/admin/search/asked/" not in text
    assert "/admin/search/health/" not in text


def test_others_change_nothing(client, alice, mona, was_asked):
    question = was_asked("steering committee")
    for user in (None, alice, mona):
        if user:
            client.force_login(user)
        client.post(f"/admin/search/asked/{question.pk}/", {"kind": "other"})
        client.post("/admin/search/synonyms/new/", {"language": "en", "words": "a\nb"})
        assert client.post("/admin/search/health/rebuild/").status_code == 302
    assert not Answer.objects.exists()
    assert not Synonyms.objects.exists()


@pytest.mark.parametrize("name", ["search_health:rebuild", "search_asked:reopen"])
def test_following_a_link_changes_nothing(editor, was_asked, name):
    args = [was_asked("steering committee").pk] if name == "search_asked:reopen" else []
    assert editor.get(reverse(name, args=args)).status_code == 405


@pytest.mark.parametrize("pk", [0, 999_999, 10**18])
def test_a_question_that_is_not_there(editor, pk):
    assert editor.get(f"/admin/search/asked/{pk}/").status_code == 404
    assert editor.post(f"/admin/search/asked/{pk}/", {"kind": "other"}).status_code == 404
    assert editor.post(f"/admin/search/asked/{pk}/reopen/").status_code == 404
    assert editor.get(f"/admin/search/synonyms/new/?question={pk}").status_code == 200
