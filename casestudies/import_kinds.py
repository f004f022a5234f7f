"""What the import can make of documents in this room."""

from hub.imports import ImportKind, register_kind

from .models import CaseStudyPage

register_kind(ImportKind(name="case-study", model=CaseStudyPage, date_field="started_on", author_field="organisation"))
