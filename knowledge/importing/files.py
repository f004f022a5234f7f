"""The pictures and documents in the folder: checked as uploads are, and kept once, however often they are imported."""

import hashlib

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from hub.uploads import check_document, clean_picture, count_pages

from ..models import ImportedFile


class Unusable(Exception):
    """A file that cannot be used. Its text is fit to show."""


class Folder:
    """The files below `root`, by their paths. None outside of it is ever opened."""

    def __init__(self, root):
        self.root = root
        self.paths = {}  # by token
        self._tokens = {}  # by path; an Unusable where the file cannot be used

    def token(self, relative, *, is_picture=False):
        """Return the token of the file at `relative`, or None if there is none. Raises Unusable."""
        if "\0" in relative:
            raise Unusable("that is not a file's name")
        path = self.root / relative.lstrip("/")
        resolved = path.resolve()
        if not resolved.is_relative_to(self.root):
            raise Unusable("it leaves the folder")
        try:
            if not resolved.is_file():
                return None
        except OSError as error:  # such as a name that is too long for any file
            raise Unusable(f"it cannot be read: {error.strerror or error}") from error
        if is_picture and not is_image(path):
            raise Unusable("it is not a picture")
        if resolved not in self._tokens:
            try:
                self._tokens[resolved] = self._check(resolved)
            except Unusable as error:
                self._tokens[resolved] = error
            except OSError as error:
                self._tokens[resolved] = Unusable(f"it cannot be read: {error.strerror or error}")
        found = self._tokens[resolved]
        if isinstance(found, Unusable):
            raise found
        return found

    def is_image(self, token):
        """Tell whether `token` is that of a picture."""
        return token in self.paths and is_image(self.paths[token])

    def _check(self, path):
        largest = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE if is_image(path) else settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
        size = path.stat().st_size
        if size > largest:
            raise Unusable(f"too large: {size / 1024 / 1024:.0f} MB; at most {largest // 1024 // 1024} MB are taken")
        with path.open("rb") as file:
            token = "import:file:" + hashlib.file_digest(file, "sha256").hexdigest()
            if not _stored(token):
                file.seek(0)
                try:
                    (clean_picture if is_image(path) else check_document)(File(file, name=path.name))
                except ValidationError as error:
                    raise Unusable(" ".join(error.messages)) from error
        self.paths.setdefault(token, path)
        return token


def is_image(path):
    """Tell whether a file is taken for a picture, by its ending; what is inside is looked at when it is opened."""
    return path.suffix.lower().lstrip(".") in settings.WAGTAILIMAGES_EXTENSIONS


def _stored(token):
    return ImportedFile.objects.filter(key=token).first()


def store(token, path):
    """Return (kind of link, key, whether it is new) of the picture or document for a file; it is made if missing."""
    known = _stored(token)
    if known:
        return ("document", known.document_id, False) if known.document_id else ("image", known.image_id, False)
    title = path.stem.replace("_", " ").replace("-", " ").strip()[:255] or "file"
    kind = "image" if is_image(path) else "document"
    with path.open("rb") as file:
        source = File(file, name=path.name)
        if kind == "image":
            made = get_image_model()(title=title, file=clean_picture(source))
        else:
            made = get_document_model()(title=title, page_count=count_pages(source))
            source.seek(0)
            made.file = source
        made.file_size = made.file.size
        made.save()
    made.get_file_hash()
    ImportedFile.objects.create(key=token, name=path.name[:500], **{kind: made})
    return kind, made.pk, True
