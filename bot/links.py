"""Looks at links: a plain GET with no credentials, bounded in time and size, that never reaches this machine itself."""

import asyncio
import socket
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from knowledge.links import NO_ANSWER, NO_HOST, NOT_REACHED, Look

AT_ONCE = 4
MOST_REDIRECTS = 5
SECONDS, CONNECT_SECONDS = 15.0, 5.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {"User-Agent": "Probity (looks whether a link answers)", "Accept": "*/*"}
_REFUSED = "it leads to an address that is not looked at"


class RefusedAddress(OSError):
    """A host name leads to this machine itself, or to an address that only machines use."""


class _Unanswered(Exception):
    """A link gave no answer; the message says why, in a few plain words."""


def may_reach(address: str, loopback: bool = False) -> bool:
    """Whether an IP address may be asked: not loopback, link-local and the like; private ones of an intranet may be."""
    ip: IPv4Address | IPv6Address = ip_address(address)
    ip = getattr(ip, "ipv4_mapped", None) or ip
    if ip.is_loopback:
        return loopback
    return not (ip.is_unspecified or ip.is_link_local or ip.is_multicast or ip.is_reserved)


class GuardedResolver(AbstractResolver):
    """Resolves a host to the addresses that may be asked, so that nothing changes between looking up and asking."""

    def __init__(self, loopback: bool):
        self._loopback, self._resolver = loopback, aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Give the addresses of a host; raises RefusedAddress where it has others only, OSError where it has none."""
        found = await self._resolver.resolve(host, port, family)
        allowed = [each for each in found if may_reach(each["host"], self._loopback)]
        if found and not allowed:
            raise RefusedAddress(_REFUSED)
        return allowed

    async def close(self) -> None:
        """Release what resolving holds."""
        await self._resolver.close()


class LinkLooker:
    """Looks whether links answer, a few at once. ``loopback``: this machine itself may be asked, for tests."""

    def __init__(self, *, loopback: bool = False, seconds: float = SECONDS):
        self._loopback, self._seconds = loopback, seconds

    async def look_at(self, urls: Iterable[str]) -> list[Look]:
        """Give how each link answered, in the order of the links; a bare www address is tried as https, then http."""
        few = asyncio.Semaphore(AT_ONCE)
        connector = aiohttp.TCPConnector(limit=AT_ONCE, resolver=GuardedResolver(self._loopback))
        timeout = aiohttp.ClientTimeout(total=self._seconds, sock_connect=CONNECT_SECONDS)
        jar = aiohttp.DummyCookieJar()
        async with aiohttp.ClientSession(connector=connector, timeout=timeout, cookie_jar=jar) as session:
            return list(await asyncio.gather(*(self._look(session, few, url) for url in urls)))

    async def _look(self, session: aiohttp.ClientSession, few: asyncio.Semaphore, url: str) -> Look:
        ways = (url,) if "://" in url else (f"https://{url}", f"http://{url}")
        async with few:
            for way in ways:
                try:
                    async with asyncio.timeout(self._seconds):
                        return Look(url, await self._status(session, way))
                except (_Unanswered, TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
                    why = _why(error)
        return Look(url, reason=why)

    async def _status(self, session: aiohttp.ClientSession, url: str) -> int:
        at = self._checked(URL(url))
        for _ in range(MOST_REDIRECTS + 1):
            async with session.get(at, allow_redirects=False, headers=_HEADERS) as answer:
                status, to = answer.status, answer.headers.get("Location")
                # The body is of no interest: it is never read, and the connection is not used again.
                answer.close()
            if status not in _REDIRECTS or not to:
                return status
            at = self._checked(at.join(URL(to)))
        raise _Unanswered(f"it redirects more than {MOST_REDIRECTS} times")

    def _checked(self, url: URL) -> URL:
        """Refuse what is no web address, carries a password, or is a number of this machine itself."""
        if url.scheme not in ("http", "https") or not url.host:
            raise _Unanswered("it leads to no web address")
        if url.user or url.password:
            raise _Unanswered("it leads to an address with a name and a password in it")
        with suppress(ValueError):
            if not may_reach(url.host, self._loopback):
                raise _Unanswered(_REFUSED)
        return url


def _why(error: Exception) -> str:
    inner = getattr(error, "os_error", error)
    if isinstance(error, _Unanswered) or isinstance(inner, RefusedAddress):
        return str(error) if isinstance(error, _Unanswered) else _REFUSED
    if isinstance(error, TimeoutError):
        return NO_ANSWER
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return NO_HOST
    if isinstance(error, (aiohttp.ClientSSLError, aiohttp.ClientConnectorCertificateError)):
        return "its certificate is not valid"
    return "it is no address" if isinstance(error, ValueError) else NOT_REACHED
