"""Comments on anything: threaded, signed in, moderated. Built on django-comments-xtd."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_comments_xtd.models import XtdComment


class PageComment(XtdComment):
    """A comment on a page. `is_public` is false while it waits for a moderator; `is_removed` keeps its place in the thread."""

    # Set by the form when it is shown, so that sending it twice makes one comment.
    submission_key = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
