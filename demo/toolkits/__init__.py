"""The toolkits of the demo: six, each with its steps and files."""

from knowledge.models import ToolkitFile
from tests.factories.knowledge import ToolkitPageFactory

from ..markup import block, smart, stream
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
            steps=[block("step", _step(step, world)) for step in toolkit.steps],
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
