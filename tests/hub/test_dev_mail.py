"""The page that shows every mail that was sent, while DEBUG is on and only then."""

import pytest
from django.core.mail import EmailMessage, get_connection

from hub.mail_files import sent_mails


@pytest.fixture
def folder(settings, tmp_path):
    settings.DEBUG = True
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return settings.EMAIL_FILE_PATH


@pytest.fixture
def mail(folder):
    message = EmailMessage(
        "Your place — Lambeth’s summit",
        "Dear Zoë,\n\nSee you there: https://hub.example/places/abc?a=1&b=2\n<script>alert(1)</script>",
        "Hub <hub@example.org>",
        ["Zoë <zoe@example.org>"],
        attachments=[("summit.ics", "BEGIN:VCALENDAR", "text/calendar")],
        connection=get_connection("hub.mail_files.MailFilesBackend"),
    )
    message.send()
    return sent_mails()[0]


def test_lists_mails_the_newest_first(client, home, mail):
    EmailMessage(
        "Later", "x", to=["a@example.org"], connection=get_connection("hub.mail_files.MailFilesBackend")
    ).send()
    text = client.get("/dev/mail/").content.decode()
    assert text.index("Later") < text.index("Your place — Lambeth’s summit")
    assert "1 attachment" in text


def test_says_so_when_there_is_none(client, home, folder):
    assert "No mail yet" in client.get("/dev/mail/").content.decode()


def test_shows_one_as_its_reader_sees_it(client, home, mail):
    text = client.get(f"/dev/mail/{mail.name}").content.decode()
    assert "Dear Zoë," in text
    assert "Zoë &lt;zoe@example.org&gt;" in text
    assert 'href="https://hub.example/places/abc?a=1&amp;b=2"' in text
    assert "<script>alert" not in text


def test_attachments_can_be_kept(client, home, mail):
    response = client.get(f"/dev/mail/{mail.name}/0")
    assert response["Content-Disposition"] == 'attachment; filename="summit.ics"'
    assert b"".join(response.streaming_content) == b"BEGIN:VCALENDAR"
    assert client.get(f"/dev/mail/{mail.name}/1").status_code == 404


def test_odd_files_in_the_folder_do_not_break_it(client, home, folder):
    folder.mkdir()
    (folder / "1.eml").write_bytes(b"")
    (folder / "2.eml").write_bytes(b"Date: yesterday\nSubject: =?utf-8?q?broken\n\n\xff\xfe")
    (folder / "3.txt").write_text("not a mail")
    assert client.get("/dev/mail/").status_code == 200
    for name in ("1.eml", "2.eml"):
        assert client.get(f"/dev/mail/{name}").status_code == 200


@pytest.mark.parametrize("name", ["x.eml", "..", "..%2F..%2Fdb.sqlite3", "%2Fetc%2Fpasswd", "..%5Cx.eml", "3.txt"])
def test_nothing_outside_the_folder(client, home, folder, name):
    folder.mkdir()
    (folder / "3.txt").write_text("not a mail")
    (folder.parent / "secret.eml").write_text("Subject: secret\n\nsecret")
    for address in (f"/dev/mail/{name}", "/dev/mail/..%2Fsecret.eml"):
        assert client.get(address).status_code == 404


def test_links_out_of_the_folder_are_not_followed(client, home, folder):
    folder.mkdir()
    (folder.parent / "secret.eml").write_text("Subject: secret\n\nsecret")
    (folder / "link.eml").symlink_to(folder.parent / "secret.eml")
    assert client.get("/dev/mail/link.eml").status_code == 404


@pytest.mark.parametrize("address", ["/dev/mail/", "/dev/mail/{name}", "/dev/mail/{name}/0"])
def test_not_there_outside_development(client, home, mail, settings, address):
    settings.DEBUG = False
    assert client.get(address.format(name=mail.name)).status_code == 404


def test_is_for_reading(client, home, mail):
    assert client.post("/dev/mail/").status_code == 405
