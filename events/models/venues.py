"""Places where events are held, and what access they have."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import InlinePanel
from wagtail.models import Orderable
from wagtail.snippets.models import register_snippet

from hub.models import Area


@register_snippet
class Venue(ClusterableModel):
    name = models.CharField(_("name"), max_length=120)
    address = models.TextField(_("address"), max_length=400, help_text=_("As you would write it on an envelope."))
    area = models.ForeignKey(Area, verbose_name=_("area"), null=True, blank=True, on_delete=models.SET_NULL)
    getting_there = models.TextField(
        _("getting there"),
        max_length=1000,
        blank=True,
        help_text=_("Nearest stops, step-free routes, where the door is."),
    )
    map_url = models.URLField(_("map"), blank=True, help_text=_("A link to a map of your choice."))

    panels = [
        "name",
        "address",
        "area",
        "getting_there",
        "map_url",
        InlinePanel("access_features", heading=_("Access"), label=_("access feature")),
    ]

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["name"]

    def __str__(self):
        return self.name


class VenueAccessFeature(Orderable):
    class Feature(models.TextChoices):
        STEP_FREE = "step-free", _("Step-free entrance")
        LIFT = "lift", _("Lift to all floors in use")
        WIDE_DOORS = "wide-doors", _("Doors at least 80 cm wide")
        ACCESSIBLE_TOILET = "accessible-toilet", _("Accessible toilet")
        CHANGING_PLACES = "changing-places", _("Changing Places toilet")
        HEARING_LOOP = "hearing-loop", _("Hearing loop")
        QUIET_ROOM = "quiet-room", _("Quiet room")
        PRAYER_ROOM = "prayer-room", _("Prayer room")
        BLUE_BADGE = "blue-badge", _("Blue Badge parking")
        ASSISTANCE_DOGS = "assistance-dogs", _("Assistance dogs welcome")
        BABY_CHANGING = "baby-changing", _("Baby changing")

    venue = ParentalKey(Venue, on_delete=models.CASCADE, related_name="access_features")
    feature = models.CharField(_("feature"), max_length=30, choices=Feature)
    note = models.CharField(
        _("note"), max_length=160, blank=True, help_text=_("Such as: ramp at the side door, ring the bell.")
    )

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["venue", "feature"], name="one_access_feature_per_venue")]

    def __str__(self):
        return self.get_feature_display()
