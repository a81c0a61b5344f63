"""The facts of interests held that a text states, as SITUATIONS names them."""

import re
from decimal import Decimal

from knowledge.understanding.slots.facts_base import Said, flag
from knowledge.understanding.slots.percentages import find_shares
from knowledge.understanding.slots.relations import FAMILY, relation_spans
from knowledge.understanding.slots.text import left_of, plain

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
    r"(?:own|hold|works?|shares?|some\s+shares|an?\s+(?:\w+\s+)?(?:share|stake|trustee|director|member|governor"
    r"|volunteer"
    r"|shareholder|partner)|on\s+the\s+(?:board|committee)|belong|run|volunteer|chair|sit|bought|invested|joined"
    r"|employed|\d)"
    r"|\bi'?m\s+a\s+(?:paid[- ]up\s+)?(?:member|trustee|director|governor)|\bim\s+a\s+(?:paid[- ]up\s+)?(?:member"
    r"|trustee|director|governor)|^\W*(?:own|on\s+the\s+(?:board|committee)|director|owner|partner\s+in)\b"
    r"|\band\s+(?:i|me)\b|\b(?:me"
    r"|i)\s+and\b|\bmyself\b|\bmine\b|^\W*we\s+(?:have|own|hold)\b"
    r"|^\W*(?:i'?ve\s+|ive\s+)?(?:just\s+)?(?:joined|got|have|own|hold|bought|inherited)\s+(?:about\s+|some\s+"
    r"|a\s+few\s+|the\s+|a\s+)?(?:\d|shares?|stake|ramblers)"
    r"|^\W*(?:just\s+)?(?:joined|been\s+(?:made|asked\s+to\s+be)|(?:a\s+)?(?:trustee|director|governor|member"
    r"|treasurer|chair|secretary|volunteer|stake|shares?)\b)"
    r"|\bmy\s+(?:own\s+)?(?:shares|shareholding|stake|company|business|firm)\b|^(?:own|hold"
    r"|have)\s+(?:some\s+)?shares\b",
    re.I,
)
_SHARES_A_HOME = re.compile(
    r"\b(?:lodger|flat\s?mate|house\s?mate|room\s?mate)\b"
    r"|\b(?:i|we)\s+(?:share|live\s+in)\s+a\s+(?:house|flat|home)\s+with\b"
    r"|\b(?:i|we)\s+(?:share|rent)\s+(?:a|the)\s+(?:house|flat)\b",
    re.I,
)
_NAME = r"(?:[A-Z][\w&'.-]*)(?:\s+(?:(?:&|and|of|the|for|in)\s+)?[A-Z0-9][\w&'-]*){0,5}"
_LOWER = (
    r"(?:the\s+|an?\s+|our\s+|my\s+|his\s+|her\s+|their\s+)?[a-z][\w&'-]*"
    r"(?:\s+(?!(?:who|which|that|and|they|with|but|as|is|has|have)\b)[a-z][\w&'-]*){0,3}"
)
_LEAD = (
    r"(?:works?|working|employed|job|contract(?:ing)?|position|role)\s+(?:for|at|with|by)"
    r"|(?:shares?|shareholding|stake|interest|shareholder|invested|investment|per\s?cent|percent|%|half|third"
    r"|quarter|fifth"
    r"|all)\s+(?:in|of)"
    r"|(?:trustee|member|director|chair(?:man|woman|person)?|treasurer|secretary|governor|owner|partner|volunteer|board"
    r"|committee)\s+(?:of|at|with|for|in)"
    r"|volunteers?\s+(?:for|at|with)|owns?|runs?|chairs?|joined|belongs?\s+to|set\s+up"
)
_ORGANISATION = re.compile(
    rf"(?<!\w)(?i:{_LEAD})\s+(?:(?i:a\s+(?:company|firm)\s+called|the\s+board\s+of)\s+)?(?P<name>(?:the\s+)?{_NAME}"
    rf"|{_LOWER})"
)
_CALLED = re.compile(rf"\b(?i:called|named)\s+(?P<name>{_NAME})")
_NEXT_CLAUSE = re.compile(r"\s+(?:who|which|that|you|we|i|and\s+(?:i|we|they|it)|where|because)\b", re.I)
_VAGUE = re.compile(
    r"^(?:(?:an?|our|my|his|her|their|some|one\s+of)\s+(?:[\w-]+\s+){0,2}|the\s+)?"
    r"(?:company|firm|business|organisation|charity|supplier|contractor|share|board|committee|it|them|one|council|us"
    r"|you"
    r"|house|home|job|work|contract|stake|club|society|group|now|there|thing|relative|team)s?$"
    r"|^(?:some\s+|a\s+few\s+|all\s+the\s+|an?\s+|the\s+)?(?:shares?|stakes?|interest|half|part|stock)\b",
    re.I,
)
_THEIRS = re.compile(
    r"'s?\s+(?:\w+\s+)?(?:brother|sister|mother|father|mum|dad|mam|son|daughter|child|kids?|husband|wife|partner"
    r"|boyfriend|girlfriend"
    r"|cousin|uncle|aunt|auntie|nephew|niece|friend|mate|family|parents)\b",
    re.I,
)
_OWNS = re.compile(
    r"\b(?:owns?|holds?|got|only\s+got|has|have)\s+(?:only\s+|just\s+)?(?:[a-z]+|\d+)\s?(?:%|per\s?cent|percent)\b|"
    r"\bbought\s+(?:a\s+)?(?:half|third|quarter|share)\b|\b(?:inherited|left)\s+(?:\w+\s+)?(?:holding|shares"
    r"|stake)\b|\b(?:owns?|holds?|has|have|got)\s+(?:(?:about|just|over|under|around|all)\s+)*"
    r"(?:\d+(?:\.\d+)?\s?(?:%|per\s?cent|percent|pc)|an?\s+(?:fifth|quarter|third|half)|half|(?:an?"
    r"|the)\s+(?:\w+\s+)?(?:firm|company|business))",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:between\s+(?:us|them|the\s+(?:two|three|four)\s+of\s+us)|together|in\s+total|in\s+all|altogether"
    r"|as\s+a\s+family"
    r"|between\s+(?:everyone|all|the\s+lot)\b[^.;]{0,25}|in\s+our\s+house|(?:the|our|my)\s+(?:whole\s+)?(?:family"
    r"|household)|combined|jointly|all\s+of\s+us)\b",
    re.I,
)


