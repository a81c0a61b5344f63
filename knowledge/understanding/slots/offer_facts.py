"""The facts of gifts and hospitality that a text states, as SITUATIONS names them."""

import re
from decimal import Decimal

from knowledge.understanding.slots.facts_base import Said, flag, value_of
from knowledge.understanding.slots.kinds import Money
from knowledge.understanding.slots.relations import FAMILY, relation_spans
from knowledge.understanding.slots.text import left_of, plain

_PLACES = (
    "business_trip",
    "company_flat",
    "holiday",
    "institute_dinner",
    "tickets",
    "hotel",
    "meal",
    "refreshments",
    "other",
)
_NOT_OF_OFFER = re.compile(
    r"\s*(?:\w+\s+)?(?:contract|tender|framework|budget|project|application|scheme|development|grant"
    r"|salary|invoice|deposit|fine|debt|excess|deal|limit|threshold|rule|job|order|bid|extension"
    r"|works|programme|bill)s?\b",
    re.I,
)
_LIMIT_BEFORE = re.compile(
    r"\b(?:limit|threshold|rule|cap|contract|tender|budget|budgets?)\s+(?:is|of|was|for|worth|at"
    r"|over)\s*(?:about\s+)?$",
    re.I,
)
_CORRECTED = re.compile(r"\b(?:no|sorry|actually|i\s+mean|make\s+that|rather|correction|meant)\b", re.I)
_HANDED = re.compile(
    r"\b(?:gave|given?|gives|giving|slipped|handed|bunged|offer(?:ed|ing|s)?|sent|left|tipped|pressed"
    r"|passed|shoved|got|had|put|received|bung|tip|stuck|accept(?:ed)?|keep|kept|take|took|leaves|slipping|slips"
    r"|pushed|stuffed|tucked|pressing|taking|turned\s+down"
    r"|refused?|declined?|said\s+no\s+to|no\s+to|knocked\s+back)"
    r"(?:\s+(?:me|us|him|her|them|my\s+\w+|our\s+\w+|the\s+\w+|into\s+my\s+hand|in\s+my\s+hand"
    r"|over))*\s+(?:with\s+)?(?:a\s+|an\s+|the\s+|about\s+|around\s+|some\s+|that\s+)*$",
    re.I,
)
_MONEY_TAIL = re.compile(
    r"\s*(?:$|[,.;:!?)-]|(?:from|for|to|in|as|cash|note|notes|tip|and|when|because|today|yesterday"
    r"|last|this|on|so|by|at|each|i|but|again|every|he|she|they|should|can|towards|of\s+his|of\s+her"
    r"|is|was|after|if|which|who|into|in\s+an|inside|before|again|off\s+(?:an?|one|him|her|them)\b(?!\s+(?:bill"
    r"|price|next|new))|under|behind|through|every)\b)",
    re.I,
)
_PAID_CARD = re.compile(
    r"(?:£\s?\d[\d.]*|\b(?:pounds?|quid))\s+(?:(?!birthday|christmas|xmas|thank)[\w'&]+\s+){0,3}(?:card|token)\b", re.I
)
_ENCLOSED = re.compile(
    r"\s+(?:notes?\s+)?(?:tucked\s+|hidden\s+)?(?:in|inside)\s+(?:it\b|there\b|(?:an?|the|my|his"
    r"|her)\s+(?:[\w-]+\s+){0,3}"
    r"(?:card|envelope|pocket|hand)\b)",
    re.I,
)
_ENCLOSING = re.compile(r"\b(?:card|envelope)\s+(?:with|containing|and)\s+(?:an?\s+|about\s+|in\s+it\s+)*$", re.I)
_TO_FAMILY = re.compile(
    r"(?:\b(?:to|for|offered|offering|offers|offer|gave|give|given|giving|sent|send|invited|inviting"
    r"|invite|bought|built|made|knitted|baked|fixed|lent|took|taking|promised|handed|treating"
    r"|treat)\s+(?:me\s+and\s+)?)$",
    re.I,
)
_TO_THEM = re.compile(
    r"\b(?:sent|gave|given|offered|for|to)\s+(?:it\s+)?(?:to\s+)?(?:them|her|him)\s+(?:and\s+)?not\s+(?:to\s+)?me\b"
    r"|\bnot\s+(?:to\s+)?me\b",
    re.I,
)
_FAMILY_GOT = re.compile(
    r"(?:'s)?\s+(?:(?:un|one)\s+)?(?:(?:has|have|had|'s|was|were|is|are|been|being|also|just|got|get"
    r"|getting)\s+)+(?:offered"
    r"|given|sent|invited|promised|handed|bought|a\s+free|free)\b",
    re.I,
)
_ME = re.compile(
    r"\b(?:offer(?:ed|ing|s)?|gave|give|given|giving|gives|sent|send|sends|invit(?:ed|es?|ing)"
    r"|brought|bring|brings|bought|handed|slipped|left|leaves|took|take|taking|tipped|treat(?:ed"
    r"|ing)?|fly|flying|flown|promised|bunged|passed|got|made|knitted|put|paying\s+for|pay\s+for"
    r"|pressed|asked|presented|shoved)\s+me\b"
    r"|\bi(?:'ve|\s+have|\s+was|\s+had|'m|\s+am|\s+got)?\s+(?:(?:just|also|been|being|got|now"
    r"|recently|kindly)\s+)*(?:been\s+)?(?:offered|given|invited|handed|sent|tipped|promised)\b"
    r"|^\s*(?:(?:just|been|got|was|being|have|ive)\s+)+(?:offered|given|invited|handed|sent)\b",
    re.I,
)


