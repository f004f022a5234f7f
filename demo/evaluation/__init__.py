"""The self-evaluation of the demo: three versions, three years of answers, and a team that differs."""

import random
from datetime import timedelta

from django.utils.text import slugify

from evaluation import actions
from evaluation.models import Answer, BenchmarkRun, Evaluation, Organisation, Person, Settlement
from tests.factories.evaluation import (
    EvaluationFactory,
    OrganisationFactory,
    PersonFactory,
    PlannedActionFactory,
    QuestionnaireFactory,
    block_id,
)

from ..markup import smart
from .questions import sections

# When each version was published, and when organisations answered it: days ago.
PUBLISHED, ANSWERED = [792, 417, 66], [771, 398, 41]

OTHERS = [
    "Newham Residents' Panel",
    "Carers at the Kitchen Table",
    "Harbour Road Tenants",
    "The Elders' Bench",
    "Talking Hands Southwark",
    "Wandle Youth Assembly",
    "Neighbours of the 25 Bus",
]

INTRODUCTION = """
Sixteen questions about how you work with the people your work is for. Four levels describe most answers: look for the \
one that is true today, not for the one in your strategy.

It takes half an hour alone. It is worth more as a team, with people who are paid and people who are not: each answers \
first, and then you talk about where you differ. That gap is what to talk about. It is worth more than any score.

Nobody else sees your answers, funders neither.
"""

# What the team of the easy read readers gave in the third year, by question: who → (level, note).
TEAM = {
    "missing": {"amara": 2, "theo": 1, "nasreen": 1, "denise": 2},
    "finding": {"amara": 2, "theo": 2, "nasreen": 2, "denise": 2},
    "taking-part": {
        "amara": (3, "We ask everybody. Theo checks the papers."),
        "theo": (1, "I check them after they are printed."),
        "nasreen": (0, "Tuesday at ten. I clean at ten."),
        "denise": (2, ""),
    },
    "early": {"amara": 2, "theo": 2, "nasreen": 1, "denise": 2},
    "deciding": {"amara": 2, "theo": 1, "nasreen": 1, "denise": 1},
    "stopping": {"amara": 2, "theo": 2, "nasreen": 2, "denise": 2},
    "paying": {"amara": 2, "theo": 2, "nasreen": 2, "denise": 3},
    "arriving": {
        "amara": (3, "Ten working days. It is in our rules."),
        "theo": (1, "Six weeks in March."),
        "nasreen": (0, "I never know which payment is which."),
        "denise": (1, "I have the dates. I can read them out."),
    },
    "volunteers": {"amara": 2, "theo": 2, "nasreen": 2, "denise": None},
    "rate": {"amara": 1, "theo": 1, "nasreen": 0, "denise": 1},
    "hard-things": {"amara": 2, "theo": 2, "nasreen": 1, "denise": 2},
    "partners": {"amara": 1, "theo": 1, "nasreen": 1, "denise": 1},
    "hearing-back": {"amara": 2, "theo": 1, "nasreen": 2, "denise": 3},
    "failing": {"amara": 1, "theo": 2, "nasreen": 2, "denise": 2},
    "network": {"amara": 3, "theo": 3, "nasreen": 3, "denise": 3},
    "residents": {"amara": 2, "theo": 1, "nasreen": 1, "denise": 2},
}
# What they settled: question → (level, note, evidence).
SETTLED = {
    "arriving": (
        1,
        "Amara had looked at the rules, we looked at the dates. Nobody had told her.",
        "Denise's list: eleven payments this year, four of them after more than 30 days.",
    ),
    "hearing-back": (2, "Within a month for those with e-mail. The others wait for the report.", ""),
    "rate": (1, "It is on the website. Nasreen has no internet: it goes on the door as well.", ""),
    "missing": (1, "We know that nobody comes from the flats above the shops. We have not asked them yet.", ""),
    "early": (2, "Before there is a plan, since the meeting in May. Not yet afterwards.", ""),
    "failing": (2, "Whoever asks is told.", "The page about the bus that never came, sent to three groups."),
    "residents": (1, "We ask whether people liked it. That is not the same.", ""),
}
# Their plan: (what, who, due in days, done so many days ago or None, question it came from)
PLAN = [
    ("Two weeks after each meeting, ring three people and ask", "Denise", 6, None, "arriving"),
    ("Ask finance for a float of £600", "Amara", 34, None, ""),
    ("Print the rate, and put it on the door", "Nasreen", -12, 15, ""),
    ("Try one meeting on a Saturday", "Theo and Nasreen", 55, None, ""),
]


