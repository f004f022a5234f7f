"""The import, from the first file to the last. Every file has an outcome; none of them stops the others."""

import logging

from wagtail.coreutils import resolve_model_string

from search.refreshing import in_bulk

from .blocks import blocks_of
from .fields import plan_page
from .files import Folder, Unusable, store
from .links import Places, token_of
from .markup import clean_html
from .outcomes import Outcome, Refused, Result
from .pages import Pages, fingerprint_of
from .readers import find_files, read_lines, read_markdown
from .steps import read_steps
from .terms import Terms

logger = logging.getLogger(__name__)


class Import:
    """Brings in the documents at `path`, a folder or a file.

    `tell(outcome)` is called once for each file, `progress(count)` while files are read.
    """

    def __init__(self, path, *, under, kinds, kind, field_map, tell, progress=None, as_drafts=False, is_trial=False):
        self.path = path
        self.kinds, self.kind, self.field_map = kinds, kind, field_map
        self.tell, self.progress, self.is_trial = tell, progress or (lambda count: None), is_trial
        self.language = under.locale.language_code
        self.folder = Folder(path if path.is_dir() else path.parent)
        self.places = Places(self.folder)
        self.pages = Pages(under, as_drafts=as_drafts)
        self.terms = Terms(field_map)
        self._keys = {}  # of pages and files that are there, by token

    def run(self):
        """Do it."""
        with in_bulk():
            plans = self._read()
            steps = [step for plan in plans if (step := self._guarded(plan, self._step))]
            if self.is_trial:
                for plan, result, *_rest in steps:
                    self.tell(Outcome(plan.document.name, result, "", plan.notes))
            else:
                self._write(steps)
            self._other_files()

    # Reading ---------------------------------------------------------------------------------------------------------

    def _read(self):
        """Return the plans of all documents that can be used, with their text as blocks."""
        plans, seen = [], set()
        for number, (name, read) in enumerate(self._documents(), 1):
            self.progress(number)
            try:
                document = read()
                plan = plan_page(
                    document,
                    kinds=self.kinds,
                    default_kind=self.kind,
                    field_map=self.field_map,
                    language=self.language,
                )
                if plan.key in seen:
                    raise Refused("a document before it has the same address, or the same title and no address")
                self.pages.parent_for(plan)
                seen.add(plan.key)
                plans.append(plan)
            except Refused as refused:
                self.tell(Outcome(name, Result.SKIPPED, str(refused)))
            except Exception as error:
                self._fail(name, error)
        for plan in plans:
            self.places.add(plan)
        return plans

    def _documents(self):
        """Yield (name, a function that returns the document or raises Refused)."""
        if self.path.suffix.lower() in (".jsonl", ".ndjson"):
            for name, read in read_lines(self.path):
                yield name, lambda read=read: _raised(read)
            return
        files = find_files(self.path)[0] if self.path.is_dir() else [self.path]
        for file in files:
            yield (
                file.relative_to(self.folder.root).as_posix(),
                lambda file=file: read_markdown(file, self.folder.root),
            )

    def _step(self, plan):
        """Return (plan, result, record, terms, fingerprint): what is to be done with a document."""
        document = plan.document
        html, notes = clean_html(document.text, is_html=document.is_html)
        plan.notes += notes
        if plan.kind.steps:
            html, plan.steps = read_steps(html, plan, places=self.places, blocks=lambda part: self._blocks(part, plan))
        plan.blocks = self._blocks(html, plan, title=plan.title)
        self._find_pages(plan)
        attachments = [self.places.attachment(name, plan) for name in plan.attachments]
        plan.attachments = list(dict.fromkeys(filter(None, attachments)))
        terms = self.terms.of(plan, can_make=not self.is_trial)
        fingerprint = fingerprint_of(plan, terms)
        record = self.pages.record_of(plan)
        result = self.pages.check(plan, record, fingerprint)
        if record and record.fingerprint:
            self._keys[token_of(plan.key)] = ("page", record.page_id)
        return plan, result, record, terms, fingerprint

    def _blocks(self, html, plan, title=""):
        """Return clean HTML as blocks; what was left out is told."""
        blocks, notes = blocks_of(
            html,
            title=title,
            refer=lambda href: self.places.link(href, plan),
            picture=lambda src: self.places.picture(src, plan),
        )
        plan.notes += notes
        return blocks

    def _find_pages(self, plan):
        for name, named in plan.pages.items():
            model = resolve_model_string(plan.kind.pages[name])
            tokens = [self.places.page(text, plan, model) for text in named]
            plan.pages[name] = list(dict.fromkeys(filter(None, tokens)))
            if name not in plan.kind.columns and len(named) > 1:
                plan.notes.append(f"“{name}” names one page: the first")

    # Writing ---------------------------------------------------------------------------------------------------------

    def _write(self, steps):
        """Make all new pages first, so that every link has somewhere to lead, then write what they say."""
        begun = []
        for step in steps:
            plan, result, record, *_rest = step
            if result == Result.MADE:
                record = record or self._guarded(plan, self.pages.begin)
                if not record:
                    continue
                self._keys[token_of(plan.key)] = ("page", record.page_id)
            begun.append((plan, result, record, *_rest))
        for plan, result, record, terms, fingerprint in begun:
            if result == Result.UNCHANGED:
                self.tell(Outcome(plan.document.name, result))
                continue
            outcome = self._guarded(
                plan,
                self.pages.finish,
                record,
                terms=terms,
                places=self._place,
                fingerprint=fingerprint,
                result=result,
            )
            if outcome:
                self.tell(outcome)
            elif result == Result.MADE:
                record.page.delete()
                self._keys.pop(token_of(plan.key), None)  # so that pages written later do not link to it

    def _place(self, token):
        """Return (kind of link, key) for a token, or None."""
        if token.startswith("import:page:"):
            return "page", int(token.rsplit(":", 1)[1])
        if token not in self._keys and token in self.folder.paths:
            path = self.folder.paths[token]
            kind, key, is_new = store(token, path)
            self._keys[token] = (kind, key)
            name = path.relative_to(self.folder.root).as_posix()
            self.tell(Outcome(name, Result.MADE if is_new else Result.UNCHANGED, is_file=True))
        return self._keys.get(token)

    def _other_files(self):
        """Bring in the files that no document names, and tell why those that cannot be used are left."""
        if not self.path.is_dir():
            return
        for path in find_files(self.path)[1]:
            name = path.relative_to(self.folder.root).as_posix()
            try:
                token = self.folder.token(name)
                if not token:
                    raise Unusable("it is not a file")
                if self.is_trial:
                    continue
                self._place(token)
                kept = self.folder.paths[token].relative_to(self.folder.root).as_posix()
                if kept != name:
                    self.tell(Outcome(name, Result.UNCHANGED, f"the same as {kept}", is_file=True))
            except Unusable as error:
                self.tell(Outcome(name, Result.SKIPPED, str(error)))
            except Exception as error:
                self._fail(name, error)

    # Whatever happens ------------------------------------------------------------------------------------------------

    def _guarded(self, plan, do, *args, **kwargs):
        """Return what `do` returns; if it cannot be done, tell why, and return None."""
        try:
            return do(plan, *args, **kwargs)
        except Refused as refused:
            self.tell(Outcome(plan.document.name, Result.SKIPPED, str(refused), plan.notes))
        except Exception as error:
            self._fail(plan.document.name, error)
        return None

    def _fail(self, name, error):
        """Tell of what nobody foresaw. The rest goes on; the log has where it happened."""
        logger.exception("The import could not use %s.", name)
        self.tell(Outcome(name, Result.SKIPPED, f"it could not be used: {type(error).__name__}: {error}"[:300]))


def _raised(read):
    if isinstance(read, Refused):
        raise read
    return read
