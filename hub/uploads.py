"""What may be uploaded: documents checked by their content, pictures made anew, pages of PDF files counted.

The forms of Wagtail's admin use it, and so does the import. Messages are fit to show beside the field.
"""

import codecs
import io
import logging
import zipfile
from pathlib import Path

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from pypdf import PdfReader
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of every crooked file; they are counted all the same

TEXT_ENDINGS = {"txt", "md", "csv"}
# What an archive may unpack to. Whoever reads the text out of a document later must not run out of memory.
LARGEST_UNPACKED = 300 * 1024 * 1024
MOST_PARTS = 10_000

PICTURE_ENDINGS = {"JPEG": {"jpg", "jpeg"}, "MPO": {"jpg", "jpeg"}, "PNG": {"png"}, "WEBP": {"webp"}, "GIF": {"gif"},
                   "AVIF": {"avif"}}  # fmt: skip
PICTURE_FORMATS = [name for name in PICTURE_ENDINGS if name != "MPO"]  # a JPEG with several pictures, opened as JPEG
ODF_ENDINGS = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
OOXML_ENDINGS = {"word": "docx", "xl": "xlsx", "ppt": "pptx"}


def _ending(name):
    return Path(name or "").suffix.lstrip(".").lower()


def _refuse(message, code, **params):
    raise ValidationError(message, code=code, params=params)


def _check_size(file, largest):
    if not file.size:
        _refuse(_("This file is empty. Choose another, or save it again and then choose it."), "empty")
    if file.size > largest:
        _refuse(
            _("This file is %(size)s. The most that we can take is %(largest)s: make it smaller, or link to it."),
            "too_large",
            size=filesizeformat(file.size),
            largest=filesizeformat(largest),
        )


# Documents ------------------------------------------------------------------------------------------------------------


