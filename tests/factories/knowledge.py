import factory

from knowledge.models import ArticlePage, ResourcePage, ToolkitPage

from .hub import PageFactory


class ToolkitPageFactory(PageFactory):
    class Meta:
        model = ToolkitPage

    title = factory.Sequence(lambda number: f"Toolkit {number}")


class ResourcePageFactory(PageFactory):
    class Meta:
        model = ResourcePage

    title = factory.Sequence(lambda number: f"Resource {number}")


class ArticlePageFactory(PageFactory):
    class Meta:
        model = ArticlePage

    title = factory.Sequence(lambda number: f"Article {number}")
