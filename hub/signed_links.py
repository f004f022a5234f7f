"""Links that let somebody do one thing without signing in: signed, for one purpose, with an end.

A link leads to a page with a button: opening it changes nothing, because programs that check mail open links too.
What may be done only once, or may be withdrawn, the thing itself must know: a link cannot be made invalid by itself,
except by what is signed with it (`state`): when that changes, the link no longer counts.
"""

from dataclasses import dataclass
from enum import Enum

from django.core import signing


class Refusal(Enum):
    """Why a link does not count."""

    BROKEN = "broken"  # changed on the way, cut off, of another purpose, or its thing has changed since
    ENDED = "ended"


class LinkError(ValueError):
    """A link that does not count; `why` is a `Refusal`, and `signed` the value and state of one that has ended."""

    def __init__(self, why, signed=None):
        super().__init__(why.value)
        self.why, self.signed = why, signed


@dataclass(frozen=True)
class LinkKind:
    """Links for one purpose, which count for `lasts` (a timedelta). The purpose must be unique in the hub."""

    purpose: str
    lasts: object

    def sign(self, value, *, state=""):
        """Return the token for `value` (anything that JSON can hold), for the address of the link."""
        return signing.dumps([value, str(state)], salt=f"hub.link.{self.purpose}", compress=True)

    def read(self, token):
        """Return the value that was signed; raises `LinkError`. The state, if any, is checked by `read_with_state`."""
        return self.read_with_state(token)[0]

    def read_with_state(self, token):
        """Return the value and the state that were signed with it; raises `LinkError`."""
        try:
            value, state = signing.loads(token, salt=f"hub.link.{self.purpose}", max_age=self.lasts)
        except signing.SignatureExpired as error:
            signed = signing.loads(token, salt=f"hub.link.{self.purpose}")
            raise LinkError(Refusal.ENDED, signed) from error
        except (signing.BadSignature, ValueError, TypeError) as error:
            raise LinkError(Refusal.BROKEN) from error
        return value, state
