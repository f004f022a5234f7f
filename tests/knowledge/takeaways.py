"""ZIPs of kits, taken as a reader takes them."""

import io
import zipfile
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.urls import reverse

from tests.factories.hub import HubDocumentFactory


@dataclass(frozen=True)
class Taken:
    """A ZIP: its answer, and what is in the one folder in it."""

    response: object
    archive: zipfile.ZipFile
    folder: str

    @property
    def names(self):
        return [name.removeprefix(self.folder) for name in self.archive.namelist()]

    @property
    def index(self):
        return BeautifulSoup(self.read("index.html").decode(), "html.parser")

    def read(self, name):
        return self.archive.read(self.folder + name)


def unpacked(data, response=None):
    """Return the ZIP in `data`; all that is in it lies in one folder."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    (folder,) = {name.split("/")[0] for name in archive.namelist()}
    return Taken(response, archive, f"{folder}/")


def take(client, kit):
    """Download the ZIP of a kit."""
    response = client.get(reverse("knowledge:take-away", args=[kit.pk]))
    assert response.status_code == 200
    return unpacked(b"".join(response.streaming_content), response)


def document(title, name="form.pdf", data=b"%PDF a form", **fields):
    return HubDocumentFactory(title=title, file=ContentFile(data, name=name), **fields)
