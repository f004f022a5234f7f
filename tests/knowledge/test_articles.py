"""Articles: briefings beside them, the names of their authors, and how an editor writes one."""

from importlib import import_module

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from consent.actions import withdraw
from knowledge.models import ArticlePage, Author
from tests.factories.consent import ConsentFactory
from tests.factories.hub import HubDocumentFactory
from tests.factories.knowledge import ArticlePageFactory

pytestmark = pytest.mark.django_db


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
