import pytest
from django.contrib.auth.models import Permission

from knowledge.models import ToolkitPage
from tests.conftest import index_page
from tests.factories.comments import PageCommentFactory
from tests.factories.knowledge import ToolkitPageFactory


@pytest.fixture(scope="module")
def toolkit_of_file(rows_of_file):
    return ToolkitPageFactory(parent=index_page("library"), title="Ask first", slug="ask-first").pk


@pytest.fixture
def toolkit(toolkit_of_file, site):
    return ToolkitPage.objects.get(pk=toolkit_of_file)


@pytest.fixture
def comment(toolkit, alice):
    """Alice's approved comment; she is no newcomer any more."""
    return PageCommentFactory(page=toolkit, user=alice, comment="We tried this in Leeds.")


@pytest.fixture
def waiting(toolkit, bob):
    """Bob's first comment, which no moderator has read."""
    return PageCommentFactory(page=toolkit, user=bob, comment="Buy pangolin pills.", is_public=False)


@pytest.fixture
def moderator(charlie):
    """Somebody with nothing but the right to moderate."""
    charlie.user_permissions.add(
        Permission.objects.get(content_type__app_label="django_comments", codename="can_moderate"),
        Permission.objects.get(codename="access_admin"),
    )
    return charlie