def value(said: Said) -> Decimal | None:
    """Pounds for the whole of what was offered; None for a range, a bare price per head, or amounts that disagree."""
    text = plain(said.text)
    own = [
        one
        for one in said.mentions.money
        if not _NOT_OF_OFFER.match(text, one.end) and not _LIMIT_BEFORE.search(left_of(text, one.start))
    ]
    if any(one.total is None for one in own):
        return None
    totals = list(dict.fromkeys(one.total for one in own if one.total is not None))
    if len(totals) == 1:
        return totals[0]
    return totals[-1] if len(totals) > 1 and _CORRECTED.search(text[own[0].end : own[-1].start]) else None


def form(said: Said) -> str | None:
    """``money`` for cash and its like, also where an amount itself was handed over; else promotional, else goods."""
    forms = {one.value for one in said.tags("form") if one.value == "goods" or not one.negated}
    text = plain(said.text)
    if _WITH_A_LOGO.search(text):
        forms.add("promotional")
    if "money" in forms or _PAID_CARD.search(text) or any(_handed(text, one) for one in said.mentions.money):
        return "money"
    return next((one for one in ("promotional", "goods") if one in forms), None)


def _handed(text: str, one: Money) -> bool:
    left = left_of(text, one.start)
    if _ENCLOSED.match(text, one.end) or _ENCLOSING.search(left):
        return True
    return bool(_HANDED.search(left) and _MONEY_TAIL.match(text, one.end))


_WITH_A_LOGO = re.compile(r"\b(?:logo|branding|company\s+name|firm'?s\s+name)\s+(?:on|all\s+over)\b|\bbranded\b", re.I)


def token(said: Said) -> bool | None:
    """True only where the text calls it trivial or it is a branded give-away; False over the Code's amount."""
    stated, worth = flag(said, "token"), value(said)
    if form(said) == "money":
        return None
    if worth is not None and worth > said.reason_over():
        return False
    return stated


