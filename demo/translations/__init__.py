"""The demo in Spanish and Arabic, made with wagtail-localize, so that editors can go on from there in the admin."""

from django.utils import timezone
from wagtail.models import Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from ..markup import smart
from . import ar, es

WORDS = {
    language: {smart(english): smart(words) for english, words in module.WORDS.items()}
    for language, module in {"es": es, "ar": ar}.items()
}
# Parents before their children.
TRANSLATED = [
    "home",
    "library",
    "case-studies",
    "events",
    "about",
    "a-meeting-everyone-can-take-part-in",
    "the-spring-summit",
    "getting-paid-in-easy-read",
    "claim-form",
    "access-needs-form",
    "your-meeting-in-easy-read",
    "booking-an-interpreter",
]


class NotTranslated(Exception):
    """A text that the demo has no translation for."""


def load(world, locales):
    """Translate the pages of TRANSLATED into all `locales`, every text of them, and publish them."""
    for slug in TRANSLATED:
        # Read again from the database: what publishing wrote is what is translated.
        page = type(world.pages[slug]).objects.get(pk=world.pages[slug].pk)
        source, _made = TranslationSource.get_or_create_from_instance(page)
        for locale in locales:
            _translate(world, page, source, locale)


def _translate(world, page, source, locale):
    editor = world.people["lucia" if locale.language_code == "es" else "yusuf"]
    translation = Translation.objects.create(source=source, target_locale=locale)
    rows = []
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        rows.append(
            StringTranslation(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                data=_words(segment, locale.language_code),
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                last_translated_by=editor,
                updated_at=timezone.now(),
            )
        )
    StringTranslation.objects.bulk_create(rows)
    # Published here and not by wagtail-localize, which would wait for the end of the transaction.
    translation.save_target(user=editor, publish=False)
    target = translation.get_target_instance()
    target.get_latest_revision().publish(user=world.people["rosa"])
    Revision.objects.for_instance(target).filter(user=None).update(user=editor)  # of the copy that it began as
    target.refresh_from_db()
    world.backdate(target, age=20, edited=3 + page.pk % 9)


def _words(segment, language):
    english = segment.string.data
    if segment.context.path == "slug":
        return english  # the address differs in its prefix alone
    try:
        return WORDS[language][english]
    except KeyError:
        raise NotTranslated(f"{language}: {english}") from None
