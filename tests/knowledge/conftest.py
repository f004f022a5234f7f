import pytest

from .importing import Folder


@pytest.fixture
def folder(tmp_path, library, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    return Folder(tmp_path / "cards")