def recipient(said: Said) -> str | None:
    """``family`` where it was offered to one of the person's family alone, ``self`` where "me" took it; else None."""
    text = plain(said.text)
    if _TO_THEM.search(text) and any(kind in FAMILY for kind, _, _ in relation_spans(text)):
        return "family"
    if _ME.search(text):
        return "self"
    for kind, start, end in relation_spans(text):
        if kind in FAMILY and not re.match(r"'s?(?!\w)(?!\s+(?:been|just|got|had|being)\b)", text[end:]):
            if _TO_FAMILY.search(left_of(text, start)) or _FAMILY_GOT.match(text, end):
                return "family"
    return None


def wants_to_accept(said: Said) -> bool | None:
    """What the person did or wants; a question ("can I keep it?") is neither."""
    if said.tags("accept_question"):
        return None
    stated, text = flag(said, "wants_to_accept"), plain(said.text)
    if stated is None and bool(_SAYS_NO.search(text)) != bool(_SAYS_YES.search(text)):
        return bool(_SAYS_YES.search(text))
    return stated


_SAYS_YES = re.compile(
    r"\b(?:i'?d|i\s+would|would|i\s+do|i|we'?d|and)\s+(?:really\s+|quite\s+|rather\s+|dearly\s+|so\s+)?(?:love|like"
    r"|fancy|want|wish)\s+"
    r"(?:to\s+)?(?:keep|keeping|accept|go|going|take|taking|have|having|say\s+yes|attend|hang\s+on)"
    r"|\bso\s+yes\s+please\b|\bi'?d\s+(?:quite\s+|really\s+)?(?:like|love)\s+(?:it|them|one)\b"
    r"|\bdead\s+keen\b"
    r"|\bdon'?t\s+want\s+to\s+(?:turn|send|give)\s+(?:it|them)\b",
    re.I,
)
_SAYS_NO = re.compile(
    r"\b(?:said|saying)\s+no\b|\b(?:told|tell)\s+(?:him|her|them)\s+no\b|\b(?:send|sending"
    r"|(?<!if i )sent|giving|(?<!if i )gave|handing"
    r"|handed|take|taking|took)\s+"
    r"(?:it|them)\s+(?:straight\s+|right\s+)?back\b|\b(?:didn'?t|did\s+not|won'?t|wouldn'?t|not\s+going\s+to"
    r"|not\s+gonna)\s+(?:take|accept|keep|touch|go)\b"
    r"|\bknock(?:ed|ing)\s+(?:it|them)\s+back\b|\b(?:don'?t|do\s+not)\s+(?:really\s+)?want\s+(?:it|them|owt|any)\b"
    r"|\bpassed\s+on\s+it\b|\bnot\s+having\s+it\b",
    re.I,
)


_SUITE = re.compile(r"\bhotel(?:'s)?\s+suite\b|\bsuite\s+(?:at|in)\b", re.I)
_BODY_DINNER = re.compile(
    r"\b(?:institut(?:e|ion)|society|chartered|royal college)\b[^.;!?]{0,60}\b(?:dinner|lunch|ball)\b|\b(?:dinner"
    r"|lunch|ball)\b[^.;!?]{0,30}\b(?:professional )?(?:institute|institution|chartered)\b",
    re.I,
)


_VILLA = re.compile(
    r"\b(?:villa|holiday\s+home|caravan|place\s+in\s+(?:spain|france|tenerife|portugal))\b|\b(?:week|weekend"
    r"|fortnight)\s+(?:away|in\s+the\s+sun)\b",
    re.I,
)
_FIRMS_PLACE = re.compile(
    r"\b(?:firm|company|business|agency)(?:['’]?s)?\s+(?:own\s+)?(?:\w+\s+)?(?:flat|apartment|penthouse)\b", re.I
)
_BUTTY = re.compile(
    r"\b(?:brew|cuppa|tea|coffee)\b[^.;!?]{0,25}\b(?:butty|roll|barm|sandwich|cake|biscuits?|bun)\b", re.I
)


