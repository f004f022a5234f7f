"""Where peers and editors decide about a story; and that nothing of it comes out before, or more than was agreed."""

import uuid

import pytest
from django.contrib.auth.models import Group

from casestudies import actions
from casestudies.models import Story
from search.entries import refresh
from search.models import Entry
from tests.factories.casestudies import StoryFactory, say_yes

pytestmark = pytest.mark.django_db

READING = "/case-studies/reading/"


def yes_to(story):
    """What the button sends that says yes to the story as it stands now."""
    return {"seen": Story.objects.get(pk=story.pk).page.latest_revision_id}


def test_peers_and_editors_have_a_list_and_nobody_else(client, alice, charlie, edith, peers, story):
    assert client.get(READING).status_code == 302
    for person, status in ((peers[0], 200), (edith, 200), (charlie, 404), (alice, 404)):
        client.force_login(person)
        assert client.get(READING).status_code == status
    client.force_login(peers[0])
    assert "A kitchen in Peckham" in client.get(READING).text
    actions.take_back(story=story, by=alice)
    assert "No story waits" in client.get(READING).text


@pytest.mark.parametrize("number", [1, 5])
def test_the_list_takes_few_queries(client, alice, peers, case_studies, number, django_assert_max_num_queries):
    for _each in range(number):
        actions.send(story=StoryFactory(author=alice), by=alice)
    client.force_login(peers[0])
    client.get(READING)
    with django_assert_max_num_queries(12):
        assert client.get(READING).text.count("A kitchen in Peckham") == number


@pytest.mark.parametrize("verb", ["", "ask/", "approve/", "decline/"])
def test_a_story_is_not_for_strangers_nor_for_its_author_here(client, alice, charlie, story, verb):
    url = f"{READING}{story.pk}/{verb}"
    method = client.post if verb else client.get
    assert method(url).status_code == 302
    for person in (alice, charlie):
        client.force_login(person)
        assert method(url).status_code == 404
    assert method(f"{READING}{'9' * 18}/{verb}").status_code == 404
    assert Story.objects.get().status == "sent"


def test_a_peer_reads_asks_and_says_yes(client, peers, story):
    client.force_login(peers[0])
    response = client.get(story.reading_url)
    assert "<p>The key.</p>" in response.text
    assert "Readers will see the name “Alice”." in response.text
    assert "Decline it" not in response.text
    url = f"{story.reading_url}ask/"
    assert client.get(url).status_code == 405
    assert "Please fill this in." in client.post(url, {"text": " ", "submission_key": str(uuid.uuid4())}).text
    assert client.post(url, {"text": "Which key?", "submission_key": str(uuid.uuid4())}).url == story.reading_url
    response = client.post(f"{story.reading_url}approve/", yes_to(story), follow=True)
    assert "One more of you says yes" in response.text
    client.force_login(peers[1])
    response = client.post(f"{story.reading_url}approve/", yes_to(story), follow=True)
    assert "The story is published." in response.text
    assert client.post(f"{story.reading_url}approve/").status_code == 302  # pressed twice
    assert client.get(story.reading_url).status_code == 200
    assert client.get("/case-studies/a-kitchen-in-peckham/").status_code == 200


def test_an_editor_publishes_from_the_list_of_what_waits(client, edith, story):
    client.force_login(edith)
    assert client.post(f"{story.reading_url}approve/", {"next": "/admin/", **yes_to(story)}).url == "/admin/"
    assert client.post(f"{story.reading_url}approve/", {"next": "https://evil.example", **yes_to(story)}).url == READING


def test_nobody_says_yes_to_words_that_they_did_not_read(client, alice, edith, story):
    client.force_login(edith)
    seen = yes_to(story)
    assert f'name="seen" value="{seen["seen"]}"' in client.get(story.reading_url).text
    actions.keep(submission_key=story.submission_key, answers={"what_happened": "Other words."}, by=alice)
    actions.send(story=story, by=alice)
    for sent in (seen, {}, {"seen": "x"}, {**seen, "next": "/admin/"}):
        response = client.post(f"{story.reading_url}approve/", sent)
        assert (response.status_code, response.url) == (302, story.reading_url)
        assert not Story.objects.get().page.live
    text = client.get(story.reading_url).text
    assert "The story has changed since you opened it. Read it again, then decide." in text
    assert "Other words." in text
    client.post(f"{story.reading_url}approve/", yes_to(story))
    assert Story.objects.get().page.live


