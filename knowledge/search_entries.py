"""How what is in the library is found."""

from search.pages import register_page
from search.registry import leave_out

from .models import ArticlePage, LibraryIndexPage, ResourcePage, ToolkitPage


def _titles_of_files(toolkit):
    return [item.document.title for item in toolkit.files.all()]


def _document_title(resource):
    return [resource.document.title] if resource.document else []


register_page(
    ToolkitPage,
    keywords=["who_for", "time_needed", _titles_of_files],
    fetch=["files__document"],
)
register_page(
    ResourcePage,
    text=["what", "why"],
    keywords=[ResourcePage.get_resource_kind_display, "time_needed", _document_title, "source"],
    fetch=["document"],
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
