"""The search server goes away in the middle, hangs, and comes back: readers notice nothing, and both agree again."""

import json
import os
import re
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .conftest import ROOT, sign_in, until_it_says

PREPARE = """
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from knowledge.models import LibraryIndexPage, ResourcePage
from members.models import User
user = User.objects.create_user(email="edith@example.org", name="Edith Lam", password="{password}")
user.groups.add(Group.objects.get(name="Editors"))
EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
page = ResourcePage(title="Paper lanterns", summary="For the lantern parade", slug="paper-lanterns")
LibraryIndexPage.objects.get().add_child(instance=page)
page.save_revision().publish()
"""
PASSWORD = "thread-edith-lanterns"


class Proxy:
    """Stands before the search server: lets everything through, refuses, or takes everything and never answers."""

    def __init__(self, address):
        parts = urlsplit(address)
        self.target = parts.hostname, parts.port
        self.mode = "through"
        self.searches = 0  # requests that were let through
        self.open = set()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def become(self, mode):
        """Be "through", "refusing" or "hanging" from now on, also for connections that are open."""
        self.mode = mode
        for connection in list(self.open) if mode != "hanging" else ():
            connection.close()

    def close(self):
        self.become("refusing")
        self.listener.close()

    def _listen(self):
        while True:
            try:
                client, _address = self.listener.accept()
            except OSError:
                return  # closed
            if self.mode == "refusing":
                client.close()
                continue
            threading.Thread(target=self._serve, args=[client], daemon=True).start()

    def _serve(self, client):
        self.open.add(client)
        try:
            with client, socket.create_connection(self.target) as server:
                while True:
                    ready, _, _ = select.select([client, server], [], [], 0.1)
                    if self.mode == "refusing":
                        return
                    for side in ready if self.mode == "through" else ():
                        data = side.recv(65_536)
                        if not data:
                            return
                        self.searches += side is client and b"/_search" in data.split(b"\r\n", 1)[0]
                        (server if side is client else client).sendall(data)
                    if self.mode == "hanging":
                        time.sleep(0.1)
        except (OSError, ValueError):
            pass  # one side went away
        finally:
            self.open.discard(client)


@pytest.fixture
def proxy():
    if not os.environ.get("TEST_ELASTICSEARCH_URL"):
        pytest.skip("TEST_ELASTICSEARCH_URL is not set")
    proxy = Proxy(os.environ["TEST_ELASTICSEARCH_URL"])
    yield proxy
    proxy.close()


@pytest.fixture
def small_hub(proxy):
    """A hub with one page and an editor, on a search server behind the proxy. Gives (address, index prefix)."""
    data = Path(tempfile.mkdtemp(prefix="hub-journeys-"))
    prefix = f"journey_{uuid.uuid4().hex[:10]}_"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://localhost:{port}"
    environment = os.environ | {
        "DEBUG": "1", "DATA": str(data), "SITE_URL": url, "DATABASE_URL": "", "CACHE_URL": "", "EMAIL_URL": "",
        "SEARCH_URL": proxy.url, "SEARCH_INDEX_PREFIX": prefix, "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "hub.settings",
    }  # fmt: skip
    manage = [sys.executable, "manage.py"]
    for command in (["migrate", "--verbosity=0"], ["shell", "--verbosity=0", "-c", PREPARE.format(password=PASSWORD)]):
        subprocess.run([*manage, *command], cwd=ROOT, env=environment, check=True, capture_output=True)
    log = (data / "server.log").open("wb")
    process = subprocess.Popen(
        [*manage, "start", "--port", str(port)], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        until = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(url, timeout=5):
                    break
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                assert process.poll() is None, (data / "server.log").read_text()
                assert time.monotonic() < until, "the hub did not start"
                time.sleep(0.2)
        yield url, prefix
        assert "Internal Server Error" not in (data / "server.log").read_text()
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()
        shutil.rmtree(data, ignore_errors=True)
        server = os.environ["TEST_ELASTICSEARCH_URL"]
        names = list(json.load(urllib.request.urlopen(f"{server}/{prefix}*")))
        if names:
            urllib.request.urlopen(urllib.request.Request(f"{server}/{','.join(names)}", method="DELETE"))


def on_the_server(prefix):
    """Return how many things the search server has, asked past the proxy."""
    with urllib.request.urlopen(f"{os.environ['TEST_ELASTICSEARCH_URL']}/{prefix}entries/_count") as answer:
        return json.load(answer)["count"]


def results(page, question):
    """Return the titles that a question finds, and the seconds it took."""
    began = time.monotonic()
    assert page.goto(f"/search/?q={question}").status == 200
    assert page.get_by_text("Something went wrong").count() == 0
    return [title.strip() for title in page.locator(".results h3").all_inner_texts()], time.monotonic() - began


def until_asked(page, proxy, question, within):
    """Ask until the search server is asked again; returns what was found then."""
    until = time.monotonic() + within
    for number in range(1000):
        before = proxy.searches
        found, _seconds = results(page, f"{question}+{number}")
        if proxy.searches > before:
            return found
        assert time.monotonic() < until, f"the search server was not asked within {within} seconds"
        time.sleep(0.3)


def test_the_search_server_goes_away_and_comes_back(chrome, proxy, small_hub):
    url, prefix = small_hub
    context = chrome.new_context(base_url=url)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto("/")
    sign_in(page, "edith@example.org", PASSWORD)  # pages kept for all readers are not for her

    until_it_says(page, "/search/?q=lanterns", "Paper lanterns", within=15)
    assert until_asked(page, proxy, "lanterns", within=20) == ["Paper lanterns"]
    before = on_the_server(prefix)

    # It goes away: the database answers, and nobody is told of an error.
    proxy.become("refusing")
    assert results(page, "lantern+parade")[0] == ["Paper lanterns"]
    page.goto("/library/")
    page.get_by_role("link", name="Edit this page").click()
    library = re.search(r"/pages/(\d+)/", page.url).group(1)
    page.goto(f"/admin/pages/add/knowledge/resourcepage/{library}/")
    page.locator("input[name=title]").fill("Willow lanterns")
    page.locator("textarea[name=summary]").fill("Bent from withies")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messages")).to_contain_text("published")
    until_it_says(page, "/search/?q=withies", "Willow lanterns", within=5)
    assert on_the_server(prefix) == before

    # It takes questions and never answers them: two seconds, then the database does, and it is left alone for a while.
    time.sleep(1)
    proxy.become("hanging")
    waits = [results(page, f"willow+{number}") for number in range(3)]
    assert [found for found, _seconds in waits] == [["Willow lanterns"]] * 3
    assert max(seconds for _found, seconds in waits) < 6
    assert min(seconds for _found, seconds in waits) < 2

    # It comes back: what was published meanwhile is caught up, and both say the same.
    proxy.become("through")
    assert sorted(until_asked(page, proxy, "lanterns", within=30)) == ["Paper lanterns", "Willow lanterns"]
    assert on_the_server(prefix) == before + 1
    context.close()
