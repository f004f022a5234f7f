"""What the form of a story sends, and what comes back."""

import io
import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

SHARE = "/case-studies/share/"
FIVE = {
    "what_happened": "We opened a kitchen.",
    "who_took_part": "Neighbours.",
    "what_changed": "They talk.",
    "what_did_not_work": "The key.",
    "what_we_would_do_differently": "Two keys.",
    "title": "A kitchen",
    "name_shown": "first",
    "door": "five",
    "marks": "{}",
    "photo_alt": "",
}


def form(**changes):
    return {**FIVE, "submission_key": str(uuid.uuid4()), **changes}


def errors(response):
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def photograph():
    """A picture that tells where and when it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Camera of Alice"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_2231 in my kitchen.jpg", out.getvalue(), content_type="image/jpeg")
