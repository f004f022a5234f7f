"""With every cache empty, a public page takes at most twelve queries, however much there is on it."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex, Site

from casestudies.models import ToolkitUse
from knowledge.models import ArticleBriefing, ToolkitFile
from tests.factories.casestudies import CaseStudyPageFactory, MethodFactory
from tests.factories.comments import PageCommentFactory
from tests.factories.events import EventPageFactory, VenueAccessFeatureFactory
from tests.factories.groups import MembershipFactory, PeerGroupFactory
from tests.factories.hub import AreaFactory, HubDocumentFactory, HubImageFactory, StandardPageFactory, ThemeFactory
from tests.factories.knowledge import (
    ArticlePageFactory,
    ArticleSeriesPageFactory,
    AuthorFactory,
    ExperienceFactory,
    ResourcePageFactory,
)
from tests.knowledge.kits import make_kit, publish, step, text

MOST = 12

pytestmark = pytest.mark.django_db


@pytest.fixture
def full_hub(settings, tmp_path, home, library, case_studies, events_index):
    """A hub with a page of each type that has all that it can have, and several of each."""
    settings.PAGE_CACHE_SECONDS = 0
    settings.MEDIA_ROOT = tmp_path
    filed = {"themes": [ThemeFactory(), ThemeFactory()], "areas": [AreaFactory()], "cover_image": HubImageFactory()}
    document = HubDocumentFactory()
    cases = [CaseStudyPageFactory(parent=case_studies, title="Soup", slug="soup", **filed)]
    cases += [CaseStudyPageFactory(parent=case_studies, came_from=cases[0], **filed) for _ in range(2)]
    links = [text(f'<p><a linktype="page" id="{page.pk}">It</a></p>') for page in cases]
    steps = [
        step(f"Step {number}", template_file=document.pk, example_file=document.pk, case_study=case.pk,
             instructions=[links[0], {"type": "file", "value": {"document": document.pk, "title": ""}}])
        for number, case in enumerate(cases)
    ]  # fmt: skip
    kit = make_kit(library, title="Pay", slug="pay", steps=steps, files=[ToolkitFile(document=document)], **filed)
    kit = publish(kit, note="Another step", steps=[*kit.steps.raw_data, step("Thank them")])
    for case in cases:
        case.toolkits_used, case.methods = [ToolkitUse(toolkit=kit)], [MethodFactory()]
        case.save()
        ReferenceIndex.create_or_update_for_object(case)
    ResourcePageFactory(parent=library, slug="form", document=document, body=links, **filed)
    articles = [
        ArticlePageFactory(parent=library, slug=f"news-{number}", authors=[AuthorFactory(), AuthorFactory()],
                           briefings=[ArticleBriefing(document=document)], **filed)
        for number in range(3)
    ]  # fmt: skip
    ArticleSeriesPageFactory(parent=library, slug="series", articles=articles)
    event = EventPageFactory(
        parent=events_index, slug="day", venue=VenueAccessFeatureFactory().venue, takes_registrations=True, body=links,
        **filed,
    )  # fmt: skip
    StandardPageFactory(parent=home, slug="about", title="About", body=links, show_in_menus=True)
    group = PeerGroupFactory(name="Paid and fair", slug="paid")
    group.works_with.add(kit)
    MembershipFactory.create_batch(2, group=group)
    for page in (kit, articles[0], cases[0], event):
        ExperienceFactory.create_batch(2, kit=kit)
        PageCommentFactory.create_batch(2, page=page)
    call_command("refresh_search", verbosity=0)


@pytest.mark.parametrize(
    "address",
    ["/", "/library/", "/library/?theme=theme-0&kind=toolkit", "/library/pay/", "/library/pay/step/step-1/",
     "/library/pay/all/", "/library/pay/versions/", "/library/form/", "/library/news-1/", "/library/series/",
     "/case-studies/", "/case-studies/soup/", "/case-studies/?show=timeline", "/events/", "/events/day/", "/about/",
     "/groups/", "/groups/paid/", "/search/?q=pay", "/search/?q=pay&kind=toolkit", "/self-evaluation/"],
)  # fmt: skip
def test_with_every_cache_empty_a_page_takes_at_most_twelve_queries(client, full_hub, address):
    client.get(address)  # renditions that are not there yet are made once
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200
    assert len(queries) <= MOST, "\n".join(query["sql"][:200] for query in queries)
