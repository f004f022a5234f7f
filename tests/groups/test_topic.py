import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Membership, Post, Topic
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory

pytestmark = pytest.mark.django_db

NEW = "/groups/paying-people/topics/new/"


def close(group):
    group.closed_at = timezone.now()
    group.save()


@pytest.fixture
def outsiders(topic, charlie, mona, edith):
    """People who are not active members: a stranger, staff, a superuser, and one who only asked."""
    charlie.is_superuser = True
    charlie.save()
    MembershipFactory(group=topic.group, user=edith, status=Membership.Status.ASKED)
    return [charlie, mona, edith]


class TestEveryWayIn:
    """Each address inside a group answers outsiders as if nothing were there."""

    def addresses(self, topic):
        post = topic.posts.first()
        base = "/groups/paying-people/"
        for kind, pk, rest in [
            ("topics", topic.pk, [""]),
            ("posts", post.pk, ["", "edit/", "remove/"]),
        ]:
            for tail in rest:
                yield f"{base}{kind}/{pk}/{tail}", f"{base}{kind}/999999/{tail}"

    def test_strangers_get_404_for_what_is_there_and_what_is_not(self, client, topic, outsiders):
        for user in outsiders:
            client.force_login(user)
            assert client.get(NEW).status_code == 404
            for there, not_there in self.addresses(topic):
                assert (client.get(there).status_code, client.get(not_there).status_code) == (404, 404), there
                assert client.post(there).status_code == client.post(not_there).status_code in (404, 405), there
        assert Post.objects.count() == 1

    def test_anonymous_is_sent_to_sign_in_for_what_is_there_and_what_is_not(self, client, topic):
        for addresses in [*self.addresses(topic), (NEW, "/groups/none/topics/new/")]:
            for address in addresses:
                assert client.get(address).url == f"{reverse('account_login')}?next={address}"
                assert client.post(address).status_code == 302
        assert Post.objects.count() == 1

    def test_a_former_and_a_deactivated_member_are_outside(self, client, topic, bob, alice):
        client.force_login(bob)
        Membership.objects.filter(user=bob).delete()
        assert client.get(topic.get_absolute_url()).status_code == 404
        client.force_login(alice)
        alice.is_active = False
        alice.save()
        assert client.get(topic.get_absolute_url()).status_code == 302

    def test_a_topic_under_another_groups_address_is_not_there(self, client, topic, bob):
        other = PeerGroupFactory(slug="other")
        MembershipFactory(group=other, user=bob)
        client.force_login(bob)
        assert client.get(f"/groups/other/topics/{topic.pk}/").status_code == 404
        assert client.get(f"/groups/other/posts/{topic.posts.get().pk}/").status_code == 404

    def test_a_number_too_big_for_the_database(self, client, topic, bob):
        client.force_login(bob)
        for kind in ("topics", "posts"):
            assert client.get(f"/groups/paying-people/{kind}/{10**30}/").status_code == 404

    def test_is_never_kept_by_a_cache(self, client, topic, bob):
        client.force_login(bob)
        assert "no-store" in client.get(topic.get_absolute_url())["Cache-Control"]


class TestStartTopic:
    def data(self, **changes):
        return {"title": "Rates", "text": "What do you pay?", "submission_key": str(uuid.uuid4()), **changes}

    def test_works(self, client, group, bob):
        client.force_login(bob)
        assert client.get(NEW).status_code == 200
        response = client.post(NEW, self.data(), follow=True)
        assert "What do you pay?" in response.text
        assert Topic.objects.get().started_by == bob

    def test_sent_twice_makes_one(self, client, group, bob):
        client.force_login(bob)
        data = self.data()
        assert client.post(NEW, data).url == client.post(NEW, data).url
        assert Topic.objects.count() == 1

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"title": ""}, "Please fill this in."),
            ({"text": "  "}, "Please fill this in."),
            ({"title": "x" * 141}, "at most 140 characters"),
            ({"text": "x" * 8001}, "at most 8000 characters"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, group, bob, changes, message):
        client.force_login(bob)
        response = client.post(NEW, self.data(**changes))
        assert response.status_code == 200
        assert message in response.text
        if "text" not in changes:
            assert "What do you pay?" in response.text
        assert not Topic.objects.exists()

    @pytest.mark.parametrize("key", ["nonsense", "", "1" * 5000])
    def test_a_key_that_did_not_come_back_whole_is_as_a_new_one(self, client, group, bob, key):
        client.force_login(bob)
        assert client.post(NEW, self.data(submission_key=key)).status_code == 302
        assert Topic.objects.count() == 1

    def test_a_closed_group_says_so(self, client, group, bob):
        close(group)
        client.force_login(bob)
        response = client.post(NEW, self.data())
        assert "has closed" in response.text
        assert "What do you pay?" in response.text

    def test_null_bytes_are_refused(self, client, group, bob):
        client.force_login(bob)
        assert client.post(NEW, self.data(text="a\x00b")).status_code == 400


