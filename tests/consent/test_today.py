"""What waits for editors today."""

import re
from datetime import date

import pytest

from tests.factories.consent import ConsentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("end", "told"), [(date(2026, 3, 20), ["until 20 March 2026"]), (date(2026, 9, 1), [])])
def test_a_consent_that_ends_soon_says_until_when(client, site, edith, time_machine, end, told):
    time_machine.move_to("2026-03-03 12:00Z", tick=False)
    ConsentFactory(person_name="Alun Beddoes", wording="We never knew.", until=end)
    client.force_login(edith)
    assert re.findall(r"Alun Beddoes</a> <small>(.*?)</small>", client.get("/admin/").text) == told
