"""A lost task is caught: entries are compared with what they are made of, and mended."""

from knowledge.models import ResourcePage
from search import engines
from search.chores import count_words, mend_entries, tell_search_server
from search.entries import refresh
from search.models import Behind, Entry, EntryLabel, EntryStems, Word
from tests.factories.hub import ThemeFactory
from tests.factories.knowledge import ResourcePageFactory

from .conftest import refresh_all


def test_what_is_right_is_left_alone(library):
    ResourcePageFactory(parent=library, themes=[ThemeFactory()])
    refresh_all()
    assert mend_entries(dry_run=False) == ""


def test_what_is_wrong_is_mended_and_counted(library):
    pages = [ResourcePageFactory(parent=library, title=f"Page {n}", themes=[ThemeFactory()]) for n in range(5)]
    refresh_all()
    Entry.objects.filter(title="Page 0").update(title="Other")
    EntryStems.objects.filter(entry__title="Page 1").update(body="other")
    EntryLabel.objects.filter(entry__title="Page 2").delete()
    Entry.objects.filter(title="Page 3").delete()
    type(pages[4]).objects.filter(pk=pages[4].pk).update(live=False)
    assert mend_entries(dry_run=True) == "Would mend 5 search entries."
    assert mend_entries(dry_run=False) == "Mended 5 search entries."
    assert sorted(Entry.objects.values_list("title", flat=True)) == ["Page 0", "Page 1", "Page 2", "Page 3"]
    assert mend_entries(dry_run=False) == ""


def test_words_are_counted_anew(library):
    ResourcePageFactory(parent=library, title="Zeppelins")
    refresh_all()
    assert count_words(dry_run=False) == ""
    Word.objects.filter(word="zeppelins").update(count=7)
    Word.objects.create(word="nowhen", stem="nowhen", count=1)
    assert count_words(dry_run=True) == "Would count 2 words anew."
    assert count_words(dry_run=False) == "Counted 2 words anew."
    assert list(Word.objects.filter(word__in=["zeppelins", "nowhen"]).values_list("word", "count")) == [
        ("zeppelins", 1)
    ]


def test_words_go_with_the_last_entry_that_has_them(library):
    page = ResourcePageFactory(parent=library, title="Zeppelins")
    refresh_all()
    page.unpublish()
    refresh_all()
    assert not Word.objects.filter(word="zeppelins").exists()


def test_the_search_server_is_told_what_it_missed(elasticsearch, library):
    ResourcePageFactory(parent=library, title="Zeppelins")

    refresh(ResourcePage)
    assert tell_search_server(dry_run=True) == "Would tell the search server of 1 entries."
    assert tell_search_server(dry_run=False) == "Told the search server of 1 entries."
    assert tell_search_server(dry_run=False) == ""
    assert not Behind.objects.exists()
    assert engines.server().health()[:2] == (True, 1)


def test_a_search_server_that_is_new_or_not_whole_is_filled(elasticsearch, library):
    ResourcePageFactory(parent=library, title="Zeppelins")
    refresh(ResourcePage)
    Behind.objects.all().delete()  # as when SEARCH_URL was only now set
    assert tell_search_server(dry_run=True) == "Would build the search server's indexes anew, of 1 entries."
    assert tell_search_server(dry_run=False) == "Built the search server's indexes anew, of 1 entries."
    Entry.objects.all().delete()
    assert tell_search_server(dry_run=False) == "Built the search server's indexes anew, of 0 entries."
    assert tell_search_server(dry_run=False) == ""


def test_without_a_search_server_nobody_is_told(library, settings):
    settings.SEARCH_URL = ""
    Behind.objects.create(entry_id=1)
    assert tell_search_server(dry_run=False) == ""
