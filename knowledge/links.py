"""The links in the clauses: where each stands, and how it answered when somebody looked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.clauses import Clause

_LINK = re.compile(r"(?:\bhttps?://|(?<![\w@/.-])www\.)(?=\w)[^\s<>\"“”]+", re.I)
_AFTER = ".,;:!?'’*"
_PAIRS = {")": "(", "]": "["}
# Such an answer comes from a page that is there and lets in only whom it knows.
_KEPT_OUT = frozenset({401, 403, 429})
NO_HOST, NOT_REACHED, NO_ANSWER = "there is no such host", "it could not be reached", "it gave no answer in time"


@dataclass(frozen=True, slots=True)
class Look:
    """How a link answered: with an HTTP ``status``, or not at all for a ``reason`` in plain words."""

    url: str
    status: int | None = None
    reason: str = ""

    @property
    def answered(self) -> bool:
        """Whether a page is there, also one that does not let everybody in."""
        return self.status is not None and (self.status < 400 or self.status in _KEPT_OUT)


def nothing_reached(looks: Iterable[Look]) -> bool:
    """Say whether none of these links was reached at all, so that there may be no way to the web from here."""
    reasons = {look.reason if look.status is None else "" for look in looks}
    return bool(reasons) and reasons <= {NO_HOST, NOT_REACHED, NO_ANSWER}


def links_in(text: str) -> tuple[str, ...]:
    """Give the http, https and bare www addresses in a text, each once, without the marks of the sentence."""
    return tuple(dict.fromkeys(_trimmed(found[0]) for found in _LINK.finditer(text)))


def links_of(clauses: Iterable[Clause]) -> dict[str, tuple[Clause, ...]]:
    """Give every link in the clauses with the clauses that it stands in, in document order."""
    found: dict[str, tuple[Clause, ...]] = {}
    for clause in clauses:
        for url in links_in(clause.text):
            found[url] = (*found.get(url, ()), clause)
    return found


def _trimmed(url: str) -> str:
    """Take off what ends the sentence, and a bracket that was opened before the link."""
    while url[-1] in _AFTER or url[-1] in _PAIRS and url.count(url[-1]) > url.count(_PAIRS[url[-1]]):
        url = url[:-1]
    return url
