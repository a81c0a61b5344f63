"""The facts of requests that a text states: what is asked for, what it is for, and on which day."""

import re
from datetime import date

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.text import plain

_WHOSE = (
    r"(?:(?:the|a|an|some|my|our)\s+)?"
    r"(?:(?:council(?:'s|lor)?|works?|big|school|members'|office|meeting|depot)\s+){0,2}"
)
_RESOURCE = re.compile(
    rf"\b(?P<what>{_WHOSE}(?:van|pickup|tipper|minibus|car|vehicle|trailer|digger|cherry picker|lawnmower|mower"
    r"|strimmer|pressure washer|ladder|drill|tools|gazebo|marquee|tables and chairs|projector|laminator"
    r"|photocopier|copier|printer|laptop|computer|ipad|tablet|phone|workshop|hall|kitchen"
    r"|meeting room|room|staffroom|hi[- ]vis|email|equipment|materials|kit))\b",
    re.I,
)
_PURPOSES = (
    (
        "party_political",
        r"\b(?:my|ward|political) party\b|\bparty (?:political|politics|leaflets|business|members)\b|\belection\b"
        r"|\bcampaign\w*|\bcanvass\w*",
    ),
    (
        "personal_business",
        r"\b(?:own|side|cake|my) (?:business|firm|company|hustle)\b"
        r"|\bmy (?:\w+ )?(?:business|ebay|shop|caf[eé]|pub|salon|trade|practice|customers|invoices|etsy|taxis?)\b"
        r"|\bprivate job\b|\b(?:run(?:ning)?|market(?:ing)?|advertis(?:e|ing)) my (?:own )?\w+\b"
        r"|\bmy (?:wife|husband|partner)['’]s (?:shop|business|firm)\b",
    ),
    ("occasional_personal_internet", r"\bpersonal internet\b|\bonline (?:banking|shopping)\b|\bbrows(?:e|ing)\b"),
    (
        "personal",
        r"\bpersonal|\bprivate(?:ly)?\b|\bmov(?:e|ing) house\b|\bbirthday\b|\bwedding\b|\bhomework\b|\bholiday\b"
        r"|\b(?:of|for) my ?(?:own|self)\b|\bmy (?:own car|gutters|bike)\b|\bclub\b|\bhome for the weekend\b",
    ),
    ("council_business", r"\bcouncil business\b|\bcasework\b|\bward work\b|\bsite visits?\b"),
)
_GROUP_AT_WORK = re.compile(r"\bgroup\b.*\b(?:full council|council work|council's work|the budget)\b", re.I)
_KNOWN_SOFTWARE = re.compile(
    r"\b(?P<what>WhatsApp|Adobe(?: \w+)?|Acrobat|Zoom|Slack|Spotify|ChatGPT|Canva|Chrome|Firefox|Signal"
    r"|Telegram"
    r"|Skype|Dropbox|Photoshop|Grammarly|Trello|Miro|Modern\.?Gov"
    r"|(?:MS |Microsoft )?(?:Office|Word|Excel|Teams|PowerPoint))\b",
    re.I,
)
_SOME_SOFTWARE = re.compile(
    r"\b(?P<what>an?\s+(?:(?!app\b)[\w-]+\s+){0,3}?(?:app|editor|program|programme|software))\b", re.I
)
_TOOLKIT = re.compile(r"\b(?:office|word|excel|powerpoint|outlook|modern\.?gov|teams|zoom)\b", re.I)
_MEDIUM = re.compile(
    r"\b(?P<what>(?:(?:an?|the|my|some)\s+)?(?:encrypted\s+)?(?:USB (?:stick|drive)s?|memory (?:stick|card)s?"
    r"|pen drives?|flash drives?|thumb drives?|(?:external |portable )?hard (?:drive|disk)s?|camera card|sd card"
    r"|discs?|dvds?|cds?|stick))\b",
    re.I,
)
_SUPPLIED = re.compile(r"\b(?:from|by|supplied by|issued by)\s+(?:the\s+)?(?:IT|council|service desk)\b", re.I)
_NOT_SUPPLIED = re.compile(
    r"\b(?:my own|bought|amazon|a resident (?:gave|has given)|solicitor|consultant|someone gave)\b", re.I
)
_ADDRESS = re.compile(r"\b(?P<what>(?:[\w-]+\.)+(?:com|org|net|uk|wales|cymru))\b", re.I)
_NAMED_SITE = re.compile(r"\b(?P<what>youtube|facebook|ticketmaster|instagram|twitter|tiktok|linkedin|reddit)\b", re.I)
_SITE = re.compile(
    r"\b(?P<what>(?:the|an?)\s+(?!(?:web|(?:web)?site|page|block|blocked|red)\b)(?:[\w'-]+\s+){1,3}?(?:web)?(?:site|page))\b",
    re.I,
)
_CATEGORIES = (
    ("gambling", r"\b(?:gambling|betting|casino|bookmaker)"),
    ("terrorist", r"\b(?:terroris\w+|extremis\w+)"),
    ("sexual", r"\b(?:porn\w*|adult content|sexual content)"),
    ("game_playing", r"\b(?:games?|gaming)\b"),
    ("offensive", r"\b(?:offensive|racist|hate)\b"),
)
_FOR_COUNCIL = re.compile(
    r"\b(?:for (?:a |my )?(?:casework|council business|committee|scrutiny|licensing|trading standards|prevent work)"
    r"|licensing objection)\b",
    re.I,
)
_EQUIPMENT = (
    ("email_on_phone", r"\bemails?\b.*\b(?:phone|mobile|samsung|iphone|android)\b"),
    ("printer", r"\bprinter\b"),
    ("ipad", r"\b(?:ipad|tablet)\b"),
    ("laptop", r"\blaptop\b"),
)
_SWAPPED = re.compile(r"\b(?:instead of|for the|for my|of my|swap|charger|case|cover|screen|keyboard)\b", re.I)


