"""The library: toolkits, resources and articles, and the page that lists them."""

from .articles import ArticlePage
from .experiences import Experience
from .imports import ImportedFile
from .library import LibraryIndexPage
from .resources import ResourcePage
from .steps import KitStep, KitStepAddress
from .toolkits import ToolkitFile, ToolkitPage
from .versions import KitArchive, KitFollower, KitVersion

__all__ = [
    "ArticlePage",
    "Experience",
    "ImportedFile",
    "KitArchive",
    "KitFollower",
    "KitStep",
    "KitStepAddress",
    "KitVersion",
    "LibraryIndexPage",
    "ResourcePage",
    "ToolkitFile",
    "ToolkitPage",
]
