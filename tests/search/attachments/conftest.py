"""Documents in the hub, and pages that use them."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories.hub import HubDocumentFactory


@pytest.fixture
def upload(site):
    """Make a document of the hub: `upload(b"Words.", "notes.txt")`. Its task waits for the end of the transaction."""

    def make(data, name="notes.txt", **fields):
        anywhere = {"title": "Notes", "collection": Collection.get_first_root_node()}
        return HubDocumentFactory(file=ContentFile(data, name=name), **anywhere | fields)

    return make


@pytest.fixture
def replace_file(committed):
    """Give a document another file, as Wagtail's form does."""

    def replace(document, data, name="notes.txt"):
        with committed():
            document.file = ContentFile(data, name=name)
            document._set_document_file_metadata()
            document.save()

    return replace


@pytest.fixture
def members_only(site):
    """A collection that only people who are signed in may see, with another one below it."""
    collection = Collection.get_first_root_node().add_child(name="Minutes")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection.add_child(name="Minutes of 2026")
