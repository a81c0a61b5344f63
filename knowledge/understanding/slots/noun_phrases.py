"""Making a noun phrase out of words that hold one: it must read well in "You may keep the ..."."""

import re
from functools import cache

from knowledge.understanding.slots.lexicon import alternatives, words

_ARTICLE = (
    r"(?:a|an|the|some|two|three|four|five|six|seven|eight|nine|ten|twelve|my|our|his|her|their|another|several|\d{1,3}"
    r"|£\d[\d,.]*)"
)
_INNER = re.compile(rf"(?<=[\w'])\s+(?=(?:{_ARTICLE}|mr|mrs|ms|miss|dr)\s+[\w£'])", re.I)
_JOINS = re.compile(
    r"(?:^|\s)(?:of|and|or|with|&|in|at|for|to|from|on|by|near|about|over|under|into|all|both|half|than)$", re.I
)
_DASH = re.compile(r"\s+-+\s+|\s*[/:|]\s+")
_CLASSIFIER = (
    r"(?:sets?|box(?:es)?|bottles?|cases?|crates?|bags?|jars?|tins?|bunch(?:es)?|pairs?|couple|packs?|packets?|slabs?"
    r"|rounds?|cups?|glass(?:es)?|pints?|baskets?|books?|trays?|loads?|lots?|bit|sides?|joints?|legs?|piles?|weeks?"
    r"|nights?|days?|mugs?|kind|choice|pots?|selection|cans?|cartons?|rolls?|bar|bars|plates?|sacks?|tubs?)"
)
_MEASURE = re.compile(rf"(?:\b(?:{_ARTICLE}|half\s+a)\s+)?(?:[\w'-]+\s+)?\b{_CLASSIFIER}\s+(?=of\s+[\w'])", re.I)
_NOT_MEASURE = re.compile(
    r"^(?:i|we|he|she|they|is|was|has|had|have|got|had|that|with|and|of|by|to|for|from|in|on)\s+", re.I
)
_WRAPPED = re.compile(
    r"^(?:a|an|the|another|some)?\s*(?:delivery|gift|present|load|offer|bit|use|lot|receipt)\s+of\s+(?=\w)", re.I
)
_CUT = re.compile(
    r"\s+(?:round|across|straight|along|past|inside|anywhere|everywhere|somewhere|overnight|bless|gone|went|going"
    r"|goes|left|stolen|nicked|missing"
    r"|bought|paid|put|laid|made|taken|took|pinched|snatched|vanished|disappeared|turned|invite|both|again|back|away"
    r"|up|together|behind|outside|between|through|grew|see|seen|run|running|hosted|which|whose|myself|himself|herself"
    r"|ourselves|themselves|tonight|tomorrow|yesterday|today|please|thanks|honestly|really|obviously|apparently"
    r"|cos|coz|cuz|chucked|mine|yours|ours|i'm|i'd|i've|i'll|it's|don't|didn't|couldn't|wouldn't|isn't|wasn't|won't"
    r"|except|either|neither|like|until|till|because|regardless|provided|given|offered|sent"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$"
    r"|\s+to\s+(?:see|watch|have|keep|take|say|go|use|try|eat|drink|give|look|stay|attend|play|help|thank|celebrate"
    r"|mark|share|be|do|get|visit|show|me|us|him|her|them|everyone)\b.*$",
    re.I | re.S,
)
_TAIL = re.compile(
    r"\s+(?:and|or|to|for|with|of|the|a|an|my|his|her|their|our|some|in|at|on|by|from|off|out|over|on|as|about|that"
    r"|\w+'d"
    r"|as\s+a|as\s+my|so|all|just|also|too|only|very|quite|not|no|be|been)$",
    re.I,
)
_HEAD = re.compile(
    r"^(?:(?:been|got|get|gets|had|given|offered|sent|handed|bought|buying|keep|kept|lost|left|locate|find|found|picked"
    r"|pick|grabbed|take|taken|took|up|out|off|some\s+sort\s+of|with|all|both|just|also|even|only|quite|such|there|have"
    r"|has|having|received|brought|accepted|accept|refused|turned|down|stolen|missing|me|us|everyone|staff)\s+)+",
    re.I,
)
_BAD_START = re.compile(
    r"^(?:\w+days\b|in|at|on|by|of|from|for|to|into|under|over|after|before|about|as|off|if|is|was|are|were|be|and"
    r"|or|but|so|it"
    r"|they|he|she|i|we|you|who|what|when|where|not|never|very|really|said|says|to\s+\w+)\b",
    re.I,
)
_BAD_INSIDE = re.compile(
    r"\b(?:i|me|we|us|he|she|they|them|him|you|who|whom|that|which|is|was|are|were|be|been|being|has|have|had|do|does"
    r"|did|will|would|could|should|can|may|might|must|not|said|says|offered|gave|gives|wants?|thinks?|keeps?|because"
    r"|if|when|then)\b|n't\b",
    re.I,
)
_PARTICIPLE = re.compile(
    r"(?<=[\w'])\s+(?:delivered|signed|ok|okay|alright|still|whilst|worth|filling|(?:for|to)\s+\w+ing|for\s+(?:the\s+)?"
    r"(?:two|three|four|five|six|whole|us|both)|\w{3,}ed)$",
    re.I,
)
_SINGLE = re.compile(
    r"^(?:(?:a|an|the|my|our|his|her|their|some|grant\s+money|mine|yours|ours|one|behind|watch|\w+ed|lift|knock|go"
    r"|day|place|look|bit)"
    r"|some\s+knock|\w+\s+(?:ok|okay))$",
    re.I,
)
_EMPTY = re.compile(
    rf"^(?:{_ARTICLE}\s+)?(?:(?:bit|little|quick|weird|odd|strange|funny|tricky|small|big|good|other|same|whole|nice"
    rf"|new"
    r"|lovely|real|right|silly|grant|council|public)\s+)*"
    r"(?:one|ones|thing|things|question|situation|problem|issue|lot|bit|way|time|times|day|week|month|year|morning"
    r"|afternoon|evening|night|weekend|visit|minute|moment|thank|thanks|name|names|mind|house|home|door|doorstep|desk"
    r"|office|reception|pocket|hand|hands|face|back|front|job|work|pleasure|honour|idea|chance|hope|money\s+off|job"
    r"|call"
    r"|message|email|register|policy|form|rules?|advice|help|favour|hundred|thousand|twenty|fifty|thirty|forty|ten"
    r"|pounds?|quid|grant|funding|scheme|contract|tender|bid|application|renewal|licence|meeting|conference|depot"
    r"|school"
    r"|ward|round|town|city|village|london|cardiff|swansea|neath|bristol|wales|england|spain|christmas|xmas|easter"
    r"|birthday|friday|saturday|sunday|monday|tuesday|wednesday|thursday|safe|bin|bins|planet|business|hassle|trouble"
    r"|kindness|service|years?|couple|pair|few|two|three|four|five|six|seven|eight|nine|panel|team)$",
    re.I,
)


