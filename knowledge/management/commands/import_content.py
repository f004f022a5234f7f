"""Brings documents in from a folder of Markdown files or a file of JSON lines. See docs/importing.md."""

from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from hub.imports import all_kinds
from knowledge.importing.fields import settable_fields
from knowledge.importing.links import page_at
from knowledge.importing.mapping import FieldMap, read_map
from knowledge.importing.outcomes import Result
from knowledge.importing.readers import MARKDOWN
from knowledge.importing.run import Import
from knowledge.models import LibraryIndexPage

LINES = {".jsonl", ".ndjson"}
MOST_NOTES = 20  # told for one document; the rest is counted


class Command(BaseCommand):
    help = "Bring documents in from a folder of Markdown files with front matter, or from a file of JSON lines."

    def add_arguments(self, parser):
        parser.add_argument("path", metavar="PATH", type=Path, help="a folder, a .jsonl file or one Markdown file")
        parser.add_argument("--under", metavar="ADDRESS", help="the page to put them under (default: the library)")
        parser.add_argument("--as", dest="kind", metavar="KIND", default="resource", help="what to make of them")
        parser.add_argument("--map", type=Path, metavar="FILE", help="a TOML file: which field becomes which")
        parser.add_argument("--draft", action="store_true", help="make drafts, publish nothing")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")

    def handle(self, *args, path, under, kind, map, draft, dry_run, verbosity=1, **options):
        self.verbosity = verbosity
        self.counts, self.files = Counter(), Counter()
        kinds = all_kinds()
        if kind not in kinds:
            raise CommandError(f"There is no kind “{kind}”. There are: {', '.join(sorted(kinds))}.")
        # Notes and addresses in the language of the command line, whatever the site's visitors read.
        with override("en"):
            Import(
                self._path(path),
                under=self._under(under),
                kinds=kinds,
                kind=kind,
                field_map=self._field_map(map, kinds),
                as_drafts=draft,
                is_trial=dry_run,
                tell=self._tell,
                progress=self._progress,
            ).run()
        if any(self.files.values()):
            self.stdout.write("pictures and documents: " + self._count(self.files, with_skipped=False))
        if dry_run:
            self.stdout.write("This was a trial: nothing was written.")
        self.stdout.write(self._count(self.counts))

    def _path(self, path):
        try:
            path = path.resolve(strict=True)
        except (OSError, RuntimeError, ValueError) as error:
            raise CommandError(f"There is nothing at {path}.") from error
        if path.is_dir() or (path.is_file() and path.suffix.lower() in MARKDOWN | LINES):
            return path
        raise CommandError(f"{path} is neither a folder nor a .md or .jsonl file.")

    def _under(self, address):
        if not address:
            library = LibraryIndexPage.objects.live().order_by("path").first()
            if not library:
                raise CommandError("There is no library to put them in. Say where with --under ADDRESS.")
            return library
        page = page_at(address)
        if not page:
            raise CommandError(f"There is no page at {address}. Give an address of the hub, such as /library/.")
        return page

    def _field_map(self, path, kinds):
        if not path:
            return FieldMap()
        known = {name for kind in kinds.values() for name in [*settable_fields(kind.model), *kind.terms, *kind.pages]}
        try:
            return read_map(path, known)
        except ValueError as error:
            raise CommandError(str(error)) from error

    def _tell(self, outcome):
        (self.files if outcome.is_file else self.counts)[outcome.result] += 1
        if not self.verbosity:
            return
        style = {Result.SKIPPED: self.style.WARNING, Result.UNCHANGED: str}.get(outcome.result, self.style.SUCCESS)
        line = f"{style(f'{outcome.result:<10}')} {_printable(outcome.name)}"
        self._clear()
        self.stdout.write(f"{line}  {_printable(outcome.told)}".rstrip())
        notes = list(dict.fromkeys(outcome.notes))
        for note in notes[:MOST_NOTES]:
            self.stdout.write(f"           - {_printable(note)}")
        if len(notes) > MOST_NOTES:
            self.stdout.write(f"           - and {len(notes) - MOST_NOTES} more")

    def _progress(self, count):
        if self.verbosity and self.stderr.isatty():
            self.stderr.write(f"\rreading {count}", ending="")

    def _clear(self):
        if self.stderr.isatty():
            self.stderr.write("\r\033[K", ending="")

    def _count(self, counts, with_skipped=True):
        results = [result for result in Result if with_skipped or result != Result.SKIPPED]
        return ", ".join(f"{result} {counts[result]}" for result in results)


def _printable(text):
    """Return `text` in one line and without what would move the cursor of the terminal."""
    return "".join(c if c.isprintable() else "�" for c in str(text).replace("\n", " "))
