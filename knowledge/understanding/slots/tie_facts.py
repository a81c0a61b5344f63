"""The facts of ties between people at work that a text states, as SITUATIONS names them."""

import re
from collections.abc import Mapping

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.interest_facts import first_tie
from knowledge.understanding.slots.relations import FAMILY
from knowledge.understanding.slots.text import plain

_AREA = r"(?:team|gang|crew|service(?: area)?|section|department|unit|office|shift|rota)"
_WITH: Mapping[str, re.Pattern[str]] = {
    "supervisee": re.compile(
        r"\b(?:i|we)\s+(?:also\s+)?(?:line[- ])?(?:manage|supervise)\b(?!\s+a\s+(?:team|gang))|\breports?\s+to\s+me\b"
        r"|\b(?:i\s+am|i['’]?m|as|being)\s+(?:also\s+)?(?:his|her|their|\w+['’]s)\s+(?:line[- ])?"
        r"(?:manager|boss|supervisor|team\s+leader|gaffer|foreman|head\s+of\s+(?:service|department))\b"
        r"|\b(?:works?|working)\s+(?:for|under)\s+me\b|\bi['’]?m\s+(?:the\s+)?one\s+who\s+manages\b"
        r"|\bi\s+(?:do|sign|write|approve|authori[sz]e)\s+(?:off\s+)?(?:his|her|their)\s+"
        r"(?:rota|appraisal|timesheet|leave|supervision|holiday|expense)s?\b"
        r"|\bmy\s+(?:own\s+)?(?:deputy|apprentice|supervisee|direct\s+reports?|staff|employee)\b"
        r"|\bi\s+write\s+h(?:er|is)\s+rota\b",
        re.I,
    ),
    "same_service_colleague": re.compile(
        r"\bmy\s+(?:new\s+)?(?:line[- ])?(?:manager|boss|supervisor|team\s+leader)\b|\bmanages\s+me\b"
        rf"|\b(?:in|on|from|into|joined|at)\s+(?:my|our|the\s+same)\s+(?:own\s+)?{_AREA}\b"
        rf"|\bsame\s+(?:\w+\s+)?{_AREA}\b"
        r"|\bsits?\s+(?:opposite|next\s+to)\b|\bthe\s+next\s+desk\b"
        r"|\b(?:into|in|at|to)\s+the\s+[\w\s]{3,25}where\s+i(?:'ve\s+been|\s+work)\b",
        re.I,
    ),
    "councillor": re.compile(
        r"\b(?:councill?ors?|cllrs?|elected\s+member|ward\s+member|(?:got|been|was|just)\s+(?:elected|voted\s+in)"
        r"|elected\s+to\s+(?:the\s+|this\s+)?council"
        r"|leader\s+of\s+the\s+council)\b",
        re.I,
    ),
    "contractor": re.compile(r"\bcontractors?\b|\bfirm\s+we\s+use\b", re.I),
    "supplier": re.compile(
        r"\bsuppliers?\b|\bsells\s+us\b|\bwe\s+buy\s+[^.;]{0,20}(?:off|from)\s+(?:him|her|them)\b", re.I
    ),
    "client": re.compile(r"\b(?:clients?|service\s+users?|caseload|tenants?)\b", re.I),
    "customer": re.compile(
        r"\bcustomers?\b|\bcomes?\s+in(?:to)?\s+the\s+(?:library|shop|office|centre|gym|pool)\b|\bborrower\b", re.I
    ),
    "other_colleague": re.compile(
        r"\b(?:fella|bloke|lad|woman|girl|lady|man|someone|somebody|guy|chap)\s+(?:from|in)\s+(?:the\s+)?(?:finance"
        r"|housing|hr|payroll|planning|parks|highways|education|legal|it|libraries|leisure|social\s+(?:care"
        r"|services))\b|"
        rf"\b(?:(?:an)?other|different)\s+(?:{_AREA}|building|directorate|site|part\s+of\s+the\s+council|colleague)\b",
        re.I,
    ),
}
_COUPLE = re.compile(
    r"\b(?:got\s+together|getting\s+together|been\s+seeing|dat(?:e|ing)|seeing|going\s+out|gone\s+out|went\s+out"
    r"|affair|fling|a\s+couple|an\s+item"
    r"|in\s+love|sleeping\s+with|engaged|married|split\s+up|friends?\s+with|my\s+ex|boyfriend|girlfriend|fianc[eé]+"
    r"|(?:in|into|started|having|have|began)\s+a\s+(?:\w+\s+)?rela(?:ti|shi)onship)\b",
    re.I,
)
_RELATED = re.compile(r"\brelated\s+to\b|\bfamily\s+tie\b", re.I)
_NOT_RELATED = re.compile(r"\b(?:not|n't|no)\s+(?:family|related|relatives?|relations?)\b|\bno\s+blood\s+relat", re.I)
_COUPLED = frozenset({"spouse", "civil_partner", "partner", "friend"})
_OVER = re.compile(
    r"\b(?P<no>no|any)?\s*(?:authority|say|control|power|influence|dealings)\s+(?:whatsoever\s+|at\s+all\s+)?(?:over"
    r"|in|with)\b"
    r"|\bi(?:'m|\s+am)?\s+(?:don'?t|never|not)\s+(?:manage|supervise|decide|deal|sign|in\s+charge)\w*(?P<none>)",
    re.I,
)
_HAS_POWER = re.compile(
    r"\bi'?m\s+(?:his|her|their)\s+(?:line\s+)?manager\b|\bi\s+line\s+manage\b|\bi\s+make\s+decisions\s+about\b"
    r"|\bi\s+(?:do\s+)?decide\s+on\b|\bi\s+(?:assess|inspect)\b|\bi'?m\s+the\s+one\s+who\s+(?:signs|decides|approves"
    r"|awards|checks)\b"
    r"|\bi\s+(?:check|decide|approve|sign\s+off|place|award|manage|run|set|allocate|authori[sz]e"
    r"|control)\s+(?:on\s+)?(?:his|her|their)\b"
    r"|\b(?:her|his|their)\s+(?:social\s+worker|case\s*worker|key\s*worker|housing\s+officer|contract\s+manager"
    r"|assessor|support\s+worker)\b",
    re.I,
)
_A_NAME = re.compile(
    r"\b(?:with|seeing|dating|married\s+to|engaged\s+to|related\s+to|friends\s+with)\s+"
    r"(?P<name>[A-Z][a-z'-]+\s+[A-Z][\w'-]+)"
)
_BOSS = re.compile(r"\bmy\s+(?:new\s+)?(?P<who>(?:line[- ])?manager|boss|supervisor)\b|\bmanages\s+me\b", re.I)
_MONTH = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|spring|summer|autumn|winter|christmas|easter|year|month|week"
)
_SINCE = re.compile(
    rf"\bsince\s+(?:(?:last|early|late|this)\s+)*(?:{_MONTH})\b(?:\s+(?:19|20)\d\d)?|\bsince\s+(?:19|20)\d\d\b"
    r"|\bfor\s+(?:about\s+|over\s+|nearly\s+|almost\s+)?(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten"
    r"|a\s+few)"
    r"\s+(?:years?|months?|weeks?)\b",
    re.I,
)


