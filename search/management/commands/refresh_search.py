"""Builds all search entries anew, and a search server's indexes from them."""

from django.core.management.base import BaseCommand

from search import engines, registry
from search.entries import count_words_anew, refresh


class Command(BaseCommand):
    help = "Build all search entries anew, and the indexes of the search server if there is one."

    def add_arguments(self, parser):
        parser.add_argument("--server-only", action="store_true", help="only the indexes of the search server")

    def handle(self, *args, server_only=False, verbosity=1, **options):
        self.verbosity = verbosity
        if not server_only:
            for rule in registry.rules():
                name = str(rule.model._meta.verbose_name_plural)
                written, removed = refresh(rule.model, progress=lambda count, name=name: self._tell(name, count))
                self._say(f"{name}: {written} written, {removed} removed")
            count_words_anew()
        if server := engines.server():
            written = server.rebuild(progress=lambda count: self._tell(server.name, count))
            server.catch_up()
            self._say(f"{server.name}: {written} written")

    def _tell(self, name, count):
        if self.verbosity and self.stdout.isatty():
            self.stdout.write(f"\r{name}: {count}", ending="")
            self.stdout.flush()

    def _say(self, line):
        if self.verbosity:
            self.stdout.write(f"\r{line}" if self.stdout.isatty() else line)
