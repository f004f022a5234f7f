"""Reads what no task has read: documents of before, of imports, and those whose task was lost."""

import logging
import time
from datetime import timedelta

from wagtail.documents import get_document_model

from hub.chores import counted

from ..models import Attachment
from .keeping import bring_up_to_date, fingerprint_of

logger = logging.getLogger(__name__)

# What is left then is read the next time. Less than the time after which another process takes the chore up.
LONGEST = timedelta(minutes=10)


def overdue_documents():
    """Return the keys of documents that were not read as they are now, the longest there first."""
    rows = get_document_model().objects.order_by("pk")
    return [
        pk
        for pk, name, file_hash, state, fingerprint in rows.values_list(
            "pk", "file", "file_hash", "attachment__state", "attachment__fingerprint"
        ).iterator()
        if state in (None, Attachment.State.WAITING) or fingerprint != fingerprint_of(name, file_hash)
    ]


def mend_attachments(*, dry_run=False):
    """Read the documents that were not read as they are now, and say how many; an empty text if there are none."""
    overdue = overdue_documents()
    if not overdue:
        return ""
    if dry_run:
        return f"Would read {counted(len(overdue), 'document')}."
    done = failed = 0
    until = time.monotonic() + LONGEST.total_seconds()
    for pk in overdue:
        if time.monotonic() > until:
            break
        try:
            done += bring_up_to_date(pk)
        except Exception:  # one document, or one server, that is in trouble must not keep the others waiting
            logger.exception("Document %s could not be read.", pk)
            failed += 1
    said = f"Read {done} of {counted(len(overdue), 'document')} whose words were not known yet."
    return f"{said} {failed} failed; the log says why." if failed else said
