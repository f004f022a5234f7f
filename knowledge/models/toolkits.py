"""A toolkit: ordered steps and the files that go with them, looked after by somebody."""

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from hub.blocks import BodyStreamBlock
from hub.kinds import Kind
from hub.models import BasePage
from stewardship.forms import KeptPageForm, check_panels
from stewardship.kept import KeptMixin

from ..blocks import ToolkitStepsStreamBlock
from ..editing import ToolkitPageForm
from ..licences import Licence
from ..overview import about_kit
from ..steps import steps_of
from .kit_routes import KitRoutesMixin


class CheckedMixin(KeptMixin):
    """A page of the library that somebody keeps true; its card says when it was checked."""

    base_form_class = KeptPageForm
    check_panels = check_panels()

    def card_facts(self):
        facts = [self.time_needed] if self.time_needed else []
        if self.checked_on:
            facts.append(_("Checked on %(day)s") % {"day": date_format(self.checked_on, "DATE_FORMAT")})
        return facts


class ToolkitPage(KitRoutesMixin, CheckedMixin, BasePage):
    kind = Kind.TOOLKIT
    shown_texts = ("introduction",)

    who_for = models.CharField(_("who it is for"), max_length=240, blank=True)
    time_needed = models.CharField(_("time it takes"), max_length=120, blank=True, help_text=_("Such as: half a day."))
    introduction = StreamField(BodyStreamBlock(), verbose_name=_("introduction"), blank=True)
    steps = StreamField(ToolkitStepsStreamBlock(), verbose_name=_("steps"), blank=True)
    licence = models.CharField(_("licence"), max_length=40, choices=Licence, default=Licence.CC_BY)
    # About this publication; the versions (`KitVersion`) are made of it.
    change_note = models.TextField(
        _("what changed"),
        max_length=600,
        blank=True,
        help_text=_("Told to readers, and to those who follow the toolkit. Such as: step 3 has a new form."),
    )
    is_small_correction = models.BooleanField(
        _("only a small correction"),
        default=False,
        help_text=_("Readers need not know: a spelling, a link that moved. Nobody is told, and the version stays."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel(["who_for", "time_needed"]),
        "introduction",
        "steps",
        InlinePanel("files", heading=_("Files"), label=_("file")),
        *BasePage.about_panels,
        "licence",
        *CheckedMixin.check_panels,
        *BasePage.comment_panels,
        MultiFieldPanel(["change_note", "is_small_correction"], heading=_("What changed in this version")),
    ]

    base_form_class = ToolkitPageForm
    exclude_fields_in_copy = ["change_note", "is_small_correction"]

    parent_page_types = ["knowledge.LibraryIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("toolkit")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context |= {"files": self.files_with_documents(), "steps": steps_of(self)}
        if self.pk:
            context |= about_kit(self)
            if request.user.is_authenticated:
                context["follows"] = self.followers.of_member(request.user).exists()
        return context

    def url_of_step(self, number):
        return next((step.url for step in steps_of(self) if step.number == number), self.url)

    def files_with_documents(self):
        """Return the files of this kit with their documents, those of a draft too.

        `local_title` is what a resource in the reader's language calls the same document, if there is one.
        """
        files = list(self.files.select_related("document"))
        titles = self._local_titles(files)
        for file in files:
            file.local_title = titles.get(file.document_id)
        return files

    def _local_titles(self, files):
        language = get_language()
        if not files or language == settings.LANGUAGE_CODE:
            return {}
        # By its name: its module imports this one, for `CheckedMixin`.
        resources = apps.get_model("knowledge.ResourcePage").objects.live().public()
        named = resources.filter(document__in=[file.document_id for file in files], locale__language_code=language)
        return dict(named.order_by("-pk").values_list("document", "title"))  # of several the one that was first

    @property
    def newest_version(self):
        """The version that readers have, or None for a kit that was never published since versions are kept."""
        return self.versions.numbered().first() if self.pk else None

    @property
    def licence_url(self):
        return Licence(self.licence).url

    def structured_data(self):
        data = super().structured_data() | {"@type": "HowTo", "license": self.licence_url}
        data["step"] = [
            {"@type": "HowToStep", "position": step.number, "name": step.title, "url": self._full_address(step.url)}
            for step in steps_of(self)
        ]
        return data

    def structured_data_of_step(self, step):
        """Return one step as schema.org JSON-LD, a dictionary."""
        data = {
            "@context": "https://schema.org",
            "@type": "HowToStep",
            "position": step.number,
            "name": step.title,
            "url": self._full_address(step.url),
            "inLanguage": self.locale.language_code,
            "license": self.licence_url,
            "isPartOf": {"@type": "HowTo", "name": self.title, "url": self.full_url},
        }
        if step.aim:
            data["description"] = step.aim
        return data

    def _full_address(self, url):
        parts = self.get_url_parts()
        return f"{parts[1]}{url}" if parts and parts[1] else url


class ToolkitFile(Orderable):
    class FileKind(models.TextChoices):
        GUIDE = "guide", _("Guide")
        TEMPLATE = "template", _("Blank template")
        EXAMPLE = "example", _("Filled-in example")
        EASY_READ = "easy-read", _("Easy read")
        SLIDES = "slides", _("Slides")

    toolkit = ParentalKey(ToolkitPage, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    file_kind = models.CharField(_("kind"), max_length=20, choices=FileKind, default=FileKind.GUIDE)

    panels = ["document", "file_kind"]

    def __str__(self):
        return f"{self.get_file_kind_display()}: {self.document_id}"
