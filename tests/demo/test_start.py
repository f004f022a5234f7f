"""`manage.py start`: safe to run again, honest about a port that is taken, and never a demo over content."""

import os
import signal
import socket
import subprocess
import sys
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site

from demo.management.commands import start
from members.models import User
from tests.factories.hub import StandardPageFactory
from tests.factories.members import UserFactory


@pytest.fixture
def demo(monkeypatch):
    """A demo that makes one member, and counts how often it was loaded."""

    def load(stdout):
        module.loaded += 1
        UserFactory(name="Ada", email="ada@example.org")

    module = SimpleNamespace(
        loaded=0,
        load=load,
        SIGN_INS=[("Editor", "ada@example.org", "a-password"), ("Moderator", "gone@example.org", "another")],
    )
    monkeypatch.setattr(start, "demo", module)
    return module


@pytest.fixture
def run(demo, monkeypatch):
    """Run the command without serving; returns what it printed."""

    def command(name, *args, **kwargs):
        if name == "runserver":
            command.served = (args, kwargs)
            command.while_serving()
        else:
            call_command(name, *args, **kwargs)

    def start_it(**options):
        out = StringIO()
        call_command("start", stdout=out, port=_free_port(), **options)
        return out.getvalue()

    command.while_serving = lambda: None
    command.workers = []
    popen = subprocess.Popen

    def start_worker(arguments, **options):
        command.workers.append(
            popen([sys.executable, "-c", "input()"], stdin=options["stdin"], stderr=subprocess.DEVNULL)
        )
        command.workers[-1].arguments = arguments[1:]
        return command.workers[-1]

    monkeypatch.setattr(start.subprocess, "Popen", start_worker)
    monkeypatch.setattr(start, "call_command", command)
    start_it.command = command
    return start_it


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_loads_the_demo_into_an_empty_hub_once(site, run, demo):
    first, second = run(), run()
    assert demo.loaded == 1
    assert "Loading the demo hub" in first
    assert "Loading the demo hub" not in second


def test_prints_address_and_sign_ins_that_work(site, run, settings):
    settings.SITE_URL, settings.DEBUG = "http://localhost:8123", True
    lines = run().splitlines()
    assert "The hub is at http://localhost:8123/" in lines
    assert "  Editor  ada@example.org  a-password" in lines
    assert not [line for line in lines if "gone@example.org" in line]


def test_serves_without_reloading(site, run):
    run()
    args, kwargs = run.command.served
    assert args[0].startswith("127.0.0.1:")
    assert kwargs["use_reloader"] is False


def test_background_work_runs_beside_the_server_and_ends_with_it(site, run):
    def look():
        assert run.command.workers[0].poll() is None

    run.command.while_serving = look
    run()
    (worker,) = run.command.workers
    assert worker.arguments == ["manage.py", "work", "--until-input-ends"]
    assert worker.returncode is not None


def test_background_work_ends_also_when_the_server_is_told_to(site, run):
    run.command.while_serving = lambda: os.kill(os.getpid(), signal.SIGTERM)
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit):
        run()
    assert run.command.workers[0].returncode is not None
    assert signal.getsignal(signal.SIGTERM) is before


def test_never_loads_the_demo_over_content(home, run, demo):
    StandardPageFactory(parent=home.get_children().first())
    assert "Sign in as" not in run()
    assert demo.loaded == 0
    assert not User.objects.exists()


def test_never_loads_the_demo_over_members(site, run, demo):
    UserFactory()
    run()
    assert demo.loaded == 0


def test_full_addresses_lead_to_this_server(site, run, settings):
    settings.SITE_URL = "http://localhost:8124"
    run()
    assert Site.objects.get(is_default_site=True).root_url == "http://localhost:8124"


def test_a_taken_port_is_told_before_anything_is_made(site, demo):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"make run PORT={port + 1}"):
            call_command("start", port=port)
    assert demo.loaded == 0


def test_a_port_that_cannot_be_is_told(site, demo):
    with pytest.raises(CommandError, match="Cannot listen"):
        call_command("start", port=99999)
