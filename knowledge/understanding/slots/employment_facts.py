"""The facts of additional employment that a text states, as SITUATIONS names them."""

import re

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.hours import find_total_hours
from knowledge.understanding.slots.text import plain

_NO_PART = (
    r"(?!(?:offered|offer|some|doing|do|up|on|a|an|the|my|to|take|taking|got|get|started|start|want|wants|wanted"
    r"|been|another"
    r"|second|of|for|have|thinking|about|i|me|this|that|extra|additional|other|more|any|both|new|same)\b)"
)
_WORK = re.compile(
    rf"\b(?P<work>(?:{_NO_PART}[a-z][\w-]*\s+){{1,3}}"
    r"(?:work|job|shifts?|business|driving|teaching|tutoring|cleaning|consultancy))\b",
    re.I,
)
_DOING = re.compile(
    r"\b(?:to|start|starting|started|do|doing|some|by|weekend|evening)\s+"
    r"(?P<work>(?:bar\s?tending|tutoring|deliver\w*(?:\s+\w+)?|babysitting|driving\s+(?:a\s+)?\w+|dog[- ]walking"
    r"|cleaning|gardening|teaching(?:\s+\w+)?|freelanc\w+|consultancy|selling(?:\s+\w+){1,3}|coaching(?:\s+\w+)?"
    r"|childminding"
    r"|dj-?ing|photography|tutor(?:ing)?\s+\w+(?:\s+\w+)?|night\s+security|security|deliveroo|uber(?:\s+eats)?"
    r"|taxi\w*|bar\s+work|child\s?minding|plastering|decorating"
    r"|hairdressing|nails|stewarding|refereeing|caring|translating|proof-?reading|book-?keeping|cake\s+making|baking"
    r"|markets?))\b"
    r"|\b(?P<behind>behind\s+(?:the|a)\s+bar)\b"
    r"|\b(?:as|up\s+as|being|be)\s+an?\s+(?:part[- ]time\s+|self[- ]employed\s+|freelance\s+|weekend\s+)?"
    r"(?P<trade>(?:\w+\s+)?(?:consultant|tutor|driver|steward|cleaner|carer|waitress|waiter|barman|barmaid"
    r"|instructor|coach|trainer"
    r"|photographer|referee|doorman|bouncer|gardener|electrician|plumber|decorator|plasterer|translator|teacher|chef"
    r"|cook|hairdresser|labourer|dj))\b",
    re.I,
)
_AT = r"(?:at|for|with)"
_EMPLOYER = re.compile(
    r"\b(?:work(?:ing)?|job|shifts?|hours|role|position|driving|deliver\w*|teaching|tutoring|cleaning|evenings"
    r"|weekends|nights)"
    rf"\s+(?:\w+\s+)?{_AT}\s+(?P<name>(?:the\s+)?[A-Z][\w&'-]*(?:\s+(?:(?:&|and|of)\s+)?[A-Z][\w&'-]*){{0,4}}"
    r"|(?:a|an|the|my)\s+(?:local\s+)?[a-z][\w'-]*(?:\s+(?:centre|shop|club|firm|agency|home|company))?)"
)
_AT_A_NAME = re.compile(rf"\b{_AT}\s+(?P<name>(?:the\s+)?[A-Z][\w&'-]*(?:\s+(?:(?:&|and|of)\s+)?[A-Z][\w&'-]*){{0,4}})")
_OFFERS_WORK = re.compile(
    r"(?:^|[.,;!?]\s*|\b(?:and|but|that)\s+)(?P<name>(?:the\s+)?[A-Z][\w&'-]*(?:\s+[A-Z][\w&'-]*){0,3})\s+"
    r"(?:have|has|'ve|'s|are|is|want|wants|will)\s+(?:just\s+)?(?:give|given|offered|giving|offering|asked|taken|me\b)"
)
_CHAIN = re.compile(
    r"\b(?P<name>deliveroo|uber(?: eats)?|just eat|tesco|asda|aldi|lidl|sainsbury'?s|morrisons|amazon|b&q|greggs"
    r"|mcdonald'?s|wetherspoons?|spoons"
    r"|argos|screwfix|costa|starbucks|nando'?s|dominos|evri|dpd|royal mail|avon)\b",
    re.I,
)
_NO_EMPLOYER = re.compile(r"\b(?:for\s+myself|self[- ]employed|own\s+business|my\s+own\s+(?:company|firm))\b", re.I)
_NOT_AN_EMPLOYER = re.compile(
    r"^(?:the\s+(?:weekend|weekends|evening|evenings|summer|council|moment|same|side)|a\s+(?:few|couple|bit|while"
    r"|month|week)|Saturday|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Christmas)\b",
    re.I,
)


