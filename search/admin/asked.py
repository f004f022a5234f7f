"""What people asked, what they found, and what editors did about it."""

import csv
from datetime import timedelta
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.db.models import Count, Max, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from hub.cells import csv_cell
from hub.today import back_from

from .. import answering
from ..asked import measure
from ..models import Answer, AskedQuestion, Entry
from ..models.asked import STATES
from ..results import find
from .screens import Screen, ScreenViewSet, tenders_only

GROUPS_ON_A_PAGE = 25
MOST_EXPORTED = 5000
MOST_WAYS = 30
SHOWN = 5  # results of a question


class AskedFilterForm(forms.Form):
    """What the list is narrowed to. Anything else counts as the first of each."""

    show = forms.ChoiceField(
        label=gettext_lazy("Show"),
        required=False,
        choices=[
            ("unanswered", gettext_lazy("Not found, or less than half of it")),
            ("few", gettext_lazy("Few results, or not all words")),
            ("answered", gettext_lazy("Answered by an editor")),
            ("all", gettext_lazy("All questions")),
        ],
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        choices=[("", pgettext_lazy("languages", "All")), *settings.LANGUAGES],
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Asked in"),
        required=False,
        coerce=int,
        choices=[
            (90, gettext_lazy("The last 90 days")),
            (30, gettext_lazy("The last 30 days")),
            (7, gettext_lazy("The last 7 days")),
        ],
    )

    def __init__(self, data):
        data = {name: data.get(name, "") for name in self.base_fields}
        for name, field in self.base_fields.items():
            if data[name] not in {str(value) for value, _label in field.choices}:
                data[name] = str(field.choices[0][0])
        super().__init__(data)
        self.full_clean()

    def groups(self):
        """Return the groups of questions that are asked for."""
        rows = AskedQuestion.objects.since(timezone.localdate() - timedelta(days=self.cleaned_data["days"] - 1))
        if self.cleaned_data["language"]:
            rows = rows.filter(language=self.cleaned_data["language"])
        return rows.as_groups().filter(STATES[self.cleaned_data["show"]])

    def address(self, **more):
        """Return the address of the list as it is narrowed now."""
        return f"?{urlencode({**self.data, **more})}"


