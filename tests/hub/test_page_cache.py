"""Public pages: the same for everybody, kept, and dropped when what they show changes. Signed-in pages: never kept."""

import datetime
import gzip

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path
from wagtail.models import PageViewRestriction, Site

from comments.models import PageComment
from groups.models import Membership
from hub import page_cache
from hub.models import HubSettings
from hub.page_cache import STAMP_KEY, drop_public_pages, public_page
from hub.urls import urlpatterns as hub_urlpatterns
from tests.factories.groups import PeerGroupFactory
from tests.factories.hub import StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ToolkitPageFactory

TEMPLATE = "<title>{{ page.title }}</title><p>{{ request.user.is_authenticated }} {{ request.user }}</p>"


def plain(request):
    return HttpResponse("not public")


@public_page
def shared(request):
    return HttpResponse(f"shared {request.GET.get('q', '')}")


@public_page
def shared_with_cookie(request):
    response = HttpResponse("for you")
    response.set_cookie("visits", "1")
    return response


@public_page
def shared_no_store(request):
    return HttpResponse("secret", headers={"Cache-Control": "no-store"})


@public_page
def shared_with_note(request):
    page_cache.note_on_page(request, "subject", "weather")
    return HttpResponse("sunny")


urlpatterns = [
    path("plain/", plain),
    path("noted/", shared_with_note),
    path("shared/", shared),
    path("cookie/", shared_with_cookie),
    path("no-store/", shared_no_store),
    *hub_urlpatterns,  # the real ones below: the pages have menus
]


@pytest.fixture(autouse=True)
def _page_cache_on(settings):
    settings.PAGE_CACHE_SECONDS = 600
    settings.ROOT_URLCONF = __name__
    names = ["hub/standard_page.html", "hub/home_page.html", "knowledge/toolkit_page.html"]
    settings.TEMPLATES = [
        settings.TEMPLATES[0]
        | {
            "APP_DIRS": False,
            "OPTIONS": settings.TEMPLATES[0]["OPTIONS"]
            | {
                "loaders": [
                    ("django.template.loaders.locmem.Loader", dict.fromkeys(names, TEMPLATE)),
                    "django.template.loaders.filesystem.Loader",
                    "django.template.loaders.app_directories.Loader",
                ]
            },
        }
    ]


@pytest.fixture
def about(home, committed):
    with committed():
        return StandardPageFactory(parent=home, title="About us", slug="about")


@pytest.fixture
def is_kept(db):
    """Whether the next reader gets the page without a single query."""

    def ask(host="testserver"):
        with CaptureQueriesContext(connection) as queries:
            response = Client().get("/about/", headers={"host": host})
        assert response.status_code == 200
        return len(queries) == 0

    return ask


@pytest.fixture
def kept(about, is_kept):
    """The page, once read and therefore kept."""
    assert not is_kept()
    assert is_kept()
    return about


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


# Dropped when what it shows changes --------------------------------------------------------------------------------


def test_dropped_when_published(kept, committed, is_kept):
    with committed():
        kept.title = "About all of us"
        kept.save_revision().publish()
    assert b"About all of us" in Client().get("/about/").content
    assert is_kept()


def test_dropped_when_unpublished(kept, committed):
    with committed():
        kept.unpublish()
    assert Client().get("/about/").status_code == 404


def test_dropped_when_deleted(kept, committed):
    with committed():
        kept.delete()
    assert Client().get("/about/").status_code == 404


def test_dropped_when_moved(kept, home, committed):
    with committed():
        other = StandardPageFactory(parent=home, title="Other", slug="other")
        kept.move(other, pos="last-child")
    assert Client().get("/about/")["Location"] == "/other/about/"


def test_not_dropped_by_a_draft(kept, committed, is_kept):
    with committed():
        kept.title = "Only a draft"
        kept.save_revision()
    assert is_kept()


def test_not_dropped_by_signing_in(kept, alice, committed, is_kept):
    Client().get("/about/")
    with committed():
        Client().force_login(alice)
    assert is_kept()


def test_dropped_by_a_comment(kept, home, alice, committed, is_kept):
    with committed():
        PageComment.objects.create(content_object=kept, site_id=1, user=alice, comment="Thank you")
    assert not is_kept()


def test_dropped_by_a_member_of_a_group(kept, alice, committed, is_kept):
    with committed():
        Membership.objects.create(group=PeerGroupFactory(), user=alice)
    assert not is_kept()


