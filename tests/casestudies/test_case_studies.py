import datetime

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from casestudies.models import ToolkitUse
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.knowledge import ToolkitPageFactory

pytestmark = pytest.mark.django_db


def test_filters_by_how_people_were_paid(client, case_studies):
    CaseStudyPageFactory(parent=case_studies, title="Paid", payment="paid")
    CaseStudyPageFactory(parent=case_studies, title="Unpaid", payment="unpaid")
    response = client.get("/case-studies/?kind=paid")
    assert [page.title for page in response.context["listing"].page_obj.object_list] == ["Paid"]


def test_shows_what_did_not_work(client, case_studies):
    page = CaseStudyPageFactory(parent=case_studies, what_did_not_work="<p>We asked too late.</p>")
    assert "We asked too late." in client.get(page.url).text


def test_links_the_toolkits_that_are_still_there(client, case_studies, library):
    page = CaseStudyPageFactory(parent=case_studies)
    live, gone = (
        ToolkitPageFactory(parent=library, title="Live kit"),
        ToolkitPageFactory(parent=library, title="Gone kit"),
    )
    ToolkitUse.objects.create(case_study=page, toolkit=live.page_ptr)
    ToolkitUse.objects.create(case_study=page, toolkit=gone.page_ptr)
    hidden = ToolkitPageFactory(parent=library, title="Hidden kit")
    ToolkitUse.objects.create(case_study=page, toolkit=hidden.page_ptr)
    gone.unpublish()
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    text = client.get(page.url).text
    assert "Live kit" in text
    assert "Gone kit" not in text
    assert "Hidden kit" not in text


def test_cannot_end_before_it_starts(case_studies):
    with pytest.raises(ValidationError, match="must end after it starts"):
        CaseStudyPageFactory(
            parent=case_studies, started_on=datetime.date(2026, 2, 1), ended_on=datetime.date(2026, 1, 1)
        )
