import pytest

from tests.factories.feedback import FeedbackFactory
from tests.factories.knowledge import ToolkitPageFactory


@pytest.fixture
def toolkit(library, alice):
    """Alice looks after it."""
    return ToolkitPageFactory(parent=library, title="Ask first", slug="ask-first", owner=alice)


@pytest.fixture
def said(toolkit):
    return FeedbackFactory(page=toolkit, words="The form is missing", address="reader@example.org")
