"""What the import can make of documents in this room."""

from .imports import ImportKind, register_kind
from .models import StandardPage

register_kind(ImportKind(name="page", model=StandardPage))
