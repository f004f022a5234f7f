"""What people who take a place are told by mail: plain text, in the language in which they asked.

Mail goes to the person who answers for the party. It says who has a place, never what anybody wrote about access.
"""

from email.encoders import encode_base64
from email.mime.base import MIMEBase

from django.utils import translation

from hub.letters import letter, public_address

from .calendar_files import registration_calendar


def tell_result(registration):
    """Tell who has a place and who is on the waiting list, with the calendar file."""
    _send("emails/events/result.txt", registration, with_calendar=True)


def tell_again(registration):
    """Tell somebody who asked a second time that they are registered, with the link to their registration."""
    _send("emails/events/again.txt", registration, with_calendar=True)


def tell_promoted(registration, attendees):
    """Tell that `attendees` came from the waiting list to a place."""
    _send("emails/events/promoted.txt", registration, with_calendar=True, attendees=attendees)


def tell_given_up(registration, attendees, *, had_place, by_organiser):
    """Tell that `attendees` gave up their places, or that an organiser took them off the list.

    Where nobody of the party has a place any more, a calendar file takes the event out of their calendar.
    """
    _send(
        "emails/events/given_up.txt",
        registration,
        calls_off=had_place and not registration.attendees.confirmed().exists(),
        attendees=attendees,
        by_organiser=by_organiser,
    )


def _send(template, registration, *, with_calendar=False, calls_off=False, **context):
    event = registration.event
    page = event.in_language(registration.language)
    people = list(registration.attendees.coming())
    have_place = [attendee for attendee in people if attendee.has_place]
    message = letter(
        template,
        to=registration.contact_email,
        language=registration.language,
        registration=registration,
        event=event,
        title=page.title,
        have_place=have_place,
        waiting=[attendee for attendee in people if attendee.is_waiting],
        event_url=public_address(page),
        **context,
    )
    if (with_calendar and have_place) or calls_off:
        with translation.override(registration.language):
            message.attach(_calendar_part(registration, page))
    message.send()


def _calendar_part(registration, page):
    """Return the calendar file as a part of a mail; in base64, so that no server on the way changes its lines."""
    method, content = registration_calendar(registration, page)
    part = MIMEBase("text", "calendar", charset="utf-8", method=method, name="event.ics")
    part.set_payload(content)
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename="event.ics")
    return part
