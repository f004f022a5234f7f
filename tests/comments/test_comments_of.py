import re

import pytest
from django.db import connection
from wagtail.models import PageViewRestriction

from comments import actions
from comments.models import PageComment
from tests.factories.comments import PageCommentFactory

pytestmark = pytest.mark.django_db


def section(response):
    found = re.search(r'<section class="comments.*?</section>', response.text, re.DOTALL)
    return found[0] if found else ""


@pytest.fixture
def show(client, toolkit):
    """Return the comments' part of the toolkit's page as `user` sees it."""

    def show(user=None):
        client.logout()
        if user:
            client.force_login(user)
        return section(client.get(toolkit.url))

    return show


def test_everybody_reads_the_thread(show, toolkit, comment, bob):
    PageCommentFactory(page=toolkit, user=bob, reply_to=comment, comment="How did it go? <i>x</i>")
    html = show()
    assert "2 comments" in html
    assert html.index("We tried this in Leeds.") < html.index("How did it go? &lt;i&gt;x&lt;/i&gt;")
    assert html.count('<ol class="thread">') == 2


def test_anonymous_readers_all_get_the_same_without_a_token(client, show, toolkit, comment, waiting):
    assert show() == show()
    for private in ["csrf", "<form", "pangolin", "/members/", "example.org"]:
        assert private not in show()
    assert "Sign in to comment" in show()
    assert f"/comments/{comment.pk}/report/" in show()
    assert not client.get(toolkit.url).cookies


def test_authors_see_their_own_waiting_comment_and_others_do_not(show, waiting, alice, bob, mona):
    assert "Waits for a moderator. Only you see it." in show(bob)
    assert "pangolin" in show(bob)
    for user in (alice, mona):
        assert "pangolin" not in show(user)
    assert 'id="comments-title">Comments<' in show(bob)


def test_a_newcomer_is_told_that_a_moderator_reads_first(show, comment, alice, bob):
    told = "A moderator reads your first comment before it appears."
    assert told in show(bob)
    assert told not in show(alice)


def test_a_removed_comment_keeps_its_place(show, toolkit, comment):
    PageCommentFactory(page=toolkit, reply_to=comment, comment="An answer.")
    PageComment.objects.filter(pk=comment.pk).update(is_removed=True)
    html = show()
    assert "This comment was removed." in html
    assert "Leeds" not in html
    assert "Alice" not in html
    assert "An answer." in html
    assert "1 comment<" in html


def test_a_rejected_comment_is_seen_by_nobody(show, waiting, bob):
    PageComment.objects.filter(pk=waiting.pk).update(is_removed=True)
    assert "pangolin" not in show(bob)
    assert "was removed" not in show(bob)


def test_closed_comments_stay_readable(show, toolkit, comment, alice):
    toolkit.is_open_for_comments = False
    toolkit.save()
    for html in (show(), show(alice)):
        assert "Comments are closed" in html
        assert "Leeds" in html
        assert "<form" not in html
        assert "Answer" not in html


def test_a_private_page_shows_no_comments_even_to_those_let_in(show, toolkit, comment, alice):
    PageViewRestriction.objects.create(page=toolkit, restriction_type=PageViewRestriction.LOGIN)
    assert show(alice) == ""


def test_a_plain_page_has_none(client, home):
    assert section(client.get(home.url)) == ""


def test_somebody_who_left_and_somebody_deactivated(show, comment, alice, mona):
    alice.is_active = False
    alice.save()
    assert f"/members/{alice.pk}/" not in show(mona)
    alice.delete()
    assert "Somebody who has left the hub" in show(mona)


@pytest.mark.parametrize("who", ["anonymous", "newcomer", "author"])
def test_costs_the_same_for_one_and_for_fifty(
    client, rf, toolkit, comment, alice, bob, django_assert_max_num_queries, who
):
    from django.contrib.auth.models import AnonymousUser
    from django.template import Context, Template

    request = rf.get(toolkit.url)
    request.user = {"anonymous": AnonymousUser(), "newcomer": bob, "author": alice}[who]
    bob.has_perm("any.thing")  # the page's header asks for permissions too

    def render():
        return Template("{% load comment_tags %}{% comments_of page %}").render(
            Context({"request": request, "page": toolkit})
        )

    render()
    with django_assert_max_num_queries(3):
        render()
    last = comment
    for number in range(49):
        last = PageCommentFactory(page=toolkit, reply_to=last if number % 4 else None)
    with django_assert_max_num_queries(3):
        assert "50 comments" in render()


def test_kept_pages_are_dropped_when_a_moderator_decides(
    client, settings, toolkit, waiting, mona, django_capture_on_commit_callbacks
):
    settings.PAGE_CACHE_SECONDS = 600
    for decide, is_there in [(None, False), (actions.approve, True), (actions.remove, False)]:
        if decide:
            # What the fixtures asked for at their commit never runs in a test, and would stand for our own wish.
            connection.run_on_commit.clear()
            with django_capture_on_commit_callbacks(execute=True):
                decide(comment=waiting, by=mona)
        assert ("pangolin" in client.get(toolkit.url).text) is is_there
