"""What editors want found first for questions that are asked again and again."""

from wagtail.models import Page

from search.models import PromotedResult

# address part of the English page: for each language the phrases, and what to say about it.
PROMOTED = {
    "pay-people-for-their-time": {
        "en": (["pay people", "people pay", "paid taking part"], "Rates, tax and benefits, and a form: start here."),
        "es": (["pagar personas", "pagar gente", "pagan participar"], "Tarifas, impuestos y un formulario."),
        "ar": (["ندفع المشاركين", "أجر المشاركة"], "الأجور والضرائب والإعانات ونموذج للتعبئة: ابدأ من هنا."),
    },
    "the-spring-summit": {
        "en": (["summit"], "Three questions, one day, and a meal."),
    },
}  # fmt: skip


def load(world):
    """Promote each page in the languages that it is in."""
    for slug, languages in PROMOTED.items():
        page = Page.objects.get(slug=slug, locale__language_code="en")
        for language, (phrases, note) in languages.items():
            version = page.get_translations(inclusive=True).filter(locale__language_code=language, live=True).first()
            if version:
                PromotedResult.objects.create(phrases="\n".join(phrases), language=language, page=version, note=note)
