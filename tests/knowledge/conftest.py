import pytest

from knowledge.models import ToolkitPage
from tests.conftest import index_page

from .importing import Folder
from .kits import make_kit


@pytest.fixture
def folder(tmp_path, library, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    return Folder(tmp_path / "cards")


@pytest.fixture
def media(tmp_path, settings):
    """Files of this test alone."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(scope="module")
def kit_of_file(rows_of_file):
    titles = ("Find people", "Ask them", "Pay them")
    return make_kit(index_page("library"), *titles, title="Ask first", slug="ask-first").pk


@pytest.fixture
def kit(kit_of_file, site, media):
    """A kit of three steps, published once."""
    return ToolkitPage.objects.get(pk=kit_of_file)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Run what would run after the transaction: `with committed(): page.save()`."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
