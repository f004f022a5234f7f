"""What was read out of the documents of the hub: the text of each page, or why there is none."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AttachmentQuerySet(models.QuerySet):
    def readable(self):
        """Return those whose text was read."""
        return self.filter(state=Attachment.State.READ)

    def in_trouble(self):
        """Return those that could not be read, wholly or in part."""
        return self.filter(models.Q(state=Attachment.State.UNREADABLE) | models.Q(is_cut=True))


class Attachment(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be read")
        READ = "read", _("Read")
        UNREADABLE = "unreadable", _("Cannot be read")

    class Reason(models.TextChoices):
        """Why there is no text, said so that an editor knows what to do."""

        ENCRYPTED = "encrypted", _("It has a password. Save it without one and upload it again.")
        NO_TEXT = (
            "no_text",
            _(
                "There is no text in it. If it is scanned paper, "
                "run text recognition (OCR) over it and upload it again."
            ),
        )
        BROKEN = (
            "broken",
            _("It is empty or damaged. Open it in the program that made it, save it again and upload it again."),
        )
        TOO_BIG = "too_big", _("It is too large to be read. Make it smaller, or upload its parts one by one.")
        TOO_SLOW = (
            "too_slow",
            _(
                "Reading it took too long. Read it again; if that does not help, "
                "save it again or upload its parts one by one."
            ),
        )
        WRONG_TYPE = (
            "wrong_type",
            _(
                "Files of this type cannot be read, or it is not of the type that its name says. "
                "If there is text in it, save it as PDF, DOCX, ODT, PPTX or XLSX and upload that."
            ),
        )
        MISSING = "missing", _("The file is not there any more. Upload it again.")

    document = models.OneToOneField(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        on_delete=models.CASCADE,
        related_name="attachment",
        verbose_name=_("document"),
    )
    # Says which content was read, by which reader: see `search.attachments.tasks`. Empty: to be read again.
    fingerprint = models.CharField(max_length=64, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.WAITING)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    is_cut = models.BooleanField(
        _("only in part"), default=False, help_text=_("There was more than could be read or kept.")
    )
    read_at = models.DateTimeField(_("read at"), null=True)

    objects = AttachmentQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # what was read out of a document is no use that is made of it

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="unreadable") ^ models.Q(reason=""), name="unreadable_attachment_has_a_reason"
            )
        ]
        indexes = [models.Index(fields=["state"])]

    def __str__(self):
        return self.document.title

    @property
    def is_in_trouble(self):
        return self.is_cut or self.state == self.State.UNREADABLE

    @property
    def trouble(self):
        """Why there is no text, or not all of it, and what to do about it."""
        if self.is_cut:
            return _(
                "Only its first part is found: there is too much in it, or a part is damaged. Split it up, if you can."
            )
        return self.get_reason_display()


class AttachmentPage(models.Model):
    class Place(models.TextChoices):
        """What the file is made of. A file without any such thing is one whole."""

        WHOLE = "whole", _("Whole file")
        PAGE = "page", _("Page")
        SLIDE = "slide", _("Slide")
        SHEET = "sheet", _("Sheet")

    attachment = models.ForeignKey(
        Attachment, on_delete=models.CASCADE, related_name="pages", verbose_name=_("attachment")
    )
    place = models.CharField(_("place"), max_length=10, choices=Place, default=Place.PAGE)
    number = models.PositiveIntegerField(_("number"), help_text=_("Counted from 1, as readers count."))
    label = models.CharField(_("name"), max_length=100, blank=True, help_text=_("Such as the name of a sheet."))
    text = models.TextField(_("text"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("page of an attachment")
        verbose_name_plural = _("pages of attachments")
        ordering = ["attachment", "number"]
        constraints = [models.UniqueConstraint(fields=["attachment", "number"], name="one_row_per_attachment_page")]

    def __str__(self):
        return self.label or f"{self.get_place_display()} {self.number}"
