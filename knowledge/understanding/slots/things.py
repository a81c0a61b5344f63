"""The noun phrase that was offered, lost or broken: "two tickets for the rugby", "a bottle of wine", "my work ipad"."""

import re

from knowledge.understanding.slots.kinds import Tag
from knowledge.understanding.slots.noun_phrases import find_measures, measure_before, tidy_phrase
from knowledge.understanding.slots.relations import is_relation
from knowledge.understanding.slots.text import CLAUSE_END, plain

_LONGEST = 160
_DET = (
    r"(?:a|an|the|some|two|three|four|five|six|seven|eight|nine|ten|twelve|a\s+few|a\s+couple\s+of"
    r"|a\s+pair\s+of|several|free|my|our|his|her|their|another|\d+|£\d[\d,.]*k?|this|these|all"
    r"|loads\s+of|lots\s+of|one|any)"
)
_TO_WHOM = (
    r"(?:me|us|him|her|them|my\s+\w+(?:\s+and\s+me)?|me\s+and\s+my\s+\w+|our\s+\w+|the\s+(?:team"
    r"|office|staff|kids|wife|husband)|everyone|all\s+of\s+us|staff|you)"
)
_OFFERED = re.compile(
    rf"\b(?:offer(?:ed|ing|s)?|gave|given?|gives|giving|sent|sends?|sending|brought|brings?|bringing"
    rf"|bought|handed|passed|slipped|bunged|dropped\s+off|left|leaves|presented|promised|received"
    rf"|accept(?:ed|ing)?|keep|refus(?:e|ed|ing)|declin(?:e|ed|ing)|turn(?:ed|ing)\s+down|no\s+to|got|had|won"
    rf"|donated|knitted|made)"
    rf"(?:\s+(?:off|round|over|back|in))?(?:\s+{_TO_WHOM})?(?:\s+(?:with|both|each|all))?\s+(?={_DET}\s|[a-z£\d])",
    re.I,
)
_INVITED = re.compile(
    rf"\b(?:invit(?:ed|es?|ing)(?:\s+{_TO_WHOM})?(?:\s+(?:out|along|over))?\s+(?:to|for|on)|(?:tak(?:e"
    rf"|es|en|ing)|took|treat(?:ed|ing)?|fly|flying|flown|asked|going)(?:\s+{_TO_WHOM})?(?:\s+(?:out"
    rf"|along|over))?\s+(?:to|for|on)|pay(?:ing)?\s+for|paid\s+for|use\s+of)\s+",
    re.I,
)
_LOST = re.compile(
    r"\b(?:lost|lose|left|dropped|misplaced|mislaid|nicked|stole|stolen|pinched|broke|broken|smashed"
    r"|cracked|forgot|forgotten|find|swiped|took|snatched|lift(?:ed)?|missing)\s+(?=(?:my|the|our|a"
    r"|an|some|his|her|their|two|three)\s)",
    re.I,
)
_GONE = re.compile(
    r"\b(?P<np>(?:my|the|our|a|an)\s+(?:[\w'-]+\s+){0,4}?[\w'-]+)\s+(?:(?:has|have|had|'s|is|are"
    r"|just)\s+)*(?:was|were|has\s+been|have\s+been|been|got|is|are|gone|went|nicked|stolen|broken"
    r"|vanished|disappeared|pinched|won't|fell)\b",
    re.I,
)
_STOP = re.compile(
    r"[,.;:!?()\n]|\s-\s|\b(?:from|by|worth(?!\s+of)|down|into|onto|under|outside|behind|near|which"
    r"|that|who|because|but|so|if|when|while|as|since|after|before|and\s+(?:i|we|he|she|it|they|now"
    r"|then|said|am|my|can|is|was|do|asked|someone)|is|was|were|are|has|have|had"
    r"|i|we|he|she|they|it|yesterday|today|tonight|tomorrow|last|this|next|on|in|at|with\s+(?:him|her"
    r"|them|me|us)|can|could|should|shall|do|does|did|may|costing|valued|each|every|me|us|again|about"
    r"|around|roughly|then|or\s+(?:is|do|should)|off|out|please"
    r"|what|where|how|without|during|over|just|instead|saying|said|though|although|whilst|tho|too|yet|also)\b",
    re.I,
)
_FOR = re.compile(r"\s+(?:for|to|with)\b", re.I)
_EVENT_HEAD = re.compile(
    r"\b(?:tickets?|seats?|invit\w+|pass(?:es)?|box|meal|hospitality|place|table|vouchers?|flights?"
    r"|trip|dinner|lunch|coupons?|card)\s*$",
    re.I,
)
_FOR_WHOM = re.compile(
    r"\s+(?:for|to)\s+(?:my|our|me|us|helping|being|all|everything|doing|looking|his|her|their|it"
    r"|them|sorting|taking|christmas|xmas|easter|a\s+job|staff|everyone|free|work|going|say|thank)\b",
    re.I,
)
_KEEP_AT = re.compile(
    r"\b(?:box|seats?|day|table|weekend|week|night|nights|stay|flat|apartment|hospitality|villa|lunch"
    r"|dinner|suite|room|trip|holiday|tickets?|place|meal|drinks)\s*$",
    re.I,
)
_AT = re.compile(
    r"\s+(?:at|in|on)\s+(?:the|their|a|his|her|our|[A-Z][\w']+)\b(?:\s+(?!yesterday|today|last|this"
    r"|next|on|from|for|and|but|worth|by|morning|afternoon|evening|weekend)[\w'&]+){0,3}"
)
_VAGUE = re.compile(
    r"^(?:it|them|this|that|something|anything|nothing|one|some|any|up|out|my\s+(?:manager|boss|time"
    r"|mind|name|wife|husband|partner|colleagues?|team|line\s+manager)|a\s+(?:lot|bit|message"
    r"|question|call|job|look|chance)|to\b.*|the\s+(?:chance|opportunity|option|other\s+day)|me|us"
    r"|no\s+.*|(?:see|visit|have|say|stay|keep|accept|know|do|go|come|look|watch|take|eat|help|get"
    r"|give|attend|play|view)\b.*"
    r"|been.*|in|back|again|home|work|the\s+(?:office|house|team|offer|same)|an?\s+offer|not.*"
    r"|because.*|for.*|with.*|of.*|at.*|on.*|never.*|ever.*|just.*|be\b.*|a\s+gift\s+or.*|already.*"
    r"|there.*|here.*|said.*|all|on|both|each|free|given.*|offered.*|being.*|really.*|away.*|over.*"
    r"|off.*|around.*|open.*)$",
    re.I,
)
_VERBAL = re.compile(r"\b(?:me|us|my|put|pay|paying|fly|visit|see|from|their\s+name|with\s+their)\b", re.I)
_LEFT = re.compile(
    rf"(?<![\w'])(?:(?:{_DET}|of)\s+)?(?:(?!(?:{_STOP.pattern})|(?:me|us|offered|gave|given|sent|got"
    rf"|brought|for|to|of|and|invited)\b)[\w'&£.-]+\s+){{0,3}}$",
    re.I,
)


