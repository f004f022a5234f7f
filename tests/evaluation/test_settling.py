"""Where a team differs, and settling it: one question after the other, or all at once where nothing differs."""

import pytest
from django.db import IntegrityError, transaction

from evaluation import actions
from evaluation.actions import ChangedMeanwhileError, EvaluationError
from evaluation.links import private_address
from evaluation.models import Answer, Settlement
from evaluation.results import differences, final_answers, next_open
from tests.factories.evaluation import PersonFactory, block_id

from .reading import form_of, sent_by

pytestmark = pytest.mark.django_db

WHO, WHEN, RATE = block_id("who"), block_id("when"), block_id("rate")


# Where they differ ----------------------------------------------------------------------------------------------------


def by_key(person):
    return {one.question.key: one for one in differences(person.evaluation)}


def asked(page):
    """Return the questions that a page asks to settle, in its order."""
    return [form.difference.question.key for form in page.context["forms"]]


def test_the_widest_difference_comes_first(open_page, closed_team):
    lead, _theo = closed_team
    page = open_page(lead, "differences")
    assert asked(page) == [WHEN, WHO]
    assert [one.question.key for one in page.context["agreed"]] == [RATE]
    assert page.text.index("as far apart as they can be") < page.text.index("Your answers are 1 level apart")
    assert "Settled so far: 0 of 3 questions" in page.text


def test_each_answer_stands_beside_who_gave_it(open_page, closed_team):
    form = open_page(closed_team[0], "differences").context["forms"][0]
    assert [choice["names"] for choice in form.choices] == [["Theo"], [], [], ["Amara"], []]


def test_where_it_applies_for_some_alone_they_differ(closed_team):
    lead, theo = closed_team
    Answer.objects.filter(person=theo, question=RATE).update(level=None, does_not_apply=True)
    rate = by_key(lead)[RATE]
    assert (rate.is_mixed, rate.is_open, rate.all_said) == (True, True, None)


def test_yes_and_no_are_said_in_words(open_page, closed_team):
    lead, theo = closed_team
    Answer.objects.filter(person=theo, question=RATE).update(level=1)
    assert "Some of you say yes, others no." in open_page(lead, "settle", key=RATE).text


def test_a_note_alone_is_heard_but_is_no_answer(closed_team):
    lead, theo = closed_team
    Answer.objects.filter(person=theo, question=WHO).update(level=None, note="I was not there.")
    who = by_key(lead)[WHO]
    assert (len(who.answers), len(who.given)) == (2, 1)


def test_what_one_of_several_said_is_not_what_all_said(open_page, closed_team):
    lead, theo = closed_team
    theo.answers.get(question=WHO).delete()
    who = by_key(lead)[WHO]
    assert (who.is_open, who.all_said) == (True, None)
    assert "Only one of you answered this question." in open_page(lead, "differences").text
    actions.remove_person(person=theo, by=theo)
    assert by_key(lead)[WHO].all_said.level == 2  # she alone is all


# Settling -------------------------------------------------------------------------------------------------------------

AGREED = {"level": "1", "note": "We looked at the minutes.", "evidence": "Minutes of May", "evidence_link": ""}


def typed(key, seen=0, **fields):
    """Return what a page sends for one question."""
    return {f"{key}-{name}": value for name, value in ({"seen": seen} | fields).items()}


def test_a_team_settles_with_note_and_evidence(open_page, closed_team):
    lead, theo = closed_team
    page = open_page(theo, "settle", key=WHEN)
    assert page.context["form"]["seen"].value() == 0
    data = typed(WHEN, **AGREED | {"evidence_link": "example.org/minutes"})
    assert open_page(theo, "settle", data, key=WHEN).status_code == 302
    final = final_answers(lead.evaluation)[WHEN]
    assert (final.level, final.evidence_link) == (1, "https://example.org/minutes")
    assert asked(open_page(lead, "differences")) == [WHO]


def test_settling_the_same_again_changes_nothing(open_page, closed_team):
    for _ in range(2):
        open_page(closed_team[0], "settle", typed(WHEN, **AGREED), key=WHEN)
    assert Settlement.objects.count() == 1


