"""Asks for entries to be brought up to date: after the transaction, in the background, each thing once."""

from contextlib import contextmanager
from threading import local

from django.db import transaction

from .entries import chunks
from .tasks import refresh_entries, refresh_subtree

_held = local()


def refresh_later(model, keys):
    """Refresh the entries of the things with `keys` once the transaction is through. `keys` may be a function that
    finds them: it is asked only then."""
    if callable(keys):
        transaction.on_commit(lambda: _send(model, _known(keys())))
    elif keys := _known(keys):
        transaction.on_commit(lambda: _send(model, keys))


def _known(keys):
    return {key for key in keys if key is not None}


def refresh_subtree_later(page_id):
    """Refresh the entries of a page and of all below it once the transaction is through."""
    transaction.on_commit(lambda: refresh_subtree.enqueue(page_id))


def _send(model, keys):
    if getattr(_held, "keys", None) is not None:
        _held.keys.setdefault(model, set()).update(keys)
        return
    for chunk in chunks(keys, 500):
        refresh_entries.enqueue(model._meta.label, chunk)


@contextmanager
def in_bulk():
    """Refresh what changes inside this block all at once at its end: for imports and the demo content."""
    if getattr(_held, "keys", None) is not None:
        yield
        return
    _held.keys = {}
    try:
        yield
    finally:
        held, _held.keys = _held.keys, None
        for model, keys in held.items():
            _send(model, keys)
