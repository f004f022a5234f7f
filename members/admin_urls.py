"""Screens of ours that stand before Wagtail's own at the same address."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from .admin import AccountView, sign_in_to_admin

urlpatterns = [
    path("login/", sign_in_to_admin),
    path("account/", require_admin_access(AccountView.as_view())),
]
