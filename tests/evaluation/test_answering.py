"""Answering, two windows at once, closing, and settling."""

import pytest
from django.db import IntegrityError, transaction

from evaluation import actions
from evaluation.actions import ChangedMeanwhileError, EvaluationError, Typed, digest_of
from evaluation.links import private_address
from evaluation.models import Answer, Settlement
from evaluation.results import differences, final_answers
from tests.factories.evaluation import PersonFactory, answer, block_id, publish, question, section

pytestmark = pytest.mark.django_db

WHO, WHEN, RATE = block_id("who"), block_id("when"), block_id("rate")
DECIDING = block_id("deciding")


def form_of(page):
    """Return what the form on a page would send if its button was pressed now."""
    form = page.context["form"]
    return {form.add_prefix(name): form[name].value() or "" for name in form.fields}


def stored(person):
    return {one.question: (one.level, one.does_not_apply, one.note) for one in Answer.objects.filter(person=person)}


# Sections -------------------------------------------------------------------------------------------------------------


def test_saves_what_was_answered_and_skips_the_rest(open_page, lead):
    data = form_of(open_page(lead, "section", key=DECIDING))
    data |= {f"level-{WHO}": "2", f"note-{WHO}": " We vote.\r\nTwice. ", f"level-{WHEN}": ""}
    response = open_page(lead, "section", data, key=DECIDING)
    assert response["Location"] == private_address(lead)
    assert stored(lead) == {WHO: (2, False, "We vote.\nTwice.")}
    page = open_page(lead)
    assert "1 of 3 questions answered" in page.text


def test_the_first_button_leads_to_the_next_section(open_page, lead):
    data = form_of(open_page(lead, "section", key=DECIDING)) | {"next": "yes"}
    response = open_page(lead, "section", data, key=DECIDING)
    assert response["Location"] == private_address(lead, "section", key=block_id("paying"))


def test_saving_twice_changes_nothing(open_page, lead):
    data = form_of(open_page(lead, "section", key=DECIDING)) | {f"level-{WHO}": "2"}
    for _ in range(2):
        assert open_page(lead, "section", data, key=DECIDING).status_code == 302
    assert list(Answer.objects.values_list("level", "version")) == [(2, 1)]


def test_an_answer_can_be_changed_and_taken_back(open_page, lead):
    answer(lead, {"who": 3, "when": 1})
    data = form_of(open_page(lead, "section", key=DECIDING)) | {f"level-{WHO}": "", f"level-{WHEN}": "n/a"}
    open_page(lead, "section", data, key=DECIDING)
    assert stored(lead) == {WHO: (None, False, ""), WHEN: (None, True, "")}
    assert "1 of 3 questions answered" in open_page(lead).text


@pytest.mark.parametrize(
    "wrong",
    [{f"level-{WHO}": "7"}, {f"level-{WHO}": "x"}, {f"level-{WHO}": "-1"}, {f"note-{WHO}": "x" * 2001}],
    ids=["no such level", "no level", "a negative one", "too long"],
)
def test_bad_input_is_told_and_nothing_is_lost(open_page, lead, wrong):
    data = form_of(open_page(lead, "section", key=DECIDING)) | {f"note-{WHEN}": "Typed with care."} | wrong
    response = open_page(lead, "section", data, key=DECIDING)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [next(iter(wrong))]
    assert "Typed with care." in response.text
    assert stored(lead) == {}


@pytest.mark.parametrize("seen", ["", "x", "99999999999999999999:", "-1:z", "1"])
def test_a_hidden_field_that_came_back_broken_overwrites_nothing(open_page, lead, seen):
    answer(lead, {"who": 3})
    data = {f"level-{WHO}": "1", f"seen-{WHO}": seen}
    response = open_page(lead, "section", data, key=DECIDING)
    if seen != "1":  # that one names the version rightly
        assert response.status_code == 200
        assert stored(lead) == {WHO: (3, False, "")}


def test_an_empty_post_is_no_error_and_takes_nothing_away(open_page, lead):
    answer(lead, {"who": 3})
    assert open_page(lead, "section", {}, key=DECIDING).status_code == 200
    assert stored(lead) == {WHO: (3, False, "")}


