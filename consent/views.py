"""The page behind the link by which a person takes back what they agreed to. Opening it changes nothing."""

from functools import wraps

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.signed_links import LinkError, Refusal

from . import actions
from .links import consent_for
from .models import ConsentUse


def secret_page(view):
    """Mark `view`: its address is a secret. Kept nowhere, found by nobody, and told to no other site."""

    @wraps(view)
    @require_http_methods(["GET", "HEAD", "POST"])
    def secret_view(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return secret_view


@secret_page
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
