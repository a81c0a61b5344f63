"""The facts of decisions about a job, and of work with contractors, that a text states, as SITUATIONS names them."""

import re
from collections.abc import Mapping

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.interest_facts import TOO_WIDE, WHOSE_OF, first_tie, organisation
from knowledge.understanding.slots.relations import FAMILY
from knowledge.understanding.slots.text import plain
from knowledge.understanding.slots.tie_facts import first_match

_DECISION: Mapping[str, re.Pattern[str]] = {
    "discipline": re.compile(r"\b(?:disciplin\w+|grievance|suspended|investigat\w+|sickness\s+hearing)\b", re.I),
    "pay": re.compile(r"\b(?:pay|bonus(?:es)?|increment|salary|honorari\w+|overtime|allowance|wages?)\b", re.I),
    "promotion": re.compile(
        r"\b(?:promot\w+|regrad\w+|acting[\s-]+up|stepping\s+up|goes?\s+up\s+a\s+grade|(?:team\s+leader|senior"
        r"|supervisor|deputy)\s+(?:post|job|role)|move\s+up)\b",
        re.I,
    ),
    "conditions": re.compile(
        r"\b(?:redundanc\w+|holiday\s+terms|terms\s+and\s+conditions|shift\s+pattern|rotas?|sets?\s+the\s+hours"
        r"|write\s+h(?:er|is)\s+rota)\b",
        re.I,
    ),
    "appointment": re.compile(
        r"\b(?:interview\w*|intervewing|panel|shortlist\w*|candidates?|appointing|appointment|vacancy"
        r"|appl(?:ied|ying|icant\w*)|recruit\w+)\b",
        re.I,
    ),
}
_RELATION = {
    "spouse": "partner",
    "civil_partner": "partner",
    "partner": "partner",
    "cousin": "cousin",
    "friend": "friend",
}
_GOOD_MATE = re.compile(r"\b(?:good|best|close|old|great)\s+(?:mate|pal|friend|buddy)\b", re.I)
_FRIEND = re.compile(
    r"\b(?:best\s+)?mates?\s+(?:with|since|from)\b|\bbeen\s+(?:best\s+)?(?:mates|friends)\b|\bmy\s+best\s+man\b"
    r"|\bgod(?:mother|father)\s+to\s+my\b|\bgo\s+back\s+years\b|\bfriend\s+of\s+mine\b|\ba\s+friend\b"
    r"|\bmy\s+\w+\s+friend\b|\ba\s+(?:mate|pal)\s+of\s+mine\b|\b(?:for|about|of)\s+(?:a|my)\s+(?:mate|pal)\b",
    re.I,
)
_COUPLE = re.compile(r"\blive\s+with\s+as\s+a\s+couple\b|\b(?:my|me)\s+(?:fianc|other\s+half)", re.I)
_DATING = re.compile(
    r"\b(?:live\s+with\s+as\s+a\s+couple|sleeping\s+with|had\s+a\s+(?:thing|fling)\s+with|dating|going\s+out\s+with"
    r"|in\s+a\s+relationship"
    r"|seeing\s+each\s+other)\b",
    re.I,
)
_BARELY = re.compile(
    r"\b(?:vaguely\s+know|sort\s+of\s+know|know\s+(?:him|her|them|one\s+of\s+them)\s+(?:only\s+)?(?:to\s+nod"
    r"|by\s+sight|to\s+say)"
    r"|to\s+nod\s+to|acquaintance|(?:more\s+than|only)\s+to\s+nod|to\s+say\s+hello\s+to|nodding\s+terms"
    r"|only\s+know\s+(?:her|him|them)\s+to|never\s+close|(?:hardly|barely|don'?t\s+really"
    r"|wouldn'?t\s+say\s+i)\s+know\s+(?:her|him|them)|used\s+to\s+(?:play|work|live))\b",
    re.I,
)
_A_RELATIVE = re.compile(r"\ba\s+relative\b", re.I)


def relation(said: Said) -> str | None:
    """What the one whose job it is is to the person; a spouse counts as a partner."""
    text = plain(said.text)
    if _BARELY.search(text):
        return "acquaintance"
    if (tie := first_tie(said)) in _RELATION:
        return _RELATION[tie]
    if _COUPLE.search(text):
        return "partner"
    if tie in FAMILY or _A_RELATIVE.search(text):
        return "relative"
    if _DATING.search(text):
        return "personal_relationship"
    return "friend" if _FRIEND.search(text) or _GOOD_MATE.search(text) else None


def decision(said: Said) -> str | None:
    """What is decided about their job."""
    return first_match(said.text, _DECISION)


