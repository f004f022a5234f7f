"""The author of a published story proposes a change: readers see the page as it was until somebody has said yes."""

import pytest
from django.core import mail

from casestudies import actions
from casestudies.actions import StoryError
from casestudies.models import CaseStudyPage, Story
from casestudies.today import stories_wanted_gone
from consent import actions as consents
from consent.models import Consent
from hub.models import HubImage
from tests.factories.casestudies import say_yes
from tests.factories.hub import HubImageFactory

from .doing import ask, keep, subjects
from .telling import form

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(story, edith):
    return say_yes(story=story, by=edith)


def propose(story, *, do=lambda action, **kwargs: action(**kwargs), **answers):
    keep(story.author, story.submission_key, answers)
    return do(actions.send, story=Story.objects.get(pk=story.pk), by=story.author)


def page():
    return CaseStudyPage.objects.get()


def draft():
    return page().get_latest_revision_as_object()


def test_a_change_waits_beside_the_page_until_peers_say_yes(alice, published, peers, do):
    mail.outbox.clear()
    story = propose(published, do=do, what_did_not_work="Both keys.")
    assert (story.status, page().what_did_not_work, draft().what_did_not_work) == (
        "sent", "<p>The key.</p>", "<p>Both keys.</p>",
    )  # fmt: skip
    assert sorted(subjects()) == sorted(
        (peer.email, "“A kitchen in Peckham” was changed and waits for you") for peer in peers
    )
    mail.outbox.clear()
    assert propose(published, do=do).status == "sent"  # pressed twice
    assert subjects() == []
    do(say_yes, story=story, by=peers[0])
    assert page().what_did_not_work == "<p>The key.</p>"
    story = do(say_yes, story=story, by=peers[1])
    assert (story.status, page().what_did_not_work) == ("published", "<p>Both keys.</p>")
    assert subjects() == [(alice.email, "The change to your story “A kitchen in Peckham” is published")]
    assert not story.has_unsent_changes


def test_without_a_change_nothing_is_sent(alice, published, do):
    mail.outbox.clear()
    assert propose(published, do=do).status == "published"
    assert (subjects(), page().has_unpublished_changes) == ([], False)


def test_a_question_about_a_change_is_asked_and_answered(alice, published, peers):
    story = propose(published, what_did_not_work="Both keys.")
    ask(story, peers[0])
    assert Story.objects.get().status == "asked"
    propose(published, what_did_not_work="All keys.")
    assert (Story.objects.get().status, draft().what_did_not_work) == ("sent", "<p>All keys.</p>")


def test_a_change_is_declined_and_the_page_stays(alice, published, edith, do):
    story = propose(published, what_did_not_work="Both keys.", title="Keys")
    mail.outbox.clear()
    for _pressed in range(2):
        story = do(actions.decline, story=story, reason="It was one key.", by=edith)
    assert (story.status, story.decline_reason) == ("published", "It was one key.")
    assert (page().live, page().has_unpublished_changes, page().draft_title) == (True, False, "A kitchen in Peckham")
    assert (draft().what_did_not_work, page().current_workflow_state) == ("<p>The key.</p>", None)
    assert subjects() == [(alice.email, "About your story “Keys”")]
    assert "> It was one key." in mail.outbox[0].body
    assert story.answers["what_did_not_work"] == "Both keys."  # the words are theirs
    with pytest.raises(StoryError, match="decided already"):
        say_yes(story=story, by=edith)
    story = propose(published, what_did_not_work="One of the keys.")
    assert (story.status, story.decline_reason) == ("sent", "")
    assert say_yes(story=story, by=edith).page.title == "Keys"


