"""Beginning an evaluation, joining one, leaving one, and getting one's link back."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import emails
from ..models import Evaluation, Organisation, Person, Questionnaire
from ..models.answers import make_key
from .errors import EvaluationError

MOST_PEOPLE = 30  # in one team


@transaction.atomic
def start(*, questionnaire, organisation, name, email="", is_team=False, language="en", submission_key=None, by=None):
    """Begin an evaluation of the newest version for `organisation`, a name or an `Organisation`; return its lead.

    The same form sent twice (`submission_key`) returns the lead that it made before. An address gets a mail with the
    private link. Raises `EvaluationError` if nothing is published to be answered.
    """
    sent = _sent_before(Evaluation, submission_key)
    if sent:
        return sent.people.get(is_lead=True)
    questionnaire = Questionnaire.objects.published().filter(pk=questionnaire.pk).first()
    if questionnaire is None:
        raise EvaluationError(_("This self-evaluation cannot be begun any more."))
    if not isinstance(organisation, Organisation):
        organisation = Organisation.objects.create(name=organisation)
    evaluation = _make(
        Evaluation,
        organisation=organisation,
        version=questionnaire.newest,
        is_team=is_team,
        language=language,
        submission_key=submission_key,
    )
    return _add(evaluation, name=name, email=email, by=by, is_lead=True)


def start_again(*, person, is_team, submission_key=None, by=None):
    """Begin another evaluation for the same organisation, to be compared with this one; return its lead.

    Raises `EvaluationError` unless `person` leads this one, or if nothing is published to be answered.
    """
    _need_lead(person)
    evaluation = person.evaluation
    lead = start(
        questionnaire=evaluation.version.questionnaire,
        organisation=evaluation.organisation,
        name=person.name,
        email=person.email,
        is_team=is_team,
        language=evaluation.language,
        submission_key=submission_key,
        by=by or person.user,
    )
    if lead.email == person.email and person.email_confirmed_at and not lead.email_confirmed_at:
        lead.email_confirmed_at = person.email_confirmed_at
        lead.save()
    return lead


@transaction.atomic
def join(*, evaluation, name, email="", submission_key=None, by=None):
    """Add a colleague to a team and return the person. The same form sent twice returns the same person.

    Raises `EvaluationError` if answering is over, or if the team is full.
    """
    sent = _sent_before(Person, submission_key)
    if sent and sent.evaluation_id == evaluation.pk:
        return sent
    evaluation = lock(evaluation)
    if not evaluation.is_team or not evaluation.is_open:
        raise EvaluationError(_("The team has finished answering, so nobody can join any more."))
    if evaluation.people.count() >= MOST_PEOPLE:
        raise EvaluationError(_("This team has %(number)d people already.") % {"number": MOST_PEOPLE})
    return _add(evaluation, name=name, email=email, by=by, submission_key=None if sent else submission_key)


@transaction.atomic
def invite(*, person, email):
    """Mail the link by which colleagues join to `email`.

    Raises `EvaluationError` unless `person` leads a team that still answers.
    """
    _need_open_team(person)
    emails.tell_invitation(person.evaluation, to=email, by=person)


@transaction.atomic
def renew_invitation(*, person):
    """Make the link by which colleagues join invalid, so that there is a new one. Who joined stays.

    Raises `EvaluationError` unless `person` leads a team that still answers.
    """
    _need_open_team(person)
    evaluation = lock(person.evaluation)
    evaluation.join_key = make_key()
    evaluation.save(update_fields=["join_key"])


@transaction.atomic
def remove_person(*, person, by):
    """Take somebody out of a team with everything they answered. They may do it themselves, or the lead may.

    Does nothing a second time. Raises `EvaluationError` for the lead, who can only delete the whole evaluation, and
    once answering is over for anybody but themselves.
    """
    evaluation = lock(person.evaluation)
    if by.evaluation_id != evaluation.pk or (by.pk != person.pk and not by.is_lead):
        raise EvaluationError(_("Only the person who began the evaluation can do this."))
    if person.is_lead:
        raise EvaluationError(_("You began this evaluation. You can only delete all of it."))
    if by.pk != person.pk and not evaluation.is_open:
        raise EvaluationError(_("The team has finished answering. Only they themselves can take their answers back."))
    Person.objects.filter(pk=person.pk).delete()


@transaction.atomic
def change_address(*, person, email, key=None):
    """Change where a person gets mail, and mail them their private link; an empty text forgets the address.

    Whoever reads the mail of the former address has the link, so there is a new one (see `renew_link`).
    """
    if person.email and person.email.lower() != email.lower():
        renew_link(person=person, key=key)
    if person.email != email:
        person.email, person.email_confirmed_at = email, None
        if not email:
            person.wants_reminders = False
        person.save()
    if email:
        _confirm_if_proven(person)
        emails.tell_link(person)
    return person


@transaction.atomic
def renew_link(*, person, key=None):
    """Make a private link invalid, so that there is a new one, by `key` if nobody else has that."""
    person.key = make_key() if key is None or Person.objects.filter(key=key).exists() else key
    person.save(update_fields=["key"])


@transaction.atomic
def confirm_address(*, person):
    """Note that mail reaches a person. A second time changes nothing."""
    if person.email and not person.email_confirmed_at:
        person.email_confirmed_at = timezone.now()
        person.save(update_fields=["email_confirmed_at"])


@transaction.atomic
def mail_links(*, email):
    """Mail somebody all private links that belong to their address. An address that we do not know gets nothing."""
    people = Person.objects.filter(email__iexact=email).select_related(
        "evaluation__organisation", "evaluation__version__questionnaire"
    )
    emails.tell_links(email, list(people.order_by("-evaluation__created_at")[:20]))


def used(*, evaluation):
    """Note that somebody opened the evaluation, so that it is kept: at most once a day, to write little."""
    now = timezone.now()
    if evaluation.warned_at or evaluation.last_used_at < now - timedelta(days=1):
        Evaluation.objects.filter(pk=evaluation.pk).update(last_used_at=now, warned_at=None)


# What the actions have in common --------------------------------------------------------------------------------------


def lock(evaluation):
    """Return an evaluation as it is now, held until the transaction ends. Raises `EvaluationError` if it is gone."""
    held = Evaluation.objects.select_for_update().filter(pk=evaluation.pk).first()
    if held is None:
        raise EvaluationError(_("This evaluation was deleted."))
    return held


def _need_lead(person):
    if not person.is_lead:
        raise EvaluationError(_("Only the person who began the evaluation can do this."))


def _need_open_team(person):
    _need_lead(person)
    if not person.evaluation.is_team or not person.evaluation.is_open:
        raise EvaluationError(_("The team has finished answering, so nobody can join any more."))


def _sent_before(model, submission_key):
    return model.objects.filter(submission_key=submission_key).first() if submission_key else None


def _make(model, **fields):
    try:
        with transaction.atomic():
            return model.objects.create(**fields)
    except IntegrityError as error:  # the same form was sent at the same moment
        raise EvaluationError(_("This could not be saved. Send it once more.")) from error


def _add(evaluation, *, name, email, by, is_lead=False, submission_key=None):
    user = by if by and by.is_authenticated else None
    person = _make(
        Person,
        evaluation=evaluation,
        name=name,
        email=email,
        user=user,
        is_lead=is_lead,
        submission_key=submission_key,
    )
    if email:
        _confirm_if_proven(person)
        emails.tell_link(person)
    return person


def _confirm_if_proven(person):
    """Signing in has proved that the address of the account is theirs."""
    if person.user and person.user.email.lower() == person.email.lower():
        confirm_address(person=person)
