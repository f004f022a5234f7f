import pytest
from django.urls import reverse

from members.models import User
from tests.factories.members import UserFactory

pytestmark = pytest.mark.django_db

URL = "/members/me/"


def data(**changes):
    return {
        "name": "Alice O.", "about": "I run workshops. https://example.org", "organisation": "Leeds Voices",
        "language": "es", "time_zone": "Europe/Madrid", "wants_reply_mail": "on",
        "wants_feedback_mail": "on", **changes,
    }  # fmt: skip


class TestEditProfile:
    def test_works(self, client, site, alice):
        client.force_login(alice)
        assert "Alice Okafor" in client.get(URL).text
        assert client.post(URL, data(), follow=True).status_code == 200
        alice.refresh_from_db()
        assert (alice.name, alice.language, alice.time_zone) == ("Alice O.", "es", "Europe/Madrid")

    @pytest.mark.parametrize("mail", ["wants_reply_mail", "wants_feedback_mail"])
    def test_mail_can_be_turned_off(self, client, site, alice, mail):
        client.force_login(alice)
        assert getattr(alice, mail)
        changed = data()
        del changed[mail]
        client.post(URL, changed)
        wanted = {name for name in ("wants_reply_mail", "wants_feedback_mail") if getattr(User.objects.get(), name)}
        assert wanted == {"wants_reply_mail", "wants_feedback_mail"} - {mail}

    def test_anonymous(self, client, site):
        assert client.get(URL).url == f"{reverse('account_login')}?next={URL}"

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"name": " "}, "name"),
            ({"name": "x" * 81}, "name"),
            ({"name": "https://example.com/win"}, "name"),
            ({"about": "x" * 601}, "about"),
            ({"language": "xx"}, "language"),
            ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, site, alice, changes, field):
        client.force_login(alice)
        response = client.post(URL, data(**changes))
        assert response.status_code == 200
        assert list(response.context["form"].errors) == [field]
        assert "Leeds Voices" in response.text
        assert User.objects.get().name == "Alice Okafor"

    def test_nothing_else_can_be_changed(self, client, site, alice):
        client.force_login(alice)
        client.post(URL, data(is_staff="on", is_superuser="on", email="x@example.org"))
        alice.refresh_from_db()
        assert (alice.is_staff, alice.is_superuser, alice.email) == (False, False, "alice@example.org")

    def test_null_bytes_are_refused(self, client, site, alice):
        client.force_login(alice)
        assert client.post(URL, data(name="a\x00")).status_code == 400

    def test_an_old_time_zone_stays(self, client, site):
        user = UserFactory(time_zone="GB")
        client.force_login(user)
        client.post(URL, data(time_zone="GB"))
        assert User.objects.get().time_zone == "GB"


class TestShowMember:
    def test_members_see_one_another_without_addresses(self, client, site, alice, bob):
        bob.about, bob.organisation = "<b>Ask me</b> about rates", "Camden Carers"
        bob.save()
        client.force_login(alice)
        response = client.get(f"/members/{bob.pk}/")
        for part in ["Bob Marsh", "Camden Carers", "&lt;b&gt;Ask me&lt;/b&gt; about rates"]:
            assert part in response.text
        assert "bob@example.org" not in response.text
        assert "alice@example.org" not in response.text

    def test_anonymous_learns_nothing(self, client, site, bob):
        for pk in (bob.pk, 99999):
            assert client.get(f"/members/{pk}/").url == f"{reverse('account_login')}?next=/members/{pk}/"

    def test_a_closed_account_and_a_bad_number(self, client, site, alice, bob):
        bob.is_active = False
        bob.save()
        client.force_login(alice)
        for pk in (bob.pk, 99999, 10**30):
            assert client.get(f"/members/{pk}/").status_code == 404

    def test_refuses_post(self, client, site, alice):
        client.force_login(alice)
        assert client.post(f"/members/{alice.pk}/").status_code == 405
