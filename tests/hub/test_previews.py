"""Editors see every page before it is saved for the first time, and every draft."""

import datetime

import pytest
from django.utils import timezone

from casestudies.models import CaseStudyPage
from events.models import EventPage
from hub.models import HomePage, StandardPage
from knowledge.models import ArticlePage, ArticleSeriesPage, ResourcePage, ToolkitPage

pytestmark = pytest.mark.django_db

TYPES = [StandardPage, ToolkitPage, ResourcePage, ArticlePage, ArticleSeriesPage, CaseStudyPage, EventPage]


@pytest.mark.parametrize("page_type", TYPES)
def test_a_page_that_was_never_saved_can_be_previewed(
    client, rf, edith, home, library, case_studies, events_index, page_type
):
    index = {"knowledge": library, "casestudies": case_studies, "events": events_index, "hub": home}
    page = page_type(title="Not saved yet", slug="not-saved-yet")
    if page_type is EventPage:
        page.starts_at = timezone.now()
        page.ends_at = timezone.now() + datetime.timedelta(hours=1)
    # What Wagtail's own screen does before it asks for a preview of a new page.
    parent = index[page_type._meta.app_label]
    page.set_url_path(parent)
    page.path = parent.path + "0099"
    page.depth = parent.depth + 1
    client.force_login(edith)
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    response = page.make_preview_request(rf.get("/admin/", HTTP_HOST="localhost", HTTP_COOKIE=cookie))
    assert response.status_code == 200
    response.render()
    assert "Not saved yet" in response.text
    assert edith.get_short_name() in response.text


@pytest.mark.parametrize("name", ["home", "library", "case_studies", "events_index"])
def test_a_list_can_be_previewed(request, name):
    page = request.getfixturevalue(name)
    page.title = "Another title"
    response = page.save_revision().as_object().make_preview_request()
    assert response.status_code == 200
    if not isinstance(page, HomePage):
        assert "Another title" in response.render().text
