"""The facts of enquiries by the media and of aggression from the public, as SITUATIONS names them."""

import re

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.text import plain

_OUTLET = re.compile(
    r"\b(?P<name>(?:the\s+)?(?:BBC(?:\s+(?:Wales|Cymru|News|Radio))?|ITV|S4C|Channel\s+[45]|Sky(?:\s+News)?"
    r"|(?:(?:Evening|Western|Daily|Sunday|South\s+Wales|Swansea|Neath|Port\s+Talbot)\s+)*(?:Guardian|Mail|Sun|Mirror"
    r"|Echo"
    r"|Post|Times|Gazette|Herald|Argus|Telegraph)|WalesOnline|Wales\s+Online|Radio\s+(?!\b(?:has|have|is|are|was"
    r"|rang|want|wants|called)\b)[\w]+|\w+\s+FM|[Ll]ocal\s+(?:radio|paper|rag|newspaper|press)"
    r"|community\s+magazine|news\s+website))\b"
    r"|\b(?P<who>(?:an?|the|some)\s+(?:\w+\s+)?(?:reporter|journali?st|jornalist|journo|blogger|podcast\s+host"
    r"|documentary\s+maker"
    r"|(?:tv|television)\s+researcher|camera\s+crew|newspaper|photographer))\b",
    re.I,
)
_EMPLOYEE = re.compile(
    r"\b(?:(?:manager|head|teacher|officer|director|boss)(?:'s|\s+has|\s+is)?\s+(?:gone|left|off|going)|suspend\w*"
    r"|sacked|the\s+sack|dismiss\w*|off\s+work|arrested|been\s+charged|disciplin\w+"
    r"|(?:about|on|asking\s+about|dirt\s+on)\s+(?:a|an|my|our|the|one\s+of\s+(?:my|our|the))\s+(?:\w+\s+)?"
    r"(?:colleagues?|boss|manager|staff|members?\s+of\s+staff|employees?|social\s+worker|teacher|head\s?teacher"
    r"|officer)"
    r"|colleague's|member\s+of\s+staff)\b",
    re.I,
)
_PRIVATE = re.compile(
    r"\b(?:(?:nothing|nowt|nothin)\s+to\s+do\s+w(?:i|ith?)?\s+work"
    r"|my\s+hobby|not\s+(?:about\s+)?work|nothing\s+to\s+do\s+with\s+(?:work|the\s+council))\b",
    re.I,
)
_BUSINESS = re.compile(
    r"\b(?:bus\s+cuts|cuts\s+to|closures?|road|bypass|raid|fake\s+vapes|council\s+tax|strike|contract|bins?|recycling"
    r"|roadworks|flooding|gritting|planning\s+row|playground|council\s+cuts"
    r"|merger|depot|library|parks?|our\s+new|schools?|care\s+home|the\s+home\s+closing|council\s+(?:business"
    r"|services?))\b",
    re.I,
)
_AUTHORISED = (
    (
        re.compile(
            r"\bunion(?:'s)?\s+(?:authori[sz]ed\s+|official\s+)?(?:spokes\w+|rep\w*)\b|\b(?:branch"
            r"|union)\s+secretary\b|\b(?:unison|unite|gmb|nasuwt|neu)\s+(?:rep|branch|official)\b",
            re.I,
        ),
        "union",
    ),
    (
        re.compile(
            r"\b(?:not|never|n't|nobody|without\s+being)\s+(?:\w+\s+)?authori[sz]ed\b|\b(?:nobody"
            r"|no\s+one)(?:\s+has|['’]s)?\s+(?:said|told\s+me)\s+i\s+c(?:ould|an)\b|\b(?:not|never|n't)\s+been\s+(?:told|given"
            r"|cleared)\b"
            r"|\bwithout\s+(?:asking|checking|telling)\b|\b(?:didn'?t|never|haven'?t|hadn'?t)\s+(?:ask(?:ed)?"
            r"|check(?:ed)?|clear(?:ed)?)\b",
            re.I,
        ),
        "no",
    ),
    (
        re.compile(
            r"\b(?:comms|communications|press\s+office|pr|(?:my\s+)?(?:manager|boss|gaffer|director)"
            r"|head\s+of\s+\w+)\s+(?:team\s+)?(?:have\s+|has\s+|'ve\s+|'s\s+)?(?:\w+\s+)?"
            r"(?:ok(?:ay)?(?:'?e?d)?|cleared|said\s+(?:yes|i\s+c(?:an|ould)|it'?s\s+(?:ok|fine))|agreed|approved"
            r"|signed\s+(?:it\s+)?off|given\s+me\s+the\s+(?:ok|nod|go))\b",
            re.I,
        ),
        "specific",
    ),
    (re.compile(r"\bauthori[sz]ed\s+(?:me\s+)?to\s+(?:talk|speak|comment)\b[^.]*\b(?:about|on)\b", re.I), "specific"),
    (
        re.compile(
            r"\b(?:i'm|i\s+am)\s+(?:the|our|a|an\s+authori[sz]ed)\s+(?:\w+\s+)?spokes\w+|\balways\s+cleared\s+to\b",
            re.I,
        ),
        "general",
    ),
)
_VIOLENCE = re.compile(
    r"\b(?:threat\w*|sw[eo]re|sworn|push\w*|shov\w*|threw|thrown|chucked|pelted|spat|punch\w*|kick\w*|grab\w*"
    r"|slap\w*|hit|bit|bitten"
    r"|scratch\w*|attack\w*|assault\w*|follow\w*|shout\w*|scream\w*|abus\w*|smash\w*|lash\w*|square\w*\s+up|knife"
    r"|pulled\s+on"
    r"|went\s+(?:for|berserk)|kick\w*\s+off|set\s+his\s+dog|run\s+me\s+over|stupid\s+cow|every\s+name"
    r"|knows?\s+where\s+i\s+live"
    r"|burn\s+my|harass\w*|intimidat\w*|racist|racial\w*|sexual\s+remarks|barged|hammer|raised\s+his\s+fist"
    r"|called\s+me)\b",
    re.I,
)
_HURT = re.compile(
    r"\bgot\s+bit\b|\b(?:had\s+to\s+go\s+(?:to\s+)?|went\s+to\s+|in\s+)(?:a\s?&\s?e|a\s+and\s+e|hospital|casualty)\b"
    r"|\b(?:split|cut|burst|fat|bust(?:ed)?|bloody)\s+(?:lip|nose|head|eyebrow|hand)\b"
    r"|\b(?:a\s+bit\s+of\s+a\s+)?burn(?:ed|t)?\b|\b(?:scalded|bitten|bit\s+me|punched|black\s+eye|bruis\w*|bleeding"
    r"|broke\s+my|stabbed|stitches|i'm\s+hurt|was\s+hurt|injured|(?:cut|hurt|broke|twisted|sprained|bashed"
    r"|scratched)\s+(?:my|me)\s+\w+"
    r"|(?:my|me)\s+(?:arm|hand|head|face|leg|nose|lip|eye|back|wrist)(?:'s|\s+is|\s+was)\s+(?:cut|bleeding|swollen"
    r"|sore)"
    r"|knocked\s+(?:out|down|over))\b",
    re.I,
)
_UNHURT = re.compile(
    r"\b(?:not|n't|nobody(?:\s+was)?|no\s+one(?:\s+was)?)\s+(?:been\s+)?(?:hurt|injured)\b|\bunhurt\b"
    r"|\bi(?:'?m| am)\s+(?:fine|ok(?:ay)?|all\s?right|alright|not\s+hurt)\b|\bno\s+harm\s+done\b|\bnot\s+a\s+scratch\b",
    re.I,
)
_NO_PLACE = re.compile(r"^(?:by|from|off|under|out\s+of|in\s+(?:my|our|his|her)\s+face)\b", re.I)
_PLACE_ENDS = re.compile(
    r"\s+(?:shouted|grabbed|went|kicked|swore|threw|threatened|by|and|from|pushed|was|who|because|when)\b.*$", re.I
)
_TELLS = 5


