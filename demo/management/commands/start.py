"""`manage.py start`: from an empty folder, or from yesterday's, to a hub that answers. `make run` calls it."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Site

import demo
from demo.emptiness import what_is_there
from members.models import User


class Command(BaseCommand):
    help = "Makes the tables if they are missing, loads the demo hub into an empty database, and serves."
    requires_system_checks = []  # one check of the migrated hub, below, is enough; it takes a second

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="Where to listen (8000).")
        parser.add_argument("--host", default="127.0.0.1", help="Which address to listen on (127.0.0.1).")

    def handle(self, *, port, host, **options):
        self.refuse_taken_port(host, port)
        self.make_tables()
        self.set_address()
        self.load_demo()
        self.check()
        self.say_where(port)
        with _background_work():
            call_command("runserver", f"{host}:{port}", use_reloader=False, skip_checks=True)

    def say(self, text, end="\n"):
        self.stdout.write(text, ending=end)
        self.stdout.flush()

    def refuse_taken_port(self, host, port):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except (OSError, OverflowError) as error:
                raise CommandError(
                    f"Cannot listen on {host}:{port} ({error}). Choose another port: make run PORT={port + 1}"
                ) from error

    def make_tables(self):
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return
        began = time.monotonic()
        self.say("Making the tables …", end=" ")
        call_command("migrate", verbosity=0, interactive=False)
        self.say(f"done in {time.monotonic() - began:.0f} s.")

    def set_address(self):
        """Let full addresses, in mail and feeds, lead to this server."""
        address = urlsplit(settings.SITE_URL)
        port = address.port or (443 if address.scheme == "https" else 80)
        site = Site.objects.filter(is_default_site=True).first()
        if site and (site.hostname, site.port) != (address.hostname, port):
            site.hostname, site.port = address.hostname, port
            site.save()

    def load_demo(self):
        if not what_is_there():
            began = time.monotonic()
            self.say("Loading the demo hub …")
            demo.load(self.stdout)
            self.say(f"The demo hub is loaded, in {time.monotonic() - began:.0f} s.")

    def say_where(self, port):
        emails = set(User.objects.values_list("email", flat=True))
        sign_ins = [sign_in for sign_in in demo.SIGN_INS if sign_in[1] in emails]
        lines = ["", f"The hub is at {settings.SITE_URL}/", f"Its admin is at {settings.SITE_URL}/admin/"]
        if settings.DEBUG:
            lines.append(f"Mail that it sends is at {settings.SITE_URL}/dev/mail/")
        if sign_ins and settings.DEBUG:  # elsewhere nobody in the demo has a password
            lines += ["", "Sign in as:"]
            widths = [max(len(str(sign_in[column])) for sign_in in sign_ins) for column in range(3)]
            lines += [
                "  " + "  ".join(str(text).ljust(width) for text, width in zip(sign_in, widths, strict=True)).rstrip()
                for sign_in in sign_ins
            ]
        lines += ["", f"Everything it writes is in {settings.DATA}", "Ctrl+C stops it.", ""]
        self.say("\n".join(lines))


@contextmanager
def _background_work():
    """Run `manage.py work` beside the server. It ends with it, also when the server is killed: then its input ends."""
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "work", "--until-input-ends"],
        cwd=settings.BASE_DIR,
        env=os.environ,
        stdin=subprocess.PIPE,
    )
    before = signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))  # so that the lines below are run
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
        worker.stdin.close()
        worker.wait()
