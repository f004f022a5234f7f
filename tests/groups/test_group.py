import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Membership, PeerGroup
from tests.factories.groups import MembershipFactory, PostFactory, TopicFactory

pytestmark = pytest.mark.django_db

URL = "/groups/paying-people/"


def test_anybody_reads_what_it_is_for_and_nothing_more(client, topic):
    topic.group.description = "We compare rates. <script>alert(1)</script> See https://example.org/rates."
    topic.group.save()
    response = client.get(URL)
    assert "We compare rates. &lt;script&gt;" in response.text
    assert '<a href="https://example.org/rates" rel="nofollow ugc noopener">' in response.text
    for private in ["Alice", "Bob", "Zebra", "quokka", "1 post", "csrf"]:
        assert private not in response.text
    assert "Sign in to join" in response.text
    assert not response.cookies


@pytest.mark.parametrize("role", ["stranger", "asked", "deactivated", "left", "superuser", "moderator"])
def test_who_is_not_an_active_member_sees_facilitators_but_no_discussion(client, topic, charlie, mona, role):
    user = mona if role == "moderator" else charlie
    if role == "asked":
        MembershipFactory(group=topic.group, user=charlie, status=Membership.Status.ASKED)
    if role == "left":
        MembershipFactory(group=topic.group, user=charlie).delete()
    if role == "superuser":
        charlie.is_superuser = charlie.is_staff = True
        charlie.save()
    client.force_login(user)
    if role == "deactivated":
        MembershipFactory(group=topic.group, user=charlie)
        charlie.is_active = False
        charlie.save()
    response = client.get(URL)
    assert ("Alice Okafor" in response.text) is (role != "deactivated")
    for private in ["Bob Marsh", "Zebra", "quokka", "1 post"]:
        assert private not in response.text


def test_a_member_sees_the_members_and_the_discussions(client, topic, bob):
    client.force_login(bob)
    response = client.get(URL)
    for part in ["Alice Okafor", "Bob Marsh", "Zebra vouchers", "1 post"]:
        assert part in response.text
    assert "quokka" not in response.text
    assert "Make " not in response.text


def test_a_facilitator_sees_requests_and_can_make_others_facilitators(client, group, alice, charlie):
    MembershipFactory(group=group, user=charlie, status=Membership.Status.ASKED)
    client.force_login(alice)
    response = client.get(URL)
    for part in ["Let Charlie Reyes in", "Say no to Charlie Reyes", "Make Bob Marsh a facilitator"]:
        assert part in response.text


def test_a_member_does_not_see_requests(client, group, bob, charlie):
    MembershipFactory(group=group, user=charlie, status=Membership.Status.ASKED)
    client.force_login(bob)
    assert "Charlie" not in client.get(URL).text


def test_a_closed_group_says_so_and_offers_nothing_to_join(client, group, charlie):
    group.closed_at = timezone.now()
    group.save()
    assert "Sign in to join" not in client.get(URL).text
    client.force_login(charlie)
    response = client.get(URL)
    assert "This group has closed" in response.text
    assert "Join the group" not in response.text


def test_a_group_that_is_not_there(client, site):
    assert client.get("/groups/no-such-group/").status_code == 404


def test_refuses_post(client, group):
    assert client.post(URL).status_code == 405


def test_costs_the_same_for_one_and_for_many_topics_and_people(client, topic, alice, django_assert_max_num_queries):
    client.force_login(alice)

    def count():
        client.get(URL)
        with django_assert_max_num_queries(12) as queries:
            client.get(URL)
        return len(queries)

    def add():
        TopicFactory(group=topic.group)
        MembershipFactory(group=topic.group)
        MembershipFactory(group=topic.group, status=Membership.Status.ASKED)
        PostFactory(topic=topic)

    add()
    one = count()
    for _number in range(4):
        add()
    assert count() == one


