"""Comments that close by themselves at the end of their last day."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from comments import actions
from comments.actions import CommentError
from comments.models import PageComment
from hub.models import BasePage

from .test_views import data

pytestmark = pytest.mark.django_db

LAST_DAY = date(2026, 6, 3)
# London is an hour ahead of UTC in June.
BEFORE_MIDNIGHT = datetime(2026, 6, 3, 22, 59, 59, tzinfo=UTC)
MIDNIGHT = datetime(2026, 6, 3, 23, 0, tzinfo=UTC)


@pytest.fixture
def closing(toolkit):
    toolkit.comments_close_on = LAST_DAY
    toolkit.save()
    return toolkit


@pytest.mark.parametrize(
    ("is_open", "close_on", "now", "expected"),
    [
        (True, None, MIDNIGHT, True),
        (True, LAST_DAY, BEFORE_MIDNIGHT, True),
        (True, LAST_DAY, MIDNIGHT, False),
        (False, None, BEFORE_MIDNIGHT, False),
        (False, LAST_DAY, BEFORE_MIDNIGHT, False),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/London", "Pacific/Auckland"])
def test_the_last_day_is_that_of_the_hub_whatever_the_readers_clock(is_open, close_on, now, expected, zone):
    page = BasePage(is_open_for_comments=is_open, comments_close_on=close_on)
    with time_machine.travel(now, tick=False), timezone.override(zone):
        assert page.takes_comments is expected


def test_nobody_posts_after_the_last_day(closing, bob):
    key = data()["submission_key"]
    with time_machine.travel(BEFORE_MIDNIGHT, tick=False):
        posted = actions.post(page=closing, text="In time", submission_key=key, by=bob)
    with time_machine.travel(MIDNIGHT, tick=False):
        with pytest.raises(CommentError, match="Comments closed on 3 June 2026"):
            actions.post(page=closing, text="Late", submission_key=None, by=bob)
        assert actions.post(page=closing, text="In time", submission_key=key, by=bob) == posted
    assert PageComment.objects.count() == 1


def test_an_editor_may_close_them_earlier(closing, bob):
    closing.is_open_for_comments = False
    with (
        time_machine.travel(BEFORE_MIDNIGHT, tick=False),
        pytest.raises(CommentError, match="Comments are closed"),
    ):
        actions.post(page=closing, text="Late", submission_key=None, by=bob)


def test_who_was_writing_gets_the_text_back(client, closing, bob):
    client.force_login(bob)
    with time_machine.travel(MIDNIGHT, tick=False):
        response = client.post(reverse("comments:post", args=[closing.pk]), data(text="Hours of work"))
    assert response.status_code == 200
    assert "Comments closed on 3 June 2026." in response.text
    assert "Hours of work</textarea>" in response.text
    assert "Post my comment" not in response.text
    assert not PageComment.objects.exists()


def test_who_sent_it_in_time_and_again_is_led_to_it(client, closing, bob):
    client.force_login(bob)
    url, sent = reverse("comments:post", args=[closing.pk]), data(text="In time")
    with time_machine.travel(BEFORE_MIDNIGHT, tick=False):
        first = client.post(url, sent).url
    with time_machine.travel(MIDNIGHT, tick=False):
        client.force_login(bob)
        assert client.post(url, sent).url == first
    assert PageComment.objects.count() == 1


def test_a_kept_page_says_so_from_midnight_on(client, settings, closing, comment):
    settings.PAGE_CACHE_SECONDS = 600
    cache.clear()
    with time_machine.travel(BEFORE_MIDNIGHT, tick=False) as clock:
        kept = client.get(closing.url)
        assert "Comments are open until Wednesday 3 June 2026." in kept.text
        assert "/reply/" in kept.text
        assert client.get(closing.url)["ETag"] == kept["ETag"]
        clock.move_to(MIDNIGHT)
        text = client.get(closing.url, headers={"If-None-Match": kept["ETag"]}).text
    assert "Comments closed on 3 June 2026." in text
    assert "Comments are open until" not in text
    assert "/reply/" not in text
    assert "Sign in to comment" not in text
