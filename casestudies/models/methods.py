"""Ways of working that case studies used: a word that editors keep, such as "door knocking" or "peer research"."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.models.taxonomy import Term


class Method(Term):
    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("method")
        verbose_name_plural = _("methods")
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_method_slug_per_language")]