def what(said: Said) -> str | None:
    """The kind of hospitality; of several the one the rules treat first."""
    kinds = {one.value for one in said.tags("what") if not one.negated}
    if _VILLA.search(plain(said.text)):
        kinds = kinds - {"business_trip", "hotel"} | {"holiday"}
    if _BUTTY.search(plain(said.text)):
        kinds = kinds - {"meal"} | {"refreshments"}
    if _FIRMS_PLACE.search(plain(said.text)):
        kinds.add("company_flat")
    if "hotel" in kinds and _SUITE.search(said.text):
        kinds.add("company_flat")
    if "meal" in kinds and _BODY_DINNER.search(said.text):
        kinds.add("institute_dinner")
    if (
        "meal" in kinds
        and "hotel" in kinds
        and re.search(r"\b(?:lunch|dinner|meal|breakfast|tea)\s+(?:at|in)\s+(?:a|the)\b", said.text, re.I)
    ):
        kinds.discard("hotel")
    return next((one for one in _PLACES if one in kinds), None)


def regular(said: Said) -> bool | None:
    """Whether the giver does so again and again, as said."""
    stated = flag(said, "regular")
    return False if stated is None and _FIRST_TIME.search(plain(said.text)) else stated


_LETS = re.compile(
    r"\bi(?:'?m|\s+am|\s+sit)\s+on\s+the\s+(?:evaluation|scoring|tender|bid|award|procurement)\s+panel\b"
    r"|\bone\s+of\s+the\s+(?:\w+\s+)?(?:scoring|judging|marking|deciding|picking)\b|\b(?:i'?ve|i\s+have"
    r"|got)\s+a\s+say\s+in\s+who\s+(?:gets|wins)\b|"
    r"\bi(?:'?m|\s+am)\s+(?:the\s+)?(?:(?:one|officer|person)\s+)?(?:who\s+|that\s+)?(?:lets?|letting|award(?:s|ing)?|scor(?:es?|ing)|judg(?:es?"
    r"|ing)|pick(?:s|ing)?|choos(?:es?|ing)|evaluat\w+)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:contracts?|tenders?|bids?)\b"
    r"|\b(?:in\s+(?:the\s+)?middle\s+of|busy)\s+(?:scoring|marking|evaluating|letting)\b|\bi\s+(?:let|award|score"
    r"|evaluate)\s+(?:the|our|all)\s+[^.;]{0,20}(?:contracts?|tenders?|bids?)\b",
    re.I,
)
_FIRST_TIME = re.compile(
    r"\b(?:first\s+time|one[- ]off|just\s+the\s+once|n[o]wt\s+regular|not\s+(?:a\s+)?regular|only\s+the\s+once"
    r"|never\s+(?:been|had|done|happened|given|sent"
    r"|got)\b[^.;!?]{0,30}\bbefore|never\s+had\s+(?:owt|anything|a\s+thing)\s+(?:off|from))\b",
    re.I,
)


def letting_contract(said: Said) -> bool | None:
    """Whether the person has a part in letting the contract, as said."""
    stated = flag(said, "letting_contract")
    return True if stated is None and _LETS.search(plain(said.text)) else stated


def purchasing(said: Said) -> bool | None:
    """Whether the person orders or buys for the council, as said."""
    return flag(said, "purchasing")


def council_sponsored(said: Said) -> bool | None:
    """Whether the council pays towards the event, as said."""
    return flag(said, "council_sponsored")


def in_doubt(said: Said) -> bool | None:
    """Whether the person doubts that it is right, as said."""
    return True if _UNEASY.search(plain(said.text)) else flag(said, "in_doubt")


_UNEASY = re.compile(
    r"\b(?:got|have)\s+a\s+(?:bad\s+)?feeling\s+(?:i\s+shouldn'?t|it'?s\s+not)|\bdoesn'?t\s+(?:feel|sit)\s+right\b"
    r"|\bsmells\s+(?:a\s+bit\s+)?(?:off|wrong)\b",
    re.I,
)


def item(said: Said) -> str | None:
    """What was offered, as said."""
    return value_of(said.mentions.things)
