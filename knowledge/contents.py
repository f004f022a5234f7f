"""What is in a kit, as titles and fingerprints: small enough to keep with each version, enough to tell what changed.

A fingerprint says that a text is another one, never what it said: nothing that is taken out of a kit stays in here but
titles of steps and files.
"""

import hashlib
import json
import re

from wagtail.documents import get_document_model

from search.attachments.using import public_documents

# What the editor of rich text leaves in it, and what it makes of an empty field.
EDITORS_MARK = re.compile(r' data-block-key="[^"]*"')
EMPTY_PARAGRAPH = re.compile(r"<p>\s*(?:<br/?>)?</p>")

ABOUT = ["title", "summary", "who_for", "time_needed"]


def contents_of(page):
    """Return what is in a kit as it stands in its object, a dictionary that JSON can hold."""
    return contents_from(
        about={name: getattr(page, name) for name in ABOUT},
        introduction=page.introduction,
        steps=page.steps,
        licence=page.licence,
        files=[item.document_id for item in page.files.all()],
    )


def contents_from(*, about, introduction, steps, licence, files):
    """Return the contents of a kit from its parts; `files` are the keys of its own documents."""
    documents = documents_in(introduction=introduction, steps=steps, files=files)
    return {
        "title": about["title"],
        "about": _fingerprint([about[name] for name in ABOUT]),
        "introduction": _fingerprint(_plain(introduction.stream_block.get_prep_value(introduction))),
        "licence": licence,
        "steps": [
            [str(block.id or ""), block.value["title"], _fingerprint(_plain(block.block.get_prep_value(block.value)))]
            for block in steps
        ],
        "files": [[document.pk, document.title, document.file_hash] for document in documents],
    }


def documents_in(*, introduction, steps, files):
    """Return the documents of a kit that everybody may open, each once, in the order in which a reader meets them.

    Its own files first, then those of blocks and those that texts link to.
    """
    model = get_document_model()
    keys = [int(key) for key in files if key]
    for stream in (introduction, steps):
        for target, key, *_ in stream.stream_block.extract_references(stream):
            if issubclass(target, model):
                keys.append(int(key))
    if not keys:
        return []
    found = public_documents().in_bulk(set(keys))
    return [found[key] for key in dict.fromkeys(keys) if key in found]


def documents_of(page):
    """Return the documents of a kit that everybody may open, in the order in which a reader meets them."""
    return documents_in(
        introduction=page.introduction, steps=page.steps, files=[item.document_id for item in page.files.all()]
    )


def _fingerprint(value):
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _plain(value):
    """Return the stored form of blocks without their identifiers and without what is empty."""
    if isinstance(value, dict):
        plain = {name: _plain(each) for name, each in value.items() if name != "id"}
        return {name: each for name, each in plain.items() if each not in ("", None, [], {})}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        return EMPTY_PARAGRAPH.sub("", EDITORS_MARK.sub("", value)).strip()
    return value
