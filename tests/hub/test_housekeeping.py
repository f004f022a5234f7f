"""The chores of the front door that are about neither tasks nor mail."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from wagtail.models import Page

from hub.housekeeping import clear_sessions, publish_scheduled
from tests.factories.hub import StandardPageFactory


@pytest.fixture
def timed(home):
    """A page that is to be published a minute ago, and one that is to be taken down."""
    moment = timezone.now() - timedelta(minutes=1)
    up, down = (StandardPageFactory(parent=home, live=live) for live in (False, True))
    up.go_live_at = timezone.now() + timedelta(minutes=5)
    revision = up.save_revision(approved_go_live_at=up.go_live_at)
    revision.publish()
    type(revision).objects.filter(pk=revision.pk).update(
        approved_go_live_at=moment, content={**revision.content, "go_live_at": moment.isoformat()}
    )
    Page.objects.filter(pk=down.pk).update(expire_at=moment)
    return up, down


def live(pages):
    return [Page.objects.get(pk=page.pk).live for page in pages]


def test_publishes_and_takes_down_what_is_timed(timed):
    assert publish_scheduled(dry_run=True) == "Would publish 1 page and take down 1."
    assert live(timed) == [False, True]
    assert publish_scheduled(dry_run=False) == "Published 1 page and took down 1."
    assert live(timed) == [True, False]
    assert publish_scheduled(dry_run=False) == ""


@pytest.mark.django_db
def test_sessions_that_have_run_out_are_forgotten():
    for days in (-1, 1):
        Session.objects.create(session_key=f"key{days}", expire_date=timezone.now() + timedelta(days=days))
    assert clear_sessions(dry_run=True) == "Would forget 1 session that ran out."
    assert clear_sessions(dry_run=False) == "Forgot 1 session that ran out."
    assert clear_sessions(dry_run=False) == ""
    assert Session.objects.get().session_key == "key1"
