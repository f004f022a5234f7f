"""Who answers: an organisation, its evaluations, the people of each, what each gave, and what they settled together."""

import secrets
import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .questionnaires import QuestionnaireVersion

LONGEST_NOTE = 2000
# An answer says a level, or that the question does not apply, or nothing (a note alone).
NOT_BOTH = Q(level=None) | Q(does_not_apply=False)


WARNED_BEFORE = timedelta(days=30)
DAYS_IN_A_MONTH = 30.44


def kept_for():
    """Return how long an evaluation that nobody opens is kept."""
    return timedelta(days=round(settings.EVALUATION_KEPT_MONTHS * DAYS_IN_A_MONTH))


def make_key():
    """Return a secret that nobody can guess (128 bits)."""
    return secrets.token_urlsafe(16)


class Organisation(models.Model):
    """Whoever evaluates itself. Its evaluations follow one another by their private links, not by its name."""

    name = models.CharField(_("organisation"), max_length=120)
    # Stands for the organisation in what was counted. Once the organisation is gone, it leads to nobody.
    counting_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # The keys of other rows that are the same organisation, which stay known when those rows go.
    other_keys = models.JSONField(default=list, editable=False)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    wagtail_reference_index_ignore = True  # Wagtail's "usage" screens would show what is private

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self):
        return self.name

    @property
    def all_keys(self):
        """The keys that its answers were ever counted with, its own first."""
        return [str(self.counting_key), *self.other_keys]


class EvaluationQuerySet(models.QuerySet):
    def open(self):
        """Return the evaluations in which people still answer."""
        return self.filter(closed_at=None)

    def to_warn(self):
        """Return the evaluations that nobody opened for so long that they are deleted soon, and that were not told."""
        return self.filter(last_used_at__lt=timezone.now() - kept_for() + WARNED_BEFORE, warned_at=None)

    def to_delete(self):
        """Return the evaluations that nobody opened for too long, and whose people were told long enough ago."""
        now = timezone.now()
        return self.filter(last_used_at__lt=now - kept_for(), warned_at__lte=now - WARNED_BEFORE)


class Evaluation(models.Model):
    """An organisation answers one frozen version, alone or as a team."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="evaluations")
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="evaluations")
    is_team = models.BooleanField(_("as a team"), default=False)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    # Signed into the link that invites colleagues: a new one makes older links invalid.
    join_key = models.CharField(max_length=32, default=make_key, editable=False)
    # A team's: from then on nobody changes their own answers, and all see one another's.
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    is_counted = models.BooleanField(_("agreed to be counted"), default=False)
    # Set by the form when it is shown, so that sending it twice makes one evaluation.
    submission_key = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    last_used_at = models.DateTimeField(_("last opened at"), auto_now_add=True, db_index=True)
    warned_at = models.DateTimeField(_("told that it will be deleted at"), null=True, blank=True)

    objects = EvaluationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(closed_at=None) | Q(is_team=True), name="only_a_team_closes"),
        ]

    def __str__(self):
        return f"{self.organisation} {self.created_at:%Y-%m-%d}"

    @property
    def content(self):
        return self.version.content

    @property
    def is_open(self):
        """Whether people still give their own answers. Who answers alone may change them at any time."""
        return self.closed_at is None

    @property
    def has_result(self):
        return not self.is_team or self.closed_at is not None


class PersonQuerySet(models.QuerySet):
    def with_given(self):
        """Annotate `given`, to how many questions each has given an answer."""
        given = Q(answers__level__isnull=False) | Q(answers__does_not_apply=True)
        return self.annotate(given=models.Count("answers", filter=given))


class Person(models.Model):
    """Somebody who answers, by a private link of their own."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="people")
    name = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("your e-mail address"), blank=True)
    email_confirmed_at = models.DateTimeField(_("address confirmed at"), null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="self_evaluations"
    )
    is_lead = models.BooleanField(_("began it"), default=False)
    wants_reminders = models.BooleanField(_("wants reminders"), default=False)
    # Signed into the private link, which is kept nowhere. A new one makes the old link invalid.
    key = models.CharField(max_length=32, unique=True, default=make_key, editable=False)
    submission_key = models.UUIDField(null=True, unique=True, editable=False)
    joined_at = models.DateTimeField(_("joined at"), auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["-is_lead", "joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["evaluation"], condition=Q(is_lead=True), name="one_lead_of_an_evaluation"),
        ]
        indexes = [models.Index(fields=["email"])]

    def __str__(self):
        return self.name

    @property
    def is_reached(self):
        """Whether we know that mail to the address reaches this person."""
        return bool(self.email and self.email_confirmed_at)


class Answer(models.Model):
    """What one person gave to one question."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=64)  # its key
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    does_not_apply = models.BooleanField(default=False)
    note = models.TextField(_("note"), blank=True, max_length=LONGEST_NOTE)
    version = models.PositiveIntegerField(default=1)  # counts the changes: two windows must not overwrite each other
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(fields=["person", "question"], name="one_answer_per_person"),
            models.CheckConstraint(condition=NOT_BOTH, name="answer_has_a_level_or_does_not_apply"),
        ]

    def __str__(self):
        return f"{self.person}: {self.question}"

    @property
    def is_given(self):
        return self.level is not None or self.does_not_apply


class Settlement(models.Model):
    """What a team agreed on for one question. Each change is a row of its own: the highest number counts, and no words
    are ever overwritten. Two people who settle at once ask for the same number, and the database gives it to one."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="settlements")
    question = models.CharField(max_length=64)
    number = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    does_not_apply = models.BooleanField(default=False)
    note = models.TextField(_("note"), blank=True, max_length=LONGEST_NOTE)
    evidence = models.TextField(_("evidence"), blank=True, max_length=LONGEST_NOTE)
    evidence_link = models.URLField(_("link to the evidence"), blank=True, max_length=500)
    settled_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="settlements")
    settled_at = models.DateTimeField(_("settled at"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("agreed answer")
        verbose_name_plural = _("agreed answers")
        ordering = ["question", "number"]
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "question", "number"], name="one_settlement_of_each_number"),
            models.CheckConstraint(condition=NOT_BOTH, name="settlement_has_a_level_or_does_not_apply"),
            models.CheckConstraint(
                condition=Q(level__isnull=False) | Q(does_not_apply=True), name="settlement_says_something"
            ),
        ]

    def __str__(self):
        return f"{self.question} {self.number}"
