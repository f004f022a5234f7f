"""Covers for pages without a photograph: a piece of cloth woven from the title, always the same for the same page."""

import hashlib

WIDTH, HEIGHT = 320, 140


def weave(title, kind):
    """Return the cover of (title, kind) as three SVG path texts: warp, weft, and the light threads.

    Each thread's width and place come from a hash of the title, so that no picture needs to be kept anywhere.
    """
    seed = hashlib.shake_256(f"{kind}:{title}".encode()).digest(80)
    warp, weft, light = [], [], []
    columns = _threads(seed[:40], WIDTH, first=seed[0] % 14, width=(6, 20), gap=(5, 14))
    rows = _threads(seed[40:60], HEIGHT, first=seed[40] % 12, width=(5, 16), gap=(6, 13))
    for number, (y, height) in enumerate(rows):
        (light if seed[60 + number % 20] % 3 == 0 else weft).append(_bar(0, y, WIDTH, height))
    for column, (x, width) in enumerate(columns):
        top = 0
        for row, (y, height) in enumerate(rows):
            if (row + column + seed[79] % 2) % 2:  # here the thread runs under the row
                warp.append(_bar(x, top, width, y - top))
                top = y + height
        warp.append(_bar(x, top, width, HEIGHT - top))
    return "".join(warp), "".join(weft), "".join(light)


def _threads(seed, length, *, first, width, gap):
    """Return (start, width) of threads beside each other until `length` is full."""
    threads, at = [], first
    for byte in seed:
        thread = width[0] + byte % (width[1] - width[0])
        if at + thread > length:
            break
        threads.append((at, thread))
        at += thread + gap[0] + byte // 16 % (gap[1] - gap[0])
    return threads


def _bar(x, y, width, height):
    return f"M{x} {y}h{width}v{height}h-{width}z" if height > 0 else ""
