"""What is known of the steps of published kits: so that they are found, and that no address of theirs is lost."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .toolkits import ToolkitPage


class KitStep(models.Model):
    """A step of a live kit. Written from the kit's blocks whenever it is published (`knowledge.signals`)."""

    kit = models.ForeignKey(ToolkitPage, on_delete=models.CASCADE, related_name="step_rows")
    key = models.CharField(max_length=64)  # the identifier of the block
    position = models.PositiveIntegerField()
    slug = models.CharField(max_length=120)
    title = models.CharField(max_length=120)

    wagtail_reference_index_ignore = True  # the kit itself says what it refers to

    class Meta:
        verbose_name = _("step of a toolkit")
        ordering = ["kit", "position"]
        constraints = [models.UniqueConstraint(fields=["kit", "key"], name="one_row_per_step_of_a_kit")]
        indexes = [models.Index(fields=["key"], name="kit_step_key")]

    def __str__(self):
        return self.title


class KitStepAddress(models.Model):
    """An address that a step has or had. The step may be called otherwise now, or be gone."""

    kit = models.ForeignKey(ToolkitPage, on_delete=models.CASCADE, related_name="step_addresses")
    slug = models.CharField(max_length=120)
    key = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("address of a step")
        constraints = [models.UniqueConstraint(fields=["kit", "slug"], name="one_step_per_address_of_a_kit")]

    def __str__(self):
        return self.slug
