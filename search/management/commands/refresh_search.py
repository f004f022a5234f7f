"""Builds all search entries anew, and the engines' indexes from them."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from search import registry
from search.entries import refresh


class Command(BaseCommand):
    help = "Build all search entries anew, and the index of each search engine."

    def add_arguments(self, parser):
        parser.add_argument("--entries-only", action="store_true", help="leave the engines' indexes of other things")

    def handle(self, *args, entries_only=False, verbosity=1, **options):
        for rule in registry.rules():
            self._refresh(rule.model, with_index=entries_only, verbosity=verbosity)
        if not entries_only:
            call_command("wagtail_update_index", verbosity=0)
            if verbosity:
                self.stdout.write("Index built.")

    def _refresh(self, model, *, with_index, verbosity):
        name = str(model._meta.verbose_name_plural)

        def tell(count):
            if verbosity and self.stdout.isatty():
                self.stdout.write(f"\r{name}: {count}", ending="")
                self.stdout.flush()

        written, removed = refresh(model, with_index=with_index, progress=tell)
        if verbosity:
            start = "\r" if self.stdout.isatty() else ""
            self.stdout.write(f"{start}{name}: {written} written, {removed} removed")
