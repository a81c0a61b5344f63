"""The facts of gifts and hospitality that a text states, as SITUATIONS names them."""

import re
from decimal import Decimal

from knowledge.understanding.slots.facts_base import Said, flag, value_of
from knowledge.understanding.slots.kinds import Money
from knowledge.understanding.slots.parties import giver_words
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


def giver_relation(said: Said) -> str | None:
    """What the giver is to the council, first from his own description, then from what the text says of him."""
    described = giver_words(said.text)
    at = plain(said.text).find(described) if described else -1
    near = {
        one.group for one in said.mentions.tags if at >= 0 and at <= one.start < at + len(described) and not one.negated
    }
    anywhere = {one.group for one in said.mentions.tags if one.value == "true" and not one.negated}
    if not {"seeking_business", "decision_applicant"} & anywhere and _WANTS_LEAVE.search(plain(said.text)):
        return "decision_applicant"
    if "seeking_business" in anywhere or "decision_applicant" in anywhere:
        return "seeking_business" if "seeking_business" in anywhere else "decision_applicant"
    for kind, group in (("service_user", "service_user"), ("supplier", "supplier"), ("other", "other_giver")):
        if group in near:
            return kind
    if "supplier" in anywhere and _claims_supplier(said) or _SERVES_US.search(plain(said.text)):
        return "supplier"
    return "service_user" if "service_user" in anywhere and not described else None


_SERVES_US = re.compile(
    r"\b(?:(?:firm|company|lot|people|outfit|bloke|chap|man|woman|lady|lad|guy|one|crew|team|contractor"
    r"|they)\s+(?:that|who|wot|which|what)"
    r"(?:'s|\s+(?:already|currently))?\s+(?:does?|do|cuts?|cleans?|supplies|supply|fits?|services?|mends?|runs?"
    r"|prints?|delivers?|maintains?|empties)"
    r"\s+(?:all\s+)?our|we\s+(?:buy|get|hire|order)\s+[^.,;]{2,25}\s+(?:from|off)\s+(?:them|him|her)"
    r"|our\s+(?:\w+\s+){0,2}?"
    r"(?:supplier|contractor|provider|caterers?|cleaners|printers)|i\s+(?:sign|pass|approve"
    r"|pay)\s+(?:off\s+)?their\s+invoices)\b",
    re.I,
)


_WANTS_LEAVE = re.compile(
    r"\bwants?\s+(?:his|her|their|the)\s+[\w\s]{2,25}\s+(?:turned\s+into|converted|knocked\s+down|extended|approved"
    r"|licen[cs]ed)\b"
    r"|\b(?:applicant|applied\s+(?:to\s+us|for\s+(?:planning|a\s+licen[cs]e))|(?:extension|application|plans?"
    r"|licen[cs]e)\s+(?:is\s+)?going\s+to\s+committee)\b",
    re.I,
)


def _claims_supplier(said: Said) -> bool:
    text = plain(said.text)
    return any(
        one.group == "supplier"
        and re.search(
            r"(?:\b(?:they|he|she|who|which|it|'re|are|is|our|current|existing|a|an)\s*)$",
            left_of(text, one.start),
            re.I,
        )
        for one in said.mentions.tags
    )


def recipient(said: Said) -> str | None:
    """``family`` where it was offered to one of the person's family alone, ``self`` where "me" took it; else None."""
    text = plain(said.text)
    if _ME.search(text):
        return "self"
    for kind, start, end in relation_spans(text):
        if kind in FAMILY and not re.match(r"'s?(?!\w)(?!\s+(?:been|just|got|had|being)\b)", text[end:]):
            if _TO_FAMILY.search(left_of(text, start)) or _FAMILY_GOT.match(text, end):
                return "family"
    return None


def wants_to_accept(said: Said) -> bool | None:
    """What the person did or wants; a question ("can I keep it?") is neither."""
    return None if said.tags("accept_question") else flag(said, "wants_to_accept")


_SUITE = re.compile(r"\bhotel(?:'s)?\s+suite\b|\bsuite\s+(?:at|in)\b", re.I)
_BODY_DINNER = re.compile(
    r"\b(?:institut(?:e|ion)|society|chartered|royal college)\b(?:\s+\S+){0,5}\s+(?:dinner|lunch|ball)\b", re.I
)


def what(said: Said) -> str | None:
    """The kind of hospitality; of several the one the rules treat first."""
    kinds = {one.value for one in said.tags("what") if not one.negated}
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
    return flag(said, "regular")


def letting_contract(said: Said) -> bool | None:
    """Whether the person has a part in letting the contract, as said."""
    return flag(said, "letting_contract")


def purchasing(said: Said) -> bool | None:
    """Whether the person orders or buys for the council, as said."""
    return flag(said, "purchasing")


def council_sponsored(said: Said) -> bool | None:
    """Whether the council pays towards the event, as said."""
    return flag(said, "council_sponsored")


def in_doubt(said: Said) -> bool | None:
    """Whether the person doubts that it is right, as said."""
    return flag(said, "in_doubt")


_NO_GIVER = frozenset({"didnt", "theyd", "they're", "theyre", "dont", "ive", "im", "wont", "still", "its"})
_HEADS = (
    r"(?:firm|company|supplier|rep|contractor|consultants?|developer|merchant|institute|resident|lass|lad|bloke|lady"
    r"|gent|man"
    r"|woman|boy|girl|couple|family|customer|client|tenant|landlord|agency|bank|club|charity|builder|salesman|dealer"
    r"|vendor"
    r"|agent|manufacturer|distributor|wholesaler|shop|garage|university|foundation|pensioner|neighbour|parents?|mum"
    r"|dad|nan)"
)
_ACTS = re.compile(
    rf"(?:^|[,.;:]\s*|\b(?:that|an?|the|our|this|one of the|some)\s+)(?P<np>"
    rf"(?:(?!(?:i|we|you|me|us|of|from|to|for|by|my|it)\b)[\w&'-]+\s+){{0,3}}?{_HEADS})(?:\s+(?:at|from"
    rf"|on)\s+(?:my\s+|the\s+|number\s+)?[\w-]+(?:\s+(?:round|street))?)?"
    r"(?:'s\s+(?:got|offered|given|asked|sent)|\s+(?:has|have|says?|said|wants?|wanted|offered|offers|offering|asked"
    r"|tried|keeps?"
    r"|sent|got|gave|running|wot|who|just|bought|is\s+(?:offering|giving|running)|was\s+so|put|left|dropped|handed))\b",
    re.I,
)


def giver(said: Said) -> str | None:
    """The giver as said; one who is only named as who acts: "the uniform supplier says I can ..."."""
    named = said.mentions.giver
    if named and named.casefold() not in _NO_GIVER:
        return named
    found = _ACTS.search(plain(said.text))
    return found["np"].strip() if found else None


def item(said: Said) -> str | None:
    """What was offered, as said."""
    return value_of(said.mentions.things)
