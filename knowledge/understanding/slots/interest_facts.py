"""The facts of interests held that a text states, as SITUATIONS names them."""

import re
from decimal import Decimal

from knowledge.understanding.slots.facts_base import Said, flag
from knowledge.understanding.slots.percentages import find_shares
from knowledge.understanding.slots.relations import FAMILY, relation_spans
from knowledge.understanding.slots.text import plain

WHOSE_OF = {
    "spouse": "spouse",
    "partner": "partner",
    "civil_partner": "partner",
    "friend": "friend",
    "household": "household",
}
TOO_WIDE = frozenset({"child", "family", "spouse", "partner", "civil_partner"})
_I = re.compile(
    r"\bi(?:'m|\s+am|'ve|\s+have|\s+also|\s+still|\s+just|\s+got|\s+do)*\s+"
    r"(?:own|hold|works?|shares?|some\s+shares|an?\s+(?:\w+\s+)?(?:share|stake|trustee|director|member|governor|volunteer"
    r"|shareholder|partner)|on\s+the\s+(?:board|committee)|belong|run|volunteer|chair|sit|bought|invested|joined|employed|\d)"
    r"|\band\s+(?:i|me)\b|\b(?:me|i)\s+and\b|\bmyself\b"
    r"|\bmy\s+(?:own\s+)?(?:shares|shareholding|stake|company|business|firm)\b|^(?:own|hold|have)\s+(?:some\s+)?shares\b",
    re.I,
)
_NAME = r"(?:[A-Z][\w&'.-]*)(?:\s+(?:(?:&|and|of|the|for|in)\s+)?[A-Z0-9][\w&'-]*){0,5}"
_LOWER = (
    r"(?:the\s+|an?\s+|our\s+|my\s+|his\s+|her\s+|their\s+)?[a-z][\w&'-]*"
    r"(?:\s+(?!(?:who|which|that|and|they|with|but|as|is|has|have)\b)[a-z][\w&'-]*){0,3}"
)
_LEAD = (
    r"(?:works?|working|employed|job|contract(?:ing)?|position|role)\s+(?:for|at|with|by)"
    r"|(?:shares?|shareholding|stake|interest|shareholder|invested|investment|per\s?cent|percent|%|half|third|quarter|fifth"
    r"|all)\s+(?:in|of)"
    r"|(?:trustee|member|director|chair(?:man|woman|person)?|treasurer|secretary|governor|owner|partner|volunteer|board"
    r"|committee)\s+(?:of|at|with|for|in)"
    r"|volunteers?\s+(?:for|at|with)|owns?|runs?|chairs?|joined|belongs?\s+to|set\s+up"
)
_ORGANISATION = re.compile(
    rf"(?<!\w)(?i:{_LEAD})\s+(?:(?i:a\s+(?:company|firm)\s+called|the\s+board\s+of)\s+)?(?P<name>(?:the\s+)?{_NAME}|{_LOWER})"
)
_CALLED = re.compile(rf"\b(?i:called|named)\s+(?P<name>{_NAME})")
_NEXT_CLAUSE = re.compile(r"\s+(?:who|which|that|you|we|i|and\s+(?:i|we|they|it)|where|because)\b", re.I)
_VAGUE = re.compile(
    r"^(?:(?:an?|our|my|his|her|their|some|one\s+of)\s+(?:[\w-]+\s+){0,2}|the\s+)?"
    r"(?:company|firm|business|organisation|charity|supplier|contractor|share|board|committee|it|them|one|council|us|you"
    r"|house|home|job|work|contract|stake|club|society|group|now|there|thing|relative|team)s?$"
    r"|^(?:some\s+|a\s+few\s+|all\s+the\s+|an?\s+|the\s+)?(?:shares?|stakes?|interest|half|part|stock)\b",
    re.I,
)
_THEIRS = re.compile(
    r"'s?\s+(?:\w+\s+)?(?:brother|sister|mother|father|mum|dad|mam|son|daughter|child|kids?|husband|wife|partner|boyfriend|girlfriend"
    r"|cousin|uncle|aunt|auntie|nephew|niece|friend|mate|family|parents)\b",
    re.I,
)
_OWNS = re.compile(
    r"\b(?:owns?|holds?|has|have|got)\s+(?:(?:about|just|over|under|around|all)\s+)*"
    r"(?:\d+(?:\.\d+)?\s?(?:%|per\s?cent|percent|pc)|an?\s+(?:fifth|quarter|third|half)|half|(?:an?|the)\s+(?:\w+\s+)?(?:firm|company|business))",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:between\s+(?:us|them|the\s+(?:two|three|four)\s+of\s+us)|together|in\s+total|in\s+all|altogether|as\s+a\s+family"
    r"|(?:the|our|my)\s+(?:whole\s+)?(?:family|household)|combined|jointly|all\s+of\s+us)\b",
    re.I,
)


