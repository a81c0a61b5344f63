"""Small pieces of a sentence made of a person's own facts, which read well when facts are missing.

What people call a thing may be one or several ("a hamper", "two tickets"): ``is_many`` says which, for "it" and "them".
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

_LONGEST = 80
_DROPPED = ("a", "an", "the", "some", "this", "that", "these", "those")
_MINE = ("my", "our", "your")
_THEIRS = ("his", "her", "their", "its")
_NOTHING_NAMED = ("something", "anything", "everything", "stuff", "it", "them")
_COUNTED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "few")
_NOT_NAMED = ("not given", "not known", "unknown", "i'd rather not", "i’d rather not", "i'd rather not say")
_ONE = re.compile(r"^(?:a|an|one|this|that)\b(?! (?:few|couple)\b)", re.I)
_SEVERAL = re.compile(
    r"^(?:(?:a|the|some|these|those) )?(?:few|couple|several|many|various|some|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|dozen|these|those|[2-9]|[1-9][0-9]+)\b(?! ?(?:%|st|nd|rd|th))",
    re.I,
)
_AFTER_THE_NOUN = re.compile(r"\s(?:of|from|for|to|at|in|on|with|worth|that|which|by)\s.*$", re.I | re.S)
_NOT_SEVERAL = re.compile(r"(?:ss|us|is|os|series|news|means|gas|canvas|christmas|cash|['’]s)$", re.I)
_AND_ANOTHER = re.compile(r" and (?:a|an|some|the|two|three)\b", re.I)
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs"})
_DEVICES = {"ipad": "iPad", "id_card": "ID card", "removable_media": "storage device", "other": "device"}


def pounds(amount: Decimal) -> str:
    """Money as people write it: £50, £7.50, £1,200."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def figure(number: Decimal) -> str:
    """A number that is no money without idle zeros: 20.0 gives "20", 48.50 "48.5"."""
    return f"{number.normalize():f}"


def the(thing: str | None, otherwise: str) -> str:
    """What the person called a thing, with the definite article: "a £10 voucher" gives "the £10 voucher"."""
    words = _short(thing).split(" ")
    first = words[0].lower()
    if not first or first in _NOTHING_NAMED:
        return f"the {otherwise}"
    if first in _MINE:
        return " ".join(["your", *words[1:]])
    if first in _THEIRS:
        return " ".join([first, *words[1:]])
    if first in _DROPPED and len(words) > 1:
        words = words[1:]
    if words[0].lower() in _COUNTED:
        words[0] = words[0].lower()
    return "the " + " ".join(words)


def is_many(thing: str | None) -> bool:
    """Whether what the person called a thing is several things: "two tickets", "wine and flowers", "chocolates"."""
    words = _short(thing)
    head = _AFTER_THE_NOUN.sub("", words)
    if _AND_ANOTHER.search(words):
        return True
    if _ONE.match(words):
        return " and " in head
    if _SEVERAL.match(words) or " and " in head:
        return True
    return head.endswith("s") and not _NOT_SEVERAL.search(head)


def listed(words: Sequence[str]) -> str:
    """Words joined as a sentence does: "a, b and c"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def giver(name: str | None, otherwise: str = "") -> str:
    """Who made an offer, as the person said it, or the other word where nobody is named."""
    words = _short(name)
    if not words or words.lower() in _NOT_NAMED:
        return otherwise
    first, _, rest = words.partition(" ")
    if first.lower() == "the" and rest:
        return f"the {rest}"
    if first in _MINE or (first.lower() in _MINE and not rest[:1].isupper()):
        return f"your {rest}"
    if first in ("A", "An", "Some", "His", "Her", "Their", "One") and rest[:1].islower():
        return f"{first.lower()} {rest}"
    return words


def device(word: str | None) -> str:
    """The everyday word for a kind of device."""
    return _DEVICES.get(word, word) if word else "device"


def sentence(text: str) -> str:
    """The text with a capital at its start, but an iPad stays an iPad."""
    return text if text.startswith("iP") else text[:1].upper() + text[1:]


def _short(text: str | None) -> str:
    """One line without control, bidirectional and other unseen characters; nothing where it is too long to repeat."""
    kept = (
        " " if sign.isspace() else "" if unicodedata.category(sign) in _HIDDEN else sign
        for sign in unicodedata.normalize("NFC", text or "")
    )
    words = " ".join("".join(kept).split()).rstrip(".!?,;: ")
    return words if len(words) <= _LONGEST else ""
