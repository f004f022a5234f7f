"""Kits with steps for the tests, and how an editor publishes them."""

import uuid

from knowledge.models import ToolkitPage
from tests.factories.knowledge import ToolkitPageFactory


def step(title, **value):
    """Return a step as StreamField keeps it. Its key is made of the title that it is first given."""
    key = value.pop("key", None) or str(uuid.uuid5(uuid.NAMESPACE_URL, title))
    return {"type": "step", "value": {"title": title, **value}, "id": key}


def text(html):
    return {"type": "text", "value": html}


def make_kit(library, *titles, **fields):
    """Return a published kit with a step for each title: its first version."""
    steps = fields.pop("steps", None) or [step(title) for title in titles]
    kit = ToolkitPageFactory(parent=library, live=False, steps=steps, **fields)
    kit.save_revision().publish()
    return ToolkitPage.objects.get(pk=kit.pk)


def publish(kit, *, note="", small=False, by=None, **fields):
    """Publish a kit with other fields, as an editor does, and return it."""
    kit = ToolkitPage.objects.get(pk=kit.pk)
    for name, value in fields.items():
        setattr(kit, name, value)
    kit.change_note, kit.is_small_correction = note, small
    kit.save_revision(user=by).publish(user=by)
    return ToolkitPage.objects.get(pk=kit.pk)


def versions(kit):
    """Return (number, note, whether it matters) of each version, the first one first."""
    return list(kit.versions.order_by("pk").values_list("number", "note", "matters"))
