"""Amounts of money as people in Britain write them: £120, eighty quid, a tenner, 2k, £40-50, £60 each."""

import re
from dataclasses import replace
from decimal import Decimal

from knowledge.understanding.slots.kinds import Money
from knowledge.understanding.slots.numbers import DIGITS, NUMBER, read_number, two_part
from knowledge.understanding.slots.text import left_of, plain

_COIN_NAMES = {
    "fiver": Decimal(5),
    "tenner": Decimal(10),
    "ton": Decimal(100),
    "fivers": Decimal(5),
    "tenners": Decimal(10),
}
_FOREIGN = {"€": "EUR", "$": "USD", "¥": "JPY", "eur": "EUR", "usd": "USD"} | {
    "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "bucks": "USD", "yen": "JPY",
    "francs": "CHF", "zloty": "PLN", "rupees": "INR", "dirhams": "AED", "cents": "EUR",
}  # fmt: skip
_POUNDS = r"(?:pounds?(?:\s+sterling)?|quid|squid|sterling|nicker|gbp|sovs)\b"
_PENCE = r"(?:pence|p)\b"
_AMOUNT = rf"""
      (?P<foreign>[€$¥]\s?{DIGITS}(?:\s?k\b)?|{NUMBER}\s?(?:euros?|eur|dollars?|usd|bucks|yen
        |swiss\s+francs|zloty|rupees|dirhams)\b)
    | (?P<sign>(?:£|\bgbp\s)\s?(?:{NUMBER}))(?:\s?{_POUNDS})?
    | (?P<mixed>(?P<whole>{NUMBER})\s?{_POUNDS}\s+(?:and\s+)?(?P<part>\d\d|{NUMBER})(?:\s?{_PENCE})?
        (?=\s*(?:$|[,.;!?)]|each\b|a\s+head|for\b|from\b|worth\b)))
    | (?P<pounds>{NUMBER}[\s-]?{_POUNDS})
    | (?P<pence>{NUMBER}\s?{_PENCE})
    | (?P<coin>(?:\b(?P<count>a\s+couple\s+of|an?|half\s+a|{NUMBER})\s+)(?P<name>fivers?|tenners?
      |ton)\b(?!\s+(?:of|more))
        |\b(?P<alone>fiver|tenner)\b)
    | (?P<grand>\b(?:{NUMBER})\s?grand\b|\b(?:half\s+a|a)\s+grand\b|\b\d+(?:\.\d+)?k\b(?!\s*(?:run|race
      |walk|steps|followers|jog|a\s+day)))
"""
_HINT = re.compile(
    r"[£€$¥\d]|pound|quid|squid|sterling|nicker|gbp|sovs|pence|grand|tenner|fiver|\bton\b|euro|dollar|usd|bucks|yen"
    r"|francs"
    r"|zloty|rupee|dirham|worth|cost|valu|pric|to\s|paid|pay|going\s+for|total|retail|sell|cheque|notes|cash|readies",
    re.I,
)
_AMOUNTS = re.compile(_AMOUNT, re.I | re.X)
_GRAND_WORDS = re.compile(r"\b(?:grand|thousand)\b", re.I)
_CUE = (
    r"(?:worth|costs?|costing|valued?(?:\s+(?:of|at|is|was))?|priced?(?:\s+(?:at|is|of|was))?"
    r"|comes?\s+to|came\s+to|paid|pays?"
    r"|going\s+for|totals?|totalling|retails?\s+(?:at|for)|sells?\s+for|cheques?\s+(?:for|of))"
)
_APPROXIMATE = (
    r"(?:about|around|roughly|approx(?:imately|\.)?|circa|c\.|~|somewhere\s+(?:around|near)"
    r"|in\s+the\s+region\s+of|say|maybe"
    r"|probably|i'?d\s+(?:say|guess)|i\s+(?:think|reckon|guess)|something\s+like|give\s+or\s+take"
    r"|nearly|almost|getting\s+on\s+for"
    r"|close\s+to|at\s+a\s+guess|call\s+it|perhaps|or\s+so)"
)
_CUED = re.compile(
    rf"\b{_CUE}\s+(?:(?:it|is|was|it's)\s+)?(?:{_APPROXIMATE}\s+)*(?P<number>{NUMBER})"
    r"(?=\s*(?:ish\b|$|[,.;!?)]|each\b|a\s+head|per\b|altogether|in\s+total|the\s+(?:pair|lot)"
    r"|or\s+so|came\b|so\b|and\b|but\b|for\b|i\s|maybe|apparently|from\b))",
    re.I,
)
_IN_CASH = re.compile(
    rf"(?P<number>{NUMBER})(?=\s+in\s+(?:notes|cash|readies|used\s+notes|fivers|tenners|twenties)\b)", re.I
)
_IN_ALL = re.compile(rf"(?P<number>{NUMBER})(?=\s+(?:in\s+(?:all|total)|altogether|all\s+told)\b)", re.I)
_BEFORE = re.compile(rf"(?P<how>{_APPROXIMATE})[\s:]*(?:it\s+was\s+|a\s+)?$", re.I)
_ROUGHLY_AFTER = re.compile(
    r"-?ish\b|\s*(?:or\s+so|or\s+thereabouts|give\s+or\s+take|roughly|approx\w*|i\s+(?:think|guess"
    r"|reckon)|maybe|probably)\b",
    re.I,
)
_BELOW = re.compile(
    r"\b(?:(?P<just>just\s+|a\s+bit\s+|slightly\s+)?(?:under|below|less\s+than|beneath)|(?:no"
    r"|not)\s+more\s+than|at\s+(?:the\s+)?most|up\s+to|max(?:imum)?(?:\s+of)?|not\s+over"
    r"|no\s+higher\s+than)\s+(?:about\s+)?$",
    re.I,
)  # noqa: E501
_ABOVE = re.compile(
    r"\b(?:(?P<just>(?:a\s+)?(?:bit|little|tad|touch|smidge)\s+|just\s+|slightly\s+)?(?:over|above"
    r"|more\s+than|north\s+of|in\s+excess\s+of)|at\s+least|upwards\s+of|no\s+less\s+than"
    r"|not\s+less\s+than|minimum(?:\s+of)?|from)\s+(?:about\s+)?$",
    re.I,
)  # noqa: E501
_BELOW_AFTER = re.compile(r"\s*(?:or\s+(?:less|under|below)|at\s+(?:the\s+)?most|max(?:imum)?|tops)\b", re.I)
_ABOVE_AFTER = re.compile(
    r"\s?\+|\s*(?:plus|or\s+(?:more|over|above)|at\s+least|minimum|and\s+(?:up|change|a\s+bit))\b", re.I
)
_PER_HEAD = re.compile(
    r"\s*(?:each|apiece|a\s+head|per\s+(?:head|person|ticket|seat|plate|cover|bottle|night|item"
    r"|place)|pp\b|p\.p\.|a\s+person"
    r"|a\s+(?:ticket|seat|plate|pop|piece|time|bottle|night|cover|place|go))\b",
    re.I,
)
_TOTAL = re.compile(
    r"\s*,?\s*(?:altogether|all\s+together|in\s+(?:total|all|full)|all\s+(?:in|told)|total|overall"
    r"|for\s+(?:the\s+(?:pair|two|lot|both|three|four|whole\s+\w+)|both|the\s+two\s+of\s+us"
    r"|all\s+of\s+(?:us|it|them))|the\s+(?:pair|lot)|between\s+us)\b",
    re.I,
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:so|making|make|makes|total(?:s|ling|\s+(?:of|is|was|value|cost|price))?|altogether"
    r"|in\s+total|all\s+in|comes\s+to|came\s+to|adds\s+up\s+to)\s*[:,]?\s*(?:that's\s+|it's\s+"
    r"|about\s+|it\s+was\s+)?$",
    re.I,
)  # noqa: E501
_HEADS = re.compile(
    r"\b(?:(?:the\s+)?(?P<of>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+of\s+us|(?:for"
    r"|there\s+(?:were|are|was))\s+(?P<for>two|three|four|five|six|\d{1,2})\b(?:\s+people)?"
    r"|(?P<me>me\s+and\s+my\s+\w+|my\s+\w+\s+and\s+(?:me|i)\b))",
    re.I,
)  # noqa: E501
_JOIN = re.compile(r"\s*(?:-|to|or|and|\/)\s*", re.I)
_NOTES = re.compile(rf"\b(?P<count>{NUMBER}|a\s+couple\s+of|couple\s+of)(?:\s+x)?\s+$", re.I)
_NOTES_AFTER = re.compile(r"\s*(?:[\w&']+\s+){0,2}(?:notes|vouchers|cards|coupons|cheques|tickets|bottles)\b", re.I)
_NOT = re.compile(r"\b(?:not|isn't|wasn't|rather\s+than|instead\s+of)\s+(?:the\s+)?$", re.I)
_RANGE_LEFT = re.compile(
    rf"(?P<between>\bbetween\s+)?(?P<sign>[£€$])?\s?(?P<low>{NUMBER})\s*(?P<join>-|to|or|and)\s*$", re.I
)
_BARE = re.compile(rf"(?P<number>{NUMBER})(?P<ish>-?ish)?", re.I)
_NOT_MONEY = re.compile(
    r"\s?(?:%|per\s?cent|[:/]\d|am\b|pm\b|o'?clock|st\b|nd\b|rd\b|th\b|(?:tickets?|people|persons?"
    r"|of\s+(?:us|them)|bottles?|boxes|box|days?|weeks?"
    r"|months?|years?|hours?|minutes?|times?|items?|pens?|seats?|guests?|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)\b)",
    re.I,
)


