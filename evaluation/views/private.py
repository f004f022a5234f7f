"""What all private pages have in common: who may open them, and what they show."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from hub.private_pages import private_page

from .. import actions
from ..actions import EvaluationError
from ..links import key_in, private_address, token_of
from ..models import Person


def for_person(view=None, *, methods=("GET", "HEAD", "POST"), lead=False, result=False, team=False):
    """Mark a view behind a private link: it gets the `Person` instead of the token, and 404 without one.

    `lead`: only for whoever began the evaluation. `team`: only in a team. `result`: only once there is a result;
    before that the reader is led to the first page.
    """

    def mark(view):
        @wraps(view)
        @private_page(methods=methods)
        def person_view(request, token, **kwargs):
            try:
                person = get_person(token)
            except Http404:
                if request.method != "POST":
                    raise
                # The form that made the new link was sent twice.
                return redirect(private_address(get_person(request.POST.get("new_link", ""))))
            evaluation = person.evaluation
            if (lead and not person.is_lead) or (team and not evaluation.is_team):
                raise Http404("This page is for others of the team.")
            if result and not evaluation.has_result:
                return redirect(private_address(person))
            if request.method != "HEAD":
                actions.used(evaluation=evaluation)
            return view(request, person, **kwargs)

        return person_view

    return mark(view) if view else mark


def get_person(token):
    """Return whoever a private link belongs to, or raise `Http404`."""
    key = key_in(token)
    person = (
        Person.objects.filter(key=key)
        .select_related("evaluation__organisation", "evaluation__version__questionnaire", "user")
        .first()
        if key
        else None
    )
    if person is None:
        raise Http404("There is no such link.")
    return person


def about(person, **more):
    """Return the context that all private pages need."""
    evaluation = person.evaluation
    return {
        "person": person,
        "evaluation": evaluation,
        "questionnaire": evaluation.version.questionnaire,
        "token": token_of(person),
        "my_url": private_address(person),
        "urls": {name: private_address(person, name) for name in NAMES if _may_see(person, name)},
        **more,
    }


NAMES = ["result", "plan", "differences", "export", "delete", "again", "invite"]


def _may_see(person, name):
    evaluation = person.evaluation
    if name in ("result", "plan"):
        return evaluation.has_result
    if name == "differences":
        return evaluation.is_team and evaluation.has_result
    if name == "again":
        return person.is_lead and evaluation.has_result
    if name == "invite":
        return person.is_lead and evaluation.is_team and evaluation.is_open
    return True


def do(request, action, done, back):
    """Do something that may be refused, say how it went, and lead back."""
    try:
        action()
    except EvaluationError as error:
        messages.error(request, str(error))
    else:
        if done:
            messages.success(request, done)
    return redirect(back)


def download(content, content_type, person, ending):
    """Return a file to be kept, with a name that tells whose it is and of which day."""
    response = HttpResponse(content, content_type=content_type)
    name = slugify(person.evaluation.organisation.name, allow_unicode=True) or "self-evaluation"
    day = timezone.localdate()
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{name}-{day}.{ending}")
    return response