def test_two_who_settle_at_once_lose_no_words(open_page, closed_team):
    lead, theo = closed_team
    open_page(lead, "settle", typed(WHEN, **AGREED), key=WHEN)
    mine = typed(WHEN, level="2", note="The diary says otherwise.")
    response = open_page(theo, "settle", mine, key=WHEN)
    assert response.status_code == 200
    assert "We looked at the minutes." in response.text  # what the other saved
    assert "The diary says otherwise." in response.text  # what was typed
    assert "Somebody settled this while you wrote" in response.text
    assert final_answers(lead.evaluation)[WHEN].level == 1

    merged = form_of(response) | {f"{WHEN}-note": "Minutes and diary."}
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
    response = open_page(closed_team[0], "settle", typed(WHEN, **AGREED | wrong), key=WHEN)
    assert list(response.context["form"].errors) == [field]
    assert "Minutes of May" in response.text
    assert not Settlement.objects.exists()


def test_a_script_in_a_note_is_shown_as_text(open_page, closed_team):
    open_page(closed_team[0], "settle", typed(WHEN, **AGREED | {"note": "<script>alert(1)</script>"}), key=WHEN)
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


# On one page ----------------------------------------------------------------------------------------------------------


def test_after_saving_comes_the_next_question_with_how_far_they_are(open_page, client, closed_team):
    lead, _theo = closed_team
    sent = typed(WHO) | typed(WHEN, level="1") | {"pressed": WHEN}
    response = open_page(lead, "differences", sent)
    assert response["Location"] == f"{private_address(lead, 'differences')}?saved={WHEN}#saved"
    page = client.get(response["Location"])
    assert page.context["following"].question.key == WHO
    assert page.text.count('id="saved"') == 1
    assert page.text.index(f'id="difference-{WHO}"') < page.text.index('id="saved"') < page.text.index("<fieldset")
    assert "Settled so far: 1 of 3 questions. This is the next one." in page.text


def test_after_the_last_one_nothing_is_left_to_settle(open_page, client, closed_team):
    lead, _theo = closed_team
    actions.settle(person=lead, question=WHO, level=1)
    response = open_page(lead, "settle", typed(WHEN, level="1"), key=WHEN)
    assert response["Location"] == f"{private_address(lead, 'differences')}?saved={WHEN}#saved"
    text = client.get(response["Location"]).text
    assert "Saved. Settled so far: 2 of 3 questions." in text
    assert "This is the next one." not in text
    assert "Everything that somebody answered is settled." not in text  # about the rate all said the same
    actions.settle_agreed(person=lead, questions={RATE})
    assert "Everything that somebody answered is settled." in client.get(response["Location"]).text


def test_one_button_saves_all_that_was_chosen(open_page, closed_team):
    lead, _theo = closed_team
    sent = typed(WHO, level="2", note="As Amara says.") | typed(WHEN, level="n/a") | {"pressed": WHO}
    for _ in range(2):
        response = open_page(lead, "differences", sent)
        assert response["Location"] == f"{private_address(lead, 'differences')}?saved={WHO}#saved"
    given = {key: (each.level, each.does_not_apply, each.note) for key, each in final_answers(lead.evaluation).items()}
    assert given == {WHO: (2, False, "As Amara says."), WHEN: (None, True, "")}
    assert Settlement.objects.count() == 2


def test_what_cannot_be_saved_is_shown_again_and_the_rest_is_saved(open_page, closed_team):
    lead, theo = closed_team
    actions.settle(person=theo, question=WHEN, level=3, note="By Theo, meanwhile.")
    sent = typed(WHO, level="2") | typed(WHEN, level="1", note="By Amara.") | typed(RATE, note="A note alone.")
    response = open_page(lead, "differences", sent)
    assert response.status_code == 200
    assert asked(response) == [WHEN, RATE]
    assert [list(form.errors) for form in response.context["forms"]] == [["__all__"], ["level"]]
    assert "Settled so far: 2 of 3 questions" in response.text
    for words in ("By Theo, meanwhile.", "By Amara.", "A note alone."):
        assert words in response.text
    first, second = map(sent_by, response.context["forms"])
    assert open_page(lead, "differences", first | second | {f"{RATE}-level": "1"}).status_code == 302
    final = final_answers(lead.evaluation)
    assert (final[WHEN].note, final[RATE].note) == ("By Amara.", "A note alone.")
    assert list(Settlement.objects.filter(question=WHEN).values_list("note", flat=True)) == [
        "By Theo, meanwhile.", "By Amara.",
    ]  # fmt: skip


def test_who_has_chosen_nothing_is_told_so(open_page, closed_team):
    response = open_page(closed_team[0], "differences", typed(WHO) | typed(WHEN) | {"pressed": WHO})
    (refused,) = response.context["refused"]
    assert refused.errors == {"level": ["Choose the answer that you agreed on."]}
    assert (response.status_code, refused.difference.question.key) == (200, WHO)


