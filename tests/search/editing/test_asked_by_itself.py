"""What was asked is written down by a thread of its own, a moment later."""

from search import asked
from search.models import AskedQuestion


def test_it_is_written_by_itself(committed_rows, settings):
    committed_rows(AskedQuestion)
    settings.SEARCH_ASKED_DELAY = 0.01
    asked.record("advisory", "en")
    asked.ledger.timer.join(5)
    assert AskedQuestion.objects.get().text == "advisory"
