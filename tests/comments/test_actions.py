import uuid

import pytest
from django_comments.models import CommentFlag
from wagtail.models import PageViewRestriction

from comments import actions
from comments.actions import CommentError
from comments.models import PageComment, Report
from tests.factories.comments import PageCommentFactory
from tests.factories.hub import StandardPageFactory

pytestmark = pytest.mark.django_db


def post(page, by, text="Thank you!", submission_key=None, **kwargs):
    return actions.post(page=page, text=text, by=by, submission_key=submission_key or uuid.uuid4(), **kwargs)


def report(comment, by=None, submission_key=None):
    return actions.report(comment=comment, reason="It is rude.", by=by, submission_key=submission_key or uuid.uuid4())


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Run what follows as one committed transaction, so that mail leaves."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


class TestPost:
    def test_a_newcomers_first_comment_waits_and_moderators_are_told(self, toolkit, bob, mona, mailoutbox, commit):
        with commit():
            comment = post(toolkit, bob)
        assert comment.is_waiting
        assert [(mail.to, mail.subject) for mail in mailoutbox] == [
            (["mona@example.org"], "A first comment waits for a moderator")
        ]

    def test_moderators_are_told_in_their_language(self, toolkit, bob, mona, mailoutbox, commit):
        mona.language = "es"
        mona.save()
        with commit():
            post(toolkit, bob)
        assert len(mailoutbox) == 1

    def test_a_second_one_waits_too_while_the_first_does(self, toolkit, bob, waiting):
        assert post(toolkit, bob).is_waiting

    def test_somebody_with_an_approved_comment_appears_at_once(self, toolkit, alice, comment, mailoutbox, commit):
        with commit():
            assert post(toolkit, alice).is_public
        assert mailoutbox == []

    def test_somebody_whose_only_comment_was_removed_waits_again(self, toolkit, alice, comment, mona):
        actions.remove(comment=comment, by=mona)
        assert post(toolkit, alice).is_waiting

    def test_a_moderator_appears_at_once(self, toolkit, mona):
        assert post(toolkit, mona).is_public

    def test_an_answer_hangs_below_and_its_author_is_told(self, toolkit, comment, alice, mona, mailoutbox, commit):
        with commit():
            answer = post(toolkit, mona, "How did it go?", reply_to=comment)
        assert (answer.thread_id, answer.level) == (comment.pk, 1)
        assert [(mail.to, mail.subject) for mail in mailoutbox] == [
            (["alice@example.org"], "Mona Haddad answered your comment")
        ]
        assert f"/comments/{answer.pk}/" in mailoutbox[0].body

    @pytest.mark.parametrize("change", ["no mail wanted", "deactivated"])
    def test_nobody_else_is_told(self, toolkit, comment, alice, mona, mailoutbox, commit, change):
        alice.wants_reply_mail, alice.is_active = change != "no mail wanted", change != "deactivated"
        alice.save()
        with commit():
            post(toolkit, mona, reply_to=comment)
            post(toolkit, alice, reply_to=comment)
        assert mailoutbox == []

    def test_twice_makes_one(self, toolkit, alice, comment):
        same = uuid.uuid4()
        assert post(toolkit, alice, submission_key=same) == post(toolkit, alice, submission_key=same)
        assert PageComment.objects.count() == 2

    def test_a_key_of_somebody_else_is_refused(self, toolkit, alice, bob):
        same = uuid.uuid4()
        post(toolkit, alice, submission_key=same)
        with pytest.raises(CommentError, match="sent by somebody else"):
            post(toolkit, bob, submission_key=same)

    def test_is_refused_where_comments_are_closed(self, toolkit, alice):
        toolkit.is_open_for_comments = False
        toolkit.save()
        with pytest.raises(CommentError, match="Comments are closed"):
            post(toolkit, alice)

    def test_is_refused_on_a_draft(self, toolkit, alice):
        toolkit.unpublish()
        with pytest.raises(CommentError, match="no comments"):
            post(toolkit, alice)

    def test_is_refused_on_a_private_page_and_below_it(self, library, toolkit, alice):
        PageViewRestriction.objects.create(page=library, restriction_type=PageViewRestriction.LOGIN)
        with pytest.raises(CommentError, match="no comments"):
            post(toolkit, alice)

    def test_is_refused_on_plain_pages_and_lists(self, home, library, alice):
        for page in (home, library, StandardPageFactory(parent=home)):
            with pytest.raises(CommentError, match="no comments"):
                post(page, alice)

    @pytest.mark.parametrize("change", [{"is_public": False}, {"is_removed": True}, {"level": 3}])
    def test_what_is_not_public_or_too_deep_is_not_answered(self, toolkit, comment, mona, change):
        PageComment.objects.filter(pk=comment.pk).update(**change)
        with pytest.raises(CommentError, match="cannot be answered"):
            post(toolkit, mona, reply_to=comment)

    def test_a_comment_on_another_page_is_not_answered(self, library, comment, mona):
        other = type(comment.page())(title="Other", slug="other")
        library.add_child(instance=other)
        with pytest.raises(CommentError, match="cannot be answered"):
            post(other, mona, reply_to=comment)

    def test_goes_as_deep_as_the_settings_say(self, toolkit, comment, mona):
        deepest = comment
        for _level in range(3):
            deepest = post(toolkit, mona, reply_to=deepest)
        assert deepest.level == 3
        assert not deepest.can_be_answered


