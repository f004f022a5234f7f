"""What is kept is dropped when what it shows changes, and not before."""

import datetime

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from comments.models import PageComment
from groups.models import Membership
from hub import page_cache
from hub.models import HubSettings
from hub.page_cache import drop_public_pages
from tests.factories.groups import PeerGroupFactory
from tests.factories.hub import StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ToolkitPageFactory


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
