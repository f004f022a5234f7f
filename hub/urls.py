"""Every address of the hub. This module alone knows all rooms."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from . import views
from .documents import serve_document
from .page_editor import PageEditView
from .serving import serve_page
from .sitemap import sitemap_xml
from .stylesheets import serve_stylesheet

handler400 = "hub.views.bad_request"
handler403 = "hub.views.permission_denied"
handler404 = "hub.views.page_not_found"
handler500 = "hub.views.server_error"

# As Wagtail wraps each of its own views.
edit_page = never_cache(display_custom_404(require_admin_access(PageEditView.as_view())))

urlpatterns = [
    path("robots.txt", views.robots_txt),
    path("sitemap.xml", sitemap_xml),
    path("manifest.webmanifest", views.manifest),
    path("favicon.ico", views.favicon),
    path("apple-touch-icon.png", views.apple_touch_icon),
    path(".well-known/security.txt", views.security_txt),
    path(".well-known/change-password", views.change_password),
    path("dev/mail/", views.list_mails, name="list_mails"),
    path("dev/mail/<str:name>", views.show_mail, name="show_mail"),
    path("dev/mail/<str:name>/<int:number>", views.download_mail_part, name="download_mail_part"),
    path("css/<slug:fingerprint>.css", serve_stylesheet),
    path("admin/", include("members.admin_urls")),
    path("admin/pages/<int:page_id>/edit/", edit_page),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.DEBUG:
    # Pictures only: documents have an address of their own, which asks who may read them.
    for folder in ("images", "original_images"):
        urlpatterns += static(f"{settings.MEDIA_URL}{folder}/", document_root=settings.MEDIA_ROOT / folder)

urlpatterns += i18n_patterns(
    path("account/", include("allauth.account.urls")),
    path("members/", include("members.urls")),
    path("groups/", include("groups.urls")),
    path("comments/", include("comments.urls")),
    path("case-studies/", include("casestudies.urls")),
    path("consent/", include("consent.urls")),
    path("events/", include("events.urls")),
    path("toolkits/", include("knowledge.urls")),
    path("authors/", include("knowledge.author_urls")),
    path("self-evaluation/", include("evaluation.urls")),
    path("search/", include("search.urls")),
    path("stewardship/", include("stewardship.urls")),
    path("feedback/", include("feedback.urls")),
    re_path(serve_pattern, serve_page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
