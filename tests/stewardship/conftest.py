from datetime import date

import pytest
import time_machine

from knowledge.models import ToolkitPage
from stewardship import emails
from tests.conftest import index_page
from tests.factories.knowledge import ToolkitPageFactory
from tests.factories.stewardship import StewardshipFactory

TODAY = date(2026, 3, 3)
NOON = "2026-03-03 12:00Z"


@pytest.fixture
def today(time_machine):
    """The third of March 2026, at noon."""
    time_machine.move_to(NOON, tick=False)
    return TODAY


@pytest.fixture(scope="module")
def toolkit_of_file(rows_of_file):
    with time_machine.travel(NOON, tick=False):
        return ToolkitPageFactory(parent=index_page("library"), title="Ask first", slug="ask-first").pk


@pytest.fixture
def toolkit(toolkit_of_file, site, today):
    return ToolkitPage.objects.get(pk=toolkit_of_file)


@pytest.fixture
def row(toolkit, alice, bob):
    """Alice looks after “Ask first”, Bob is the deputy, and it has been due for two days."""
    return StewardshipFactory(
        page=toolkit, owner=alice, deputy=bob, next_check_on=date(2026, 3, 1), checked_on=date(2025, 9, 1)
    )


@pytest.fixture
def link():
    """A function that returns the address in the mail to a reader about a row."""
    return lambda row, reader: f"/stewardship/check/{emails.token_for(row, reader)}/"