def test_a_change_is_taken_back_and_sent_again(alice, bob, published):
    story = propose(published, what_happened="A bar.", name_shown="none", people_count="9")
    assert (draft().byline, draft().summary, draft().people_count) == ("", "A bar.", 9)
    with pytest.raises(StoryError, match="Only whoever tells"):
        actions.take_back(story=story, by=bob)
    for _pressed in range(2):
        story = actions.take_back(story=story, by=alice)
    before, now = page(), draft()
    assert (story.status, before.live, before.has_unpublished_changes) == ("published", True, False)
    assert (now.byline, now.summary, now.people_count) == (before.byline, before.summary, before.people_count)
    assert now.body[0].value.source == before.body[0].value.source
    assert story.can_be_sent_anew
    assert actions.send(story=story, by=alice).status == "sent"
    assert draft().summary == "A bar."


def test_a_change_that_is_not_sent_is_thrown_away(alice, published):
    keep(alice, published.submission_key, {"what_did_not_work": "Both keys."})
    for _pressed in range(2):
        actions.discard(story=published, by=alice)
    story = Story.objects.get()
    assert (story.answers["what_did_not_work"], story.has_unsent_changes, story.status) == (
        "The key.", False, "published",
    )  # fmt: skip
    propose(published, what_did_not_work="Both keys.")
    with pytest.raises(StoryError, match="Take it back first"):
        actions.discard(story=published, by=alice)


# Editors change the same page -----------------------------------------------------------------------------------------


def edit(by, *, publish=False, **changes):
    now = draft()
    for name, value in changes.items():
        setattr(now, name, value)
    revision = now.save_revision(user=by)
    if publish:
        revision.publish(user=by)


def test_the_author_goes_on_from_what_an_editor_published(alice, published, edith):
    edit(
        edith, publish=True, title="A kitchen", people_count=12,
        what_changed='<p data-block-key="a">They <a href="/help/">talk</a>.</p>',
        what_did_not_work='<p data-block-key="b">The brass key.</p><ul><li data-block-key="c">One &amp; all</li></ul>',
        body=[("text", '<p data-block-key="d">We opened a kitchen.</p><p data-block-key="e">Twelve came.</p>')],
    )  # fmt: skip
    answers = Story.objects.get().answers
    assert (answers["title"], answers["people_count"], answers["what_did_not_work"], answers["what_happened"]) == (
        "A kitchen", "12", "The brass key.\n\n• One & all", "We opened a kitchen.\n\nTwelve came.",
    )  # fmt: skip
    assert answers["what_changed"] == "They know one another. We asked them."  # plain words would lose the link
    assert not Story.objects.get().has_unsent_changes
    propose(published, what_did_not_work="No key.", what_changed="They sing.")
    assert (draft().title, draft().people_count, draft().what_did_not_work) == ("A kitchen", 12, "<p>No key.</p>")
    assert draft().what_changed == '<p data-block-key="a">They <a href="/help/">talk</a>.</p><p>They sing.</p>'


def test_what_an_editor_writes_meanwhile_stays_when_a_change_goes(alice, published, edith):
    propose(published, what_did_not_work="No key.", advice="Ask first.")
    edit(edith, advice="<p>Ask them first.</p>", organisation="The surgery")
    actions.take_back(story=Story.objects.get(), by=alice)
    assert (draft().what_did_not_work, draft().advice, draft().organisation) == (
        "<p>The key.</p>", "<p>Ask them first.</p>", "The surgery",
    )  # fmt: skip
    assert (page().organisation, page().has_unpublished_changes) == ("", True)


def test_a_draft_that_an_editor_began_is_not_overwritten(alice, published, edith):
    edit(edith, what_did_not_work="<p>Both, says Ann.</p>", title="Keys", summary="In short.")
    propose(published, what_did_not_work="No key.", title="No keys", what_happened="We closed.")
    assert (draft().what_did_not_work, draft().title, draft().summary) == (
        "<p>Both, says Ann.</p><p>No key.</p>", "Keys", "In short.",
    )  # fmt: skip
    actions.take_back(story=Story.objects.get(), by=alice)
    assert (draft().what_did_not_work, draft().title, page().has_unpublished_changes) == (
        "<p>Both, says Ann.</p>", "Keys", True,
    )  # fmt: skip


