import pytest

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


@pytest.fixture
def kit(library, media):
    """A kit of three steps, published once."""
    return make_kit(library, "Find people", "Ask them", "Pay them", title="Ask first", slug="ask-first")


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Run what would run after the transaction: `with committed(): page.save()`."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
