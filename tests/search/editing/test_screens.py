"""Why a result stands where it stands, and how the search is."""

import pytest
from django.utils import timezone

from hub.models import ChoreRun
from search import engines
from search.admin.why import REASONS
from search.models import Behind, Entry, Synonyms
from search.ranking import WEIGHTS

pytestmark = pytest.mark.django_db

WHY = "/admin/search/why/"
HEALTH = "/admin/search/health/"


def test_every_weight_has_its_reason():
    assert REASONS.keys() == WEIGHTS.keys()


def test_explains_each_result(editor, advisory, committed):
    with committed():
        Synonyms.objects.create(language="en", words="steering committee\nadvisory group")
    response = editor.get(WHY, {"q": "steering committee grup", "language": "en"})
    [result] = response.context["results"]
    assert result["entry"].title == "Running an advisory group"
    adds = sum(signal["adds"] for signal in result["signals"])
    assert result["total"] == pytest.approx(result["engine"] + adds)
    for part in ("“grup” was taken for “group”", "is also called: advisori group", "How much it tells", "Together"):
        assert part in response.text


@pytest.mark.parametrize(
    "asked", [{"q": ""}, {"q": "a" * 501}, {"q": "a", "language": "xx"}, {"q": "a", "reader": "x"}]
)
def test_bad_questions(editor, asked):
    response = editor.get(WHY, {"language": "en"} | asked)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert "results" not in response.context


@pytest.mark.parametrize("q", ["???", '"', "-a", "kind:x", "<script>alert(1)</script>", "مجموعة", "会议"])
def test_odd_questions(editor, advisory, q):
    response = editor.get(WHY, {"q": q, "language": "ar"})
    assert response.status_code == 200
    assert "<script>alert(1)" not in response.text


def test_explains_what_the_public_sees_unless_asked_otherwise(editor, advisory):
    Entry.objects.update(audience="signed-in")
    assert editor.get(WHY, {"q": "advisory", "language": "en"}).context["results"] == []
    assert len(editor.get(WHY, {"q": "advisory", "language": "en", "reader": "me"}).context["results"]) == 1


def test_health_without_a_server(editor, advisory, settings):
    settings.SEARCH_URL = ""
    ChoreRun.objects.create(name="forget_questions", started_at=timezone.now(), said="Deleted <b>.")
    response = editor.get(HEALTH)
    context = response.context
    assert (context["engine"], context["entries"]) == (engines.database().name, Entry.objects.count())
    assert "There is none: the database does it." in response.text
    assert "Deleted &lt;b&gt;." in response.text
    assert {"forget_questions", "mend_attachments"} <= {chore["name"] for chore in context["chores"]}


def test_health_with_a_server(editor, advisory, elasticsearch):
    elasticsearch.rebuild()
    context = editor.get(HEALTH).context
    assert (context["engine"], context["is_well"], context["in_server"]) == ("elasticsearch", True, context["entries"])
    Behind.objects.create(entry_id=1, changed_at=timezone.now())
    response = editor.get(HEALTH)
    assert response.context["engine"] == engines.database().name
    assert "1 (since" in response.text


def test_health_with_a_server_that_is_away(editor, advisory, settings):
    settings.SEARCH_URL = "http://127.0.0.1:1"
    response = editor.get(HEALTH)
    assert response.context["engine"] == engines.database().name
    assert "It does not answer. Readers get the database’s results." in response.text


def test_rebuilding(editor, advisory):
    Entry.objects.all().delete()
    for _time in range(2):
        assert editor.post(f"{HEALTH}rebuild/").url == HEALTH
    assert Entry.objects.filter(title="Running an advisory group").exists()
    assert "is being built anew" in editor.get(HEALTH).text
