"""The comments below a page."""

from django import template
from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from hub.page_cache import keep_until

from ..actions import is_newcomer
from ..forms import CommentForm
from ..models import PageComment, has_comments, why_closed

register = template.Library()


@register.inclusion_tag("comments/_comments.html", takes_context=True)
def comments_of(context, page):
    """Show the comments on `page` with the form to add one, in at most three queries.

    Readers who are not signed in all get the same, without a token, because their pages are kept. A page that not
    everybody can read, or that was never saved, shows no comments.
    """
    if not page.pk or not has_comments(page):
        return {"is_shown": False}
    user = getattr(context.get("request"), "user", None) or AnonymousUser()
    if page.takes_comments and page.comments_end_at and "request" in context:
        keep_until(context["request"], page.comments_end_at)
    comments = list(PageComment.objects.of(page).visible_to(user).in_threads())
    may_write = user.is_authenticated and page.takes_comments
    return {
        "is_shown": True,
        "page": page,
        "user": user,
        "threads": build_threads(comments),
        "count": sum(comment.is_public and not comment.is_removed for comment in comments),
        "form": CommentForm() if may_write else None,
        "why_closed": "" if page.takes_comments else why_closed(page),
        "is_newcomer": may_write and is_newcomer(user),
        "csrf_token": context.get("csrf_token"),
        "LANGUAGE_CODE": context.get("LANGUAGE_CODE", settings.LANGUAGE_CODE),
    }


def build_threads(comments):
    """Return the top comments, each with its `answers`. An answer to what the reader cannot see hangs at the top."""
    by_pk, top = {}, []
    for comment in comments:
        comment.answers = []
        by_pk[comment.pk] = comment
        above = by_pk.get(comment.parent_id) if comment.parent_id != comment.pk else None
        (above.answers if above else top).append(comment)
    return top
