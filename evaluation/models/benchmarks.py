"""Figures about several organisations: what may come out, and what was counted in it. See `evaluation.disclosure`."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..disclosure import HIGHEST, LEAST, LOWEST
from ..scores import as_level
from .questionnaires import Questionnaire


class BenchmarkRun(models.Model):
    """That the figures of a quarter were made: they are made once, whatever changes meanwhile."""

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="benchmark_runs")
    quarter = models.DateField()  # its first day
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("making of figures")
        verbose_name_plural = _("makings of figures")
        constraints = [models.UniqueConstraint(fields=["questionnaire", "quarter"], name="figures_once_a_quarter")]

    def __str__(self):
        return f"{self.questionnaire} {self.quarter}"


class BenchmarkFigure(models.Model):
    """The mean score of a section, rounded. One at a time is shown."""

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="benchmark_figures")
    section = models.CharField(max_length=64)  # its key
    quarter = models.DateField()
    organisations = models.PositiveIntegerField()
    percent = models.PositiveSmallIntegerField()
    is_shown = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(
                fields=["questionnaire", "section"], condition=Q(is_shown=True), name="one_figure_shown_per_section"
            ),
            models.CheckConstraint(condition=Q(organisations__gte=LEAST), name="no_figure_about_fewer_than_five"),
            models.CheckConstraint(
                condition=Q(percent__gte=LOWEST) & Q(percent__lte=HIGHEST), name="no_figure_that_tells_of_all"
            ),
        ]

    def __str__(self):
        return f"{self.section}: {self.percent}"

    @property
    def level(self):
        """The mean as readers see it, see `scores.as_level`."""
        return as_level(self.percent / 100)

    @property
    def is_lowest(self):
        return self.percent == LOWEST

    @property
    def is_highest(self):
        return self.percent == HIGHEST


class CountedScore(models.Model):
    """That a score is part of a figure that came out: a digest, from which neither organisation nor score is read."""

    figure = models.ForeignKey(BenchmarkFigure, on_delete=models.CASCADE, related_name="counted")
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("counted score")
        verbose_name_plural = _("counted scores")
        constraints = [models.UniqueConstraint(fields=["figure", "digest"], name="a_score_counts_once")]

    def __str__(self):
        return self.digest[:8]