@pytest.mark.parametrize("change", ["theme", "theme on page", "setting", "restriction", "site", "name"])
def test_dropped_by_what_shows_on_pages(kept, home, alice, committed, is_kept, change):
    theme = ThemeFactory()
    toolkit = ToolkitPageFactory(parent=home)
    assert is_kept()
    with committed():
        if change == "theme":
            theme.name = "Power"
            theme.save()
        elif change == "theme on page":
            toolkit.themes.set([theme])
            toolkit.themes.commit()
        elif change == "setting":
            HubSettings.objects.create(tagline="New")
        elif change == "restriction":
            PageViewRestriction.objects.create(page=toolkit, restriction_type="login")
        elif change == "site":
            Site.objects.update_or_create(is_default_site=True, defaults={"site_name": "Other"})
        elif change == "name":
            alice.name = "Alice O."
            alice.save()
    assert not is_kept()


def test_dropped_by_a_write_without_signals(kept, committed, is_kept):
    with committed():
        drop_public_pages()
    assert not is_kept()


def test_dropped_once_for_many_writes(home, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        ThemeFactory.create_batch(5)
    assert len([callback for callback in callbacks if callback is page_cache._renew_stamp]) == 1


def test_a_page_that_changes_while_it_is_made_is_not_shown_again(about, is_kept, monkeypatch):
    """The stamp is read before the page is made: what was read before the change is never found after it."""
    original = page_cache.PageCacheMiddleware._may_be_shown_to_all

    def change_meanwhile(request, response):
        page_cache._renew_stamp()
        return original(request, response)

    with monkeypatch.context() as patch:
        patch.setattr(page_cache.PageCacheMiddleware, "_may_be_shown_to_all", staticmethod(change_meanwhile))
        Client().get("/about/")
    assert not is_kept()


def test_runs_out(kept, is_kept, settings, time_machine):
    time_machine.move_to(datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=601))
    assert not is_kept()


# Never for all --------------------------------------------------------------------------------------------------------


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


# Bounds and failures --------------------------------------------------------------------------------------------------


def test_endless_addresses_do_not_fill_the_cache(db, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(page_cache, "MOST_FILTERED", 3)
    settings.CACHES = {"default": {"BACKEND": "hub.caches.ForgivingFilesCache", "LOCATION": str(tmp_path)}}
    client = Client()
    for number in range(10):
        client.get(f"/shared/?q={number}")
    client.get("/shared/")
    assert len(list(tmp_path.iterdir())) == 1 + 3 + 1  # the stamp, three with a query, one without


def test_a_very_long_address_is_not_kept(db):
    address = "/shared/?q=" + "x" * 600
    assert Client().get(address).content == b"shared " + b"x" * 600
    assert cache.get(STAMP_KEY) is None


def test_zero_seconds_turn_it_off(about, settings, is_kept):
    settings.PAGE_CACHE_SECONDS = 0
    assert not is_kept()
    assert not is_kept()
    assert Client().get("/about/")["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "backend",
    [
        {"BACKEND": "hub.caches.ForgivingFilesCache"},
        {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "test"},
        {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
        {"BACKEND": "hub.caches.ForgivingRedisCache", "LOCATION": "redis://127.0.0.1:1/0"},
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"},
    ],
    ids=lambda backend: backend["BACKEND"].split(".")[-1],
)
def test_any_cache_will_do_and_a_broken_one_breaks_no_page(db, settings, tmp_path, backend):
    settings.CACHES = {"default": {"LOCATION": str(tmp_path)} | backend}
    for _again in range(2):
        response = Client().get("/shared/?q=x")
        assert response.status_code == 200
        assert response.content == b"shared x"
    drop_public_pages()


def test_a_damaged_file_is_an_empty_cache(db, settings, tmp_path):
    settings.CACHES = {"default": {"BACKEND": "hub.caches.ForgivingFilesCache", "LOCATION": str(tmp_path)}}
    Client().get("/shared/")
    for damage in (b"", b"\x80", b"\x80\x7f\x00", b"nonsense" * 9):
        for file in tmp_path.iterdir():
            file.write_bytes(damage)
        for _again in range(2):
            assert Client().get("/shared/").content == b"shared "


def test_rows_may_be_saved_while_the_cache_is_away(settings, db, committed):
    settings.CACHES = {"default": {"BACKEND": "hub.caches.ForgivingRedisCache", "LOCATION": "redis://127.0.0.1:1/0"}}
    with committed():
        ThemeFactory()