class AskedView(Screen):
    template_name = "search/admin/asked.html"
    page_title = gettext_lazy("What people asked")
    header_icon = "help"

    def get(self, request, *args, **kwargs):
        form = AskedFilterForm(request.GET)
        if request.GET.get("export") == "csv":
            return _as_table(form)
        return super().get(request, *args, form=form, **kwargs)

    def get_context_data(self, form, **kwargs):
        page_obj = Paginator(form.groups(), GROUPS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        groups = _with_ways(page_obj.object_list)
        for group in groups:
            group["links"] = links_for(group["question_id"])
        return super().get_context_data(form=form, page_obj=page_obj, groups=groups, **kwargs)


def _with_ways(groups):
    """Return `groups` with the ways in which each was asked, and how it went since it was answered. Three queries."""
    groups = list(groups)
    ways = {}
    rows = (
        AskedQuestion.objects.filter(group__in=[group["group"] for group in groups])
        .order_by().values("group", "language", "text").annotate(n=Sum("times")).order_by("-n", "text")
    )  # fmt: skip
    for row in rows:
        ways.setdefault((row["group"], row["language"]), []).append(row["text"])
    progress = answering.progress_of((group["group"], group["language"]) for group in groups)
    languages = dict(settings.LANGUAGES)
    for group in groups:
        key = group["group"], group["language"]
        first, *others = ways.get(key, [group["group"]])
        group |= {"text": first, "others": others[:MOST_WAYS], "progress": progress.get(key)}
        group["language_name"] = languages.get(group["language"], group["language"])
    return groups


def links_for(question_id):
    """Return where an editor answers a question."""
    asked = f"?{urlencode({'question': question_id})}"
    return {
        "look": reverse("search_asked:look", args=[question_id]),
        "synonym": reverse("search_synonyms:add") + asked,
        "promote": reverse("search_promoted:add") + asked,
        "write": reverse("wagtailadmin_explore_root"),
    }


def _as_table(form):
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="questions.csv"'
    table = csv.writer(response)
    headings = [
        _("Question"), _("Other ways"), _("Language"), _("Times asked"), _("Last asked"), _("Results"),
        _("Found, in percent"), _("What was done"), _("Note"), _("Asked since"), _("Results since"),
    ]  # fmt: skip
    table.writerow(headings)
    for group in _with_ways(form.groups()[:MOST_EXPORTED]):
        progress = group["progress"]
        done = (
            [progress.answer.get_kind_display(), progress.answer.note, progress.asked_since] if progress else [""] * 3
        )
        since = progress.results_since if progress and progress.results_since is not None else ""
        row = [
            group["text"], "; ".join(group["others"]), group["language"], group["times_asked"], group["last_day"],
            group["last_results"], group["last_covered"], *done, since,
        ]  # fmt: skip
        table.writerow([csv_cell(value) for value in row])
    return response


class AnswerForm(forms.ModelForm):
    class Meta:
        model = Answer
        fields = ["kind", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def clean(self):
        super().clean()
        if self.cleaned_data.get("kind") == Answer.Kind.NOTE and not self.cleaned_data.get("note"):
            self.add_error("note", _("Say why it is not for us, so that others know."))
        return self.cleaned_data


class QuestionView(Screen):
    """One group of questions: what it finds now, and how to answer it."""

    template_name = "search/admin/question.html"
    header_icon = "help"

    @cached_property
    def question(self):
        return get_object_or_404(AskedQuestion, pk=self.kwargs["pk"])

    def get_page_title(self):
        return f"“{self.question.text}”"

    def get_breadcrumbs_items(self):
        index = {"url": reverse("search_asked:index"), "label": AskedView.page_title}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, form=None, **kwargs):
        question = self.question
        ways = (
            AskedQuestion.objects.like(question).order_by().values("text")
            .annotate(times_asked=Sum("times"), days=Count("day"), last_day=Max("day"))
            .order_by("-times_asked", "text")[:MOST_WAYS]
        )  # fmt: skip
        progress = answering.progress_of([(question.group, question.language)]).get((question.group, question.language))
        findings = find(question.text, user=AnonymousUser(), language=question.language)
        entries = Entry.objects.for_audiences([]).in_bulk(findings.keys[:SHOWN])
        return super().get_context_data(
            question=question,
            language_name=question.get_language_display(),
            ways=ways,
            times_asked=sum(way["times_asked"] for way in ways),
            progress=progress,
            results_now=findings.total,
            covered_now=measure(question.text, question.language).covered,
            found=[entries[key] for key in findings.keys[:SHOWN] if key in entries],
            why_url=f"{reverse('search_why:index')}?{urlencode({'q': question.text, 'language': question.language})}",
            links=links_for(question.pk),
            form=form
            or AnswerForm(instance=progress.answer if progress else None, initial=self._first_choice(progress)),
            **kwargs,
        )

    @staticmethod
    def _first_choice(progress):
        return {} if progress else {"kind": Answer.Kind.NOTE}

    def post(self, request, *args, **kwargs):
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        answering.answer(question=self.question, by=request.user, **form.cleaned_data)
        messages.success(request, _("Noted. Here you see from now on whether it helped."))
        return redirect(back_from(request, reverse("search_asked:look", args=[self.question.pk])))


@require_POST
@tenders_only
def reopen_question(request, pk):
    """Take an answer back."""
    question = get_object_or_404(AskedQuestion, pk=pk)
    answering.take_back(question=question)
    messages.success(request, _("The question is back among those that nobody answered."))
    return redirect("search_asked:look", question.pk)


def question_of(request):
    """Return the question that somebody came from to answer it, or None."""
    number = request.GET.get("question", "")
    return AskedQuestion.objects.filter(pk=number).first() if number.isdecimal() and len(number) < 19 else None


class AskedViewSet(ScreenViewSet):
    screen = AskedView
    more = [
        ("<int:pk>/", QuestionView.as_view(), "look"),
        ("<int:pk>/reopen/", reopen_question, "reopen"),
    ]
