"""The list of everything in the library."""

from django.utils.translation import gettext_lazy as _

from hub.models import BasePage


class LibraryIndexPage(BasePage):
    parent_page_types = ["hub.HomePage"]
    subpage_types = ["knowledge.ToolkitPage", "knowledge.ResourcePage", "knowledge.ArticlePage"]

    class Meta:
        verbose_name = _("library")
