"""The menus, the languages and the settings that every page shows."""

from django.conf import settings


def navigation(request):
    """Return what `base.html` needs, evaluated only when a template asks for it."""
    return {"LANGUAGES": settings.LANGUAGES, "DEBUG": settings.DEBUG}
