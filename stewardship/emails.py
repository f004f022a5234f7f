"""What owners, deputies and editors are told by mail: one mail for each person, however many pages there are."""

from datetime import timedelta

from hub.letters import letter, post, public_address
from hub.models import HubSettings
from hub.signed_links import LinkKind
from members.roles import who_may

EDIT = "stewardship.change_stewardship"
# A link counts as long as the check that it asks about still waits; so it may lie in a mailbox for a good while.
CHECK_LINK = LinkKind("stewardship-check", timedelta(days=200))
# A mail names so many pages of each sort; the others are in the reader's list.
MOST_PAGES = 40


def editors():
    """Return the active members whose role lets them say who looks after pages."""
    return who_may(EDIT)


def token_for(row, reader):
    """Return the token with which `reader` answers the check of `row` that is due now, and no other."""
    return CHECK_LINK.sign([row.pk, reader.pk], state=row.next_check_on.isoformat())


def due_letter(reader, *, own=(), as_deputy=(), as_editor=(), hub=None):
    """Return the mail that lists all pages of `reader` that are to be checked. Nothing is sent yet."""
    parts = {"own": own, "as_deputy": as_deputy, "as_editor": as_editor}
    listed = {name: [_line(row, reader) for row in rows[:MOST_PAGES]] for name, rows in parts.items()}
    return _letter(
        "emails/stewardship/due.txt",
        reader,
        count=sum(map(len, parts.values())),
        counts={name: len(rows) for name, rows in parts.items()},
        more={name: len(rows) - MOST_PAGES for name, rows in parts.items()},
        hub=hub or HubSettings.load(),
        **listed,
    )


def tell_of_pages(rows, *, to, by=None):
    """Tell a member that they look after these pages now, who said so, and which are due."""
    if to.is_active:
        lines = [_line(row, to) for row in rows[:MOST_PAGES]]
        more = len(rows) - MOST_PAGES
        post([_letter("emails/stewardship/yours.txt", to, lines=lines, count=len(rows), more=more, by=by)])


def ask_for_owners(rows, *, by=None):
    """Ask the editors who looks after pages that nobody looks after any more."""
    lines = [_line(row, None) for row in rows[:MOST_PAGES]]
    more = len(rows) - MOST_PAGES
    post([
        _letter("emails/stewardship/without_owner.txt", editor, lines=lines, count=len(rows), more=more, by=by)
        for editor in editors()
        if editor != by
    ])  # fmt: skip


def tell_of_change(row, words, *, by):
    """Tell the editors what the owner of a page says is out of date."""
    line = _line(row, None)
    post([
        _letter("emails/stewardship/change.txt", editor, line=line, words=words, by=by)
        for editor in editors()
        if editor != by
    ])  # fmt: skip


def _letter(template, reader, **context):
    return letter(template, to=reader.email, language=reader.language, reader=reader, **context)


def _line(row, reader):
    """Return what a mail says of a page."""
    line = {
        "title": row.page.title if row.page else "",
        "url": public_address(row.page) if row.page else "",
        "due_on": row.next_check_on,
        "is_due": row.is_due,
        "owner": row.owner if row.has_owner else None,
    }
    if reader is not None:
        line["token"] = token_for(row, reader)
    return line
