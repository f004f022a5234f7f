"""Caches that never break a page: a server that is away, or a damaged file, is the same as an empty cache."""

import logging
import time

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)

# How long, in seconds, a server that failed is left alone, so that each page does not wait for it again.
PAUSE = 5


def _forgiving(name, without_cache):
    """Return the backend's method `name`, which gives `without_cache(arguments)` where the backend fails."""
    # The caller's own mistakes are told: a value that cannot be stored, `incr` of a key that is not there.
    mistakes = () if name.startswith("get") else (ValueError, TypeError)

    def method(self, *args, **kwargs):
        backend = type(self)
        if backend.paused_until > time.monotonic():
            return without_cache(*args, **kwargs)
        try:
            return getattr(super(ForgivingMixin, self), name)(*args, **kwargs)
        except mistakes:
            raise
        except Exception as error:
            backend.paused_until = time.monotonic() + self.pause
            logger.warning("The cache does not answer (%s); going on without it.", error)
            return without_cache(*args, **kwargs)

    return method


class ForgivingMixin:
    pause = PAUSE
    paused_until = 0.0

    get = _forgiving("get", lambda key, default=None, version=None: default)
    get_many = _forgiving("get_many", lambda keys, version=None: {})
    add = _forgiving("add", lambda *args, **kwargs: True)  # as if nobody had been there before
    set = _forgiving("set", lambda *args, **kwargs: None)
    set_many = _forgiving("set_many", lambda data, *args, **kwargs: list(data))
    touch = _forgiving("touch", lambda *args, **kwargs: False)
    delete = _forgiving("delete", lambda *args, **kwargs: False)
    delete_many = _forgiving("delete_many", lambda *args, **kwargs: None)
    has_key = _forgiving("has_key", lambda *args, **kwargs: False)
    incr = _forgiving("incr", lambda key, delta=1, version=None: delta)
    clear = _forgiving("clear", lambda: False)


class ForgivingRedisCache(ForgivingMixin, RedisCache):
    pass


class ForgivingFilesCache(ForgivingMixin, FileBasedCache):
    pause = 0

    def _is_expired(self, f):
        try:
            return super()._is_expired(f)
        except Exception:  # a file that was cut off by a full disk stays unreadable, so it goes
            f.close()
            self._delete(f.name)
            return True
