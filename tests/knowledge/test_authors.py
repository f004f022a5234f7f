"""Authors have a page: what it shows of members is what they let it show."""

from importlib import import_module
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Locale, PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from consent.actions import withdraw
from knowledge.actions import KitError
from knowledge.actions.authors import show_profile
from knowledge.models import ArticleAuthor, ArticlePage, Author
from search.models import Entry
from tests.factories.consent import ConsentFactory
from tests.factories.hub import HubDocumentFactory
from tests.factories.knowledge import ArticlePageFactory, AuthorFactory
from tests.factories.members import UserFactory

from .test_series import json_ld

pytestmark = pytest.mark.django_db

NOWHERE = 10**20


@pytest.fixture
def alice(alice):
    alice.about, alice.organisation = "I run a kitchen.", "Bow Kitchen"
    alice.save()
    return alice


@pytest.fixture
def author(alice):
    return Author.objects.create(member=alice)


@pytest.fixture
def grace():
    return AuthorFactory(name="Grace Hopper", about="She wrote compilers.")


@pytest.fixture
def article(library, author, grace):
    return ArticlePageFactory(parent=library, title="On pay", authors=[author, grace])


def locations(client):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
    return [each.text for each in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


class TestPage:
    def test_lists_what_they_wrote(self, client, article, author, library):
        ArticlePageFactory(parent=library, title="By somebody else", author=UserFactory())
        response = client.get(author.get_absolute_url())
        assert [page.title for page in response.context["page_obj"].object_list] == ["On pay"]
        assert "1 article" in response.text
        assert response.context["structured_data"] == {
            "@context": "https://schema.org",
            "@type": "Person",
            "name": "Alice Okafor",
            "url": f"http://testserver/authors/{author.pk}/",
        }

    def test_shows_nothing_of_a_member_who_did_not_say_so(self, client, article, author, charlie):
        for reader in (None, charlie):
            if reader:
                client.force_login(reader)
            text = client.get(author.get_absolute_url()).text
            assert "alice@example.org" not in text
            assert "kitchen" not in text.lower()
            assert "What you say about yourself" not in text

    def test_shows_what_a_member_wants_shown(self, client, article, author):
        author.shows_profile = True
        author.save()
        response = client.get(author.get_absolute_url())
        assert "I run a kitchen." in response.text
        assert "Bow Kitchen" in response.text
        assert response.context["structured_data"]["description"] == "I run a kitchen."
        assert "alice@example.org" not in response.text

    def test_shows_what_editors_write_about_others(self, client, article, grace):
        assert "She wrote compilers." in client.get(grace.get_absolute_url()).text

    @pytest.mark.parametrize("state", ["draft", "restricted", "none", "inactive"])
    def test_there_is_none_without_public_articles_or_for_who_has_left(self, client, article, author, bob, state):
        if state == "draft":
            article.unpublish()
        elif state == "restricted":
            PageViewRestriction.objects.create(page=article, restriction_type="login")
        elif state == "none":
            article.delete()
        else:
            author.member.is_active = False
            author.member.save()
        address = author.get_absolute_url()
        assert f"http://localhost{address}" not in locations(client)
        assert client.get(address).status_code == 404
        client.force_login(bob)
        assert client.get(address).status_code == 404
        if state == "inactive":
            text = client.get(article.url).text
            assert "Alice Okafor" in text
            assert address not in text

    @pytest.mark.parametrize("key", [99999, NOWHERE])
    def test_nobody(self, client, site, key):
        assert client.get(f"/authors/{key}/").status_code == 404

    def test_is_for_reading(self, client, article, author):
        assert client.post(author.get_absolute_url()).status_code == 405

    def test_an_absurd_page_number(self, client, article, author):
        assert client.get(f"{author.get_absolute_url()}?page=nonsense").status_code == 200

    def test_is_in_the_sitemap(self, client, library, article, author, grace):
        AuthorFactory()
        ArticlePageFactory(parent=library, authors=[grace, author])  # once all the same
        found = [each for each in locations(client) if "/authors/" in each]
        assert [each.rpartition("/authors/")[2] for each in found] == [f"{author.pk}/", f"{grace.pk}/"]

    def test_is_in_the_sitemap_in_those_languages_alone_in_which_they_wrote(
        self, client, home, library, article, author, grace
    ):
        spanish = Locale.objects.create(language_code="es")
        Locale.objects.create(language_code="ar")
        for page in (home, library):
            page.copy_for_translation(spanish).save_revision().publish()
        translated = article.copy_for_translation(spanish)
        found = [each for each in locations(client) if "/authors/" in each and "/es/" in each]
        assert found == []
        translated.save_revision().publish()
        found = [urlsplit(each).path for each in locations(client) if "/authors/" in each]
        own = {f"/authors/{pk}/" for pk in (author.pk, grace.pk)}
        translated_ones = {f"/es/authors/{each.author_id}/" for each in translated.authors.all()}
        assert translated_ones
        assert set(found) == own | translated_ones

    def test_in_another_language(self, client, home, article, author):
        spanish = Locale.objects.create(language_code="es")
        home.copy_for_translation(spanish).save_revision().publish()
        assert "On pay" in client.get(f"/es{author.get_absolute_url()}").text

    @pytest.mark.parametrize("number", [1, 5])
    def test_takes_the_same_queries_however_many_there_are(
        self, client, library, author, number, django_assert_num_queries
    ):
        for _ in range(number):
            ArticlePageFactory(parent=library, author=author)
        client.get(author.get_absolute_url())  # keeps menus and settings
        with django_assert_num_queries(5):
            client.get(author.get_absolute_url())


class TestShowProfile:
    @pytest.fixture
    def url(self, author, article):
        return f"/authors/{author.pk}/profile/"

    def test_works_twice_and_back(self, client, url, author, alice):
        client.force_login(alice)
        assert "Show what I say about myself" in client.get(author.get_absolute_url()).text
        for answer, is_shown in [("yes", True), ("yes", True), ("no", False)]:
            response = client.post(url, {"is_shown": answer}, follow=True)
            assert ("I run a kitchen." in response.text) is is_shown
            author.refresh_from_db()
            assert author.shows_profile is is_shown

    def test_strangers(self, client, url, bob, edith, grace):
        for reader in (None, bob, edith):
            if reader:
                client.force_login(reader)
            assert client.post(url, {"is_shown": "yes"}).status_code == 404
            assert client.post(f"/authors/{grace.pk}/profile/", {"is_shown": "yes"}).status_code == 404
        assert not Author.objects.filter(shows_profile=True).exists()

    def test_get(self, client, url, alice):
        client.force_login(alice)
        assert client.get(url).status_code == 405

    @pytest.mark.parametrize("sent", [{}, {"is_shown": "perhaps"}])
    def test_bad_input(self, client, url, author, alice, sent):
        client.force_login(alice)
        assert "Something went wrong on the way." in client.post(url, sent, follow=True).text
        author.refresh_from_db()
        assert not author.shows_profile

    def test_nobody(self, client, site, alice):
        client.force_login(alice)
        assert client.post("/authors/99999/profile/", {"is_shown": "yes"}).status_code == 404
        assert client.post(f"/authors/{NOWHERE}/profile/", {"is_shown": "yes"}).status_code == 405

    def test_the_action_is_theirs_alone(self, author, grace, bob):
        for one in (author, grace):
            with pytest.raises(KitError):
                show_profile(author=one, is_shown=True, by=bob)


class TestArticle:
    def test_names_all_authors_in_their_order(self, client, article, author, grace):
        response = client.get(article.url)
        links = [f'<a href="{one.get_absolute_url()}" rel="author"><bdi>{one}</bdi></a>' for one in (author, grace)]
        assert f"By {links[0]} and {links[1]}" in response.text
        assert json_ld(response)["author"] == [
            {"@type": "Person", "name": "Alice Okafor", "url": f"http://localhost{author.get_absolute_url()}"},
            {"@type": "Person", "name": "Grace Hopper", "url": f"http://localhost{grace.get_absolute_url()}"},
        ]

    def test_a_name_is_text(self, client, library):
        article = ArticlePageFactory(parent=library, authors=[AuthorFactory(name="<b>Bo</b>")])
        assert "<b>Bo" not in client.get(article.url).text
        article = ArticlePageFactory(parent=library, byline="<b>Bo</b>")
        assert "<b>Bo" not in client.get(article.url).text

    def test_a_byline_alone_is_who_wrote_it(self, client, library):
        response = client.get(ArticlePageFactory(parent=library, byline="Ada").url)
        assert "By Ada" in response.text
        assert json_ld(response)["author"] == [{"@type": "Person", "name": "Ada"}]

    def test_a_byline_beside_authors_says_more(self, library, grace):
        more = ArticlePageFactory(parent=library, authors=[grace], byline="She lives in Bow.")
        same = ArticlePageFactory(parent=library, authors=[grace], byline="Grace Hopper")
        assert (more.about_authors, same.about_authors) == ("She lives in Bow.", "")

    def test_who_deletes_their_account_is_named_no_more(self, client, article, alice):
        alice.delete()
        article.refresh_from_db()
        assert "Alice" not in client.get(article.url).text
        assert [str(row.author) for row in ArticleAuthor.objects.all()] == ["Grace Hopper"]

    def test_is_found_by_its_authors_under_their_name_of_today(self, committed, article, alice, grace):
        for row, name in [(alice, "Alice Bello"), (grace, "Grace Murray Hopper")]:
            with committed():
                row.name = name
                row.save()
        assert Entry.objects.get().people == "Alice Bello, Grace Murray Hopper"


class TestConsent:
    """Who takes their name back is no author any more, in no revision either."""

    def take_back(self, article, wording, committed, covers="name"):
        consent = ConsentFactory(covers=covers, wording=wording, pages=[article])
        with committed():
            withdraw(consent=consent)

    def test_a_name_that_is_taken_back(self, client, article, grace, committed):
        article.save_revision()
        address = grace.get_absolute_url()
        self.take_back(article, "grace hopper", committed)
        assert client.get(address).status_code == 404
        article.refresh_from_db()
        article.get_latest_revision().publish()
        assert "Grace" not in client.get(article.url).text

    def test_other_names_stay(self, article, author, grace, library, committed):
        self.take_back(article, "Ada", committed)
        self.take_back(ArticlePageFactory(parent=library), "Grace Hopper", committed)
        assert set(Author.objects.all()) == {author, grace}


class TestBriefings:
    def test_are_shown_with_title_type_size_and_pages(self, client, library, media):
        document = HubDocumentFactory(title="The long title", page_count=4)
        hidden = HubDocumentFactory(title="For staff")
        shut = hidden.collection.add_child(name="Staff")
        shut.view_restrictions.create(restriction_type="login")
        hidden.collection = shut
        hidden.save()
        article = ArticlePageFactory(parent=library)
        article.briefings.create(document=document, title="In short", sort_order=0)
        article.briefings.create(document=hidden, sort_order=1)
        article.save()
        response = client.get(article.url)
        assert [each.document for each in response.context["briefings"]] == [document]
        assert "<bdi>In short</bdi>" in response.text
        assert ", 4 pages" in response.text
        assert "For staff" not in response.text

    def test_without_there_is_no_column_for_them(self, client, library):
        assert "columns__aside" not in client.get(ArticlePageFactory(parent=library).url).text


class TestAuthor:
    @pytest.mark.parametrize(
        ("is_member", "fields"),
        [(False, {}), (False, {"name": "  "}), (True, {"name": "Ada"}), (True, {"about": "An editor's words"})],
    )
    def test_is_a_member_or_a_name(self, alice, is_member, fields):
        author = Author(member=alice if is_member else None, **fields)
        with pytest.raises(ValidationError):
            author.full_clean()
        if "  " not in fields.values():
            with transaction.atomic(), pytest.raises(IntegrityError):
                author.save()

    def test_editors_keep_them(self, client, edith, author, grace):
        client.force_login(edith)
        assert "Grace Hopper" in client.get("/admin/snippets/knowledge/author/").text
        sent = {"member": "", "name": "Ada Lovelace", "about": ""}
        assert client.post("/admin/snippets/knowledge/author/add/", sent).status_code == 302
        assert Author.objects.filter(name="Ada Lovelace", member=None).exists()
        wrong = client.post("/admin/snippets/knowledge/author/add/", {"member": "", "name": "", "about": ""})
        assert "Choose a member, or write a name: one of the two." in wrong.text
        assert client.get(f"/admin/snippets/knowledge/author/edit/{author.pk}/").status_code == 200


def test_the_migration_tells_names_from_sentences():
    migration = import_module("knowledge.migrations.0008_articles")
    assert [migration.is_name(text) for text in ("Grace Hopper", "", "Grace Hopper ran a kitchen for years.")] == [
        True, False, False
    ]  # fmt: skip


def test_an_editor_writes_an_article_with_authors_briefings_and_a_last_day(
    client, edith, library, author, grace, media
):
    client.force_login(edith)
    url = f"/admin/pages/add/knowledge/articlepage/{library.pk}/"
    assert client.get(url).status_code == 200
    sent = {
        "title": "On pay", "slug": "on-pay", "dated_on": "2026-05-01", "body": streamfield([]),
        "authors": inline_formset([{"author": grace.pk, "ORDER": 1}, {"author": author.pk, "ORDER": 2}]),
        "briefings": inline_formset([{"document": HubDocumentFactory().pk, "title": "In short", "ORDER": 1}]),
        "is_open_for_comments": "on", "comments_close_on": "2026-06-03",
        "comments": inline_formset([]), "action-publish": "1",
    }  # fmt: skip
    client.post(url, nested_form_data(sent))
    article = ArticlePage.objects.live().get()
    assert article.shown_authors == [grace, author]
    assert [briefing.title for briefing in article.public_briefings()] == ["In short"]
    assert str(article.comments_close_on) == "2026-06-03"
