"""What somebody took back is in no copy of a kit: neither in its ZIP, nor in its history, nor in an old address."""

import json
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType

from consent import actions as consents
from knowledge import takeaway
from knowledge.models import KitArchive, KitStep, KitStepAddress, KitVersion, ToolkitPage
from search.entries import refresh
from search.models import Entry
from tests.factories.consent import ConsentFactory

from .kits import make_kit, publish, step, text
from .takeaways import unpacked

pytestmark = pytest.mark.django_db

WORDS = "They never once asked us what we wanted"


@pytest.fixture
def quoting(library, media):
    return make_kit(library, title="Ask", steps=[step("Ask", aim="To know", instructions=[text(f"<p>{WORDS}.</p>")])])


@pytest.fixture
def named(library, media):
    """A kit with a name in the title of a step and in what was said of its second version."""
    kit = make_kit(library, "How Mary O’Neill asks", "Pay them")
    return publish(kit, note="Mary O’Neill shows how", steps=json.dumps([*kit.steps.raw_data, step("Thank them")]))


def index_in(archive):
    with archive.file.open("rb") as file:
        return unpacked(file.read()).read("index.html").decode()


def test_the_zip_loses_it_too(quoting, committed):
    old = takeaway.archive_of(quoting)
    assert WORDS in index_in(old)
    consent = ConsentFactory(wording=WORDS, pages=[quoting])
    with committed():
        consents.withdraw(consent=consent)
    fresh = KitArchive.objects.get()
    assert (fresh.pk != old.pk, WORDS in index_in(fresh)) == (True, False)
    assert not old.file.storage.exists(old.file.name)
    assert len(list(Path(fresh.file.path).parent.iterdir())) == 1


def test_a_zip_that_was_being_made_meanwhile_is_not_the_one_that_is_sent(quoting):
    old = takeaway.archive_of(quoting)
    consents.withdraw(consent=ConsentFactory(wording=WORDS, pages=[quoting]))
    KitArchive.objects.create(kit=quoting, fingerprint=old.fingerprint, file=old.file.name, size=1)  # kept too late
    assert WORDS not in index_in(takeaway.archive_of(quoting))


def test_its_steps_are_out_of_sight_before_any_task_has_run(quoting):
    refresh(KitStep)
    entries = Entry.objects.filter(thing_type=ContentType.objects.get_for_model(KitStep))
    assert [entry.audience for entry in entries.all()] == ["public"]
    consents.withdraw(consent=ConsentFactory(wording=WORDS, pages=[quoting]))
    assert [entry.audience for entry in entries.all()] == ["nobody"]


def test_its_steps_are_found_again(library, media, committed):
    kit = make_kit(library, title="Ask", steps=[step("Ask", aim="To know")])
    refresh(KitStep)
    with committed():
        consents.withdraw(consent=ConsentFactory(wording=WORDS, pages=[kit]))  # nothing in it changes
    entry = Entry.objects.get(thing_type=ContentType.objects.get_for_model(KitStep))
    assert (entry.title, entry.audience) == ("Ask", "public")


def test_its_history_loses_a_name(client, named, committed):
    consent = ConsentFactory(covers="name", wording="Mary O’Neill", pages=[named])
    with committed():
        consents.withdraw(consent=consent)
    kept = json.dumps(list(KitVersion.objects.values("note", "contents")), ensure_ascii=False)
    assert "Neill" not in kept
    assert "How [name taken back] asks" in kept
    kit = ToolkitPage.objects.get()
    for page in ("", "all/", "versions/", "versions/since/1/"):
        assert "Neill" not in client.get(kit.url + page).text
    assert sorted(KitStepAddress.objects.values_list("slug", flat=True)) == [
        "how-name-taken-back-asks", "pay-them", "thank-them",
    ]  # fmt: skip
    assert client.get(f"{kit.url}step/how-mary-oneill-asks/").status_code == 404


def test_an_address_from_before_versions_were_kept_goes_too(named):
    KitStepAddress.objects.create(kit=named, slug="ask-mary-o-neill", key="x")
    named.versions.all().delete()
    consents.withdraw(consent=ConsentFactory(covers="name", wording="Mary O’Neill", pages=[named]))
    assert not KitStepAddress.objects.filter(slug="ask-mary-o-neill").exists()


def test_a_photograph_leaves_its_history_alone(named):
    before = list(KitVersion.objects.values())
    consents.withdraw(consent=ConsentFactory(covers="photo", pages=[named]))
    assert list(KitVersion.objects.values()) == before