def find_money(text: str) -> tuple[Money, ...]:
    """Every amount in the text, in order. Pounds as Decimal; foreign money has a currency and no amount."""
    text = plain(text)
    if not _HINT.search(text):
        return ()
    found = [_money(text, m) for m in _AMOUNTS.finditer(text) if not _NOT.search(left_of(text, m.start()))]
    taken = [(one.start, one.end) for one in found if one]
    cues = [*_CUED.finditer(text), *_IN_CASH.finditer(text), *(_IN_ALL.finditer(text) if taken else ())]
    for cue in cues:
        start, end = cue.span("number")
        if not any(start < e and s < end for s, e in taken) and (value := read_number(cue["number"])) is not None:
            found.append(_shape(text, start, end, value))
    return _totals(text, tuple(sorted((one for one in found if one), key=lambda one: one.start)))


def read_money(text: str, *, bare: bool = False) -> Money | None:
    """The amount that a text states, the one for the whole where several stand; None without one.

    With ``bare`` the text answers a question about money, and a plain number counts too. ``three fifty`` is then the
    range 3.50 to 350, since it may be either.
    """
    if found := find_money(text):
        return best_money(found)
    return _bare(plain(text)) if bare else None


def best_money(found: tuple[Money, ...]) -> Money | None:
    """Of several amounts the one that speaks for the whole: a stated total, else the first."""
    if not found:
        return None
    whole = [one for one in found if one.total is not None and not one.per_head]
    stated = next((one.total for one in found if one.per_head and one.total is not None), None)
    named = next((one for one in whole if one.total == stated), None)
    return named or (whole or list(found))[0]


