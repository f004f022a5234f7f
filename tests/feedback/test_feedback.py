"""“Was this useful?”: said without an account, read by those who answer for the page, and by nobody else."""

import re
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import PageViewRestriction

from feedback import actions
from feedback.actions import FeedbackError
from feedback.chores import forget_feedback
from feedback.models import Feedback, Notice
from stewardship import actions as stewardship
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.events import EventPageFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.hub import StandardPageFactory
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory, ToolkitPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(toolkit):
    return f"/feedback/pages/{toolkit.pk}/"


def answers(**more):
    return {"is_useful": "no", "submission_key": str(uuid.uuid4())} | more


class TestOnPages:
    def test_every_kind_asks(self, client, home, library, case_studies, events_index):
        pages = [
            ToolkitPageFactory(parent=library),
            ResourcePageFactory(parent=library),
            ArticlePageFactory(parent=library),
            CaseStudyPageFactory(parent=case_studies),
            EventPageFactory(parent=events_index),
            StandardPageFactory(parent=home),
        ]
        for page in pages:
            assert client.get(page.url).text.count(f'action="/feedback/pages/{page.pk}/press/"') == 1
        for page in (home, library):
            assert "/feedback/" not in client.get(page.url).text

    def test_the_page_is_kept_as_before(self, client, toolkit, settings, django_assert_num_queries):
        settings.PAGE_CACHE_SECONDS = 600
        client.get(toolkit.url)
        with django_assert_num_queries(0):
            assert "Was this page useful?" in client.get(toolkit.url).text

    def test_what_is_not_for_everybody_does_not_ask(self, client, toolkit, alice):
        PageViewRestriction.objects.create(page=toolkit, restriction_type="login")
        client.force_login(alice)
        assert "/feedback/pages" not in client.get(toolkit.url).text


class TestSay:
    def test_the_button_leads_to_a_form_and_counts_nothing(self, client, url):
        response = client.get(f"{url}?useful=no")
        assert response.context["form"]["is_useful"].value() == "no"
        assert response["Cache-Control"] == "private, no-store"
        assert not Feedback.objects.exists()

    @pytest.mark.parametrize("useful", ["", "maybe", "<script>"])
    def test_other_answers_choose_nothing(self, client, url, useful):
        assert client.get(url, {"useful": useful}).context["form"]["is_useful"].value() is None

    def test_keeps_the_words_and_not_who_it_was(self, client, url, toolkit, bob):
        client.force_login(bob)
        response = client.post(url, answers(words="Too long", address="me@example.org"))
        assert response["Location"] == f"{url}thanks/"
        assert client.get(response["Location"]).status_code == 200
        kept = Feedback.objects.get()
        assert (kept.page_id, kept.is_useful, kept.words, kept.address) == (
            toolkit.pk, False, "Too long", "me@example.org",
        )  # fmt: skip
        assert {field.name for field in Feedback._meta.fields if field.is_relation} == {"page", "done_by"}

    def test_sent_twice_it_counts_once(self, client, url):
        sent = answers(is_useful="yes")
        for _ in range(2):
            assert client.post(url, sent).status_code == 302
        assert Feedback.objects.get().is_useful

    def test_a_key_that_did_not_come_back_whole(self, client, url):
        client.post(url, answers(submission_key="x"))
        assert Feedback.objects.count() == 1

    def test_what_programs_fill_in_is_thrown_away(self, client, url):
        assert client.post(url, answers(words="Buy", website="https://x.example"))["Location"] == f"{url}thanks/"
        assert not Feedback.objects.exists()

    def test_an_address_without_words_asks_for_them(self, client, url):
        response = client.post(url, answers(address="me@example.org"))
        assert response.context["form"].errors == {"words": ["Write what you would like an answer to."]}
        assert "me@example.org" in response.text

    @pytest.mark.parametrize(
        ("sent", "field"),
        [({"is_useful": ""}, "is_useful"), ({"is_useful": "x"}, "is_useful"), ({"words": "x" * 1001}, "words"),
         ({"words": "x", "address": "x"}, "address")],
    )  # fmt: skip
    def test_bad_input_is_told_beside_the_field(self, client, url, sent, field):
        response = client.post(url, answers(**sent))
        assert list(response.context["form"].errors) == [field]
        assert not Feedback.objects.exists()

    def test_is_limited_for_each_address(self, client, url, settings):
        settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"say_useful": "2/h/ip"}
        assert [client.post(url, answers(words="Mine")).status_code for _ in range(3)] == [302, 302, 429]
        assert Feedback.objects.count() == 2

    def test_pages_that_are_not_there(self, client, url, toolkit, home):
        assert client.get("/feedback/pages/99999/").status_code == 404
        assert client.get(f"/feedback/pages/{home.pk}/").status_code == 404
        PageViewRestriction.objects.create(page=toolkit, restriction_type="login")
        for address in (url, f"{url}thanks/"):
            assert client.get(address).status_code == 404
        assert client.post(url, answers()).status_code == 404

    def test_the_action_refuses_what_is_not_asked(self, home):
        with pytest.raises(FeedbackError):
            actions.say(page=home, is_useful=True, submission_key=uuid.uuid4())

    def test_in_another_language(self, client, toolkit):
        client.post(f"/es/feedback/pages/{toolkit.pk}/", answers())
        assert Feedback.objects.get().language == "es"


