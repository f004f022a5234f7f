"""Making the figures about several organisations, once a quarter, by the rules in `evaluation.disclosure`."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..disclosure import digest, may_come_out, rounded
from ..models import BenchmarkFigure, BenchmarkRun, CountedScore, Evaluation, Questionnaire
from ..results import given_in
from ..scores import mean, score_of

COUNTED_FOR = timedelta(days=730)  # an older evaluation tells of other times


def quarter_of(day):
    """Return the first day of the quarter that `day` is in."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def questionnaires_due():
    """Return the published questionnaires whose figures of this quarter were not made yet."""
    quarter = quarter_of(timezone.localdate())
    done = BenchmarkRun.objects.filter(quarter=quarter).values("questionnaire")
    return Questionnaire.objects.published().exclude(pk__in=done)


@transaction.atomic
def make_figures(*, questionnaire):
    """Make the figures of this quarter and return how many came out anew. Once made, they stay until the next quarter.

    Where a new figure may not come out, the one that is shown stays, if all whom it counts still agree; otherwise it is
    taken away.
    """
    questionnaire = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    quarter = quarter_of(timezone.localdate())
    if not BenchmarkRun.objects.get_or_create(questionnaire=questionnaire, quarter=quarter)[1]:
        return 0
    organisations = counted_organisations(questionnaire)
    content = questionnaire.newest.content
    earlier = _digests(BenchmarkFigure.objects.filter(questionnaire=questionnaire))
    shown = _digests(BenchmarkFigure.objects.filter(questionnaire=questionnaire, is_shown=True))
    new = 0
    for section in content.sections:
        scores = _scores(section, organisations)
        figures = BenchmarkFigure.objects.filter(questionnaire=questionnaire, section=section.key, is_shown=True)
        if may_come_out(scores.keys(), earlier.values()):
            figures.update(is_shown=False)
            figure = BenchmarkFigure.objects.create(
                questionnaire=questionnaire,
                section=section.key,
                quarter=quarter,
                organisations=len(scores),
                percent=rounded(mean(scores.values())),
            )
            CountedScore.objects.bulk_create(CountedScore(figure=figure, digest=each) for each in scores)
            earlier[figure.pk] = set(scores)
            new += 1
        else:
            gone = [pk for pk in figures.values_list("pk", flat=True) if not shown[pk] <= set(scores)]
            BenchmarkFigure.objects.filter(pk__in=gone).update(is_shown=False)
    sections = [section.key for section in content.sections]
    BenchmarkFigure.objects.filter(questionnaire=questionnaire).exclude(section__in=sections).update(is_shown=False)
    return new


def counted_organisations(questionnaire):
    """Return (counting key, answers) of each organisation that agreed: its latest evaluation, of the last two years.

    One organisation counts once: so does everything with the same name, or with the same address behind it.
    """
    evaluations = (
        Evaluation.objects.filter(
            version__questionnaire=questionnaire, is_counted=True, created_at__gt=timezone.now() - COUNTED_FOR
        )
        .filter(people__is_lead=True, people__email_confirmed_at__isnull=False)
        .select_related("organisation", "version")
        .annotate(address=F("people__email"))
        .order_by("-created_at", "-pk")
    )
    one_each = _one_of_each([each for each in evaluations if each.has_result])
    return [(evaluation.organisation.counting_key, given_in(evaluation)) for evaluation in one_each]


def _one_of_each(evaluations):
    """Return the first of those that have an organisation, a name or an address in common, also by way of others."""
    groups = []  # (first evaluation, marks)
    for evaluation in evaluations:
        marks = {
            ("organisation", evaluation.organisation_id),
            ("name", "".join(filter(str.isalnum, evaluation.organisation.name.casefold()))),
            ("address", evaluation.address.lower()),
        }
        same = [group for group in groups if not group[1].isdisjoint(marks)]
        groups = [group for group in groups if group not in same]
        first = same[0][0] if same else evaluation
        groups.append((first, marks.union(*(group[1] for group in same))))
    return [first for first, _marks in groups]


def _scores(section, organisations):
    """Return the scores of a section by their digests, of the organisations that answered something in it."""
    scores = {}
    for key, answers in organisations:
        own = {
            question.key: round(score, 6)
            for question in section.questions
            if (score := score_of(question, answers.get(question.key))) is not None
        }
        if own:
            scores[digest(key, own)] = mean(own.values())
    return scores


def _digests(figures):
    found = {pk: set() for pk in figures.values_list("pk", flat=True)}
    for pk, each in CountedScore.objects.filter(figure__in=figures).values_list("figure", "digest"):
        found[pk].add(each)
    return found