def whose(said: Said) -> str | None:
    """Whose interest it is: one's own where the person is in it, else that of the first tie named."""
    if _SHARES_A_HOME.search(plain(said.text)):
        return "household"
    if (theirs := _theirs(said)) is not None:
        return theirs
    if _I.search(plain(said.text)):
        return "self"
    tie = first_tie(said)
    if tie is None:
        return None
    return WHOSE_OF.get(tie) or ("relative" if tie in FAMILY else None)


_HOLDS = re.compile(
    r"(?:'s)?(?:\s+(?-i:[A-Z])\w+)?\s+(?:(?:has|have|'s|just|been|now|also|still|only)\s+)*(?:owns?|runs?|works?"
    r"|working|got\s+(?:shares|a\s+job)|shares|become|became|started|joined|sits"
    r"|consultancy|firm|company|business|shop|employed|taken\s+on|made)\b",
    re.I,
)


def _theirs(said: Said) -> str | None:
    """Whose it is where the text begins with a tie of whom it says that they hold it."""
    for kind, start, end in relation_spans(said.text):
        alone = not re.search(r"\b(?:me|i|us)\s+(?:and|an|n|&)\s*$", left_of(plain(said.text), start), re.I)
        if alone and _HOLDS.match(plain(said.text), end) and not _THEIRS.match(plain(said.text), end):
            return WHOSE_OF.get(kind) or ("relative" if kind in FAMILY else None)
        return None
    return None


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
    found = _first(said, "nature", ("shareholding", "membership", "employment"))
    return found or ("employment" if _WORKS.search(plain(said.text)) else None)


