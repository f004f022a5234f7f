"""Takes what somebody took back out of the content of pages: out of the page itself and out of its revisions.

Works on content the way revisions keep it (`serializable_data`), so that both are treated in the same way.
"""

import json
import re
from functools import cached_property

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.images import get_image_model

from .models import Consent

# Words that are so few are only taken out where they are a quote: "yes" stands in every text.
FEWEST_WORDS = 4
BETWEEN_WORDS = r"(?:[^\w<&]|<[^>]*>|&#?\w+;|&)+"
TAG = re.compile(r"<[^>]*>")
# What is no text of an editor's, and must stay as it is.
NEVER = {
    "pk", "path", "depth", "numchild", "slug", "url_path", "translation_key", "locale", "content_type", "owner",
    "latest_revision", "live_revision", "alias_of", "id", "comments", "wagtail_admin_comments",
}  # fmt: skip


class Removal:
    """What is to go because of one consent."""

    def __init__(self, consent, *, language="en"):
        self.covers = consent.covers
        self.image_pk = consent.image_id
        self.words = re.findall(r"\w+", consent.wording)
        self.language = language
        self.quotes = consent.quotes

    @cached_property
    def pattern(self):
        """Finds the words whatever stands between them: spaces, quotes, tags. None where they are too few."""
        if not self.words or (self.covers == Consent.Covers.WORDS and len(self.words) < FEWEST_WORDS):
            return None
        text = BETWEEN_WORDS.join(map(re.escape, self.words))
        return re.compile(rf"(?<!\w)[“\"«„‘']?{text}(?!\w)[.!?…]?[”\"»’']?", re.IGNORECASE)

    @cached_property
    def mark(self):
        """What stands in a text in place of what went."""
        with override(self.language):
            return _("[name taken back]") if self.covers == Consent.Covers.NAME else _("[words taken back]")

    def is_quoted_in(self, text):
        """Tell whether a quote has these words, or is a part of them."""
        spoken = " ".join(re.findall(r"\w+", TAG.sub(" ", text))).casefold()
        own = " ".join(self.words).casefold()
        if not spoken or not own:
            return False
        return own == spoken or own in spoken or (len(spoken.split()) >= FEWEST_WORDS and spoken in own)

    def out_of_text(self, text):
        """Return `text` without the words; tags among them stay, so that the rest is whole."""
        if not self.pattern:
            return text
        return self.pattern.sub(lambda found: self.mark + "".join(TAG.findall(found[0])), text)


def take_out(model, content, removals):
    """Return (`content` of a page of `model` without what `removals` say, whether anything went).

    `content` is a dictionary as `serializable_data` returns it; it is not changed itself.
    """
    taken = content
    for removal in removals:
        taken = _out_of_object(model, taken, removal)
    return taken, taken != content


def is_in(model, content, removal):
    """Tell whether the words of `removal` stand anywhere in `content`."""
    if not removal.pattern:
        return False
    return bool(removal.pattern.search(_flat(content)))


def quotes_in(content, removal):
    """Yield the identifiers of the quotes in `content` that go."""
    if isinstance(content, str) and content.startswith("[{"):
        try:
            content = json.loads(content)
        except ValueError:
            return
    if isinstance(content, dict):
        if content.get("type") == "quote" and content.get("id") and _goes(content, removal):
            yield content["id"]
        content = list(content.values())
    if isinstance(content, list):
        for child in content:
            yield from quotes_in(child, removal)


def _flat(value):
    if isinstance(value, dict):
        return "\n".join(_flat(child) for name, child in value.items() if name not in NEVER - {"slug"})
    if isinstance(value, list):
        return "\n".join(map(_flat, value))
    if isinstance(value, str) and value.startswith("[{"):
        try:
            return _flat(json.loads(value))
        except ValueError:
            return value
    return value if isinstance(value, str) else ""


def _out_of_object(model, content, removal):
    children = {relation.get_accessor_name(): relation.related_model for relation in get_all_child_relations(model)}
    fields = {field.name: field for field in model._meta.get_fields()}
    taken = {}
    for name, value in content.items():
        if name in NEVER:
            taken[name] = value
        elif name in children and isinstance(value, list):
            taken[name] = [_out_of_object(children[name], child, removal) for child in value]
        else:
            taken[name] = _out_of_field(fields.get(name), value, removal)
    return taken


def _out_of_field(field, value, removal):
    if isinstance(field, StreamField):
        try:
            blocks = json.loads(value) if isinstance(value, str) else value
        except ValueError:
            return value
        taken = _out_of_blocks(blocks, removal)
        return value if taken == blocks else json.dumps(taken) if isinstance(value, str) else taken
    if isinstance(field, models.ForeignKey):
        is_picture = removal.image_pk and field.related_model is get_image_model()
        return None if is_picture and value == removal.image_pk and field.null else value
    if isinstance(value, str) and not getattr(field, "choices", None):
        if removal.covers == Consent.Covers.NAME and field and field.blank and removal.is_quoted_in(value):
            # The field holds nothing but the name, as a byline does.
            return "" if len(value.split()) <= len(removal.words) else removal.out_of_text(value)
        return _out_of_words(value, removal)
    return value


def _out_of_blocks(blocks, removal):
    """Return the blocks without quotes and pictures that go, and without the words in those that stay."""
    if not isinstance(blocks, list):
        return blocks
    return [_out_of_block(block, removal) for block in blocks if not _goes(block, removal)]


def _goes(block, removal):
    value = block.get("value") if isinstance(block, dict) else None
    if not isinstance(value, dict):
        return False
    if removal.covers == Consent.Covers.WORDS and block.get("type") == "quote":
        # In the language in which they were said, another quote may have taken the place of the one that goes.
        is_translated = removal.quotes.get(block.get("id"), removal.language) != removal.language
        return is_translated or removal.is_quoted_in(str(value.get("text") or ""))
    return bool(removal.image_pk) and _picture_in(value) == removal.image_pk


def _picture_in(value):
    picture = value.get("picture")
    return picture.get("image") if isinstance(picture, dict) else picture


def _out_of_block(value, removal):
    if isinstance(value, str):
        return _out_of_words(value, removal)
    if isinstance(value, list):
        return _out_of_blocks(value, removal) if _is_blocks(value) else [_out_of_block(each, removal) for each in value]
    if not isinstance(value, dict):
        return value
    if removal.covers == Consent.Covers.NAME and {"text", "who"} <= value.keys() and _names(value["who"], removal):
        value = {**value, "who": "", "role": ""}
    return {
        name: child if name in ("id", "type", "url") else _out_of_block(child, removal) for name, child in value.items()
    }


def _is_blocks(value):
    return all(isinstance(each, dict) and "type" in each and "value" in each for each in value)


def _names(who, removal):
    return removal.is_quoted_in(str(who or ""))


def _out_of_words(text, removal):
    if removal.image_pk:
        text = re.sub(rf'<embed[^>]*embedtype="image"[^>]*\bid="{removal.image_pk}"[^>]*/?>', "", text)
        text = re.sub(rf'<embed[^>]*\bid="{removal.image_pk}"[^>]*embedtype="image"[^>]*/?>', "", text)
    if removal.covers == Consent.Covers.PHOTO:
        return text
    return removal.out_of_text(text)
