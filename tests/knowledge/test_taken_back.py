"""What somebody took back is in no copy of a kit: neither in its ZIP, nor in its history, nor in an old address."""

import io
import zipfile
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType

from consent import actions as consents
from knowledge import takeaway
from knowledge.models import KitArchive, KitStep
from search.entries import refresh
from search.models import Entry
from tests.factories.consent import ConsentFactory

from .kits import make_kit, step, text

pytestmark = pytest.mark.django_db

WORDS = "They never once asked us what we wanted"


@pytest.fixture
def quoting(library, media):
    return make_kit(library, title="Ask", steps=[step("Ask", aim="To know", instructions=[text(f"<p>{WORDS}.</p>")])])


def index_in(archive):
    with archive.file.open("rb") as file:
        return zipfile.ZipFile(io.BytesIO(file.read())).read("index.html").decode()


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