def test_two_windows_lose_no_words(open_page, lead):
    first, second = (form_of(open_page(lead, "section", key=DECIDING)) for _ in range(2))
    first |= {f"level-{WHO}": "1", f"note-{WHO}": "The first window.", f"level-{WHEN}": "3"}
    second |= {f"level-{WHO}": "2", f"note-{WHO}": "The second window."}
    assert open_page(lead, "section", first, key=DECIDING).status_code == 302
    response = open_page(lead, "section", second, key=DECIDING)
    assert response.status_code == 200
    assert "The first window." in response.text  # what was saved
    assert "The second window." in response.text  # what was typed
    assert stored(lead) == {WHO: (1, False, "The first window."), WHEN: (3, False, "")}

    merged = form_of(response) | {f"note-{WHO}": "Both windows."}
    assert open_page(lead, "section", merged, key=DECIDING).status_code == 302
    assert stored(lead)[WHO] == (2, False, "Both windows.")
    assert stored(lead)[WHEN] == (3, False, "")


def test_what_somebody_did_not_touch_is_not_overwritten(open_page, lead):
    answer(lead, {"who": 1, "when": 1})
    first, second = (form_of(open_page(lead, "section", key=DECIDING)) for _ in range(2))
    open_page(lead, "section", first | {f"level-{WHO}": "3"}, key=DECIDING)
    assert open_page(lead, "section", second | {f"level-{WHEN}": "3"}, key=DECIDING).status_code == 302
    assert stored(lead) == {WHO: (3, False, ""), WHEN: (3, False, "")}


def test_saves_by_itself(client, lead):
    url = private_address(lead, "section", key=DECIDING)
    headers = {"X-Requested-With": "autosave"}
    data = form_of(client.get(url)) | {f"level-{WHO}": "2"}
    told = client.post(url, data, headers=headers).json()
    assert told == {"is_saved": True, "seen": {f"seen-{WHO}": f"1:{digest_of(2, False, '')}"}}
    data |= told["seen"] | {f"level-{WHO}": "3"}
    assert client.post(url, data, headers=headers).json()["is_saved"]
    assert stored(lead) == {WHO: (3, False, "")}
    assert client.post(url, data | {f"level-{WHO}": "9"}, headers=headers).status_code == 400
    stale = data | {f"level-{WHO}": "1"}
    assert client.post(url, stale, headers=headers).json()["is_saved"] is False


def test_a_questionnaire_that_changes_meanwhile_changes_nothing_for_who_answers(open_page, lead, questionnaire):
    data = form_of(open_page(lead, "section", key=DECIDING)) | {f"level-{WHO}": "3"}
    publish(questionnaire, [section("other", question("other"))])
    assert open_page(lead, "section", data, key=DECIDING).status_code == 302
    assert stored(lead) == {WHO: (3, False, "")}
    assert "There is a newer version of this questionnaire: 2" in open_page(lead).text


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("nothing", Typed(level=1)),
        (WHO, Typed(level=4)),
        (WHO, Typed(level=1, does_not_apply=True)),
        (RATE, Typed(level=2)),
    ],
)
def test_an_answer_that_the_questionnaire_does_not_have_is_refused(lead, key, typed):
    with pytest.raises(EvaluationError, match="not in the questionnaire"):
        actions.save_answers(person=lead, answers={key: typed})


def test_does_not_apply_is_refused_where_it_is_not_offered(lead, questionnaire):
    version = publish(questionnaire, [section("deciding", question("who", may_not_apply=False))])
    person = PersonFactory(evaluation__version=version, is_lead=True)
    with pytest.raises(EvaluationError):
        actions.save_answers(person=person, answers={WHO: Typed(does_not_apply=True)})


def test_the_database_takes_no_answer_that_says_two_things(lead):
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(person=lead, question=WHO, level=1, does_not_apply=True)


