"""The report of files that cannot be read, for editors."""

import pytest
from django.urls import reverse

from search.attachments.keeping import bring_up_to_date
from search.models import Attachment

pytestmark = pytest.mark.django_db

URL = "/admin/reports/unreadable-files/"


@pytest.fixture
def broken(upload):
    document = upload(b"MZ\x90", "minutes.pdf", title="Minutes of May")
    bring_up_to_date(document.pk)
    bring_up_to_date(upload(b"Fine.", "fine.txt", title="A fine file").pk)
    return Attachment.objects.get(document=document)


def test_lists_what_cannot_be_read_and_why(client, edith, broken):
    client.force_login(edith)
    response = client.get(URL)
    assert reverse("wagtaildocs:edit", args=[broken.document_id]) in response.text
    for part in ["Minutes of May", "minutes", "Files of this type cannot be read", "Read again"]:
        assert part in response.text
    assert "A fine file" not in response.text
    assert "unreadable-files" in client.get("/admin/").text


def test_lists_what_could_be_read_only_in_part(client, edith, upload):
    document = upload(b"Fine.", title="Long report")
    bring_up_to_date(document.pk)
    Attachment.objects.update(is_cut=True)
    client.force_login(edith)
    assert "Only its first part is found" in client.get(URL).text


def test_says_when_there_is_nothing_to_do(client, edith):
    client.force_login(edith)
    assert "Every file could be read." in client.get(URL).text


def test_can_be_taken_along_as_a_spreadsheet(client, edith, broken):
    client.force_login(edith)
    response = client.get(URL, {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    assert text.splitlines()[0] == 'Document,File,"Why, and what to do",Tried'
    assert "Minutes of May,minutes" in text


def test_reads_again(client, edith, broken, committed):
    client.force_login(edith)
    broken.document.file.storage.delete(broken.document.file.name)
    for _time in range(2):
        with committed():
            response = client.post(reverse("read_file_again", args=[broken.pk]))
        assert response.url == URL
    broken.refresh_from_db()
    assert broken.reason == Attachment.Reason.MISSING
    assert "is being read again" in client.get(URL).text


def test_one_that_waits_stays_as_it_is(client, edith, broken):
    client.force_login(edith)
    for _time in range(2):
        assert client.post(reverse("read_file_again", args=[broken.pk])).url == URL
    broken.refresh_from_db()
    assert (broken.state, broken.reason) == (Attachment.State.WAITING, "")


def test_following_a_link_changes_nothing(client, edith, broken):
    client.force_login(edith)
    assert client.get(reverse("read_file_again", args=[broken.pk])).status_code == 405


@pytest.mark.parametrize("pk", [0, 999_999])
def test_a_file_that_is_not_in_the_list(client, edith, broken, pk):
    client.force_login(edith)
    assert client.post(reverse("read_file_again", args=[pk])).status_code == 404


def test_is_not_for_others(client, alice, mona, broken):
    for user in (None, alice, mona):
        if user:
            client.force_login(user)
        assert client.get(URL).status_code == 302
        client.post(reverse("read_file_again", args=[broken.pk]))
    broken.refresh_from_db()
    assert broken.state == Attachment.State.UNREADABLE


def test_the_number_of_queries_does_not_grow(client, edith, upload, django_assert_max_num_queries):
    client.force_login(edith)
    client.get(URL)
    for number in range(5):
        bring_up_to_date(upload(b"MZ", f"{number}.pdf", title=f"Report {number}").pk)
        if number in (0, 4):
            with django_assert_max_num_queries(12):
                assert client.get(URL).text.count("Files of this type") == number + 1