def day_ahead(said: Said) -> date | None:
    """The first single day that is named and has not gone by."""
    days = (one.day for one in said.mentions.when if one.day and not one.until and one.day >= said.now.date())
    return next(days, None)


def resource(said: Said) -> str | None:
    """What of the council's somebody wants to use, as said; a laptop or a van outweighs "equipment"."""
    return _what(said, _RESOURCE)


def use_purpose(said: Said) -> str | None:
    """What it would be used for, where the text says one thing."""
    text = plain(said.text)
    if _GROUP_AT_WORK.search(text):
        return "group_mainly_council"
    return _first(text, _PURPOSES)


def software(said: Said) -> str | None:
    """The software by its name, else as it is described."""
    return _what(said, _KNOWN_SOFTWARE, _SOME_SOFTWARE)


def in_toolkit(said: Said) -> bool | None:
    """True where the software is one of those that the members' toolkit names; else not known."""
    named = software(said)
    return True if named and _TOOLKIT.search(named) else None


def medium(said: Said) -> str | None:
    """The memory stick, drive or disc, as said."""
    return _what(said, _MEDIUM)


def supplied_by_it(said: Said) -> bool | None:
    """Whether the council's IT supplied it, where the text says who did."""
    text = plain(said.text)
    ours, theirs = bool(_SUPPLIED.search(text)), bool(_NOT_SUPPLIED.search(text))
    return ours if ours != theirs else None


def site(said: Said) -> str | None:
    """The website by its address or name, else as it is described."""
    return _what(said, _ADDRESS, _NAMED_SITE, _SITE)


def category(said: Said) -> str | None:
    """Which kind of content the text says that the site has, where it is one that the Code names."""
    return _first(plain(said.text), _CATEGORIES)


def for_council(said: Said) -> bool | None:
    """True where the text says that it is for the council's business; else not known."""
    return True if _FOR_COUNCIL.search(plain(said.text)) else None


def equipment(said: Said) -> str | None:
    """The kind of equipment asked for, where the text names one and not a part or an exchange."""
    text = plain(said.text)
    kinds = [kind for kind, shape in _EQUIPMENT if re.search(shape, text, re.I)]
    if kinds[:1] == ["email_on_phone"]:
        return kinds[0]
    return kinds[0] if len(kinds) == 1 and not _SWAPPED.search(text) else None


def _what(said: Said, *shapes: re.Pattern[str]) -> str | None:
    found = (shape.search(plain(said.text)) for shape in shapes)
    return next((hit["what"] for hit in found if hit), None)


def _first(text: str, shapes: tuple[tuple[str, str], ...]) -> str | None:
    return next((value for value, shape in shapes if re.search(shape, text, re.I)), None)