def test_a_deleted_evaluation_is_not_answered(lead):
    person = PersonFactory.build(pk=lead.pk, evaluation=lead.evaluation)
    actions.delete_evaluation(person=lead)
    lead.evaluation.pk = 999
    with pytest.raises(EvaluationError, match="deleted"):
        actions.save_answers(person=person, answers={})


# The team -------------------------------------------------------------------------------------------------------------


def test_nobody_sees_anothers_answers_before_all_have_finished(open_page, client, team):
    lead, theo = team
    Answer.objects.filter(person=theo, question=WHO).update(note="The quokka decides.")
    pages = [
        open_page(lead),
        open_page(lead, "section", key=DECIDING),
        open_page(lead, "invite"),
        open_page(lead, "close"),
        open_page(lead, "export-json"),
        open_page(lead, "export-csv"),
    ]
    assert [page.status_code for page in pages] == [200] * 6
    assert not any("quokka" in page.text for page in pages)
    assert final_answers(lead.evaluation) == {}


def test_closing_asks_first_and_happens_once(open_page, team):
    lead, theo = team
    assert open_page(lead, "close").status_code == 200
    lead.evaluation.refresh_from_db()
    assert lead.evaluation.is_open
    assert open_page(lead, "close", {})["Location"] == private_address(lead, "differences")
    lead.evaluation.refresh_from_db()
    closed_at = lead.evaluation.closed_at
    assert closed_at
    open_page(lead, "close", {})
    lead.evaluation.refresh_from_db()
    assert lead.evaluation.closed_at == closed_at
    assert open_page(theo, "close", {}).status_code == 404


def test_one_person_alone_has_nothing_to_compare(open_page, team):
    lead, theo = team
    theo.answers.all().delete()
    assert "At least two people" in open_page(lead, "close", {}).client.get(private_address(lead, "close")).text
    with pytest.raises(EvaluationError, match="At least two"):
        actions.close(person=lead)


def test_who_may_close(lead, team):
    with pytest.raises(EvaluationError, match="nothing to compare"):
        actions.close(person=lead)
    with pytest.raises(EvaluationError, match="began"):
        actions.close(person=team[1])


def test_after_closing_nobody_changes_their_own(open_page, closed_team):
    lead, _theo = closed_team
    data = {f"level-{WHO}": "0", f"seen-{WHO}": "1:"}
    response = open_page(lead, "section", data, key=DECIDING)
    assert response["Location"] == private_address(lead, "differences")
    with pytest.raises(EvaluationError, match="finished"):
        actions.save_answers(person=lead, answers={WHO: Typed(level=0, seen_version=1)})
    assert stored(lead)[WHO] == (2, False, "")


def test_the_widest_difference_comes_first(open_page, closed_team):
    lead, _theo = closed_team
    page = open_page(lead, "differences")
    assert [(one.question.key, one.percent) for one in page.context["open_ones"]] == [(WHEN, 100), (WHO, 33)]
    assert [(one.question.key, one.is_settled) for one in page.context["settled"]] == [(RATE, False)]


def test_where_it_applies_for_some_alone_they_differ(closed_team):
    lead, theo = closed_team
    Answer.objects.filter(person=theo, question=RATE).update(level=None, does_not_apply=True)
    found = {one.question.key: one for one in differences(lead.evaluation)}
    assert (found[RATE].is_mixed, found[RATE].is_open, found[RATE].final) == (True, True, None)


def test_a_note_alone_is_heard_but_is_no_answer(closed_team):
    lead, theo = closed_team
    Answer.objects.filter(person=theo, question=WHO).update(level=None, note="I was not there.")
    found = {one.question.key: one for one in differences(lead.evaluation)}
    assert (len(found[WHO].answers), found[WHO].final.level) == (2, 2)


# Settling -------------------------------------------------------------------------------------------------------------

AGREED = {"level": "1", "note": "We looked at the minutes.", "evidence": "Minutes of May", "evidence_link": ""}


