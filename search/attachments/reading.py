"""Reads one document in a process of its own. Whatever the document does, what comes back is text or a reason."""

import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ..models import Attachment, AttachmentPage
from .limits import MEGABYTE, Limits

CHILD = Path(__file__).with_name("child.py")
Reason, Place = Attachment.Reason, AttachmentPage.Place

# The second: the operating system needed the memory.
REASONS_OF_DEATH = {-signal.SIGXCPU: Reason.TOO_SLOW, -signal.SIGKILL: Reason.TOO_BIG}


class ReadingError(Exception):
    """The process could not do its work, and the document is not to blame. Trying again later may help."""


@dataclass
class Reading:
    """What came back: the pages, not saved yet, or the reason why there are none."""

    pages: list = field(default_factory=list)
    reason: str = ""
    is_cut: bool = False


def read(file, name, limits=None):
    """Return the `Reading` of an open `file`, Django's or Python's, that readers know as `name`.

    Raises `ReadingError` if no such process can work on this machine, and whatever the storage of the file raises.
    """
    limits = limits or Limits()
    if getattr(file, "size", 0) > limits.unpacked:
        return Reading(reason=Reason.TOO_BIG)
    with _real_file(file) as document:
        answer, death = _ask(document, name, limits)
    return _understood(answer, death)


@contextmanager
def _real_file(file):
    """Give the file as the operating system knows it; a copy without a name if it is kept elsewhere."""
    try:
        file.fileno()
    except (AttributeError, OSError):
        with tempfile.TemporaryFile() as copy:
            file.seek(0)
            shutil.copyfileobj(file, copy)
            copy.flush()
            yield copy
    else:
        yield file


def _ask(document, name, limits):
    """Return what the process wrote, and the reason to give if it never said its last line. Then it is gone."""
    order = json.dumps({"name": Path(name).name, "limits": asdict(limits)})
    process = subprocess.Popen(  # noqa: S603  (our own program; what people named the file is one argument of it)
        [sys.executable, "-I", "-B", str(CHILD), order],
        stdin=document,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=os.path.abspath(os.sep),
        env={},
        start_new_session=True,
    )
    try:
        answer, death = _answer(process.stdout.fileno(), limits)
        with suppress(subprocess.TimeoutExpired):
            process.wait(0 if death else 1)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    return answer, death or REASONS_OF_DEATH.get(process.returncode, Reason.BROKEN)


def _answer(pipe, limits):
    """Return all that comes through the pipe, and the reason if it did not end by itself."""
    most = 2 * limits.text + 5 * MEGABYTE  # JSON needs two letters for some; nobody honest sends more
    answer, until = bytearray(), time.monotonic() + limits.seconds
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while (left := until - time.monotonic()) > 0 and len(answer) <= most:
            if selector.select(left):
                data = os.read(pipe, 64 * 1024)
                if not data:
                    return bytes(answer), None
                answer += data
    return bytes(answer), Reason.TOO_SLOW if left <= 0 else Reason.BROKEN


def _understood(answer, death):
    """Return the answer as a `Reading`. It comes from where a hostile document was, so nothing in it is trusted.

    `death` is the reason if the answer has no last line.
    """
    ready, *lines = answer.split(b"\n")
    if ready != b'{"ready": true}':
        raise ReadingError(f"The process that reads documents did not begin: {answer[:200]!r}")
    reading = Reading()
    end = None
    try:
        for line in lines[:-1]:  # after the last line break there is nothing, or a line cut off
            said = json.loads(line)
            if "text" not in said:
                end = said
                break
            reading.pages.append(_page(said, reading.pages))
        if end and "error" in end:
            raise ReadingError(str(end["error"])[:1000])
        if end and end["reason"]:
            return Reading(reason=Reason(end["reason"]))
        reading.is_cut = bool(end["is_cut"]) if end else True
    except (ValueError, KeyError, TypeError):
        return Reading(reason=Reason.BROKEN)
    if not reading.pages:
        return Reading(reason=Reason.NO_TEXT if end else death)
    return reading


def _page(said, before):
    """Return what was said as an `AttachmentPage`, or raise an error if it makes no sense."""
    number, label, text = said["number"], said["label"], said["text"]
    if type(number) is not int or not (before[-1].number if before else 0) < number < 2**31:
        raise ValueError
    if not isinstance(text, str) or not isinstance(label, str) or len(label) > 100 or "\x00" in text + label:
        raise ValueError
    (text + label).encode()  # halves of letters cannot be kept
    return AttachmentPage(place=Place(said["place"]), number=number, label=label, text=text)