class TestReport:
    def test_tells_the_moderators_once(self, comment, bob, mona, mailoutbox, commit):
        with commit():
            report(comment, by=bob)
            report(comment)
        assert [(mail.to, mail.subject) for mail in mailoutbox] == [
            (["mona@example.org"], "Somebody reported a comment")
        ]
        assert "Bob" not in mailoutbox[0].body
        assert list(PageComment.objects.reported()) == [comment]

    def test_twice_by_the_same_person_is_one(self, comment, bob):
        assert report(comment, by=bob) == report(comment, by=bob)

    def test_the_same_form_twice_is_one(self, comment):
        same = uuid.uuid4()
        assert report(comment, submission_key=same) == report(comment, submission_key=same)

    @pytest.mark.parametrize("change", [{"is_public": False}, {"is_removed": True}])
    def test_what_nobody_can_read_is_not_reported(self, comment, change):
        PageComment.objects.filter(pk=comment.pk).update(**change)
        with pytest.raises(CommentError, match="not here any more"):
            report(comment)


class TestApprove:
    def test_publishes_and_tells_the_author(self, waiting, mona, mailoutbox, commit):
        with commit():
            assert actions.approve(comment=waiting, by=mona).is_public
        assert [(mail.to, mail.subject) for mail in mailoutbox] == [(["bob@example.org"], "Your comment is there now")]
        assert waiting.flags.get().flag == CommentFlag.MODERATOR_APPROVAL

    def test_of_an_answer_tells_who_was_answered(self, toolkit, comment, bob, mona, mailoutbox, commit):
        with commit():
            answer = post(toolkit, bob, reply_to=comment)
        assert [mail.to for mail in mailoutbox] == [["mona@example.org"]]
        with commit():
            actions.approve(comment=answer, by=mona)
        assert [mail.to for mail in mailoutbox[1:]] == [["bob@example.org"], ["alice@example.org"]]

    def test_twice_tells_once(self, waiting, mona, mailoutbox, commit):
        with commit():
            actions.approve(comment=waiting, by=mona)
            actions.approve(comment=waiting, by=mona)
        assert len(mailoutbox) == 1

    def test_keeps_a_reported_comment_and_settles_the_reports(self, comment, mona, mailoutbox):
        report(comment)
        actions.approve(comment=comment, by=mona)
        assert not PageComment.objects.reported().exists()
        assert Report.objects.get().settled_by == mona

    def test_does_not_publish_other_waiting_comments(self, toolkit, waiting, bob, mona):
        second = post(toolkit, bob)
        actions.approve(comment=waiting, by=mona)
        second.refresh_from_db()
        assert second.is_waiting

    def test_is_refused_once_removed(self, waiting, mona):
        actions.remove(comment=waiting, by=mona)
        with pytest.raises(CommentError, match="removed already"):
            actions.approve(comment=waiting, by=mona)

    def test_is_refused_to_others(self, waiting, bob, edith):
        for user in (bob, edith):
            with pytest.raises(CommentError, match="Only moderators"):
                actions.approve(comment=waiting, by=user)


class TestRemove:
    def test_keeps_the_place_and_the_answers(self, toolkit, comment, mona):
        answer = post(toolkit, mona, reply_to=comment)
        report(comment)
        assert actions.remove(comment=comment, by=mona).is_removed
        assert actions.remove(comment=comment, by=mona).is_removed
        answer.refresh_from_db()
        assert (answer.is_public, answer.is_removed) == (True, False)
        assert not Report.objects.open().exists()
        assert comment.flags.get().flag == CommentFlag.MODERATOR_DELETION

    def test_an_author_removes_their_own(self, comment, alice):
        assert actions.remove(comment=comment, by=alice).is_removed

    def test_is_refused_to_others(self, comment, bob):
        with pytest.raises(CommentError, match="Only moderators"):
            actions.remove(comment=comment, by=bob)


def test_deleting_a_page_deletes_its_comments(toolkit, comment):
    PageCommentFactory(page=toolkit, reply_to=comment)
    report(comment)
    toolkit.delete()
    assert not PageComment.objects.exists()
    assert not Report.objects.exists()


def test_deleting_a_person_keeps_what_they_said(comment, alice):
    alice.delete()
    comment.refresh_from_db()
    assert comment.user is None
