"""The way from a few lines about a kit to a whole story, where the hub takes stories."""

from django.urls import NoReverseMatch, reverse


def story_url(kit):
    """Return the address at which a member tells a story that began with `kit`, or an empty text."""
    try:
        return f"{reverse('casestudies:share')}?from={kit.pk}"
    except NoReverseMatch:
        return ""
