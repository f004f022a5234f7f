"""Signing up, and that nothing tells which addresses we know."""

import pytest

from members.models import User

from .accounts import BY_CODE, CONFIRM, CONFIRM_CODE, RESET, SIGN_IN, SIGN_UP, signed_in, without_tokens
from .conftest import PASSWORD

pytestmark = pytest.mark.django_db


class TestSignUp:
    def data(self, **changes):
        return {"name": "Nia Osei", "email": "nia@example.org", "password1": "", **changes}

    def test_with_a_code_and_no_password(self, client, site, mailoutbox, code_in):
        assert client.get(SIGN_UP).status_code == 200
        assert client.post(SIGN_UP, self.data()).url == CONFIRM
        assert not signed_in(client)
        assert mailoutbox[0].to == ["nia@example.org"]
        response = client.post(CONFIRM, {"code": code_in()}, follow=True)
        assert signed_in(client)
        assert "You are signed in. Hello Nia!" in response.text
        user = User.objects.get(email="nia@example.org")
        assert (user.name, user.language, user.has_usable_password()) == ("Nia Osei", "en", False)

    def test_with_a_password(self, client, site, code_in):
        client.post(SIGN_UP, self.data(password1=PASSWORD))
        client.post(CONFIRM, {"code": code_in()})
        assert User.objects.get(email="nia@example.org").check_password(PASSWORD)

    def test_in_another_language_keeps_it(self, client, site, mailoutbox):
        client.post("/es" + SIGN_UP, self.data())
        assert User.objects.get(email="nia@example.org").language == "es"

    def test_leads_back_to_where_somebody_was(self, client, site, code_in):
        client.post(SIGN_UP, self.data(next="/groups/"))
        assert client.post(CONFIRM, {"code": code_in(), "next": "/groups/"}).url == "/groups/"

    def test_never_leads_to_another_site(self, client, site, code_in):
        client.post(SIGN_UP, self.data(next="https://evil.example/"))
        assert client.post(CONFIRM, {"code": code_in()}).url == "/"

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"name": ""}, "name"),
            ({"name": "x" * 81}, "name"),
            ({"email": "nobody"}, "email"),
            ({"email": ""}, "email"),
            ({"email": "x" * 300 + "@example.org"}, "email"),
            ({"password1": "short"}, "password1"),
            ({"password1": "password123"}, "password1"),
        ],
    )
    def test_says_what_is_wrong_beside_the_field(self, client, site, changes, field):
        response = client.post(SIGN_UP, self.data(**changes))
        assert response.status_code == 200
        assert list(response.context["form"].errors) == [field]
        assert not User.objects.exists()

    @pytest.mark.parametrize("name", ["https://example.com/win", "www.example.com", "me@example.com"])
    def test_a_name_is_no_advertisement(self, client, site, mailoutbox, name):
        response = client.post(SIGN_UP, self.data(name=name))
        assert response.context["form"].errors["name"] == ["Write a name only, without web or mail addresses."]
        assert mailoutbox == []

    def test_a_name_is_one_line(self, client, site):
        client.post(SIGN_UP, self.data(name="Dora\r\n  Bright"))
        assert User.objects.get().name == "Dora Bright"

    def test_a_known_address_gets_the_same_answer_and_a_mail_of_its_own(self, client, dora, mailoutbox):
        unknown = client.post(SIGN_UP, self.data())
        unknown_page = client.get(unknown.url)
        client.cookies.clear()
        known = client.post(SIGN_UP, self.data(email="DORA@example.org"))
        known_page = client.get(known.url)
        assert (unknown.status_code, unknown.url) == (known.status_code, known.url)
        assert without_tokens(unknown_page, "nia@example.org") == without_tokens(known_page, "dora@example.org")
        assert [mail.to for mail in mailoutbox] == [["nia@example.org"], ["dora@example.org"]]
        assert mailoutbox[1].subject == "You have an account already"
        assert User.objects.filter(email__iexact="dora@example.org").count() == 1

    def test_a_wrong_code_gets_the_same_answer_for_a_known_address(self, client, dora):
        pages = []
        for email in ("nia@example.org", "dora@example.org"):
            client.cookies.clear()
            client.post(SIGN_UP, self.data(email=email))
            pages.append(without_tokens(client.post(CONFIRM, {"code": "AAA-AAA"}), email))
        assert pages[0] == pages[1]
        assert "This code is not right." in pages[0]

    def test_somebody_elses_password_is_forgotten_when_the_owner_comes_by_code(self, client, site, code_in):
        client.post(SIGN_UP, self.data(password1="the thief knows this"))
        client.cookies.clear()
        client.post(BY_CODE, {"email": "nia@example.org"})
        client.post(CONFIRM_CODE, {"code": code_in()})
        assert signed_in(client)
        assert client.get("/members/me/").status_code == 200
        assert not User.objects.get(email="nia@example.org").has_usable_password()

    def test_null_bytes_are_refused(self, client, site):
        for url in (SIGN_UP, SIGN_IN, BY_CODE, RESET):
            assert (
                client.post(url, {"email": "a\x00@example.org", "login": "a\x00", "password": "\x00"}).status_code
                == 400
            )
            assert client.get(url, {"next": "\x00"}).status_code == 400

    def test_too_often(self, client, site, settings):
        settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}
        client.post(SIGN_UP, self.data(name=""))
        response = client.post(SIGN_UP, self.data())
        assert response.status_code == 429
        assert "That was too often" in response.text