def test_words_of_the_author_that_nobody_was_sent_stay_when_an_editor_publishes(alice, published, edith):
    keep(alice, published.submission_key, {"what_did_not_work": "No key."})
    edit(edith, publish=True, what_did_not_work="<p>The brass key.</p>")
    assert Story.objects.get().answers["what_did_not_work"] == "No key."
    actions.send(story=Story.objects.get(), by=alice)
    assert draft().what_did_not_work == "<p>The brass key.</p><p>No key.</p>"


def test_who_publishes_the_draft_in_the_admin_publishes_the_change(alice, published, edith, do):
    propose(published, what_did_not_work="No key.")
    mail.outbox.clear()
    edit(edith, publish=True, organisation="The surgery")
    assert Story.objects.get().status == "published"
    assert page().what_did_not_work == "<p>No key.</p>"


def test_an_older_version_that_goes_live_is_not_the_change(alice, published, edith):
    older = page().get_latest_revision()
    propose(published, what_did_not_work="No key.")
    older.publish(user=edith)
    assert (Story.objects.get().status, page().what_did_not_work) == ("sent", "<p>The key.</p>")
    say_yes(story=published, by=edith)
    assert page().what_did_not_work == "<p>No key.</p>"


def test_a_page_that_is_taken_off_meanwhile_does_not_come_back_with_a_change(published, edith, peers):
    story = propose(published, what_did_not_work="No key.")
    page().unpublish(user=edith)
    story.refresh_from_db()
    assert (story.status, page().current_workflow_state) == ("published", None)
    assert (story.is_taken_down, story.can_be_changed) == (True, False)
    with pytest.raises(StoryError):
        say_yes(story=story, by=peers[0])


# What was agreed to ---------------------------------------------------------------------------------------------------


def test_a_name_that_was_taken_back_comes_back_only_by_choice(alice, published, edith):
    consents.withdraw(consent=Consent.objects.get())
    assert (page().byline, Story.objects.get().answers["name_shown"]) == ("", "none")
    say_yes(story=propose(published, what_did_not_work="No key."), by=edith)
    assert page().byline == ""
    say_yes(story=propose(published, name_shown="first"), by=edith)
    assert (page().byline, Consent.objects.in_force().get().wording) == ("Alice", "Alice")


def test_another_photograph_is_nobodys_until_it_is_published(alice, published, edith):
    def photograph(answers):
        image = HubImageFactory(collection=actions.drafting.photographs.private_collection())
        Story.objects.update(photo=image)
        propose(published, photo_agreed="on", **answers)
        return image

    first = photograph({"photo_alt": "A pot"})
    assert (page().cover_image, draft().cover_image) == (None, first)
    say_yes(story=published, by=edith)
    assert (page().cover_image, Consent.objects.filter(covers="photo").count()) == (first, 1)
    second = photograph({"photo_alt": "A pan"})
    actions.take_back(story=published, by=alice)
    assert (page().cover_image, draft().cover_image, draft().cover_alt) == (first, first, "A pot")
    actions.discard(story=published, by=alice)
    story = Story.objects.get()
    assert (story.photo, list(HubImage.objects.all()), story.has_unsent_changes) == (first, [first], False)
    actions.remove_photo(story=story, by=alice)
    assert HubImage.objects.get() == first  # readers see it until the change is published
    story = actions.send(story=Story.objects.get(), by=alice)
    say_yes(story=story, by=edith)
    assert page().cover_image is None
    assert second.pk != first.pk


def test_a_published_photograph_that_is_taken_back_is_gone_from_the_form(alice, draft, edith, case_studies):
    draft.photo = HubImageFactory()
    draft.answers |= {"photo_agreed": "on", "photo_alt": "A pot"}
    draft.save()
    say_yes(story=actions.send(story=draft, by=alice), by=edith)
    consents.withdraw(consent=Consent.objects.get(covers="photo"))
    story = Story.objects.get()
    assert (story.photo, story.has_unsent_changes) == (None, False)


# Taking it all down ---------------------------------------------------------------------------------------------------


