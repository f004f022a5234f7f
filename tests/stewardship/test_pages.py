"""What a page knows of who keeps it true: shared by its translations, fetched at once, no matter for drafts."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import Group
from wagtail.models import Locale

from hub.models import BasePage
from knowledge.models import ResourcePage
from search.models import Entry
from stewardship import actions
from stewardship.models import Check, Stewardship
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory, ToolkitPageFactory
from tests.factories.stewardship import StewardshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def toolkit(library, alice):
    return ToolkitPageFactory(parent=library, title="Ask first", owner=alice)


def again(page):
    return type(page).objects.get(pk=page.pk)


@time_machine.travel("2026-03-03 12:00Z")
def test_whoever_makes_a_page_looks_after_it(library, alice):
    page = ToolkitPageFactory(parent=library, owner=alice)
    assert (page.looked_after_by, page.checked_on, page.next_check_on) == (alice, None, date(2026, 9, 3))
    assert not page.stewardship.is_overdue
    assert not Stewardship.objects.filter(page=ArticlePageFactory(parent=library, owner=alice).pk).exists()


def test_a_translation_shares_the_row(toolkit, home, alice, bob):
    spanish = Locale.objects.get_or_create(language_code="es")[0]
    translated = toolkit.copy_for_translation(spanish, copy_parents=True)
    row = actions.appoint(stewardship=toolkit.stewardship, owner=bob, by=alice)
    assert again(translated).stewardship == row
    assert again(translated).looked_after_by == again(toolkit).looked_after_by == bob


def test_a_copy_has_a_row_of_its_own(toolkit, bob):
    copied = toolkit.copy(update_attrs={"title": "Another", "slug": "another"}, user=bob)
    assert copied.stewardship != toolkit.stewardship
    assert copied.looked_after_by == bob


def test_the_row_outlives_the_source_as_long_as_there_is_a_translation(toolkit, home):
    spanish = Locale.objects.get_or_create(language_code="es")[0]
    translated = toolkit.copy_for_translation(spanish, copy_parents=True)
    row = toolkit.stewardship
    again(toolkit).delete()
    row.refresh_from_db()
    assert row.page_id == translated.pk
    again(translated).delete()
    assert not Stewardship.objects.filter(pk=row.pk).exists()


def test_publishing_an_older_draft_does_not_undo_a_check(toolkit, alice):
    draft = toolkit.save_revision()
    with time_machine.travel("2027-02-01 12:00Z"):
        actions.confirm(stewardship=toolkit.stewardship, by=alice, place=Check.Place.MAIL)
        draft.publish()
        assert again(toolkit).checked_on == date(2027, 2, 1)
        assert again(toolkit).next_check_on == date(2027, 8, 1)


@pytest.mark.parametrize("number", [1, 5])
def test_cards_of_any_number_take_two_queries(library, number, django_assert_num_queries):
    for _ in range(number):
        StewardshipFactory(page=ToolkitPageFactory(parent=library), checked_on=date(2026, 3, 3))
        StewardshipFactory(page=ResourcePageFactory(parent=library), checked_on=date(2026, 3, 3))
        ArticlePageFactory(parent=library)
    list(BasePage.objects.for_compact_cards())  # which kinds there are is asked once
    with django_assert_num_queries(2):  # the second fetches the authors of articles
        facts = [page.as_kind.card_facts() for page in BasePage.objects.child_of(library).for_compact_cards()]
    assert sum("Checked on 3 March 2026" in fact for fact in facts) == 2 * number


def test_cards_of_translations_take_one_query_more(toolkit, home, django_assert_num_queries):
    spanish = Locale.objects.get_or_create(language_code="es")[0]
    translated = toolkit.copy_for_translation(spanish, copy_parents=True)
    StewardshipFactory(page=toolkit, checked_on=date(2026, 3, 3))
    list(BasePage.objects.for_compact_cards())
    with django_assert_num_queries(2):
        pages = [page.as_kind for page in BasePage.objects.filter(title="Ask first").for_compact_cards()]
        assert [page.checked_on for page in pages] == [date(2026, 3, 3)] * 2
    assert pages[1] == translated


def test_cards_without_kept_pages_take_no_query_for_them(library, django_assert_num_queries):
    ArticlePageFactory(parent=library)
    list(BasePage.objects.for_compact_cards())
    with django_assert_num_queries(2):  # the second fetches the authors of articles
        [page.as_kind.card_facts() for page in BasePage.objects.child_of(library).for_compact_cards()]


@time_machine.travel("2026-03-03 12:00Z")
def test_readers_see_who_checked_and_when_next(client, toolkit, bob):
    StewardshipFactory(
        page=toolkit, owner=bob, role="Lead", checked_on=date(2026, 3, 1), next_check_on=date(2026, 9, 1)
    )
    text = " ".join(client.get(toolkit.url).text.split())
    assert 'Looked after by</dt><dd>Bob Marsh<br><span class="meta">Lead</span>' in text
    assert "1 March 2026</time> by Bob Marsh" in text
    assert "Next check</dt><dd>September 2026</dd>" in text
    assert "Overdue" not in text


def test_an_overdue_page_says_so(client, toolkit):
    StewardshipFactory(page=toolkit, next_check_on=date(2026, 3, 1))
    with time_machine.travel("2026-03-01 12:00Z"):
        assert "Overdue" not in client.get(toolkit.url).text
    with time_machine.travel("2026-03-02 12:00Z"):
        assert "Overdue" in client.get(toolkit.url + "?").text


def test_search_knows_when_it_was_checked(toolkit, bob, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        StewardshipFactory(page=toolkit, owner=bob, checked_on=date(2026, 3, 1), next_check_on=date(2026, 9, 1))
    entry = Entry.objects.get(title="Ask first")
    assert (entry.checked_on, entry.check_due_on, entry.people) == (date(2026, 3, 1), date(2026, 9, 1), "Bob Marsh")


@pytest.fixture
def editing(client, edith, toolkit, site):
    client.force_login(edith)
    edith.groups.add(Group.objects.get(name="Editors"))
    return f"/admin/pages/{toolkit.pk}/edit/"


def fields(client, url):
    """What the page editor sends when nothing is changed."""
    form = client.get(url).context["form"]
    sent = {form.add_prefix(name): form[name].value() for name in form.fields if form[name].value() is not None}
    for formset in form.formsets.values():
        prefix = formset.prefix
        sent |= {f"{prefix}-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
    streams = {"introduction-count": "0", "steps-count": "0", "body-count": "0"}
    return {name: value for name, value in sent.items() if name not in ("introduction", "steps")} | streams


def test_editors_say_who_keeps_it_true_at_once(client, editing, toolkit, alice, bob, charlie):
    sent = fields(client, editing)
    assert sent["stewardship_owner"] == alice.pk
    sent |= {"stewardship_owner": bob.pk, "stewardship_deputy": charlie.pk, "stewardship_role": "Lead"}
    response = client.post(editing, sent | {"stewardship_interval": "12", "title": "A draft"})
    assert response.status_code == 302, response.context["form"].errors
    row = again(toolkit).stewardship
    assert (row.owner, row.deputy, row.role, row.interval) == (bob, charlie, "Lead", 12)
    assert again(toolkit).title == "Ask first"  # the draft waits, this does not


def test_a_page_cannot_be_left_without_owner(client, editing, toolkit, alice):
    response = client.post(editing, fields(client, editing) | {"stewardship_owner": "", "stewardship_deputy": ""})
    assert response.context["form"].errors == {
        "stewardship_owner": ["A page cannot be without an owner. Choose a member."]
    }
    assert again(toolkit).looked_after_by == alice


def test_the_deputy_is_somebody_else(client, editing, toolkit, alice):
    response = client.post(editing, fields(client, editing) | {"stewardship_deputy": alice.pk})
    assert response.context["form"].errors == {"stewardship_deputy": ["The deputy must be somebody else."]}


def test_a_new_page_takes_what_its_maker_chose(client, library, edith, bob):
    client.force_login(edith)
    for owner, expected in [("", edith), (bob.pk, bob)]:
        url = f"/admin/pages/add/knowledge/resourcepage/{library.pk}/"
        sent = fields(client, url) | {"title": f"New {owner}", "slug": f"new-{owner}", "stewardship_owner": owner}
        response = client.post(url, sent | {"stewardship_interval": "3", "comments-TOTAL_FORMS": "0"})
        assert response.status_code == 302, response.context["form"].errors
        page = ResourcePage.objects.get(slug=f"new-{owner}")
        assert (page.looked_after_by, page.stewardship.interval) == (expected, 3)


def test_members_are_chosen_by_name_and_their_addresses_are_not_told(client, edith, alice):
    client.force_login(edith)
    text = client.get("/admin/choose-member/").json()["html"]
    assert "Alice Okafor" in text
    assert alice.email not in text


def test_versions_of_a_page_can_still_be_compared(client, editing, toolkit):
    toolkit.save_revision().publish()
    toolkit.title = "Another"
    toolkit.save_revision()
    response = client.get(f"/admin/pages/{toolkit.pk}/revisions/compare/earliest...latest/")
    assert response.status_code == 200