def check_document(file):
    """Raise `ValidationError` unless `file` (a Django file) is a whole document of the type that its name says."""
    _check_size(file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    ending = _ending(file.name)
    if ending not in settings.WAGTAILDOCS_EXTENSIONS:
        _refuse(
            _("We do not take files of this type (.%(ending)s). We take %(allowed)s."),
            "ending",
            ending=ending,
            allowed=", ".join(settings.WAGTAILDOCS_EXTENSIONS),
        )
    try:
        content = _content_type(file, ending)
    finally:
        file.seek(0)
    if content != ending:
        _refuse(
            _("The name ends in .%(ending)s, but the file is %(content)s inside. Save it again under the right type.")
            if content
            else _("The name ends in .%(ending)s, but that is not what is inside, or the file is damaged."),
            "content",
            ending=ending,
            content=content.upper(),
        )


def _content_type(file, ending):
    """Return the ending that fits what is inside `file`; an empty text where that is nothing we know."""
    file.seek(0)
    head = file.read(8192)
    if b"%PDF-" in head[:1024]:  # where readers look for it (ISO 32000-1 annex H, note 13)
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive_type(file)
    if ending in TEXT_ENDINGS:  # asked before `filetype`, which takes a text that begins with "BM" for a picture
        _check_text(file)
        return ending
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse(
            _("This is a document in an old format, or one with a password. Save it as DOCX, XLSX, PPTX or PDF, "
              "without a password."),
            "old_format",
        )  # fmt: skip
    guess = filetype.guess(head)
    return guess.extension if guess else ""


def _archive_type(file):
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                _refuse(_("This file unpacks to more than we can take. Send its parts one by one."), "bomb")
            names = {part.filename for part in parts}
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                _refuse(_("There is a macro (a small program) inside. Save the document without macros."), "macro")
            if "mimetype" in names:
                with archive.open("mimetype") as part:  # no more of it: it may unpack to all that is allowed
                    kind = part.read(100).decode("ascii", "replace").strip()
                return ODF_ENDINGS.get(kind.removeprefix("application/vnd.oasis.opendocument."), "zip")
            if "[Content_Types].xml" in names:
                folders = {name.split("/")[0] for name in names}
                return next((ending for folder, ending in OOXML_ENDINGS.items() if folder in folders), "zip")
            return "zip"
    except ValidationError:
        raise
    except Exception:  # a damaged archive fails in many ways: BadZipFile, OSError, RuntimeError, NotImplementedError
        return ""


def _check_text(file):
    """Raise `ValidationError` unless the whole of `file` is text in UTF-8, or in UTF-16 that says so."""
    file.seek(0)
    head = file.read(2)
    file.seek(0)
    decoder = codecs.getincrementaldecoder(
        "utf-16" if head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8"
    )()
    try:
        for chunk in file.chunks():
            if "\x00" in decoder.decode(chunk):
                raise UnicodeError
        decoder.decode(b"", final=True)
    except UnicodeError:
        _refuse(
            _("We cannot read this as text. In the program that made it, choose “Save as” and the encoding UTF-8."),
            "encoding",
        )


def count_pages(file):
    """Return how many pages the PDF `file` has; None for other files and for those that nobody can count."""
    if _ending(file.name) != "pdf":
        return None
    try:
        file.seek(0)
        pages = len(PdfReader(file).pages) or None
        file.seek(0)
    except Exception:  # with a password, damaged, nested without end: the document is welcome all the same
        return None
    return pages


class DocumentField(WagtailDocumentField):
    def to_python(self, data):
        file = super().to_python(data)
        if file:
            check_document(file)
        return file


class DocumentForm(BaseDocumentForm):
    """The form of every screen that takes documents: one, many at once, and the chooser."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _replace_field(self, DocumentField)

    def save(self, commit=True):
        document = self.instance
        is_new_file = "file" in self.changed_data
        if document.file and (is_new_file or document.page_count is None):
            pages = count_pages(document.file)
            if not is_new_file:
                document.file.close()
            if pages or (is_new_file and "page_count" not in self.changed_data):
                document.page_count = pages
        return super().save(commit=commit)


# Pictures -------------------------------------------------------------------------------------------------------------


def clean_picture(file):
    """Return a `ContentFile` with the picture in `file` made anew: upright, without what cameras write beside it.

    Raises `ValidationError` where it is no picture, not of the type that its name says, damaged or too large.
    """
    _check_size(file, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    ending = _ending(file.name)
    if ending not in settings.WAGTAILIMAGES_EXTENSIONS:
        _refuse(
            _("We do not take pictures of this type (.%(ending)s). Save it as JPG or PNG. We take %(allowed)s."),
            "ending",
            ending=ending,
            allowed=", ".join(settings.WAGTAILIMAGES_EXTENSIONS),
        )
    try:
        file.seek(0)
        with Image.open(file, formats=PICTURE_FORMATS) as picture:
            _check_pixels(picture)
            if ending not in PICTURE_ENDINGS[picture.format]:
                _refuse(
                    _("The name ends in .%(ending)s, but this is a %(content)s picture. Give it the right ending."),
                    "content",
                    ending=ending,
                    content=picture.format,
                )
            return ContentFile(_made_anew(picture), name=Path(file.name).name)
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        _refuse_pixels()
    except Exception as error:  # decoders fail in many ways on what is damaged or made to harm
        raise ValidationError(
            _("We cannot read this picture. It may be damaged, or not be a picture. Save it again as JPG or PNG."),
            code="unreadable",
        ) from error
    finally:
        file.seek(0)


def _check_pixels(picture):
    width, height = picture.size
    if width * height * getattr(picture, "n_frames", 1) > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        _refuse_pixels()


def _refuse_pixels():
    _refuse(
        _("This picture has more than %(most)d million dots. Make it smaller: 3000 dots wide is plenty."),
        "too_many_pixels",
        most=settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000,
    )


def _made_anew(picture):
    """Return the bytes of `picture` in its own format, from nothing but its dots, its colours and its film."""
    format_name = "JPEG" if picture.format == "MPO" else picture.format
    options = {
        "JPEG": {"quality": 90, "progressive": True, "optimize": True},
        "PNG": {"optimize": True},
        "WEBP": {"quality": 90},
        "AVIF": {"quality": 80},
        "GIF": {},
    }[format_name]
    profile = picture.info.get("icc_profile")
    if profile and picture.mode != "CMYK" and format_name != "GIF":
        options["icc_profile"] = profile
    out = io.BytesIO()
    if format_name in ("GIF", "WEBP") and getattr(picture, "is_animated", False):
        picture.save(out, format_name, save_all=True, exif=b"", xmp=b"", comment=b"")
        return out.getvalue()
    upright = ImageOps.exif_transpose(picture)
    # What comes with the dots: place and time, camera, comments, thumbnails. Only which colour is see-through stays.
    upright.info = {name: value for name, value in upright.info.items() if name == "transparency"}
    if format_name == "JPEG" and upright.mode not in ("L", "RGB"):
        upright = upright.convert("RGB")
    upright.save(out, format_name, **options)
    return out.getvalue()


class PictureField(WagtailImageField):
    def to_python(self, data):
        if data:
            _rewrite(data, clean_picture(data).read())
        return super().to_python(data)


class ImageForm(BaseImageForm):
    """The form of every screen that takes pictures: one, many at once, and the chooser."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _replace_field(self, PictureField)


def _rewrite(upload, content):
    """Put `content` into the uploaded file itself: Wagtail keeps that one when another field of the form is wrong."""
    upload.seek(0)
    upload.truncate()
    upload.write(content)
    upload.flush()
    upload.seek(0)
    upload.size = len(content)


# Both -----------------------------------------------------------------------------------------------------------------


def _replace_field(form, field_class):
    """Let the form's file field be a `field_class`; Wagtail chooses the class itself when it makes the form."""
    if field := form.fields.get("file"):
        form.fields["file"] = field_class(label=field.label, required=field.required, widget=field.widget)
