"""Why a result stands where it stands: each signal with its weight, and the words that were looked for."""

from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext_lazy

from ..models import Entry
from ..ranking import WEIGHTS
from ..results import find
from ..thesaurus import thesaurus
from .screens import Screen, ScreenViewSet

EXPLAINED = 20  # results

REASONS = {
    "all_words": gettext_lazy("It has more of what was asked for, and above all of the rare words."),
    "in_title": gettext_lazy("Its title says it."),
    "in_summary": gettext_lazy("Its summary says it: that is what it is about."),
    "title_asked": gettext_lazy("Its title says little else: what it is about is what was asked for."),
    "title_is_it": gettext_lazy("The question is its title: somebody looks for a page they know."),
    "phrase": gettext_lazy("Words that were asked side by side stand side by side in it."),
    "nearness": gettext_lazy("The words stand close to each other in it."),
    "own_language": gettext_lazy("It is in the reader’s language, of two that are alike."),
    "fresh": gettext_lazy("It is new. After two years half of this is left."),
    "checked": gettext_lazy("Somebody answers for it, and looked at it in time."),
    "overdue": gettext_lazy("Somebody should have looked at it again."),
    "part": gettext_lazy("It is a part of something that is found as well, which is the better place to begin."),
}


class WhyForm(forms.Form):
    q = forms.CharField(
        label=gettext_lazy("Question"), max_length=500, help_text=gettext_lazy("As somebody would type it.")
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the reader"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE
    )
    reader = forms.ChoiceField(
        label=gettext_lazy("Asked by"),
        required=False,
        choices=[("", gettext_lazy("Somebody who has not signed in")), ("me", gettext_lazy("Me"))],
    )


class WhyView(Screen):
    template_name = "search/admin/why.html"
    page_title = gettext_lazy("Why here?")
    header_icon = "help"

    def get_context_data(self, **kwargs):
        form = WhyForm(self.request.GET if "q" in self.request.GET else None, initial={"language": "en"})
        context = super().get_context_data(form=form, **kwargs)
        if form.is_valid():
            reader = self.request.user if form.cleaned_data["reader"] == "me" else AnonymousUser()
            context |= explain(form.cleaned_data["q"], reader, form.cleaned_data["language"])
        return context


def explain(text, user, language):
    """Return what there is to say of the answer to a question."""
    findings = find(text, user=user, language=language)
    ranked = findings.ranked[:EXPLAINED]
    entries = Entry.objects.for_audiences(findings.scope.audiences).in_bulk([each.key for each in ranked])
    query = findings.asked.query
    said = findings.asked.corrected_text.split()
    return {
        "findings": findings,
        "total": findings.total,
        "results": [_explained(each, entries[each.key]) for each in ranked if each.key in entries],
        "corrections": findings.asked.corrections.items(),
        "synonyms": [
            {"said": " ".join(said[start:end]), "others": [" ".join(other) for other in others]}
            for start, end, others in thesaurus().find(said)
        ],
        "terms": [
            {
                "stems": [" ".join(stems) for stems in term.alternatives],
                "times": term.times,
                "frequency": max(min(query.frequency.get(stem, 0) for stem in stems) for stems in term.alternatives),
                "tells": min(query.idf(stems) for stems in term.alternatives),
            }
            for term in query.terms
        ],
        "reasons": [{"weight": weight, "reason": REASONS.get(name, name)} for name, weight in WEIGHTS.items()],
        "results_url": f"{reverse('search:search')}?{urlencode({'q': text})}",
    }


def _explained(ranked, entry):
    signals = [
        {"reason": REASONS.get(name, name), "value": value, "weight": WEIGHTS[name], "adds": WEIGHTS[name] * value}
        for name, value in ranked.signals.items()
    ]
    signals.sort(key=lambda signal: -abs(signal["adds"]))
    return {"entry": entry, "total": ranked.total, "engine": ranked.engine, "signals": signals}


class WhyViewSet(ScreenViewSet):
    screen = WhyView
