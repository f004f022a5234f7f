"""The library: toolkits, resources and articles, and the page that lists them."""

from .articles import ArticlePage
from .imports import ImportedFile
from .library import LibraryIndexPage
from .resources import ResourcePage
from .toolkits import ToolkitFile, ToolkitPage

__all__ = ["ArticlePage", "ImportedFile", "LibraryIndexPage", "ResourcePage", "ToolkitFile", "ToolkitPage"]
