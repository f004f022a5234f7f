"""What an organisation will do: its action plan, and the reminders that left for it."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .answers import Evaluation, Person


class PlannedAction(models.Model):
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="actions")
    text = models.CharField(_("what to do"), max_length=200)
    who = models.CharField(_("who"), max_length=120, blank=True)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    # Where it came from, if it was proposed: the question, and the step that shows how.
    question = models.CharField(max_length=64, blank=True)
    page = models.ForeignKey(Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    # The calendar's name for it, and how often it changed (RFC 5545 §3.8.4.7, §3.8.7.4).
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    submission_key = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = [models.F("due_on").asc(nulls_last=True), "created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "question"], condition=~models.Q(question=""), name="one_action_per_question"
            )
        ]

    def __str__(self):
        return self.text

    @property
    def is_done(self):
        return self.done_on is not None

    @property
    def is_overdue(self):
        return not self.is_done and self.due_on is not None and self.due_on < timezone.localdate()


class Reminder(models.Model):
    """That a person was told of an action, so that nobody is told twice."""

    class When(models.TextChoices):
        WEEK = "week", _("A week before")
        DAY = "day", _("On the day")

    action = models.ForeignKey(PlannedAction, on_delete=models.CASCADE, related_name="reminders")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reminders")
    when = models.CharField(max_length=10, choices=When)
    due_on = models.DateField()  # an action that is put off is told of again
    sent_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(fields=["action", "person", "when", "due_on"], name="nobody_is_reminded_twice")
        ]

    def __str__(self):
        return f"{self.action} {self.when}"
