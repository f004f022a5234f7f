"""What waits for an editor today. Rooms say it in their `today.py`; the admin shows it first."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.urls import reverse

# So many things of each heap are shown; the others are behind "All of them".
SHOWN = 5

_builders = []


@dataclass(frozen=True)
class Action:
    """A button beside a thing that waits: it posts to `url`, and comes back to where it was pressed."""

    words: str
    url: str
    fields: dict = field(default_factory=dict)  # what is posted besides the token
    is_grave: bool = False  # takes something away


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: what it is, where to see it, and what can be done with it on the spot."""

    title: str
    url: str
    detail: str = ""
    since: object = None  # an aware datetime or a date, from which it waits
    until: object = None  # the same, by which something has to be done
    actions: Sequence = ()  # of Action


@dataclass(frozen=True)
class Heap:
    """The things of one sort that wait, the most pressing first, and the way to all of them."""

    heading: str
    things: Sequence  # of Waiting, a handful of them
    count: int  # of all of them
    more_url: str = ""


def register_heap(position):
    """Return a decorator that registers `build(request) -> Heap or None` at `position`, lowest first.

    `build` decides who may see the heap, and returns None for the others. It takes a fixed number of queries.
    """

    def register(build):
        _builders.append((position, build))
        _builders.sort(key=lambda pair: pair[0])
        return build

    return register


def heaps_for(request):
    """Return the heaps that hold something for the reader of `request`, in order."""
    heaps = (build(request) for _, build in _builders)
    return [heap for heap in heaps if heap and heap.count]


def back_from(request, otherwise):
    """Return where to go after an action: to the admin's first page if it was pressed there, else to `otherwise`."""
    home = reverse("wagtailadmin_home")
    return home if request.POST.get("next") == home else otherwise