def load(world):
    """Publish the three versions, answer each, and make the figures."""
    questionnaire = QuestionnaireFactory(
        title="How well do we co-produce?",
        slug="how-well-do-we-co-produce",
        summary=smart(
            "Who is in the room, who decides, what people get for their time: sixteen questions, and a plan from the "
            "answers. Alone or as a team."
        ),
        introduction=smart(INTRODUCTION.strip()),
        sections=sections(world, 1),
    )
    readers, others = OrganisationFactory(name="Easy read readers"), []
    for year, (published, answered) in enumerate(zip(PUBLISHED, ANSWERED, strict=True)):
        questionnaire.sections = sections(world, year + 1)
        questionnaire.save()
        version = actions.freeze(questionnaire=questionnaire, at=world.ago(published))
        questionnaire.refresh_from_db()
        others = others or [OrganisationFactory(name=smart(name)) for name in OTHERS]
        for number, organisation in enumerate(others):
            _answer_alone(world, version, organisation, year, answered - number)
        if year < 2:
            _answer_alone(world, version, readers, year, answered, lead=world.people["amara"])
    _answer_as_a_team(world, version, readers)
    questionnaire.save_revision(user=world.people["rosa"]).publish(user=world.people["rosa"])
    actions.make_figures(questionnaire=questionnaire)
    BenchmarkRun.objects.update(made_at=world.now)


def _answer_alone(world, version, organisation, year, days, lead=None):
    """Everybody gets a little better each year, in most things."""
    chance = random.Random(f"{organisation.name} {year}")  # noqa: S311  demo answers, always the same ones
    email = lead.email if lead else f"{slugify(organisation.name)}@example.org"
    person = PersonFactory(
        evaluation=EvaluationFactory(organisation=organisation, version=version, is_counted=True),
        name=lead.name if lead else "Somebody",
        email=email,
        email_confirmed_at=world.ago(days),
        is_lead=True,
    )
    answers = []
    for question in version.content.questions.values():
        wish = chance.gauss(0.32 + 0.14 * year, 0.22)
        if chance.random() < 0.06:
            continue
        does_not_apply = question.may_not_apply and chance.random() < 0.04
        level = None if does_not_apply else min(max(round(wish * question.top), 0), question.top)
        answers.append(Answer(person=person, question=question.key, level=level, does_not_apply=does_not_apply))
    Answer.objects.bulk_create(answers)
    _backdate(world, person.evaluation, days)


def _answer_as_a_team(world, version, organisation):
    evaluation = EvaluationFactory(organisation=organisation, version=version, is_team=True, is_counted=True)
    people = {}
    for short in ("amara", "theo", "nasreen", "denise"):
        user = world.people[short]
        people[short] = PersonFactory(
            evaluation=evaluation,
            name=user.get_short_name(),
            email=user.email,
            email_confirmed_at=world.ago(30),
            user=user,
            is_lead=short == "amara",
            wants_reminders=short == "amara",
        )
    keys = {
        _name_of(question): question["key"] for section in version.data["sections"] for question in section["questions"]
    }
    for name, given in TEAM.items():
        for short, what in given.items():
            level, note = what if isinstance(what, tuple) else (what, "")
            Answer.objects.create(
                person=people[short], question=keys[name], level=level, does_not_apply=level is None, note=smart(note)
            )
    Evaluation.objects.filter(pk=evaluation.pk).update(closed_at=world.ago(20))
    evaluation.refresh_from_db()
    for name, (level, note, evidence) in SETTLED.items():
        Settlement.objects.create(
            evaluation=evaluation, question=keys[name], number=1, level=level, note=smart(note),
            evidence=smart(evidence), settled_by=people["amara"],
        )  # fmt: skip
    actions.settle_agreed(person=people["amara"], questions=set(keys.values()))
    Settlement.objects.filter(evaluation=evaluation).update(settled_at=world.ago(19, 15))
    for text, who, due, done, name in PLAN:
        proposed = version.content.questions[keys[name]].proposals[0] if name else None
        PlannedActionFactory(
            evaluation=evaluation,
            text=text,
            who=who,
            due_on=world.day(due),
            done_on=world.day(-done) if done else None,
            question=keys[name] if name else "",
            page_id=proposed.page_id if proposed else None,
            step=proposed.step if proposed else None,
        )
    _backdate(world, evaluation, 30)


NAMES = {block_id(name): name for name in TEAM}


def _name_of(question):
    return NAMES[question["lineage"]]


def _backdate(world, evaluation, days):
    begun = world.ago(days, 10.5)
    Evaluation.objects.filter(pk=evaluation.pk).update(created_at=begun, last_used_at=max(begun, world.ago(41)))
    Organisation.objects.filter(pk=evaluation.organisation_id, created_at__gt=begun).update(created_at=begun)
    Person.objects.filter(evaluation=evaluation).update(joined_at=begun)
    Answer.objects.filter(person__evaluation=evaluation).update(changed_at=begun + timedelta(minutes=40))
