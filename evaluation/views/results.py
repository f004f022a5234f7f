"""What came out: scores in a picture and in words, beside last time's and others', and the answers behind them."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from .. import actions
from ..links import private_address
from ..models import BenchmarkFigure
from ..pictures import bars
from ..results import compare_with, differences, earlier_of, final_answers, proposals, scores_of
from .private import about, do, for_person


@for_person(methods=["GET", "HEAD"], result=True)
def show_result(request, person):
    evaluation = person.evaluation
    finals = final_answers(evaluation)
    earlier = earlier_of(evaluation)
    chosen = next(
        (each for each in earlier if str(each.pk) == request.GET.get("with")), earlier[0] if earlier else None
    )
    rows = _rows(evaluation, finals, chosen)
    comparisons = [row["comparison"] for row in rows if row["comparison"]]
    agreed = [each for each in differences(evaluation) if each.is_agreed] if evaluation.is_team else []
    return render(
        request,
        "evaluation/result.html",
        about(
            person,
            rows=rows,
            picture=bars(rows),
            earlier=earlier,
            chosen=chosen,
            has_others=any(row["others"] for row in rows),
            compared=sum(each.compared for each in comparisons),
            reworded=[one for each in comparisons for one in each.reworded],
            relevelled=[one for each in comparisons for one in each.relevelled],
            given=len(finals),
            of=len(evaluation.content.questions),
            agreed=len(agreed),
            is_agreed_by_all=all(each.is_answered_by_all for each in agreed),
            proposed=proposals(evaluation, finals),
        ),
    )


def _rows(evaluation, finals, chosen):
    """Return for each section its score, the comparison with the time that was chosen, the figure about others, and
    the answers: pairs of question and what counts, or None."""
    scores = scores_of(evaluation, finals)
    comparisons = compare_with(evaluation, chosen, finals) if chosen else [None] * len(scores)
    others = {
        figure.section: figure
        for figure in BenchmarkFigure.objects.filter(questionnaire=evaluation.version.questionnaire_id, is_shown=True)
    }
    return [
        {
            "score": score,
            "comparison": comparison,
            "others": others.get(score.section.key),
            "answers": [(question, finals.get(question.key)) for question in score.section.questions],
        }
        for score, comparison in zip(scores, comparisons, strict=True)
    ]


@for_person(methods=["POST"], lead=True, result=True)
def be_counted(request, person):
    agrees = request.POST.get("agrees") == "yes"
    done = (
        _("Thank you. You are counted among others from the next figures on.")
        if agrees
        else _("You are no longer counted. Figures that are out already stay until the next ones are made.")
    )
    action = lambda: actions.agree_to_be_counted(person=person, agrees=agrees)  # noqa: E731
    return do(request, action, done, private_address(person, "result"))
