"""Files that HR send in chat: fetched from where Teams keeps them, within bounds, with no token of ours."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from botbuilder.schema import Activity

from bot.http_pool import AnswerTooLarge, HttpPool, read_answer
from dialogs.events import Sent
from knowledge.documents.opening import MOST_BYTES, too_large

DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
DOMAINS = (".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn")
MOST_FILES = 3
_GONE = "I couldn't fetch that file from where Teams keeps it. Please send it again."
_ELSEWHERE = "That file isn't kept where Teams keeps files, so I haven't fetched it. Send it as a file in this chat."


def is_file_store(url: str) -> bool:
    """Whether ``url`` is https on a host where Teams keeps the files of a chat."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return False
    return parts.scheme == "https" and port in (None, 443) and "@" not in parts.netloc and host.endswith(DOMAINS)


def is_on_the_web(url: str) -> bool:
    """Whether ``url`` is an address on the web at all: enough for a trial on this machine."""
    try:
        return urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).hostname)
    except ValueError:
        return False


class Downloads:
    """Fetches the files of an activity; ``trusted`` says of an address whether files are kept there."""

    def __init__(self, pool: HttpPool, trusted: Callable[[str], bool] = is_file_store):
        self._pool, self._trusted = pool, trusted

    async def of(self, activity: Activity) -> tuple[Sent, ...]:
        """Give the files of an activity with what they hold, or with why they could not be fetched."""
        links = [_link(each.name, each.content) for each in activity.attachments or () if each.content_type == DOWNLOAD]
        return tuple([await self._fetch(name, url) for name, url in links[:MOST_FILES]])

    async def _fetch(self, name: str, url: str) -> Sent:
        if not self._trusted(url):
            return Sent(name, problem=_ELSEWHERE)
        try:
            async with self._pool.session().get(url, allow_redirects=False) as answer:
                if answer.status != 200:
                    return Sent(name, problem=_GONE)
                return Sent(name, await read_answer(answer, MOST_BYTES))
        except AnswerTooLarge:
            return Sent(name, problem=too_large(None))
        except (TimeoutError, aiohttp.ClientError, ValueError):
            return Sent(name, problem=_GONE)


def _link(name: str | None, content: Any) -> tuple[str, str]:
    url = content.get("downloadUrl") if isinstance(content, Mapping) else None
    return (name or "the file")[:200], url if isinstance(url, str) else ""
