"""How well results answer, as staff see it: graded on the results page, and measured by `python -m bench.own`."""

import json
from collections import defaultdict

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hub.ways_back import way_back

from .asked import LONGEST_TEXT
from .models import Entry, Judgement
from .questions import read_question
from .registry import PUBLIC

MAY_JUDGE = "search.add_judgement"
GRADES = Judgement.Grade.choices


def may_judge(user):
    """Tell whether `user` may say how well results answer."""
    return user.is_authenticated and user.has_perm(MAY_JUDGE)


def grades_of(user, typed, language, entries):
    """Return the grades that `user` gave to `entries`, keys, for a question: {key: grade}. One query or none."""
    question = read_question(typed).key
    if not (question and entries and may_judge(user)):
        return {}
    things = {(thing_type, thing): pk for pk, thing_type, thing in _things(entries)}
    rows = Judgement.objects.filter(question=question, language=language, judged_by=user)
    rows = rows.values_list("thing_type_id", "thing_id", "grade")
    return {things[thing_type, thing]: grade for thing_type, thing, grade in rows if (thing_type, thing) in things}


def _things(entries):
    return Entry.objects.filter(pk__in=entries).values_list("pk", "thing_type_id", "thing_id")


class JudgementForm(forms.Form):
    q = forms.CharField(max_length=2 * LONGEST_TEXT)
    language = forms.ChoiceField(choices=settings.LANGUAGES)
    entry = forms.ModelChoiceField(queryset=Entry.objects.none())
    grade = forms.TypedChoiceField(choices=GRADES, coerce=int)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["entry"].queryset = Entry.objects.visible_to(user)

    def clean_q(self):
        question = read_question(self.cleaned_data["q"]).key
        if not 0 < len(question) <= LONGEST_TEXT:
            raise forms.ValidationError(_("There is no question to judge by."))
        return question


@require_POST
@login_required
@permission_required(MAY_JUDGE, raise_exception=True)
def judge_result(request):
    """Keep the grade that somebody gave to a result; another one takes its place."""
    form = JudgementForm(request.POST, user=request.user)
    if form.is_valid():
        facts = form.cleaned_data
        Judgement.objects.update_or_create(
            question=facts["q"],
            language=facts["language"],
            thing_type_id=facts["entry"].thing_type_id,
            thing_id=facts["entry"].thing_id,
            judged_by=request.user,
            defaults={"grade": facts["grade"]},
        )
        messages.success(request, _("Your grade for “%(title)s” is kept.") % {"title": facts["entry"].title})
    else:
        messages.error(request, _("The grade was not kept: the result or the grade is not there. Search once more."))
    return redirect(way_back(request, reverse("search:search")))


def as_lines():
    """Yield the judgements as lines of JSON in the form of `bench/questions/questions.jsonl`, one for each question.

    Where several judged, the mean counts. Things that not everybody sees are left out: the bench asks as a stranger.
    """
    found = defaultdict(lambda: defaultdict(list))
    urls = {}
    entries = Entry.objects.for_audiences([]).filter(audience=PUBLIC)
    for thing_type, thing, url in entries.values_list("thing_type_id", "thing_id", "url").iterator(chunk_size=2000):
        urls[thing_type, thing] = url
    for row in Judgement.objects.order_by("question", "language", "pk"):
        if url := urls.get((row.thing_type_id, row.thing_id)):
            found[row.question, row.language][url].append(row.grade)
    number = 0
    for (question, language), grades in found.items():
        answers = {url: int(sum(each) / len(each) + 0.5) for url, each in grades.items()}
        answers = {url: grade for url, grade in answers.items() if grade}
        if not answers:
            continue  # nothing answers it, so nothing can be measured by it
        number += 1
        line = {"id": f"judged-{number:03}", "question": question, "language": language}
        yield json.dumps(line | {"class": "judged", "answers": answers}, ensure_ascii=False)
