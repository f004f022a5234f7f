"""Requests that no browser sends."""

import random
from urllib.parse import urlencode

import pytest
from django.test import Client


@pytest.mark.parametrize(
    "request_", [
        ("GET", "/%00/"),
        ("GET", "/x%00.html"),
        ("GET", "/?q=%00"),
        ("GET", "/?%00=1"),
        ("GET", "/library/?q=a%00b"),
        ("GET", "/?" + "q" * 5000),
        ("GET", "/" + "a/" * 1500),
        ("GET", "/?" + "&".join(f"a{number}=1" for number in range(900)) + "&x=" + "y" * 4000),
    ],
    ids=lambda request_: request_[1][:20],
)  # fmt: skip
def test_refused(client, home, request_):
    method, address = request_
    assert client.generic(method, address).status_code == 400


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "FOO", "ÄÖ"])
def test_unknown_methods(client, home, method):
    response = client.generic(method, "/")
    assert response.status_code == 405
    assert response["Allow"].startswith("GET, HEAD")


def test_null_byte_in_a_cookie(client, home):
    assert client.get("/", headers={"Cookie": 'sessionid="abcdefgh\\000ijkl"'}).status_code == 400


def test_null_byte_in_a_form(client, home):
    assert client.post("/account/login/", {"login": "a\x00b", "password": "x"}).status_code == 400


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"login=%ff%fe&password=%00", "application/x-www-form-urlencoded"),
        (b"login=\xff\xfe", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"login=x", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"not multipart", "multipart/form-data; boundary=x"),
        (b"not multipart", "multipart/form-data"),
        (b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\0\r\n--x--\r\n', "multipart/form-data; boundary=x"),
        (b"{", "application/json"),
        (b"&".join(b"a%d=1" % number for number in range(11_000)), "application/x-www-form-urlencoded"),
        (b"a=" + b"x" * 6_000_000, "application/x-www-form-urlencoded"),
    ],
    ids=str,
)  # fmt: skip
def test_bodies_that_no_form_sends(client, home, body, content_type):
    response = client.generic("POST", "/account/login/", body, content_type=content_type)
    assert response.status_code in {200, 400, 413}


ADDRESSES = [
    *(
        "/",
        "/es/",
        "/ar/library/",
        "/library/",
        "/search/",
        "/groups/",
        "/account/login/",
        "/sitemap.xml",
        "/robots.txt",
    ),
    *("/admin/", "/events/", "/case-studies/", "/nowhere/", "/xx/", "/es/es/", "//evil.example/", "/%2e%2e/etc/passwd"),
    *("/documents/1/x.pdf", "/documents/99999999999999999999999/x/", "/groups/%F0%9F%A7%B5/", "/%ff%fe/", "/..;/"),
    *("/library/../", "/css/zzzzzzzzzzzz.css", "/.env", "/.git/config", "/media/../db.sqlite3"),
]
KEYS = [
    "page",
    "q",
    "theme",
    "area",
    "kind",
    "next",
    "language",
    "when",
    "sort",
    "month",
    "p",
    "from",
    "",
    "[]",
    "a[b]",
]
VALUES = [
    *("", "0", "-1", "99999999999999999999", "1e9", "NaN", "²", "abc", "' OR 1=1 --", "<script>", "{{7*7}}", "%s%n"),
    *(
        "../../etc/passwd",
        "\u202e",
        "\ud7ff",
        "x" * 900,
        "2026-13-45",
        "None",
        "null",
        "\r\nX: y",
        "🧵",
        "%",
        "__class__",
    ),
]
HEADERS = [
    {},
    {"Accept-Language": "x" * 600},
    {"Accept-Language": "zz-ZZ;q=nonsense"},
    {"Accept": "image/*"},
    {"Accept-Encoding": ";;gzip;q=x"},
    {"Authorization": "x"},
    {"Cookie": "=;;x"},
    {"Cookie": "sessionid=zzz; csrftoken=!; messages=x"},
    {"HX-Request": "true", "HX-Current-URL": "::%"},
    {"If-Modified-Since": "yesterday"},
    {"If-None-Match": '"'},
    {"Range": "bytes=9-1"},
    {"Referer": "::"},
    {"X-Forwarded-Proto": "gopher"},
]


def test_nothing_odd_ends_in_500(home, settings):
    """Two hundred random requests, the same in each run; the client raises whatever would have been a 500."""
    dice = random.Random(20260419)
    for _round in range(200):
        address = dice.choice(ADDRESSES)
        query = urlencode([(dice.choice(KEYS), dice.choice(VALUES)) for _pair in range(dice.randrange(4))])
        method = dice.choice(["GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
        headers = dice.choice(HEADERS)
        response = Client().generic(method, f"{address}?{query}" if query else address, headers=headers)
        assert response.status_code < 500, f"{method} {address}?{query} {headers}: {response.status_code}"
