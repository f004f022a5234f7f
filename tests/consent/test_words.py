"""Words that somebody takes back are gone: page, revisions, translations, search, feeds, caches."""

import json

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import Locale, Revision

from casestudies.models import CaseStudyPage
from consent import actions, tasks
from consent.models import Consent, Mending
from hub.removal import taken_out
from search.entries import refresh
from search.models import Entry, EntryText
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.consent import ConsentFactory

from .conftest import QUOTE, everything_kept

pytestmark = pytest.mark.django_db


def test_words_are_gone_from_the_page_and_from_all_revisions(client, case, consent, withdraw):
    old = case.latest_revision
    case.title = "Painted doors, again"
    case.save_revision()  # a draft that nobody published
    withdraw(consent)
    for text in everything_kept(case):
        assert "asked us" not in text
    fresh = CaseStudyPage.objects.get()
    assert [block.block_type for block in fresh.body] == ["text", "heading"]
    assert fresh.body[0].value.source == "<p>We painted. She said: [words taken back]<b></b> We listened.</p>"
    assert (fresh.live, fresh.title, fresh.has_unpublished_changes) == (True, "Painted doors", True)
    text = client.get(case.url).text
    assert "asked us" not in text
    assert "We listened." in text
    old.refresh_from_db()
    old.publish()
    assert "asked us" not in client.get(case.url).text


def test_it_is_found_no_more(client, case, consent, withdraw):
    refresh(CaseStudyPage)
    ways = ["/search/?q=painted", "/search/feed.atom?q=painted", "/search/feed.json?q=painted", "/search/?q=asked+us"]
    assert any("asked us" in client.get(way).text.replace("<mark>", "") for way in ways)
    withdraw(consent)
    assert not EntryText.objects.filter(text__contains="asked us").exists()
    for way in ways:
        found = client.get(way).text.replace("<mark>", "").replace("</mark>", "")
        assert "never asked us" not in found
    assert "painted-doors" in client.get("/search/?q=painted").text


def test_it_is_out_of_sight_before_any_task_has_run(case, consent):
    refresh(CaseStudyPage)
    actions.withdraw(consent=consent)  # the transaction of the test is never committed: no task runs
    assert Entry.objects.get().audience == "nobody"
    assert "asked us" not in CaseStudyPage.objects.get().to_json()


def test_kept_pages_are_dropped(client, case, consent, settings, withdraw):
    settings.PAGE_CACHE_SECONDS = 600
    for path in (case.url, "/case-studies/"):
        client.get(path)
    assert "asked us" in client.get(case.url).text
    withdraw(consent)
    assert "asked us" not in client.get(case.url).text


def test_what_is_pasted_back_does_not_stay(case, consent, withdraw):
    open_form = CaseStudyPage.objects.get()  # an editor has it open meanwhile
    withdraw(consent)
    open_form.save_revision().publish()
    for text in everything_kept(case):
        assert "asked us" not in text
    assert Revision.objects.count() == 2


def test_translations_and_copies_lose_it_too(case, consent, withdraw, case_studies, home):
    spanish = Locale.objects.create(language_code="es")
    home.copy_for_translation(spanish).save_revision().publish()
    case_studies.copy_for_translation(spanish).save_revision().publish()
    case.copy_for_translation(spanish).save_revision().publish()
    alias = case.create_alias(parent=case_studies, update_slug="alias")
    withdraw(consent)
    for copy in (case.get_translations().get().specific, alias):
        assert not any("asked us" in text for text in everything_kept(copy))


@pytest.fixture
def translated(case, case_studies, home):
    """The Spanish translation of a case, with the same quote in other words; its author's name is written otherwise."""
    spanish = Locale.objects.create(language_code="es")
    for page in (home, case_studies, case):
        page.copy_for_translation(spanish).save_revision().publish()
    page = case.get_translations().get().specific
    for block in page.body.raw_data:
        if block["type"] == "quote":
            block["value"]["text"] = "Nunca nos preguntaron nada."
    page.body = json.dumps(list(page.body.raw_data)[1:])
    page.advice = "<p>Nunca nos preguntaron.</p>"
    page.save_revision().publish()
    return page


def test_a_translated_quote_goes_by_its_identifier(client, case, consent, translated, withdraw):
    old = translated.latest_revision
    assert "Nunca nos preguntaron nada" in client.get(translated.url).text
    withdraw(consent)
    assert not any("preguntaron nada" in text for text in everything_kept(translated))
    old.refresh_from_db()
    old.publish()  # nor does it come back
    translated.body = json.dumps([{"type": "quote", "id": case.body[1].id, "value": {"text": "Nada", "who": "A"}}])
    translated.save_revision().publish()
    assert [block.block_type for block in CaseStudyPage.objects.get(pk=translated.pk).body] == []
    assert set(Mending.objects.values_list("page", "kind")) == {(case.pk, "gap"), (translated.pk, "gap")}


def test_another_quote_in_the_same_place_stays(case, consent, withdraw):
    key = case.body[1].id
    withdraw(consent)
    fresh = CaseStudyPage.objects.get()
    fresh.body = json.dumps([{"type": "quote", "id": key, "value": {"text": "We like blue.", "who": "B", "role": ""}}])
    fresh.save_revision().publish()
    assert CaseStudyPage.objects.get().body[0].value["text"] == "We like blue."


