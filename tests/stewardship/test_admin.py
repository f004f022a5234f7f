"""The report, one page of it, and handing over for somebody else."""

from datetime import date

import pytest
from django.core import mail

from stewardship.models import Stewardship
from tests.factories.knowledge import ResourcePageFactory, ToolkitPageFactory
from tests.factories.stewardship import StewardshipFactory

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/stewardship/"


@pytest.fixture
def rows(row, library, today, bob, charlie):
    """Alice's is due; Bob's is in order, Charlie's is being changed, and one is nobody's."""
    StewardshipFactory(page=ResourcePageFactory(parent=library, title="Bobs"), owner=bob, checked_on=today, role="=1+1")
    StewardshipFactory(
        page=ResourcePageFactory(parent=library, title="Charlies"), owner=charlie, deputy=bob, changing_since=today
    )
    StewardshipFactory(page=ToolkitPageFactory(parent=library, title="Nobodys"), owner=None)


@pytest.fixture
def editor(client, edith):
    client.force_login(edith)
    return edith


def listed(response):
    return [str(row) for row in response.context["object_list"]]


def test_lists_everything_the_most_pressing_first(client, rows, editor):
    response = client.get(REPORT)
    assert listed(response) == ["Ask first", "Bobs", "Charlies", "Nobodys"]
    assert response.context["counts"] == {"all": 4, "due": 1, "without_owner": 1}
    assert '<strong class="w-text-critical-200">Nobody</strong>' in response.text
    assert "Nobodys" in client.get("/admin/reports/stewardship/results/").text


@pytest.mark.parametrize(
    ("state", "titles"),
    [
        ("due", ["Ask first"]),
        ("overdue", []),
        ("changing", ["Charlies"]),
        ("without-owner", ["Nobodys"]),
        ("without-deputy", ["Bobs", "Nobodys"]),
        ("never", ["Charlies", "Nobodys"]),
    ],
)
def test_is_narrowed_by_state(client, rows, editor, state, titles):
    assert listed(client.get(f"{REPORT}?state={state}")) == titles


def test_is_narrowed_by_people(client, rows, editor, bob, charlie):
    assert listed(client.get(f"{REPORT}?owner={bob.pk}")) == ["Bobs"]
    assert listed(client.get(f"{REPORT}?deputy={bob.pk}")) == ["Ask first", "Charlies"]


def test_what_makes_no_sense_narrows_nothing(client, rows, editor):
    assert client.get(f"{REPORT}?state=x&owner=y&p=99999").status_code == 200


def test_as_a_table_that_is_safe_to_open(client, rows, editor, settings):
    lines = b"".join(client.get(f"{REPORT}?export=csv").streaming_content).decode().splitlines()
    assert lines[0].startswith("Page,Address,Looked after by,E-mail,As what,Deputy,Months between checks,Checked on")
    assert lines[1] == (
        f"Ask first,{settings.SITE_URL}/library/ask-first/,Alice Okafor,alice@example.org,,Bob Marsh,6,"
        "2025-09-01,Alice Okafor,2026-03-01,Overdue"
    )
    assert ",'=1+1," in lines[2]


@pytest.mark.parametrize("number", [1, 5])
def test_takes_the_same_queries_however_many(client, library, editor, alice, bob, number, django_assert_num_queries):
    for _ in range(number):
        StewardshipFactory(page=ToolkitPageFactory(parent=library), owner=alice, deputy=bob, role="x")
    client.get(REPORT)
    with django_assert_num_queries(15):
        client.get(REPORT)


@pytest.mark.parametrize(
    "url", [REPORT, f"{REPORT}1/", f"{REPORT}1/confirm/", f"{REPORT}members/1/", f"{REPORT}owner/"]
)
def test_others_are_kept_out(client, row, mona, alice, url):
    for user in (alice, mona):
        client.force_login(user)
        assert client.post(url).status_code == 302
    assert not row.checks.exists()


class TestBulk:
    def test_gives_pages_to_somebody_in_one_mail(self, client, rows, editor, charlie):
        keys = list(Stewardship.objects.values_list("pk", flat=True))
        response = client.post(f"{REPORT}owner/", {"row": keys, "owner": charlie.pk, "next": f"{REPORT}?state=due"})
        assert response["Location"] == f"{REPORT}?state=due"
        assert Stewardship.objects.of(charlie).count() == 4
        assert [(message.to, message.subject) for message in mail.outbox] == [
            (["charlie@example.org"], "You look after 3 pages now")
        ]

    @pytest.mark.parametrize("sent", [{}, {"row": ["1"]}, {"owner": "x", "row": ["1"]}, {"row": ["x", "9" * 30, "²"]}])
    def test_says_what_is_missing(self, client, rows, editor, sent):
        response = client.post(f"{REPORT}owner/", sent | {"next": "https://elsewhere.example/"})
        assert response["Location"] == REPORT
        assert mail.outbox == []


class TestOne:
    def test_shows_and_saves(self, client, row, editor, bob, charlie):
        url = f"{REPORT}{row.pk}/"
        assert client.get(url).status_code == 200
        sent = {"owner": charlie.pk, "deputy": bob.pk, "role": "Lead", "interval": 3, "next_check_on": "2026-05-01"}
        assert client.post(url, sent)["Location"] == REPORT
        row.refresh_from_db()
        assert (row.owner, row.role, row.interval, row.next_check_on) == (charlie, "Lead", 3, date(2026, 5, 1))

    def test_says_what_is_wrong(self, client, row, editor, bob):
        sent = {"owner": bob.pk, "deputy": bob.pk, "interval": 0, "next_check_on": "soon"}
        errors = client.post(f"{REPORT}{row.pk}/", sent).context["form"].errors
        assert set(errors) == {"deputy", "interval", "next_check_on"}

    def test_still_right(self, client, row, editor, today):
        response = client.post(f"{REPORT}{row.pk}/confirm/", {"next": "/admin/"})
        assert response["Location"] == "/admin/"
        row.refresh_from_db()
        assert (row.checked_on, row.checked_by) == (today, editor)

    def test_what_is_not_there(self, client, editor):
        assert client.get(f"{REPORT}999/").status_code == 404
        assert client.post(f"{REPORT}999/confirm/").status_code == 404
        assert client.get(f"{REPORT}1/confirm/").status_code == 405


class TestSomebodyLeaves:
    def test_all_at_once(self, client, row, editor, alice, bob, charlie):
        url = f"{REPORT}members/{alice.pk}/"
        assert "Ask first" in client.get(url).text
        assert client.post(url, {"owner": alice.pk}).context["form"].errors
        client.post(url, {"owner": ""})
        row.refresh_from_db()
        assert row.owner == bob

    def test_from_the_list_of_members(self, client, row, editor, alice, admin_user):
        client.force_login(admin_user)
        assert f"{REPORT}members/{alice.pk}/" in client.get("/admin/users/").text


def test_the_page_in_the_admin_leads_there(client, row, editor):
    assert f"{REPORT}{row.pk}/" in client.get(f"/admin/pages/{row.page_id}/edit/").text