def tidy_phrase(phrase: str, names_thing: bool) -> str:
    """The noun phrase in some words, or "" where none can be made out that reads well after "the".

    ``names_thing``: the lexicon knows a word of it as a gift, an entertainment or a device. What the lexicon does not
    know must at least begin as a noun phrase does, and must not be a person.
    """
    parts = [part for part in _DASH.split(phrase) if part.strip()]
    phrase = next((part for part in parts if named_thing(part)), parts[0] if parts else "")
    phrase = _HEAD.sub("", phrase.strip(" ,'\"-"))
    phrase = _WRAPPED.sub("", _CUT.sub("", _own_start(phrase)))
    while (shorter := _PARTICIPLE.sub("", _TAIL.sub("", phrase)).strip(" ,'\"-")) != phrase:
        phrase = shorter
    phrase = re.sub(r"(?<=\w)'s$", "", re.sub(r"^(?:go|the\s+whole\s+team|my\s+team|the\s+team)\s+(?=\w)", "", phrase))
    if (
        not phrase
        or _BAD_START.match(phrase)
        or _BAD_INSIDE.search(phrase)
        or _EMPTY.match(phrase)
        or _SINGLE.match(phrase)
    ):
        return ""
    if not (names_thing and named_thing(phrase) or _MEASURE.match(phrase)) and (
        not re.match(rf"{_ARTICLE}\s|[A-Z£\d]", phrase) and len(phrase.split()) > 3 or is_person(phrase)
    ):
        return ""
    return phrase


def measure_before(text: str, start: int, end: int) -> int | None:
    """Where ``tin of`` begins for a noun at ``end`` whose phrase was taken to begin at ``start``, or None."""
    found = next((one for one in _measures(text) if one[0] < start <= one[1] + 3 or one[0] <= start < one[1]), None)
    return found[0] if found and text[found[1] : end].lower().count(" of ") == 0 else None


def find_measures(text: str) -> tuple[int, ...]:
    """Where each ``two tins of ...`` begins."""
    return tuple(start for start, _ in _measures(text))


def _measures(text: str) -> tuple[tuple[int, int], ...]:
    found = []
    for match in _MEASURE.finditer(text):
        skipped = _NOT_MEASURE.match(match[0])
        found.append((match.start() + (skipped.end() if skipped else 0), match.end()))
    return tuple(found)


def _own_start(phrase: str) -> str:
    """``the officers a bottle of wine`` is a bottle of wine; ``a bike her son rode`` is a bike."""
    for gap in _INNER.finditer(phrase):
        left = phrase[: gap.start()]
        if _JOINS.search(left):
            continue
        if named_thing(left) and re.match(rf"{_ARTICLE}\s|[A-Z£\d]", left, re.I):
            return left
        return _own_start(phrase[gap.end() :])
    return phrase


def is_person(phrase: str) -> bool:
    """Tell whether a noun phrase is headed by a word for a person: "the gentleman I support", "a rep from Arco"."""
    head = re.split(r"\s+(?:of|for|at|in|from|with|to|on|i|we|who|that)\s+", phrase, maxsplit=1, flags=re.I)[0]
    return bool(_people().search(head))


def named_thing(phrase: str) -> bool:
    """Tell whether the lexicon knows a word of a phrase as a gift, an entertainment or a device."""
    return bool(_things().search(phrase))


def is_thing(phrase: str) -> bool:
    """Tell whether a noun phrase is headed by something that can be given: "a pint", "the bottle"."""
    if re.match(r"[A-Z][\w'&]*(?:\s+[A-Z]|$)", phrase) and not re.match(rf"{_ARTICLE}\s", phrase, re.I):
        return False
    return bool(re.search(rf"{_things().pattern}$|\b{_CLASSIFIER}$", phrase.strip(), re.I))


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(words('parties', 'person', 'role'))}$", re.I)


@cache
def _things() -> re.Pattern[str]:
    known: set[str] = set()
    for file, group, values in (
        ("offers", "form", ("money", "promotional", "goods")),
        ("offers", "what", ("tickets", "hotel", "meal", "refreshments", "other", "holiday", "company_flat")),
        ("devices", "device", ("ipad", "laptop", "phone", "id_card", "removable_media", "other")),
    ):
        for value in values:
            known.update(words(file, group, value))
    return re.compile(
        rf"(?<![\w']){alternatives(tuple(sorted(known, key=lambda one: (-len(one), one))))}s?(?!\w)", re.I
    )