def test_a_translation_in_other_words_is_given_to_editors(case, translated, withdraw):
    withdraw(ConsentFactory(wording="We painted. She said", pages=[case]))
    assert set(Mending.objects.values_list("page", "kind")) == {(case.pk, "gap"), (translated.pk, "translation")}
    assert "preguntaron nada" in CaseStudyPage.objects.get(pk=translated.pk).to_json()


def test_other_rooms_are_told_so_that_they_let_copies_go(case, consent):
    told = []

    def listen(sender, pages, **kwargs):
        told.append(pages)

    taken_out.connect(listen)
    try:
        actions.withdraw(consent=consent)
        actions.withdraw(consent=consent)
    finally:
        taken_out.disconnect(listen)
    assert told == [[case]]


def test_a_second_time_changes_nothing_and_tells_nobody(consent, edith, withdraw):
    withdraw(consent)
    [told] = mail.outbox
    assert told.to == [edith.email]
    assert "Secretive" not in told.subject + told.body
    assert "asked us" not in told.subject + told.body
    before = Consent.objects.get().gone_at
    withdraw(consent, by=edith)
    assert (Consent.objects.get().gone_at, len(mail.outbox)) == (before, 1)


def test_the_same_words_elsewhere_are_given_to_editors(case, consent, case_studies, withdraw, edith):
    CaseStudyPageFactory(
        parent=case_studies, advice="<p>One said: they never asked us before the doors were painted!</p>"
    )
    elsewhere = CaseStudyPage.objects.exclude(pk=case.pk).get()
    CaseStudyPageFactory(parent=case_studies, advice="<p>They never asked us.</p>")
    draft = CaseStudyPageFactory(parent=case_studies, advice=f"<p>{QUOTE}</p>", live=False)
    withdraw(consent)
    assert {(mending.page_id, mending.kind) for mending in Mending.objects.all()} == {
        (case.pk, "gap"), (elsewhere.pk, "still-there"), (draft.pk, "still-there"),
    }  # fmt: skip
    for mending in Mending.objects.all():
        actions.mend(mending=mending, by=edith)
        actions.mend(mending=mending, by=None)
    assert set(Mending.objects.values_list("done_by", flat=True)) == {edith.pk}


def test_a_page_with_the_same_words_is_given_to_editors_when_it_is_published(
    case, consent, case_studies, withdraw, django_capture_on_commit_callbacks
):
    copy = case.copy(keep_live=False, update_attrs={"slug": "copy"})
    withdraw(consent)
    withdraw(ConsentFactory(covers="name", wording="Amina"))  # a first name says nothing
    withdraw(ConsentFactory(wording="Nobody ever said that here", pages=[case]))
    Mending.objects.all().delete()
    later = CaseStudyPageFactory(parent=case_studies, advice=f"<p>{QUOTE}</p>", live=False)
    for page in (copy, later, case):
        with django_capture_on_commit_callbacks(execute=True):
            CaseStudyPage.objects.get(pk=page.pk).save_revision().publish()
    assert set(Mending.objects.values_list("consent", "page", "kind")) == {
        (consent.pk, copy.pk, "still-there"), (consent.pk, later.pk, "still-there"),
    }  # fmt: skip
    tasks.look_at_page.func(0)


def test_what_somebody_agreed_to_again_may_come_back(case, consent, withdraw, django_capture_on_commit_callbacks):
    withdraw(consent)
    Mending.objects.all().delete()
    again = ConsentFactory(wording=QUOTE, pages=[case])
    case.advice = f"<p>{QUOTE}</p>"
    with django_capture_on_commit_callbacks(execute=True):
        case.save_revision().publish()
    assert (QUOTE in CaseStudyPage.objects.get().advice, Mending.objects.count()) == (True, 0)
    withdraw(again)
    case.save_revision().publish()
    assert not any("asked us" in text for text in everything_kept(case))


@pytest.mark.parametrize("how", ["before", "elsewhere", "another"])
def test_only_the_same_said_again_counts(case, consent, withdraw, case_studies, how):
    pages = [CaseStudyPageFactory(parent=case_studies)] if how == "elsewhere" else [case]
    wording = "Something else that she said" if how == "another" else QUOTE
    other = ConsentFactory(wording=wording, pages=pages)
    withdraw(consent)
    if how != "before":
        Consent.objects.filter(pk=other.pk).update(noted_at=timezone.now())
    case.save_revision().publish()
    assert not any("asked us" in text for text in everything_kept(case))


@pytest.mark.parametrize("wording", ["Yes", "We listened"])
def test_a_few_words_go_only_where_they_are_a_quote(case_studies, withdraw, wording):
    quote = {"text": f"“{wording}!”", "who": "", "role": ""}
    case = CaseStudyPageFactory(parent=case_studies, body=[("quote", quote), ("text", f"<p>{wording}.</p>")])
    withdraw(ConsentFactory(wording=wording, pages=[case]))
    fresh = CaseStudyPage.objects.get()
    assert [(block.block_type, str(block.value.source)) for block in fresh.body] == [("text", f"<p>{wording}.</p>")]


def test_other_words_stay(case, withdraw):
    before = case.to_json()
    withdraw(ConsentFactory(wording="Something else that nobody ever said here", pages=[case]))
    assert CaseStudyPage.objects.get().to_json() == before
    assert Mending.objects.count() == 0
