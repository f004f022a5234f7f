"""Makes a page of the hub one that opens from a disk: nothing is fetched, and every link leads somewhere."""

import re
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from bs4 import BeautifulSoup
from django.core.files.storage import default_storage

DOCUMENT = re.compile(r"^/documents/(\d+)/")
TAKEN_OUT = ["script", "iframe", "form", "button", "object", "embed", "video", "audio", "source", "base"]
OWN_STYLE = "style.css"


def offline(html, *, files, site_url):
    """Return (html, pictures) for a page that stands beside its `files`, names by the keys of documents.

    Links to documents lead to the files, links within the hub to their full addresses; pictures become names beside the
    page: {name in the storage: name}. What would be fetched from anywhere is taken out.
    """
    soup = BeautifulSoup(html, "html.parser")
    pictures = {}
    for tag in soup.find_all(TAKEN_OUT):
        tag.decompose()
    for tag in soup.find_all("link"):
        if tag.get("href") != OWN_STYLE:
            tag.decompose()
    for tag in soup.find_all("svg"):
        if tag.find("use"):
            tag.decompose()
    for tag in soup.find_all("img"):
        _place_picture(tag, pictures)
    for tag in soup.find_all("a", href=True):
        tag["href"] = _address(tag["href"], files, site_url)
        del tag["download"]
    for tag in soup.find_all(True):
        for name in [name for name in tag.attrs if name.startswith(("data-", "on")) or name in ("srcset", "style")]:
            del tag[name]
    return str(soup), pictures


def _place_picture(tag, pictures):
    stored = _stored_name(tag.get("src", ""))
    if stored is None or not default_storage.exists(stored):
        tag.replace_with(tag.get("alt", ""))
        return
    if stored not in pictures:
        pictures[stored] = f"pictures/{len(pictures) + 1:02}{PurePosixPath(stored).suffix}"
    tag["src"] = pictures[stored]
    del tag["loading"]


def _stored_name(address):
    """Return the name in the storage of the picture at `address`, or None for one that is not ours."""
    start = default_storage.url("")
    plain = address.split("?")[0]
    return unquote(plain.removeprefix(start)) if start and plain.startswith(start) else None


def _address(href, files, site_url):
    parts = urlsplit(href)
    local = parts.path if not parts.netloc or f"{parts.scheme}://{parts.netloc}" == site_url else ""
    document = DOCUMENT.match(local)
    if document and int(document[1]) in files:
        return quote(files[int(document[1])])
    if not parts.scheme and not parts.netloc and href.startswith("/"):
        return site_url + href
    return href
