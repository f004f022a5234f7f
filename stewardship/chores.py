"""What must happen by itself about who keeps pages true."""

from datetime import timedelta

from hub.chores import chore, counted

from . import actions, links, tasks, telling
from .models import OutgoingLink, Stewardship


@chore(every=timedelta(minutes=15))
def find_owners(*, dry_run):
    """Begin to keep pages that nobody began to, and find owners for those whose owner left."""
    new = actions.pages_without_row()
    if dry_run:
        number = Stewardship.objects.without_owner().filter(without_owner_since=None).count()
        return f"Would begin to keep {counted(len(new), 'page')} and find owners for {number}." if new or number else ""
    for page in new:
        actions.begin(page=page)
    taken, left = actions.find_owners()
    if not (new or taken or left):
        return ""
    return (
        f"Began to keep {counted(len(new), 'page')}, gave {len(taken)} to their deputies "
        f"and asked the editors about {len(left)}."
    )


@chore(every=timedelta(hours=1))
def ask_for_checks(*, dry_run):
    """Ask owners, then deputies, then editors whether pages are still right."""
    if dry_run:
        waiting = telling.waiting()
        pages = {row.pk for told in waiting for row, _stage in told.notices}
        return _said("Would ask", len(waiting), len(pages)) if waiting else ""
    mails, pages = telling.tell()
    return _said("Asked", mails, pages) if mails else ""


def _said(verb, mails, pages):
    return f"{verb} {counted(mails, 'person', 'people')} about {counted(pages, 'page')}."


@chore(every=timedelta(minutes=10))
def ask_outgoing_links(*, dry_run):
    """Gather the links out of pages, and let a few of them be asked whether anybody still answers."""
    if dry_run:
        pages, asked = links.unscanned().count(), OutgoingLink.objects.to_ask().count()
        if not pages and not asked:
            return ""
        return f"Would gather the links of {counted(pages, 'page')}; {counted(asked, 'link')} would be asked in time."
    pages, _gone = links.gather()
    asked = OutgoingLink.objects.to_ask().count()
    if asked:
        tasks.ask_soon()
    if not pages and not asked:
        return ""
    return f"Gathered the links of {counted(pages, 'page')}; {counted(asked, 'link')} will be asked."
