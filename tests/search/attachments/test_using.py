"""The documents that a page uses, wherever it uses them, and nothing of what is not for everybody."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction, ReferenceIndex

from hub.models import HubDocument
from knowledge.models import ArticlePage, ResourcePage, ToolkitFile, ToolkitPage
from search.attachments.keeping import bring_up_to_date
from search.attachments.using import documents_of, pages_using, texts_for
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory, ToolkitPageFactory
from tests.search.conftest import text

pytestmark = pytest.mark.django_db


def link_to(document):
    return text(f'<p>Read <a linktype="document" id="{document.pk}">this</a>.</p>')


def block_of(document):
    return {"type": "file", "value": {"document": document.pk, "title": ""}}


def make_toolkit(library, in_text, in_block, *files):
    toolkit = ToolkitPageFactory(parent=library, introduction=[link_to(in_text), block_of(in_block), link_to(in_text)])
    for order, document in enumerate(files):
        ToolkitFile.objects.create(toolkit=toolkit, document=document, sort_order=order)
    return toolkit


@pytest.fixture
def some(upload):
    """Four documents; the last is not read yet."""
    documents = [upload(f"Words {number}.".encode(), f"{number}.txt") for number in range(4)]
    for document in documents[:3]:
        bring_up_to_date(document.pk)
    return documents


def test_documents_in_texts_blocks_and_files(library, some):
    toolkit = make_toolkit(library, *some, some[0])
    assert documents_of(ToolkitPage.objects.get(pk=toolkit.pk)) == some


def test_a_document_in_a_field_of_its_own(library, some):
    resource = ResourcePageFactory(parent=library, document=some[0])
    assert documents_of(resource) == [some[0]]
    assert documents_of(ArticlePageFactory(parent=library)) == []


def test_texts_of_many_pages(library, some):
    resource = ResourcePageFactory(parent=library, document=some[3])
    toolkit = make_toolkit(library, *some)
    bare = ResourcePageFactory(parent=library)
    found = texts_for([resource, toolkit, bare])
    assert {
        pk: [(one.document, [(page.place, page.number, page.text) for page in one.pages]) for one in attached]
        for pk, attached in found.items()
    } == {
        resource.pk: [(some[3], [])],
        toolkit.pk: [
            *[(document, [("whole", 1, f"Words {number}.")]) for number, document in enumerate(some[:3])],
            (some[3], []),
        ],
        bare.pk: [],
    }
    assert texts_for([]) == {}


def test_the_number_of_queries_does_not_grow(library, some, django_assert_max_num_queries):
    for _number in range(5):
        toolkit = ToolkitPageFactory(parent=library, introduction=[link_to(some[0])])
        for document in some:
            ToolkitFile.objects.create(toolkit=toolkit, document=document)
        ResourcePageFactory(parent=library, document=some[1])
    pages = [*ToolkitPage.objects.all(), *ResourcePage.objects.all()]
    texts_for(pages)  # content types are remembered
    with django_assert_max_num_queries(4):
        assert [len(attached) for attached in texts_for(pages).values()] == [4] * 5 + [1] * 5


def test_what_is_not_for_everybody_gives_nothing(library, some, members_only, upload):
    secret = upload(b"Secret.", title="Salaries", collection=members_only)
    bring_up_to_date(secret.pk)
    toolkit = make_toolkit(library, some[0], secret, secret, some[1])
    assert documents_of(toolkit) == [some[0], some[1]]
    CollectionViewRestriction.objects.all().delete()
    assert documents_of(toolkit) == [some[0], secret, some[1]]


def test_a_collection_beside_the_closed_one_is_open(library, some, members_only):
    beside = Collection.get_first_root_node().add_child(name="Leaflets")
    for document, collection in zip(some, [beside, members_only.get_parent()], strict=False):
        HubDocument.objects.filter(pk=document.pk).update(collection=collection)
    assert documents_of(make_toolkit(library, *some[:2])) == some[:1]


def test_a_document_that_is_gone_is_left_out(library, some):
    toolkit = make_toolkit(library, *some)
    for document in some[:3]:
        document.delete()
    assert documents_of(ToolkitPage.objects.get(pk=toolkit.pk)) == some[3:]


def test_pages_that_use_a_document(library, some, committed):
    with committed():
        toolkit = make_toolkit(library, *some[:3])
        article = ArticlePageFactory(parent=library, body=[link_to(some[0])])
        resource = ResourcePageFactory(parent=library, document=some[0])
    assert pages_using([some[0]]) == {ToolkitPage: {toolkit.pk}, ArticlePage: {article.pk}, ResourcePage: {resource.pk}}
    assert pages_using([some[1].pk]) == pages_using([some[2]]) == {ToolkitPage: {toolkit.pk}}
    assert pages_using(some) == pages_using(some[:1])
    assert pages_using([some[3]]) == pages_using([]) == {}


def test_pages_are_known_before_wagtail_has_noted_them(library, some):
    toolkit = make_toolkit(library, *some[:3])
    resource = ResourcePageFactory(parent=library, document=some[2])
    ReferenceIndex.objects.all().delete()
    assert pages_using([some[2]]) == {ToolkitPage: {toolkit.pk}, ResourcePage: {resource.pk}}
