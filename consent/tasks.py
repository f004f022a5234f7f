"""Work after a consent ended that nobody has to wait for."""

from django.apps import apps
from django_tasks import task
from wagtail.models import Page, get_page_models

from .models import Consent, Mending
from .taking_out import Removal, is_in


@task(queue_name="slow")
def look_elsewhere(consent_pk):
    """Find the same words in other live pages, where nobody said that they are, and give editors each to mend."""
    consent = Consent.objects.gone().filter(pk=consent_pk).first()
    if consent is None or consent.covers == Consent.Covers.PHOTO:
        return
    removal = Removal(consent)
    if consent.covers == Consent.Covers.NAME and len(removal.words) < 2:
        return  # a first name alone is that of many people
    found = []
    for model in get_page_models():
        if model is Page or not apps.is_installed(model._meta.app_config.name):
            continue
        pages = model._default_manager.live().filter(content_type__model=model._meta.model_name)
        for page in pages.filter(content_type__app_label=model._meta.app_label).iterator(chunk_size=100):
            if is_in(model, page.serializable_data(), removal):
                found.append(page.pk)
    Mending.objects.bulk_create(
        [Mending(consent=consent, page_id=pk, kind=Mending.Kind.STILL_THERE) for pk in found], ignore_conflicts=True
    )
