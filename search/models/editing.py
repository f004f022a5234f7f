"""What editors say to make the search better."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Synonyms(models.Model):
    """Words for the same thing: whoever asks with one finds what says another."""

    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    words = models.TextField(
        _("words for the same thing"),
        help_text=_("One on each line, such as “steering committee” and “advisory group”."),
    )

    class Meta:
        verbose_name = _("words for the same thing")
        verbose_name_plural = _("words for the same thing")
        ordering = ["language", "words"]

    def __str__(self):
        return ", ".join(self.as_list())

    def as_list(self):
        """Return the words, each once."""
        return list(dict.fromkeys(line.strip() for line in self.words.splitlines() if line.strip()))
