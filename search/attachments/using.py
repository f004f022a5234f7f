"""Which documents a page uses, what was read out of them, and which pages use a document."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Length, Substr
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, ReferenceIndex

from .. import registry
from ..entries import chunks
from ..models import AttachmentPage


@dataclass(frozen=True)
class AttachedDocument:
    """A document that a page uses, with what was read out of it: nothing, if it is not read yet or cannot be."""

    document: models.Model
    pages: list[AttachmentPage]


def texts_for(things):
    """Return {pk: list of `AttachedDocument`} for pages, or others of one kind, as they stand in the database.

    Documents come in the order in which the page uses them, each once. Those that not everybody may open are left out.
    The number of queries is the same for any number of pages, but for what the pages' own blocks still have to fetch.
    """
    things = list(things)
    keys = _document_keys(things)
    documents = {
        document.pk: AttachedDocument(document, _pages_of(document))
        for chunk in chunks({key for found in keys.values() for key in found}, 500)
        for document in public_documents().filter(pk__in=chunk).prefetch_related("attachment__pages")
    }
    return {pk: [documents[key] for key in found if key in documents] for pk, found in keys.items()}


def documents_of(thing):
    """Return the documents that a page uses and that everybody may open."""
    (attached,) = texts_for([thing]).values()
    return [one.document for one in attached]


def public_documents():
    """Return the documents that everybody may open: those in no collection with a restriction, nor below one."""
    above = Substr(models.OuterRef("collection__path"), 1, Length("collection__path"))
    restricted = CollectionViewRestriction.objects.annotate(start=above).filter(collection__path=models.F("start"))
    return get_document_model().objects.exclude(models.Exists(restricted))


def pages_using(documents):
    """Return {model: keys} of the things that are found and that use one of `documents`, or of those with these keys.

    There may be some that no longer do: what is refreshed once too often does no harm.
    """
    keys = {getattr(document, "pk", document) for document in documents}
    used = defaultdict(set)
    for chunk in chunks(keys, 500):
        for model, key in [*_in_index(chunk), *_by_foreign_key(chunk)]:
            used[model].add(key)
    return dict(used)


def _pages_of(document):
    attachment = getattr(document, "attachment", None)  # no row yet: Django raises an AttributeError of its own kind
    return list(attachment.pages.all()) if attachment else []


# From a page to its documents -----------------------------------------------------------------------------------------


def _document_keys(things):
    """Return {pk: keys of documents, each once}, from fields, blocks, rich texts and all that belongs to the things."""
    found = {thing.pk: {} for thing in things}  # dictionaries keep the order
    by_model = defaultdict(list)
    for thing in things:
        by_model[type(thing)].append(thing)
    for model, alike in by_model.items():
        for thing in alike:
            found[thing.pk].update(dict.fromkeys(_own_keys(thing)))
        for relation in get_all_child_relations(model):
            if not _may_use_documents(relation.related_model):
                continue
            name = relation.field.name
            children = list(relation.related_model._default_manager.filter(**{f"{name}__in": alike}))
            keys = _document_keys(children)
            for child in children:
                found[getattr(child, relation.field.attname)].update(dict.fromkeys(keys[child.pk]))
    return {pk: list(keys) for pk, keys in found.items()}


def _own_keys(thing):
    """Yield the keys of documents in a thing's own fields."""
    document_model = get_document_model()
    for field in thing._meta.get_fields():
        if _points_to_document(field):
            if (key := field.value_from_object(thing)) is not None:
                yield key
        elif hasattr(field, "extract_references") and (value := field.value_from_object(thing)) is not None:
            for model, key, *_ in field.extract_references(value):
                if issubclass(model, document_model):
                    yield int(key)


def _points_to_document(field):
    return (
        field.is_relation
        and (field.many_to_one or field.one_to_one)
        and field.concrete
        and field.related_model
        and issubclass(field.related_model, get_document_model())
    )


@cache
def _may_use_documents(model):
    return any(
        _points_to_document(field) or hasattr(field, "extract_references") for field in model._meta.get_fields()
    ) or any(_may_use_documents(relation.related_model) for relation in get_all_child_relations(model))


# From a document to its pages -----------------------------------------------------------------------------------------


def _in_index(keys):
    """Yield (model, key) from Wagtail's index of references. It knows of blocks and rich texts, a little late."""
    types = {ContentType.objects.get_for_model(rule.model).pk: rule.model for rule in registry.rules()}
    rows = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_document_model()),
        to_object_id__in=[str(key) for key in keys],
        content_type__in=types,
    )
    for content_type, key in rows.values_list("content_type_id", "object_id").distinct():
        yield types[content_type], int(key)


def _by_foreign_key(keys):
    """Yield (model, key) from fields of pages, and of what belongs to pages. These are never late."""
    for rule in registry.rules():
        for model, path in _ways_to_documents(rule.model):
            for key in model._base_manager.filter(**{f"{path[-1]}__in": keys}).values_list(path[0], flat=True):
                yield rule.model, key


@cache
def _ways_to_documents(model):
    """Return (model with the field, (path to the thing's key, name of the field)) for each field of a document."""
    own = [(model, ("pk", field.name)) for field in model._meta.get_fields() if _points_to_document(field)]
    below = [
        (relation.related_model, (relation.field.attname, field.name))
        for relation in get_all_child_relations(model)
        for field in relation.related_model._meta.get_fields()
        if _points_to_document(field) and not isinstance(field, ParentalKey)
    ]
    return own + below
