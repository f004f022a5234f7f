"""Everything that an organisation gave, as files: theirs to take away.

Before a team has finished, each takes only what they gave themselves.
"""

import csv
import io
import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from hub.cells import csv_cell

from .calendar_files import link_words
from .links import full
from .steps import step_links


def plan_csv(evaluation):
    """Return the plan as CSV (RFC 4180), as text."""
    actions = list(evaluation.actions.all())
    links = step_links([(action.page_id, action.step) for action in actions])
    rows = [[_("What to do"), _("Who does it"), _("By when"), _("Done on"), _("Step"), _("Address of the step")]]
    for action in actions:
        link = links.get((action.page_id, action.step))
        address = "" if not link else link.url if "://" in link.url else full(link.url)
        words = link_words(link) if link else ""
        rows.append([action.text, action.who, action.due_on or "", action.done_on or "", words, address])
    return _csv(rows)


def everything_csv(person):
    """Return every answer that a person may see, as CSV: a row for each answer, and for what the team agreed on."""
    rows = [[
        _("Section"), _("Question"), _("Whose answer"), _("Level"), _("Highest level"), _("Answer"), _("Note"),
        _("Evidence"), _("Link"), _("When"),
    ]]  # fmt: skip
    for section, question, whose, answer in _answers(person):
        words = _("Does not apply to us") if answer.does_not_apply else ""
        level = "" if answer.level is None else answer.level + 1
        if answer.level is not None and answer.level <= question.top:
            words = question.levels[answer.level].text
        moment = getattr(answer, "settled_at", None) or answer.changed_at
        rows.append([
            section.title, question.text, whose, level, question.top + 1, words, answer.note,
            getattr(answer, "evidence", ""), getattr(answer, "evidence_link", ""), moment.isoformat(timespec="seconds"),
        ])  # fmt: skip
    return _csv(rows)


def everything_json(person):
    """Return all that is kept of an evaluation and that a person may see, as JSON."""
    evaluation = person.evaluation
    people = _people(person)
    data = {
        "organisation": evaluation.organisation.name,
        "questionnaire": {
            "title": evaluation.version.questionnaire.title,
            "version": evaluation.version.number,
            "published_at": evaluation.version.frozen_at,
            "sections": evaluation.version.data["sections"],
        },
        "begun_at": evaluation.created_at,
        "as_a_team": evaluation.is_team,
        "finished_answering_at": evaluation.closed_at,
        "agreed_to_be_counted": evaluation.is_counted,
        "people": [_person(one, is_self=one.pk == person.pk) for one in people],
        "agreed_answers": [
            _answer(each, ["number", "evidence", "evidence_link", "settled_at"])
            | {"settled_by": each.settled_by.name if each.settled_by else None}
            for each in _settlements(evaluation)
        ],
        "plan": [
            {name: getattr(action, name) for name in ("text", "who", "due_on", "done_on", "created_at", "question")}
            for action in evaluation.actions.all()
        ]
        if evaluation.has_result
        else [],
    }
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _person(person, *, is_self):
    data = {"name": person.name, "began_it": person.is_lead, "joined_at": person.joined_at}
    if is_self:  # the address of a colleague is theirs
        data |= {"email": person.email, "wants_reminders": person.wants_reminders}
    return data | {"answers": [_answer(answer, ["changed_at"]) for answer in person.answers.all()]}


def _answer(answer, more):
    names = ["question", "level", "does_not_apply", "note", *more]
    return {name: getattr(answer, name) for name in names}


def _people(person):
    people = person.evaluation.people.prefetch_related("answers")
    return list(people) if person.evaluation.has_result else list(people.filter(pk=person.pk))


def _settlements(evaluation):
    return evaluation.settlements.select_related("settled_by")


def _answers(person):
    evaluation = person.evaluation
    found = {}
    for one in _people(person):
        for answer in one.answers.all():
            found.setdefault(answer.question, []).append((one.name, answer))
    for settlement in _settlements(evaluation):
        found.setdefault(settlement.question, []).append((_("Agreed by the team"), settlement))
    for section in evaluation.content.sections:
        for question in section.questions:
            for whose, answer in found.get(question.key, []):
                yield section, question, whose, answer


def _csv(rows):
    out = io.StringIO()
    csv.writer(out).writerows([[csv_cell(value) for value in row] for row in rows])
    return "\ufeff" + out.getvalue()  # so that spreadsheets read it as UTF-8
