"""What people who evaluate are told by mail. A mail holds links and dates, never an answer or a score."""

from django.utils import translation
from django.utils.formats import date_format

from hub.letters import letter, post

from .links import confirm_address, end_reminders_address, full, join_address, private_address


def tell_link(person):
    """Mail a person their private link, and where to confirm the address."""
    _write(
        "emails/evaluation/link.txt",
        person,
        confirm_url=lambda: "" if person.email_confirmed_at else full(confirm_address(person)),
    )


def tell_links(email, people):
    """Mail somebody all their private links at once."""
    if people:
        language = people[0].evaluation.language
        with translation.override(language):
            links = [(person.evaluation, full(private_address(person))) for person in people]
        post([letter("emails/evaluation/links.txt", to=email, language=language, links=links)])


def tell_invitation(evaluation, *, to, by):
    """Mail a colleague the link by which they join."""
    with translation.override(evaluation.language):
        url = full(join_address(evaluation))
    post([
        letter(
            "emails/evaluation/invitation.txt",
            to=to,
            language=evaluation.language,
            evaluation=evaluation,
            by=by,
            join_url=url,
        )
    ])  # fmt: skip


def tell_finished(evaluation, *, by):
    """Tell the others of a team, as far as mail reaches them, that all have finished and where they differ."""
    for person in evaluation.people.exclude(pk=by.pk).exclude(email="").exclude(email_confirmed_at=None):
        _write(
            "emails/evaluation/finished.txt",
            person,
            by=lambda: by,
            differences_url=lambda person=person: full(private_address(person, "differences")),
        )


def tell_reminders(person, week, day):
    """Remind a person of actions that are due in a week, and of those that are due today, in one mail."""
    with translation.override(person.evaluation.language):
        ends = full(end_reminders_address(person))
        plan = full(private_address(person, "plan"))
    post([
        letter(
            "emails/evaluation/reminder.txt",
            to=person.email,
            language=person.evaluation.language,
            ends_at=ends,
            person=person,
            evaluation=person.evaluation,
            week=week,
            day=day,
            plan_url=plan,
            ends_url=ends,
        )
    ])  # fmt: skip


def tell_of_deletion(evaluation, *, on):
    """Tell those whom mail reaches that the evaluation will be deleted unless somebody opens it."""
    for person in evaluation.people.exclude(email="").exclude(email_confirmed_at=None):
        _write("emails/evaluation/deletion.txt", person, on=lambda: date_format(on, "DATE_FORMAT"))


def _write(template, person, **context):
    """Write to one person; the context is made in their language."""
    language = person.evaluation.language
    with translation.override(language):
        made = {name: make() for name, make in context.items()}
        url = full(private_address(person))
    made |= {"person": person, "evaluation": person.evaluation, "url": url}
    post([letter(template, to=person.email, language=language, **made)])
