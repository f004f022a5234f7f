"""Who may see a kit, where there is no request to ask Wagtail with."""

from django.contrib.auth.models import AnonymousUser
from wagtail.models import PageViewRestriction


def may_see(kit, user=None):
    """Tell whether `user`, or with None everybody, may read `kit` on the hub. A password opens nothing here."""
    user = user or AnonymousUser()
    if not kit.live:
        return False
    return all(_opens(restriction, user) for restriction in kit.get_view_restrictions())


def _opens(restriction, user):
    if not user.is_authenticated or not user.is_active:
        return False
    if restriction.restriction_type == PageViewRestriction.LOGIN:
        return True
    if restriction.restriction_type == PageViewRestriction.GROUPS:
        return user.is_superuser or user.groups.filter(pk__in=restriction.groups.values("pk")).exists()
    return False
