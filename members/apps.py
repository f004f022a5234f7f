from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")
    default = True

    def ready(self):
        # Models are not there yet when this module is read.
        from . import signals  # noqa: F401


class AdminUsersConfig(WagtailUsersAppConfig):
    """Wagtail's screens for users, with forms that fit our user model: one name, no username."""

    user_viewset = "members.admin.UserViewSet"
    default = False