class TestJoin:
    url = URL + "join/"

    def test_works(self, client, group, charlie):
        client.force_login(charlie)
        response = client.post(self.url, follow=True)
        assert "You are in." in response.text
        assert Membership.objects.filter(user=charlie, status="active").exists()

    def test_twice_is_once(self, client, group, charlie):
        client.force_login(charlie)
        client.post(self.url)
        assert client.post(self.url).status_code == 302
        assert Membership.objects.filter(user=charlie).count() == 1

    def test_asks_where_a_facilitator_says_yes(self, client, group, charlie):
        group.joining = PeerGroup.Joining.ON_REQUEST
        group.save()
        client.force_login(charlie)
        response = client.post(self.url, follow=True)
        assert "You have asked to join" in response.text
        assert "Take back my request" in response.text

    def test_anonymous_signs_in_and_comes_back_to_the_group(self, client, group):
        response = client.post(self.url)
        assert response.url == f"{reverse('account_login')}?next={URL}"

    def test_a_closed_group_says_no(self, client, group, charlie):
        group.closed_at = timezone.now()
        group.save()
        client.force_login(charlie)
        assert "has closed" in client.post(self.url, follow=True).text
        assert not Membership.objects.filter(user=charlie).exists()

    def test_a_group_that_is_not_there(self, client, site, charlie):
        client.force_login(charlie)
        assert client.post("/groups/none/join/").status_code == 404


@pytest.mark.parametrize("action", ["join", "leave", "step-down", "members/1/accept", "members/1/decline"])
def test_changes_need_post(client, group, alice, action):
    client.force_login(alice)
    assert client.get(f"{URL}{action}/").status_code == 405


class TestLeave:
    url = URL + "leave/"

    def test_works(self, client, topic, bob):
        client.force_login(bob)
        assert "You are not in this group any more." in client.post(self.url, follow=True).text
        assert client.get(topic.get_absolute_url()).status_code == 404

    def test_twice_is_no_error(self, client, group, bob):
        client.force_login(bob)
        client.post(self.url)
        assert client.post(self.url).status_code == 302

    def test_the_only_facilitator_is_told_what_to_do(self, client, group, alice):
        client.force_login(alice)
        assert "Make somebody else a facilitator first." in client.post(self.url, follow=True).text

    def test_anonymous(self, client, group):
        assert client.post(self.url).url == f"{reverse('account_login')}?next={URL}"


class TestRequests:
    @pytest.fixture
    def asked(self, group, charlie):
        return MembershipFactory(group=group, user=charlie, status=Membership.Status.ASKED)

    def test_a_facilitator_accepts(self, client, asked, alice):
        client.force_login(alice)
        response = client.post(f"{URL}members/{asked.pk}/accept/", follow=True)
        assert "Charlie Reyes is in the group now." in response.text
        assert Membership.objects.get(pk=asked.pk).is_active

    def test_a_facilitator_declines_twice(self, client, asked, alice):
        client.force_login(alice)
        for _time in range(2):
            assert "You have said no." in client.post(f"{URL}members/{asked.pk}/decline/", follow=True).text
        assert not Membership.objects.filter(pk=asked.pk).exists()

    def test_accepting_a_request_that_was_taken_back(self, client, asked, alice):
        asked.delete()
        client.force_login(alice)
        assert "taken back" in client.post(f"{URL}members/999/accept/", follow=True).text

    @pytest.mark.parametrize("action", ["accept", "decline", "facilitator"])
    @pytest.mark.parametrize("pk", ["asked", "none"])
    def test_nobody_else_learns_whether_there_is_a_request(self, client, asked, bob, charlie, action, pk):
        number = asked.pk if pk == "asked" else 10**15
        for user in (bob, charlie):
            client.force_login(user)
            assert client.post(f"{URL}members/{number}/{action}/").status_code == 404
        client.logout()
        assert client.post(f"{URL}members/{number}/{action}/").status_code == 302
        assert Membership.objects.get(pk=asked.pk).status == "asked"

    def test_a_request_to_another_group_is_not_found(self, client, asked, alice):
        other = MembershipFactory(status=Membership.Status.ASKED)
        client.force_login(alice)
        client.post(f"{URL}members/{other.pk}/accept/")
        assert Membership.objects.get(pk=other.pk).status == "asked"

    def test_a_number_too_big_for_the_database(self, client, asked, alice):
        client.force_login(alice)
        assert client.post(f"{URL}members/{10**30}/accept/").status_code in (404, 405)


class TestFacilitators:
    def test_hand_over_and_step_down(self, client, group, alice, bob):
        client.force_login(alice)
        pk = Membership.objects.get(user=bob).pk
        assert "Bob Marsh is a facilitator now." in client.post(f"{URL}members/{pk}/facilitator/", follow=True).text
        assert "You are an ordinary member now." in client.post(f"{URL}step-down/", follow=True).text
        assert [membership.user for membership in group.memberships.facilitators()] == [bob]
