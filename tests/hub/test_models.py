import pytest
from django.contrib.auth.models import Group
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction

from hub.models import BasePage, Theme
from tests.factories.hub import HubImageFactory, StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory, ToolkitPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def spanish(db):
    return Locale.objects.create(language_code="es")


class TestPublic:
    def test_leaves_out_a_page_below_a_restriction(self, library):
        open_page, hidden = ToolkitPageFactory(parent=library), ToolkitPageFactory(parent=library)
        PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
        assert set(BasePage.objects.child_of(library).public()) == {BasePage.objects.get(pk=open_page.pk)}

    def test_leaves_out_everything_below_a_restricted_list(self, library):
        ToolkitPageFactory(parent=library)
        PageViewRestriction.objects.create(page=library, restriction_type=PageViewRestriction.LOGIN)
        assert not BasePage.objects.child_of(library).public().exists()

    def test_leaves_out_the_alias_of_a_restricted_page(self, library, home):
        page = ToolkitPageFactory(parent=library)
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        alias = page.create_alias(update_slug="copy")
        assert not BasePage.objects.filter(pk=alias.pk).public().exists()

    def test_agrees_with_wagtail(self, library):
        pages = [ToolkitPageFactory(parent=library) for _ in range(3)]
        PageViewRestriction.objects.create(page=pages[1], restriction_type=PageViewRestriction.LOGIN)
        ours = BasePage.objects.descendant_of(library).public().values_list("pk", flat=True)
        assert set(ours) == set(library.get_descendants().public().values_list("pk", flat=True))


class TestViewRestrictions:
    def test_are_those_of_the_page_and_of_all_above(self, library):
        page = ToolkitPageFactory(parent=library)
        own = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        above = PageViewRestriction.objects.create(page=library, restriction_type=PageViewRestriction.LOGIN)
        assert set(page.get_view_restrictions()) == {own, above}

    def test_of_an_alias_are_those_of_its_source(self, library):
        page = ToolkitPageFactory(parent=library)
        own = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        alias = page.create_alias(update_slug="copy")
        assert set(alias.get_view_restrictions()) == {own}

    def test_a_stranger_is_sent_to_sign_in(self, client, library):
        page = ToolkitPageFactory(parent=library)
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        response = client.get(page.url)
        assert response.status_code == 302
        assert "login" in response["Location"]


class TestLanguages:
    def test_a_reader_gets_the_translation_and_the_english_of_what_has_none(self, library, home, spanish):
        translated, untranslated = ToolkitPageFactory(parent=library), ToolkitPageFactory(parent=library)
        home.copy_for_translation(spanish)
        library.copy_for_translation(spanish)
        copy = translated.copy_for_translation(spanish)
        copy.save_revision().publish()
        pages = BasePage.objects.type(type(translated)).live().in_active_language("es")
        assert set(pages.values_list("pk", flat=True)) == {copy.pk, untranslated.pk}

    def test_a_draft_translation_does_not_hide_the_english(self, library, home, spanish):
        page = ToolkitPageFactory(parent=library)
        home.copy_for_translation(spanish)
        library.copy_for_translation(spanish)
        page.copy_for_translation(spanish)
        pages = BasePage.objects.type(type(page)).live().in_active_language("es")
        assert set(pages.values_list("pk", flat=True)) == {page.pk}

    def test_a_theme_is_shown_in_the_readers_language(self, library, spanish):
        theme = ThemeFactory(name="Funding")
        Theme.objects.create(name="Financiación", slug="funding", locale=spanish, translation_key=theme.translation_key)
        page = ToolkitPageFactory(parent=library, themes=[theme])
        with translation.override("es"):
            assert [tag.local_name for tag in BasePage.objects.get(pk=page.pk).tags] == ["Financiación"]

    def test_a_theme_without_translation_keeps_its_name(self, library):
        page = ToolkitPageFactory(parent=library, themes=[ThemeFactory(name="Funding")])
        with translation.override("ar"):
            assert [tag.local_name for tag in BasePage.objects.get(pk=page.pk).tags] == ["Funding"]


