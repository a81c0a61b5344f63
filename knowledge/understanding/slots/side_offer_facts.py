"""The facts of sales promotions, bequests and sponsorship that a text states, as SITUATIONS names them."""

import re

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.offer_facts import giver
from knowledge.understanding.slots.relations import FAMILY
from knowledge.understanding.slots.text import plain

_LOYALTY = re.compile(
    r"\b(?:loyalty\s+(?:card|points)|nectar|clubcard|points\s+card|(?:boots|tesco|morrisons)\s+(?:more\s+)?(?:card|points)"
    r"|costa\s+beans|air\s?miles|staff\s+discount\s+card|(?:collect|get)\s+points|own\s+card|scanning\s+mine|give\s+mine"
    r"|stamps)\b",
    re.I,
)
_A_FIRM = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|suppliers?|rep|compan(?:y|ies)|firms?|trade\s+counter|promotion\w*)\b", re.I
)
_EXTRA = re.compile(
    r"\b(?P<np>(?:(?:an?|the|your|our|one)\s+)?(?:free|bonus)\s+"
    r"(?:(?!(?:with|if|when|from|offer|only|that|for|in|on|comes?|every|or|and|we|i|whenever)\b)[\w-]+(?:\s+|\b)){1,3})",
    re.I,
)
_BAD_COMPANY = re.compile(r"\b(?:list|end|catalogue|order|that|has\s+a|isn't|it)$", re.I)
_SERVICE_USER = re.compile(
    r"\b(?:clients?|service\s+users?|residents?|tenants?|patients?|pupils?|(?:foster|looked\s+after)\s+child"
    r"|(?:i|we)\s+(?:used\s+to\s+)?(?:care[ds]?\s+for|look(?:ed)?\s+after|support(?:ed)?|visit(?:ed)?)|his\s+carer|her\s+carer"
    r"|day\s+(?:centre|service)|home\s+care|care\s+round|meals\s+on\s+wheels|sheltered\s+housing|my\s+ladies|my\s+regulars)\b",
    re.I,
)
_NOT_WORK = re.compile(
    r"\b(?:nothing|nowt|nothin|not\s+(?:anything|owt))\s+to\s+do\s+wi(?:th?)?\s+(?:my\s+|me\s+)?"
    r"(?:work|job|the\s+council)\b",
    re.I,
)
_FOR_THE_JOB = re.compile(
    r"\b(?:because\s+(?:of\s+my\s+(?:job|work)|i\s+(?:was|am)\s+(?:his|her|their)\s+carer)|for\s+(?:looking\s+after|caring\s+for)"
    r"\s+(?:him|her|them))\b",
    re.I,
)
_NO_BEQUEST = re.compile(
    r"^(?:an?\s+|the\s+)?(?:legacy|bequest|inheritance|will|something|home\s+care|meals)\b|^(?-i:[A-Z])\w+$", re.I
)
_DIED = re.compile(r"\s+(?:in\s+the\s+home\s+)?(?:has|have|who|and)\b.*$|\s+and$", re.I)
_BY_US = re.compile(
    r"\b(?:(?:we|the\s+council|our\s+(?:service|department))(?:'s|'re|\s+is|\s+are)?\s+(?:also\s+)?(?:sponsor(?:s|ing)?"
    r"|giv(?:e|es|ing)\s+(?:an?\s+|the\s+\w+\s+\w+\s+an?\s+)?grant)\b(?!\s+for)|sponsor(?:ed|ship)\s+(?:by\s+our|we're\s+giving)|we\s+sponsor"
    r"|council\s+(?:money|sponsorship|grants)|grants?)\b",
    re.I,
)
_TO_US = re.compile(
    r"\b(?:(?:wants?|like|offer(?:ed|ing)|volunteered|willing|has\s+come\s+forward)\s+(?:to\s+|sponsorship|money)|sponsor\s+(?:us|our)"
    r"|offered\s+sponsorship|sponsor(?:ship)?\s+(?:for|from)|will\s+(?:fund|pay|cover)|to\s+pay\s+for|accept\s+(?:a\s+)?sponsor\w*"
    r"|be\s+headline\s+partner|in\s+return\s+for|as\s+sponsors?)\b",
    re.I,
)
_SPONSORED = re.compile(
    r"\b(?:sponsor(?:ing|s)?|fund|back|headline\s+partner\s+of|sponsorship\s+(?:of|for))\s+"
    r"(?P<np>(?:our|the|an?|my)\s+(?:(?!(?:and|that|where|for|from|with|in|who|so|if|is|are)\b)[\w'-]+(?:\s+|\b)){1,4})",
    re.I,
)
_SPONSOR = re.compile(
    r"^\W*(?P<np>(?:an?\s+|some\s+)?(?:(?!(?:we|i|the|council|someone|somebody)\b)[\w&'-]+\s+){1,3}?)"
    r"(?=(?:wants?|would\s+like|has\s+(?:come|offered)|have\s+offered|will|is\s+willing|are\s+offering|keen)\b)",
    re.I,
)
_FRIEND = re.compile(r"\b(?:my\s+(?:\w+\s+)?(?:friend|mate)(?:'s)?|a\s+friend\s+of\s+mine)\b", re.I)
_NOBODY = re.compile(
    r"\b(?:no\s+link\s+to\s+me|nothing\s+to\s+do\s+with\s+me|none\s+of\s+them\s+anything\s+to\s+do)\b", re.I
)
_BAD_TESTATOR = re.compile(r"\b(?:cared|looked|she'd|day\s+centre|was\s+.*|pounds\s+.*)$", re.I)


