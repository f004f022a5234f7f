"""What uses a page, for the page to show.

Wagtail knows which pages refer to it. Of what is no page, rooms tell in a module `uses`.
"""

from dataclasses import dataclass

_finders = []


@dataclass(frozen=True)
class Use:
    """Something that uses a page, as everybody may see it."""

    kind: str
    title: str
    url: str
    language: str


def register_uses(find):
    """Register `find(page)`, which returns a list of `Use`s of a page and its translations, in one query."""
    _finders.append(find)
    return find


def uses_beside_pages(page):
    """Return what uses `page` and is no page itself, as rooms tell it."""
    return [use for find in _finders for use in find(page)]
