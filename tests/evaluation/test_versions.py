"""Publishing freezes versions; question keys stay while the meaning does; version 2 compares rightly with version 1."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from evaluation.models import FrozenError, Questionnaire, QuestionnaireVersion
from evaluation.scores import Given, as_level, compare, section_scores
from tests.factories.evaluation import QuestionnaireFactory, block_id, publish, question, section
from tests.factories.knowledge import ToolkitPageFactory

pytestmark = pytest.mark.django_db


def keys(version):
    return [question.key for question in version.content.questions.values()]


def given(**levels):
    return {block_id(name): Given(level) for name, level in levels.items()}


# Publishing -----------------------------------------------------------------------------------------------------------


def test_publishing_freezes_a_version(questionnaire):
    version = questionnaire.newest
    assert (version.number, keys(version)) == (1, [block_id("who"), block_id("when"), block_id("rate")])
    assert [one.number for one in version.content.questions.values()] == ["1.1", "1.2", "2.1"]


def test_a_draft_freezes_nothing(site):
    questionnaire = QuestionnaireFactory()
    questionnaire.save_revision()
    assert not QuestionnaireVersion.objects.exists()
    assert not Questionnaire.objects.published().exists()


def test_publishing_again_without_a_change_freezes_nothing_new(questionnaire):
    questionnaire.summary = "Other words around the same questions."
    assert publish(questionnaire).number == 1


def test_a_draft_after_publishing_changes_nothing_that_is_answered(questionnaire):
    questionnaire.sections = [section("deciding", question("who", "Something else?"))]
    questionnaire.save_revision()
    assert len(Questionnaire.objects.get().newest.content.questions) == 3


def test_nobody_changes_a_frozen_version(version):
    version.data = {"sections": []}
    with pytest.raises(FrozenError):
        version.save()
    with pytest.raises(FrozenError):
        QuestionnaireVersion.objects.update(number=7)
    with pytest.raises(FrozenError):
        QuestionnaireVersion.objects.bulk_update([version], ["data"])
    with pytest.raises(DatabaseError, match="frozen version"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE evaluation_questionnaireversion SET number = 7")
    assert QuestionnaireVersion.objects.get().number == 1


def test_two_versions_cannot_have_one_number(version):
    with pytest.raises(DatabaseError), transaction.atomic():
        QuestionnaireVersion.objects.create(
            questionnaire=version.questionnaire, number=1, data={}, frozen_at=timezone.now()
        )


# Keys -----------------------------------------------------------------------------------------------------------------


def test_a_key_outlives_new_words_new_levels_and_a_new_place(questionnaire):
    second = publish(
        questionnaire,
        [
            section("paying", question("rate", "Do you pay?", levels=0), question("when", levels=5)),
            section("deciding", question("who", "Who has the last word?")),
        ],
    )
    assert second.number == 2
    assert keys(second) == [block_id("rate"), block_id("when"), block_id("who")]


def test_a_question_that_asks_something_new_gets_a_new_key_once(questionnaire):
    sections = [section("deciding", question("who", "Who is missing?", new=True), question("when"))]
    second = publish(questionnaire, sections)
    assert keys(second)[0] != block_id("who")
    assert keys(second)[1] == block_id("when")

    # The tick is gone from the page and from the draft, so that the next version keeps the new key.
    questionnaire = Questionnaire.objects.get()
    draft = questionnaire.get_latest_revision_as_object()
    for each in (questionnaire, draft):
        assert not each.sections[0].value["questions"][0]["asks_something_new"]
    draft.sections = [section("deciding", question("who", "Who is still missing?"), question("when"))]
    third = publish(draft)
    assert (third.number, keys(third)) == (3, keys(second))


def test_a_question_that_comes_back_has_its_last_key(questionnaire):
    second = publish(questionnaire, [section("deciding", question("who", new=True), question("when"))])
    publish(questionnaire, [section("deciding", question("when"))])
    assert keys(publish(questionnaire, [section("deciding", question("who"), question("when"))])) == keys(second)


def test_a_new_question_keeps_its_key_though_the_tick_was_set(questionnaire):
    assert keys(publish(questionnaire, [section("deciding", question("why", new=True))])) == [block_id("why")]


# Comparing ------------------------------------------------------------------------------------------------------------


def one_section(questionnaire, *questions):
    return publish(questionnaire, [section("deciding", *questions)])


def test_added_removed_reworded_and_relevelled_questions_compare_rightly(questionnaire):
    first = one_section(
        questionnaire,
        question("kept"),
        question("removed"),
        question("reworded", "Old words?"),
        question("relevelled", levels=4),
        question("renewed", "Old meaning?"),
    )
    second = one_section(
        questionnaire,
        question("kept"),
        question("reworded", "New words?"),
        question("relevelled", levels=5),
        question("renewed", "New meaning?", new=True),
        question("added"),
    )
    renewed = keys(second)[3]
    before = given(kept=0, removed=3, reworded=1, relevelled=1, renewed=3)
    now = given(kept=3, reworded=1, relevelled=2, added=3) | {renewed: Given(3)}
    (comparison,) = compare(second.content, now, first.content, before)

    # kept 0 → 3 of 3, reworded 1 → 1 of 3, relevelled 1 of 3 → 2 of 4
    assert comparison.before == pytest.approx((0 + 1 / 3 + 1 / 3) / 3)
    assert comparison.now == pytest.approx((1 + 1 / 3 + 1 / 2) / 3)
    assert (comparison.compared, comparison.of) == (3, 5)
    assert [each.key for each in comparison.reworded] == [block_id("reworded")]
    assert [each.key for each in comparison.relevelled] == [block_id("relevelled")]

    # Their whole scores are over more questions than may be compared.
    assert section_scores(second.content, now)[0].score == pytest.approx((1 + 1 / 3 + 1 / 2 + 1 + 1) / 5)


def test_yes_and_no_compare_with_levels_by_position(questionnaire):
    first = one_section(questionnaire, question("rate", levels=0))
    second = one_section(questionnaire, question("rate", levels=5))
    (comparison,) = compare(second.content, given(rate=2), first.content, given(rate=1))
    assert (comparison.before, comparison.now, comparison.compared) == (1.0, 0.5, 1)
    assert len(comparison.relevelled) == 1


def test_levels_that_were_described_anew_are_told(questionnaire):
    first = one_section(questionnaire, question("who"))
    second = one_section(questionnaire, question("who", levels=["One", "Two", "Three", "Four"]))
    (comparison,) = compare(second.content, given(who=2), first.content, given(who=2))
    assert (comparison.change, len(comparison.relevelled), comparison.reworded) == (0, 1, ())


def test_a_question_that_moved_counts_where_it_is_now(questionnaire):
    first = questionnaire.newest
    second = publish(
        questionnaire, [section("deciding", question("who")), section("paying", question("when"), question("new"))]
    )
    deciding, paying = compare(second.content, given(who=3, when=0, new=3), first.content, given(who=0, when=3))
    assert (deciding.before, deciding.now) == (0.0, 1.0)
    assert (paying.before, paying.now, paying.compared) == (1.0, 0.0, 1)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ({}, {"who": 1}),
        ({"who": 1}, {}),
        ({"who": 1}, {"who": None}),
        ({"who": None}, {"who": 1}),
    ],
)
def test_what_was_skipped_or_does_not_apply_is_not_compared(version, now, before):
    def answers(levels):
        return {block_id(name): Given(level, does_not_apply=level is None) for name, level in levels.items()}

    comparison = compare(version.content, answers(now), version.content, answers(before))[0]
    assert (comparison.now, comparison.before, comparison.change, comparison.compared) == (None, None, None, 0)


def test_scores_leave_out_what_was_skipped_or_does_not_apply(version):
    answers = given(who=3) | {block_id("when"): Given(does_not_apply=True)}
    deciding, paying = section_scores(version.content, answers)
    assert (deciding.score, deciding.level, deciding.counted, deciding.answered) == (1.0, 4.0, 1, 2)
    assert (paying.score, paying.level, paying.counted, paying.answered) == (None, None, 0, 0)


def test_a_level_that_the_question_does_not_have_counts_as_skipped(version):
    assert section_scores(version.content, given(rate=4))[1].score is None


@pytest.mark.parametrize(("questions", "answered"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_a_section_has_a_score_once_half_of_it_is_answered(questionnaire, questions, answered):
    names = [f"q{number}" for number in range(questions)]
    content = one_section(questionnaire, *map(question, names)).content
    enough, too_few = (given(**dict.fromkeys(names[:number], 3)) for number in (answered, answered - 1))
    assert [section_scores(content, each)[0].score for each in (enough, too_few)] == [1.0, None]
    assert section_scores(content, enough)[0].needed == answered

    # So it is with what is compared, of the questions that both versions ask.
    (shown,), (hidden,) = (compare(content, enough, content, each) for each in (enough, too_few))
    assert (shown.compared, shown.change) == (answered, 0)
    assert (hidden.compared, hidden.change) == (0, None)


def test_a_section_without_a_score_is_not_compared(questionnaire):
    """Though all that both versions ask was answered."""
    first = one_section(questionnaire, question("who"))
    second = one_section(questionnaire, *map(question, ("who", "when", "how")))
    assert compare(second.content, given(who=3), first.content, given(who=0))[0].compared == 0


@pytest.mark.parametrize(("score", "level"), [(0, 1.0), (1 / 3, 2.0), (0.5, 2.5), (0.87, 3.6), (1, 4.0), (None, None)])
def test_readers_see_levels(score, level):
    assert as_level(score) == level


# Proposed actions -----------------------------------------------------------------------------------------------------


def test_the_action_nearest_above_an_answer_is_proposed(questionnaire, library):
    toolkit = ToolkitPageFactory(parent=library)
    version = one_section(
        questionnaire,
        question("who", levels=5, proposed=[(3, "Ask more", toolkit, 2), (1, "Begin", None, None)]),
    )
    (one,) = version.content.questions.values()
    proposed = [one.proposal_for(level) for level in range(5)]
    assert [each and each.text for each in proposed] == ["Begin", "Ask more", "Ask more", None, None]
    assert (proposed[1].page_id, proposed[1].step) == (toolkit.pk, 2)


# What editors may write -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (question("a", levels=3), "Describe four or five levels below."),
        (question("a", levels=4, answers="yes-no"), "Yes and no need no levels."),
        (question("a", levels=0, proposed=[(2, "Do it", None, None)]), "for the highest answer too"),
        (question("a", proposed=[(4, "Do it", None, None)]), "for the highest answer too"),
        (question("a", proposed=[(1, "Do it", None, None), (1, "Do that", None, None)]), "up to the same level"),
    ],
    ids=["too few levels", "levels for yes and no", "action for yes", "action for the highest", "two for one level"],
)
def test_a_question_that_cannot_be_answered_or_scored_is_refused(site, written, message):
    questionnaire = QuestionnaireFactory(sections=[section("deciding", written)])
    block = questionnaire._meta.get_field("sections").stream_block
    with pytest.raises(ValidationError) as refused:
        block.clean(Questionnaire.objects.get().sections)
    assert message in str(refused.value.as_json_data())


@pytest.mark.parametrize("slug", ["mine", "lost-link"])
def test_an_address_that_leads_elsewhere_is_refused(slug):
    with pytest.raises(ValidationError, match="taken"):
        QuestionnaireFactory.build(slug=slug).clean_fields(exclude=["sections"])
