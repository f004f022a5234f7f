"""Sixty entries in six scripts, and what a plain look through all of them finds: the measure for every engine."""

import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from hub.kinds import Kind
from knowledge.models import ResourcePage
from search.engines.terms import FACETS, LABEL_FACETS, PART_WEIGHTS
from search.entries import write
from search.models import Entry, EntryLabel, EntryStems
from search.registry import EntryData, FileText
from tests.factories.hub import AreaFactory, ThemeFactory

THEMES = ["money", "meetings", "access", "research", "young-people"]
AREAS = ["bow", "leeds", "cardiff"]
FILLERS = 30


def several(key):
    """Return the key that translations of one thing share."""
    return uuid.uuid5(uuid.NAMESPACE_URL, key)


# name: (kind, language, title, summary, body, more)
THINGS = {
    "pay": ("toolkit", "en", "Paying people for their time", "Fees, vouchers and expenses",
            "Pay people on the day, and in cash. Receipts are kept by the treasurer.",
            {"themes": ["money"], "areas": ["bow"], "formats": ["pdf", "xlsx"], "translation_key": several("pay")}),
    "pay-es": ("toolkit", "es", "Pagar a las personas por su tiempo", "Honorarios, vales y gastos",
               "Pague a las personas el mismo día, y en efectivo. Los recibos los guarda la tesorera.",
               {"themes": ["money"], "areas": ["bow"], "formats": ["pdf", "xlsx"], "translation_key": several("pay")}),
    "pay-ar": ("toolkit", "ar", "دفع أجر للناس مقابل وقتهم", "الرسوم والقسائم والنفقات",
               "ادفع للناس في نفس اليوم نقدا.",
               {"themes": ["money"], "areas": ["bow"], "formats": ["pdf", "xlsx"], "translation_key": several("pay")}),
    "dots": ("resource", "en", "Dot voting", "A simple voting exercise",
             "Give people stickers. Count the dots together.",
             {"themes": ["meetings"], "translation_key": several("dots")}),
    "dots-es": ("resource", "es", "Votar con puntos", "Un ejercicio sencillo", "Reparta pegatinas. Cuente los puntos.",
                {"themes": ["meetings"], "translation_key": several("dots")}),
    "chair": ("resource", "en", "Chairing a meeting", "Rounds and silence",
              "Everybody speaks. People vote at the end of the meeting.", {"themes": ["meetings", "access"]}),
    "recruit": ("case-study", "en", "Recruiting people", "How to find people who are not asked",
                "Go where people are already: the market, the mosque, the bus.",
                {"themes": ["research", "young-people"], "areas": ["leeds", "cardiff"]}),
    "personas": ("article", "en", "Personas", "Made-up people", "Describe people who use the service.",
                 {"themes": ["research"], "people": "Rosalind Achebe"}),
    "easy": ("resource", "en", "Consent form", "To sign before an interview", "I agree that you record what I say.",
             {"themes": ["research", "access"], "is_easy_read": True, "formats": ["pdf", "docx"]}),
    "expired": ("resource", "en", "Consent form of last year", "No longer valid", "I agreed to the zeppelin.",
                {"themes": ["research"], "expires_at": datetime(2020, 1, 1, tzinfo=UTC)}),
    "coming": ("event", "en", "Summit of advisory groups", "Two days of workshops", "Lunch is free, travel is paid.",
               {"areas": ["cardiff"], "dated_at": timezone.now() + timedelta(days=40)}),
    "phrase": ("article", "en", "What a steering committee is", "Roles on paper",
               "The steering committee meets monthly. A committee that is steering itself is another thing.", {}),
    "no-phrase": ("article", "en", "Committee work", "Steering by numbers",
                  "The committee keeps minutes. Steering is done elsewhere.", {}),
    "boundary": ("article", "en", "Ladder of participation", "Citizens hold the rungs", "Power and control.",
                 {"headings": "Delegated"}),
    "file": ("resource", "en", "Annual report", "Figures", "See the file.",
             {"files": (FileText("Report", "/r.pdf", "page", 3, "The xylophone budget grew by half."),),
              "formats": ["pdf"]}),
    "chinese": ("article", "zh", "公众参与的方法", "如何组织居民会议",
                "我们在社区中心讨论预算，并邀请青年参与。", {"themes": ["meetings"]}),
    "thai": ("article", "th", "การมีส่วนร่วมของประชาชน", "วิธีจัดประชุมชุมชน", "เราเชิญเยาวชนมาพูดคุยเรื่องงบประมาณ", {}),
    "arabic": ("article", "ar", "مُشَارَكَةُ المَدَنِيِّينَ", "دليل الاجتماعات", "المكتبة العامة تستضيف الاجتماع كل شهر.",
               {"themes": ["meetings"]}),
    "hindi": ("article", "hi", "नागरिक भागीदारी", "बैठकों की मार्गदर्शिका", "हम पुस्तकालय में हर महीने बैठक करते हैं।", {}),
    "persian": ("article", "fa", "می‌خواهم مشارکت کنم", "راهنما", "کتاب‌ها در کتابخانه هستند.", {}),
    "adlam": ("article", "ff", "𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪", "𞤊𞤵𞤤𞤬𞤵𞤤𞤣𞤫", "𞤔𞤢𞤲𞤺𞤵𞤺𞤮𞤤", {}),
    "accents": ("article", "es", "Participación ciudadana", "Reunión en la biblioteca",
                "Los niños también votan.", {}),
    "symbols": ("article", "en", "C++ & R&D: 50% off", "e-mail, co-production, O'Neill",
                "Dr. No's 3.14 notes_on_it.", {}),
    "private": ("group", "en", "Talk about cash", "Members of the group alone", "Cash and vouchers and a quokka.",
                {"audience": "group:7"}),
    "private-version": ("group", "es", "Hablar de dinero", "Solo para miembros", "Vales.",
                        {"audience": "group:7", "translation_key": several("half")}),
    "public-version": ("group", "en", "Talk about money", "For everybody", "Vouchers for all.",
                       {"translation_key": several("half"), "themes": ["money"]}),
}  # fmt: skip
KINDS = [Kind.TOOLKIT, Kind.RESOURCE, Kind.ARTICLE, Kind.CASE_STUDY]
FILLING = [
    "garden", "library", "school", "bridge", "harvest", "kitchen", "neighbour", "market", "bicycle", "choir",
    "allotment", "river",
]  # fmt: skip