_CLASH = re.compile(
    r"\b(?:argues?|appeals?|acts?|works?)\s+against\s+(?:our|the\s+council'?s)\b|"
    r"\ba?\s*bit\s+of\s+a\s+clash\b|\bfirm\s+(?:that\s+)?i\s+(?:inspect|licence|license|monitor)"
    r"|\b(?:clash(?:es)?\s+with|conflicts?\s+(?:of\s+interest\s+)?with|compet(?:e|ing|ition)\s+with"
    r"|(?:up\s+)?against\s+(?:my|our)\s+(?:own\s+)?(?:team|service|department)"
    r"|same\s+(?:clients|customers|people)\s+(?:as\s+)?(?:i|we)\s+(?:see|deal|work)|would\s+conflict"
    r"|a\s+conflict\s+of\s+interest"
    r"|(?:they|it|who)\s+(?:bids?|tenders?|works?)\s+for\s+(?:the|our)\s+council)\b",
    re.I,
)
_NO_CLASH = re.compile(
    r"\b(?:no|not\s+(?:a|any)|doesn'?t|don'?t|won'?t|wouldn'?t|wont|without(?:\s+a)?|isn'?t\s+a)\s+(?:conflict|clash)"
    r"|\bnothing\s+to\s+do\s+w(?:ith|i)\s+(?:my\s+job|what\s+i\s+do|the\s+council|my\s+work)\b",
    re.I,
)
_RISK = re.compile(
    r"\b(?:doc(?:tor)?|gp|physio)\s+(?:says|said|reckons)\b|\bdo\s+my\s+(?:back|knees?|head)\s+in\b|"
    r"\b(?:risk\s+to\s+(?:my|me)\s+health|(?:bad|not\s+good)\s+for\s+(?:my|me)\s+health|health\s+(?:risk"
    r"|and\s+safety\s+risk)|(?:make|making)\s+me\s+ill"
    r"|(?:i'?d|i\s+would|i'?ll)\s+be\s+(?:shattered|knackered|exhausted|dead\s+on\s+my\s+feet|worn\s+out)|(?:only"
    r"|just)\s+(?:\w+\s+)?(?:hours?|hrs)\s+sleep"
    r"|no\s+sleep|(?:bad|dodgy)\s+(?:back|heart)|doctor\s+(?:says|said|warned))\b",
    re.I,
)
_NO_RISK = re.compile(
    r"\bno\s+(?:health\s+risk|risk\s+to\s+(?:my|me)\s+health)|\bwon'?t\s+affect\s+my\s+health\b", re.I
)


def conflict(said: Said) -> bool | None:
    """Whether it would conflict with the council's interests, as said."""
    text = plain(said.text)
    return False if _NO_CLASH.search(text) else True if _CLASH.search(text) else None


_TIRED = re.compile(
    r"\b(?:late\s+(?:in|here|for\s+work)|too\s+tired|knackered\s+(?:at|for|in)|miss(?:ing)?\s+(?:shifts|work)"
    r"|(?<!not )(?<!n't )affect(?:s|ing)?\s+my\s+(?:work|job|duties)|falling\s+asleep|leave\s+early)\b",
    re.I,
)
_NOT_TIRED = re.compile(
    r"\b(?:won'?t|wouldn'?t|doesn'?t|not)\s+(?:affect|get\s+in\s+the\s+way\s+of|touch)\s+(?:my|the|this)\s+(?:work|job"
    r"|duties|day\s+job)\b",
    re.I,
)


_OWN_GAIN = re.compile(
    r"\b(?:people|clients|customers|tenants|families)\s+i\s+(?:assess|see|visit|deal\s+with|work\s+with"
    r"|support)\s+(?:at|through|for)\s+work\b",
    re.I,
)


def private_advantage(said: Said) -> bool | None:
    """Whether the post here would be used for the person's own gain, as said."""
    return True if _OWN_GAIN.search(plain(said.text)) else None


def affects_duties(said: Said) -> bool | None:
    """Whether it would get in the way of the person's duties here, as said."""
    text = plain(said.text)
    return False if _NOT_TIRED.search(text) else True if _TIRED.search(text) else None


def health_risk(said: Said) -> bool | None:
    """Whether it would put the person's health at risk, as said."""
    text = plain(said.text)
    return False if _NO_RISK.search(text) else True if _RISK.search(text) else None


def work(said: Said) -> str | None:
    """What the work would be, in the person's words: "weekend bar work"."""
    text = plain(said.text)
    found = _WORK.search(text) or _DOING.search(text)
    return next(words for words in found.groups() if words).strip() if found else None


def employer(said: Said) -> str | None:
    """Whom it would be for, as said; "self-employed" where it is the person's own."""
    text = plain(said.text)
    if _NO_EMPLOYER.search(text):
        return "self-employed"
    shapes = (_EMPLOYER, _AT_A_NAME, _OFFERS_WORK, _CHAIN)
    named = [m["name"] for shape in shapes for m in shape.finditer(text)]
    return next((name for name in named if not _NOT_AN_EMPLOYER.match(name)), None)


def hours_per_week_total(said: Said) -> float | int | None:
    """The hours of all work a week, where the text says the total or adds them up."""
    total = find_total_hours(said.text)
    if total is None:
        return None
    return int(total) if total == total.to_integral_value() else float(total)
