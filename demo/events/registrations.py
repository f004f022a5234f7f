"""The people who registered for the events. Their names are put together from two lists, the same at each load."""

from datetime import timedelta
from random import Random

from events.models import Attendee, Registration
from tests.factories.events import AttendeeFactory, RegistrationFactory

FIRST = (
    "Aisha Agnieszka Ahmed Anneliese Ayodele Beatriz Bilal Blessing Caroline Chidi Chloe Daniel Deborah Diego Elif "
    "Emeka Fatou Femi Gareth Grace Hamza Helen Ibrahim Ines Jacqueline Jamal Jian Joseph Kemal Keisha Kwame Leila "
    "Liam Maeve Magda Mehmet Miriam Mohammed Nadia Neil Olga Omar Patience Patrick Priya Quynh Rafael Rania Ruth "
    "Sadia Sean Selam Shanelle Siobhan Sofia Sunil Tariq Thandi Tomasz Uzma Valentina Vikram Wanjiru Wei Yasmin "
    "Zainab"
)
LAST = (
    "Abdi Adebayo Ali Andersson Asante Bailey Barros Bhatt Campbell Castillo Chowdhury Conteh Costa Daley Demir "
    "Diallo Edwards Ellis Farah Fernandes Gordon Goldberg Hassan Hughes Hussain Ivanova Jackson Kamara Kaur Khan "
    "Kiely Kovacs Lewis Mahmood Malik McKenzie Mendes Mohamud Morgan Murphy Ncube Nguyen Nowak O'Connor Okafor Osman "
    "Owusu Patel Pereira Petrov Popescu Quaye Rahman Reid Robinson Sesay Sharma Silva Simpson Suleiman Taylor Tekle "
    "Uddin Varga Walsh White Yeboah Zhang"
)
ACCESS_NEEDS = [
    "I use a powered wheelchair, 68 cm wide.",
    "British Sign Language interpreter, please.",
    "Papers by e-mail in large print (18 point), a week before.",
    "I need to sit near the door and may go out for a while.",
    "Spanish interpreting for my mother, who comes with me.",
    "Bengali (Sylheti). I can speak English but I do not read it well.",
    "No photographs of me, please.",
    "My assistance dog comes with me. Her name is Biscuit.",
    "Hearing loop, and please ask people to use the microphone.",
    "Easy read. And somebody to go through it with me before we start.",
    "I have to leave at three to fetch my son.",
    "Halal food. No peanuts in the room, it is serious.",
    "I get tired. Is there somewhere to lie down for half an hour?",
    "I am blind. Please meet me at the station; I will ring.",
    "Arabic interpreting would help me.",
    "My carer comes with me. Does she need her own place?",
    "A chair with arms.",
    "Captions if you show a film.",
]


def load(world, page, confirmed=0, waiting=0, gave_up=0, members=""):
    """Register that many people; `members` are the short names of members among those who have a place."""
    rows = [(Attendee.Status.CONFIRMED, confirmed), (Attendee.Status.WAITING, waiting)]
    statuses = [status for status, number in rows for _ in range(number)]
    chance = Random(page.slug)  # noqa: S311 (names, not secrets)
    opened = min(world.now, page.starts_at) - timedelta(days=34)
    step = timedelta(days=33) / max(len(statuses), 1)
    users = [world.people[short] for short in members.split()]
    attendees = []
    while statuses:
        user = users.pop() if users else None
        party = 1 if user or chance.random() < 0.8 else min(len(statuses), chance.choice([2, 2, 3]))
        name = user.name if user else _name(chance)
        registration = RegistrationFactory(
            event=page,
            contact_name=name,
            contact_email=user.email if user else f"{page.slug}-{len(attendees)}@example.org",
            user=user,
            language=user.language if user else chance.choice(["en"] * 12 + ["es", "ar"]),
        )
        for number in range(party):
            needs = chance.choice(ACCESS_NEEDS) if chance.random() < 0.24 else ""
            attendees.append(
                AttendeeFactory(
                    registration=registration,
                    name=_name(chance) if number else name,
                    status=statuses.pop(0),
                    access_needs=needs,
                )
            )
    _spread(attendees, opened, step)
    _give_up(world, page, gave_up, chance)


def _name(chance):
    return f"{chance.choice(FIRST.split())} {chance.choice(LAST.split())}".replace("'", "’")


def _spread(attendees, opened, step):
    """Let people have asked one after the other, over the weeks before."""
    for number, attendee in enumerate(attendees):
        attendee.queued_at = attendee.registration.created_at = opened + step * number
    Attendee.objects.bulk_update(attendees, ["queued_at"])
    Registration.objects.bulk_update({attendee.registration for attendee in attendees}, ["created_at"])


def _give_up(world, page, number, chance):
    """Add some who had a place and gave it up."""
    for count in range(number):
        cancelled_at = min(page.starts_at - timedelta(days=3), world.ago(2 + count, 17))
        registration = RegistrationFactory(
            event=page, contact_name=_name(chance), contact_email=f"{page.slug}-gave-up-{count}@example.org"
        )
        AttendeeFactory(registration=registration, status=Attendee.Status.CANCELLED, cancelled_at=cancelled_at)
        Registration.objects.filter(pk=registration.pk).update(
            cancelled_at=cancelled_at, created_at=cancelled_at - timedelta(days=9)
        )