def fill():
    """Write the collection, and return {name: key of the entry}."""
    themes = {slug: ThemeFactory(slug=slug, name=slug.replace("-", " ").title()) for slug in THEMES}
    areas = {slug: AreaFactory(slug=slug, name=slug.title()) for slug in AREAS}
    built = {}
    for number, (name, (kind, language, title, summary, body, more)) in enumerate(THINGS.items(), start=1):
        more = {
            "dated_at": datetime(2020 + number % 5, 3, number, tzinfo=UTC),
            **more,
            "themes": tuple(themes[slug] for slug in more.get("themes", ())),
            "areas": tuple(areas[slug] for slug in more.get("areas", ())),
        }
        built[name] = EntryData(
            kind=kind, language=language, title=title, summary=summary, body=body, url=f"/{name}/", **more
        )
    for number in range(FILLERS):
        words = [FILLING[(number * step) % len(FILLING)] for step in (1, 3, 5, 7)]
        built[f"filler-{number}"] = EntryData(
            kind=KINDS[number % 4],
            language="en",
            title=f"The {words[0]} and the {words[1]}",
            summary=f"About a {words[2]}",
            body=" ".join([*words, *FILLING[: number % len(FILLING)]]),
            url=f"/filler-{number}/",
            themes=tuple(themes[slug] for index, slug in enumerate(THEMES) if (number >> index) & 1),
            areas=(areas[AREAS[number % 3]],) if number % 2 else (),
            formats=("pdf",) if number % 3 == 0 else (),
            is_easy_read=number % 5 == 0,
            dated_at=datetime(2019 + number % 6, 1 + number % 12, 1, tzinfo=UTC),
        )
    write(
        ContentType.objects.get_for_model(ResourcePage),
        {900_000 + place: data for place, data in enumerate(built.values())},
    )
    keys = dict(Entry.objects.values_list("url", "pk"))
    return {name: keys[f"/{name}/"] for name in built}


class PlainLook:
    """Looks through all entries one by one, in Python: slow, and easy to see to be right."""

    def __init__(self):
        self.entries = list(Entry.objects.order_by("pk"))
        self.stems = EntryStems.objects.in_bulk()
        self.labels = {entry.pk: [] for entry in self.entries}
        for label in EntryLabel.objects.all():
            self.labels[label.entry_id].append((label.facet, label.value))

    def search(self, query, scope):
        """Return (families found, total, facets); a family is a thing with its translations."""
        seen = [each for each in self.entries if self._may_see(each, scope) and self._matches(each, query)]
        found = [each for each in seen if self._fits(each, scope, FACETS)]
        facets = {facet: Counter() for facet in FACETS}
        for facet in FACETS:
            others = [name for name in FACETS if name != facet]
            families = {}
            for each in seen:
                if self._fits(each, scope, others):
                    for value in self._values(each, facet):
                        families.setdefault(value, set()).add(self.family(each))
            facets[facet] = Counter({value: len(members) for value, members in families.items()})
        return {self.family(each) for each in found}, len({self.family(each) for each in found}), facets

    @staticmethod
    def family(entry):
        return entry.translation_key or entry.pk

    @staticmethod
    def _may_see(entry, scope):
        is_over = entry.expires_at is not None and entry.expires_at <= timezone.now()
        return not is_over and entry.audience in ("public", *scope.audiences)

    def _matches(self, entry, query):
        parts = [getattr(self.stems[entry.pk], part).split(" ") for part in PART_WEIGHTS]

        def has(phrase):
            size = len(phrase)
            return any(
                tuple(part[start : start + size]) == tuple(phrase)
                for part in parts
                for start in range(len(part) - size + 1)
            )

        if query.is_empty:
            return True
        return (
            (not query.terms or any(has(each) for term in query.terms for each in term.alternatives))
            and all(any(has(each) for each in either) for either in query.required)
            and not any(has(each) for each in query.without)
        )

    def _values(self, entry, facet):
        if facet in LABEL_FACETS:
            return [value for name, value in self.labels[entry.pk] if name == facet]
        if facet == "date":
            is_coming = entry.dated_at and entry.dated_at > timezone.now()
            return [str(entry.year), *(["upcoming"] if is_coming else [])] if entry.year else []
        if facet == "easy_read":
            return ["1"] if entry.is_easy_read else []
        return [getattr(entry, facet)]

    def _fits(self, entry, scope, facets):
        return all(
            set(self._values(entry, facet)) & set(scope.chosen(facet)) for facet in facets if scope.chosen(facet)
        )