_ROLE: Mapping[str, re.Pattern[str]] = {
    "none": re.compile(
        r"\b(?:nowt|nothing)\s+to\s+do\s+with\s+(?:procurement|contracts?|tenders?)\b"
        r"|\bi\s+don'?t\s+deal\s+with\s+contracts?\b|"
        r"\b(?:no\s+part\s+in|(?:nothing|nowt)\s+to\s+do\s+with|no\s+dealings\s+with)\s+(?:the\s+)?(?:contracts?"
        r"|tenders?|contractors?)\b"
        r"|\bi\s+(?:don'?t|do\s+not|never)\s+(?:let|supervise|run|manage|award)\b(?:\s+or\s+\w+)?\s+(?:any|it|them)\b",
        re.I,
    ),
    "lets_contracts": re.compile(
        r"\bprocurement\s+(?:officer|manager|lead|team|bod)\b|\brunning\s+the\s+(?:\w+\s+)?(?:tender|procurement|contract)\b|"
        r"\bi'?m\s+(?:the\s+)?(?:one\s+)?(?:who\s+|that\s+)?(?:lets?|letting|award(?:s|ing)?|gives?\s+out|picks?"
        r"|picking|chooses?|choosing|scor(?:es?|ing)|opening)\s+(?:it|the|out)?\b"
        r"|\b(?:opening|scoring|marking|judging)\s+(?:the\s+)?(?:bids|tenders|quotes)\b|\bi'?m\s+meant\s+to\s+pick\b"
        r"|\bi\s+give\s+out\s+[^.;]{0,25}contracts?\b|\bi'?m\s+panel\s+chair\b|"
        r"\bi(?:'m|\s+am)?\s+(?:also\s+)?(?:let|award|evaluat\w+|scor\w+|procur\w+)\b"
        r"|\b(?:tender\s+panel|in\s+procurement|tender\s+i'?m\s+running|contract\s+i'?m\s+letting)\b",
        re.I,
    ),
    "engages_contractors": re.compile(
        r"\b(?:taking\s+on|engaging|hiring|who\s+(?:engages|hires|books)|i'?m\s+hiring|i\s+(?:take\s+on|appointed"
        r"|book))\b[^.;]{0,40}|\bi\s+(?:engage|hire|choose|pick|line\s+up|commission)\b",
        re.I,
    ),
    "supervises_contractors": re.compile(
        r"\bi\s+(?:keep\s+an\s+eye\s+on|sign\s+(?:off\s+)?the\s+timesheets|run|inspect)\b[^.;]{0,30}(?:contractors?"
        r"|gangs?|sites?|crew)\b|\b(?:client\s+officer|clerk\s+of\s+works|site\s+manager)\b"
        r"|\bi\s+(?:supervise|manage|monitor|oversee|look\s+after)\b|\bsign\s+off\b|\bcontract\s+manager\b",
        re.I,
    ),
}


def role(said: Said) -> str | None:
    """What the person has to do with contracts and contractors."""
    return first_match(said.text, _ROLE)


_OWN = re.compile(
    r"\b(?:ive\s+(?:got\s+)?(?:shares|a\s+stake|money)|i\s+(?:own|used\s+to\s+own|rent)|i(?:'ve\s+got|\s+have"
    r"|\s+hold)\s+(?:an?\s+)?(?:financial\s+)?"
    r"(?:interest|shares|money)|my\s+own\s+(?:company|business|firm)|and\s+i$|me\s+and\s+my|myself|meself|i(?:'ve"
    r"|\s+have)?\s+(?:got\s+)?a\s+stake)\b",
    re.I,
)
_FRIENDS = re.compile(
    r"\b(?:good|best|close|old|great)\s+(?:mate|pal|friend|buddy|mates|pals)\b|\bgod(?:mother|father)\s+to\s+my\b"
    r"|\bfriends?\s+with\b|\ba\s+friend\b",
    re.I,
)


def whose(said: Said) -> str | None:
    """Whose interest in the contract it is; that the person deals with the contract does not make it theirs."""
    tie, text = first_tie(said), plain(said.text)
    if _OWN.search(text):
        return "self"
    if tie in WHOSE_OF:
        return WHOSE_OF[tie]
    if tie in FAMILY or _A_RELATIVE.search(text):
        return "relative"
    return "friend" if _FRIENDS.search(text) else None


def relative_kind(said: Said) -> str | None:
    """The kind of relative as the Code lists them."""
    tie = first_tie(said)
    return tie if whose(said) == "relative" and tie not in TOO_WIDE else None


def contractor(said: Said) -> str | None:
    """What the contractor is called, where it is named."""
    found = organisation(said)
    return found if found and re.search(r"[A-Z]", found) else None
