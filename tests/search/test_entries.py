"""What becomes an entry, and what an entry says; that it is true again after each change."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.test.utils import isolate_apps
from wagtail.models import PageViewRestriction

from events.models import EventIndexPage
from groups.models import Membership, Post
from hub.models import BasePage
from knowledge.models import ArticlePage
from search.checks import every_page_type_is_settled
from search.entries import count_words_anew, write
from search.models import Entry, EntryLabel, EntryStems, EntryText, Word
from search.refreshing import in_bulk
from search.registry import EntryData, FileText
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.events import EventPageFactory, VenueFactory
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory
from tests.factories.hub import StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory, ToolkitPageFactory

from .conftest import refresh_all, text


def body(entry):
    """Return the entry's own text."""
    return "".join(EntryText.objects.filter(entry=entry, position=0).values_list("text", flat=True))


def titles():
    return sorted(Entry.objects.values_list("title", flat=True))


def test_every_page_type_of_the_hub_is_settled():
    assert every_page_type_is_settled(None) == []


@isolate_apps("events")
def test_a_page_type_that_nobody_settled_is_an_error(monkeypatch):
    monkeypatch.setattr("search.registry._left_out", {})
    assert [error.id for error in every_page_type_is_settled(None) if error.obj is EventIndexPage] == ["search.E001"]


def test_pages_of_all_kinds_are_found(library, case_studies, events_index, home):
    step = {"type": "step", "value": {"title": "Map who is missing", "instructions": [text("<p>With <b>pens</b></p>")]}}
    ToolkitPageFactory(parent=library, title="A toolkit", who_for="Network builders", steps=[step])
    ResourcePageFactory(parent=library, title="A resource", what="A form", body=[text("<p>Sign here</p>")])
    ArticlePageFactory(parent=library, title="An article", byline="Grace")
    CaseStudyPageFactory(parent=case_studies, title="A case", what_did_not_work="<p>The <b>room</b></p>", where="Bow")
    EventPageFactory(parent=events_index, title="An event", venue=VenueFactory(name="The Old Mill", address="Lane 1"))
    StandardPageFactory(parent=home, title="A page", body=[{"type": "heading", "value": {"text": "Who", "level": "2"}}])
    refresh_all()
    found = {entry.title: entry for entry in Entry.objects.all()}
    assert sorted(found) == [
        "A case", "A page", "A resource", "A toolkit", "An article", "An event", "Map who is missing"
    ]  # fmt: skip
    assert body(found["A toolkit"]) == "Map who is missing\nWith pens"
    assert found["A toolkit"].keywords == "Network builders"
    assert body(found["A resource"]) == "A form\nSign here"
    assert found["A resource"].keywords == "Guide"
    assert found["An article"].people == "Grace"
    assert (body(found["A case"]), found["A case"].keywords) == ("The room", "Bow")
    assert found["An event"].keywords == "Workshop The Old Mill Lane 1"
    assert body(found["A page"]) == "Who"  # and not "Main heading", the words for its level
    assert found["A toolkit"].url == "/library/a-toolkit/"


def test_the_link_to_join_an_event_is_not_in_its_entry(events_index):
    EventPageFactory(parent=events_index, joining_link="https://meet.example/secret", summary="")
    refresh_all()
    entry = Entry.objects.get()
    assert "meet" not in " ".join(EntryStems.objects.values_list("body", flat=True)) + body(entry) + entry.summary


def test_drafts_and_private_pages_are_not_found(library, home, alice):
    ResourcePageFactory(parent=library, title="A draft", live=False)
    for kind in ("password", "login", "groups"):
        page = ResourcePageFactory(parent=library, title=f"Behind a {kind}")
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")
    above = StandardPageFactory(parent=home, title="Above")
    StandardPageFactory(parent=above, title="Below")
    PageViewRestriction.objects.create(page=above, restriction_type="login")
    open_page = ResourcePageFactory(parent=library, title="Open to all")
    open_page.create_alias(update_slug="alias")
    refresh_all()
    assert list(Entry.objects.visible_to(AnonymousUser()).values_list("title", flat=True)) == ["Open to all"]
    assert sorted(Entry.objects.visible_to(alice).values_list("title", flat=True)) == [
        "Above", "Behind a login", "Below", "Open to all",
    ]  # fmt: skip
    assert Word.objects.filter(word__in=["behind", "below"]).count() == 0


