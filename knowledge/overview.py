"""What a kit's own page tells besides what is in the kit: versions, the ZIP, who used it."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import Subquery
from django.utils.translation import get_language

from hub.page_cache import remember

from .uses import uses_of

VERSIONS_SHOWN = 3
EXPERIENCES_SHOWN = 20


@dataclass(frozen=True)
class Said:
    """What a member said about the kit, as everybody may read it."""

    pk: int
    text: str
    place: str
    by: str  # empty for somebody who has left
    created_at: datetime


def about_kit(page):
    """Return what the page of a kit tells of it, the same for every reader: four queries, or none while nothing public
    changes."""
    return remember(f"kit-{page.pk}-{get_language()}", partial(_about_kit, page))


def _about_kit(page):
    archives = page.archives.order_by("-made_at", "-pk").values("size")
    versions = page.versions.newest_first().defer("contents").annotate(zip_size=Subquery(archives[:1]))
    versions = list(versions[: VERSIONS_SHOWN + 1])
    version = next((each for each in versions if each.matters), None) or (page.newest_version if versions else None)
    said = page.experiences.model.objects.approved().of_kit(page).select_related("user")[:EXPERIENCES_SHOWN]
    return {
        "version": version,
        # What changes no version (a cover, themes) is not told: the day would contradict the one of the version.
        "corrected_at": versions[0].published_at if versions and versions[0] != version else None,
        "versions": versions[:VERSIONS_SHOWN],
        "has_more_versions": len(versions) > VERSIONS_SHOWN,
        "zip_size": versions[0].zip_size if versions else None,
        "experiences": [
            Said(each.pk, each.text, each.place, str(each.user) if each.user else "", each.created_at) for each in said
        ],
        "uses": uses_of(page),
    }