def _money(text: str, match: re.Match[str]) -> Money | None:
    start, end = match.span()
    kind, written = match.lastgroup or "", match[0]
    if match["foreign"]:
        return Money(None, None, None, False, False, None, None, start, end, written, _currency(written))
    value = _value(match)
    if value is None:
        return None
    if kind == "grand" and not _GRAND_WORDS.search(written) and text[start - 1 : start].isalnum():
        return None
    return _shape(text, start, end, value)


def _value(match: re.Match[str]) -> Decimal | None:
    if match["sign"]:
        return read_number(re.sub(r"^(?:£|gbp)\s*", "", match["sign"], flags=re.I))
    if match["mixed"]:
        whole, part = read_number(match["whole"]), read_number(match["part"])
        return whole + part / 100 if whole is not None and part is not None and part < 100 else None
    if match["pounds"]:
        return read_number(re.sub(rf"[\s-]?{_POUNDS}$", "", match["pounds"], flags=re.I))
    if match["pence"]:
        value = read_number(re.sub(rf"\s?{_PENCE}$", "", match["pence"], flags=re.I))
        return None if value is None else value / 100
    if match["alone"]:
        return _COIN_NAMES[match["alone"].lower()]
    if match["coin"]:
        count = re.sub(r"\s+", " ", match["count"].lower())
        times = {"a": Decimal(1), "an": Decimal(1), "half a": Decimal("0.5"), "a couple of": Decimal(2)}
        factor = times.get(count, read_number(count))
        return None if factor is None else factor * _COIN_NAMES[match["name"].lower()]
    return read_number(match["grand"]) if match["grand"] else None


def _currency(written: str) -> str:
    last = re.findall(r"[a-z]+|[€$¥]", written.lower())
    return next((_FOREIGN[one] for one in last if one in _FOREIGN), "other")