def outlet(said: Said) -> str | None:
    """Who got in touch: the paper or station where it is named, else what they are."""
    found = list(_OUTLET.finditer(plain(said.text)))
    named = next((m["name"] for m in found if m["name"]), None)
    return named or next((m["who"] for m in found), None)


def about(said: Said) -> str | None:
    """``employee_position`` where an employee's position is asked about, whatever else is."""
    text = plain(said.text)
    if _EMPLOYEE.search(text):
        return "employee_position"
    if _PRIVATE.search(text):
        return "other"
    return "council_business" if _BUSINESS.search(text) else None


def authorised(said: Said) -> str | None:
    """What the person says of being authorised to speak."""
    text = plain(said.text)
    if said.mentions.question or text.rstrip().endswith("?"):
        return None
    return next((value for pattern, value in _AUTHORISED if pattern.search(text)), None)


def what_happened(said: Said) -> str | None:
    """The text itself where it tells what was done, rather than that something was."""
    text = said.text.strip().rstrip(".")
    tells = _VIOLENCE.search(plain(text)) and len(text.split()) >= _TELLS and not said.mentions.question
    return text if tells else None


def injured(said: Said) -> bool | None:
    """Whether the person was hurt: a bite, a blow or a bruise says so, a shove does not."""
    text = plain(said.text)
    if _UNHURT.search(text):
        return False
    return True if _HURT.search(text) else None


def where(said: Said) -> str | None:
    """The place, without those who were there."""
    place = said.mentions.place
    if not place or _NO_PLACE.match(place):
        return None
    return _PLACE_ENDS.sub("", place)
