"""What is not for everybody is neither kept nor answered from what is kept."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction


def test_signed_in_neither_sees_nor_fills_the_cache(about, alice, client, is_kept):
    client.force_login(alice)
    response = client.get("/about/")
    assert b"Alice Okafor" in response.content
    assert response["Cache-Control"] == "private, no-cache"
    assert "ETag" not in response
    assert not is_kept()
    assert b"Alice Okafor" not in Client().get("/about/").content
    assert b"Alice Okafor" in client.get("/about/").content


def test_signed_in_gets_no_304_for_the_public_version(kept, alice, client):
    etag = Client().get("/about/")["ETag"]
    client.force_login(alice)
    assert client.get("/about/", headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"Cookie": "messages=x"}, {"Authorization": "Basic eDp5"}, {"HX-Request": "true"}], ids=str
)
def test_personal_requests_go_past_the_cache(kept, headers):
    with CaptureQueriesContext(connection) as queries:
        response = Client().get("/about/", headers=headers)
    assert len(queries) > 0
    assert response["Cache-Control"] == "private, no-cache"


def test_other_cookies_do_not_matter(kept, django_assert_num_queries):
    with django_assert_num_queries(0):
        Client().get("/about/", headers={"Cookie": "csrftoken=abc; django_language=es"})


@pytest.mark.parametrize("address", ["/plain/", "/cookie/", "/no-store/"])
def test_not_kept(address, db):
    response = Client().get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"] or response["Cache-Control"] == "private, no-cache"
    assert "ETag" not in response


def test_pages_for_some_readers_are_not_kept(about, is_kept, committed):
    with committed():
        PageViewRestriction.objects.create(page=about, restriction_type="password", password="open")
    for _again in range(2):
        response = Client().get("/about/")
        assert b"About us" not in response.content
        assert "private" in response["Cache-Control"]
        assert "ETag" not in response


def test_page_for_members_sends_strangers_to_sign_in(about, committed):
    with committed():
        PageViewRestriction.objects.create(page=about, restriction_type="login")
    for _again in range(2):
        assert Client().get("/about/").status_code == 302


def test_previews_are_neither_kept_nor_answered_from_the_cache(kept, committed):
    kept.title = "A draft"
    preview = kept.make_preview_request()
    assert b"A draft" in preview.content
    assert b"A draft" not in Client().get("/about/").content


def test_not_found_is_not_kept(home):
    assert Client().get("/nowhere/").status_code == 404
    assert "ETag" not in Client().get("/nowhere/")


def test_post_is_not_answered_from_the_cache(db):
    Client().get("/shared/")
    response = Client().post("/shared/")
    assert "ETag" not in response
    assert response["Cache-Control"] == "private, no-cache"
