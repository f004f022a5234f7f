"""Asks other sites whether there is still something at an address. Asks no machine that is not on the open internet."""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings

from .models import OutgoingLink

Problem = OutgoingLink.Problem
WEB_PORTS = frozenset({80, 443})
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 addresses as IPv6 ones (RFC 6052)
GIVEN_OUT = ipaddress.ip_network("2000::/3")  # where all addresses of the open internet are (RFC 4291 §2.4)
TIMEOUT, LONGEST = 8, 25  # seconds for each step, and for one address in all
MOST_REDIRECTS = 5
SAFE = "%/:=&?~#+!$,;'@()*[]"
NOT_THERE = {404, 410}


class NotAskedError(Exception):
    """An address that is none of our business: not on the open internet, or not of the web."""


def is_public(address):
    """Return whether an IP address is of the open internet: not of this machine, its network, or a special one.

    An IPv4 address inside an IPv6 one is looked at itself; 6to4 and Teredo, which nobody needs any more, are refused.
    """
    ip = _plain(address)
    if ip.version == 6 and (ip not in GIVEN_OUT or ip.sixtofour or ip.teredo):
        return False
    return ip.is_global and not ip.is_multicast


def is_elsewhere(address):
    """Return whether an IP address is of the open internet, and not our own: behind that one may be more than we show
    to everybody."""
    return is_public(address) and _plain(address) not in _own_addresses()


def _plain(address):
    ip = ipaddress.ip_address(address)
    if ip.version == 6 and ip in TRANSLATED:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return getattr(ip, "ipv4_mapped", None) or ip


def _own_addresses():
    """Return the addresses that our own name leads to; none if it leads nowhere from here."""
    try:
        found = socket.getaddrinfo(urlsplit(settings.SITE_URL).hostname, None, type=socket.SOCK_STREAM)
    except OSError:
        return set()
    return {_plain(entry[4][0]) for entry in found}


@dataclass(frozen=True)
class Asker:
    """Asks addresses; `may_ask` decides about each IP address before anything is sent to it, and only `ports` are
    asked, unless that is None. Nobody holds it up: after `longest` seconds it hangs up, whatever comes in."""

    may_ask: object = is_elsewhere
    ports: frozenset | None = WEB_PORTS
    longest: float = LONGEST

    def ask(self, url):
        """Return what is wrong with `url`, a `Problem`, or "" if somebody answers. Raises `NotAskedError`.

        First HEAD, and GET where that fails, because some sites know no HEAD. Who refuses us ("sign in", "no robots",
        "too many") is there. Redirects are followed, and each place looked at anew.
        """
        until = time.monotonic() + self.longest
        problem = self._follow(url, "HEAD", until)
        return self._follow(url, "GET", until) if problem in (Problem.NOT_THERE, Problem.BROKEN) else problem

    def _follow(self, url, method, until):
        for _ in range(MOST_REDIRECTS + 1):
            if time.monotonic() > until:
                return Problem.NO_ANSWER
            try:
                status, location = self._request(url, method, until)
            except socket.gaierror:
                return Problem.NO_HOST
            except ssl.SSLError:
                return Problem.CERTIFICATE
            except (OSError, http.client.HTTPException):
                return Problem.NO_ANSWER
            if not (status in (301, 302, 303, 307, 308) and location):
                return self._problem(status)
            url = urljoin(url, location)
        return Problem.ROUND

    @staticmethod
    def _problem(status):
        if status in NOT_THERE:
            return Problem.NOT_THERE
        return Problem.BROKEN if status >= 500 and status not in (501, 503, 999) else ""

    def _request(self, url, method, until):
        """Return (status, Location). Connects to the very IP address that was looked at, not to the name.

        Raises `TimeoutError` at the moment `until`: each byte that drips in would begin a socket's own timeout anew.
        """
        host, port, is_secure, path = self._parts(url)
        if self.ports is not None and port not in self.ports:
            raise NotAskedError(url)
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(entry[4][0] for entry in found))
        if not addresses or not all(self.may_ask(address) for address in addresses):
            raise NotAskedError(url)
        left = max(until - time.monotonic(), 0.01)
        connection = _PinnedConnection(host, port, addresses[0], is_secure, timeout=min(TIMEOUT, left))
        hang_up = threading.Timer(left, connection.hang_up)
        hang_up.daemon = True
        hang_up.start()
        try:
            connection.request(method, path, headers=self._headers())
            response = connection.getresponse()
            answer = response.status, response.getheader("Location")
        except (OSError, http.client.HTTPException):
            if connection.is_over:
                raise TimeoutError(url) from None  # however hanging up looked from here
            raise
        finally:
            hang_up.cancel()
            connection.close()
        if connection.is_over:  # what came until then looks like a whole answer
            raise TimeoutError(url)
        return answer

    @staticmethod
    def _parts(url):
        try:
            parts = urlsplit(url)
            port = parts.port
            host = (parts.hostname or "").encode("idna").decode()
        except ValueError as error:  # what is no text for a name is one, too
            raise NotAskedError(url) from error
        if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc or "\x00" in url:
            raise NotAskedError(url)
        path = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
        is_secure = parts.scheme == "https"
        return host, port or (443 if is_secure else 80), is_secure, path

    @staticmethod
    def _headers():
        return {"User-Agent": f"HubLinkCheck/1.0 (+{settings.SITE_URL})", "Accept": "*/*", "Connection": "close"}


class _PinnedConnection(http.client.HTTPConnection):
    """A connection to one IP address, under the name that the address was found by. Another thread may hang up."""

    def __init__(self, host, port, address, is_secure, *, timeout):
        super().__init__(host, port, timeout=timeout)
        self.address, self.is_secure = address, is_secure
        self.default_port = 443 if is_secure else 80
        self.is_over = False

    def connect(self):
        # Made before there is a socket: it reads many certificates, and a socket that is hung up on meanwhile is lost.
        context = ssl.create_default_context() if self.is_secure else None
        self.sock = socket.create_connection((self.address, self.port), self.timeout)
        if context:
            # The handshake comes after the socket is known here, so that it can be hung up on, too.
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
        if self.is_over:
            raise TimeoutError
        if self.is_secure:
            self.sock.do_handshake()

    def hang_up(self):
        """End whatever is under way, from another thread: a mere close would let it wait on."""
        self.is_over = True
        sock = self.sock
        if sock is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
