"""What editors say to make the search better: words for the same thing, what stands first, how good results are."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page

from ..text import plain_words

MOST_SYNONYMS = 20
LONGEST_SYNONYM = 80
MOST_PHRASES = 20


def lines_of(text):
    """Return the lines of `text` that say something, each once."""
    return list(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))


def check_lines(lines, *, most, longest):
    """Raise ValidationError unless there are at most so many `lines`, each with words and none longer than this."""
    if len(lines) > most:
        raise ValidationError(
            ngettext("Write at most %(most)d line.", "Write at most %(most)d lines.", most), params={"most": most}
        )
    for line in lines:
        if len(line) > longest:
            raise ValidationError(
                _("“%(line)s…” is too long: write at most %(longest)d characters on a line."),
                params={"line": line[:30], "longest": longest},
            )
        if not plain_words(line):
            raise ValidationError(_("“%(line)s” has no word in it."), params={"line": line})


class Synonyms(models.Model):
    """Words for the same thing: whoever asks with one finds what says another."""

    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE,
        help_text=_("The language that these words are in."),
    )  # fmt: skip
    words = models.TextField(
        _("words for the same thing"),
        help_text=_(
            "One on each line, such as “steering committee” and “advisory group”. Whoever asks with one of them finds "
            "what says another. Singular and plural count as the same."
        ),
    )

    class Meta:
        verbose_name = _("words for the same thing")
        verbose_name_plural = _("words for the same thing")
        ordering = ["language", "words"]

    def __str__(self):
        return ", ".join(self.as_list())

    def as_list(self):
        """Return the words, each once."""
        return lines_of(self.words)

    def clean(self):
        super().clean()
        lines = self.as_list()
        if not self.words:
            return  # told already
        try:
            check_lines(lines, most=MOST_SYNONYMS, longest=LONGEST_SYNONYM)
            by_words = {" ".join(plain_words(line)): line for line in lines}
            if len(by_words) < 2:
                raise ValidationError(_("Write at least two different words or phrases, each on a line of its own."))
            self._check_others(by_words)
        except ValidationError as error:
            raise ValidationError({"words": error}) from error
        self.words = "\n".join(by_words.values())

    def _check_others(self, by_words):
        """Raise ValidationError if another group of the language has one of the words."""
        for other in Synonyms.objects.filter(language=self.language).exclude(pk=self.pk):
            for line in other.as_list():
                if " ".join(plain_words(line)) in by_words:
                    raise AlreadyThereError(line, other)


class AlreadyThereError(ValidationError):
    """A word stands in another group already. `other` is that group."""

    def __init__(self, line, other):
        self.line, self.other = line, other
        super().__init__(
            _("“%(line)s” is already in “%(other)s”. Add your words there instead."),
            code="already_there",
            params={"line": line, "other": format_html("{}", str(other)[:100])},
        )


class PromotedResultQuerySet(models.QuerySet):
    def running(self, today=None):
        """Return those that are shown on the day `today`."""
        today = today or timezone.localdate()
        return self.filter(Q(starts_on=None) | Q(starts_on__lte=today), Q(ends_on=None) | Q(ends_on__gte=today))


class PromotedResult(models.Model):
    """What editors put above the results of certain questions: a page, another address, or a few words."""

    phrases = models.TextField(
        _("questions"),
        help_text=_(
            "One on each line. It is shown for a question that has all words of a line, in this order; other words may "
            "stand between them. “pay people” fits “how do we pay young people”, and not “people who pay”."
        ),
    )
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE,
        help_text=_("It is shown to readers of this language."),
    )  # fmt: skip
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("page"),
        help_text=_("Shown only while it is published, and only to those who may read it."),
    )  # fmt: skip
    address = models.CharField(
        _("another address"), max_length=500, blank=True,
        help_text=_("Instead of a page: an address that begins with https://, or with / for one of this hub."),
        validators=[
            RegexValidator(
                r"\A(?:https?://[^\s/]+\.[^\s]+|/(?![/\\])[^\s]*)\Z",
                _("Write an address that begins with https://, or with / for one of this hub."),
            )
        ],
    )  # fmt: skip
    title = models.CharField(
        _("title"), max_length=120, blank=True,
        help_text=_("What the link says. A page has its own title; another address needs one."),
    )  # fmt: skip
    note = models.TextField(
        _("note for readers"), max_length=300, blank=True,
        help_text=_("At most 300 characters. Without a page or address it is shown alone, above the results."),
    )  # fmt: skip
    starts_on = models.DateField(_("first day"), null=True, blank=True, help_text=_("Empty: from now on."))
    ends_on = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: until somebody ends it."))
    sort_order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Where several fit a question, small numbers come first. Three are shown.")
    )

    objects = PromotedResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="promotion_ends_after_it_starts",
                violation_error_message=_("The last day is before the first."),
            ),
            models.CheckConstraint(condition=Q(page=None) | Q(address=""), name="promotion_has_one_target"),
            models.CheckConstraint(
                condition=Q(page__isnull=False) | ~Q(address="") | ~Q(note=""), name="promotion_shows_something"
            ),
        ]

    def __str__(self):
        return " · ".join(self.as_list()[:3])

    def as_list(self):
        """Return the phrases, each once."""
        return lines_of(self.phrases)

    def clean(self):
        super().clean()
        errors = {}
        try:
            check_lines(self.as_list(), most=MOST_PHRASES, longest=LONGEST_SYNONYM)
        except ValidationError as error:
            errors["phrases"] = error
        if self.page_id and self.address:
            errors["address"] = _("Choose a page or write another address, not both.")
        if self.address and not self.title.strip():
            errors["title"] = _("Say what the link to this address is called.")
        if not (self.page_id or self.address or self.note.strip()):
            errors["note"] = _("Choose a page, or write an address or a note: there is nothing to show yet.")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("The last day is before the first.")
        if errors:
            raise ValidationError(errors)

    @property
    def state(self):
        """Whether it is shown now, later, or no more."""
        today = timezone.localdate()
        if self.starts_on and self.starts_on > today:
            return _("Coming")
        if self.ends_on and self.ends_on < today:
            return _("Over")
        return _("Running")


class Judgement(models.Model):
    """How well a thing answers a question, as a member of staff sees it. `python -m bench.own` measures by these."""

    class Grade(models.IntegerChoices):
        NOTHING = 0, _("Does not answer it")
        TOUCHES = 1, _("Touches it")
        PART = 2, _("Answers a good part")
        ANSWER = 3, _("Just what was asked")

    question = models.CharField(_("question"), max_length=200)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    thing_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    thing_id = models.PositiveBigIntegerField()
    grade = models.PositiveSmallIntegerField(_("grade"), choices=Grade)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("judged by")
    )
    judged_at = models.DateTimeField(_("judged at"), auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("judgement of a result")
        verbose_name_plural = _("judgements of results")
        ordering = ["-judged_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "language", "thing_type", "thing_id", "judged_by"], name="one_judgement_per_person"
            ),
            models.CheckConstraint(condition=Q(grade__lte=3), name="grade_is_0_to_3"),
        ]

    def __str__(self):
        return f"{self.question}: {self.grade}"