class TestMine:
    def test_the_owner_reads_it_and_others_do_not(self, client, said, alice, bob):
        client.force_login(alice)
        assert "The form is missing" in client.get("/feedback/").text
        client.force_login(bob)
        assert "The form is missing" not in client.get("/feedback/").text
        assert "The form is missing" not in client.get("/feedback/?show=all").text

    def test_it_goes_with_the_page_to_a_new_owner(self, client, said, toolkit, alice, bob):
        stewardship.appoint(stewardship=toolkit.stewardship, owner=bob)
        for user, sees in ((alice, False), (bob, True)):
            client.force_login(user)
            assert ("The form is missing" in client.get("/feedback/").text) == sees

    def test_of_pages_that_nobody_keeps_whoever_made_them(self, client, home, bob):
        FeedbackFactory(page=StandardPageFactory(parent=home, owner=bob), words="Hello")
        client.force_login(bob)
        assert "Hello" in client.get("/feedback/").text

    def test_editors_see_all(self, client, said, edith):
        client.force_login(edith)
        assert "The form is missing" not in client.get("/feedback/").text
        assert "The form is missing" in client.get("/feedback/?show=all").text

    def test_strangers_sign_in(self, client, said):
        for address in ("", f"{said.pk}/answer/", f"{said.pk}/done/"):
            assert client.get(f"/feedback/{address}")["Location"].startswith("/account/login/")

    def test_the_public_never_sees_it(self, client, said, toolkit):
        for address in (toolkit.url, "/search/?q=form+missing", "/search/?q=reader%40example.org", "/sitemap.xml"):
            text = re.sub(r"<input[^>]*>|<title>.*?</title>", "", client.get(address).text)
            assert "form is missing" not in text

    @pytest.mark.parametrize("number", [1, 5])
    def test_takes_the_same_queries_however_many(self, client, toolkit, alice, number, django_assert_num_queries):
        FeedbackFactory.create_batch(number, page=toolkit)
        client.force_login(alice)
        client.get("/feedback/")
        with django_assert_num_queries(7):
            client.get("/feedback/")


class TestAnswer:
    def test_goes_by_mail_and_the_address_is_forgotten(self, client, said, alice):
        client.force_login(alice)
        url = f"/feedback/{said.pk}/answer/"
        assert client.get(url).status_code == 200
        for _ in range(2):
            client.post(url, {"text": "It is there now."})
        (message,) = mail.outbox
        assert message.to == ["reader@example.org"]
        assert "Alice Okafor answers:\n\n> It is there now." in message.body
        said.refresh_from_db()
        assert (said.address, said.answer, said.done_by) == ("", "It is there now.", alice)
        assert "This was answered already." in client.get(url).text

    def test_in_the_readers_language(self, said, alice):
        Feedback.objects.update(language="ar")
        actions.answer(feedback=said, text="x", by=alice)
        assert mail.outbox[0].to == ["reader@example.org"]

    def test_without_an_address_is_refused(self, said, alice):
        Feedback.objects.update(address="")
        with pytest.raises(FeedbackError, match="left no address"):
            actions.answer(feedback=said, text="x", by=alice)

    def test_nothing_typed_is_told(self, client, said, alice):
        client.force_login(alice)
        assert client.post(f"/feedback/{said.pk}/answer/", {"text": ""}).context["form"].errors
        assert mail.outbox == []

    def test_strangers_find_nothing(self, client, said, bob):
        client.force_login(bob)
        assert client.get(f"/feedback/{said.pk}/answer/").status_code == 404
        assert client.post(f"/feedback/{said.pk}/done/").status_code == 404
        with pytest.raises(FeedbackError, match="Somebody else"):
            actions.mark_done(feedback=said, by=bob)


class TestDone:
    def test_is_noted_once(self, client, said, alice, edith):
        client.force_login(alice)
        assert client.post(f"/feedback/{said.pk}/done/")["Location"] == "/feedback/"
        client.force_login(edith)
        assert client.post(f"/feedback/{said.pk}/done/", {"next": "/admin/"})["Location"] == "/admin/"
        said.refresh_from_db()
        assert (said.done_by, said.address) == (alice, "")

    def test_leads_nowhere_else(self, client, said, alice):
        client.force_login(alice)
        response = client.post(f"/feedback/{said.pk}/done/", {"next": "https://elsewhere.example/"})
        assert response["Location"] == "/feedback/"
        assert client.get(f"/feedback/{said.pk}/done/").status_code == 405


def test_is_forgotten_after_a_year_and_addresses_earlier(toolkit):
    now = timezone.now()
    FeedbackFactory(page=toolkit, said_at=now - timedelta(days=366))
    FeedbackFactory(page=toolkit, said_at=now - timedelta(days=61), address="a@example.org")
    FeedbackFactory(page=toolkit, said_at=now - timedelta(days=59), address="b@example.org")
    told = "1 answer to “Was this useful?” and 1 address."
    assert forget_feedback(dry_run=True) == f"Would forget {told}"
    assert Feedback.objects.count() == 3
    assert forget_feedback(dry_run=False) == f"Forgot {told}"
    assert list(Feedback.objects.order_by("said_at").values_list("address", flat=True)) == ["", "b@example.org"]
    assert forget_feedback(dry_run=False) == ""


def test_days_are_those_of_the_place_not_of_greenwich(time_machine, said, alice):
    time_machine.move_to(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))  # the second of July in London
    for day in (1, 2):
        Notice.objects.create(member=alice, sent_on=date(2025, 7, day))
    forget_feedback(dry_run=False)
    assert list(Notice.objects.values_list("sent_on", flat=True)) == [date(2025, 7, 2)]
