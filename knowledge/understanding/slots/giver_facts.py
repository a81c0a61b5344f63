"""Who offers it, and what they are to the council, as a text states it and SITUATIONS names it."""

import re

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.parties import giver_words
from knowledge.understanding.slots.text import left_of, plain

_SERVES_US = re.compile(
    r"\b(?:company|firm|people|lot|architects|consultants|crowd|place|outfit|suppliers?)\s+(?:that\s+"
    r"|who\s+)?we\s+(?:lease|buy|hire|rent|use|get)\b"
    r"|\bour\s+(?:stationery|cleaning|photocopier|uniform|printing|software|it|catering|roofing|boiler|waste"
    r"|security)\s+(?:people|lot|firm|company|crowd)\b|"
    r"\bwe\s+(?:already\s+|always\s+)?(?:buy|get|hire|order)\s+(?:[^.,;]{2,25}\s+)?(?:from|off)\b|\b(?:at"
    r"|from)\s+(?:the|our|a)\s+suppliers?\b"
    r"|\b(?:(?:firm|company|lot|people|outfit|bloke|chap|man|woman|lady|lad|guy|one|crew|team|contractor"
    r"|they)\s+(?:that|who|wot|which|what)"
    r"(?:'s|\s+(?:already|currently))?\s+(?:does?|do|cuts?|cleans?|supplies|supply|fits?|services?|mends?|runs?"
    r"|prints?|delivers?|maintains?|empties)"
    r"\s+(?:all\s+)?our|we\s+(?:buy|get|hire|order)\s+[^.,;]{2,25}\s+(?:from|off)\s+(?:them|him|her)"
    r"|our\s+(?:\w+\s+){0,2}?"
    r"(?:supplier|contractor|provider|caterers?|cleaners|printers)|i\s+(?:sign|pass|approve"
    r"|pay)\s+(?:off\s+)?their\s+invoices)\b",
    re.I,
)
_AFTER_WORK = re.compile(
    r"\b(?:after|want(?:s|ing)?|chasing|angling\s+for|sniffing\s+(?:round|around))\s+(?:our|the\s+council'?s"
    r"|some\s+of\s+our|council)\s+(?:custom|business|work|contract|trade)"
    r"|\bwho'?s\s+(?:bidding|tendering|pitching|quoting)\b|\b(?:is|are|'s)\s+(?:up|in)\s+for\s+(?:a|the"
    r"|our)\s+(?:\w+\s+)?(?:contract|tender|job)\b",
    re.I,
)
_WANTS_LEAVE = re.compile(
    r"\bwho(?:'s|\s+is)?\s+(?:waiting\s+on|wants)\s+(?:his|her|their|the)\s+(?:planning|extension|licen[cs]e"
    r"|application|permit)\b"
    r"|"
    r"\b(?:planning\s+app|application|licen[cs]e|permit|appeal|grant\s+claim)\w*\s+(?:is\s+|'s\s+)?(?:on\s+my\s+desk"
    r"|with\s+(?:us|me)|i'?m\s+(?:dealing|handling)|pending|in\s+with)"
    r"|\bwaiting\s+on\s+(?:us|me)\s+for\b|\bwaiting\s+(?:for|on)\s+(?:a|the|his|her|their|our"
    r"|my)\s+(?:\w+\s+)?(?:licen[cs]e|decision|permit|permission)|"
    r"\bwants?\s+(?:his|her|their|the)\s+[\w\s]{2,25}\s+(?:turned\s+into|converted|knocked\s+down|extended|approved"
    r"|licen[cs]ed)\b"
    r"|\b(?:applicant|applied\s+(?:to\s+us|for\s+(?:planning|a\s+licen[cs]e))|(?:extension|application|plans?"
    r"|licen[cs]e)\s+(?:is\s+)?going\s+to\s+committee)\b",
    re.I,
)
_LOOKED_AFTER = re.compile(
    r"\bon\s+my\s+(?:caseload|round|run|books)\b|\bat\s+(?:the|our|my)\s+day\s+(?:centre|service)\b"
    r"|\b(?:lady|fella|man|gentleman|woman|bloke|family|chap|lass)\s+(?:that\s+|who\s+)?i\s+(?:do|clean|cook|shop|care"
    r"|look)\b",
    re.I,
)
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


def giver_relation(said: Said) -> str | None:
    """What the giver is to the council, first from his own description, then from what the text says of him."""
    described = giver_words(said.text)
    at = plain(said.text).find(described) if described else -1
    near = {
        one.group for one in said.mentions.tags if at >= 0 and at <= one.start < at + len(described) and not one.negated
    }
    anywhere = {one.group for one in said.mentions.tags if one.value == "true" and not one.negated}
    if not {"seeking_business", "decision_applicant"} & anywhere and _AFTER_WORK.search(plain(said.text)):
        return "seeking_business"
    if not {"seeking_business", "decision_applicant"} & anywhere and _WANTS_LEAVE.search(plain(said.text)):
        return "decision_applicant"
    if "seeking_business" in anywhere or "decision_applicant" in anywhere:
        return "seeking_business" if "seeking_business" in anywhere else "decision_applicant"
    for kind, group in (("service_user", "service_user"), ("supplier", "supplier"), ("other", "other_giver")):
        if group in near:
            return kind
    if "supplier" in anywhere and _claims_supplier(said) or _SERVES_US.search(plain(said.text)):
        return "supplier"
    looked_after = "service_user" in anywhere and not described or _LOOKED_AFTER.search(plain(said.text))
    return "service_user" if looked_after else None


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


def giver(said: Said) -> str | None:
    """The giver as said; one who is only named as who acts: "the uniform supplier says I can ..."."""
    named = said.mentions.giver
    if named and named.casefold() not in _NO_GIVER:
        return named
    found = _ACTS.search(plain(said.text))
    return found["np"].strip() if found else None
