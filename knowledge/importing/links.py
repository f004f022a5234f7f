"""Where the links and pictures of a document lead.

A place that has no key yet (a page that is about to be made, a file that is about to be stored) is named by a token,
"import:doc:…", "import:file:…" or "import:page:…", until the pages are written. Tokens do not change from one import to
the next, so that a document can be compared with what was imported before.
"""

import hashlib
import posixpath
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from .files import Unusable
from .readers import MARKDOWN

ELSEWHERE = {"http", "https", "mailto", "tel"}
LINK = re.compile(r'<a href="import:(doc|file|page):([^"]+)">(.*?)</a>', re.DOTALL)


def token_of(key):
    """Return the token of the document that is known by `key`."""
    return "import:doc:" + hashlib.sha256(key.encode()).hexdigest()[:32]


def _plain(path):
    return Redirect.normalise_path(path).casefold()


class Places:
    """All that links can lead to."""

    def __init__(self, folder):
        self.folder = folder
        self._by_path, self._by_name, self._by_address, self._here = {}, {}, {}, {}
        self._models = {}  # what the documents become, by token

    def add(self, plan):
        """Make the document of `plan` known by its path in the folder and by its old addresses."""
        token = token_of(plan.key)
        self._models[token] = plan.kind.model
        if not plan.document.is_line:
            path = plan.document.path
            self._by_path[path] = token
            self._by_name.setdefault(PurePosixPath(path).name, set()).add(token)
        for address in list(plan.old_addresses):
            if self._by_address.setdefault(_plain(address), (token, plan.document.name))[0] != token:
                other = self._by_address[_plain(address)][1]
                plan.old_addresses.remove(address)
                plan.notes.append(f"old address left out: {address} is that of {other}")

    def link(self, href, plan):
        """Return what the link `href` in the document of `plan` is to lead to, or None if it leads nowhere."""
        try:
            parts = urlsplit(href.strip())
        except ValueError:
            plan.notes.append(f"link taken away: {href[:80]} is not an address")
            return None
        if parts.scheme in ELSEWHERE:
            return href.strip()
        if parts.netloc:
            return f"https:{href.strip()}"
        if parts.scheme:
            return None
        if not parts.path:
            return href if parts.fragment else None
        path = unquote(parts.path)
        try:
            if "\0" in path:  # PostgreSQL cannot even look for it
                raise Unusable("that is not an address")
            found = self._document(path, plan) or self._page_here(path) or self._file(path, plan)
        except (Unusable, ValueError) as error:
            plan.notes.append(f"link taken away: {href[:80]} ({error})")
            return None
        if not found:
            plan.notes.append(f"link taken away: {href[:80]} leads nowhere")
        elif self.folder.is_image(found):
            plan.notes.append(f"link taken away: {href[:80]} is a picture")
            return None
        return found

    def picture(self, src, plan):
        """Return the token of the picture `src`, or None."""
        try:
            parts = urlsplit(src.strip())
            if parts.scheme or parts.netloc:
                raise Unusable("it is on another site")
            found = self._file(unquote(parts.path), plan, is_picture=True)
            if not found:
                raise Unusable("there is no such file")
        except (Unusable, ValueError) as error:
            plan.notes.append(f"picture left out: {src[:80]} ({error})")
            return None
        return found

    def attachment(self, name, plan):
        """Return the token of the file `name`, or None."""
        try:
            if urlsplit(name).scheme:
                raise Unusable("it is on another site")
            found = self._file(name, plan)
            if not found:
                raise Unusable("there is no such file")
        except (Unusable, ValueError) as error:
            plan.notes.append(f"file left out: {name[:80]} ({error})")
            return None
        return found

    def page(self, text, plan, model):
        """Return the token of the page of `model` that `text` names by its file, address or title; None if none is."""
        try:
            path = unquote(urlsplit(text).path)
        except ValueError:
            path = ""
        found = None if "\0" in text + path else self._page_named(text.strip(), path, plan, model)
        if not found:
            kind = model._meta.verbose_name
            plan.notes.append(f"left out: {text[:80]} (there is no {kind} of that address or title)")
        return found

    def _page_named(self, text, path, plan, model):
        token = self._document(path, plan)
        if token and issubclass(self._models[token], model):
            return token
        token = self._page_here(path)
        if token and model.objects.filter(pk=token.rsplit(":", 1)[1]).exists():
            return token
        titled = model.objects.filter(title__iexact=text, locale__language_code=plan.language)
        keys = titled.values_list("pk", flat=True)[:2]
        return f"import:page:{keys[0]}" if len(keys) == 1 else None

    def _document(self, path, plan):
        folder = posixpath.dirname(plan.document.path)
        candidates = [path.lstrip("/")] if path.startswith("/") else [posixpath.normpath(posixpath.join(folder, path))]
        for candidate in candidates:
            candidate = candidate.rstrip("/")
            for ending in ("", ".md", ".markdown", "/index.md"):
                if token := self._by_path.get(candidate + ending):
                    return token
        base = plan.old_addresses[0] + "/" if plan.old_addresses else "/"
        if found := self._by_address.get(_plain(urljoin(base, path))):
            return found[0]
        same_name = self._by_name.get(PurePosixPath(path).name, set())
        return next(iter(same_name)) if len(same_name) == 1 else None

    def _file(self, path, plan, is_picture=False):
        folder = "" if path.startswith("/") else posixpath.dirname(plan.document.path)
        if PurePosixPath(path).suffix.lower() in MARKDOWN:
            return None  # it would be among the documents if it could be used
        return self.folder.token(posixpath.join(folder, path.lstrip("/")), is_picture=is_picture)

    def _page_here(self, path):
        """Return the token of a page of the hub that has, or had, the address `path`."""
        if not path.startswith("/"):
            return None
        if path not in self._here:
            page = page_at(path)
            if not page:
                old = Redirect.objects.filter(old_path=Redirect.normalise_path(path), redirect_page__live=True).first()
                page = old.redirect_page if old else None
            self._here[path] = f"import:page:{page.pk}" if page else None
        return self._here[path]


