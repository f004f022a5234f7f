"""What was asked, without who asked it, and what editors did about it."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery, Sum
from django.utils.translation import gettext_lazy as _

FEW = 3  # results; so many or fewer deserve a look
# Percent of a question. Words are looked for one by one, so that nearly every question finds something: where the best
# result has less than half of it, it was not answered.
HALF, MOST = 50, 75


class AskedQuestionQuerySet(models.QuerySet):
    def since(self, day):
        """Return what was asked on `day` or later."""
        return self.filter(day__gte=day)

    def like(self, question):
        """Return the rows of all questions that ask for the same as `question`."""
        return self.filter(group=question.group, language=question.language)

    def as_groups(self):
        """Return a dictionary for each group of questions that ask for the same: how often it was asked, in how many
        ways, with how many results at last, and whether an editor answered it. The most asked comes first."""
        same = {"group": OuterRef("group"), "language": OuterRef("language")}
        latest = AskedQuestion.objects.filter(**same).order_by("-day", "-pk")
        return (
            self.order_by().values("group", "language")
            .annotate(
                times_asked=Sum("times"),
                ways=Count("text", distinct=True),
                last_day=Max("day"),
                question_id=Max("pk"),
                last_results=Subquery(latest.values("results")[:1]),
                last_covered=Subquery(latest.values("covered")[:1]),
                is_answered=Exists(Answer.objects.filter(**same)),
            )
            .order_by("-times_asked", "-last_day", "group", "language")
        )  # fmt: skip


class AskedQuestion(models.Model):
    """A question as it was asked on one day, by however many. There is nothing in here about who asked."""

    text = models.CharField(_("question"), max_length=200)  # its words, in lower case: Question.key
    group = models.CharField(max_length=400)  # its stems, sorted: the same for all questions that ask for the same
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    day = models.DateField(_("day"))
    times = models.PositiveIntegerField(_("times asked"), default=1)
    # As somebody who has not signed in finds them, whoever asked.
    results = models.PositiveIntegerField(_("results"), default=0)
    # How much of the question the best result has, rare words counting more; a synonym counts as the word.
    covered = models.PositiveSmallIntegerField(_("covered, in percent"), default=0)
    was_corrected = models.BooleanField(_("was corrected"), default=False)

    objects = AskedQuestionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("question that was asked")
        verbose_name_plural = _("questions that were asked")
        permissions = [("tend_search", _("Can see what was asked, and look after the search"))]
        constraints = [
            models.UniqueConstraint(fields=["text", "language", "day"], name="one_row_per_question_and_day"),
        ]
        indexes = [models.Index(fields=["group", "language", "day"]), models.Index(fields=["day"])]

    def __str__(self):
        return self.text


class Answer(models.Model):
    """What an editor did about a group of questions, and how things were just before."""

    class Kind(models.TextChoices):
        SYNONYM = "synonym", _("Words for the same thing")
        PROMOTED = "promoted", _("A promoted result")
        PAGE = "page", _("A page was written")
        NOTE = "note", _("Not for us")
        OTHER = "other", _("Answered in another way")

    group = models.CharField(max_length=400)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    kind = models.CharField(
        _("what was done"), max_length=10, choices=Kind, help_text=_("So that others need not look into it again.")
    )
    note = models.TextField(
        _("note"), max_length=500, blank=True,
        help_text=_("For other editors, such as why this is not for us. At most 500 characters."),
    )  # fmt: skip
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"))
    # How it was before: results then, and how often it had been asked that day already.
    results_before = models.PositiveIntegerField(default=0)
    covered_before = models.PositiveSmallIntegerField(default=0)
    asked_that_day = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("answer to a question")
        verbose_name_plural = _("answers to questions")
        constraints = [models.UniqueConstraint(fields=["group", "language"], name="one_answer_per_group")]

    def __str__(self):
        return self.get_kind_display()


# How groups can be narrowed, by what the address says.
STATES = {
    "unanswered": Q(last_covered__lt=HALF, is_answered=False),
    "few": Q(is_answered=False) & (Q(last_results__lte=FEW) | Q(last_covered__lt=MOST)),
    "answered": Q(is_answered=True),
    "all": Q(),
}
