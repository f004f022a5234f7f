"""What runs in a process of its own: reads the document that is its standard input, and answers with lines of JSON.

    python -I child.py '{"name": "report.pdf", "limits": {…}}' < report.pdf

A first line {"ready": true} once it is locked down, for each part with text {"place", "number", "label", "text"},
at last {"reason", "is_cut"}, the reason empty if all went well; or {"error"} if it is not the document's fault.
"""

import json
import os
import re
import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from search.attachments.formats.kinds import read_parts
from search.attachments.formats.parts import BROKEN, TOO_BIG, UnreadableError
from search.attachments.limits import Limits, lock_down

# Letters that JSON or a database cannot hold, or that nobody sees.
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
SPACES, EMPTY_LINES = re.compile(r"[^\S\n]+"), re.compile(r"[ \t]?\n\s*")

# Opened before everything is locked.
STATUS = os.open("/proc/self/status", os.O_RDONLY) if os.path.exists("/proc/self/status") else None


def main():
    order = json.loads(sys.argv[1])
    limits = Limits(**order["limits"])
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):  # libraries warn of crooked files there
        os.dup2(nowhere, stream)
    document = os.fdopen(0, "rb", closefd=False)
    lock_down(limits)
    _say(answers, ready=True)
    _say(answers, **_outcome(document, order["name"], limits, answers))
    os._exit(0)  # nothing to tidy up: what a hostile file left in memory may take long to take down


def _outcome(document, name, limits, answers):
    """Send the parts and return the last line."""
    sent = _Sent()
    try:
        _send_parts(document, name, limits, answers, sent)
    except UnreadableError as error:
        reason = error.reason
    except (MemoryError, RecursionError):
        reason = TOO_BIG
    except ImportError as error:
        return {"error": f"{type(error).__name__}: {error}"}
    except Exception:  # libraries fail on crooked files in every way there is
        reason = TOO_BIG if _is_memory_full(limits) else BROKEN
    else:
        return {"reason": "", "is_cut": sent.is_cut}
    return {"reason": "", "is_cut": True} if sent.parts else {"reason": reason, "is_cut": False}


def _is_memory_full(limits):
    """Guess whether memory was what failed: lxml calls that a mistake in the XML."""
    return _most_memory() > limits.memory // 2


def _most_memory():
    """Return the most memory that this process had at once, in bytes. Where there is no /proc, that may be what the
    process had that started it: getrusage(2) does not forget at execve(2)."""
    if STATUS:
        for line in os.pread(STATUS, 10_000, 0).decode().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class _Sent:
    parts = size = 0
    is_cut = False


def _send_parts(document, name, limits, answers, sent):
    for part in read_parts(document, name, limits):
        text = plain_text(part.text)
        if not text:
            continue
        if sent.parts >= limits.parts or sent.size >= limits.text:
            sent.is_cut = True
            return
        data = text.encode()
        room = limits.text - sent.size
        if len(data) > room:
            text, sent.is_cut = data[:room].decode("utf-8", "ignore"), True
        sent.size += len(data)
        sent.parts += 1
        _say(answers, place=part.place, number=part.number, label=plain_text(part.label)[:100], text=text)


def plain_text(text):
    """Return `text` without letters that cannot be kept, and without empty lines and wide gaps."""
    text = NO_TEXT.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = SPACES.sub(lambda gap: "\t" if "\t" in gap[0] else " ", text)
    return EMPTY_LINES.sub("\n", text).strip()


def _say(answers, **line):
    answers.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
