"""Which pages a consent is about, and taking out of them what is gone."""

from django.db.models import Q
from wagtail.models import Page, ReferenceIndex, Revision

from hub.models import BasePage

from .models import Consent, ConsentUse
from .taking_out import Removal, quotes_in, take_out


def pages_of(consent):
    """Return the pages that show what the consent covers, with their translations and copies, as their own kinds."""
    keys = Page.objects.filter(pk__in=ConsentUse.objects.filter(consent=consent).values("page")).values(
        "translation_key"
    )
    pages = Q(translation_key__in=keys) | Q(alias_of__translation_key__in=keys)
    if consent.covers == Consent.Covers.PHOTO and consent.image_id:
        pages |= Q(pk__in=_with_picture(consent.image))
    return list(Page.objects.filter(pages).select_related("locale").specific())


def _with_picture(image):
    """Return the keys of all pages that show a picture: it is taken back wherever it stands."""
    shown = BasePage.objects.filter(Q(cover_image=image) | Q(social_image=image)).values_list("pk", flat=True)
    referring = ReferenceIndex.get_references_to(image).filter(
        base_content_type=ReferenceIndex._get_base_content_type(Page)
    )
    return {*shown, *(int(key) for key in referring.values_list("object_id", flat=True))}


def quotes_of(consent, pages):
    """Return the quotes that go, as {identifier: language}, from those of `pages` that the consent names itself."""
    if consent.covers != Consent.Covers.WORDS:
        return {}
    named = set(ConsentUse.objects.filter(consent=consent).values_list("page", flat=True))
    quotes = {}
    for page in pages:
        if page.pk in named:
            language = page.locale.language_code
            newest = page.latest_revision.content if page.latest_revision else {}
            for content in (page.serializable_data(), newest):
                quotes |= dict.fromkeys(quotes_in(content, Removal(consent, language=language)), language)
    return quotes


def without(consent, text, language):
    """Return a text in a language without what the consent covers."""
    return text if consent.covers == Consent.Covers.PHOTO else Removal(consent, language=language).out_of_text(text)


def clean_page(page, consent):
    """Take what the consent covers out of a page and out of its revisions. Tells whether the page itself changed."""
    removal = Removal(consent, language=page.locale.language_code)
    clean_revisions(page, [removal])
    content, has_changed = take_out(type(page), page.serializable_data(), [removal])
    if has_changed:
        changed = page.with_content_json(content)
        changed.draft_title = Removal.out_of_text(removal, page.draft_title)
        changed.save(clean=False)
    return has_changed


def clean_revisions(page, removals):
    """Take what is gone out of all revisions of a page, so that none of them brings it back."""
    revisions = Revision.objects.for_instance(page)
    for revision in revisions.only("pk", "content", "object_str").iterator(chunk_size=50):
        content, has_changed = take_out(type(page), revision.content, removals)
        if has_changed:
            text = revision.object_str
            for removal in removals:
                text = removal.out_of_text(text)
            Revision.objects.filter(pk=revision.pk).update(content=content, object_str=text)
