"""What the author of a story agreed to with its form, noted in the ledger of consent."""

from consent import actions as consents
from consent.models import Consent

from .models import CaseStudyPage


def note_what_is_shown(story):
    """Note that the author let us show their name and their photograph, where the published page does."""
    page = CaseStudyPage.objects.get(pk=story.page_id)
    note_name(story, page.byline)
    if story.photo_id and page.cover_image_id == story.photo_id:
        _note(story, covers=Consent.Covers.PHOTO, image=story.photo)


def note_name(story, byline):
    """Note that the author let us show `byline`. Does nothing where it is empty."""
    if byline:
        _note(story, covers=Consent.Covers.NAME, wording=byline)


def _note(story, **what):
    author = story.author
    name = story.teller or story.byline
    if not name:
        return
    consents.note(
        person_name=name,
        member=author,
        contact=author.email if author else story.teller_contact,
        language=author.language if author else story.language,
        pages=[story.page],
        how=story.agreed_how or Consent.How.FORM,
        by=story.noted_by,
        **what,
    )
