"""What readers say below the pages of the demo: threads with answers, one that waits, one reported, one removed."""

from dataclasses import dataclass, field

from comments import actions
from comments.models import PageComment
from tests.factories.comments import PageCommentFactory, ReportFactory

from ..markup import smart
from . import below_pages


@dataclass(frozen=True)
class Said:
    """A comment. `days` is how many days ago it was written."""

    who: str
    days: int
    text: str
    answers: list = field(default_factory=list)
    is_waiting: bool = False
    is_removed: bool = False
    reported_by: str = ""
    report: str = ""


def load(world):
    """Write the comments, each below its page."""
    for slug, threads in below_pages.threads(Said).items():
        for said in threads:
            _write(world, world.pages[slug], said)


def _write(world, page, said, parent=None, level=0):
    # Later than what it answers, also on the same day, and not all at the same minute.
    hour = 9 + 3 * level + len(said.text) % 60 / 30
    comment = PageCommentFactory(
        page=page,
        reply_to=parent,
        user=world.people[said.who],
        comment=smart(said.text),
        submit_date=world.ago(said.days, hour),
        is_public=not said.is_waiting,
    )
    for answer in said.answers:
        _write(world, page, answer, comment, level + 1)
    if said.reported_by:
        ReportFactory(comment=comment, reported_by=world.people[said.reported_by], reason=smart(said.report))
    if said.is_removed:
        actions.remove(comment=PageComment.objects.get(pk=comment.pk), by=world.people["farah"])
