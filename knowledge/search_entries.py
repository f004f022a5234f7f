"""How what is in the library is found."""

from uuid import uuid5

from django.utils.translation import gettext as _
from django.utils.translation import override

from members.models import User
from search.pages import Surroundings, block_texts, register_page
from search.registry import EntryData, leave_out, register
from stewardship.models import Stewardship

from .models import (
    ArticleAuthor,
    ArticlePage,
    ArticleSeriesPage,
    Author,
    Experience,
    KitStep,
    LibraryIndexPage,
    ResourcePage,
    ToolkitPage,
)
from .steps import steps_of


def _titles_of_files(toolkit):
    return [item.document.title for item in toolkit.files.all()]


def _document_title(resource):
    return [resource.document.title] if resource.document else []


def _titles_of_briefings(article):
    return [briefing.title for briefing in article.briefings.all() if briefing.title]


def _who_wrote(article):
    return [str(author) for author in article.shown_authors] or [article.byline]


def _who_looks_after(page):
    return [str(page.looked_after_by)] if page.looked_after_by else []


def _looked_after(model):
    """Return the models by which pages of `model` are known to be changed: who keeps them true, and by what name."""

    def kept_by(rows):
        return model.objects.filter(translation_key__in=rows.values("translation_key")).values_list("pk", flat=True)

    return {
        Stewardship: lambda row: kept_by(Stewardship.objects.filter(pk=row.pk)),
        User: lambda member: kept_by(Stewardship.objects.of(member)),
    }


register_page(
    ToolkitPage,
    keywords=["who_for", "time_needed", _titles_of_files],
    people=_who_looks_after,
    fetch=["files__document", "stewardship"],
    follows=_looked_after(ToolkitPage),
)
register_page(
    ResourcePage,
    text=["what", "why"],
    keywords=[ResourcePage.get_resource_kind_display, "time_needed", _document_title, "source"],
    people=_who_looks_after,
    is_easy_read=lambda resource: resource.resource_kind == ResourcePage.ResourceKind.EASY_READ,
    fetch=["document", "stewardship"],
    follows=_looked_after(ResourcePage),
)
register_page(
    ArticlePage,
    keywords=[_titles_of_briefings],
    people=_who_wrote,
    fetch=["authors__author__member", "briefings"],
    follows={
        Author: lambda author: author.authorships.values_list("article", flat=True),
        User: lambda member: ArticleAuthor.objects.filter(author__member=member.pk).values_list("article", flat=True),
    },
)
# Not the titles of its parts: some of them may not be for everybody.
register_page(ArticleSeriesPage)
leave_out(Author, because="found through what they wrote")
leave_out(LibraryIndexPage, because="a list of what is found by itself")


class KitsOfParts(Surroundings):
    """The kits that several steps or experiences are part of, fetched at once, and who may read them."""

    def __init__(self, parts):
        super().__init__([])
        kits = ToolkitPage.objects.select_related("locale").in_bulk({part.kit_id for part in parts})
        self.kits = kits
        self.steps = {pk: {step.key: step for step in steps_of(kit)} for pk, kit in kits.items()}


def _build_step(row, kits):
    kit = kits.kits[row.kit_id]
    step = kits.steps[row.kit_id].get(row.key)
    audience = kits.audience_of(kit)
    if not step or not kit.url or not audience:
        return None
    value, block = step.value, kit.steps.stream_block.child_blocks["step"]
    with override(kit.locale.language_code):
        place = _("Step %(number)d of %(total)d of “%(title)s”.") % {
            "number": step.number, "total": step.total, "title": kit.title
        }  # fmt: skip
    instructions = value["instructions"]
    texts = block_texts(block.child_blocks["instructions"], instructions)
    example = block_texts(block.child_blocks["example"], value["example"])
    files = [value[name].title for name in ("template_file", "example_file") if value[name]]
    return EntryData(
        kind=kit.kind,
        language=kit.locale.language_code,
        title=step.title,
        summary=step.aim,
        place=place,  # shown, and not searched: every step would be found by the words of its kit
        body="\n".join(part.strip() for part in [value["who"], *texts, *example] if part and part.strip()),
        headings="\n".join(each.value["text"] for each in instructions if each.block_type == "heading"),
        keywords=" ".join(files),
        url=step.url,
        audience=audience,
        expires_at=kit.expire_at,
        dated_at=kit.last_published_at or kit.first_published_at,
        # The block's identifier is the same in all translations of the kit, but also in a copy of it.
        translation_key=uuid5(kit.translation_key, row.key),
    )


def _build_experience(experience, kits):
    kit = kits.kits[experience.kit_id]
    audience = kits.audience_of(kit)
    if not kit.url or not audience:
        return None
    with override(experience.language):
        title = _("What happened with “%(title)s”") % {"title": kit.title}
    return EntryData(
        kind=kit.kind,
        language=experience.language,
        title=title,
        body=experience.text,
        people=str(experience.user) if experience.user else "",
        place=experience.place,
        url=f"{kit.url}#experience-{experience.pk}",
        audience=audience,
        expires_at=kit.expire_at,
        dated_at=experience.created_at,
        translation_key=uuid5(kit.translation_key, f"experience-{experience.pk}"),
    )


register(
    KitStep,
    _build_step,
    findable=lambda: KitStep.objects.filter(kit__live=True, kit__alias_of=None),
    prepare=KitsOfParts,
    follows={ToolkitPage: lambda kit: kit.step_rows.values_list("pk", flat=True)},
    part_of="kit",
)
register(
    Experience,
    _build_experience,
    findable=lambda: Experience.objects.approved().filter(kit__live=True).select_related("user"),
    prepare=KitsOfParts,
    follows={
        ToolkitPage: lambda kit: kit.experiences.values_list("pk", flat=True),
        Experience._meta.get_field("user").related_model: lambda member: member.kit_experiences.values_list(
            "pk", flat=True
        ),
    },
    part_of="kit",
)