class TestShowTopic:
    def test_shows_posts_safely(self, client, topic, alice, bob):
        PostFactory(
            topic=topic,
            author=bob,
            text="<img src=x onerror=alert(1)> [x](javascript:alert(1))\n\nsee https://example.org/?a=1&b=2",
        )
        client.force_login(alice)
        response = client.get(topic.get_absolute_url())
        assert "<img src=x" not in response.text
        assert 'href="javascript' not in response.text
        assert '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc noopener">' in response.text

    def test_a_removed_post_keeps_its_place(self, client, topic, alice, bob):
        PostFactory(topic=topic, author=bob, text="", removed_at=timezone.now(), removed_by=alice)
        PostFactory(topic=topic, author=bob, text="", removed_at=timezone.now(), removed_by=bob)
        client.force_login(bob)
        response = client.get(topic.get_absolute_url())
        assert "Removed by a facilitator." in response.text
        assert "Removed by its author." in response.text

    def test_a_post_of_somebody_who_left_the_hub(self, client, topic, bob):
        PostFactory(topic=topic, author=None, text="Farewell.")
        client.force_login(bob)
        assert "Somebody who has left the hub" in client.get(topic.get_absolute_url()).text

    def test_replies(self, client, topic, bob):
        client.force_login(bob)
        first = topic.posts.get()
        form_page = client.get(topic.get_absolute_url(), {"reply_to": first.pk})
        assert "Answer Alice Okafor" in form_page.text
        response = client.post(
            topic.get_absolute_url(),
            {"text": "Ten.", "submission_key": str(uuid.uuid4()), "reply_to": first.pk},
            follow=True,
        )
        assert "Answers Alice Okafor" in response.text
        assert topic.posts.last().reply_to == first

    def test_sent_twice_makes_one(self, client, topic, bob):
        client.force_login(bob)
        data = {"text": "Ten.", "submission_key": str(uuid.uuid4())}
        for _time in range(2):
            assert client.post(topic.get_absolute_url(), data).status_code == 302
        assert topic.posts.count() == 2

    def test_an_empty_post_is_refused_beside_the_field(self, client, topic, bob):
        client.force_login(bob)
        response = client.post(topic.get_absolute_url(), {"text": "", "submission_key": str(uuid.uuid4())})
        assert "Please fill this in." in response.text
        assert topic.posts.count() == 1

    @pytest.mark.parametrize("reply_to", ["nonsense", "999999", "-1", "9" * 40])
    def test_answering_what_is_not_there_keeps_the_text(self, client, topic, bob, reply_to):
        client.force_login(bob)
        assert client.get(topic.get_absolute_url(), {"reply_to": reply_to}).status_code == 200
        response = client.post(
            topic.get_absolute_url(),
            {"text": "My long answer.", "submission_key": str(uuid.uuid4()), "reply_to": reply_to},
        )
        assert "The post that you are answering was removed." in response.text
        assert "My long answer." in response.text
        assert response.context["form"]["reply_to"].value() == ""

    def test_a_closed_group_can_be_read_and_not_written_in(self, client, topic, bob):
        close(topic.group)
        client.force_login(bob)
        page = client.get(topic.get_absolute_url())
        assert "quokka" in page.text
        assert "<textarea" not in page.text
        client.post(topic.get_absolute_url(), {"text": "Ten.", "submission_key": str(uuid.uuid4())})
        assert topic.posts.count() == 1

    def test_costs_the_same_for_one_and_for_many(self, client, topic, bob, django_assert_max_num_queries):
        client.force_login(bob)

        def count():
            client.get(topic.get_absolute_url())
            with django_assert_max_num_queries(12) as queries:
                client.get(topic.get_absolute_url())
            return len(queries)

        PostFactory(topic=topic, reply_to=topic.posts.first())
        one = count()
        for _number in range(5):
            PostFactory(topic=topic, reply_to=PostFactory(topic=topic))
        assert count() == one


class TestFindPost:
    def test_leads_to_the_page_of_the_topic(self, client, topic, bob):
        posts = PostFactory.create_batch(51, topic=topic)
        client.force_login(bob)
        url = topic.get_absolute_url()
        assert client.get(posts[0].get_absolute_url()).url == f"{url}#post-{posts[0].pk}"
        assert client.get(posts[-1].get_absolute_url()).url == f"{url}?page=2#post-{posts[-1].pk}"

    def test_refuses_post(self, client, topic, bob):
        client.force_login(bob)
        assert client.post(topic.posts.get().get_absolute_url()).status_code == 405


class TestEditPost:
    def test_works(self, client, topic, alice):
        client.force_login(alice)
        url = topic.posts.get().get_absolute_url() + "edit/"
        assert "quokka" in client.get(url).text
        response = client.post(url, {"text": "Changed my mind."}, follow=True)
        assert "Changed my mind." in response.text
        assert "changed later" in response.text

    def test_empty_is_refused_beside_the_field(self, client, topic, alice):
        client.force_login(alice)
        response = client.post(topic.posts.get().get_absolute_url() + "edit/", {"text": ""})
        assert "Please fill this in." in response.text

    def test_a_closed_group_says_so(self, client, topic, alice):
        close(topic.group)
        client.force_login(alice)
        response = client.post(topic.posts.get().get_absolute_url() + "edit/", {"text": "Late."})
        assert "has closed" in response.text

    def test_others_cannot(self, client, topic, bob):
        client.force_login(bob)
        assert client.post(topic.posts.get().get_absolute_url() + "edit/", {"text": "Mine."}).status_code == 404


class TestRemovePost:
    def test_asks_first(self, client, topic, alice):
        client.force_login(alice)
        assert "Remove this post?" in client.get(topic.posts.get().get_absolute_url() + "remove/").text
        assert topic.posts.get().text

    def test_a_facilitator_removes_twice(self, client, topic, alice, bob):
        post = PostFactory(topic=topic, author=bob, text="Rude.")
        client.force_login(alice)
        for _time in range(2):
            response = client.post(post.get_absolute_url() + "remove/", follow=True)
            assert "The post is removed." in response.text
        assert "Rude." not in response.text

    def test_another_member_cannot(self, client, topic, bob):
        client.force_login(bob)
        url = topic.posts.get().get_absolute_url() + "remove/"
        assert client.get(url).status_code == 404
        assert "Only its author or a facilitator" in client.post(url, follow=True).text
        assert topic.posts.get().text
