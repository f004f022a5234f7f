"""What moderators and commenters are told."""

from members import emails
from members.roles import who_may

from .models import PageComment


def moderators():
    """Return the active members whose role lets them moderate comments."""
    return who_may("django_comments.can_moderate")


def tell_of_waiting(comment):
    """Tell the moderators that a newcomer's comment waits for them."""
    emails.send("emails/comments/waiting.txt", to=moderators(), comment=comment, page=comment.page())


def tell_of_report(report):
    """Tell the moderators that somebody reported a comment. Who it was is not said."""
    emails.send(
        "emails/comments/reported.txt",
        to=moderators(),
        report=report,
        comment=report.comment,
        page=report.comment.page(),
    )


def tell_of_approval(comment):
    """Tell the author that their first comment is there to be read."""
    page = comment.page()
    if page and comment.user and comment.user.wants_reply_mail:
        emails.send("emails/comments/approved.txt", to=[comment.user], comment=comment, page=page)


def tell_of_answer(comment):
    """Tell the author of the comment above that somebody answered it."""
    above = PageComment.objects.filter(pk=comment.parent_id).exclude(pk=comment.pk).select_related("user").first()
    page = comment.page()
    if page is None or above is None or above.is_removed or above.user_id in (None, comment.user_id):
        return
    if above.user.wants_reply_mail:
        emails.send("emails/comments/answer.txt", to=[above.user], comment=comment, author=comment.user, page=page)
