"""Signing up and in, and that nothing tells which addresses we know."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from members.models import User
from tests.factories.members import UserFactory

from .conftest import PASSWORD

pytestmark = pytest.mark.django_db

SIGN_UP, SIGN_IN, BY_CODE = "/account/signup/", "/account/login/", "/account/login/code/"
CONFIRM, CONFIRM_CODE = "/account/confirm-email/", "/account/login/code/confirm/"
RESET = "/account/password/reset/"


def without_tokens(response, *addresses):
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.text)
    for address in addresses:
        text = text.replace(address, "ADDRESS")
    return text


def signed_in(client):
    return "_auth_user_id" in client.session


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


class TestSignInByPassword:
    def test_works(self, client, dora):
        response = client.post(SIGN_IN, {"login": "Dora@Example.org", "password": PASSWORD})
        assert response.url == "/"
        assert signed_in(client)

    def test_a_known_and_an_unknown_address_get_the_same_answer(self, client, dora, mailoutbox):
        pages = [
            without_tokens(client.post(SIGN_IN, {"login": email, "password": "wrong wrong"}), email)
            for email in ("dora@example.org", "nobody@example.org")
        ]
        assert pages[0] == pages[1]
        assert "do not fit together" in pages[0]
        assert mailoutbox == []

    def test_a_member_without_a_password_gets_that_answer_too(self, client, site):
        UserFactory(email="code@example.org")
        response = client.post(SIGN_IN, {"login": "code@example.org", "password": "!"})
        assert "do not fit together" in response.text

    def test_a_closed_account_does_not_open(self, client, dora):
        dora.is_active = False
        dora.save()
        response = client.post(SIGN_IN, {"login": "dora@example.org", "password": PASSWORD}, follow=True)
        assert "This account is closed" in response.text
        assert not signed_in(client)

    def test_an_address_that_is_not_confirmed_is_confirmed_first(self, client, site, code_in):
        UserFactory(email="new@example.org", password=PASSWORD)
        assert client.post(SIGN_IN, {"login": "new@example.org", "password": PASSWORD}).url == CONFIRM
        assert not signed_in(client)
        client.post(CONFIRM, {"code": code_in()})
        assert signed_in(client)

    def test_the_same_limit_for_known_and_unknown_addresses(self, client, dora):
        answers = []
        for email in ("dora@example.org", "nobody@example.org"):
            cache.clear()
            tries = [client.post(SIGN_IN, {"login": email, "password": "wrong"}) for _number in range(6)]
            answers.append([(answer.status_code, "too many tries" in answer.text) for answer in tries])
        assert answers[0] == answers[1]
        assert answers[0][-1][1]
        response = client.post(SIGN_IN, {"login": "nobody@example.org", "password": PASSWORD})
        assert "too many tries" in response.text

    @pytest.mark.parametrize("data", [{}, {"login": "x", "password": "y"}, {"login": "a@b.example", "password": ""}])
    def test_bad_input(self, client, site, data):
        response = client.post(SIGN_IN, data)
        assert response.status_code == 200
        assert response.context["form"].errors


class TestSignInByCode:
    def test_works(self, client, dora, mailoutbox, code_in):
        assert client.post(BY_CODE, {"email": "dora@example.org"}).url == CONFIRM_CODE
        assert mailoutbox[0].subject == "Your code to sign in"
        client.post(CONFIRM_CODE, {"code": code_in()})
        assert signed_in(client)

    def test_writes_in_the_members_language(self, client, dora, mailoutbox):
        dora.language = "es"
        dora.save()
        client.post(BY_CODE, {"email": "nobody@example.org"})
        client.post(BY_CODE, {"email": "dora@example.org"})
        assert "http://localhost:8000/account/signup/" in mailoutbox[0].body

    def test_a_known_and_an_unknown_address_get_the_same_answers(self, client, dora, mailoutbox):
        answers = []
        for email in ("dora@example.org", "nobody@example.org"):
            client.cookies.clear()
            asked = client.post(BY_CODE, {"email": email})
            page = client.get(asked.url)
            again = client.post(CONFIRM_CODE, {"action": "resend"}, follow=True)
            wrong = client.post(CONFIRM_CODE, {"code": "AAA-AAA"})
            answers.append(
                [asked.status_code, asked.url, *(without_tokens(one, email) for one in (page, again, wrong))]
            )
        assert answers[0] == answers[1]
        assert [mail.to for mail in mailoutbox][:1] == [["dora@example.org"]]
        assert mailoutbox[-1].to == ["nobody@example.org"]
        assert mailoutbox[-1].subject == "There is no account with this address"

    def test_a_closed_account_is_like_an_unknown_one(self, client, dora, mailoutbox):
        dora.is_active = False
        dora.save()
        client.post(BY_CODE, {"email": "dora@example.org"})
        assert mailoutbox[0].subject == "There is no account with this address"

    def test_the_same_limit_for_known_and_unknown_addresses(self, client, dora):
        answers = []
        for email in ("dora@example.org", "nobody@example.org"):
            client.cookies.clear()
            answers.append([client.post(BY_CODE, {"email": email}).status_code for _number in range(4)])
        assert answers[0] == answers[1]

    def test_a_code_is_good_for_three_tries(self, client, dora, code_in):
        client.post(BY_CODE, {"email": "dora@example.org"})
        for _number in range(3):
            client.post(CONFIRM_CODE, {"code": "AAA-AAA"})
        client.post(CONFIRM_CODE, {"code": code_in()})
        assert not signed_in(client)

    def test_a_code_runs_out(self, client, dora, code_in, time_machine):
        client.post(BY_CODE, {"email": "dora@example.org"})
        code = code_in()
        time_machine.move_to(timezone.now() + timedelta(minutes=15, seconds=1))
        client.post(CONFIRM_CODE, {"code": code})
        assert not signed_in(client)


class TestForgottenPassword:
    def test_works(self, client, dora, mailoutbox, code_in):
        assert client.post(RESET, {"email": "dora@example.org"}).url == "/account/password/reset/confirm/"
        client.post("/account/password/reset/confirm/", {"code": code_in()})
        new = "four loud purple kettles"
        response = client.post("/account/password/reset/complete/", {"password1": new, "password2": new}, follow=True)
        assert response.status_code == 200
        dora.refresh_from_db()
        assert dora.check_password(new)
        assert mailoutbox[-1].subject == "Your password is changed"

    def test_a_known_and_an_unknown_address_get_the_same_answers(self, client, dora, mailoutbox):
        answers = []
        for email in ("dora@example.org", "nobody@example.org"):
            client.cookies.clear()
            asked = client.post(RESET, {"email": email})
            page = client.get(asked.url)
            wrong = client.post(asked.url, {"code": "AAA-AAA"})
            answers.append([asked.status_code, asked.url, *(without_tokens(one, email) for one in (page, wrong))])
        assert answers[0] == answers[1]
        assert [mail.to for mail in mailoutbox] == [["dora@example.org"], ["nobody@example.org"]]


class TestPages:
    @pytest.mark.parametrize(
        "url", [SIGN_UP, SIGN_IN, BY_CODE, RESET, "/account/inactive/", "/account/password/reset/done/"]
    )
    @pytest.mark.parametrize("language", ["", "/es", "/ar"])
    def test_for_everybody(self, client, site, url, language):
        response = client.get(language + url)
        assert response.status_code == 200
        assert "placeholder=" not in response.text.split("<main")[1]
        assert "style=" not in response.text

    @pytest.mark.parametrize("url", ["/account/email/", "/account/password/change/", "/account/logout/"])
    def test_for_members(self, client, dora, url):
        assert client.get(url).status_code == 302
        client.force_login(dora)
        assert client.get(url).status_code == 200

    @pytest.mark.parametrize(
        "url", [CONFIRM, CONFIRM_CODE, "/account/password/reset/complete/", "/account/reauthenticate/"]
    )
    def test_steps_without_the_step_before(self, client, site, url):
        assert client.get(url).status_code in (302, 403)

    def test_signing_out_needs_post(self, client, dora):
        client.force_login(dora)
        client.get("/account/logout/")
        assert signed_in(client)
        assert client.post("/account/logout/").url == "/"
        assert not signed_in(client)

    def test_who_is_signed_in_need_not_sign_in(self, client, dora):
        client.force_login(dora)
        assert client.get(SIGN_IN).status_code == 302
        assert client.get(SIGN_UP).status_code == 302


class TestChanging:
    def test_the_password(self, client, dora, mailoutbox):
        client.force_login(dora)
        new = "four loud purple kettles"
        data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
        assert client.post("/account/password/change/", data).url == "/members/me/"
        dora.refresh_from_db()
        assert dora.check_password(new)
        assert mailoutbox[-1].subject == "Your password is changed"
        assert client.get("/members/me/").status_code == 200

    def test_the_password_with_a_wrong_old_one(self, client, dora):
        client.force_login(dora)
        data = {"oldpassword": "wrong", "password1": "x" * 12, "password2": "x" * 12}
        assert "This is not your password." in client.post("/account/password/change/", data).text

    def test_set_the_first_password(self, client, site):
        user = UserFactory()
        client.force_login(user)
        assert client.get("/account/password/change/").url == "/account/password/set/"
        new = "four loud purple kettles"
        assert client.post("/account/password/set/", {"password1": new, "password2": new}).url == "/members/me/"

    def test_the_address(self, client, dora, mailoutbox, code_in):
        client.force_login(dora)
        response = client.post("/account/email/", {"email": "dora@new.example", "action_add": ""})
        assert response.url == CONFIRM
        dora.refresh_from_db()
        assert dora.email == "dora@example.org"
        assert client.post(CONFIRM, {"code": code_in()}).url == "/members/me/"
        dora.refresh_from_db()
        assert dora.email == "dora@new.example"
        assert dora.has_usable_password()
        assert (mailoutbox[-1].to, mailoutbox[-1].subject) == (["dora@example.org"], "Your e-mail address is changed")

    def test_the_address_to_one_that_somebody_has_gets_the_same_answer(self, client, dora, mailoutbox):
        UserFactory(email="taken@example.org")
        answers = []
        for email in ("free@example.org", "taken@example.org"):
            client.force_login(dora)
            asked = client.post("/account/email/", {"email": email, "action_add": ""})
            page = client.get(asked.url)
            wrong = client.post(asked.url, {"code": "AAA-AAA"})
            answers.append([asked.status_code, asked.url, *(without_tokens(one, email) for one in (page, wrong))])
        assert answers[0] == answers[1]
        assert [mail.to for mail in mailoutbox] == [["free@example.org"], ["taken@example.org"]]

    def test_the_address_in_use_or_none(self, client, dora):
        client.force_login(dora)
        for email in ("dora@example.org", "", "nonsense"):
            response = client.post("/account/email/", {"email": email, "action_add": ""})
            assert response.status_code == 200
            assert response.context["form"].errors


def test_mails_are_short_plain_and_come_from_the_hub(client, dora, mailoutbox, settings):
    client.post(BY_CODE, {"email": "dora@example.org"})
    mail = mailoutbox[0]
    assert mail.alternatives == []
    assert mail.from_email == settings.DEFAULT_FROM_EMAIL
    assert "example.com" not in mail.body
    assert settings.SITE_URL in mail.body
    assert len(mail.body) < 600


def test_the_admin_uses_our_sign_in(client, dora, edith):
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == "/account/login/?next=%2Fadmin%2F"
    client.force_login(dora)
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0] == "/"
    assert "do not have permission" in response.text
    client.force_login(edith)
    assert client.get(reverse("wagtailadmin_login"), follow=True).redirect_chain[-1][0] == "/admin/"
    assert client.get("/admin/password_reset/").status_code == 404


def test_an_administrator_made_in_the_shell_signs_in_at_once(client, site):
    User.objects.create_superuser("root@example.org", PASSWORD, name="Rosa Root")
    client.post(SIGN_IN, {"login": "root@example.org", "password": PASSWORD})
    assert signed_in(client)
    assert "Rosa" in client.get("/admin/").text
