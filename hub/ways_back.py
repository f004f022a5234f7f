"""Where a reader goes after pressing a button that stands in several places."""

from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request, otherwise):
    """Return the address that the form posted as `next`, if it is one of ours, else `otherwise`."""
    url = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if is_ours else otherwise
