"""What all rooms share: pages' common ground, themes and areas, pictures and documents, settings of the site."""

from .chores import ChoreRun
from .files import HubDocument, HubImage, HubRendition
from .front import HomePage, StandardPage
from .mail import WaitingMail
from .pages import BasePage
from .site_settings import HubSettings
from .taxonomy import Area, Theme

__all__ = [
    "Area",
    "BasePage",
    "ChoreRun",
    "HomePage",
    "HubDocument",
    "HubImage",
    "HubRendition",
    "HubSettings",
    "StandardPage",
    "Theme",
    "WaitingMail",
]
