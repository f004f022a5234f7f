"""Themes (what content is about) and areas (where it is about): translatable, curated by editors."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin


class TermQuerySet(models.QuerySet):
    def in_source_language(self):
        """Return one row per term: the ones that are not translations, for filters and choosers."""
        return self.filter(locale__language_code=settings.LANGUAGE_CODE)

    def with_local_name(self):
        """Annotate `local_name`: the term's name in the active language, or its own where there is no translation."""
        translation = self.model.objects.filter(
            translation_key=models.OuterRef("translation_key"),
            locale__language_code=get_language() or settings.LANGUAGE_CODE,
        ).values("name")[:1]
        return self.annotate(local_name=Coalesce(models.Subquery(translation), "name"))


class Term(TranslatableMixin, models.Model):
    """A word that content is filed under. Translations share the slug, so that addresses stay the same."""

    name = models.CharField(_("name"), max_length=80, help_text=_("Two or three plain words."))
    slug = models.SlugField(_("address part"), max_length=80, help_text=_("Used in addresses, such as ?theme=funding."))
    description = models.TextField(_("description"), blank=True, max_length=300)

    objects = TermQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name


class Theme(Term):
    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_theme_slug_per_language")]


class Area(Term):
    class AreaKind(models.TextChoices):
        BOROUGH = "borough", _("Borough")
        TOWN = "town", _("Town")
        COUNTY = "county", _("County")
        CITY = "city", _("City")
        NATION = "nation", _("Nation")

    area_kind = models.CharField(_("kind of area"), max_length=20, choices=AreaKind, default=AreaKind.BOROUGH)

    class Meta(Term.Meta):
        abstract = False
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_area_slug_per_language")]