def find_things(text: str, tags: tuple[Tag, ...] = ()) -> tuple[str, ...]:
    """The noun phrases offered, lost or broken, in order, each once; ``tags`` help where no verb introduces one."""
    text = plain(text)
    found = [(m.end(), _phrase(text, m.end())) for m in _LOST.finditer(text)]
    found += [
        (m.start("np"), m["np"])
        for m in _GONE.finditer(text)
        if not re.search(r"\b(?:who|that|which|from|to|for|by|and)\b", m["np"], re.I)
    ]
    found += [(m.end(), _phrase(text, m.end())) for m in _INVITED.finditer(text)]
    found += [(m.end(), _phrase(text, m.end())) for m in _OFFERED.finditer(text)]
    good = [
        (at, phrase)
        for at, phrase in found
        if phrase and not _VAGUE.match(phrase) and not phrase.lower().startswith(("my manager", "a colleague"))
    ]
    if not any(_names(tags, at, phrase) for at, phrase in good):
        outside = (one for one in _telling(tags) if not _INSIDE.search(text, max(0, one.start - 60), one.start))
        good = [(at, phrase) for at, phrase in (_around(text, one) for one in outside) if phrase] + good
        good += [(at, _phrase(text, at)) for at in find_measures(text)]
    kept: list[str] = []
    clean = ((at, tidy_phrase(phrase, _names(tags, at, phrase)), _names(tags, at, phrase)) for at, phrase in good)
    for _, phrase, _ in sorted(clean, key=lambda one: (not one[2], one[0])):
        if (
            phrase
            and not is_relation(phrase)
            and not any(phrase.lower() in other.lower() or other.lower() in phrase.lower() for other in kept)
        ):
            kept.append(phrase)
    return tuple(kept)


def _names(tags: tuple[Tag, ...], at: int, phrase: str) -> bool:
    return any(at <= one.start < at + len(phrase) for one in tags if one.group in ("form", "what", "device", "token"))


_INSIDE = re.compile(
    r"\b(?:under|inside|in|into|behind|beside)\s+(?:(?:a|an|the|my|her|his|their)\s+)?(?:(?!(?:a|an|the"
    r"|£)\b)[\w'-]+\s+){0,2}$",
    re.I,
)


def _telling(tags: tuple[Tag, ...]) -> list[Tag]:
    named = [
        one
        for one in tags
        if one.group in ("form", "what", "device") and not one.negated and not _VERBAL.search(one.text)
    ]
    return sorted(named, key=lambda one: (one.start, -one.end))[:3]


def _around(text: str, one: Tag) -> tuple[int, str]:
    left = _LEFT.search(text, max(0, one.start - 90), one.start)
    start = left.start() if left else one.start
    if measure := measure_before(text, start, one.start):
        start = measure
    while text[start : start + 1].isspace():
        start += 1
    return start, _phrase(text, start)


def _phrase(text: str, start: int) -> str:
    """The noun phrase from ``start`` up to what ends it, with "for the rugby" or "in their villa" where they belong."""
    limit = min(len(text), start + _LONGEST)
    stop = _STOP.search(text, start + 1, limit)
    end = stop.start() if stop else limit
    if (cut := _FOR_WHOM.search(text, start, end)) or (
        (cut := _FOR.search(text, start, end)) and not _EVENT_HEAD.search(text[start : cut.start()])
    ):
        end = cut.start()
    elif (
        stop
        and _KEEP_AT.search(text[start:end].rstrip())
        and (at := _AT.match(text, end - (1 if text[end - 1 : end] == " " else 0)))
    ):
        end = at.end()
    if CLAUSE_END.search(text[start:end]):
        end = start + CLAUSE_END.search(text[start:end]).start()
    phrase = re.sub(r"\s+", " ", text[start:end]).strip(" ,'\"-")
    phrase = re.sub(r"\s+(?:and|or|to|for|with|of|the|a|my|his|her|their)$", "", phrase, flags=re.I)
    return phrase if 0 < len(phrase.split()) <= 12 else ""
