"""Publishing freezes what editors wrote as the next version."""

import json

from django.db import transaction
from django.utils import timezone

from ..content import frozen
from ..models import Questionnaire, QuestionnaireVersion


@transaction.atomic
def freeze(*, questionnaire, at=None):
    """Freeze a questionnaire as it is published, and return its newest version. `at` is the moment, by default now.

    If nothing that is answered has changed, the newest version stays. Says of no question any more that it asks
    something new: that was true of this version.
    """
    # Read back: only now all its blocks have their keys.
    held = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    newest = held.versions.order_by("-number").first()
    data = frozen(held.sections, held.known_keys())
    if newest is None or newest.data != data:
        newest = QuestionnaireVersion.objects.create(
            questionnaire=held, number=newest.number + 1 if newest else 1, data=data, frozen_at=at or timezone.now()
        )
    _forget_new_meanings(held)
    return newest


def _forget_new_meanings(questionnaire):
    raw = json.loads(json.dumps(questionnaire.sections.get_prep_value()))
    if _untick(raw):
        questionnaire.sections = raw
        questionnaire.save(update_fields=["sections"])
    for revision in {questionnaire.live_revision, questionnaire.latest_revision} - {None}:
        raw = json.loads(revision.content["sections"])
        if _untick(raw):
            revision.content["sections"] = json.dumps(raw)
            revision.save(update_fields=["content"])


def _untick(raw):
    """Take the ticks off in a stream's raw data, and tell whether there were any."""
    ticked = False
    for section in raw:
        for question in section["value"]["questions"]:
            value = question["value"]
            ticked = ticked or value.get("asks_something_new", False)
            value["asks_something_new"] = False
    return ticked
