"""The pages behind the link in the mail, and members' own lists."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from hub.models import HubSettings
from stewardship import actions
from stewardship.emails import CHECK_LINK
from stewardship.models import Check, Stewardship
from tests.factories.knowledge import ToolkitPageFactory
from tests.factories.stewardship import StewardshipFactory

pytestmark = pytest.mark.django_db


def heading(response):
    return response.text.partition("<h1>")[2].partition("</h1>")[0]


class TestLinkInMail:
    def test_opening_it_changes_nothing(self, client, row, alice, link):
        response = client.get(link(row, alice))
        assert heading(response) == "Is this page still right?"
        assert "You answer as Alice Okafor" in response.text
        row.refresh_from_db()
        assert row.next_check_on == date(2026, 3, 1)
        assert not row.checks.exists()

    def test_is_kept_nowhere_and_told_to_nobody(self, client, row, alice, link):
        response = client.get(link(row, alice))
        assert response["Cache-Control"] == "private, no-store"
        assert response["Referrer-Policy"] == "same-origin"
        assert response["X-Robots-Tag"] == "noindex"

    @pytest.mark.parametrize(
        ("said", "next_check_on", "told"),
        [
            ("right", date(2026, 9, 3), "We ask again in September 2026."),
            ("changing", date(2026, 3, 17), "You have until 17 March 2026."),
            ("not-mine", date(2026, 3, 1), "We do not ask you about this page again."),
        ],
    )
    def test_each_button(self, client, row, alice, link, said, next_check_on, told):
        response = client.post(link(row, alice), {"said": said, "words": "So it is"})
        assert heading(response) == "Thank you"
        assert told in response.text
        row.refresh_from_db()
        assert row.next_check_on == next_check_on
        check = row.checks.earliest("pk")
        assert (check.said, check.said_by, check.place, check.words) == (said, alice, "mail", "So it is")

    def test_whoever_wants_to_change_it_is_told_how(self, client, row, alice, edith, link):
        def told(reader, words=""):
            url = link(row, reader)
            text = client.post(url, {"said": "changing", "words": words}).text
            row.refresh_from_db()
            steps = {
                "write": 'href="mailto:hello@example.org?subject=Ask%20first"',
                "wait": "What you wrote is with the editors.",
                "edit": f'href="/admin/pages/{row.page_id}/edit/"',
            }
            return [step for step, words in steps.items() if words in text]

        HubSettings.objects.update_or_create(pk=HubSettings.load().pk, defaults={"contact_email": "hello@example.org"})
        assert told(alice) == ["write"]
        assert told(alice, "The fee is 12 pounds now.") == ["wait"]
        Stewardship.objects.filter(pk=row.pk).update(promises=0)
        assert told(edith) == ["edit"]

    def test_editors_are_not_asked_whether_it_is_theirs(self, client, row, alice, bob, edith, link):
        for reader, has_it in ((alice, True), (bob, True), (edith, False)):
            assert ("Not mine any more" in client.get(link(row, reader)).text) is has_it
        response = client.post(link(row, edith), {"said": "not-mine"})
        assert "Only those who look after the page can say this." in response.text
        assert client.post(link(row, edith), {"said": "right"}).context["said"] == "right"

    def test_used_twice_it_says_so(self, client, row, alice, link):
        url = link(row, alice)
        client.post(url, {"said": "right"})
        for response in (client.get(url), client.post(url, {"said": "not-mine"})):
            assert heading(response) == "This was answered already"
        assert row.checks.count() == 1

    def test_the_deputys_link_after_the_owner_answered(self, client, row, alice, bob, link):
        client.post(link(row, alice), {"said": "right"})
        assert heading(client.post(link(row, bob), {"said": "right"})) == "This was answered already"

    def test_after_a_handover(self, client, row, alice, charlie, link):
        url = link(row, alice)
        actions.appoint(stewardship=row, owner=charlie, deputy=None)
        for response in (client.get(url), client.post(url, {"said": "right"})):
            assert heading(response) == "Somebody else looks after it now"
        row.refresh_from_db()
        assert (row.owner, row.checked_on) == (charlie, date(2025, 9, 1))

    def test_of_somebody_who_left(self, client, row, alice, link):
        url = link(row, alice)
        type(alice).objects.filter(pk=alice.pk).update(is_active=False)
        assert heading(client.post(url, {"said": "right"})) == "Somebody else looks after it now"

    def test_of_somebody_who_was_deleted(self, client, row, alice, link):
        url = link(row, alice)
        alice.delete()
        assert heading(client.get(url)) == "Somebody else looks after it now"

    def test_of_a_page_that_is_gone(self, client, row, toolkit, alice, link):
        url = link(row, alice)
        toolkit.delete()
        assert heading(client.get(url)) == "This page is not here any more"

    def test_too_old(self, client, row, alice, link, time_machine):
        url = link(row, alice)
        time_machine.move_to(timezone.now() + timedelta(days=201))
        assert heading(client.get(url)) == "This link is too old"

    @pytest.mark.parametrize("change", [lambda url: url[:-4] + "/", lambda url: url.replace("check/", "check/x")])
    def test_changed_or_cut_off(self, client, row, alice, link, change):
        response = client.get(change(link(row, alice)))
        assert (response.status_code, heading(response)) == (200, "This link is not whole")

    @pytest.mark.parametrize(("value", "state"), [("x", "2026-03-01"), ([1, 2, 3], "x"), ([1, 1], "not a day")])
    def test_of_another_shape(self, client, site, value, state):
        url = f"/stewardship/check/{CHECK_LINK.sign(value, state=state)}/"
        assert heading(client.get(url)) == "This link is not whole"

    @pytest.mark.parametrize("sent", [{}, {"said": "perhaps"}, {"said": "appointed"}])
    def test_no_button_is_told_and_words_are_kept(self, client, row, alice, link, sent):
        response = client.post(link(row, alice), sent | {"words": "My words"})
        assert response.context["form"].non_field_errors() == ["Press one of the buttons."]
        assert "My words" in response.text
        assert not row.checks.exists()

    def test_a_third_promise_is_not_offered(self, client, row, alice, link):
        Stewardship.objects.filter(pk=row.pk).update(promises=2)
        assert "I’ll change it" not in client.get(link(row, alice)).text
        response = client.post(link(row, alice), {"said": "changing"})
        assert "said twice already" in response.text

    def test_other_methods(self, client, row, alice, link):
        assert client.put(link(row, alice)).status_code == 405


class TestMine:
    def test_lists_own_pages_and_those_as_deputy(self, client, row, library, alice, bob):
        StewardshipFactory(page=ToolkitPageFactory(parent=library, title="Bobs"), owner=bob, deputy=alice)
        StewardshipFactory(page=ToolkitPageFactory(parent=library, title="Not hers"), owner=bob)
        client.force_login(alice)
        response = client.get("/stewardship/")
        assert [str(each) for each in response.context["own"]] == ["Ask first"]
        assert [str(each) for each in response.context["as_deputy"]] == ["Bobs"]
        assert response["Cache-Control"] == "private, no-store"

    @pytest.mark.parametrize("number", [1, 5])
    def test_takes_the_same_queries_however_many(
        self, client, library, today, alice, bob, number, django_assert_num_queries
    ):
        for _ in range(number):
            StewardshipFactory(page=ToolkitPageFactory(parent=library), owner=alice, deputy=bob, next_check_on=today)
            StewardshipFactory(page=ToolkitPageFactory(parent=library), owner=bob, deputy=alice, next_check_on=today)
        client.force_login(alice)
        client.get("/stewardship/")
        with django_assert_num_queries(5):
            client.get("/stewardship/")

    @pytest.mark.parametrize("url", ["/stewardship/", "/stewardship/hand-over/"])
    def test_strangers_sign_in_first(self, client, site, url):
        assert client.get(url)["Location"] == f"/account/login/?next={url}"

    def test_nothing_to_look_after(self, client, site, charlie):
        client.force_login(charlie)
        assert "You look after no pages" in client.get("/stewardship/").text
        assert "You look after no pages now." in client.get("/stewardship/hand-over/").text

    def test_answers_there(self, client, row, today, alice):
        client.force_login(alice)
        response = client.post(f"/stewardship/{row.pk}/answer/", {"said": "right"})
        assert response["Location"] == "/stewardship/"
        row.refresh_from_db()
        assert (row.checked_on, row.checks.get().place) == (today, Check.Place.HUB)

    def test_others_cannot_answer(self, client, row, charlie, edith):
        for user in (charlie, edith):
            client.force_login(user)
            client.post(f"/stewardship/{row.pk}/answer/", {"said": "right"})
        assert not row.checks.exists()

    @pytest.mark.parametrize("sent", [{}, {"said": "x"}])
    def test_bad_answers(self, client, row, alice, sent):
        client.force_login(alice)
        assert client.post(f"/stewardship/{row.pk}/answer/", sent).status_code == 302
        assert not row.checks.exists()

    def test_answering_by_get_or_what_is_not_there(self, client, row, alice):
        client.force_login(alice)
        assert client.get(f"/stewardship/{row.pk}/answer/").status_code == 405
        assert client.post("/stewardship/99999/answer/", {"said": "right"}).status_code == 404


class TestHandOver:
    def test_to_the_deputies(self, client, row, alice, bob):
        client.force_login(alice)
        assert "Ask first" in client.get("/stewardship/hand-over/").text
        response = client.post("/stewardship/hand-over/", {"to": ""}, follow=True)
        assert "1 page is handed over." in response.text
        row.refresh_from_db()
        assert row.owner == bob

    def test_to_one_of_those_who_look_after_pages(self, client, row, library, alice, charlie):
        StewardshipFactory(page=ToolkitPageFactory(parent=library), owner=charlie)
        client.force_login(alice)
        client.post("/stewardship/hand-over/", {"to": charlie.pk})
        row.refresh_from_db()
        assert row.owner == charlie

    def test_other_members_are_not_listed(self, client, row, alice, charlie):
        client.force_login(alice)
        assert "Charlie" not in client.get("/stewardship/hand-over/").text
        response = client.post("/stewardship/hand-over/", {"to": charlie.pk})
        assert "to" in response.context["form"].errors
        row.refresh_from_db()
        assert row.owner == alice
