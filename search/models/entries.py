"""One row for each thing that can be found. Rooms say how their nouns become entries (`search.registry`)."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.kinds import Kind

from ..registry import PUBLIC, audiences_of


class EntryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Return the entries that `user` may see: the public ones, and those of the audiences the user belongs to."""
        return self.for_audiences(audiences_of(user))

    def for_audiences(self, audiences):
        """Return the entries that members of `audiences` may see now. The one place that decides this."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()), audience__in=[PUBLIC, *audiences])


class Entry(models.Model):
    # Narrow columns first: engines count by them, and SQLite reads a row from its start.
    thing_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    thing_id = models.PositiveBigIntegerField()
    # "public", or the name of an audience such as "group:12"; who belongs to it is the room's to say.
    audience = models.CharField(max_length=60, default=PUBLIC)
    expires_at = models.DateTimeField(_("expires at"), null=True)
    # The same for all translations of one thing, so that a list shows it once.
    translation_key = models.UUIDField(null=True, db_index=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    language = models.CharField(_("language"), max_length=10)
    year = models.PositiveSmallIntegerField(_("year"), null=True)
    dated_at = models.DateTimeField(_("date"), null=True, help_text=_("What lists are sorted by: start, publication."))
    ends_at = models.DateTimeField(_("ends at"), null=True)
    checked_on = models.DateField(_("checked on"), null=True)
    check_due_on = models.DateField(_("next check on"), null=True)
    is_easy_read = models.BooleanField(_("easy read"), default=False)
    has_versions = models.BooleanField(_("is translated"), default=False)

    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    url = models.CharField(_("address"), max_length=2000)
    place = models.CharField(_("place"), max_length=255, blank=True)
    people = models.TextField(_("people"), blank=True)
    keywords = models.TextField(_("filed under"), blank=True)
    updated_at = models.DateTimeField(_("put in at"), auto_now=True)
    related_at = models.DateTimeField(_("compared with others at"), null=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        # No index on the audience: nearly all are public, and SQLite would take it for the best way to find a few.
        constraints = [models.UniqueConstraint(fields=["thing_type", "thing_id"], name="one_entry_per_thing")]

    def __str__(self):
        return self.title

    @property
    def language_name(self):
        return dict(settings.LANGUAGES).get(self.language, self.language)


class EntryLabel(models.Model):
    """What an entry can be narrowed by and may have several of: a theme or area (its slug), a format."""

    class Facet(models.TextChoices):
        THEME = "theme", _("Theme")
        AREA = "area", _("Area")
        FORMAT = "format", _("Format")

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="labels")
    facet = models.CharField(max_length=10, choices=Facet)
    value = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "facet", "value"], name="one_label_per_entry")]
        indexes = [models.Index(fields=["facet", "value"])]

    def __str__(self):
        return f"{self.facet}:{self.value}"


class EntryText(models.Model):
    """A text of an entry that passages are shown from: the thing's own, or a page of a file that it carries."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="texts")
    position = models.PositiveIntegerField()
    file_title = models.CharField(max_length=255, blank=True)
    file_url = models.CharField(max_length=2000, blank=True)
    place = models.CharField(max_length=10, blank=True)  # "page", "slide" or "sheet" of the file, with its
    number = models.PositiveIntegerField(null=True)
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "position"], name="one_text_per_position")]

    def __str__(self):
        return f"{self.entry_id}: {self.file_title} {self.number or ''}"


class EntryStems(models.Model):
    """What the engines index: the stems of an entry's parts, in order, with spaces between (`search.text`)."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True, related_name="stems")
    title = models.TextField(blank=True)
    headings = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    names = models.TextField(blank=True)  # people and keywords
    body = models.TextField(blank=True)
    files = models.TextField(blank=True)
    # Words of the title as they are typed, for suggestions.
    title_words = models.TextField(blank=True)

    class Meta:
        verbose_name = _("stems of an entry")

    def __str__(self):
        return self.title


class Related(models.Model):
    """An entry that whoever read another may like to read too."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="related")
    other = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "other"], name="one_relation_per_pair")]

    def __str__(self):
        return f"{self.entry_id} → {self.other_id}"


class Word(models.Model):
    """A word of public entries, in how many of them it stands. Nothing that only private things say is in here."""

    word = models.CharField(max_length=60)  # lower case, without accents
    stem = models.CharField(max_length=60, db_index=True)
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "stem"], name="one_row_per_word_and_stem")]

    def __str__(self):
        return self.word


class Behind(models.Model):
    """A thing whose entry a search server does not have as it is. While there is any, the database answers."""

    entry_id = models.BigIntegerField(primary_key=True)
    changed_at = models.DateTimeField(default=timezone.now)  # the same for all that were written together

    class Meta:
        indexes = [models.Index(fields=["changed_at"])]

    def __str__(self):
        return str(self.entry_id)
