import uuid

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from comments.models import PageComment, Report
from tests.factories.comments import PageCommentFactory

pytestmark = pytest.mark.django_db

NOWHERE = 10**30


def data(**changes):
    return {"text": "Thank you!", "submission_key": str(uuid.uuid4()), **changes}


class TestPost:
    @pytest.fixture
    def url(self, toolkit):
        return reverse("comments:post", args=[toolkit.pk])

    def test_works_and_leads_to_the_comment(self, client, url, toolkit, alice, comment):
        client.force_login(alice)
        response = client.post(url, data())
        made = PageComment.objects.last()
        assert response.url == f"{toolkit.url}#comment-{made.pk}"
        assert "Thank you. Your comment is there." in client.get(toolkit.url).text

    def test_a_newcomer_is_told_that_it_waits(self, client, url, bob):
        client.force_login(bob)
        response = client.post(url, data(), follow=True)
        assert "A moderator reads your first comment before it appears." in response.text

    def test_sent_twice_makes_one(self, client, url, bob):
        client.force_login(bob)
        same = data()
        assert client.post(url, same).url == client.post(url, same).url
        assert PageComment.objects.count() == 1

    def test_anonymous_signs_in_and_comes_back_to_the_page(self, client, url, toolkit):
        for method in (client.get, client.post):
            assert method(url).url == f"{reverse('account_login')}?next={toolkit.url}%23comments"
        assert not PageComment.objects.exists()

    def test_who_was_signed_out_while_writing_keeps_the_text(self, client, url):
        response = client.post(url, data(text="Hours of <work>"))
        assert response.status_code == 200
        assert "Hours of &lt;work&gt;</textarea>" in response.text
        assert f'href="{reverse("account_login")}?next={url}"' in response.text
        assert not PageComment.objects.exists()

    def test_who_was_signed_out_needs_the_token_of_the_form_all_the_same(self, url):
        assert Client(enforce_csrf_checks=True).post(url, data()).status_code == 403

    def test_get_shows_the_form(self, client, url, bob):
        client.force_login(bob)
        assert "<textarea" in client.get(url).text

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"text": " "}, "Please fill this in."),
            ({"text": "x" * 3001}, "at most 3000 characters"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, url, bob, changes, message):
        client.force_login(bob)
        response = client.post(url, data(**changes))
        assert response.status_code == 200
        assert message in response.text
        assert response.context["form"]["text"].value() == data(**changes)["text"]
        assert not PageComment.objects.exists()

    def test_closed(self, client, url, toolkit, bob):
        toolkit.is_open_for_comments = False
        toolkit.save()
        client.force_login(bob)
        assert "Comments are closed" in client.post(url, data(), follow=True).text
        assert not PageComment.objects.exists()

    @pytest.mark.parametrize("hidden", ["draft", "private", "plain", "none", "too big"])
    def test_pages_without_comments_are_not_found(self, client, url, toolkit, home, bob, hidden):
        if hidden == "draft":
            toolkit.unpublish()
        elif hidden == "private":
            PageViewRestriction.objects.create(page=toolkit, restriction_type=PageViewRestriction.LOGIN)
        else:
            url = f"/comments/pages/{ {'plain': home.pk, 'none': 99999, 'too big': NOWHERE}[hidden] }/"
        assert client.post(url, data()).status_code in (404, 405)
        client.force_login(bob)
        assert client.get(url).status_code == 404
        assert client.post(url, data()).status_code in (404, 405)

    def test_null_bytes_are_refused(self, client, url, bob):
        client.force_login(bob)
        assert client.post(url, data(text="a\x00b")).status_code == 400

    def test_too_many_in_a_short_time(self, client, url, bob, settings):
        settings.ACCOUNT_RATE_LIMITS = {"post_comment": "2/h/user"}
        client.force_login(bob)
        for _number in range(2):
            client.post(url, data())
        response = client.post(url, data())
        assert "Try again in an hour." in response.text
        assert "Thank you!" in response.text
        assert PageComment.objects.count() == 2


class TestReply:
    @pytest.fixture
    def url(self, comment):
        return reverse("comments:reply", args=[comment.pk])

    def test_works(self, client, url, comment, mona):
        client.force_login(mona)
        assert "Leeds" in client.get(url).text
        response = client.post(url, data(text="How did it go?"), follow=True)
        assert "How did it go?" in response.text
        assert PageComment.objects.last().parent_id == comment.pk

    def test_anonymous(self, client, url):
        assert client.get(url).url == f"{reverse('account_login')}?next={url}"
        assert client.get(reverse("comments:reply", args=[99999])).status_code == 302

    def test_who_was_signed_out_while_writing_keeps_the_text(self, client, url):
        response = client.post(url, data(text="Hours of work"))
        assert "Hours of work</textarea>" in response.text
        assert f'href="{reverse("account_login")}?next={url}"' in response.text
        assert PageComment.objects.count() == 1

    def test_empty(self, client, url, mona):
        client.force_login(mona)
        assert "Please fill this in." in client.post(url, data(text="")).text

    def test_closed(self, client, url, toolkit, mona):
        toolkit.is_open_for_comments = False
        toolkit.save()
        client.force_login(mona)
        assert client.post(url, data(text=" ")).url == client.get(url).url == f"{toolkit.url}#comments"
        response = client.post(url, data(text="Hours of work"))
        assert "Comments are closed." in response.text
        assert "Hours of work</textarea>" in response.text
        assert PageComment.objects.count() == 1

    @pytest.mark.parametrize("change", [{"is_public": False}, {"is_removed": True}, {"level": 3}])
    def test_what_cannot_be_answered_is_not_found(self, client, url, comment, mona, change):
        PageComment.objects.filter(pk=comment.pk).update(**change)
        client.force_login(mona)
        assert client.get(url).status_code == client.post(url, data()).status_code == 404

    def test_a_draft_is_not_found(self, client, url, toolkit, mona):
        toolkit.unpublish()
        client.force_login(mona)
        assert client.get(url).status_code == 404

    def test_a_number_too_big(self, client, mona):
        client.force_login(mona)
        for tail in ("reply/", "report/", "", "remove/"):
            assert client.get(f"/comments/{NOWHERE}/{tail}").status_code == 404


