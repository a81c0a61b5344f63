"""Citations as Teams shows them (learn.microsoft.com, "Bot messages with AI-generated content")."""

from collections.abc import Sequence
from dataclasses import dataclass

from botbuilder.schema import Entity

MAX_CITATIONS = 20
MAX_NAME = 80
MAX_ABSTRACT = 160
MAX_KEYWORDS = 3
MAX_KEYWORD = 28


@dataclass(frozen=True, slots=True)
class Citation:
    """One source: ``name`` as shown, ``abstract`` the words quoted, ``url`` an https address where there is one."""

    name: str
    abstract: str
    url: str | None = None
    keywords: tuple[str, ...] = ()


class MessageEntity(Entity):
    """The root Message entity. The SDK's ``Entity`` drops every field but ``type``; this one has a map of its own."""

    _attribute_map = {
        "type": {"key": "type", "type": "str"},
        "at_type": {"key": "@type", "type": "str"},
        "at_context": {"key": "@context", "type": "str"},
        "at_id": {"key": "@id", "type": "str"},
        "additional_type": {"key": "additionalType", "type": "[str]"},
        "citation": {"key": "citation", "type": "[object]"},
        "usage_info": {"key": "usageInfo", "type": "object"},
    }

    def __init__(
        self,
        *,
        citation: list[dict] | None = None,
        additional_type: list[str] | None = None,
        usage_info: dict | None = None,
    ):
        super().__init__(type="https://schema.org/Message")
        self.at_type = "Message"
        self.at_context = "https://schema.org"
        self.at_id = ""
        self.additional_type = additional_type
        self.citation = citation
        self.usage_info = usage_info


def citation_entity(citations: Sequence[Citation]) -> MessageEntity:
    """The one entity that carries the citations [1], [2]... of a message, in order; Teams takes no more than 20."""
    claims = [_claim(place, citation) for place, citation in enumerate(citations[:MAX_CITATIONS], start=1)]
    return MessageEntity(citation=claims or None)


def clip(text: str, limit: int) -> str:
    """``text`` on one line and at most ``limit`` characters, cut at a word and ended with … where it was longer."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    if not line[limit - 1].isspace() and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:.-–") + "…"


def _claim(place: int, citation: Citation) -> dict:
    document = {
        "@type": "DigitalDocument",
        "name": clip(citation.name, MAX_NAME),
        "abstract": clip(citation.abstract, MAX_ABSTRACT),
    }
    if citation.url:
        document["url"] = citation.url
    if citation.keywords:
        document["keywords"] = [clip(word, MAX_KEYWORD) for word in citation.keywords[:MAX_KEYWORDS]]
    return {"@type": "Claim", "position": place, "appearance": document}