def first_match(text: str, patterns: Mapping[str, re.Pattern[str]]) -> str | None:
    """The key of the first of the patterns, in their order, that the text holds."""
    return next((value for value, pattern in patterns.items() if pattern.search(plain(text))), None)


def with_whom(said: Said) -> str | None:
    """With whom the personal relationship is, where the text tells it apart from the others."""
    return first_match(said.text, _WITH)


def related(said: Said) -> bool | None:
    """Whether it is a tie of family; a couple and friends are no relatives in this sense."""
    tie = first_tie(said)
    if _NOT_RELATED.search(plain(said.text)):
        return False
    if _RELATED.search(plain(said.text)) or tie in FAMILY - _COUPLED:
        return True
    return False if tie in _COUPLED or _COUPLE.search(plain(said.text)) else None


def authority(said: Said) -> bool | None:
    """Whether the job gives authority over them, where the text says so in that word."""
    text = plain(said.text)
    found = _OVER.search(text)
    if found:
        return not found["no"] and found["none"] is None
    return True if _HAS_POWER.search(text) else None


def party(said: Said) -> str | None:
    """Who the other one is: a name, or the person's own manager."""
    text = plain(said.text)
    if _BOSS.search(text):
        return "my manager"
    found = _A_NAME.search(text)
    return found["name"] if found else None


def since(said: Said) -> str | None:
    """Since when, in the person's own words: "since March", "for two years"."""
    found = _SINCE.search(plain(said.text))
    return found[0] if found else None
