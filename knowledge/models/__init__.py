"""The library: toolkits, resources and articles, and the page that lists them."""

from .articles import ArticleBriefing, ArticlePage
from .authors import ArticleAuthor, Author, public_articles
from .experiences import Experience
from .imports import ImportedFile
from .library import LibraryIndexPage
from .resources import ResourcePage
from .series import ArticleSeriesPage, SeriesPart
from .steps import KitStep, KitStepAddress
from .toolkits import ToolkitFile, ToolkitPage
from .versions import KitArchive, KitFollower, KitVersion

__all__ = [
    "ArticleAuthor",
    "ArticleBriefing",
    "ArticlePage",
    "ArticleSeriesPage",
    "Author",
    "Experience",
    "ImportedFile",
    "KitArchive",
    "KitFollower",
    "KitStep",
    "KitStepAddress",
    "KitVersion",
    "LibraryIndexPage",
    "ResourcePage",
    "SeriesPart",
    "ToolkitFile",
    "ToolkitPage",
    "public_articles",
]