_WORKS = re.compile(
    r"\b(?:does\s+shifts\s+for|is\s+employed\s+by|taken\s+on\s+by|started\s+(?:on|at|with|as)|(?:works?|working|worked"
    r"|labours?|drives?|driving|cleans?"
    r"|sells?|selling|temping|apprenticed|job"
    r"|does\s+the\s+(?:books|accounts|wages|payroll|admin)|on\s+the\s+(?:books|tools))\s+(?:for|at|with)"
    r"|(?:an?|the)\s+(?:\w+\s+)?(?:manager|director|apprentice|driver|foreman|engineer|rep|accountant"
    r"|secretary)\s+(?:at|for|with)"
    r"|employed\s+by|got\s+a\s+job)\b",
    re.I,
)
_OURS = r"(?:(?:the\s+|this\s+)?(?:council|authority)'?s|our)\s+\w+"
_ON_CONTRACT = re.compile(
    r"\b(?:runs?|ran|cleans?|fix(?:es)?|does|do|maintains?|services?)\s+our\b|\bunder\s+contract\s+(?:to|with)\s+us\b"
    r"|\b(?:we|the\s+council)\s+(?:buy|buys)\s+(?:off|from)\b|\bcouncil\s+contracts?\b|"
    r"\b(?:on\s+contract\s+(?:to|with)\s+(?:us|the\s+council)|contracts?\s+(?:with|from)\s+(?:us|the\s+council|here)"
    r"|(?:runs?|work|jobs?|contracts?)\s+off\s+(?:us|the\s+council)|(?:runs?|school\s+runs?|work|jobs?|stuff"
    r"|bits)\s+for\s+(?:us|the\s+(?:council|authority))|supplies\s+(?:us"
    r"|the\s+council)"
    r"|we\s+(?:use|buy\s+from|pay|hire|get\s+\w+\s+from)\s+them|the\s+council\s+(?:uses|pays|hires|employs))\b",
    re.I,
)
_HOPES = re.compile(
    r"\b(?:get|getting)\s+on\s+(?:the\s+)?council'?s\s+list\b|\bcould\s+bid\b|"
    r"\b(?:might|may)\s+be\s+going\s+for\b|\b(?:might|may|could|want(?:s|ing)?\s+to|hop(?:es?|ing)\s+to|looking\s+to"
    r"|going\s+to|after|plan(?:s|ning)?\s+to)"
    r"\s+(?:\w+\s+){0,3}?(?:bid(?:ding)?|tender(?:ing)?|work|contracts?|win|quote|supply|put\s+in)"
    r"|\bput(?:ting)?\s+in\s+(?:a\s+(?:bid|tender|quote)|for)\b|\b(?:is|are|'s)\s+(?:bidding|tendering|quoting"
    r"|pitching)\b",
    re.I,
)
_CAMPAIGNS = re.compile(
    r"\b(?:lobby\w*|campaign\w*|petition\w*|having\s+a\s+go\s+at\s+the\s+council|fighting\s+the\s+council|protest\w*"
    r"|pressure\s+group)\b",
    re.I,
)
_NO_DEALINGS = re.compile(
    r"\bnothing\s+(?:at\s+all\s+)?to\s+do\s+w(?:i|ith)\s+(?:the\s+council|us)\b|\bno\s+dealings\b|"
    r"\b(?:never|no|not|n'?t|nothing|nowt)\s+"
    r"(?:had\s+|got\s+|have\s+|has\s+|do\s+|done\s+|does\s+|did\s+|to\s+do\s+|any\s+|been\s+|owt\s+|anything\s+|a\s+)*"
    r"(?:work|dealings?|business|contracts?|links?|connection|to\s+do)?\s*(?:from|with|wi|for)\s+"
    r"(?:us|the\s+council|the\s+authority|here)\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not\s+sure|unsure|don'?t\s+know|dunno|no\s+idea|wondering|in\s+two\s+minds)\s+(?:if|whether)\s+(?:this|it"
    r"|that|i)\b"
    r"[^.?!]{0,30}\b(?:thing|counts?|matters?|interest|declar\w+|register|need|relevant)",
    re.I,
)
_WORKS_FOR_US = re.compile(
    r"\b(?:does|do|did|doing|empties|cleans|supplies|collects|maintains|repairs|mends|prints|paints|fits|delivers"
    r"|grits|cuts"
    rf"|services)\s+(?:all\s+|some\s+of\s+)?{_OURS}"
    r"|\b(?:does|do|doing|runs|provides|handles)\s+(?:\w+\s+){1,4}for\s+(?:us|the\s+(?:council|authority))\b"
    r"|\b(?:council|authority)\s+(?:uses|buys\s+from)\b",
    re.I,
)


def deals_with_council(said: Said) -> str | None:
    """What it has to do with the council, where the text says so."""
    told = _first(said, "deals", ("no", "may_contract", "campaigns", "contract", "other_dealings"))
    shapes = (
        ("campaigns", _CAMPAIGNS),
        ("no", _NO_DEALINGS),
        ("may_contract", _HOPES),
        ("contract", _WORKS_FOR_US),
        ("contract", _ON_CONTRACT),
    )
    return told or next((value for value, shape in shapes if shape.search(plain(said.text))), None)


def _first(said: Said, group: str, order: tuple[str, ...]) -> str | None:
    held = {one.value for one in said.tags(group) if not one.negated or one.value == "no"}
    return next((value for value in order if value in held), None)


def organisation(said: Said) -> str | None:
    """What the organisation is called, where it is named or described by more than "a company"."""
    text = plain(said.text)
    named = [m["name"] for m in _CALLED.finditer(text)] + [m["name"] for m in _ORGANISATION.finditer(text)]
    found = next((name for one in named if (name := _tidy(one)) and not _VAGUE.match(name)), None)
    known = (one for one in said.mentions.organisations if not re.search(r"\bcouncil\b", one, re.I))
    return found or next(known, None)


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
    return True if _RULES_IT.search(plain(said.text)) else flag(said, "controls")


_RULES_IT = re.compile(
    r"\b(?:nothing|nowt)\s+happens\s+(?:there\s+)?without\s+(?:my|his|her|their)\b|"
    r"\bwhat\s+(?:i|he|she|they)\s+says?\s+goes\b|\b(?:can|could)\s+(?:block|stop|veto|outvote)\s+(?:anything|owt"
    r"|everything|any|the|it)\b|\b(?:call|calls)\s+(?:all\s+)?the\s+shots\b|\bhas?\s+the\s+final\s+say\b",
    re.I,
)


def in_doubt(said: Said) -> bool | None:
    """Whether the person says that they are in doubt whether it counts."""
    return True if _UNSURE.search(plain(said.text)) else flag(said, "interest_doubt")


def _number(amount: Decimal) -> float | int:
    """The number as JSON has it."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)