def test_a_team_settles_with_note_and_evidence(open_page, closed_team):
    lead, theo = closed_team
    page = open_page(theo, "settle", key=WHEN)
    assert page.context["form"]["seen"].value() == 0
    data = AGREED | {"evidence_link": "example.org/minutes", "seen": 0}
    assert open_page(theo, "settle", data, key=WHEN)["Location"] == private_address(theo, "differences")
    final = final_answers(lead.evaluation)[WHEN]
    assert (final.level, final.is_settled, final.evidence_link) == (1, True, "https://example.org/minutes")
    assert [one.question.key for one in open_page(lead, "differences").context["open_ones"]] == [WHO]


def test_settling_the_same_again_changes_nothing(open_page, closed_team):
    for _ in range(2):
        open_page(closed_team[0], "settle", AGREED | {"seen": 0}, key=WHEN)
    assert Settlement.objects.count() == 1


def test_two_who_settle_at_once_lose_no_words(open_page, closed_team):
    lead, theo = closed_team
    open_page(lead, "settle", AGREED | {"seen": 0}, key=WHEN)
    mine = {"level": "2", "note": "The diary says otherwise.", "evidence": "", "evidence_link": "", "seen": 0}
    response = open_page(theo, "settle", mine, key=WHEN)
    assert response.status_code == 200
    assert "We looked at the minutes." in response.text  # what the other saved
    assert "The diary says otherwise." in response.text  # what was typed
    assert "Somebody settled this while you wrote" in response.text
    assert final_answers(lead.evaluation)[WHEN].level == 1

    merged = form_of(response) | {"note": "Minutes and diary."}
    assert open_page(theo, "settle", merged, key=WHEN).status_code == 302
    assert list(Settlement.objects.values_list("number", "level", "note")) == [
        (1, 1, "We looked at the minutes."),
        (2, 2, "Minutes and diary."),
    ]
    assert "We looked at the minutes." in open_page(lead, "settle", key=WHEN).text  # among the earlier ones


def test_the_database_gives_each_number_to_one(closed_team):
    actions.settle(person=closed_team[0], question=WHEN, level=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Settlement.objects.create(evaluation=closed_team[0].evaluation, question=WHEN, number=1, level=0)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"level": ""}, "level"),
        ({"level": "9"}, "level"),
        ({"evidence_link": "javascript:alert(1)"}, "evidence_link"),
        ({"evidence_link": "ftp://example.org"}, "evidence_link"),
        ({"note": "x" * 2001}, "note"),
    ],
)
def test_a_bad_settlement_is_told_and_nothing_is_lost(open_page, closed_team, wrong, field):
    response = open_page(closed_team[0], "settle", AGREED | {"seen": 0} | wrong, key=WHEN)
    assert list(response.context["form"].errors) == [field]
    assert "Minutes of May" in response.text
    assert not Settlement.objects.exists()


def test_a_script_in_a_note_is_shown_as_text(open_page, closed_team):
    open_page(closed_team[0], "settle", AGREED | {"note": "<script>alert(1)</script>", "seen": 0}, key=WHEN)
    for name in ("differences", "result"):
        assert "<script>alert" not in open_page(closed_team[0], name).text
    assert "<script>alert" not in open_page(closed_team[0], "settle", key=WHEN).text


def test_what_cannot_be_settled(lead, team):
    for person in (lead, team[0]):
        with pytest.raises(EvaluationError, match="finish answering"):
            actions.settle(person=person, question=WHO, level=1)


def test_a_settlement_says_something(closed_team):
    with pytest.raises(EvaluationError, match="Choose"):
        actions.settle(person=closed_team[0], question=WHO, level=None)
    actions.settle(person=closed_team[0], question=WHO, level=1)
    with pytest.raises(ChangedMeanwhileError) as refused:
        actions.settle(person=closed_team[1], question=WHO, level=2)
    assert refused.value.current.level == 1


def test_what_somebody_settled_stays_when_they_leave(open_page, closed_team):
    lead, theo = closed_team
    actions.settle(person=theo, question=WHEN, level=2, note="Theo wrote this.")
    actions.remove_person(person=theo, by=theo)
    assert final_answers(lead.evaluation)[WHEN].note == "Theo wrote this."
    assert open_page(lead, "settle", key=WHEN).status_code == 200