def page_at(address):
    """Return the page at `address`, a path such as "/library/" or a whole address; None if there is none."""
    path = unquote(urlsplit(address).path).rstrip("/") + "/"
    slug = PurePosixPath(path).name
    candidates = list(Page.objects.filter(slug=slug)) if slug else []
    if path.count("/") <= 2:  # the home pages ("/", "/es/") have slugs that do not stand in their addresses
        candidates += Page.objects.filter(depth=2)
    return next((page for page in candidates if _path_of(page) == path), None)


def _path_of(page):
    url = page.url
    return unquote(urlsplit(url).path) if url else None


def settle(value, places):
    """Return `value`, blocks as JSON, with every token replaced; `places` gives (kind of link, key) for a token.

    What leads nowhere becomes plain text or nothing, and a block whose picture or file is not there is left out.
    """
    if isinstance(value, str):
        return LINK.sub(lambda match: _settled_link(match, places), value)
    if isinstance(value, list):
        return [settle(item, places) for item in value if not _is_lost(item, places)]
    if isinstance(value, dict):
        return {
            name: (places(item) or (None, None))[1] if _is_token(item) else settle(item, places)
            for name, item in value.items()
        }
    return value


def _is_token(value):
    return isinstance(value, str) and value.startswith("import:")


def _is_lost(block, places):
    if not isinstance(block, dict) or block.get("type") not in ("picture", "file"):
        return False
    value = block["value"]
    return not places(value["picture"]["image"] if block["type"] == "picture" else value["document"])


def _settled_link(match, places):
    kind, rest, text = match.groups()
    found = places(f"import:{kind}:{rest}")
    return f'<a linktype="{found[0]}" id="{found[1]}">{text}</a>' if found else text
