"""A kit as one ZIP."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import takeaway
from .getting import get_kit


@require_safe
def take_away(request, pk):
    """Send the ZIP of a kit as it is now. It is read piece by piece while it is sent."""
    kit = get_kit(request, pk)
    try:
        archive = takeaway.archive_of(kit)
    except takeaway.BeingMadeError:
        messages.info(request, _("The ZIP of this toolkit is being made. Try again in a minute."))
        return redirect(kit.url)
    except takeaway.TakeawayError:
        messages.error(request, _("The files of this toolkit are being changed at the moment. Try again in a minute."))
        return redirect(kit.url)
    response = FileResponse(
        archive.file.storage.open(archive.file.name),
        as_attachment=True,
        filename=f"{takeaway.name_of(kit)}.zip",
        content_type="application/zip",
    )
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
