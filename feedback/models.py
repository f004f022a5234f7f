"""What readers say when asked whether a page was useful: yes or no, and a word if they like. No reader sees it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.answering import pages_of
from hub.kinds import Kind
from hub.models import BasePage, StandardPage

# How long it is kept; an address for an answer goes earlier: when it is answered, or nobody did in time.
KEPT_FOR, ADDRESS_KEPT_FOR = timedelta(days=365), timedelta(days=60)
ASKED_KINDS = {Kind.TOOLKIT, Kind.RESOURCE, Kind.ARTICLE, Kind.CASE_STUDY, Kind.EVENT}


def is_asked(page):
    """Return whether readers are asked about `page`: published, for everybody, and neither a list nor the home page."""
    is_text = page.kind in ASKED_KINDS or isinstance(page, StandardPage)
    return bool(page.pk) and page.live and is_text and not page.get_view_restrictions()


class FeedbackQuerySet(models.QuerySet):
    def open(self):
        """Return what has words that nobody has dealt with."""
        return self.filter(done_at=None).exclude(words="")

    def not_useful(self):
        return self.filter(is_useful=False)

    def about_pages_of(self, member):
        """Return what was said about the pages that `member` answers for."""
        return self.filter(page__in=pages_of(member))

    def on_live_pages(self):
        return self.filter(page__live=True)

    def newest_first(self):
        return self.select_related("page__locale", "done_by").order_by("-said_at", "-pk")

    def oldest_first(self):
        return self.order_by("said_at", "pk")


class Feedback(models.Model):
    page = models.ForeignKey(BasePage, verbose_name=_("page"), on_delete=models.CASCADE, related_name="feedback")
    is_useful = models.BooleanField(_("useful"))
    words = models.TextField(_("in words"), max_length=1000, blank=True)
    # Only if the reader wants an answer; forgotten as soon as there is one.
    address = models.EmailField(_("address for an answer"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    # Set by the form when it is shown, so that sending it twice says it once.
    submission_key = models.UUIDField(unique=True, editable=False)
    said_at = models.DateTimeField(_("said at"), default=timezone.now)
    answer = models.TextField(_("answer"), max_length=3000, blank=True)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("done by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = FeedbackQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # for those who answer for the page alone

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        indexes = [models.Index(fields=["said_at"], name="feedback_said_at")]

    def __str__(self):
        return self.words[:60] or str(_("Useful") if self.is_useful else _("Not useful"))


class Notice(models.Model):
    """Somebody was told by mail what a reader said. That nobody is told twice is a constraint, not a hope."""

    # Empty once what was said is gone: when the last mail was sent must still be known.
    feedback = models.ForeignKey(Feedback, null=True, on_delete=models.SET_NULL, related_name="notices")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sent_on = models.DateField()

    wagtail_reference_index_ignore = True  # for the chore alone

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feedback", "member"], name="nobody_is_told_twice_what_a_reader_said")
        ]
        indexes = [models.Index(fields=["sent_on"], name="feedback_notice_sent_on")]

    def __str__(self):
        return f"{self.feedback_id}, {self.sent_on}"
