"""Which hosts are the Bot Connector: the only ones that ever get our token."""

from urllib.parse import urlsplit

HOSTS = frozenset({"smba.trafficmanager.net"})
DOMAINS = (".botframework.com", ".teams.microsoft.com", ".teams.microsoft.us")


def is_web_address(url: str) -> bool:
    """Whether ``url`` is an http or https address with a host and nothing odd in it."""
    if not url.isascii() or not url.isprintable() or any(mark in url for mark in " \\@?#"):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def is_bot_connector(url: str) -> bool:
    """Whether ``url`` is https on a host of Microsoft's Bot Connector."""
    if not is_web_address(url):
        return False
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    return parts.scheme == "https" and parts.port in (None, 443) and (host in HOSTS or host.endswith(DOMAINS))


def same_address(one: str, other: str) -> bool:
    """Whether two service addresses are the same, a closing slash aside."""
    return one.rstrip("/") == other.rstrip("/")
