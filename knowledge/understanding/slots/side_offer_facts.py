"""The facts of sales promotions, bequests and sponsorship that a text states, as SITUATIONS names them."""

import re

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.giver_facts import giver
from knowledge.understanding.slots.relations import FAMILY
from knowledge.understanding.slots.text import plain

_LOYALTY = re.compile(
    r"\b(?:loyalty\s+(?:card|points)|nectar|clubcard|points\s+card|(?:boots\s+advantage|boots|tesco|morrisons|shell|bp"
    r"|esso|costa"
    r"|argos)\s+(?:more\s+|go\s+)?(?:card|points)|reward\s+(?:nights?|points)"
    r"|costa\s+beans|air\s?miles|staff\s+discount\s+card|(?:collect|get)\s+points|own\s+card|scanning\s+mine"
    r"|give\s+mine"
    r"|stamps)\b",
    re.I,
)
_A_FIRM = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|suppliers?|rep|compan(?:y|ies)|firms?|trade\s+counter|promotion\w*)\b", re.I
)
_EXTRA = re.compile(
    r"\b(?P<np>(?:(?:an?|the|your|our|one)\s+)?(?:free|bonus)\s+"
    r"(?:(?!(?:with|if|when|from|offer|only|that|for|in|on|comes?|every|or|and|we|i|whenever)\b)[\w-]+(?:\s+"
    r"|\b)){1,3})",
    re.I,
)
_BAD_COMPANY = re.compile(r"\b(?:list|end|catalogue|order|that|has\s+a|isn't|it)$", re.I)
_SERVICE_USER = re.compile(
    r"\b(?:clients?|service\s+users?|residents?|tenants?|patients?|pupils?|(?:foster|looked\s+after)\s+child"
    r"|(?:i|we)\s+(?:used\s+to\s+)?(?:care[ds]?\s+for|look(?:ed)?\s+after|support(?:ed)?|visit(?:ed)?)|his\s+carer"
    r"|her\s+carer"
    r"|(?:my|the|our)\s+(?:extra\s+care|sheltered|supported\s+living)\s+(?:scheme|housing|flats)|(?:off|on"
    r"|from)\s+my\s+(?:caseload|patch|list)"
    r"|i\s+was\s+(?:his|her|their)\s+(?:home\s+help|carer|social\s+worker|support\s+worker|warden|cleaner)"
    r"|council'?s\s+(?:care\s+)?home\b"
    r"|(?:meals|home\s+care|lunch)\s+run|home\s+carers?|i\s+(?:did|do)\s+[^.,;]{2,20}\s+for\s+(?:him|her|them|till)"
    r"|(?:at|in)\s+the\s+(?:care\s+)?home\s+(?:where\s+)?i\s+work|(?:i|we)\s+(?:clean(?:ed)?|cook(?:ed)?"
    r"|shop(?:ped)?)\s+for|on\s+my\s+(?:round|caseload|books|run)"
    r"|day\s+(?:centre|service)|home\s+care|care\s+round|meals\s+on\s+wheels|sheltered\s+housing|my\s+ladies"
    r"|my\s+regulars)\b",
    re.I,
)
_NO_SERVICE_USER = re.compile(
    r"\b(?:never|not|n'?t|no)\s+(?:had\s+|used\s+|got\s+|a\s+|been\s+a\s+|one\s+of\s+)?(?:owt|anything|any\s+\w+"
    r"|a\s+thing|nothing|service|services)\s+(?:off|from|of)\s+(?:the|our)\s+council"
    r"|\b(?:not|wasn'?t|weren'?t|never)\s+(?:a|one\s+of\s+(?:my|our))\s+(?:service\s+user|client|resident|tenant"
    r"|patient)s?\b"
    r"|\bnever\s+used\s+(?:our|any|the)\s+services?\b",
    re.I,
)
_NOT_WORK = re.compile(
    r"\bnot\s+because\s+i\s+work\b|\bnever\s+had\s+(?:owt"
    r"|anything)\s+to\s+do\s+with\s+(?:the\s+council|my\s+job)\b|"
    r"\b(?:nothing|nowt|nothin|not\s+(?:anything|owt))\s+to\s+do\s+wi(?:th?)?\s+(?:my\s+|me\s+)?"
    r"(?:work|job|the\s+council)\b",
    re.I,
)
_FOR_THE_JOB = re.compile(
    r"\b(?:only|just)\s+(?:knew|met|know)\s+(?:him|her|them)\s+(?:through|from|because\s+of)\s+(?:my\s+|the\s+)?(?:work|job)\b|"
    r"\bto\s+thank\s+me\s+for\s+(?:being|looking|caring|all)\b|\bfor\s+being\s+(?:his|her|their)\s+(?:carer"
    r"|key\s*worker|home\s+help)\b|"
    r"\b(?:because\s+(?:of\s+my\s+(?:job|work)|i\s+(?:was|am)\s+(?:his|her|their)\s+carer)|for\s+(?:looking\s+after"
    r"|caring\s+for)"
    r"\s+(?:him|her|them))\b",
    re.I,
)
_NO_BEQUEST = re.compile(
    r"^(?:an?\s+|the\s+)?(?:legacy|bequest|inheritance|will|something|home\s+care|meals)\b|^(?-i:[A-Z])\w+$", re.I
)
_DIED = re.compile(r"\s+(?:in\s+the\s+home\s+)?(?:has|have|who|and)\b.*$|\s+and$", re.I)
_BY_US = re.compile(
    r"\b(?:(?:we|the\s+council|our\s+(?:service|department))(?:'s|'re|\s+is|\s+are)?\s+(?:also\s+)?(?:sponsor(?:s|ing)?"
    r"|giv(?:e|es|ing)\s+(?:an?\s+|the\s+\w+\s+\w+\s+an?\s+)?grant)\b(?!\s+for)|sponsor(?:ed|ship)\s+(?:by\s+our"
    r"|we're\s+giving)|we\s+sponsor"
    r"|council\s+(?:money|sponsorship|grants)|grants?)\b",
    re.I,
)
_TO_US = re.compile(
    r"\b(?:(?:wants?|like|offer(?:ed|ing)|volunteered|willing|has\s+come\s+forward)\s+(?:to\s+|sponsorship|money)"
    r"|sponsor\s+(?:us|our)"
    r"|offered\s+sponsorship|sponsor(?:ship)?\s+(?:for|from)|will\s+(?:fund|pay|cover)|to\s+pay\s+for"
    r"|accept\s+(?:a\s+)?sponsor\w*"
    r"|be\s+headline\s+partner|in\s+return\s+for|as\s+sponsors?)\b",
    re.I,
)
_SPONSORED = re.compile(
    r"\b(?:sponsor(?:ing|s)?|fund|back|headline\s+partner\s+of|sponsorship\s+(?:of|for))\s+"
    r"(?P<np>(?:our|the|an?|my)\s+(?:(?!(?:and|that|where|for|from|with|in|who|so|if|is|are)\b)[\w'-]+(?:\s+"
    r"|\b)){1,4})",
    re.I,
)
_SPONSOR = re.compile(
    r"^\W*(?P<np>(?:an?\s+|some\s+)?(?:(?!(?:we|i|the|council|someone|somebody)\b)[\w&'-]+\s+){1,3}?)"
    r"(?=(?:wants?|would\s+like|has\s+(?:come|offered)|have\s+offered|will|is\s+willing|are\s+offering|keen)\b)",
    re.I,
)
_FRIEND = re.compile(r"\b(?:my\s+(?:\w+\s+)?(?:friend|mate)(?:'s)?|a\s+friend\s+of\s+mine)\b", re.I)
_NOBODY = re.compile(
    r"\b(?:none\s+of\s+us\s+gets?|nobody\s+(?:i\s+know\s+)?(?:gets|benefits)|no\s+benefit\s+to|no\s+link\s+to\s+me"
    r"|nothing\s+to\s+do\s+with\s+me|none\s+of\s+them\s+anything\s+to\s+do)\b",
    re.I,
)
_ONESELF = re.compile(
    r"\b(?:my|me)\s+own\s+(?:studio|stall|shop|space|business|band|team|work)\b|\bpays?\s+for\s+my\b|\bi\s+get\s+(?:a"
    r"|an|free|something)\b",
    re.I,
)
_BAD_TESTATOR = re.compile(r"\b(?:cared|looked|she'd|day\s+centre|was\s+.*|pounds\s+.*)$", re.I)


