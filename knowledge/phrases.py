"""Small pieces of a sentence made of a person's own facts, which read well when facts are missing.

The pieces go with verbs such as "can", "must" and "may", which fit one thing and several alike.
"""

from decimal import Decimal

_LONGEST = 80
_ARTICLES = ("a", "an", "the", "some")
_OWN = ("my", "our", "your", "his", "her", "their")
_NOT_NAMED = ("not given", "not known", "unknown", "i'd rather not")
_DEVICES = {"ipad": "iPad", "id_card": "ID card", "removable_media": "storage device", "other": "device"}


def pounds(amount: Decimal) -> str:
    """Money as people write it: £50, £7.50, £1,200."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def the(thing: str | None, otherwise: str) -> str:
    """What the person called a thing, with the definite article: "a £10 voucher" gives "the £10 voucher"."""
    words = _short(thing).split(" ")
    if not words[0]:
        return f"the {otherwise}"
    first = words[0].lower()
    if first in _OWN:
        return " ".join(["your", *words[1:]])
    if first in _ARTICLES and len(words) > 1:
        words = words[1:]
    return "the " + " ".join([_lower_first(words[0]), *words[1:]])


def giver(name: str | None, otherwise: str = "the giver") -> str:
    """Who made an offer, as the person said it, or the neutral word where nobody is named."""
    words = _short(name)
    return words if words and words.lower() not in _NOT_NAMED else otherwise


def offer(thing: str | None, name: str | None, otherwise: str) -> str:
    """A thing and who offered it: "the voucher from a resident"."""
    source = giver(name, "")
    return f"{the(thing, otherwise)} from {source}" if source else the(thing, otherwise)


def device(word: str | None) -> str:
    """The everyday word for a kind of device."""
    return _DEVICES.get(word, word) if word else "device"


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def _short(text: str | None) -> str:
    words = " ".join((text or "").split()).rstrip(".!?,;: ")
    return words if len(words) <= _LONGEST else ""


def _lower_first(word: str) -> str:
    return word[:1].lower() + word[1:] if word[1:].islower() else word
