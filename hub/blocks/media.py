"""Blocks that are pictures, files and films."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    picture = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        group = _("Pictures and files")
        template = "blocks/picture.html"
        description = _("A photograph or drawing, with a text for people who cannot see it.")

    def get_preview_value(self):
        image = get_image_model().objects.first()
        return (
            self.to_python({"picture": {"image": image.pk}, "caption": "At the summit"})
            if image
            else self.get_default()
        )


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(
        label=_("Title"), max_length=120, required=False, help_text=_("The file's own title is used if this is empty.")
    )

    class Meta:
        icon = "doc-full"
        label = _("File")
        group = _("Pictures and files")
        template = "blocks/file.html"
        description = _("A document to download. Its kind, size and pages are shown by themselves.")

    def get_preview_value(self):
        document = get_document_model().objects.first()
        return self.to_python({"document": document.pk, "title": ""}) if document else self.get_default()


PLAYERS = [
    (
        re.compile(r"^https://(?:www\.|m\.)?(?:youtube\.com/watch\?(?:.*&)?v=|youtu\.be/)([\w-]{6,20})"),
        "https://www.youtube-nocookie.com/embed/{}",
        "YouTube",
    ),
    (re.compile(r"^https://(?:www\.)?vimeo\.com/(\d{5,12})"), "https://player.vimeo.com/video/{}?dnt=1", "Vimeo"),
]


class VideoValue(blocks.StructValue):
    def _player(self):
        for pattern, address, name in PLAYERS:
            if match := pattern.match(self.get("url") or ""):
                return address.format(match.group(1)), name
        return "", ""

    @property
    def player_url(self):
        """The address of the player, contacted only after the reader agrees."""
        return self._player()[0]

    @property
    def host_name(self):
        """Whose player it is, told to the reader before anything is fetched."""
        return self._player()[1]


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address"), help_text=_("The page of the film on YouTube or Vimeo."))
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    transcript = blocks.RichTextBlock(
        label=_("What is said"),
        required=False,
        features=["bold", "ul"],
        help_text=_("For people who cannot hear or load it."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        group = _("Pictures and files")
        template = "blocks/video.html"
        description = _("A film by link. Nobody else's site is contacted before the reader agrees.")
        preview_value = {"url": "https://vimeo.com/123456789", "title": "The summit in three minutes", "transcript": ""}
        value_class = VideoValue

    def clean(self, value):
        value = super().clean(value)
        if not value.player_url:
            raise blocks.StructBlockValidationError(
                {
                    "url": ValidationError(
                        _("Give the address of a film on YouTube or Vimeo, such as https://vimeo.com/123456.")
                    )
                }
            )
        return value
