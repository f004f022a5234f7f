"""How what is in the library is found."""

from members.models import User
from search.pages import register_page
from search.registry import leave_out
from stewardship.models import Stewardship

from .models import ArticlePage, LibraryIndexPage, ResourcePage, ToolkitPage


def _titles_of_files(toolkit):
    return [item.document.title for item in toolkit.files.all()]


def _document_title(resource):
    return [resource.document.title] if resource.document else []


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
    people=lambda article: [article.author_name],
    fetch=["author"],
    follows={
        ArticlePage._meta.get_field("author").related_model: lambda member: member.articles.values_list("pk", flat=True)
    },
)
leave_out(LibraryIndexPage, because="a list of what is found by itself")
