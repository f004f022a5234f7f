"""Signing in, and that nothing tells which addresses we know."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from members.models import User
from tests.factories.members import UserFactory

from .accounts import BY_CODE, CONFIRM, CONFIRM_CODE, RESET, SIGN_IN, signed_in, without_tokens
from .conftest import PASSWORD

pytestmark = pytest.mark.django_db


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


def test_an_administrator_made_in_the_shell_signs_in_at_once(client, site):
    User.objects.create_superuser("root@example.org", PASSWORD, name="Rosa Root")
    client.post(SIGN_IN, {"login": "root@example.org", "password": PASSWORD})
    assert signed_in(client)
    assert "Rosa" in client.get("/admin/").text
