"""A small load generator: some connections that stay open, one request after another on each, for a bounded time.

It speaks to 127.0.0.1 only, and reads no more of an answer than it must, so that it takes little from the server.
"""

import itertools
import multiprocessing
import re
import socket
import time

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CLOSE = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)


class Connection:
    def __init__(self, port):
        self.port, self.socket = port, None

    def get(self, request):
        """Send `request` and return (status, headers, body) as bytes; connect first where that is needed."""
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=30)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall(request)
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._read()
        head = data[:end]
        length = int(LENGTH.search(head)[1])
        parts, size = [data[end + 4 :]], len(data) - end - 4
        while size < length:
            parts.append(self._read())
            size += len(parts[-1])
        if CLOSE.search(head):
            self.socket.close()
            self.socket = None
        return head[9:12], head, b"".join(parts)

    def _read(self):
        data = self.socket.recv(262_144)
        if not data:
            raise ConnectionError("The server closed the connection in the middle of an answer.")
        return data


def request_for(path, port, *, gzip=True):
    encoding = "Accept-Encoding: gzip\r\n" if gzip else ""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{encoding}\r\n".encode()


def _ask(port, path, seconds, most, results):
    connection, request, times = Connection(port), request_for(path, port), []
    end = time.perf_counter() + seconds
    while (began := time.perf_counter()) < end and len(times) < most:
        status, _head, _body = connection.get(request)
        if status != b"200":
            raise RuntimeError(f"{path} answered {status.decode()}")
        times.append(time.perf_counter() - began)
    results.put(times)


def measure(port, path, *, seconds, connections=4, most=20_000):
    """Return (requests per second, p50 in ms, p99 in ms) over `seconds` with so many connections side by side."""
    results = multiprocessing.Queue()
    workers = [
        multiprocessing.Process(target=_ask, args=(port, path, seconds, most // connections, results))
        for _connection in range(connections)
    ]
    began = time.perf_counter()
    for worker in workers:
        worker.start()
    times = sorted(itertools.chain(*(results.get(timeout=seconds + 60) for _worker in workers)))
    took = time.perf_counter() - began
    for worker in workers:
        worker.join()
    return len(times) / took, times[len(times) // 2] * 1000, times[int(len(times) * 0.99)] * 1000
