import json

import pytest
from wagtail.models import Revision

from casestudies.models import CaseStudyPage
from consent import actions
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.consent import ConsentFactory

QUOTE = "They never asked us before the doors were painted."

PASSAGE = "<p>We painted. She said: “They <b>never</b> asked us before the doors were painted.” We listened.</p>"


@pytest.fixture
def case(case_studies):
    """A live case with a quote, the same words in the text, and a revision from before."""
    case = CaseStudyPageFactory(
        parent=case_studies,
        title="Painted doors",
        body=[
            ("text", PASSAGE),
            ("quote", {"text": QUOTE, "who": "Amina Bah", "role": "resident"}),
            ("heading", {"text": "Afterwards", "level": "2"}),
        ],
        advice="<p>Ask Amina Bah first.</p>",
    )
    case.save_revision().publish()
    case.refresh_from_db()
    return case


@pytest.fixture
def consent(case):
    return ConsentFactory(person_name="Secretive Person", wording=QUOTE, pages=[case])


@pytest.fixture
def withdraw(django_capture_on_commit_callbacks):
    def run(consent, **options):
        with django_capture_on_commit_callbacks(execute=True):
            return actions.withdraw(consent=consent, **options)

    return run


def everything_kept(case):
    """Return all that is kept of a case: its own row and each of its revisions, as text."""
    case = CaseStudyPage.objects.get(pk=case.pk)
    revisions = [json.dumps(revision.content) for revision in Revision.objects.for_instance(case)]
    return [case.to_json(), *revisions, *Revision.objects.for_instance(case).values_list("object_str", flat=True)]
