"""Taking a place without an account, and the pages behind the link in the mail.

None of these pages is kept anywhere, and the address with the secret is told to no other site.
"""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.mail_limit import may_write_to
from hub.page_cache import public_page
from hub.private_pages import private_page

from . import actions
from .actions import RegistrationError
from .calendar_files import CONTENT_TYPE, event_calendar, registration_calendar
from .forms import ChangeForm, RegistrationForm
from .models import EventPage, Registration

# Taking a place -------------------------------------------------------------------------------------------------------


@private_page
def register(request, pk):
    event = _get_event(pk)
    if request.method != "POST":
        return _show_register(request, event, RegistrationForm(initial=_about_me(request.user)))
    form = RegistrationForm(request.POST)
    if not form.is_valid():
        return _show_register(request, event, form)
    if not ratelimit.consume(request, action="register_event"):
        form.add_error(None, _("Many places were asked for from here in a short time. Try again in an hour."))
        return _show_register(request, event, form, status=429)
    address = form.cleaned_data["contact_email"]
    if not may_write_to(address):
        form.add_error("contact_email", _("We have written to this address several times. Try again in an hour."))
        return _show_register(request, event, form)
    try:
        registration = actions.register(
            event=event,
            contact_name=form.cleaned_data["contact_name"],
            contact_email=address,
            people=form.people,
            language=get_language(),
            submission_key=form.cleaned_data["submission_key"],
            by=request.user if request.user.is_authenticated else None,
        )
    except RegistrationError as error:
        form.add_error(None, str(error))
        return _show_register(request, event, form)
    if request.user.is_authenticated and request.user.email.lower() == address.lower():
        return redirect(registration)  # signing in has proved that the address is theirs
    messages.success(request, _("We have written to %(address)s.") % {"address": address})
    return redirect("events:registered", pk)


@private_page
def show_registered(request, pk):
    """Say what comes next. The same page for everybody: it must not tell whether an address was known."""
    return render(request, "events/registered.html", {"event": _get_event(pk)})


@require_safe
@public_page
def download_calendar(request, pk):
    event = _get_event(pk)
    return _calendar(event_calendar(event), event)


def _get_event(pk):
    events = EventPage.objects.live().public().select_related("venue", "locale")
    return get_object_or_404(events, id=pk)  # not `pk`, a relation, which numbers that no database can hold would break


def _show_register(request, event, form, *, status=200):
    refused = event.why_no_registering()
    context = {"event": event, "form": form, "refused": refused}
    return render(request, "events/register.html", context, status=status)


def _about_me(user):
    return {"contact_name": user.name, "contact_email": user.email} if user.is_authenticated else {}


# Behind the link in the mail ------------------------------------------------------------------------------------------


@private_page
def manage(request, token):
    registration = _get_registration(token)
    attendees = list(registration.attendees.coming())
    form = ChangeForm(
        request.POST if request.method == "POST" else None, registration=registration, attendees=attendees
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(
                registration=registration, contact_name=form.cleaned_data["contact_name"], people=form.people
            )
        except RegistrationError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your changes are saved."))
            return redirect(registration)
    context = _about(registration) | {"attendees": attendees, "form": form}
    context["has_place"] = any(attendee.has_place for attendee in attendees)
    return render(request, "events/manage.html", context)


@private_page
def give_up(request, token, pk):
    registration = _get_registration(token)
    attendee = get_object_or_404(registration.attendees, pk=pk)
    if request.method == "POST":
        done = _("%(name)s is off the list.") % {"name": attendee.name}
        return _do(request, registration, lambda: actions.give_up(attendee=attendee), done)
    leaving = [attendee] if attendee.has_place or attendee.is_waiting else []
    return _ask_before_giving_up(request, registration, leaving)


@private_page
def give_up_all(request, token):
    registration = _get_registration(token)
    if request.method == "POST":
        done = _("Thank you for telling us. You are off the list.")
        return _do(request, registration, lambda: actions.give_up_all(registration=registration), done)
    return _ask_before_giving_up(request, registration, list(registration.attendees.coming()))


@private_page
def download_own_calendar(request, token):
    registration = _get_registration(token)
    if not registration.attendees.confirmed().exists():
        raise Http404("Nobody in this registration has a place.")
    page = registration.event.in_language(registration.language)
    return _calendar(registration_calendar(registration, page)[1], page)


def _get_registration(token):
    return get_object_or_404(Registration.objects.select_related("event__venue", "event__locale"), token=token)


def _about(registration):
    return {
        "registration": registration,
        "event": registration.event,
        "event_page": registration.event.in_language(get_language()),
    }


def _do(request, registration, action, done):
    try:
        action()
    except RegistrationError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect(registration)


def _ask_before_giving_up(request, registration, leaving):
    if not leaving or registration.event.is_past:
        return redirect(registration)
    return render(request, "events/give_up.html", _about(registration) | {"leaving": leaving})


def _calendar(content, event):
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{event.slug}.ics")
    return response
