"""Every exit of every action on what is said in a group."""

import uuid

import pytest
from django.utils import timezone

from groups import actions
from groups.actions import GroupError
from groups.models import Post, Topic
from tests.factories.groups import MembershipFactory, PostFactory

from .conftest import close

pytestmark = pytest.mark.django_db


def key():
    return uuid.uuid4()


class TestStartTopic:
    def start(self, group, by, submission_key=None):
        return actions.start_topic(
            group=group, title="Rates", text="What do you pay?", submission_key=submission_key or key(), by=by
        )

    def test_makes_a_topic_with_its_first_post(self, group, bob):
        topic = self.start(group, bob)
        assert [(post.author, post.text) for post in topic.posts.all()] == [(bob, "What do you pay?")]

    def test_twice_makes_one(self, group, bob):
        same = key()
        assert self.start(group, bob, same) == self.start(group, bob, same)
        assert (Topic.objects.count(), Post.objects.count()) == (1, 1)

    def test_a_key_of_somebody_else_is_refused(self, group, alice, bob):
        same = key()
        self.start(group, bob, same)
        with pytest.raises(GroupError, match="sent by somebody else"):
            self.start(group, alice, same)

    def test_is_refused_to_strangers_and_superusers(self, group, charlie):
        charlie.is_superuser = True
        charlie.save()
        with pytest.raises(GroupError, match="Only members"):
            self.start(group, charlie)

    def test_is_refused_in_a_closed_group(self, group, bob):
        close(group)
        with pytest.raises(GroupError, match="has closed"):
            self.start(group, bob)


class TestReply:
    def test_adds_a_post_and_moves_the_topic_up(self, topic, bob):
        before = topic.last_post_at
        post = actions.reply(topic=topic, text="Ten an hour.", submission_key=key(), by=bob)
        topic.refresh_from_db()
        assert topic.last_post_at == post.created_at > before

    def test_twice_makes_one_and_tells_once(self, topic, bob, mailoutbox, django_capture_on_commit_callbacks):
        same = key()
        with django_capture_on_commit_callbacks(execute=True):
            first = actions.reply(topic=topic, text="Ten.", submission_key=same, by=bob)
            second = actions.reply(topic=topic, text="Ten.", submission_key=same, by=bob)
        assert first == second
        assert len(mailoutbox) == 1

    def test_tells_the_others_who_take_part_and_nothing_that_was_said(
        self, topic, bob, charlie, mailoutbox, django_capture_on_commit_callbacks
    ):
        MembershipFactory(group=topic.group, user=charlie)  # a member who has not written here
        with django_capture_on_commit_callbacks(execute=True):
            post = actions.reply(topic=topic, text="Wombat rates.", submission_key=key(), by=bob)
        assert [mail.to for mail in mailoutbox] == [["alice@example.org"]]
        assert "Wombat" not in mailoutbox[0].body + mailoutbox[0].subject
        assert f"/groups/paying-people/posts/{post.pk}/" in mailoutbox[0].body
        assert "/members/me/" in mailoutbox[0].body

    @pytest.mark.parametrize("change", ["left", "deactivated", "no mail wanted", "post removed"])
    def test_does_not_write_to(
        self, change, topic, alice, bob, charlie, mailoutbox, django_capture_on_commit_callbacks
    ):
        membership = MembershipFactory(group=topic.group, user=charlie)
        post = PostFactory(topic=topic, author=charlie)
        if change == "left":
            membership.delete()
        elif change == "deactivated":
            charlie.is_active = False
        elif change == "no mail wanted":
            charlie.wants_reply_mail = False
        else:
            post.removed_at = timezone.now()
        charlie.save()
        post.save()
        with django_capture_on_commit_callbacks(execute=True):
            actions.reply(topic=topic, text="Ten.", submission_key=key(), by=bob)
        assert [mail.to for mail in mailoutbox] == [["alice@example.org"]]

    def test_answers_a_post(self, topic, bob):
        first = topic.posts.get()
        assert actions.reply(topic=topic, text="Yes", submission_key=key(), by=bob, reply_to=first).reply_to == first

    def test_is_refused_for_a_post_of_another_topic(self, topic, bob):
        with pytest.raises(GroupError, match="was removed"):
            actions.reply(topic=topic, text="Yes", submission_key=key(), by=bob, reply_to=PostFactory())

    def test_is_refused_for_a_removed_post(self, topic, alice, bob):
        post = actions.remove_post(post=topic.posts.get(), by=alice)
        with pytest.raises(GroupError, match="was removed"):
            actions.reply(topic=topic, text="Yes", submission_key=key(), by=bob, reply_to=post)

    def test_is_refused_to_a_stranger(self, topic, charlie):
        with pytest.raises(GroupError, match="Only members"):
            actions.reply(topic=topic, text="Hello", submission_key=key(), by=charlie)

    def test_is_refused_to_a_deactivated_member(self, topic, bob):
        bob.is_active = False
        bob.save()
        with pytest.raises(GroupError, match="Only members"):
            actions.reply(topic=topic, text="Hello", submission_key=key(), by=bob)

    def test_is_refused_in_a_closed_group(self, topic, bob):
        close(topic.group)
        with pytest.raises(GroupError, match="has closed"):
            actions.reply(topic=topic, text="Hello", submission_key=key(), by=bob)


