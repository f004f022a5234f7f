"""Answering a section, also in two windows at once."""

import pytest
from django.db import IntegrityError, transaction

from evaluation import actions
from evaluation.actions import EvaluationError, Typed, digest_of
from evaluation.links import private_address
from evaluation.models import Answer
from tests.factories.evaluation import PersonFactory, answer, block_id, publish, question, section

from .reading import form_of

pytestmark = pytest.mark.django_db

WHO, WHEN, RATE = block_id("who"), block_id("when"), block_id("rate")
DECIDING = block_id("deciding")


def stored(person):
    return {one.question: (one.level, one.does_not_apply, one.note) for one in Answer.objects.filter(person=person)}


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
