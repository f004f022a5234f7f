"""`make bench`: gunicorn with 2 workers on a database of its own, three times side by side.

*Bare* is a Django view without middleware that returns the very bytes that the hub returned; *kept* is the hub as it
runs in production; *made* is the hub with the page cache off. Ratios are to the bare view, measured just before.

Then the list of case studies with 2,000 of them, and taking back a consent (`bench/cases.py`).

Then the search: how well it finds what is in the demo, how well it ranks public test collections (those in
RELEVANCE_DIR, else in ../shared/relevance, if they are there), and how fast it is. Servers are measured where
TEST_POSTGRESQL_URL and TEST_ELASTICSEARCH_URL name them. At the end the chore that asks whether pages are still right.
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

from .load import Connection, measure, request_for
from .scratch import ENGINES, SERVERS

ROUNDS = 3
ROOT = Path(__file__).resolve().parent.parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(application, environment):
    """Run gunicorn with 2 workers; gives the port it listens on."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    server = subprocess.Popen([*command, "--workers", "2", "--threads", "4"], cwd=ROOT, env=environment)
    try:
        for _try in range(300):
            if server.poll() is not None:
                raise SystemExit(f"{application} did not start.")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def fetch(port, path, *, gzip=True):
    """Return (headers, body) of the page at `path`."""
    status, head, body = Connection(port).get(request_for(path, port, gzip=gzip))
    if status != b"200":
        raise SystemExit(f"{path} answered {status.decode()}, not 200.")
    lines = head.decode("latin-1").split("\r\n")[1:]
    return {name.title(): value for name, value in (line.split(": ", 1) for line in lines)}, body


def main():
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("--seconds", type=float, default=4, help="how long each figure is measured (4)")
    parser.add_argument("--data", help="a folder to keep the database in, for a second run; by default a temporary one")
    parser.add_argument("--entries", type=int, default=5000, help="with so many entries the search is measured (5000)")
    options = parser.parse_args()
    with ExitStack() as stack:
        data = options.data or stack.enter_context(tempfile.TemporaryDirectory(prefix="hub-bench-"))
        run(Path(data).absolute(), options.seconds, stack)
    print("\n== case studies, and taking back a consent", flush=True)
    subprocess.run([sys.executable, "-m", "bench.cases"], cwd=ROOT, check=True)
    measure_search(options.entries)
    print("\n== the chore of checks", flush=True)
    subprocess.run([sys.executable, "-m", "bench.checks"], cwd=ROOT, check=True)


def measure_search(entries):
    """Run the measurements of the search, each in a process of its own."""
    engines = [name for name in ENGINES if not SERVERS.get(name) or os.environ.get(SERVERS[name])]
    folder = Path(os.environ.get("RELEVANCE_DIR") or ROOT.parent / "shared" / "relevance")
    collections = sorted(str(path.parent) for path in folder.glob("*/corpus.jsonl"))
    for engine in engines:
        commands = [["-m", "bench.own", "--engine", engine]]
        if collections:
            commands.append(["bench/relevance.py", *collections, "--engine", engine])
        commands.append(["bench/search.py", "--entries", str(entries), "--engine", engine])
        for command in commands:
            print(
                f"\n== {engine}: {' '.join(Path(part).name if '/' in part else part for part in command)}", flush=True
            )
            subprocess.run([sys.executable, *command], cwd=ROOT, check=True)


def run(data, seconds, stack):
    hub = {
        **{name: value for name, value in os.environ.items() if name not in ("DEBUG", "DJANGO_SETTINGS_MODULE")},
        "DATA": str(data),
        "SECRET_KEY": "only-for-the-benchmark-" * 3,
        "SITE_URL": "http://127.0.0.1",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DEBUG": "0",
    }
    print("Loading the demo hub …", flush=True)
    prepared = subprocess.run(
        [sys.executable, "-m", "bench.prepare"], cwd=ROOT, env=hub, stdout=subprocess.PIPE, check=True, text=True
    )
    addresses = json.loads(prepared.stdout.splitlines()[-1])

    pages = {}
    bodies = data / "bench-pages"
    bodies.mkdir(exist_ok=True)
    with serving("hub.wsgi", hub | {"DJANGO_SETTINGS_MODULE": "bench.counting"}) as port:
        for number, (name, path) in enumerate(addresses.items()):
            # Addresses that nobody asked for before, until both workers have found what they keep for themselves.
            other = f"{path}{'&' if '?' in path else '?'}bench="
            queries = min(int(fetch(port, f"{other}{each}")[0]["X-Queries"]) for each in range(12))
            fetch(port, path)
            headers, body = fetch(port, path)
            _headers, raw = fetch(port, path, gzip=False)
            pages[name] = (queries, headers["X-Queries"], len(body), len(raw))
            kept = {
                key: headers[key] for key in ("Content-Type", "Content-Encoding", "Content-Length") if key in headers
            }
            (bodies / f"{number}.body").write_bytes(body)
            (bodies / f"{number}.json").write_text(json.dumps(kept))

    bare = stack.enter_context(serving("bench.bare", hub | {"BENCH_PAGES": str(bodies)}))
    kept = stack.enter_context(serving("hub.wsgi", hub))
    made = stack.enter_context(serving("hub.wsgi", hub | {"PAGE_CACHE_SECONDS": "0"}))
    print(f"{os.cpu_count()} cores, gunicorn with 2 workers of 4 threads, 4 connections, {seconds:g} s each\n")
    head = ("page", "", "req/s", "ratio", "p50 ms", "p99 ms", "queries", "bytes", "raw")
    line = "{:<9} {:<5} {:>8} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8}"
    print(line.format(*head))
    worst = 9.0
    for number, (name, path) in enumerate(addresses.items()):
        queries_made, queries_kept, size, raw = pages[name]
        for port in (kept, made):
            for _each in range(8):  # both workers have seen it
                fetch(port, path)
        # Turn and turn about, so that whatever else the machine does falls on both.
        rounds = [
            (measure(bare, f"/{number}/", seconds=seconds / ROUNDS), measure(kept, path, seconds=seconds / ROUNDS))
            for _round in range(ROUNDS)
        ]
        of_bare, of_kept = (map(statistics.median, zip(*figures, strict=True)) for figures in zip(*rounds, strict=True))
        of_made = measure(made, path, seconds=seconds / 2)
        fastest, *times = of_bare
        print(line.format(name, "bare", f"{fastest:.0f}", "1.00", *(f"{each:.1f}" for each in times), 0, size, raw))
        for word, figures, queries in (("kept", of_kept, queries_kept), ("made", of_made, queries_made)):
            rate, *times = figures
            ratio = rate / fastest
            if word == "kept":
                worst = min(worst, ratio)
            cells = (f"{rate:.0f}", f"{ratio:.2f}", *(f"{each:.1f}" for each in times), queries, size, raw)
            print(line.format("", word, *cells), flush=True)
    print(f"\nThe slowest kept page has {worst:.2f} of the bare view's speed. The aim is 0.60 or more.")


if __name__ == "__main__":
    main()
