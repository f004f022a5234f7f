"""What the home page shows of each room. Rooms say it themselves, so that the home page need not know them."""

from collections.abc import Sequence
from dataclasses import dataclass

_builders = []


@dataclass(frozen=True)
class Section:
    """A row of the home page: a heading, a few things, and the way to all of them."""

    heading: str
    items: Sequence
    more_words: str
    more_url: str
    template: str = "components/card_row.html"


def register_section(position):
    """Return a decorator that registers `build(request) -> Section or None` at `position`, lowest first."""

    def register(build):
        _builders.append((position, build))
        _builders.sort(key=lambda pair: pair[0])
        return build

    return register


def home_sections(request):
    """Return the sections that have something to show, in order; one query each."""
    sections = (build(request) for _, build in _builders)
    return [section for section in sections if section and section.items]