def test_publishing_and_taking_down(library, committed):
    page = ResourcePageFactory(parent=library, title="First", live=False)
    with committed():
        page.save_revision()
    assert titles() == []
    with committed():
        page.save_revision().publish()
    assert titles() == ["First"]
    with committed():
        page.title = "Second"
        page.save_revision()
    assert titles() == ["First"]
    with committed():
        page.get_latest_revision().publish()
    assert titles() == ["Second"]
    with committed():
        page.refresh_from_db()
        page.unpublish()
    assert titles() == []


def test_deleting_a_page_takes_those_below_it(home, committed):
    with committed():
        above = StandardPageFactory(parent=home, title="Above")
        StandardPageFactory(parent=above, title="Below")
    assert titles() == ["Above", "Below"]
    with committed():
        above.delete()
    assert titles() == []


def test_a_page_behind_a_sign_in_disappears_and_comes_back(home, committed):
    with committed():
        above = StandardPageFactory(parent=home, title="Above")
        StandardPageFactory(parent=above, title="Below")
    with committed():
        restriction = PageViewRestriction.objects.create(page=above, restriction_type="login")
    assert Entry.objects.visible_to(AnonymousUser()).count() == 0
    with committed():
        restriction.delete()
    assert titles() == ["Above", "Below"]


def test_a_moved_page_has_its_new_address(home, committed):
    with committed():
        old = StandardPageFactory(parent=home, title="Old", slug="old")
        new = StandardPageFactory(parent=home, title="New", slug="new")
        page = StandardPageFactory(parent=old, title="Page", slug="page")
        StandardPageFactory(parent=page, title="Below", slug="below")
    with committed():
        page.move(new, pos="last-child")
    assert Entry.objects.get(title="Below").url == "/new/page/below/"
    with committed():
        new.refresh_from_db()
        new.slug = "newer"
        new.save_revision().publish()
    assert Entry.objects.get(title="Below").url == "/newer/page/below/"


def test_a_renamed_theme_is_found_by_its_new_name(library, committed):
    theme = ThemeFactory(name="Money")
    with committed():
        ResourcePageFactory(parent=library, themes=[theme])
    assert Entry.objects.get().keywords == "Guide Money"
    with committed():
        theme.name = "Funding"
        theme.save()
    assert Entry.objects.get().keywords == "Guide Funding"
    with committed():
        theme.delete()
    assert Entry.objects.get().keywords == "Guide"


def test_a_renamed_author_is_found_by_the_new_name(library, committed, alice):
    with committed():
        ArticlePageFactory(parent=library, author=alice)
    with committed():
        alice.name = "Alice Bello"
        alice.save()
    assert Entry.objects.get().people == "Alice Bello"
    with committed():
        alice.delete()
    assert Entry.objects.get().people == ""


def test_groups_are_for_all_and_their_topics_for_members(committed, alice, bob, charlie):
    with committed():
        group = PeerGroupFactory(name="Payment group", summary="About pay")
        other = PeerGroupFactory(name="Other group")
        MembershipFactory(group=group, user=alice)
        MembershipFactory(group=other, user=charlie)
        MembershipFactory(group=group, user=bob, status=Membership.Status.ASKED)
        topic = TopicFactory(group=group, title="What we were told")
        PostFactory(topic=topic, text="In confidence")
    seen = {str(user): Entry.objects.visible_to(user).count() for user in (AnonymousUser(), alice, bob, charlie)}
    assert seen == {"AnonymousUser": 2, "Alice Okafor": 3, "Bob Marsh": 2, "Charlie Reyes": 2}
    with committed():
        Membership.objects.filter(user=alice).delete()
    assert Entry.objects.visible_to(alice).count() == 2


def test_a_removed_post_is_not_found_any_more(db, committed):
    from django.utils import timezone

    with committed():
        topic = TopicFactory()
        post = PostFactory(topic=topic, text="I regret this")
        PostFactory(topic=topic, text="And this stays")
    assert body(Entry.objects.get(title=topic.title)) == "I regret this\nAnd this stays"
    with committed():
        post.removed_at = timezone.now()
        post.save()
    assert body(Entry.objects.get(title=topic.title)) == "And this stays"
    with committed():
        Post.objects.all().delete()
    assert body(Entry.objects.get(title=topic.title)) == ""
    with committed():
        topic.group.delete()
    assert titles() == []