def whose(said: Said) -> str | None:
    """Whose interest it is: one's own where the person is in it, else that of the first tie named."""
    if _I.search(plain(said.text)):
        return "self"
    tie = first_tie(said)
    if tie is None:
        return None
    return WHOSE_OF.get(tie) or ("relative" if tie in FAMILY else None)


def relative_kind(said: Said) -> str | None:
    """The kind of relative as the Code lists them; None for "the kids", of whom there may be both."""
    tie = first_tie(said)
    return tie if whose(said) == "relative" and tie not in TOO_WIDE else None


def tie(said: Said) -> str | None:
    """The person's own word for them: "wife", "lad"."""
    return None if whose(said) in (None, "self") else tie_word(said)


def tie_word(said: Said) -> str | None:
    """The word for the first tie named, whoever holds the interest."""
    spans = relation_spans(said.text)
    if not spans:
        return None
    _, start, end = spans[0]
    further = _THEIRS.match(plain(said.text), end)
    return re.sub(
        r"^(?:my|our|the)\s+(?:own\s+)?", "", said.text[start : further.end() if further else end], flags=re.I
    ).lower()


def first_tie(said: Said) -> str | None:
    """The kind of the first tie named; that of a tie of theirs ("my wife's brother") is some relative's."""
    for kind, _, end in relation_spans(said.text):
        return "family" if _THEIRS.match(plain(said.text), end) else kind
    return None


def nature(said: Said) -> str | None:
    """The kind of tie: shares before membership before work, as someone may work where they hold shares."""
    if _OWNS.search(plain(said.text)):
        return "shareholding"
    return _first(said, "nature", ("shareholding", "membership", "employment"))


_OURS = r"(?:the\s+|this\s+)?(?:council|authority)'?s\s+\w+"
_WORKS_FOR_US = re.compile(
    rf"\b(?:does|empties|cleans|supplies|collects|maintains|repairs|mends|prints|paints|fits|delivers|grits|cuts)\s+{_OURS}"
    r"|\b(?:council|authority)\s+(?:uses|buys\s+from)\b",
    re.I,
)


def deals_with_council(said: Said) -> str | None:
    """What it has to do with the council, where the text says so."""
    told = _first(said, "deals", ("no", "may_contract", "campaigns", "contract", "other_dealings"))
    return told or ("contract" if _WORKS_FOR_US.search(plain(said.text)) else None)


def _first(said: Said, group: str, order: tuple[str, ...]) -> str | None:
    held = {one.value for one in said.tags(group) if not one.negated or one.value == "no"}
    return next((value for value in order if value in held), None)


def organisation(said: Said) -> str | None:
    """What the organisation is called, where it is named or described by more than "a company"."""
    text = plain(said.text)
    named = [m["name"] for m in _CALLED.finditer(text)] + [m["name"] for m in _ORGANISATION.finditer(text)]
    found = next((name for one in named if (name := _tidy(one)) and not _VAGUE.match(name)), None)
    return found or next((one for one in said.mentions.organisations if not re.search(r"\bcouncil\b", one, re.I)), None)


def _tidy(name: str) -> str:
    return _NEXT_CLAUSE.split(name)[0].strip(" .,'-")


def shareholding_percent(said: Said) -> float | None:
    """The share of whoever holds it, where one is named and not as that of several together."""
    found = find_shares(said.text)
    return _number(found[0].percent) if len(found) == 1 and not _TOGETHER.search(plain(said.text)) else None


def household_percent(said: Said) -> float | None:
    """The share of several together: "we own 15% between us"."""
    together = _TOGETHER.search(plain(said.text))
    found = find_shares(said.text)
    return _number(found[-1].percent) if together and found else None


def controls(said: Said) -> bool | None:
    """Whether the shares bring a veto, control or influence, as said."""
    return flag(said, "controls")


def in_doubt(said: Said) -> bool | None:
    """Whether the person says that they are in doubt whether it counts."""
    return flag(said, "interest_doubt")


def _number(amount: Decimal) -> float | int:
    """The number as JSON has it."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)
