import pytest

from knowledge.models import Author, ToolkitPage
from tests.conftest import index_page
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.knowledge import ArticlePageFactory, AuthorFactory

from .importing import PDF, Folder
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
def author(alice):
    return Author.objects.create(member=alice)


@pytest.fixture
def grace():
    return AuthorFactory(name="Grace Hopper", about="She wrote compilers.")


@pytest.fixture
def article(library, author, grace):
    return ArticlePageFactory(parent=library, title="On pay", authors=[author, grace])


@pytest.fixture
def hall_files(folder, case_studies):
    folder.write("forms/hall.pdf", PDF)
    folder.write("forms/hall-filled-in.pdf", PDF + b"\n")
    return CaseStudyPageFactory(parent=case_studies, title="Soup on a Thursday", slug="soup")