def _shape(text: str, start: int, end: int, value: Decimal) -> Money:
    """The amount with what stands around it: range, approximation, price per head, stated total."""
    if left := _range_left(text, start, value):
        low, at = left
        after = _after(text, end)
        return Money(None, low, value, True, after.per_head, None, None, at, after.end, text[at : after.end])
    before = left_of(text, start)
    window = start - len(before)
    if right := _range_right(text, start, end, value):
        high, end = right
        return Money(None, value, high, True, bool(_PER_HEAD.match(text, end)), None, None, start, end, text[start:end])
    value, start = _times(text, start, end, value)
    after = _after(text, end)
    low = high = None
    exact = True
    if bound := _BELOW.search(before):
        high, exact, start = value, False, window + bound.start()
    elif bound := _ABOVE.search(before):
        low, exact, start = value, False, window + bound.start()
    elif after.bound == "below":
        high, exact = value, False
    elif after.bound == "above":
        low, exact = value, False
    hint = _BEFORE.search(before)
    approximate = after.approximate or bool(hint) or not exact
    start = min(start, window + hint.start()) if hint else start
    amount = value if exact else None
    total = None if after.per_head else amount
    return Money(amount, low, high, approximate, after.per_head, None, total, start, after.end, text[start : after.end])


def _range_left(text: str, start: int, high: Decimal) -> tuple[Decimal, int] | None:
    left = _RANGE_LEFT.search(text, max(0, start - 48), start)
    if not left:
        return None
    low = read_number(left["low"])
    joins = left["join"].lower()
    if low is None or low >= high or (joins == "and" and not left["between"]) or low * 20 < high:
        return None
    return low, left.start() + len(left[0]) - len(left[0].lstrip())


def _range_right(text: str, start: int, end: int, low: Decimal) -> tuple[Decimal, int] | None:
    """``£40-50``: the sign stands at the lower end alone."""
    join = _JOIN.match(text, end)
    right = _BARE.match(text, join.end()) if join and text[start] == "£" and join[0].strip() != "and" else None
    if not right or _NOT_MONEY.match(text, right.end()):
        return None
    high = read_number(right["number"])
    return (high, right.end()) if high is not None and low < high <= low * 20 else None


def _times(text: str, start: int, end: int, value: Decimal) -> tuple[Decimal, int]:
    """``two £20 notes`` is £40."""
    count = _NOTES.search(text, max(0, start - 24), start)
    if not count or not _NOTES_AFTER.match(text, end):
        return value, start
    many = Decimal(2) if "couple" in count["count"].lower() else read_number(count["count"])
    return (value * many, count.start()) if many and 1 < many < 100 else (value, start)


class _After:
    __slots__ = ("approximate", "bound", "end", "per_head")

    def __init__(self, end: int) -> None:
        self.end, self.approximate, self.per_head, self.bound = end, False, False, ""


def _after(text: str, end: int) -> _After:
    seen = _After(end)
    if near := _ROUGHLY_AFTER.match(text, seen.end):
        seen.approximate, seen.end = True, near.end()
    if below := _BELOW_AFTER.match(text, seen.end):
        seen.bound, seen.end = "below", below.end()
    elif above := _ABOVE_AFTER.match(text, seen.end):
        seen.bound, seen.end = "above", above.end()
    if each := _PER_HEAD.match(text, seen.end):
        seen.per_head, seen.end = True, each.end()
    return seen


def _totals(text: str, found: tuple[Money, ...]) -> tuple[Money, ...]:
    """Drop what a later range swallowed, then let a stated total speak for the prices per head beside it."""
    kept = tuple(
        one for one in found if not any(o is not one and o.start <= one.start and one.end <= o.end for o in found)
    )
    heads = _heads(text)
    stated = next(
        (one.amount for one in kept if one.amount is not None and not one.per_head and _is_total(text, one)), None
    )
    if not any(one.per_head for one in kept):
        return kept
    return tuple(replace(one, total=stated, heads=heads) if one.per_head else one for one in kept)


def _is_total(text: str, one: Money) -> bool:
    return bool(_TOTAL.match(text, one.end) or _TOTAL_BEFORE.search(left_of(text, one.start)))


def _heads(text: str) -> int | None:
    said = _HEADS.search(text)
    if not said:
        return None
    if said["me"]:
        return 2
    number = read_number(said["of"] or said["for"])
    return int(number) if number is not None else None


def _bare(text: str) -> Money | None:
    for match in _BARE.finditer(text):
        if _NOT_MONEY.match(text, match.end()) or re.search(r"[/:.\d]$", text[: match.start()]):
            continue
        if both := two_part(match["number"]):
            low, high = both
            return Money(None, low, high, True, False, None, None, *match.span(), match[0])
        value = read_number(match["number"])
        if value is None or _is_range_start(text, match.end()):
            continue
        return _totals(text, (_shape(text, *match.span("number"), value),))[0]
    return None


def _is_range_start(text: str, end: int) -> bool:
    join = _JOIN.match(text, end)
    return bool(join and _BARE.match(text, join.end()) and not _PER_HEAD.match(text, end))
