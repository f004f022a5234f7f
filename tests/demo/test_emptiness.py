"""The demo is only loaded into an empty hub, and gives nobody a known password in production."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

import demo
from hub.models import Theme
from tests.factories.hub import StandardPageFactory
from tests.factories.members import UserFactory


def test_a_hub_with_a_member_is_left_alone(site):
    UserFactory()
    with pytest.raises(CommandError):
        call_command("load_demo", stdout=StringIO())
    assert Theme.objects.count() == 0


def test_a_hub_with_a_page_is_left_alone(site, home):
    StandardPageFactory(parent=home, title="Opening hours")
    out = StringIO()
    assert demo.load(out) is False
    assert "“Opening hours”" in out.getvalue()


def test_nobody_has_a_known_password_where_debug_is_off(site, settings, monkeypatch):
    monkeypatch.setattr("demo.loading._load_all", lambda out, with_known_passwords: seen.append(with_known_passwords))
    monkeypatch.setattr("demo.loading.call_command", lambda *args, **kwargs: None)
    seen = []
    for debug in (False, True):
        settings.DEBUG = debug
        demo.load(StringIO())
    assert seen == [False, True]
