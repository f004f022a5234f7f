"""One row for each thing that can be found. Rooms say how their nouns become entries (`search.registry`)."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelsearch import index

from hub.kinds import Kind
from hub.models import Area, Theme

from ..registry import PUBLIC, audiences_of
from ..text import searchable_text


class EntryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Return the entries that `user` may see: the public ones, and those of the audiences the user belongs to."""
        return self.filter(audience__in=[PUBLIC, *audiences_of(user)])


class Entry(index.Indexed, models.Model):
    # Not "object_id", which modelsearch keeps for itself.
    thing_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    thing_id = models.PositiveBigIntegerField()
    # The same for all translations of one thing, so that a list shows it once.
    translation_key = models.UUIDField(null=True)
    # "public", or the name of an audience such as "group:12"; who belongs to it is the room's to say.
    audience = models.CharField(max_length=60, default=PUBLIC)

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("text"), blank=True)
    url = models.CharField(_("address"), max_length=2000)
    people = models.TextField(_("people"), blank=True)
    keywords = models.TextField(_("filed under"), blank=True)

    themes = models.ManyToManyField(Theme, related_name="+")
    areas = models.ManyToManyField(Area, related_name="+")

    dated_at = models.DateTimeField(_("date"), null=True, help_text=_("What lists are sorted by: start, publication."))
    updated_at = models.DateTimeField(_("put in at"), auto_now=True)

    objects = EntryQuerySet.as_manager()

    # One field of stems: see `search.text`. It is not called "title" on purpose: modelsearch multiplies the rank of
    # such a field by the shortness of the title, which puts "Personas" before whatever was asked for.
    search_fields = [
        index.SearchField("searchable_text"),
        index.AutocompleteField("title"),
        index.FilterField("audience"),
        index.FilterField("kind"),
        index.FilterField("language"),
    ]
    search_auto_update = False  # `search.entries` writes rows and index together, in batches

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [models.UniqueConstraint(fields=["thing_type", "thing_id"], name="one_entry_per_thing")]
        indexes = [models.Index(fields=["audience", "kind"])]

    def __str__(self):
        return self.title

    def searchable_text(self):
        """Return what the engines index."""
        return searchable_text(self)
