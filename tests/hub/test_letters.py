"""Whom mail comes from."""

import pytest

from hub.letters import sender
from hub.models import HubSettings


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("hub@hub.example", "Common Thread <hub@hub.example>"),
        ("The network <hub@hub.example>", "The network <hub@hub.example>"),
    ],
)
def test_mail_comes_from_whom_the_setting_names_or_else_from_the_hub(settings, setting, expected):
    settings.DEFAULT_FROM_EMAIL = setting
    assert sender(HubSettings(site_name="Common Thread")) == expected
