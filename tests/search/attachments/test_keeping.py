"""Every document is read once for each of its files, whatever happens on the way."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection

from hub import chores
from hub.models import HubDocument
from search.attachments import keeping, mending
from search.attachments.keeping import bring_up_to_date
from search.attachments.mending import mend_attachments, overdue_documents
from search.attachments.reading import ReadingError
from search.attachments.tasks import read_attachment
from search.models import Attachment, AttachmentPage
from tests.factories.knowledge import ResourcePageFactory

from . import documents

pytestmark = pytest.mark.django_db

State, Reason = Attachment.State, Attachment.Reason


def kept(document):
    attachment = Attachment.objects.get(document=document)
    return attachment.state, attachment.reason, [(page.number, page.text) for page in attachment.pages.all()]


@pytest.fixture
def refreshed(monkeypatch):
    """What was asked to be refreshed, as {(model, key)}."""
    asked = set()
    monkeypatch.setattr(
        keeping, "refresh_later", lambda model, keys: asked.update((model.__name__, key) for key in keys)
    )
    return asked


def test_a_new_document_is_read_when_it_is_saved(upload, committed):
    with committed():
        document = upload(documents.pdf("One", "", "The honorarium"), "report.pdf")
        assert kept(document) == (State.WAITING, "", [])
    assert kept(document) == (State.READ, "", [(1, "One"), (3, "The honorarium")])
    assert Attachment.objects.get().read_at


def test_it_is_read_in_the_queue_for_what_takes_long():
    assert read_attachment.queue_name == "slow"


def test_a_file_that_cannot_be_read_is_kept_with_its_reason(upload, committed):
    with committed():
        document = upload(documents.encrypted_pdf("secret"), "report.pdf")
    assert kept(document) == (State.UNREADABLE, Reason.ENCRYPTED, [])


def test_a_file_that_is_gone_says_so(upload):
    document = upload(b"Words.")
    document.file.storage.delete(document.file.name)
    assert bring_up_to_date(document.pk)
    assert kept(document) == (State.UNREADABLE, Reason.MISSING, [])
    HubDocument.objects.filter(pk=document.pk).update(file="")
    assert bring_up_to_date(document.pk)
    HubDocument.objects.filter(pk=document.pk).update(file="../../outside.txt")
    assert bring_up_to_date(document.pk)
    assert kept(document) == (State.UNREADABLE, Reason.MISSING, [])


def test_reading_twice_does_nothing_the_second_time(upload, monkeypatch):
    document = upload(b"Words.")
    assert bring_up_to_date(document.pk)
    monkeypatch.setattr(keeping, "read", None)
    assert not bring_up_to_date(document.pk)
    assert kept(document) == (State.READ, "", [(1, "Words.")])


def test_another_file_is_read_and_the_old_words_are_forgotten_at_once(upload, committed, replace_file, monkeypatch):
    with committed():
        document = upload(b"Old words.")
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "read", lambda *args: pytest.fail("asked for later"))
        document.file = ContentFile(b"New words.", name="notes.txt")
        document.save()
        assert kept(document) == (State.WAITING, "", [])
    replace_file(document, b"Newer words.")
    assert kept(document) == (State.READ, "", [(1, "Newer words.")])


def test_a_new_title_is_no_reason_to_read_again(upload, committed, monkeypatch):
    with committed():
        document = upload(b"Words.")
    monkeypatch.setattr(keeping, "read", lambda *args: pytest.fail("read again"))
    with committed():
        document.title = "Other notes"
        document.save()
        document.get_file_size()
        document.get_file_hash()
    assert kept(document) == (State.READ, "", [(1, "Words.")])


def test_what_was_read_of_a_file_that_changed_meanwhile_is_not_kept(upload, monkeypatch):
    document = upload(b"Old words.")

    def read_slowly(*args):
        HubDocument.objects.filter(pk=document.pk).update(file_hash="another")
        return read(*args)

    read = keeping.read
    monkeypatch.setattr(keeping, "read", read_slowly)
    assert not bring_up_to_date(document.pk)
    assert kept(document) == (State.WAITING, "", [])


def test_a_document_that_was_deleted_meanwhile_is_left_alone(upload, monkeypatch):
    document = upload(b"Words.")
    assert not bring_up_to_date(document.pk + 1000)
    read = keeping.read
    monkeypatch.setattr(keeping, "read", lambda *args: (read(*args), document.delete())[0])
    assert not bring_up_to_date(document.pk)
    assert not Attachment.objects.exists()


def test_a_machine_that_cannot_read_leaves_the_document_waiting(upload, monkeypatch):
    def fail(*args):
        raise ReadingError("no processes left")

    document = upload(b"Words.")
    monkeypatch.setattr(keeping, "read", fail)
    with pytest.raises(ReadingError):
        bring_up_to_date(document.pk)
    assert kept(document) == (State.WAITING, "", [])


def test_deleting_a_document_forgets_its_words(upload, committed):
    with committed():
        document = upload(b"Words.")
    document.delete()
    assert (Attachment.objects.count(), AttachmentPage.objects.count()) == (0, 0)


def test_pages_are_refreshed_when_a_document_was_read_changed_or_goes(upload, committed, library, refreshed):
    with committed():
        document = upload(b"Words.")
        resource = ResourcePageFactory(parent=library, document=document)
    assert refreshed == {("ResourcePage", resource.pk)}
    refreshed.clear()
    with committed():
        document.title = "Other notes"
        document.save()
    assert refreshed == {("ResourcePage", resource.pk)}
    refreshed.clear()
    document.delete()
    assert refreshed == {("ResourcePage", resource.pk)}


def test_pages_are_refreshed_when_a_collection_is_closed_opened_or_moved(
    upload, committed, library, members_only, refreshed
):
    above = members_only.get_parent()
    document = upload(b"Words.", collection=members_only)
    resource = ResourcePageFactory(parent=library, document=document)
    ResourcePageFactory(parent=library, document=upload(b"Others."))
    expected = {("ResourcePage", resource.pk)}
    restriction = above.get_view_restrictions().get()
    for change in (restriction.save, restriction.delete, members_only.save):
        refreshed.clear()
        with committed():
            change()
        assert refreshed == expected, change


# What no task has read ------------------------------------------------------------------------------------------------


def test_documents_that_no_task_has_read_are_read(upload, replace_file):
    new, changed, fine = upload(b"New."), upload(b"Before."), upload(b"Fine.")
    for document in (changed, fine):
        bring_up_to_date(document.pk)
    HubDocument.objects.filter(pk=changed.pk).update(file_hash="another")  # in bulk, or with the process killed
    Attachment.objects.filter(document=new).delete()
    assert overdue_documents() == [new.pk, changed.pk]
    assert mend_attachments(dry_run=True) == "Would read 2 documents."
    assert overdue_documents() == [new.pk, changed.pk]
    assert mend_attachments() == "Read 2 of 2 documents whose words were not known yet."
    assert kept(new) == (State.READ, "", [(1, "New.")])
    assert mend_attachments() == mend_attachments(dry_run=True) == ""


def test_one_document_in_trouble_does_not_keep_the_others_waiting(upload, monkeypatch, caplog):
    bad, good = upload(b"Bad."), upload(b"Good.")
    bring = mending.bring_up_to_date
    monkeypatch.setattr(mending, "bring_up_to_date", lambda pk: bring(pk) if pk == good.pk else 1 / 0)
    assert mend_attachments() == ("Read 1 of 2 documents whose words were not known yet. 1 failed; the log says why.")
    assert kept(good) == (State.READ, "", [(1, "Good.")])
    assert f"Document {bad.pk} could not be read." in caplog.text


def test_the_chore_stops_in_time(upload, monkeypatch):
    monkeypatch.setattr(mending, "LONGEST", mending.LONGEST * -1)
    upload(b"Words.")
    assert mend_attachments() == "Read 0 of 1 document whose words were not known yet."


def test_it_is_a_chore():
    assert [chore.name for chore in chores.all_chores() if "attachments" in chore.name] == ["mend_attachments"]


def test_an_unreadable_file_is_not_tried_again_and_again(upload):
    document = upload(b"MZ", "report.pdf")
    bring_up_to_date(document.pk)
    assert overdue_documents() == []


def test_when_the_reader_has_learned_something_everything_is_read_again(upload, monkeypatch):
    document = upload(b"Words.")
    bring_up_to_date(document.pk)
    monkeypatch.setattr(keeping, "READER", keeping.READER + 1)
    assert overdue_documents() == [document.pk]


def test_what_an_editor_uploads_and_replaces_is_read(client, edith, committed):
    client.force_login(edith)
    collection = Collection.get_first_root_node().pk
    for number, words in enumerate(["First words.", "Other words."]):
        file = ContentFile(words.encode(), name="notes.txt")
        url = reverse("wagtaildocs:edit", args=[HubDocument.objects.get().pk]) if number else reverse("wagtaildocs:add")
        with committed():
            response = client.post(url, {"title": "Notes", "file": file, "collection": collection})
        assert response.status_code == 302
        assert kept(HubDocument.objects.get()) == (State.READ, "", [(1, words)])
        assert overdue_documents() == []
