import uuid

import factory
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from evaluation.models import Answer, Evaluation, Organisation, Person, PlannedAction, Questionnaire


def block_id(name):
    """Return the identifier of a block, always the same for the same name."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def level(text, easy=""):
    return {"text": text, "easy": easy}


def question(name, text=None, *, levels=4, new=False, proposed=(), may_not_apply=True, **fields):
    """Return a question as the editor stores it, with as many levels, or with yes and no for `levels=0`.

    `levels` may also be the texts of the levels. `proposed` are tuples of (up to, text, page, step).
    """
    texts = [f"Level {number}" for number in range(1, levels + 1)] if isinstance(levels, int) else levels
    value = {
        "text": text or f"Question {name}?",
        "easy": "",
        "help": "",
        "answers": "levels" if texts else "yes-no",
        "levels": [_item(f"{name}-level-{place}", one if isinstance(one, dict) else level(one))
                   for place, one in enumerate(texts)],
        "may_not_apply": may_not_apply,
        "proposed": [
            _item(
                f"{name}-proposed-{place}",
                {"up_to": up_to, "text": words, "toolkit": page and page.pk, "step": step},
            )
            for place, (up_to, words, page, step) in enumerate(proposed)
        ],
        "asks_something_new": new,
    }  # fmt: skip
    return _item(name, value | fields)


def section(name, *questions, title=None, **fields):
    """Return a section as the editor stores it."""
    value = {"title": title or f"Section {name}", "easy": "", "introduction": "", "questions": list(questions)}
    return {"type": "section", "id": block_id(name), "value": value | fields}


def _item(name, value):
    return {"type": "item", "id": block_id(name), "value": value}


class QuestionnaireFactory(DjangoModelFactory):
    class Meta:
        model = Questionnaire

    title = factory.Sequence(lambda number: f"Questionnaire {number}")
    slug = factory.LazyAttribute(lambda questionnaire: slugify(questionnaire.title))
    summary = "How well we do it."
    live = False
    sections = factory.LazyFunction(
        lambda: [section("deciding", question("who"), question("when")), section("paying", question("rate", levels=0))]
    )


def publish(questionnaire, sections=None, by=None):
    """Publish a questionnaire as an editor does, with other `sections` if they are given; return its newest version."""
    if sections is not None:
        questionnaire.sections = sections
    questionnaire.save_revision(user=by).publish(user=by)
    return Questionnaire.objects.get(pk=questionnaire.pk).newest


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"Organisation {number}")


class EvaluationFactory(DjangoModelFactory):
    """Pass a `version`. There is nobody in it yet."""

    class Meta:
        model = Evaluation

    organisation = factory.SubFactory(OrganisationFactory)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    evaluation = factory.SubFactory(EvaluationFactory)
    name = factory.Faker("first_name")


class PlannedActionFactory(DjangoModelFactory):
    class Meta:
        model = PlannedAction

    text = factory.Sequence(lambda number: f"Do number {number}")


def answer(person, levels):
    """Let a person answer: `levels` maps names of questions to levels, or to None for "does not apply"."""
    for name, number in levels.items():
        Answer.objects.create(person=person, question=block_id(name), level=number, does_not_apply=number is None)
