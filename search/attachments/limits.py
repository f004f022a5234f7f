"""What the process that reads a document may use, and how it gives up everything else. Knows no Django."""

import contextlib
import ctypes
import mimetypes
import os
import resource
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much one document may take."""

    seconds: float = 20  # by the clock on the wall, and of the processor
    memory: int = 1024 * MEGABYTE  # bytes of address space
    unpacked: int = 200 * MEGABYTE  # bytes that the file, or all that is packed in it, may have
    text: int = 5_000_000  # bytes of text in UTF-8; what is more is cut off
    parts: int = 20_000  # pages, slides or sheets; what is more is cut off


class RefusedError(PermissionError):
    """Something that reading a document is no reason for was tried."""


# What leaves the process or changes anything outside: https://docs.python.org/3/library/audit_events.html
REFUSED = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.", "os.kill",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.setxattr", "os.removexattr", "os.utime", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.",
    "webbrowser.", "ctypes.", "signal.",
)  # fmt: skip
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

# From <linux/sched.h> and <linux/prctl.h>.
NEW_IPC, NEW_USER, NEW_NET = 0x08000000, 0x10000000, 0x40000000
DIE_WITH_PARENT, NO_NEW_PRIVILEGES = 1, 38


def lock_down(limits):
    """Give up the network, other programs, other files and writing; hold `limits`. There is no way back."""
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_NOFILE, 64)
    # At the first a signal of its own says why it ends; at the second, a second later, SIGKILL says nothing.
    _limit(resource.RLIMIT_CPU, max(1, round(limits.seconds)), later=1)
    _limit(resource.RLIMIT_AS, limits.memory)
    with contextlib.suppress(OSError):
        os.nice(10)  # readers wait for pages, nobody waits for this
    if sys.platform == "linux":
        _leave_the_network()
    mimetypes.knownfiles = []  # openpyxl would read /etc/mime.types
    sys.dont_write_bytecode = True
    sys.addaudithook(_only_reading(_library_folders()))


def _limit(what, most, later=0):
    """Set a limit, or the lower one that holds already."""
    _, hard = resource.getrlimit(what)
    last = most + later if hard == resource.RLIM_INFINITY else min(most + later, hard)
    resource.setrlimit(what, (min(most, last), last))


def _leave_the_network():
    """Go where there is no network card. Not every machine lets one; the audit hook holds in any case."""
    libc = ctypes.CDLL(None)
    libc.prctl(DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if libc.unshare(NEW_USER | NEW_NET | NEW_IPC):
        libc.unshare(NEW_NET | NEW_IPC)


def _library_folders():
    """Return where Python and the libraries are: what the formats need is imported when the type is known."""
    own = str(Path(__file__).resolve().parent)
    folders = {own, sys.prefix, sys.base_prefix, sys.exec_prefix, *(path for path in sys.path if path)}
    folders.discard(str(Path(own).parents[1]))  # the hub's other files, settings among them
    # With the links followed and without: the import system asks for either.
    return tuple({str(Path(folder)) + os.sep for folder in folders} | {os.path.realpath(f) + os.sep for f in folders})


def _only_reading(folders):
    def refuse(event, args):
        if event == "open":
            path, _, flags = args
            if isinstance(path, int):
                return  # opened long ago
            path = os.path.abspath(os.fsdecode(path))
            if flags & WRITES or not path.startswith(folders):
                raise RefusedError(f"open {path}")
        elif event.startswith(REFUSED):
            raise RefusedError(event)

    return refuse