class TestCards:
    @pytest.mark.parametrize("number", [1, 5])
    def test_cost_the_same_for_one_and_many(self, library, django_assert_num_queries, number):
        theme = ThemeFactory()
        for _ in range(number):
            ToolkitPageFactory(parent=library, themes=[theme])
            ResourcePageFactory(parent=library, themes=[theme])
            ArticlePageFactory(parent=library, themes=[theme])
        with django_assert_num_queries(3):  # the pages, their themes, and the authors of articles
            for page in BasePage.objects.child_of(library).for_cards():
                page = page.as_kind
                assert page.card_facts() is not None
                assert page.tags[0].local_name
                assert page.locale.language_code == "en"

    def test_know_what_their_kind_knows(self, library):
        ResourcePageFactory(parent=library, resource_kind="template")
        (page,) = BasePage.objects.child_of(library).for_cards()
        assert page.as_kind.card_facts() == ["Template"]

    def test_carry_their_picture(self, library):
        image = HubImageFactory()
        ToolkitPageFactory(parent=library, cover_image=image)
        (page,) = BasePage.objects.child_of(library).for_cards()
        assert page.as_kind.cover_image == image


def test_a_draft_shows_its_own_themes_not_the_published_ones(library):
    funding, access = ThemeFactory(name="Funding"), ThemeFactory(name="Access")
    page = ToolkitPageFactory(parent=library, themes=[funding])
    page.themes.set([access])
    draft = page.save_revision().as_object()
    assert [tag.local_name for tag in draft.tags] == ["Access"]
    assert [tag.local_name for tag in BasePage.objects.get(pk=page.pk).tags] == ["Funding"]


def test_structured_data_names_the_page(home):
    page = StandardPageFactory(parent=home, title="About us")
    data = page.structured_data()
    assert data["@type"] == "WebPage"
    assert data["name"] == "About us"
    assert data["inLanguage"] == "en"


class TestLanguageMenu:
    def test_leads_to_the_translation(self, client, library, home, spanish):
        page = ToolkitPageFactory(parent=library, title="Paying people")
        home.copy_for_translation(spanish).save_revision().publish()
        library.copy_for_translation(spanish).save_revision().publish()
        page.copy_for_translation(spanish).save_revision().publish()
        assert 'href="/es/library/paying-people/"' in client.get(page.url).text

    def test_does_not_name_a_translation_that_one_must_sign_in_for(self, client, library, home, spanish):
        page = ToolkitPageFactory(parent=library, title="Paying people")
        home.copy_for_translation(spanish).save_revision().publish()
        library.copy_for_translation(spanish).save_revision().publish()
        copy = page.copy_for_translation(spanish)
        copy.slug = "secreto"
        copy.save_revision().publish()
        PageViewRestriction.objects.create(page=copy, restriction_type=PageViewRestriction.LOGIN)
        assert "secreto" not in client.get(page.url).text


class TestRestrictionsAndTranslations:
    def test_a_restriction_on_the_english_page_holds_for_its_translations(self, client, library, home, spanish):
        page = ToolkitPageFactory(parent=library, title="Paying people")
        home.copy_for_translation(spanish).save_revision().publish()
        library.copy_for_translation(spanish).save_revision().publish()
        copy = page.copy_for_translation(spanish)
        copy.save_revision().publish()
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        assert client.get("/es/library/paying-people/").status_code == 302
        restriction.delete()
        assert client.get("/es/library/paying-people/").status_code == 200

    def test_the_groups_of_a_restriction_hold_for_its_translations(self, library, home, spanish):
        page = ToolkitPageFactory(parent=library)
        home.copy_for_translation(spanish)
        library.copy_for_translation(spanish)
        copy = page.copy_for_translation(spanish)
        editors = Group.objects.get(name="Editors")
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS).groups.add(editors)
        assert list(copy.view_restrictions.get().groups.all()) == [editors]

    def test_a_restriction_that_changes_changes_on_the_translations(self, library, home, spanish):
        page = ToolkitPageFactory(parent=library)
        home.copy_for_translation(spanish)
        library.copy_for_translation(spanish)
        copy = page.copy_for_translation(spanish)
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        restriction.restriction_type, restriction.password = PageViewRestriction.PASSWORD, "sesame"
        restriction.save()
        assert [(r.restriction_type, r.password) for r in copy.view_restrictions.all()] == [("password", "sesame")]