def test_the_author_asks_to_take_it_down(alice, bob, published, edith, rf, do):
    request = rf.get("/admin/")
    request.user = edith
    assert stories_wanted_gone(request).count == 0
    with pytest.raises(StoryError, match="Only whoever tells"):
        actions.ask_removal(story=published, by=bob)
    story = actions.ask_removal(story=published, by=alice)
    assert actions.ask_removal(story=story, by=alice).removal_asked_at == story.removal_asked_at
    heap = stories_wanted_gone(request)
    assert (heap.count, heap.things[0].url) == (1, f"/admin/pages/{page().pk}/unpublish/")
    request.user = alice
    assert stories_wanted_gone(request) is None
    request.user = edith
    actions.ask_removal(story=story, by=alice, is_wanted=False)
    assert stories_wanted_gone(request).count == 0
    actions.ask_removal(story=story, by=alice)
    mail.outbox.clear()
    do(page().unpublish, user=edith)
    assert subjects() == [(alice.email, "Your story “A kitchen in Peckham” is off the site")]
    assert stories_wanted_gone(request).count == 0
    with pytest.raises(StoryError):
        actions.ask_removal(story=story, by=alice)


# On the hub -----------------------------------------------------------------------------------------------------------


def test_the_way_to_a_change_is_the_authors_alone(client, alice, bob, published):
    address = page().url
    for person, finds_it in ((None, False), (bob, False), (alice, True)):
        if person:
            client.force_login(person)
        assert ("Propose a change" in client.get(address).text) == finds_it
    assert f'href="{published.edit_url}"' in client.get("/case-studies/stories/").text
    text = client.get(published.edit_url).text
    assert "Change your story" in text
    assert "Send my changes" in text


def test_the_author_proposes_and_the_editor_sees_what_changes(client, alice, edith, published):
    client.force_login(alice)
    data = form(
        do="send", submission_key=str(published.submission_key), what_happened="We opened a kitchen.",
        title="A kitchen in Peckham", what_did_not_work="No key.", name_shown="none",
    )  # fmt: skip
    response = client.post(published.edit_url, data, follow=True)
    assert "Your changes are with the readers." in response.text
    assert "everybody reads the story as it was" in response.text
    assert "No key." not in client.get(page().url).text
    client.force_login(edith)
    response = client.get(published.reading_url)
    assert {label: (before, now) for label, before, now in response.context["changes"]} | {
        "What did not work?": ("The key.", "No key."),
        "Which name may readers see?": ("My first name only", "No name"),
    } == {label: (before, now) for label, before, now in response.context["changes"]}
    client.post(f"{published.reading_url}approve/", {"seen": page().latest_revision_id})
    assert "No key." in client.get(page().url).text
    assert client.get(published.reading_url).context["changes"] == []


@pytest.mark.parametrize("verb", ["take-back", "discard"])
def test_a_change_goes_by_a_button(client, alice, published, verb):
    url = f"{published.get_absolute_url()}{verb}/"
    client.force_login(alice)
    assert client.get(url).status_code == (302 if verb == "take-back" else 404)  # there is no change
    if verb == "take-back":
        propose(published, what_did_not_work="No key.")
    else:
        keep(alice, published.submission_key, {"what_did_not_work": "No key."})
    assert "change" in client.get(url).text
    for _pressed in range(2):
        assert client.post(url).url == published.get_absolute_url()
    story = Story.objects.get()
    assert (story.status, page().live, story.has_unsent_changes) == ("published", True, verb == "take-back")


def test_asking_to_take_it_down_is_a_button(client, alice, bob, published):
    url = f"{published.get_absolute_url()}removal/"
    assert client.post(url).status_code == 302
    client.force_login(bob)
    assert client.post(url).status_code == 404
    client.force_login(alice)
    assert client.get(url).status_code == 405
    assert client.post(f"/case-studies/stories/{'9' * 18}/removal/").status_code == 404
    assert "You asked the editors on" in client.post(url, follow=True).text
    assert Story.objects.get().removal_asked_at
    assert "Ask the editors to take it down" in client.post(url, {"wanted": "no"}, follow=True).text
    assert Story.objects.get().removal_asked_at is None
