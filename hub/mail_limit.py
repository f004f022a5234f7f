"""How often strangers can make us write to an address, so that nobody can flood somebody else's mailbox."""

import hashlib
import time

from django.core.cache import cache

MAILS = 5
SECONDS = 60 * 60


def may_write_to(address):
    """Count one more mail to `address` that somebody asked for without proof that it is theirs.

    Return False, and do not count, if there were `MAILS` within the last `SECONDS`.
    """
    key = "mails-asked-for:" + hashlib.sha256(address.lower().encode()).hexdigest()
    now = time.time()
    recent = [moment for moment in cache.get(key) or [] if moment > now - SECONDS]
    if len(recent) >= MAILS:
        return False
    cache.set(key, [*recent, now], SECONDS)
    return True
