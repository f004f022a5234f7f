"""The pages of an account, and changing a password or an address."""

import pytest
from django.urls import reverse

from hub.models import HubSettings
from tests.factories.members import UserFactory

from .accounts import BY_CODE, CONFIRM, CONFIRM_CODE, RESET, SIGN_IN, SIGN_UP, signed_in, without_tokens
from .conftest import PASSWORD

pytestmark = pytest.mark.django_db


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
    HubSettings.objects.create(site_name="Common Thread")
    client.post(BY_CODE, {"email": "dora@example.org"})
    mail = mailoutbox[0]
    assert mail.alternatives == []
    assert mail.from_email == "Common Thread <hub@localhost>"
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