@pytest.mark.parametrize("sent", [{}, {"pressed": "nothing"}, {"nothing-level": "1"}, {f"{WHO}-level": "1"}])
def test_what_the_page_did_not_ask_changes_nothing(open_page, closed_team, sent):
    assert open_page(closed_team[0], "differences", sent).status_code == 200
    assert not Settlement.objects.exists()


def test_what_comes_next_goes_round(closed_team):
    found = differences(closed_team[0].evaluation)
    who, when, rate = found
    assert next_open(found, when) == who
    assert next_open(found, who) == when  # from the beginning again
    assert next_open(found, rate) == when


@pytest.mark.parametrize("saved", [WHO, "nothing", "x" * 500])
def test_what_is_not_settled_is_not_said_to_be_saved(open_page, closed_team, saved):
    response = open_page(closed_team[0], "differences", query=f"?saved={saved}")
    assert (response.status_code, response.context["saved"]) == (200, None)


# All at once ----------------------------------------------------------------------------------------------------------


def test_what_all_said_is_taken_over_at_once_and_once(open_page, client, closed_team):
    lead, theo = closed_team
    assert "You all said the same about 1 question" in open_page(theo, "differences").text
    for told in ("1 answer is taken over.", "This is done already. There is nothing left to take over."):
        response = open_page(theo, "settle-agreed", {"question": [RATE, WHO]})
        assert response["Location"] == private_address(theo, "differences")
        assert told in client.get(response["Location"]).text
    assert list(Settlement.objects.values_list("question", "number", "level", "settled_by")) == [(RATE, 1, 0, theo.pk)]
    assert list(final_answers(lead.evaluation)) == [RATE]
    page = open_page(theo, "differences")
    assert (page.context["agreed"], [one.is_settled_as_all_said for one in page.context["settled"]]) == ([], [True])


@pytest.mark.parametrize("sent", [{}, {"question": "nothing"}, {"question": [RATE, "x" * 500]}])
def test_questions_that_the_page_did_not_name_are_not_taken_over(open_page, client, closed_team, sent):
    response = open_page(closed_team[1], "settle-agreed", sent)
    assert "This could not be saved. Send it once more." in client.get(response["Location"]).text
    assert not Settlement.objects.exists()


def test_where_some_did_not_answer_it_says_how_many_did(open_page, closed_team):
    lead, theo = closed_team
    for _one in range(2):  # now two of four answered
        PersonFactory(evaluation=lead.evaluation)
    for page in (open_page(theo, "differences"), open_page(lead, "result")):
        assert "All who answered said the same about 1 question" in page.text
        assert "You all said the same" not in page.text
    assert "All who answered (2 of 4) said the same." in open_page(theo, "differences").text
    actions.settle_agreed(person=theo, questions={RATE})
    assert "All who answered (2 of 4) said the same." in open_page(theo, "differences").text


def test_where_fewer_than_half_answered_it_is_talked_about(open_page, closed_team):
    lead, theo = closed_team
    for _one in range(3):  # now two of five answered
        PersonFactory(evaluation=lead.evaluation)
    page = open_page(theo, "differences")
    assert (asked(page), page.context["agreed"]) == ([WHEN, WHO, RATE], [])
    assert page.text.count("All who answered (2 of 5) said the same.") == 1
    assert actions.settle_agreed(person=theo, questions={RATE}) == []
    assert "said the same" not in open_page(lead, "result").text


def test_what_somebody_settled_otherwise_stays(closed_team):
    lead, theo = closed_team
    actions.settle(person=lead, question=RATE, level=1)
    assert actions.settle_agreed(person=theo, questions={RATE}) == []
    assert final_answers(lead.evaluation)[RATE].level == 1
    assert not by_key(lead)[RATE].is_settled_as_all_said


def test_what_applies_for_nobody_is_taken_over_too(closed_team):
    Answer.objects.filter(question=RATE).update(level=None, does_not_apply=True)
    (settlement,) = actions.settle_agreed(person=closed_team[0], questions={RATE})
    assert (settlement.level, settlement.does_not_apply) == (None, True)


def test_nothing_is_taken_over_before_answering_is_over(open_page, lead, team):
    for person in (lead, team[0]):
        with pytest.raises(EvaluationError, match="finish answering"):
            actions.settle_agreed(person=person, questions={RATE})
    assert open_page(lead, "settle-agreed", {}).status_code == 404
    assert open_page(team[0], "settle-agreed", {})["Location"] == private_address(team[0])
