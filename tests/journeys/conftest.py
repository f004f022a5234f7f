"""The hub as `make run` starts it, with its demo content, and a real browser in front of it."""

import email
import email.policy
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
START_TIMEOUT = 240  # seconds, on a slow machine that loads the demo for the first time


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.path.name == "test_html.py")  # last: it checks what all others have seen


def chromium():
    """Return the path of a Chromium, or skip with a line that says how to get one."""
    names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not path:
        pytest.skip("no Chromium: on Debian or Ubuntu `apt install chromium`, elsewhere set CHROMIUM to its path")
    return path


@dataclass
class Hub:
    """A running hub: its address, and the folder with what it writes."""

    url: str
    data: Path

    def mails_to(self, address):
        """Return the mails to `address`, the oldest first."""
        mails = [
            email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            for path in sorted((self.data / "mail").glob("*.eml"))
        ]
        return [mail for mail in mails if address in mail["To"]]

    def wait_for_mail(self, address, number=1, *, about=""):
        """Return the last mail to `address` whose subject says `about`, once there are `number` of them."""
        until = time.monotonic() + 10
        while len(mails := [mail for mail in self.mails_to(address) if about in mail["Subject"]]) < number:
            assert time.monotonic() < until, f"no mail number {number} to {address} within 10 seconds"
            time.sleep(0.1)
        return mails[-1]


def text_of(mail):
    """Return the words of a mail."""
    return mail.get_body(preferencelist=("plain",)).get_content()


def link_in(mail, part):
    """Return the first address in a mail that contains `part`."""
    return next(url for url in re.findall(r"https?://\S+", text_of(mail)) if part in url)


def servers_of_its_own():
    """Return where the hub keeps its data: in files as a newcomer's does, or on the servers that the run names."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        return {"DATABASE_URL": "", "SEARCH_URL": "", "CACHE_URL": ""}
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS hub_journeys WITH (FORCE)")
        connection.execute("CREATE DATABASE hub_journeys")
    return {
        "DATABASE_URL": re.sub(r"/[^/]*$", "/hub_journeys", address),
        "CACHE_URL": re.sub(r"/\d*$", "/15", os.environ.get("CACHE_URL", "")),
        "SEARCH_INDEX_PREFIX": "hub_journeys_",
    }


@pytest.fixture(scope="session")
def hub():
    """A hub in a folder of its own, started with the same command as `make run`."""
    data = Path(tempfile.mkdtemp(prefix="hub-journeys-"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://localhost:{port}"
    environment = os.environ | {"DEBUG": "1", "DATA": str(data), "SITE_URL": url, "EMAIL_URL": ""}
    environment |= {"PYTHONUNBUFFERED": "1", "DJANGO_SETTINGS_MODULE": "tests.journeys.settings"}
    environment |= servers_of_its_own()
    log = (data / "server.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "manage.py", "start", "--port", str(port)],
        cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        until = time.monotonic() + START_TIMEOUT
        while True:
            try:
                with urllib.request.urlopen(url, timeout=5):
                    break
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                assert process.poll() is None, (data / "server.log").read_text()
                assert time.monotonic() < until, f"the hub did not start within {START_TIMEOUT} seconds"
                time.sleep(0.3)
        yield Hub(url, data)
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()
        shutil.rmtree(data, ignore_errors=True)


@pytest.fixture(scope="session")
def chrome():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(hub, chrome):
    """A function that opens the hub as a reader with a browser of their own, and returns the page.

    Fails at the end if the page asked another site for anything, if a script failed, or if the policy blocked one.
    """
    contexts, complaints = [], []

    def open_page(path="/", *, javascript=True, width=1280, height=900, colour="light", **options):
        context = chrome.new_context(
            base_url=hub.url,
            java_script_enabled=javascript,
            viewport={"width": width, "height": height},
            color_scheme=colour,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda line: "Content Security Policy" in line.text and complaints.append(f"{page.url}: {line.text}"),
        )
        page.on(
            "request",
            lambda request: (
                request.url.startswith(("http", "ws"))
                and not request.url.startswith(hub.url)
                and complaints.append(f"{page.url} asked {request.url}")
            ),
        )
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def accessible(hub):
    """A function that runs axe-core on a page and fails with what it finds.

    It asks for the page in Arabic, too, so that the HTML checker sees it from right to left (`test_html.py`).
    """
    axe = Axe()

    def check(page, exclude=()):
        options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
        results = axe.run(page, context={"exclude": [[part] for part in exclude]} if exclude else None, options=options)
        found = [
            f"{violation['id']}: {violation['help']} – {node['html'][:160]}"
            for violation in results.response["violations"]
            for node in violation["nodes"]
        ]
        assert found == [], page.url
        path = page.url.removeprefix(hub.url)
        if not path.startswith(("/ar/", "/es/", "/admin/")):
            page.request.get(f"/ar{path}")

    return check


def sign_in(page, address, password):
    """Sign in on the hub's own page."""
    page.goto("/account/login/")
    page.get_by_label("E-mail").fill(address)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def until_it_says(page, address, text, within=2):
    """Open `address` again and again until the page says `text`, for so many seconds: the worker has to do it first."""
    until = time.monotonic() + within
    while page.goto(address) and text not in page.locator("main").inner_text():
        assert time.monotonic() < until, f"{address} does not say “{text}” after {within} seconds"
        time.sleep(0.1)


def press_until(page, key, locator, most=80):
    """Press `key` until `locator` has the focus, as somebody without a mouse does."""
    for _ in range(most):
        if locator.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{locator} was not reached with {most} times {key}")
