from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Comments")

    def ready(self):
        # Models are not there yet when this module is read.
        from hub.models import BasePage

        post_delete.connect(delete_comments_of, sender=BasePage, dispatch_uid="comments-of-deleted-page")


def delete_comments_of(instance, **kwargs):
    """Delete the comments on a page together with the page."""
    # Models are not there yet when this module is read.
    from comments.models import PageComment

    PageComment.objects.of(instance).delete()
