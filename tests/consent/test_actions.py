"""Noting a consent, its link, and letting it end."""

import datetime
import uuid

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from casestudies.models import CaseStudyPage
from consent import actions
from consent.actions import ConsentError
from consent.chores import announce_ending_consents, end_consents
from consent.links import consent_for, path_for
from consent.models import Consent
from hub.signed_links import LinkError
from tests.factories.consent import ConsentFactory

from .conftest import QUOTE

pytestmark = pytest.mark.django_db


def test_the_same_thing_is_noted_once(case, edith):
    def noted():
        return actions.note(
            person_name="Amina Bah", covers="name", wording="Amina Bah", pages=[case], how="form", by=edith
        )

    consent = noted()
    assert (noted(), consent.uses.count(), consent.noted_by) == (consent, 1, edith)


def test_words_must_be_written_down(case):
    with pytest.raises(ValidationError, match="Write down the words"):
        Consent(person_name="A", covers="words", how="phone").full_clean()


def test_the_link_goes_to_the_person_in_their_language(consent, case, edith, time_machine):
    time_machine.move_to("2026-03-03 12:00Z", tick=False)  # the second is signed with it
    consent.language = "es"
    consent.save()
    actions.send_link(consent=consent, by=edith)
    [sent] = mail.outbox
    assert sent.to == [consent.contact]
    assert f"/es/consent/{path_for(consent).split('/')[3]}/" in sent.body
    assert "Painted doors" in sent.body


def test_without_an_address_there_is_no_mail(consent, edith, withdraw):
    consent.contact = "020 7946 0000, mornings"
    with pytest.raises(ConsentError, match="no e-mail address"):
        actions.send_link(consent=consent, by=edith)
    with pytest.raises(ConsentError, match="taken back already"):
        actions.send_link(consent=withdraw(consent), by=edith)


def test_a_new_link_makes_older_ones_void(consent, edith):
    old = path_for(consent).split("/")[2]
    assert consent_for(old) == consent
    new = path_for(actions.renew_link(consent=consent, by=edith)).split("/")[2]
    assert consent_for(new) == consent
    with pytest.raises(LinkError):
        consent_for(old)
    with pytest.raises(LinkError):
        consent_for(f"{new}x")


def test_consents_end_by_themselves_and_are_announced_once(case, edith, django_capture_on_commit_callbacks):
    def day(number):
        return datetime.datetime(2026, 3, number, 3, tzinfo=datetime.UTC)

    with time_machine.travel(day(1), tick=False):
        ConsentFactory(wording=QUOTE, pages=[case], until=datetime.date(2026, 4, 1), person_name="Secretive")
        ConsentFactory(wording="x", until=datetime.date(2026, 5, 1))
        assert announce_ending_consents(dry_run=False) == ""
    with time_machine.travel(day(2), tick=False):
        assert announce_ending_consents(dry_run=True) == "Would announce the end of 1 consent."
        assert announce_ending_consents(dry_run=False) == "Announced the end of 1 consent."
        assert announce_ending_consents(dry_run=False) == ""
    [told] = mail.outbox
    assert (told.to, "Secretive" in told.body) == ([edith.email], False)
    with time_machine.travel(datetime.datetime(2026, 4, 1, 21, tzinfo=datetime.UTC), tick=False):
        assert end_consents(dry_run=False) == ""
        with pytest.raises(ConsentError, match="has not ended"):
            actions.end(consent=Consent.objects.get(wording=QUOTE))
    with time_machine.travel(datetime.datetime(2026, 4, 2, 1, tzinfo=datetime.UTC), tick=False):
        assert end_consents(dry_run=True) == "Would end 1 consent."
        with django_capture_on_commit_callbacks(execute=True):
            assert end_consents(dry_run=False) == "Ended 1 consent."
        assert end_consents(dry_run=False) == ""
    assert Consent.objects.get(wording=QUOTE).reason == "ended"
    assert "asked us" not in CaseStudyPage.objects.get().to_json()


def test_one_that_cannot_be_ended_does_not_keep_the_others(case, monkeypatch, caplog):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    for wording in ("First", "Second", QUOTE):
        ConsentFactory(wording=wording, pages=[case], until=yesterday)
    real = actions.end

    def end(*, consent):
        if consent.wording == "Second":
            raise ValueError("A broken page.")
        return real(consent=consent)

    monkeypatch.setattr(actions, "end", end)
    with pytest.raises(ExceptionGroup, match="Could not end 1 consent of 3"):
        end_consents(dry_run=False)
    assert Consent.objects.in_force().get().wording == "Second"
    assert "could not be ended" in caplog.text
    monkeypatch.setattr(actions, "end", real)
    assert end_consents(dry_run=False) == "Ended 1 consent."


def test_a_page_without_anything_gone_is_saved_as_it_is(case, django_assert_num_queries):
    key = uuid.uuid4()
    assert not Consent.objects.gone().on([key]).exists()
    case.advice = "<p>New</p>"
    case.save()
    assert CaseStudyPage.objects.get().advice == "<p>New</p>"
