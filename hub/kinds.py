"""The kinds of thing the hub holds. Each has a word, an icon and a hue, the same everywhere: cards, results, feeds."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """A kind's value is also its CSS modifier (`kind--toolkit`) and its symbol in `static/img/icons.svg`."""

    TOOLKIT = "toolkit", _("Toolkit")
    RESOURCE = "resource", _("Resource")
    CASE_STUDY = "case-study", _("Case study")
    ARTICLE = "article", _("Article")
    EVENT = "event", _("Event")
    GROUP = "group", _("Group")
    PERSON = "person", _("Person")
    PAGE = "page", _("Page")
