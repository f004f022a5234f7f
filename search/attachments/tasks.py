"""Reads documents in the background, in the queue for what takes long."""

from django_tasks import task

from .keeping import bring_up_to_date


@task(queue_name="slow")
def read_attachment(document_id):
    """Read a document, unless that was done since it changed last."""
    bring_up_to_date(document_id)
