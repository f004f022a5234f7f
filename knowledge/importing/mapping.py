"""Which field in the files becomes which field of a page: what most systems use, and what a map file says.

[fields]            # field in the files = field here; "" leaves it out
timeRequired = "time_needed"
[defaults]          # what every page gets where the file says nothing
licence = "CC0-1.0"
[themes]            # word in the files = theme here, by its name or address part
Discover = "research"
[options]
make_themes = true  # make the themes that are missing
"""

import re
import tomllib
from dataclasses import dataclass, field

# What is not a field of a page, but means something to the import.
SPECIAL = {
    "title", "summary", "slug", "address", "redirects", "themes", "areas", "date", "author", "language", "attachments",
    "kind", "draft", "published",
}  # fmt: skip

USUAL = {
    "description": "summary", "abstract": "summary", "excerpt": "summary",
    "time_required": "time_needed", "time": "time_needed", "duration": "time_needed",
    "permalink": "address", "redirect_from": "redirects", "aliases": "redirects",
    "theme": "themes", "tags": "themes", "categories": "themes", "category": "themes", "topics": "themes",
    "area": "areas", "location": "areas",
    "published_on": "date", "publish_date": "date",
    "authors": "author", "by": "author", "lang": "language", "locale": "language",
    "license": "licence", "original": "source_url", "canonical": "source_url",
    "files": "attachments", "type": "kind",
    "method": "methods", "toolkits": "toolkits_used", "adapted_from": "came_from",
    "layout": "",
}  # fmt: skip


@dataclass(frozen=True)
class FieldMap:
    fields: dict = field(default_factory=dict)
    defaults: dict = field(default_factory=dict)
    themes: dict = field(default_factory=dict)
    make_themes: bool = False

    def target(self, name):
        """Return where the field `name` of a file goes; an empty text if it is to be left out without a word."""
        plain = plain_name(name)
        return self.fields.get(plain, USUAL.get(plain, plain))


def plain_name(name):
    """Return a field's name in one form: "timeRequired", "Time required" and "time-required" are the same."""
    return re.sub(r"[^0-9a-z]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()).strip("_")


def read_map(path, known):
    """Return the FieldMap in the TOML file `path`; `known` are names of fields here. Raises ValueError."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"The map {path} cannot be read: {error.strerror or error}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"The map {path} is not TOML: {error}") from error
    parts = {name: data.pop(name, {}) for name in ("fields", "defaults", "themes", "options")}
    if data or not all(isinstance(part, dict) for part in parts.values()):
        raise ValueError(f"The map {path} may have [fields], [defaults], [themes] and [options], nothing else.")
    make_themes = parts["options"].pop("make_themes", False)
    if parts["options"] or not isinstance(make_themes, bool):
        raise ValueError(f"The map {path} may have one option: make_themes = true.")
    for part in ("fields", "defaults", "themes"):
        for name, value in parts[part].items():
            if not isinstance(value, str) and part != "defaults":
                raise ValueError(f"In the map {path}, “{name}” under [{part}] must be a text.")
    fields = {plain_name(name): target for name, target in parts["fields"].items()}
    for target in [*fields.values(), *parts["defaults"]]:
        if target and target not in known | SPECIAL:
            names = ", ".join(sorted(known | SPECIAL))
            raise ValueError(f"The map {path} names a field “{target}” that no page has. There are: {names}.")
    themes = {word.casefold(): theme for word, theme in parts["themes"].items()}
    return FieldMap(fields=fields, defaults=parts["defaults"], themes=themes, make_themes=make_themes)
