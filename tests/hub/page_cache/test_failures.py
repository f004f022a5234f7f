"""The page cache has bounds, and breaks no page when it fails."""

import pytest
from django.core.cache import cache
from django.test import Client

from hub import page_cache
from hub.page_cache import STAMP_KEY, drop_public_pages
from tests.factories.hub import ThemeFactory


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
