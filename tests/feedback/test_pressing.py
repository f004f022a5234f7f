"""The first press below a page counts: once for each reader, from our own pages alone."""

import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import PageViewRestriction

from feedback.models import Feedback

pytestmark = pytest.mark.django_db

HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def url(toolkit):
    return f"/feedback/pages/{toolkit.pk}/"


@pytest.fixture
def reader():
    """A browser for which a missing token would be an error."""
    return Client(enforce_csrf_checks=True)


def press(client, url, useful="yes", headers=HERE, **more):
    return client.post(f"{url}press/", {"useful": useful}, headers=headers, **more)


def counted():
    return list(Feedback.objects.order_by("pk").values_list("is_useful", "words"))


def test_one_press_counts_and_asks_why(reader, url):
    response = press(reader, url, "no")
    assert (response.status_code, response.url, counted()) == (302, f"{url}?said=no", [(False, "")])
    assert response["Cache-Control"] == "private, no-store"
    page = reader.get(response.url)
    assert "Your answer counts." in page.text
    assert "One more step" not in page.text
    form = page.context["form"]
    assert form["is_useful"].value() == "no"
    sent = {"is_useful": "no", "words": "Too long", "submission_key": str(form["submission_key"].value()),
            "csrfmiddlewaretoken": page.context["csrf_token"]}  # fmt: skip
    for _pressed in range(2):
        assert reader.post(url, sent).url == f"{url}thanks/"
    assert counted() == [(False, "Too long")]
    press(reader, url, "yes")  # the words stand
    assert counted() == [(False, "Too long")]


def test_pressed_again_the_last_answer_counts_once(reader, url):
    for useful in ("yes", "yes", "no"):
        press(reader, url, useful)
        cache.clear()
    assert counted() == [(False, "")]


def test_a_double_click_is_one_answer_and_somebody_else_is_another(url):
    for _click in range(2):
        press(Client(), url)  # both come before the cookie
    assert counted() == [(True, "")]
    press(Client(), url, REMOTE_ADDR="10.0.0.9")
    assert counted() == [(True, ""), (True, "")]


def test_who_presses_after_somebody_s_words_is_somebody_else(reader, url):
    press(reader, url, "no")
    token = reader.get(url).context["csrf_token"]
    said = {"is_useful": "no", "words": "Too long", "submission_key": Feedback.objects.get().submission_key}
    reader.post(url, {**said, "csrfmiddlewaretoken": token})
    press(Client(), url)
    assert counted() == [(False, "Too long"), (True, "")]


def test_the_cookie_is_for_this_page_alone_and_says_nothing(reader, url):
    press(reader, url)
    (cookie,) = reader.cookies.values()
    assert (cookie["path"], cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (url, True, "Strict", 3600)
    assert uuid.UUID(cookie.value.split(":")[0]) == Feedback.objects.get().submission_key


@pytest.mark.parametrize("value", ["x", "x:y:z", f"{uuid.UUID(int=7).hex}:a:b"])
def test_a_cookie_that_we_did_not_write_is_as_none(reader, url, value):
    reader.cookies["said-useful"] = value
    assert press(reader, url).status_code == 302
    assert reader.get(url).status_code == 200
    assert counted() == [(True, "")]


def test_a_browser_that_keeps_nothing_is_thanked(url):
    assert Client().get(press(Client(), url).url).url == f"{url}thanks/"


@pytest.mark.parametrize(
    ("headers", "counts"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "http://testserver.evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Referer": "http://testserver/"}, False),
        ({}, False),
    ],
)
def test_only_a_press_on_a_page_of_ours_counts(reader, url, headers, counts):
    response = press(reader, url, headers=headers)
    assert response.url == (f"{url}?said=yes" if counts else f"{url}?useful=yes")
    assert len(counted()) == counts
    assert reader.get(response.url).status_code == 200


@pytest.mark.parametrize("useful", ["", "maybe", "<script>"])
def test_other_buttons_count_nothing(reader, url, useful):
    assert press(reader, url, useful).url == url
    assert counted() == []


def test_is_limited_for_each_address(reader, url, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"say_useful": "2/h/ip"}
    assert [press(reader, url).status_code for _ in range(3)] == [302, 302, 429]
    assert "You have told us a lot in a short time." in press(reader, url).text


def test_is_posted_and_only_about_pages_that_ask(reader, url, toolkit, home):
    assert reader.get(f"{url}press/").status_code == 405
    for address in (f"/feedback/pages/{home.pk}/", "/feedback/pages/99999/"):
        assert press(reader, address).status_code == 404
    PageViewRestriction.objects.create(page=toolkit, restriction_type="login")
    assert press(reader, url).status_code == 404
    assert counted() == []


def test_the_page_is_the_same_for_who_pressed(reader, url, toolkit, settings, django_assert_num_queries):
    settings.PAGE_CACHE_SECONDS = 600
    press(reader, url)
    reader.get(toolkit.url)
    with django_assert_num_queries(0):
        assert "csrf" not in reader.get(toolkit.url).text
