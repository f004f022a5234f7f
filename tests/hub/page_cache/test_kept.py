"""Public pages are the same for everybody, are kept, and leave as they were made."""

import gzip

import pytest
from django.core.cache import cache
from django.test import Client

from hub import page_cache


def test_two_readers_get_the_same_bytes(about):
    first, second = Client().get("/about/"), Client(headers={"Accept-Language": "es"}).get("/about/")
    assert first.content == second.content
    assert dict(first.items()) == dict(second.items())
    assert b"About us" in first.content


@pytest.mark.parametrize("from_memory", [True, False])
def test_what_is_noted_on_a_page_is_told_when_it_is_shown_again(db, from_memory, caplog):
    told = []

    def listen(sender, request, noted, **kwargs):
        told.append((request.path, noted))
        raise RuntimeError("a receiver that fails breaks no page")

    page_cache.page_shown.connect(listen)
    try:
        first = Client().get("/noted/")
        assert told == []
        # Another client has another process's memory: its page comes from the cache.
        reader = Client() if not from_memory else first.client
        assert reader.get("/noted/").content == b"sunny"
        Client().get("/shared/")
        Client().get("/shared/")
    finally:
        page_cache.page_shown.disconnect(listen)
    assert told == [("/noted/", {"subject": "weather"})]
    assert "Error calling" in caplog.messages[0]


def test_no_cookie_and_no_vary_on_cookies(about):
    for _again in range(2):
        response = Client().get("/about/")
        assert not response.cookies
        assert response["Vary"] == "Accept-Encoding"
        assert response["Cache-Control"] == "no-cache"


def test_a_hit_makes_no_query_and_has_the_security_headers(about, django_assert_num_queries):
    made = Client().get("/about/")
    with django_assert_num_queries(0):
        hit = Client().get("/about/")
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"):
        assert hit[name] == made[name]
    assert "default-src 'none'" in hit["Content-Security-Policy"]


def test_hsts_is_kept_for_https_only(about, settings):
    settings.SECURE_HSTS_SECONDS = 60
    assert "Strict-Transport-Security" not in Client().get("/about/")
    for _again in range(2):
        assert Client().get("/about/", secure=True)["Strict-Transport-Security"] == "max-age=60"
    assert "Strict-Transport-Security" not in Client().get("/about/")


def test_redirect_to_https_is_not_skipped_by_a_hit(kept, settings):
    settings.SECURE_SSL_REDIRECT = True
    cache.clear()
    Client().get("/about/", secure=True)
    assert Client().get("/about/").status_code == 301


@pytest.mark.parametrize("make", ["{}", "W/{}", '"other", {}', "*"])
def test_304_for_a_browser_that_has_this_version(about, make):
    etag = Client().get("/about/")["ETag"]
    response = Client().get("/about/", headers={"If-None-Match": make.format(etag.removeprefix("W/"))})
    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == etag
    assert "Content-Length" not in response
    assert response["Content-Security-Policy"]


def test_304_also_for_the_request_that_makes_the_page(about):
    etag = Client().get("/about/")["ETag"]
    cache.clear()
    assert Client().get("/about/", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("etag", ['"other"', "nonsense", ""])
def test_200_for_a_browser_with_another_version(about, etag):
    assert Client().get("/about/", headers={"If-None-Match": etag}).status_code == 200


def test_gzip_is_kept_ready(about):
    raw = Client().get("/about/")
    for _again in range(2):
        zipped = Client().get("/about/", headers={"Accept-Encoding": "br, gzip;q=0.8"})
        assert zipped["Content-Encoding"] == "gzip"
        assert gzip.decompress(zipped.content) == raw.content
        assert zipped["Content-Length"] == str(len(zipped.content))
    refused = Client().get("/about/", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in refused
    assert refused.content == raw.content


def test_head_has_the_length_and_no_body(kept):
    response = Client().head("/about/")
    assert response.content == b""
    assert response["Content-Length"] == str(len(Client().get("/about/").content))


def test_head_does_not_fill_the_cache(about, is_kept):
    Client().head("/about/")
    assert not is_kept()


def test_query_strings_are_told_apart(db):
    assert Client().get("/shared/?q=one").content == b"shared one"
    assert Client().get("/shared/?q=two").content == b"shared two"
    assert Client().get("/shared/").content == b"shared "


def test_hosts_are_told_apart(kept, is_kept):
    assert not is_kept(host="other.example")


def test_unknown_host_is_refused_though_the_page_is_kept(kept, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    response = Client().get("/about/", headers={"host": "evil.example"})
    assert response.status_code == 400
