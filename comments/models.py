"""Comments on pages: threaded, signed in, moderated. Built on django-comments-xtd."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_comments.managers import CommentManager
from django_comments_xtd.models import XtdComment

from hub.kinds import Kind
from hub.models import BasePage

# What can be commented on at all. An editor can close the comments of each page.
COMMENTED_KINDS = {Kind.TOOLKIT, Kind.RESOURCE, Kind.ARTICLE, Kind.CASE_STUDY, Kind.EVENT}


def has_comments(page):
    """Return whether readers may see comments on `page`: published, for everybody, and of a kind that has comments."""
    is_commented = page.kind in COMMENTED_KINDS and page.can_be_commented
    return page.live and is_commented and not page.get_view_restrictions()


def why_closed(page):
    """Return a sentence that says that nobody can comment on `page` any more, and since when if that was its day."""
    if page.is_open_for_comments and page.comments_close_on:
        return gettext("Comments closed on %(day)s.") % {"day": date_format(page.comments_close_on, "DATE_FORMAT")}
    return gettext("Comments are closed.")


class PageCommentQuerySet(models.QuerySet):
    def of(self, page):
        """Return the comments on a page, whatever its kind."""
        return self.filter(content_type=ContentType.objects.get_for_model(BasePage), object_pk=str(page.pk))

    def in_threads(self):
        """Put each answer below what it answers, older threads first."""
        return self.select_related("user").order_by("thread_id", "order")

    def published(self):
        """Return what everybody can read. A removed comment is not among them."""
        return self.filter(is_public=True, is_removed=False)

    def visible_to(self, user):
        """Return what has a place in the thread for `user`.

        That is what is public, the places of what was removed, and what they wrote that still waits.
        """
        visible = models.Q(is_public=True)
        if user.is_authenticated:
            visible |= models.Q(user=user.pk, is_removed=False)
        return self.filter(visible)

    def waiting(self):
        """Return the first comments of newcomers that no moderator has read yet."""
        return self.filter(is_public=False, is_removed=False)

    def reported(self):
        """Return the public comments that somebody reported and no moderator has decided about."""
        return self.published().filter(models.Exists(Report.objects.open().filter(comment=models.OuterRef("pk"))))

    def to_moderate(self):
        """Return what waits for a moderator, the oldest first."""
        open_reports = Report.objects.open().filter(comment=models.OuterRef("pk"))
        return self.filter(models.Q(is_public=False) | models.Exists(open_reports), is_removed=False).order_by(
            "submit_date", "pk"
        )


class PageComment(XtdComment):
    """A comment on a page. `is_public` is false while it waits for a moderator; `is_removed` keeps its place."""

    # Set by the form when it is shown, so that sending it twice makes one comment.
    submission_key = models.UUIDField(null=True, unique=True, editable=False)

    objects = CommentManager.from_queryset(PageCommentQuerySet)()

    wagtail_reference_index_ignore = True  # Wagtail's "usage" screens would show comments that wait or were removed

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")

    def get_absolute_url(self):
        return reverse("comments:comment", args=[self.pk])

    @property
    def can_be_answered(self):
        """Whether somebody may answer it: it is public, and not at the deepest level."""
        return self.is_public and not self.is_removed and self.level < settings.COMMENTS_XTD_MAX_THREAD_LEVEL

    @property
    def is_waiting(self):
        return not self.is_public and not self.is_removed

    def page(self):
        """Return the page that the comment is on if everybody can read it, else None."""
        page = BasePage.objects.filter(pk=self.object_pk).first()
        page = page.as_kind if page else None
        return page if page and has_comments(page) else None


class ReportQuerySet(models.QuerySet):
    def open(self):
        """Return the reports that no moderator has decided about."""
        return self.filter(settled_at=None)


class Report(models.Model):
    """Somebody says that a comment should not be here. Anyone may, signed in or not."""

    comment = models.ForeignKey(PageComment, on_delete=models.CASCADE, related_name="reports")
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="comment_reports"
    )
    reason = models.TextField(
        _("what is wrong with it?"),
        max_length=600,
        help_text=_("A sentence is enough. Only moderators read it."),
    )
    # Set by the form when it is shown, so that sending it twice makes one report.
    submission_key = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ReportQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # who reported what is for moderators alone

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["comment", "reported_by"], name="one_report_of_a_comment_per_person")
        ]

    def __str__(self):
        return self.reason[:60]
