"""What waits for an editor, first thing in the admin: for each what they may deal with, and dealt with there."""

import re
from datetime import date

import pytest
from django.utils import timezone
from wagtail.models import Collection

from comments.models import PageComment
from feedback.models import Feedback
from search.models import Answer, AskedQuestion, Attachment
from stewardship.models import OutgoingLink, Stewardship
from tests.factories.comments import PageCommentFactory
from tests.factories.feedback import FeedbackFactory
from tests.factories.hub import HubDocumentFactory
from tests.factories.knowledge import ToolkitPageFactory
from tests.factories.stewardship import StewardshipFactory

pytestmark = pytest.mark.django_db
HOME = "/admin/"


def heaps(response):
    """Return what the panel shows: {heading: number}."""
    return {
        heading.strip(): int(number)
        for heading, number in re.findall(r"data-panel-heading-text[^>]*>\s*([^<]*?)\s*\((\d+)\)", response.text)
    }


def make_things(library, alice, number):
    """Make so many things of every sort that wait."""
    for each in range(number):
        page = ToolkitPageFactory(parent=library, title=f"Kit {each}", owner=alice)
        StewardshipFactory(page=page, owner=alice, next_check_on=date(2026, 3, 1))
        StewardshipFactory(page=ToolkitPageFactory(parent=library, title=f"Nobodys {each}"), owner=None)
        PageCommentFactory(page=page, is_public=False)
        FeedbackFactory(page=page, words=f"Missing {each}")
        link = OutgoingLink.objects.create(url=f"https://{each}.example/", failed_days=3, problem="no-host")
        link.pages.add(page.pk)
        document = HubDocumentFactory(title=f"Scan {each}", collection=Collection.get_first_root_node())
        Attachment.objects.update_or_create(
            document=document, defaults={"state": "unreadable", "reason": "no_text", "read_at": timezone.now()}
        )
        AskedQuestion.objects.create(text=f"word {each}", group=f"word {each}", language="en", day=timezone.localdate())


@pytest.fixture
def editor(client, edith):
    client.force_login(edith)
    return edith


def test_says_when_nothing_waits(client, editor):
    response = client.get(HOME)
    assert heaps(response) == {}
    assert "Nothing waits for you." in response.text


def test_shows_the_heaps_in_order(client, editor, library, alice):
    make_things(library, alice, 1)
    assert list(heaps(client.get(HOME)).items()) == [
        ("Pages that nobody looks after", 1),
        ("Pages to check", 1),
        ("“Not useful”, and why", 1),
        ("Links that no longer answer", 1),
        ("Files that cannot be read", 1),
        ("Searches that found nothing", 1),
    ]


def test_moderators_see_comments_and_no_more(client, library, alice, mona):
    make_things(library, alice, 1)
    client.force_login(mona)
    assert heaps(client.get(HOME)) == {"Comments to look at": 1}


@pytest.mark.parametrize("number", [1, 5])
def test_takes_the_same_queries_however_much_waits(
    client, admin_user, library, alice, number, django_assert_num_queries
):
    make_things(library, alice, number)
    client.force_login(admin_user)
    client.get(HOME)
    with django_assert_num_queries(48):
        assert len(heaps(client.get(HOME))) == 7


def test_shows_a_handful_and_the_way_to_all(client, editor, library, alice):
    make_things(library, alice, 7)
    response = client.get(HOME)
    assert heaps(response)["Pages to check"] == 7
    assert response.text.count(">Still right<") == 5
    assert '<a href="/admin/reports/stewardship/?state=due">All of them (7)' in response.text


def test_everything_is_dealt_with_there(client, admin_user, library, alice):
    make_things(library, alice, 1)
    client.force_login(admin_user)
    text = client.get(HOME).text
    buttons = ["Still right", "I’ll look after it", "Approve", "Mark as done", "Leave it", "Read again", "Not for us"]
    for words in buttons:
        form = re.search(rf'<form method="post" action="([^"]+)">((?:(?!</form>).)*)>{words}<', text, flags=re.S)
        sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2]))
        response = client.post(form[1], sent)
        assert (response.status_code, response["Location"]) == (302, HOME), words
    assert Stewardship.objects.without_owner().count() == Stewardship.objects.due().count() == 0
    assert not PageComment.objects.waiting().exists()
    assert not Feedback.objects.open().exists()
    assert not OutgoingLink.objects.dead().exists()
    assert Answer.objects.get().note == "Not for us."
    assert Attachment.objects.get().state == "waiting"  # to be read again
