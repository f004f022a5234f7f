"""Signed links: read back, and refused when changed, of another purpose, or too old."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from hub.signed_links import LinkError, LinkKind, Refusal

KEYS = LinkKind("open-the-door", timedelta(days=30))
OTHER = LinkKind("close-the-door", timedelta(days=30))
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def why(kind, token):
    with pytest.raises(LinkError) as refused:
        kind.read(token)
    return refused.value.why


def test_reads_what_was_signed():
    assert KEYS.read(KEYS.sign([7, "owner"])) == [7, "owner"]
    assert KEYS.read_with_state(KEYS.sign(7, state="2026-03-02")) == (7, "2026-03-02")


def test_token_fits_into_an_address():
    assert set(KEYS.sign({"who": "Ámbar"})) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_:.")


@pytest.mark.parametrize(
    "change", [lambda token: token[:-1], lambda token: "x" + token, lambda _: "", lambda _: "a:b:c"]
)
def test_changed(change):
    assert why(KEYS, change(KEYS.sign(7))) is Refusal.BROKEN


def test_of_another_purpose():
    assert why(OTHER, KEYS.sign(7)) is Refusal.BROKEN


def test_ended():
    with time_machine.travel(NOON, tick=False) as clock:
        token = KEYS.sign(7)
        clock.shift(timedelta(days=30))
        assert KEYS.read(token) == 7
        clock.shift(timedelta(seconds=2))
        with pytest.raises(LinkError) as refused:
            KEYS.read(token)
        assert (refused.value.why, refused.value.signed) == (Refusal.ENDED, [7, ""])
