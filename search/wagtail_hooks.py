"""The search in Wagtail's admin."""

from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from .admin.asked import AskedViewSet
from .admin.health import HealthViewSet
from .admin.judgements import JudgementViewSet
from .admin.promoted import PromotedViewSet
from .admin.synonyms import SynonymsViewSet
from .admin.why import WhyViewSet
from .attachments import reports

hooks.register("register_admin_urls", reports.urls)
hooks.register("register_reports_menu_item", reports.menu_item)


class SearchViewSetGroup(ViewSetGroup):
    menu_label = gettext_lazy("Search")
    menu_name = "search-of-the-hub"  # Wagtail's own search has the other name
    menu_icon = "search"
    menu_order = 320
    items = (
        AskedViewSet("search_asked", url_prefix="search/asked"),
        SynonymsViewSet("search_synonyms", url_prefix="search/synonyms"),
        PromotedViewSet("search_promoted", url_prefix="search/promoted"),
        WhyViewSet("search_why", url_prefix="search/why"),
        JudgementViewSet("search_judgements", url_prefix="search/judgements"),
        HealthViewSet("search_health", url_prefix="search/health"),
    )


@hooks.register("register_admin_viewset")
def register_search():
    return SearchViewSetGroup()
