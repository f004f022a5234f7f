"""Which kinds of page can be brought in from files. Rooms tell theirs in a module `import_kinds`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.module_loading import autodiscover_modules


@dataclass(frozen=True, kw_only=True)
class ImportKind:
    """How a document becomes a page of `model`."""

    name: str  # what is typed after --as
    model: type
    body: str = "body"  # the stream field that the text goes to
    steps: str = ""  # the stream field that steps in the text go to
    date_field: str = ""  # the field that the document's date goes to
    author_field: str = ""  # the text field that the author's name goes to
    document_field: str = ""  # the field that the first attachment goes to
    file_rows: str = ""  # the rows that all attachments go to
    # Fields that hold words which editors keep, each with their model, such as {"methods": Method}.
    terms: Mapping = field(default_factory=dict)
    # Fields that lead to pages, each with the kind of page, such as {"came_from": "casestudies.CaseStudyPage"}.
    pages: Mapping = field(default_factory=dict)
    # For fields that need it: a function that turns the text in a file into the field's value, or raises ValueError.
    readers: Mapping = field(default_factory=dict)
    # Where a field is a list of rows: the column that leads to the page or document.
    columns: Mapping = field(default_factory=dict)
    # What fields get where the file says nothing, each with what the librarian is told about it.
    without: Mapping = field(default_factory=dict)


_kinds = {}


def register_kind(kind):
    """Make `kind` known to the import."""
    _kinds[kind.name] = kind


def all_kinds():
    """Return all kinds that can be imported, by name."""
    autodiscover_modules("import_kinds")
    return _kinds