def loyalty_card(said: Said) -> bool | None:
    """True where a card of one's own is used on purchases; a scheme that a firm offers is no such card."""
    text = plain(said.text)
    return True if _LOYALTY.search(text) and not _A_FIRM.search(text) else None


def offer(said: Said) -> str | None:
    """What comes free: "a free coffee machine"."""
    found = _EXTRA.search(plain(said.text))
    return found["np"].strip() if found else None


def company(said: Said) -> str | None:
    """Who makes the offer."""
    name = giver(said)
    return name if name and not _BAD_COMPANY.search(name) else None


def from_service_user(said: Said) -> bool | None:
    """True where the one who left it used the council's services, as said."""
    return True if _SERVICE_USER.search(plain(said.text)) else None


def because_of_job(said: Said) -> bool | None:
    """What the text says of the reason; that somebody was a client says nothing of it."""
    text = plain(said.text)
    if _NOT_WORK.search(text):
        return False
    return True if _FOR_THE_JOB.search(text) else None


def bequest(said: Said) -> str | None:
    """What was left."""
    things = (thing.removeprefix("inherited ") for thing in said.mentions.things)
    return next((thing for thing in things if not _NO_BEQUEST.match(thing)), None)


def testator(said: Said) -> str | None:
    """Whose will it is, as said."""
    name = _DIED.sub("", said.mentions.giver or "")
    return name if len(name.split()) > 1 and not _BAD_TESTATOR.search(name) else None


def direction(said: Said) -> str | None:
    """Whether the council sponsors or would be sponsored."""
    text = plain(said.text)
    if _BY_US.search(text):
        return "by_council"
    return "to_council" if _TO_US.search(text) else None


def benefit_to(said: Said) -> str | None:
    """Who close to the person gains; of several the one whom the code names first."""
    text = plain(said.text)
    if _NOBODY.search(text):
        return "none"
    kinds = set(said.mentions.relations)
    for kind, value in (("spouse", "spouse"), ("civil_partner", "partner"), ("partner", "partner")):
        if kind in kinds:
            return value
    if kinds & FAMILY:
        return "relative"
    return "friend" if _FRIEND.search(text) else None


def activity(said: Said) -> str | None:
    """What is sponsored."""
    found = _SPONSORED.search(plain(said.text))
    return found["np"].strip() if found else None


def sponsor(said: Said) -> str | None:
    """Who would sponsor the council."""
    if direction(said) != "to_council":
        return None
    found = _SPONSOR.match(plain(said.text))
    name = found["np"].strip() if found else said.mentions.giver
    return name if name and name.split()[0].lower() not in ("our", "we're", "before") else None
