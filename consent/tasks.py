"""Work after a consent ended that nobody has to wait for."""

from django.apps import apps
from django_tasks import task
from wagtail.models import Page, get_page_models

from .models import Consent, Mending
from .taking_out import Removal, is_in


@task(queue_name="slow")
def look_elsewhere(consent_pk):
    """Find the same words in other pages, where nobody said that they are, and give editors each to mend.

    Also in drafts: a copy that somebody is at work on would bring them back.
    """
    consent = Consent.objects.gone().filter(pk=consent_pk).first()
    removal = _what_to_look_for(consent) if consent else None
    if removal is None:
        return
    found = []
    for model in get_page_models():
        if model is Page or not apps.is_installed(model._meta.app_config.name):
            continue
        pages = model._default_manager.filter(content_type__model=model._meta.model_name)
        for page in pages.filter(content_type__app_label=model._meta.app_label).iterator(chunk_size=100):
            if is_in(model, page.serializable_data(), removal):
                found.append(page.pk)
    Mending.objects.bulk_create(
        [Mending(consent=consent, page_id=pk, kind=Mending.Kind.STILL_THERE) for pk in found], ignore_conflicts=True
    )


@task(queue_name="slow")
def look_at_page(page_pk):
    """Look in a page that was published for words that somebody took back elsewhere, and give it to editors to mend."""
    page = Page.objects.filter(pk=page_pk, live=True).first()
    if page is None:
        return
    page = page.specific
    content = page.serializable_data()
    removals = {consent.pk: _what_to_look_for(consent) for consent in Consent.objects.gone()}
    found = {pk for pk, removal in removals.items() if removal and is_in(type(page), content, removal)}
    if not found:
        return
    agreed_again = Consent.objects.agreed_again(page.translation_key)
    still_gone = Consent.objects.gone().filter(~agreed_again, pk__in=found)
    Mending.objects.bulk_create(
        [Mending(consent=consent, page_id=page_pk, kind=Mending.Kind.STILL_THERE) for consent in still_gone],
        ignore_conflicts=True,
    )


def _what_to_look_for(consent):
    """Return the `Removal` of a consent, or None where the same words would say nothing."""
    removal = Removal(consent)
    is_common = consent.covers == Consent.Covers.NAME and len(removal.words) < 2  # a first name is that of many people
    return None if consent.covers == Consent.Covers.PHOTO or is_common else removal
