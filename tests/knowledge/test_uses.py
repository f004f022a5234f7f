"""A kit's page shows what refers to it: published for everybody, of any kind, at a fixed price."""

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction, ReferenceIndex

from casestudies.models import ToolkitUse
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.events import EventPageFactory
from tests.factories.groups import PeerGroupFactory
from tests.factories.knowledge import ArticlePageFactory, ExperienceFactory, ToolkitPageFactory

from .kits import publish, text

pytestmark = pytest.mark.django_db


def uses(client, kit):
    cache.clear()
    refer(kit)
    return [(use.kind, use.title) for use in client.get(kit.url).context["uses"]]


def link_to(kit):
    return [text(f'<p><a linktype="page" id="{kit.pk}">This one</a></p>')]


def refer(page):
    ReferenceIndex.create_or_update_for_object(page)
    return page


def test_case_studies_events_articles_and_other_kits(client, kit, library, case_studies, events_index):
    case = CaseStudyPageFactory(parent=case_studies, title="Bow")
    case.toolkits_used = [ToolkitUse(toolkit=kit)]
    case.save()
    refer(case)
    refer(EventPageFactory(parent=events_index, title="A day", body=link_to(kit)))
    refer(ArticlePageFactory(parent=library, title="An opinion", body=link_to(kit)))
    refer(ToolkitPageFactory(parent=library, title="Another", introduction=link_to(kit)))
    CaseStudyPageFactory(parent=case_studies, title="Has nothing to do with it")
    assert sorted(uses(client, kit)) == [
        ("article", "An opinion"),
        ("case-study", "Bow"),
        ("event", "A day"),
        ("toolkit", "Another"),
    ]


def test_groups_that_work_with_it_while_they_are_going(client, settings, kit, committed):
    settings.PAGE_CACHE_SECONDS = 600
    group = PeerGroupFactory(name="Paid and fair")
    PeerGroupFactory(name="Has nothing to do with it")
    assert "Paid and fair" not in client.get(kit.url).text
    with committed():
        group.works_with.add(kit)
    page = client.get(kit.url)
    assert [(use.kind, use.title, use.url) for use in page.context["uses"]] == [
        ("group", "Paid and fair", "/groups/paid-and-fair/")
    ]
    assert "Paid and fair" in client.get(kit.url).text  # as it is kept
    with committed():
        group.closed_at = timezone.now()
        group.save()
    assert "Paid and fair" not in client.get(kit.url).text


def test_a_kit_does_not_use_itself(client, kit):
    assert uses(client, publish(kit, note="x", introduction=link_to(kit))) == []


def test_a_translation_that_does_not_name_it_itself_is_shown_in_place_of_its_source(client, kit, home, library):
    article = refer(ArticlePageFactory(parent=library, title="An opinion", body=link_to(kit)))
    spanish = Locale.objects.create(language_code="es")
    for page in (home, library):
        page.copy_for_translation(spanish).save_revision().publish()
    copy = publish(kit.copy_for_translation(spanish), note="x")
    other = article.copy_for_translation(spanish)
    other.title, other.body = "Una opinión", []
    other.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(other)
    assert uses(client, copy) == [("article", "Una opinión")]


@pytest.mark.parametrize("state", ["draft", "restricted"])
def test_what_not_everybody_may_read_is_not_named(client, kit, library, alice, state):
    article = ArticlePageFactory(parent=library, title="Secret", body=link_to(kit), live=state != "draft")
    refer(article)
    if state == "restricted":
        PageViewRestriction.objects.create(page=article, restriction_type="login")
        client.force_login(alice)
    assert uses(client, kit) == []


def test_a_translation_shows_what_uses_its_source_and_what_was_said_of_it(client, kit, home, library):
    refer(ArticlePageFactory(parent=library, title="An opinion", body=link_to(kit)))
    ExperienceFactory(kit=kit, text="We rang 14 people.")
    spanish = Locale.objects.create(language_code="es")
    for page in (home, library):
        page.copy_for_translation(spanish).save_revision().publish()
    copy = publish(kit.copy_for_translation(spanish), note="x")
    PeerGroupFactory(name="Paid and fair").works_with.add(kit)
    assert uses(client, copy) == [("article", "An opinion"), ("group", "Paid and fair")]
    assert "We rang 14 people." in client.get(copy.url).text


@pytest.mark.parametrize("number", [1, 5])
def test_it_takes_the_same_queries_however_many_there_are(
    client, settings, kit, library, number, django_assert_num_queries
):
    settings.PAGE_CACHE_SECONDS = 0
    for each in range(number):
        refer(ArticlePageFactory(parent=library, body=link_to(kit)))
        ExperienceFactory(kit=kit)
        PeerGroupFactory().works_with.add(kit)
        kit = publish(kit, note=f"Version {each}", summary=f"{each}")
    cache.clear()
    client.get(kit.url)  # keeps menus and settings
    with django_assert_num_queries(5):
        client.get(kit.url)