def test_who_said_yes_sees_what_is_published_and_no_later_draft(client, edith, peers, story):
    for reader in (peers[0], edith):
        story = say_yes(story=story, by=reader)
    page = story.page
    page.title = "A later draft"
    page.save_revision()
    client.force_login(peers[0])
    text = client.get(story.reading_url).text
    assert ("A kitchen in Peckham" in text, "A later draft" in text) == (True, False)


def test_an_editor_declines(client, edith, story):
    client.force_login(edith)
    url = f"{story.reading_url}decline/"
    assert "Please fill this in." in client.post(url, {"reason": ""}).text
    assert client.post(url, {"reason": "It names a child."}).url == READING
    assert "It was declined." in client.get(story.reading_url).text
    response = client.post(url, {"reason": "Again"})
    assert response.status_code == 302


def test_a_peer_cannot_decline(client, peers, story):
    client.force_login(peers[0])
    response = client.post(f"{story.reading_url}decline/", {"reason": "No"}, follow=True)
    assert "Only an editor can decline a story." in response.text
    assert Story.objects.get().status == "sent"


def test_the_admin_offers_the_workflow(client, edith, story):
    client.force_login(edith)
    text = client.get(f"/admin/pages/{story.page.pk}/edit/").text
    assert "Approve and publish" in text


# What comes out -------------------------------------------------------------------------------------------------------

WAYS_OUT = [
    "/", "/case-studies/", "/case-studies/?show=timeline", "/case-studies/list.csv", "/case-studies/list.json",
    "/search/?q=kitchen", "/search/feed.atom?q=kitchen", "/search/feed.json?q=kitchen", "/sitemap.xml",
    "/search/suggestions/?q=kitchen",
]  # fmt: skip


def text_of(response):
    return b"".join(response).decode() if response.streaming else response.text


@pytest.mark.parametrize("url", WAYS_OUT)
def test_a_draft_comes_out_nowhere(client, story, bob, url):
    refresh(type(story.page))
    for person in (None, bob):
        if person:
            client.force_login(person)
        text = text_of(client.get(url))
        assert "A kitchen in Peckham" not in text
        assert "a-kitchen-in-peckham" not in text
    assert client.get("/case-studies/a-kitchen-in-peckham/").status_code == 404
    assert Entry.objects.count() == 0


@pytest.mark.parametrize(
    ("shown", "comes_out", "stays"),
    [
        ("first", ["Alice"], ["Okafor", "alice@example.org"]),
        ("none", [], ["Alice", "Okafor", "alice@example.org"]),
        ("name", ["Alice Okafor"], ["alice@example.org"]),
    ],
)
def test_only_the_agreed_name_comes_out(client, alice, edith, case_studies, shown, comes_out, stays):
    draft = StoryFactory(author=alice)
    draft.answers["name_shown"] = shown
    draft.save()
    story = say_yes(story=actions.send(story=draft, by=alice), by=edith)
    refresh(type(story.page))
    page = text_of(client.get(story.page.url))
    for name in comes_out:
        assert name in page
    entry = Entry.objects.get()
    everything = [page, *(text_of(client.get(url)) for url in WAYS_OUT), str(vars(entry))]
    everything += list(entry.texts.values_list("text", flat=True))
    for text in everything:
        for name in stays:
            assert name not in text
    if shown != "name":
        assert client.get("/search/?q=Okafor").text.count("a-kitchen-in-peckham") == 0


def test_the_group_of_readers_may_be_another(client, charlie, story):
    group = Group.objects.create(name="Elders")
    charlie.groups.add(group)
    task = story.page.current_workflow_task.specific
    task.readers, task.peers_needed = group, 1
    task.save()
    client.force_login(charlie)
    client.post(f"{story.reading_url}approve/", yes_to(story))
    assert Story.objects.get().status == "published"


def test_an_editor_who_published_by_mistake_finds_the_way_back(client, edith, story):
    client.force_login(edith)
    told = client.post(f"{story.reading_url}approve/", {"next": "/admin/", **yes_to(story)}, follow=True).text
    assert f'<a href="/admin/pages/{story.page.pk}/unpublish/">Take it off the site again</a>' in told
