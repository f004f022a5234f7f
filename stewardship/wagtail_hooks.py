"""Who keeps pages true, in Wagtail's admin."""

from wagtail import hooks

from .admin import report
from .choosers import member_chooser


@hooks.register("register_admin_viewset")
def register_member_chooser():
    return member_chooser


hooks.register("register_admin_urls", report.urls)
