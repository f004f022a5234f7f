"""Words for the same thing, in the admin, and how a question leads to them and to promoted results."""

from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminAutoHeightTextInput

from ..answering import answer
from ..models import Answer, Entry, Synonyms
from ..models.editing import AlreadyThereError
from ..results import find
from .asked import question_of
from .screens import TEND

TRIED = 5  # words of a group
SHOWN = 3  # results of each


class AnsweringCreateView(CreateView):
    """Makes something new; who came from a question has it filled in, answers the question by it, and goes back."""

    answer_kind = None

    @cached_property
    def question(self):
        return question_of(self.request) if self.request.user.has_perm(TEND) else None

    def get_initial(self):
        asked = {"language": self.question.language, self.filled_in: f"{self.question.text}\n"} if self.question else {}
        return {**super().get_initial(), **asked}

    def get_add_url(self):
        url = super().get_add_url()
        return f"{url}?{urlencode({'question': self.question.pk})}" if self.question else url

    def save_instance(self):
        instance = super().save_instance()
        if self.question:
            answer(question=self.question, kind=self.answer_kind, by=self.request.user)
        return instance

    def get_success_url(self):
        return reverse("search_asked:look", args=[self.question.pk]) if self.question else super().get_success_url()


class SynonymsForm(WagtailAdminModelForm):
    class Meta:
        model = Synonyms
        fields = ["language", "words"]
        widgets = {"words": AdminAutoHeightTextInput}

    def _post_clean(self):
        """A word that is there already is told with a link to where it is."""
        super()._post_clean()
        errors = self._errors.get("words")
        for error in errors.as_data() if errors else ():
            if isinstance(error, AlreadyThereError):
                link = format_html(
                    '<a href="{}">{}</a>',
                    reverse("search_synonyms:edit", args=[error.other.pk]),
                    str(error.other)[:100],
                )
                said = _("“%(line)s” is already in “%(other)s”. Add your words there instead.")
                parts = {"line": format_html("{}", error.line), "other": link}
                errors.data = [format_html(said.replace("%(line)s", "{line}").replace("%(other)s", "{other}"), **parts)]


class CreateSynonymsView(AnsweringCreateView):
    answer_kind = Answer.Kind.SYNONYM
    filled_in = "words"


class EditSynonymsView(EditView):
    def get_context_data(self, **kwargs):
        return super().get_context_data(tried=tried(self.object), **kwargs)


def tried(synonyms):
    """Return what everybody finds now by the first words of a group: (word, number of results, titles)."""
    found = [
        (word, find(word, user=AnonymousUser(), language=synonyms.language, limit=SHOWN))
        for word in synonyms.as_list()[:TRIED]
    ]
    keys = {key for _word, findings in found for key in findings.keys}
    titles = dict(Entry.objects.for_audiences([]).filter(pk__in=keys).values_list("pk", "title"))
    return [
        {"word": word, "total": findings.total, "titles": [titles[key] for key in findings.keys if key in titles]}
        for word, findings in found
    ]


class SynonymsViewSet(ModelViewSet):
    model = Synonyms
    icon = "list-ul"
    menu_label = gettext_lazy("Words for the same thing")
    add_view_class = CreateSynonymsView
    edit_view_class = EditSynonymsView
    edit_template_name = "search/admin/edit_synonyms.html"
    copy_view_enabled = False
    add_to_reference_index = False
    list_display = ["__str__", "language"]
    list_filter = ["language"]
    search_fields = ["words"]
    search_backend_name = None
    list_per_page = 50

    def get_form_class(self, for_update=False):
        return SynonymsForm
