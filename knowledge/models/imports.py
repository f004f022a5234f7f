"""What was brought in from files, so that the next import of the same files changes only what changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class ImportedFile(models.Model):
    """A file of an import: the page that was made of it, or the picture or document that it became."""

    key = models.CharField(max_length=120, unique=True)
    name = models.CharField(_("file"), max_length=500)
    page = models.ForeignKey(Page, verbose_name=_("page"), null=True, on_delete=models.CASCADE, related_name="+")
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, verbose_name=_("picture"), null=True, on_delete=models.CASCADE,
        related_name="+",
    )  # fmt: skip
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, verbose_name=_("document"), null=True, on_delete=models.CASCADE,
        related_name="+",
    )  # fmt: skip
    # Of what the page was made: if it is the same again, nothing is written. Empty until the page is finished.
    fingerprint = models.CharField(max_length=64, blank=True)
    # The page's latest revision after the import: a later one means that somebody edited the page here.
    revision_id = models.BigIntegerField(null=True)
    imported_at = models.DateTimeField(_("imported at"), auto_now=True)

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(page__isnull=False, image=None, document=None)
                | models.Q(page=None, image__isnull=False, document=None)
                | models.Q(page=None, image=None, document__isnull=False),
                name="imported_file_became_one_thing",
            )
        ]

    def __str__(self):
        return self.name