class TestFind:
    def test_leads_to_the_place(self, client, toolkit, comment):
        assert client.get(comment.get_absolute_url()).url == f"{toolkit.url}#comment-{comment.pk}"

    def test_a_waiting_one_is_found_by_its_author_alone(self, client, waiting, alice, bob):
        assert client.get(waiting.get_absolute_url()).status_code == 404
        client.force_login(alice)
        assert client.get(waiting.get_absolute_url()).status_code == 404
        client.force_login(bob)
        assert client.get(waiting.get_absolute_url()).status_code == 302

    def test_none_on_a_draft(self, client, toolkit, comment):
        toolkit.unpublish()
        assert client.get(comment.get_absolute_url()).status_code == 404

    def test_refuses_post(self, client, comment):
        assert client.post(comment.get_absolute_url()).status_code == 405


class TestReport:
    @pytest.fixture
    def url(self, comment):
        return reverse("comments:report", args=[comment.pk])

    def sent(self, **changes):
        return {"reason": "It is rude.", "submission_key": str(uuid.uuid4()), **changes}

    def test_anyone_may(self, client, url, bob):
        assert "A moderator will look at this comment." in client.post(url, self.sent(), follow=True).text
        client.force_login(bob)
        client.post(url, self.sent())
        assert [report.reported_by for report in Report.objects.all()] == [None, bob]

    def test_sent_twice_makes_one(self, client, url):
        same = self.sent()
        for _time in range(2):
            assert client.post(url, same).status_code == 302
        assert Report.objects.count() == 1

    def test_get_shows_the_comment_and_changes_nothing(self, client, url):
        assert "Leeds" in client.get(url).text
        assert not Report.objects.exists()

    @pytest.mark.parametrize("changes", [{"reason": ""}, {"reason": "x" * 601}])
    def test_says_what_is_wrong(self, client, url, changes):
        response = client.post(url, self.sent(**changes))
        assert response.status_code == 200
        assert response.context["form"].errors
        assert not Report.objects.exists()

    def test_too_many_from_one_place(self, client, url, settings):
        settings.ACCOUNT_RATE_LIMITS = {"report_comment": "1/h/ip"}
        client.post(url, self.sent())
        assert "Try again in an hour." in client.post(url, self.sent()).text
        assert Report.objects.count() == 1

    @pytest.mark.parametrize("change", [{"is_public": False}, {"is_removed": True}])
    def test_what_nobody_can_read_is_not_found(self, client, url, comment, change):
        PageComment.objects.filter(pk=comment.pk).update(**change)
        assert client.get(url).status_code == client.post(url, self.sent()).status_code == 404

    def test_a_draft_is_not_found(self, client, url, toolkit):
        toolkit.unpublish()
        assert client.get(url).status_code == 404


class TestRemove:
    @pytest.fixture
    def url(self, comment):
        return reverse("comments:remove", args=[comment.pk])

    def test_asks_first_then_removes_safely_twice(self, client, url, comment, alice):
        client.force_login(alice)
        assert "Remove your comment?" in client.get(url).text
        for _time in range(2):
            assert "Your comment is removed." in client.post(url, follow=True).text
        assert client.get(url).status_code == 404

    def test_others_do_not_find_it(self, client, url, bob, mona):
        for user in (bob, mona):
            client.force_login(user)
            assert client.get(url).status_code == client.post(url).status_code == 404
        assert not PageComment.objects.get().is_removed

    def test_anonymous(self, client, url):
        assert client.post(url).url == f"{reverse('account_login')}?next={url}"


def test_a_comment_on_an_event_and_a_case_study(client, events_index, case_studies, mona):
    from tests.factories.casestudies import CaseStudyPageFactory
    from tests.factories.events import EventPageFactory

    client.force_login(mona)
    for page in (EventPageFactory(parent=events_index), CaseStudyPageFactory(parent=case_studies)):
        assert client.post(reverse("comments:post", args=[page.pk]), data()).status_code == 302
        assert PageComment.objects.of(page).count() == 1


def test_the_librarys_own_addresses_are_not_there(client, comment):
    for address in ("/comments/post/", "/comments/api/comment/", f"/comments/flag/{comment.pk}/", "/comments/sent/"):
        assert client.get(address).status_code == 404


def test_there_are_the_same_number_of_comments_in_the_count_as_on_the_page(client, toolkit, comment, waiting):
    PageCommentFactory(page=toolkit, is_removed=True)
    assert "1 comment<" in client.get(toolkit.url).text