class TestEditPost:
    def test_changes_the_text_and_says_when(self, topic, alice):
        post = actions.edit_post(post=topic.posts.get(), text="Changed.", by=alice)
        assert (post.text, post.edited_at is not None) == ("Changed.", True)

    def test_the_same_text_changes_nothing(self, topic, alice):
        post = topic.posts.get()
        assert actions.edit_post(post=post, text=post.text, by=alice).edited_at is None

    def test_is_refused_to_a_facilitator_who_did_not_write_it(self, topic, alice, bob):
        post = PostFactory(topic=topic, author=bob)
        with pytest.raises(GroupError, match="Only its author"):
            actions.edit_post(post=post, text="Changed.", by=alice)

    def test_is_refused_to_an_author_who_left(self, topic, bob):
        post = PostFactory(topic=topic, author=bob)
        actions.leave(group=topic.group, by=bob)
        with pytest.raises(GroupError, match="Only members"):
            actions.edit_post(post=post, text="Changed.", by=bob)

    def test_is_refused_once_removed(self, topic, alice):
        post = actions.remove_post(post=topic.posts.get(), by=alice)
        with pytest.raises(GroupError, match="was removed"):
            actions.edit_post(post=post, text="Back again.", by=alice)

    def test_is_refused_in_a_closed_group(self, topic, alice):
        close(topic.group)
        with pytest.raises(GroupError, match="has closed"):
            actions.edit_post(post=topic.posts.get(), text="Changed.", by=alice)


class TestRemovePost:
    def test_by_its_author_keeps_the_place_and_not_the_text(self, topic, bob):
        post = actions.remove_post(post=PostFactory(topic=topic, author=bob), by=bob)
        assert (post.text, post.is_removed_by_author) == ("", True)

    def test_by_a_facilitator_twice_changes_once(self, topic, alice, bob):
        post = PostFactory(topic=topic, author=bob)
        first = actions.remove_post(post=post, by=alice).removed_at
        assert actions.remove_post(post=post, by=alice).removed_at == first
        post.refresh_from_db()
        assert (post.removed_by, post.is_removed_by_author) == (alice, False)

    def test_is_refused_to_another_member(self, topic, bob):
        with pytest.raises(GroupError, match="author or a facilitator"):
            actions.remove_post(post=topic.posts.get(), by=bob)

    def test_is_refused_to_a_stranger(self, topic, charlie):
        with pytest.raises(GroupError, match="Only members"):
            actions.remove_post(post=topic.posts.get(), by=charlie)
