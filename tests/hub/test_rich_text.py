"""Links in texts lead to the translation that the reader wants, and cost the same however many there are."""

import pytest
from django.utils import translation
from wagtail.models import Locale
from wagtail.rich_text import expand_db_html

from hub.rich_text import forget_links, know_links
from tests.factories.hub import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_request(home):
    home.url  # noqa: B018  where the site begins is known
    forget_links()


def link(page, words="It"):
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def test_a_link_leads_to_the_translation_that_is_published(home):
    page = StandardPageFactory(parent=home, title="About", slug="about")
    spanish = Locale.objects.create(language_code="es")
    home.copy_for_translation(spanish).save_revision().publish()
    copy = page.copy_for_translation(spanish)
    copy.slug = "nosotros"
    copy.save_revision()
    assert expand_db_html(link(copy)) == '<a href="/about/">It</a>'
    assert expand_db_html(link(page)) == '<a href="/about/">It</a>'
    copy.save_revision().publish()
    with translation.override("es"):
        assert expand_db_html(link(page)) == '<a href="/es/nosotros/">It</a>'


@pytest.mark.parametrize("key", ["", "0", "99999999", "9" * 30, "x"])
def test_a_link_to_what_is_gone_is_no_error(key):
    assert expand_db_html(f'<a linktype="page" id="{key}">It</a>') == "<a>It</a>"


@pytest.mark.parametrize("number", [1, 5])
def test_all_links_of_a_page_take_one_query(home, number, django_assert_num_queries):
    pages = StandardPageFactory.create_batch(number, parent=home)
    texts = [f"<p>{link(page)}</p>" for page in pages]
    with django_assert_num_queries(1):
        know_links(str([{"type": "text", "value": text} for text in texts]))
        assert [expand_db_html(text) for text in texts] == [f'<p><a href="{page.url}">It</a></p>' for page in pages]
    forget_links()
    with django_assert_num_queries(1):
        expand_db_html(texts[0])
