import pytest

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
