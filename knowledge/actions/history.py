"""What somebody took back goes from what is kept of earlier versions of a kit."""

from django.db import transaction

from ..models import KitStepAddress
from ..steps import slug_of


@transaction.atomic
def take_out(*, kit, without):
    """Take what is gone out of the notes, the titles and the old addresses of a kit.

    `without` returns a text in a language without it, as `hub.removal.taken_out` gives it.
    """
    language = kit.locale.language_code
    gone = set()

    def clean(text):
        cleaned = without(text, language)
        if cleaned != text:
            gone.add(slug_of(text))
        return cleaned

    for version in kit.versions.select_for_update(of=("self",)):
        note, contents = without(version.note, language), _with_titles(version.contents, clean)
        if (note, contents) != (version.note, version.contents):
            version.note, version.contents = note, contents
            version.save(update_fields=["note", "contents"])
    in_use = set(kit.step_rows.values_list("slug", flat=True))
    old = [
        address.pk
        for address in kit.step_addresses.all()
        if address.slug not in in_use and (address.slug in gone or _says_it(address.slug, without, language))
    ]
    KitStepAddress.objects.filter(pk__in=old).delete()


def _says_it(slug, without, language):
    text = slug.replace("-", " ")
    return without(text, language) != text


def _with_titles(contents, clean):
    """Return the contents of a version (see `knowledge.contents`) with each title in them as `clean` returns it."""
    taken = dict(contents)
    if "title" in taken:
        taken["title"] = clean(taken["title"])
    for name in ("steps", "files"):
        if name in taken:
            taken[name] = [[key, clean(title), mark] for key, title, mark in taken[name]]
    return taken
