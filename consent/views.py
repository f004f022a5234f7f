"""The page behind the link by which a person takes back what they agreed to. Opening it changes nothing."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hub.private_pages import private_page
from hub.signed_links import LinkError, Refusal

from . import actions
from .links import consent_for
from .models import ConsentUse


@private_page
def take_back(request, token):
    try:
        consent = consent_for(token)
    except LinkError as error:
        told = (
            _("This link is too old.")
            if error.why is Refusal.ENDED
            else _("This link is not whole, or a newer one has taken its place.")
        )
        return render(request, "consent/no_link.html", {"told": told}, status=404)
    if request.method == "POST":
        actions.withdraw(consent=consent)
        return redirect(request.path)
    uses = ConsentUse.objects.filter(consent=consent, page__live=True).select_related("page")
    context = {"consent": consent, "pages": [use.page for use in uses]}
    return render(request, "consent/take_back.html", context)
