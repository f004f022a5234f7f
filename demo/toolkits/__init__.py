"""The toolkits of the demo: six, each with its steps and files."""

from knowledge.models import Experience, KitVersion, ToolkitFile, ToolkitPage
from tests.factories.knowledge import ExperienceFactory, KitFollowerFactory, ToolkitPageFactory

from ..markup import block, rich_text, smart, stream
from . import listening, maps, meetings, payment, self_check, volunteers

TOOLKITS = [
    payment.TOOLKIT,
    meetings.TOOLKIT,
    listening.TOOLKIT,
    maps.TOOLKIT,
    self_check.TOOLKIT,
    volunteers.TOOLKIT,
]


def load(world, library):
    """Publish the toolkits below `library`."""
    for toolkit in TOOLKITS:
        checked, next_check = toolkit.checked
        files = [
            ToolkitFile(sort_order=number, document=world.documents[name], file_kind=kind)
            for number, (name, kind) in enumerate(toolkit.files)
        ]
        page = world.publish(
            ToolkitPageFactory,
            parent=library,
            by=toolkit.by,
            age=toolkit.age,
            edited=toolkit.edited,
            cover=toolkit.cover,
            themes=toolkit.themes,
            areas=toolkit.areas,
            title=toolkit.title,
            slug=toolkit.slug,
            summary=toolkit.summary,
            who_for=toolkit.who_for,
            time_needed=toolkit.time_needed,
            introduction=stream(toolkit.introduction, world),
            steps=[
                block("step", _step(step, world) | {"title": smart(_first_title(toolkit, number))})
                for number, step in enumerate(toolkit.steps, start=1)
            ],
            files=files,
        )
        world.keep(page, toolkit.looked_after_by or toolkit.by, checked=checked, next_check=next_check)


def _step(step, world):
    return {
        "title": smart(step.title),
        "aim": smart(step.aim),
        "minutes": step.minutes,
        "who": smart(step.who),
        "instructions": stream(step.instructions, world),
        "template_file": world.documents[step.template].pk if step.template else None,
    }


def _first_title(toolkit, number):
    """Return the title that a step had in the first version."""
    titles = [version.retitled[number] for version in toolkit.versions if number in version.retitled]
    return titles[0] if titles else toolkit.steps[number - 1].title


def grow(world):
    """Publish the later versions of toolkits, with what members say of them, and who is told."""
    for toolkit in TOOLKITS:
        page = world.pages[toolkit.slug]
        for version in toolkit.versions:
            _publish(world, toolkit, page, version)
        _date_versions(world, toolkit, page)
        world.backdate(page, age=toolkit.age, edited=toolkit.edited)
        for used in toolkit.used:
            _say(world, page, used)
        for who, number in toolkit.followers:
            _follow(world, page, who, number)
        for address in toolkit.asked:
            KitFollowerFactory(kit=page, email=address, confirmed_at=None, asked_at=world.ago(1))


def _publish(world, toolkit, page, version):
    page = ToolkitPage.objects.get(pk=page.pk)
    raw = [dict(each) for each in page.steps.raw_data]
    for number in version.steps:
        step = toolkit.steps[number - 1]
        raw[number - 1]["value"] = dict(raw[number - 1]["value"]) | {
            "example": rich_text(step.example, world),
            "example_file": world.documents[step.example_file].pk if step.example_file else None,
            "case_study": world.pages[step.case_study].pk if step.case_study else None,
        }
    for number in version.retitled:
        raw[number - 1]["value"] = dict(raw[number - 1]["value"]) | {"title": smart(toolkit.steps[number - 1].title)}
    if version.is_small:
        last = raw[-1]["value"] = dict(raw[-1]["value"])
        last["who"] = f"{last['who']} and a telephone"
    page.steps = raw
    page.files = [
        *page.files.all(),
        *(ToolkitFile(document=world.documents[name], file_kind=kind) for name, kind in version.files),
    ]
    page.change_note, page.is_small_correction = smart(version.note), version.is_small
    page.save_revision(user=world.people[toolkit.by]).publish(user=world.people["rosa"])


def _date_versions(world, toolkit, page):
    ages = [toolkit.age, *(version.age for version in toolkit.versions)]
    for row, age in zip(KitVersion.objects.filter(kit=page).order_by("pk"), ages, strict=True):
        KitVersion.objects.filter(pk=row.pk).update(published_at=world.ago(age, 10))


def _say(world, page, used):
    is_decided = used.status != Experience.Status.WAITING
    ExperienceFactory(
        kit=page,
        user=world.people[used.who],
        text=smart(used.text),
        place=smart(used.place),
        status=used.status,
        reason=smart(used.reason),
        created_at=world.ago(used.days, 17),
        decided_by=world.people["rosa"] if is_decided else None,
        decided_at=world.ago(used.days - 1, 10) if is_decided else None,
    )


def _follow(world, page, who, number):
    owner = {"email": who} if "@" in who else {"user": world.people[who]}
    KitFollowerFactory(kit=page, knows_number=number, confirmed_at=world.ago(30), asked_at=world.ago(30), **owner)
