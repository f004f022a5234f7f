"""The search in Wagtail's admin."""

from wagtail import hooks

from .attachments import reports

hooks.register("register_admin_urls", reports.urls)
hooks.register("register_reports_menu_item", reports.menu_item)
