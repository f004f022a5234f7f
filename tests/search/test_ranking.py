"""What stands first among things that an engine finds alike."""

from dataclasses import replace

import pytest
from django.contrib.contenttypes.models import ContentType

from knowledge.models import ResourcePage
from search.asking import make_ready
from search.engines.terms import Hit
from search.entries import write
from search.models import Entry
from search.questions import read_question
from search.ranking import rank_again
from search.registry import EntryData

pytestmark = pytest.mark.django_db

BLANK = EntryData(kind="resource", language="en", title="Notes", url="/0/", dated_at=None)


def ranked(question, language, **things):
    """Return {name: its signals}, the best first, as if an engine had found all of `things` equally good."""
    rows = {
        900_000 + place: replace(BLANK, url=f"/{name}/", **parts)
        for place, (name, parts) in enumerate(things.items(), start=1)
    }
    write(ContentType.objects.get_for_model(ResourcePage), rows)
    names = {pk: url.strip("/") for pk, url in Entry.objects.values_list("pk", "url")}
    query = make_ready(read_question(question), language).query
    return {names[each.key]: each.signals for each in rank_again(query, [Hit(key, 1.0) for key in names], language)}


def test_a_summary_says_what_a_thing_is_about():
    found = ranked(
        "pay vouchers",
        "en",
        text={"summary": "All about chairs", "body": "We pay in vouchers"},
        summary={"summary": "We pay in vouchers", "body": "All about chairs"},
        title={"title": "Pay vouchers", "summary": "All about chairs"},
    )
    assert list(found) == ["title", "summary", "text"]
    assert {name: signals.get("in_summary", 0) for name, signals in found.items()} == {
        "title": 0,
        "summary": pytest.approx(1),
        "text": 0,
    }


@pytest.mark.parametrize(("language", "first"), [("en", "english"), ("es", "spanish"), ("ar", "english")])
def test_of_two_alike_the_one_in_the_readers_language(language, first):
    found = ranked(
        "zeppelin",
        language,
        english={"summary": "A zeppelin"},
        spanish={"summary": "A zeppelin", "language": "es"},
    )
    assert next(iter(found)) == first
    own = {name: signals.get("own_language", 0) for name, signals in found.items()}
    assert own == {"english": float(language == "en"), "spanish": float(language == "es")}


def test_taking_part_is_no_more_about_taking_than_doing_is_about_doing():
    [terms] = [make_ready(read_question("how do we pay people for taking part"), "en").query.terms]
    assert [term.alternatives[0] for term in terms] == [("pay",), ("peopl",), ("part",)]
    [alone] = make_ready(read_question("take"), "en").query.terms
    assert alone.alternatives[0] == ("take",)
