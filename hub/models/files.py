"""Pictures and documents that editors upload."""

from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class HubImage(AbstractImage):
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture, and its licence.")
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", _("Can choose image"))]


class HubRendition(AbstractRendition):
    image = models.ForeignKey(HubImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class HubDocument(AbstractDocument):
    page_count = models.PositiveIntegerField(
        _("pages"), null=True, blank=True, help_text=_("Counted by itself for PDF files.")
    )

    admin_form_fields = (*Document.admin_form_fields, "page_count")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", _("Can choose document"))]

    def clean(self):
        # Wagtail's screen for many files at once asks before the file, checked when it was sent, is put in.
        if self.file:
            super().clean()

    @property
    def format_name(self):
        """The format as readers know it: "PDF", "DOCX", "ODT"."""
        return Path(self.file.name).suffix.lstrip(".").upper()
