"""Making the figures about several organisations, once a quarter, by the rules in `evaluation.disclosure`."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..disclosure import digest, may_come_out, rounded
from ..models import BenchmarkFigure, BenchmarkRun, CountedScore, Evaluation, Questionnaire
from ..results import given_in
from ..scores import mean, score_of, section_score

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
    share_keys(questionnaire=questionnaire)
    organisations = counted_organisations(questionnaire)
    content = questionnaire.newest.content
    earlier = _digests(BenchmarkFigure.objects.filter(questionnaire=questionnaire))
    shown = _digests(BenchmarkFigure.objects.filter(questionnaire=questionnaire, is_shown=True))
    new = 0
    for section in content.sections:
        scores = _scores(section, organisations, set().union(*earlier.values()))
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
    """Return (keys, answers) of each organisation that agreed: its latest evaluation, of the last two years.

    One organisation counts once: so does everything with the same name, or with the same address behind it.
    """
    evaluations = _evaluations(questionnaire).filter(is_counted=True, created_at__gt=timezone.now() - COUNTED_FOR)
    groups = _by_organisation(
        [each for each in evaluations.select_related("version") if each.proven_at and each.has_result]
    )
    return [(group[0].organisation.all_keys, given_in(group[0])) for group in groups]


@transaction.atomic
def share_keys(*, questionnaire):
    """Let all rows of one organisation know one another's keys, so that its answers are known again as long as one of
    the rows is there: who begins anew and answers the same adds nothing new to a figure."""
    for group in _by_organisation(_evaluations(questionnaire)):
        organisations = {each.organisation_id: each.organisation for each in group}.values()
        keys = sorted({key for each in organisations for key in each.all_keys})
        for organisation in organisations:
            others = [key for key in keys if key != str(organisation.counting_key)]
            if sorted(organisation.other_keys) != others:
                organisation.other_keys = others
                organisation.save(update_fields=["other_keys"])


def _evaluations(questionnaire):
    """Return all evaluations, the latest first, with the `address` of who leads and when it was proven to be theirs."""
    return (
        Evaluation.objects.filter(version__questionnaire=questionnaire, people__is_lead=True)
        .select_related("organisation")
        .annotate(address=F("people__email"), proven_at=F("people__email_confirmed_at"))
        .order_by("-created_at", "-pk")
    )


def _by_organisation(evaluations):
    """Return lists of those that have an organisation, a name or an address in common, also by way of others."""
    groups = []  # (evaluations, marks)
    for evaluation in evaluations:
        marks = {
            ("organisation", evaluation.organisation_id),
            ("name", "".join(filter(str.isalnum, evaluation.organisation.name.casefold()))),
        }
        if evaluation.proven_at:
            marks.add(("address", mailbox(evaluation.address)))
        same = [group for group in groups if not group[1].isdisjoint(marks)]
        groups = [group for group in groups if group not in same]
        members = [each for group in same for each in group[0]]
        groups.append(([*members, evaluation], marks.union(*(group[1] for group in same))))
    return [sorted(group, key=lambda each: (each.created_at, each.pk), reverse=True) for group, _marks in groups]


def mailbox(address):
    """Return the mailbox behind an address: me+1@example.org and me+2@example.org are read by one person."""
    local, _at, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0] or local}@{domain}"


def _scores(section, organisations, known):
    """Return the scores of a section by their digests, of the organisations that answered enough of it to have one.

    Of the digests that stand for the same answers of one organisation, that is taken which is `known` already.
    """
    scores = {}
    for keys, answers in organisations:
        own = {
            question.key: round(score, 6)
            for question in section.questions
            if (score := score_of(question, answers.get(question.key))) is not None
        }
        if section_score(section, answers).score is not None:
            digests = [digest(key, own) for key in keys]
            scores[next((each for each in digests if each in known), digests[0])] = mean(own.values())
    return scores


def _digests(figures):
    found = {pk: set() for pk in figures.values_list("pk", flat=True)}
    for pk, each in CountedScore.objects.filter(figure__in=figures).values_list("figure", "digest"):
        found[pk].add(each)
    return found
