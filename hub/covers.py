"""Covers for pages without a photograph: a piece of cloth woven from the title, always the same for the same page."""

import hashlib

WIDTH, HEIGHT = 320, 140


def weave(title, kind):
    """Return the cover of (title, kind) as three SVG path texts: warp, weft, and the light threads.

    Each thread's width and place come from a hash of the title, so that no picture needs to be kept anywhere.
    """
    digest = hashlib.sha256(f"{kind}:{title}".encode()).digest()
    warp, weft, light = [], [], []
    columns, x = [], 4 + digest[0] % 14
    for byte in digest[1:12]:
        width = 6 + byte % 22
        if x + width > WIDTH:
            break
        columns.append((x, width))
        x += width + 5 + byte // 16
    rows, y = [], 6 + digest[12] % 12
    for byte in digest[13:19]:
        height = 5 + byte % 17
        if y + height > HEIGHT:
            break
        rows.append((y, height))
        y += height + 6 + byte // 32
    for number, (y, height) in enumerate(rows):
        (light if digest[19 + number % 6] % 3 == 0 else weft).append(_bar(0, y, WIDTH, height))
    for column, (x, width) in enumerate(columns):
        top = 0
        for row, (y, height) in enumerate(rows):
            if (row + column + digest[25] % 2) % 2:  # here the thread runs under the row
                warp.append(_bar(x, top, width, y - top))
                top = y + height
        warp.append(_bar(x, top, width, HEIGHT - top))
    return "".join(warp), "".join(weft), "".join(light)


def _bar(x, y, width, height):
    return f"M{x} {y}h{width}v{height}h-{width}z" if height > 0 else ""
