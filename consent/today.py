"""What waits for editors: gaps in pages, words that stand elsewhere too, and consents that end."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.today import Action, Heap, Waiting, register_heap

from .emails import KEEP
from .models import Consent, Mending

A_HANDFUL = 5


@register_heap(30)
def to_mend(request):
    """Return the pages to look at after somebody took something back."""
    if not request.user.has_perm(KEEP):
        return None
    open_ones = Mending.objects.filter(done_at=None)
    things = [
        Waiting(
            title=mending.page.title,
            url=reverse("wagtailadmin_pages:edit", args=[mending.page_id]),
            detail=mending.get_kind_display(),
            since=mending.created_at,
            actions=[Action(_("Done"), reverse("mend_consent", args=[mending.pk]))],
        )
        for mending in open_ones.select_related("page")[:A_HANDFUL]
    ]
    return Heap(_("To mend after a consent ended"), things, open_ones.count(), reverse("consents:index"))


@register_heap(60)
def ending(request):
    """Return the consents that end within 30 days."""
    if not request.user.has_perm(KEEP):
        return None
    soon = Consent.objects.ending()
    things = [
        Waiting(
            title=str(consent),
            url=reverse("consents:edit", args=[consent.pk]),
            detail=consent.wording[:80],
            until=consent.until,
        )
        for consent in soon[:A_HANDFUL]
    ]
    return Heap(_("Consents that end soon"), things, soon.count(), reverse("consents:index"))
