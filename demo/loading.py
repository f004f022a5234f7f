"""Loads the demo into an empty hub, in the order in which its parts need each other."""

from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.db.models.signals import post_save
from django.utils.translation import override
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Locale, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from hub.models import HubSettings
from hub.queue import at_once
from search.refreshing import in_bulk
from search.related import not_related, relate

from . import (
    articles,
    casestudies,
    comments,
    documents,
    evaluation,
    events,
    feedback,
    groups,
    house_pages,
    people,
    pictures,
    promoted,
    resources,
    synonyms,
    themes,
    toolkits,
    translations,
)
from .emptiness import what_is_there
from .world import World

LANGUAGES = ["en", "es", "ar"]


def load(out, *, with_known_passwords=None):
    """Load the demo and return True; or say on `out` why this hub is left alone, and return False.

    Where `with_known_passwords` is left out, the passwords in SIGN_INS work only while DEBUG is on: otherwise nobody
    in the demo can sign in by password. Everything is made in one transaction, so that nothing is ever half there.
    """
    reason = what_is_there()
    if reason:
        out.write(f"{reason} The demo is only loaded into an empty one.\n")
        return False
    if with_known_passwords is None:
        with_known_passwords = settings.DEBUG
    with at_once(), in_bulk(), _without_indexes(), transaction.atomic(), override("en"):
        _load_all(out, with_known_passwords)
    for command in ("rebuild_references_index", "wagtail_update_index"):
        call_command(command, verbosity=0)
    relate(not_related())
    out.write("  indexes\n")
    if not with_known_passwords:
        out.write("Nobody in the demo has a password: DEBUG is off, and known passwords were not asked for.\n")
    return True


@contextmanager
def _without_indexes():
    """Keep Wagtail from writing its two indexes at each save: once, at the end, takes half the time."""
    models = [model for model in get_indexed_models() if getattr(model, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


def _load_all(out, with_known_passwords):
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES]
    world = World(home=Site.objects.get(is_default_site=True).root_page.specific)
    lists = world.pages
    for words, step in [
        ("people", lambda: people.load(world, with_known_passwords=with_known_passwords)),
        ("themes and areas", lambda: themes.load(world, locales)),
        ("pictures", lambda: pictures.load(world)),
        ("documents", lambda: documents.load(world)),
        ("pages of the house", lambda: house_pages.load(world)),
        ("resources", lambda: resources.load(world, lists["library"])),
        ("toolkits", lambda: toolkits.load(world, lists["library"])),
        ("case studies", lambda: casestudies.load(world, lists["case-studies"])),
        ("versions of toolkits", lambda: toolkits.grow(world)),
        ("articles", lambda: articles.load(world, lists["library"])),
        ("events", lambda: events.load(world, lists["events"])),
        ("groups", lambda: groups.load(world)),
        ("self-evaluation", lambda: evaluation.load(world)),
        ("comments", lambda: comments.load(world)),
        ("what readers said", lambda: feedback.load(world)),
        ("words for the same thing", synonyms.load),
        ("Spanish and Arabic", lambda: translations.load(world, locales[1:])),
        ("promoted results", lambda: promoted.load(world)),
    ]:
        step()
        out.write(f"  {words}\n")
    _name_the_hub()


def _name_the_hub():
    named = HubSettings.load()
    named.site_name = "Common Thread"
    named.tagline = "What London’s co-producers tried, kept and passed on"
    named.contact_email = "hello@example.org"
    named.contact_phone = "020 7946 0127"  # from the numbers that Ofcom keeps for fiction
    named.save()
    Site.objects.filter(is_default_site=True).update(site_name=named.site_name)
    Site.clear_site_root_paths_cache()
