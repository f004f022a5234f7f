"""What authors and readers of stories are told by mail, each in their own language."""

from django.db.models import Q

from hub.letters import public_address
from members import emails
from members.models import User

from .models import PeerApprovalTask


def tell_readers(story, *, is_revised=False):
    """Tell the peers who read for the story's task, and whoever asked something, that it waits for them.

    Other editors see it in the admin.
    """
    state = story.page.current_workflow_state if story.page else None
    task = state.current_task_state.task.specific if state and state.current_task_state else None
    if not isinstance(task, PeerApprovalTask):
        return
    is_reader = Q(groups=task.readers_id) | Q(pk__in=_asked(story))
    readers = User.objects.filter(is_reader).exclude(pk__in=_own(story)).distinct()
    emails.send("emails/casestudies/waiting.txt", to=readers, story=story, is_revised=is_revised)


def tell_question(note):
    """Tell the author, or who noted the story down, that a reader asks something."""
    emails.send("emails/casestudies/question.txt", to=_writers(note.story), story=note.story, note=note)


def tell_answer(note):
    """Tell those who asked that the author has answered."""
    readers = User.objects.filter(pk__in=_asked(note.story)).exclude(pk__in=_own(note.story))
    emails.send("emails/casestudies/answer.txt", to=readers, story=note.story, note=note)


def tell_published(story, *, is_change=False):
    """Tell the author that everybody can read it now, or the change to it."""
    emails.send(
        "emails/casestudies/published.txt",
        to=_writers(story),
        story=story,
        page_url=public_address(story.page),
        is_change=is_change,
    )


def tell_removed(story):
    """Tell the author that it is off the site, as they asked."""
    emails.send("emails/casestudies/removed.txt", to=_writers(story), story=story)


def tell_declined(story):
    """Tell the author that it will not be published, or that the change to it will not, and why."""
    emails.send("emails/casestudies/declined.txt", to=_writers(story), story=story)


def _asked(story):
    return story.notes.filter(is_question=True).values("by")


def _own(story):
    return [pk for pk in (story.author_id, story.noted_by_id) if pk]


def _writers(story):
    return User.objects.filter(pk__in=_own(story))