_WE_FUND = re.compile(
    r"\b(?:we|council|the\s+council|our\s+(?:service|department|team))(?:'s|'re|\s+are"
    r"|\s+is)?\s+(?:also\s+)?(?:fund(?:s|ing)?|putting\s+(?:\w+\s+)?(?:money|\d+|£\d+)|back(?:s|ing)?|pay(?:s"
    r"|ing)?\s+(?:for|towards)"
    r"|support(?:s|ing)?|grant[- ]aid(?:s|ing)?|chip(?:s|ping)?\s+in)\b",
    re.I,
)
_THEY_FUND = re.compile(
    r"\b(?:(?:they|who|he|she|firm|company|lot|chain|supplier|business|bank|club|shop|garage|merchant|developer"
    r"|brewery)(?:'d|'ll|'s|\s+(?:will|would|has|have|is|are|said|says|wants?))?"
    r"\s+(?:\w+\s+){0,3}?(?:pay|fund|back|sponsor|cover|support|put\s+up|chip\s+in|foot|donate|paying|backing"
    r"|sponsoring)"
    r"|(?:says?|said|reckons)\s+(?:they|he|she)(?:'?d|'?ll|\s+will|\s+would)\s+(?:pay|fund|back|sponsor|cover|stump)"
    r"|bankroll\w*|(?:his|her|their)\s+(?:name|logo|banner)\s+(?:on|down|across)"
    r"|(?:firm|company|bank|shop|business|brewery|chain|developer|club|garage|supplier)\s+(?:has|have|had|is|are"
    r"|'s)?\s*(?:just\s+)?(?:offer(?:ed|s|ing)?|asks?|asked|wants?)\s+(?:to\s+|the\s+|our\s+|us\s+)"
    r"|said\s+they'?d\s+(?:pay|fund|back|sponsor|cover)|keen\s+to\s+(?:back|sponsor|fund|support)|want(?:s"
    r"|ing)?\s+(?:their|its)\s+(?:logo|name|banner)\s+on)\b",
    re.I,
)


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
    """Whether the one who left it used the council's services, as said."""
    text = plain(said.text)
    if _NO_SERVICE_USER.search(text):
        return False
    return True if _SERVICE_USER.search(text) else None


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
    if _TO_US.search(text):
        return "to_council"
    if _WE_FUND.search(text):
        return "by_council"
    return "to_council" if _THEY_FUND.search(text) else None


def benefit_to(said: Said) -> str | None:
    """Who close to the person gains; of several the one whom the code names first."""
    text = plain(said.text)
    if _NOBODY.search(text):
        return "none"
    if _ONESELF.search(text):
        return "self"
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
