"""Links out of pages: found, asked kindly, dead after three days; and no machine of ours is ever asked."""

import contextlib
import socket
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django_tasks_db.models import DBTaskResult

from stewardship import links, tasks
from stewardship.asking import Asker, NotAskedError, is_elsewhere, is_public
from stewardship.chores import ask_outgoing_links
from stewardship.models import OutgoingLink
from tests.factories.knowledge import ResourcePageFactory, ToolkitPageFactory

pytestmark = pytest.mark.django_db
Problem = OutgoingLink.Problem
EVERYBODY = Asker(may_ask=lambda address: True, ports=None)


class Site(BaseHTTPRequestHandler):
    """A site of its own kinds of answers, by path."""

    ANSWERS = {
        "/gone": 410, "/missing": 404, "/broken": 500, "/busy": 503, "/sign-in": 401, "/robots": 403, "/many": 429,
    }  # fmt: skip

    def do_HEAD(self):
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"], self.headers["Host"]))
        if self.path == "/no-head" and self.command == "HEAD":
            self._answer(404)
        elif self.path == "/moved":
            self._answer(301, Location="/here")
        elif self.path == "/round":
            self._answer(302, Location="/round")
        elif self.path == "/inwards":
            self._answer(302, Location="http://10.0.0.1/")
        else:
            self._answer(self.ANSWERS.get(self.path, 200))

    do_GET = do_HEAD

    def _answer(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def site_elsewhere():
    """A web server on this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def url(site_elsewhere):
    return f"http://127.0.0.1:{site_elsewhere.server_port}"


@pytest.fixture
def dripping():
    """The port of a server that sends a byte of its answer now and then, and never ends."""
    is_over = threading.Event()

    def drip():
        while not is_over.is_set():
            with contextlib.suppress(OSError), server.accept()[0] as connection:
                is_tls = connection.recv(1, socket.MSG_PEEK) == b"\x16"
                connection.sendall(b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xfb" if is_tls else b"HTTP/1.1 200 OK\r\nX: ")
                while not is_over.wait(0.02):
                    connection.sendall(b"a")

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        thread = threading.Thread(target=drip)
        thread.start()
        yield server.getsockname()[1]
        is_over.set()
        thread.join()


class TestFound:
    def test_wherever_editors_write_them(self, library):
        page = ToolkitPageFactory(
            parent=library,
            introduction=[
                (
                    "text",
                    '<p><a href="https://a.example/x?a=1&amp;b=2#part">A</a> <a href="mailto:a@b.example">M</a></p>',
                )
            ],
        )
        assert links.links_of(page) == ["https://a.example/x?a=1&b=2"]
        resource = ResourcePageFactory(parent=library, link="https://b.example/", source_url="https://c.example/")
        assert links.links_of(resource) == ["https://b.example/", "https://c.example/"]

    def test_our_own_are_none(self, library, settings):
        assert links.links_of(ResourcePageFactory(parent=library, link=f"{settings.SITE_URL}/library/")) == []

    def test_gathered_once_for_each_version_and_forgotten_with_it(self, library):
        page = ResourcePageFactory(parent=library, link="https://b.example/")
        links.gather()
        assert links.gather() == (0, 0)
        page.link = "https://c.example/"
        page.save_revision().publish()
        assert links.gather() == (1, 1)
        assert [str(link) for link in OutgoingLink.objects.all()] == ["https://c.example/"]
        page.refresh_from_db()
        page.delete()
        assert links.gather() == (0, 1)


class TestAsking:
    @pytest.mark.parametrize(
        ("path", "problem"),
        [
            ("/here", ""), ("/moved", ""), ("/no-head", ""), ("/sign-in", ""), ("/robots", ""), ("/many", ""),
            ("/busy", ""), ("/gone", Problem.NOT_THERE), ("/missing", Problem.NOT_THERE), ("/broken", Problem.BROKEN),
            ("/round", Problem.ROUND), ("/with space/ä?q=ö", ""),
        ],
    )  # fmt: skip
    def test_what_a_site_answers(self, url, path, problem):
        assert EVERYBODY.ask(url + path) == problem

    def test_says_who_asks_and_asks_for_nothing_more_than_it_must(self, url, site_elsewhere, settings):
        EVERYBODY.ask(f"{url}/here")
        host = url.removeprefix("http://")
        assert site_elsewhere.asked == [("HEAD", "/here", f"HubLinkCheck/1.0 (+{settings.SITE_URL})", host)]

    def test_nobody_there(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        assert EVERYBODY.ask(f"http://127.0.0.1:{port}/") == Problem.NO_ANSWER

    def test_no_such_site(self, monkeypatch):
        def nobody(*args, **kwargs):
            raise socket.gaierror

        monkeypatch.setattr(socket, "getaddrinfo", nobody)
        assert EVERYBODY.ask("https://gone.example/") == Problem.NO_HOST

    @pytest.mark.parametrize("scheme", ["http", "https"])
    def test_a_site_that_drips_holds_nobody_up(self, dripping, scheme):
        began = time.monotonic()
        asker = Asker(may_ask=lambda address: True, ports=None, longest=0.2)
        assert asker.ask(f"{scheme}://127.0.0.1:{dripping}/") == Problem.NO_ANSWER
        assert time.monotonic() - began < 2

    def test_no_certificate(self, url):
        assert EVERYBODY.ask(url.replace("http:", "https:")) == Problem.CERTIFICATE


class TestGuard:
    @pytest.mark.parametrize(
        "address",
        ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104
         "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "255.255.255.255",
         "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "fec0::1", "::127.0.0.1",
         "ff02::1"],
    )  # fmt: skip
    def test_addresses_that_are_not_of_the_open_internet(self, address):
        assert not is_public(address)

    @pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
    def test_and_those_that_are(self, address):
        assert is_public(address)

    @pytest.mark.parametrize(
        "address",
        ["http://localhost/", "http://127.0.0.1/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/",
         "ftp://a.example/", "file:///etc/passwd", "http://user:word@a.example/", "http://a.example:99999/",
         "http://[/", "http:///x", "http://\x00/", "http://93.184.216.34:8080/", "https://93.184.216.34:22/"],
    )  # fmt: skip
    def test_nothing_is_sent_there(self, address, monkeypatch):
        monkeypatch.setattr(socket, "create_connection", lambda *args: pytest.fail("it connected"))
        with pytest.raises(NotAskedError):
            Asker().ask(address)

    def test_a_local_server_is_not_asked(self, url, site_elsewhere):
        with pytest.raises(NotAskedError):
            Asker().ask(url)
        assert site_elsewhere.asked == []

    def test_nor_our_own_address_by_another_name(self, settings, monkeypatch):
        monkeypatch.setattr(socket, "create_connection", lambda *args: pytest.fail("it connected"))
        settings.SITE_URL = "https://[2606:2800:220:1::1]"
        with pytest.raises(NotAskedError):
            Asker().ask("http://[2606:2800:220:1:0:0:0:1]/")
        settings.SITE_URL = "https://93.184.216.34"
        assert not is_elsewhere("93.184.216.34")
        assert is_elsewhere("93.184.216.35")

    def test_nor_where_a_redirect_leads(self, url):
        only_local = Asker(may_ask=lambda address: address == "127.0.0.1", ports=None)
        with pytest.raises(NotAskedError):
            only_local.ask(f"{url}/inwards")

    def test_a_name_with_one_private_address_is_not_asked(self, monkeypatch):
        entries = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: entries)
        with pytest.raises(NotAskedError):
            Asker().ask("http://both.example/")


class TestDead:
    @pytest.fixture
    def link(self, library, url):
        ResourcePageFactory(parent=library, link=f"{url}/missing")
        links.gather()
        return OutgoingLink.objects.get()

    def test_after_it_failed_on_three_days(self, link, time_machine):
        time_machine.move_to("2026-03-01 08:00Z")
        numbers = []
        for _ in range(4):
            links.ask(EVERYBODY)
            numbers.append(OutgoingLink.objects.dead().count())
            assert links.ask(EVERYBODY) == (0, 0)  # once a day is enough
            time_machine.shift(timedelta(days=1))
        assert numbers == [0, 0, 1, 1]

    def test_one_success_begins_anew(self, link, url, time_machine):
        time_machine.move_to("2026-03-01 08:00Z")
        for problem in (Problem.BROKEN, Problem.BROKEN, "", Problem.BROKEN, Problem.BROKEN):
            link.refresh_from_db()
            links.note(link, problem)
            time_machine.shift(timedelta(days=1))
        link.refresh_from_db()
        assert (link.failed_days, str(link.first_failed_on)) == (2, "2026-03-04")

    def test_one_that_works_is_asked_again_after_a_week(self, link, time_machine):
        time_machine.move_to("2026-03-01 08:00Z")
        links.note(link, "")
        time_machine.shift(timedelta(days=6))
        assert not OutgoingLink.objects.to_ask().exists()
        time_machine.shift(timedelta(days=1))
        assert OutgoingLink.objects.to_ask().get() == link

    def test_each_site_once_at_a_time(self, library, url, site_elsewhere):
        for number in range(3):
            ResourcePageFactory(parent=library, link=f"{url}/{number}")
        links.gather()
        assert [links.ask(EVERYBODY)[0] for _ in range(4)] == [1, 1, 1, 0]

    def test_a_page_taken_down_asks_nobody(self, link, library):
        for page in link.pages.all():
            page.unpublish()
        assert not OutgoingLink.objects.to_ask().exists()

    def test_the_chore_lets_a_task_ask_which_asks_no_local_server(self, link, site_elsewhere, settings):
        settings.TASKS = {"default": {"BACKEND": "hub.queue.DatabaseQueue", "QUEUES": ["slow"]}}
        assert ask_outgoing_links(dry_run=True).endswith("1 link would be asked in time.")
        for _ in range(2):
            assert ask_outgoing_links(dry_run=False) == "Gathered the links of 0 pages; 1 link will be asked."
        waiting = DBTaskResult.objects.get(task_path=tasks.ask_outgoing_links.module_path)
        assert (waiting.queue_name, site_elsewhere.asked) == ("slow", [])
        waiting.task.func()
        assert site_elsewhere.asked == []
        assert ask_outgoing_links(dry_run=True) == ask_outgoing_links(dry_run=False) == ""

    def test_editors_see_it_and_decide(self, client, link, edith, alice):
        OutgoingLink.objects.update(failed_days=3, first_failed_on="2026-03-01", problem=Problem.NOT_THERE)
        client.force_login(edith)
        for address in ("/admin/", "/admin/reports/dead-links/"):
            assert "The site says that this page is not there." in client.get(address).text
        table = b"".join(client.get("/admin/reports/dead-links/?export=csv").streaming_content).decode()
        assert table.splitlines()[0] == "Address,Pages,Problem,Dead since"
        response = client.post(f"/admin/reports/dead-links/{link.pk}/leave/", {"next": "/admin/"})
        assert response["Location"] == "/admin/"
        assert not OutgoingLink.objects.dead().exists()
        client.post(f"/admin/reports/dead-links/{link.pk}/again/")
        assert OutgoingLink.objects.to_ask().get() == link
        assert client.get(f"/admin/reports/dead-links/{link.pk}/again/").status_code == 405
        assert client.post("/admin/reports/dead-links/999/again/").status_code == 404
        client.force_login(alice)
        assert client.post(f"/admin/reports/dead-links/{link.pk}/leave/")["Location"] != "/admin/"
