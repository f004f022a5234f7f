"""Steps and experiences are found by search, by those who may see their kit, and not a moment longer."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.test import TestCase
from django.utils import timezone
from wagtail.models import PageViewRestriction

from knowledge.actions import experiences
from knowledge.models import Experience, ToolkitPage
from search.entries import refresh
from search.models import Entry, Related
from search.related import relate
from search.results import find
from tests.conftest import index_page
from tests.factories.knowledge import ExperienceFactory

from .kits import make_kit, publish, step, text

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kit_of_file(rows_of_file):
    steps = [
        step("Borrow a marimba", aim="Music first", instructions=[text("<p>Ring the conservatoire.</p>")]),
        step("Pay the xylophonist", who="A treasurer"),
    ]
    with TestCase.captureOnCommitCallbacks(execute=True):
        return make_kit(index_page("library"), title="Play together", slug="play", steps=steps).pk


def found(words, user=None):
    findings = find(words, user=user or AnonymousUser(), language="en")
    return sorted(Entry.objects.filter(pk__in=findings.keys).values_list("title", flat=True))


def test_a_step_is_found_with_its_address(kit):
    assert found("xylophonist") == ["Pay the xylophonist", "Play together"]
    entry = Entry.objects.get(title="Borrow a marimba")
    assert (entry.kind, entry.url) == ("toolkit", "/library/play/step/borrow-a-marimba/")
    assert (entry.place, entry.summary) == ("Step 1 of 2 of “Play together”.", "Music first")
    assert "Borrow a marimba" in found("conservatoire")


def test_a_step_follows_the_kit(kit, committed):
    with committed():
        publish(kit, note="x", steps=[step("Borrow a theremin", key=step("Borrow a marimba")["id"])])
    assert found("marimba") == found("xylophonist") == []
    assert found("theremin") == ["Borrow a theremin", "Play together"]
    assert Entry.objects.get(title="Borrow a theremin").url == "/library/play/step/borrow-a-theremin/"


def test_an_address_follows_the_kit(kit, committed):
    kit.slug = "play-on"
    with committed():
        kit.save_revision().publish()
    assert Entry.objects.get(title="Borrow a marimba").url == "/library/play-on/step/borrow-a-marimba/"


# No task runs in these: what is hidden, is hidden in the same transaction.


def test_what_is_taken_down_is_not_found_at_once(kit, alice):
    ExperienceFactory(kit=kit, text="The marimba fell over.")
    refresh(Experience)
    assert len(found("marimba")) == 3
    kit.unpublish()
    assert found("marimba") == found("marimba", alice) == []


def test_what_is_deleted_is_not_found_at_once(kit):
    ToolkitPage.objects.get(pk=kit.pk).delete()
    assert found("marimba") == []


@pytest.mark.parametrize("on_the_library", [False, True])
def test_what_is_restricted_is_not_found_at_once(kit, library, alice, on_the_library):
    ExperienceFactory(kit=kit, text="The marimba fell over.")
    refresh(Experience)
    PageViewRestriction.objects.create(page=library if on_the_library else kit, restriction_type="login")
    assert found("marimba") == found("marimba", alice) == []


def test_behind_a_door_it_is_found_by_those_who_may_open_it(kit, alice, bob, committed):
    group = Group.objects.create(name="Players")
    bob.groups.add(group)
    ExperienceFactory(kit=kit, text="The marimba fell over.")
    with committed():
        restriction = PageViewRestriction.objects.create(page=kit, restriction_type="login")
    everything = ["Borrow a marimba", "Play together", "What happened with “Play together”"]
    assert (found("marimba"), found("marimba", alice)) == ([], everything)
    with committed():
        restriction.restriction_type = "groups"
        restriction.save()
        restriction.groups.set([group])
        restriction.save()
    assert (found("marimba", alice), found("marimba", bob)) == ([], everything)
    with committed():
        restriction.delete()
    assert found("marimba") == everything


def test_a_removed_step_is_not_found_at_once(kit):
    publish(kit, note="x", steps=[step("Pay the xylophonist")])
    assert "Borrow a marimba" not in found("marimba")


def test_a_kit_that_expires_takes_its_steps_along(kit, committed):
    kit.expire_at = timezone.now() - timedelta(minutes=1)
    with committed():
        kit.save()
    assert found("marimba") == []


def test_an_experience_is_found_once_it_is_approved(kit, alice, edith, committed):
    with committed():
        sent = ExperienceFactory(kit=kit, user=alice, text="The trombone came too.", status="waiting", place="Deptford")
    assert found("trombone") == []
    with committed():
        experiences.approve(experience=sent, by=edith)
    assert found("trombone") == found("Okafor") == ["What happened with “Play together”"]
    assert Entry.objects.get(title__startswith="What happened").url == f"/library/play/#experience-{sent.pk}"
    with committed():
        experiences.decline(experience=sent, by=edith, reason="Too loud")
    assert found("trombone") == []


def test_an_experience_that_is_taken_back_is_not_found_at_once(kit, alice, committed):
    with committed():
        sent = ExperienceFactory(kit=kit, user=alice, text="The trombone came too.")
    experiences.take_back(experience=sent, by=alice)
    assert found("trombone") == []


def test_whoever_reads_on_gets_no_steps_of_the_same_kit(kit, library, committed):
    with committed():
        make_kit(library, "Borrow a marimba", "Pay the xylophonist", title="Marimba nights")
    relate(Entry.objects.all())
    # Words of a step are words of its kit too: nothing would be more like it.
    assert not Related.objects.filter(other__url__contains="/step/").exists()