def test_themes_of_a_group_are_kept_up(db, committed):
    theme = ThemeFactory(name="Funding")
    with committed():
        group = PeerGroupFactory()
    with committed():
        group.themes.add(theme)
    assert list(map(str, EntryLabel.objects.all())) == ["theme:funding"]
    with committed():
        group.themes.clear()
    assert list(EntryLabel.objects.all()) == []


def test_many_changes_at_once_are_written_at_the_end(library, committed):
    with in_bulk():
        with committed():
            ResourcePageFactory(parent=library, title="One")
            ResourcePageFactory(parent=library, title="Two")
        assert titles() == []
    assert titles() == ["One", "Two"]


def test_writing_many_costs_the_same_number_of_queries(library, django_assert_max_num_queries):
    theme = ThemeFactory()
    for _number in range(30):
        ResourcePageFactory(parent=library, themes=[theme])
    from knowledge.models import ResourcePage
    from search.entries import refresh

    refresh(ResourcePage, [])  # content types are known from here on
    with django_assert_max_num_queries(30):
        assert refresh(ResourcePage) == (30, 0)


def test_everything_can_be_built_anew(library, capsys):
    page = ResourcePageFactory(parent=library, title="Dot voting")
    call_command("refresh_search")
    assert titles() == ["Dot voting"]
    assert "resources: 1 written, 0 removed" in capsys.readouterr().out
    BasePage.objects.filter(pk=page.pk).update(live=False)
    call_command("refresh_search")
    assert "resources: 0 written, 1 removed" in capsys.readouterr().out
    assert titles() == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_words_for_choices_are_in_the_language_of_the_page(library, language):
    from django.utils.translation import override

    ResourcePageFactory(parent=library, resource_kind="template")
    with override(language):
        refresh_all()
    assert Entry.objects.get().keywords == "Template"
    assert Entry.objects.get().url == "/library/resource-" + Entry.objects.get().url.split("-")[-1]


def test_a_page_of_endless_words_is_written_by_every_database(db):
    """PostgreSQL refuses a tsvector of more than a megabyte, and with it all that is written at the same time."""

    def words(letters, number):
        return " ".join(f"{letters}{each:x}" for each in range(number))

    data = EntryData(
        kind="article",
        language="qq",  # has no stemmer, which would take its time
        audience="group:1",  # so that no words are counted
        title="Long",
        url="/long/",
        summary=words("ملخص", 3000),
        keywords=words("مفتاح", 3000),
        headings=words("عناوين", 3000),
        body=words("مشاركةالمجتمع", 20_000),
        files=(FileText("File", "/f/", text=words("ملفاتكبيرة", 40_000)),),
    )
    write(ContentType.objects.get_for_model(ArticlePage), {7: data})
    stems = EntryStems.objects.get(entry__thing_id=7)
    assert (len(stems.body.encode()), len(stems.files.encode())) < (300_000, 550_000)
    assert len(stems.headings.split()) <= 2000
    assert len(stems.files.split()) > 15_000


@pytest.mark.parametrize("how", ["unpublish", "delete", "restrict", "restrict above", "restrict by moving"])
def test_what_is_taken_down_is_found_by_nobody_even_before_any_task_runs(library, home, alice, how):
    page = ResourcePageFactory(parent=library, title="Zeppelins")
    closed = StandardPageFactory(parent=home, title="Closed", live=False)
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    refresh_all()
    if how == "unpublish":
        page.unpublish()
    elif how == "delete":
        page.delete()
    elif how == "restrict by moving":
        page.move(closed, pos="last-child")
    else:
        above = page if how == "restrict" else home
        PageViewRestriction.objects.create(page=above, restriction_type="login")
    for user in (AnonymousUser(), alice):
        assert list(Entry.objects.visible_to(user)) == []
    assert not Word.objects.filter(word="zeppelins").exists()
    refresh_all()
    assert Entry.objects.visible_to(alice).count() == how.startswith("restrict")
    assert count_words_anew() == 0


def test_signing_in_asks_for_nothing_of_the_index(alice, django_assert_num_queries):
    with django_assert_num_queries(1):
        alice.save(update_fields=["last_login"])


def test_whom_a_change_concerns_is_asked_after_the_transaction(alice, committed, django_assert_num_queries):
    alice.name = "Alice O."
    with committed(), django_assert_num_queries(1):
        alice.save()
