"""Authors have a page: what it shows of members is what they let it show."""

from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from wagtail.models import Locale, PageViewRestriction

from knowledge.actions import KitError
from knowledge.actions.authors import show_profile
from knowledge.models import ArticleAuthor, Author
from search.models import Entry
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
