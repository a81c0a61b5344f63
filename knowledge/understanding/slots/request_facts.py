"""The facts of requests that a text states: what is asked for, what it is for, and on which day."""

import re
from datetime import date

from knowledge.understanding.slots.dates import read_day
from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.text import plain

_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:weekend|xmas|christmas|easter)\b|\b\d{1,2}(?:st|nd|rd"
    r"|th)?\b",
    re.I,
)
_GONE_BY = re.compile(r"\b(?:last|was|were|ago|since|yesterday|had|went|did)\b", re.I)
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
        r"\b(?:labour|tory|conservative|plaid|lib(?:eral)? dem\w*|reform|green) party\b"
        r"|\b(?:my|ward|political) party\b|\bward branch\b|\bpolling day\b|\bfor the party\b|\bbranch (?:agm|meeting"
        r"|members)\b"
        r"|\bparty (?:political|politics|leaflets|business|members)\b|\belection\b"
        r"|\bcampaign\w*|\bcanvass\w*",
    ),
    (
        "personal_business",
        r"\bmy own (?:\w+ ){1,2}business\b|\b(?:me|my) own invoices\b|\binvoices for the shop\b|\b(?:own|side|cake"
        r"|my) (?:business|firm|company|hustle)\b"
        r"|\b(?:wife|husband|partner|mate|friend|brother|sister|mum|mam|dad|son|daughter"
        r"|missus)['’]?s (?:\w+ )?(?:business|firm|shop|salon|company)\b"
        r"|\bi (?:run|do|sell|have) (?:a |an )?(?:avon|b&b|bed and breakfast|catalogue|market stall|shop|airbnb"
        r"|salon)\b"
        r"|\b(?:invoices|bookings|orders|accounts) for my (?:own )?\w+\b|\bmy \w+ (?:clients|business)\b"
        r"|\bmy (?:\w+ )?(?:business|ebay|shop|caf[eé]|pub|salon|trade|practice|customers|invoices|etsy|taxis?)\b"
        r"|\bprivate job\b|\b(?:run(?:ning)?|market(?:ing)?|advertis(?:e|ing)) my (?:own )?\w+\b"
        r"|\bmy (?:wife|husband|partner)['’]s (?:shop|business|firm)\b",
    ),
    (
        "occasional_personal_internet",
        r"\bpersonal internet\b|\bonline (?:banking|shopping)\b|\bbrows(?:e|ing)\b|\b(?:cricket|football"
        r"|rugby) scores?\b|\bquick look\b|\bcheck (?:the|my) (?:news|weather|scores?|bank)\b|\bbook(?:ed|ing)? (?:a"
        r"|my|the"
        r"|some) (?:train|holiday|flights?|table|hotel|tickets?)\b",
    ),
    (
        "personal",
        r"\bfamily newsletter\b|\bpersonal|\bprivate(?:ly)?\b|\bmov(?:e|ing) house\b|\bbirthday\b|\bwedding\b"
        r"|\bhomework\b|\bholiday\b"
        r"|\b(?:of|for) my ?(?:own|self)\b|\bmy (?:own car|gutters|bike)\b|\bclub\b|\bhome for the weekend\b",
    ),
    (
        "council_business",
        r"\b(?:residents'?|constituents'?) (?:emails?|letters?|queries)\b|\b(?:council|ward) business\b|\bcasework\b"
        r"|\bward work\b|\bsite visits?\b",
    ),
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
    r"\b(?P<what>(?:an?|some|the)\s+(?:(?!app\b)[\w-]+\s+){0,3}?(?:app|editor|program|programme|software|viewer"
    r"|player|plug-?in|reader|extension|package))\b"
    r"|\b(?P<bare>(?!(?:the|an?|my|this|that|some|any|new|new|get|want|need|put|install)\b)[\w-]+\s+(?:app|editor"
    r"|software|viewer|plug-?in|player))\b",
    re.I,
)
_TOOLKIT = re.compile(r"\b(?:office|word|excel|powerpoint|outlook|modern\.?gov|teams|zoom)\b", re.I)
_IN_TOOLKIT = re.compile(r"\b(?:one\s+of\s+the|it'?s\s+(?:in|on)\s+the|it'?s\s+a)\s+toolkit\b", re.I)
_NOT_IN_TOOLKIT = re.compile(
    r"\b(?:not|isn'?t|isnt|n't)\s+(?:in|on|part\s+of)\s+(?:the|that|your|our)\s+(?:toolkit|list)\b", re.I
)
_MEDIUM = re.compile(
    r"\b(?P<what>(?:(?:an?|the|my|some)\s+)?(?:encrypted\s+)?(?:USB (?:stick|drive)s?|memory (?:stick|card)s?"
    r"|(?:pen|flash|thumb|data|portable|external|backup) (?:drive|stick)s?|(?:external |portable )?hard (?:drive"
    r"|disk)s?"
    r"|camera card|sd cards?|sandisk|dongle|discs?|disks?|dvds?|cds?|stick|usbs?))\b",
    re.I,
)
_OFFICE = r"(?:the\s+)?(?:IT|council|service desk|helpdesk|ICT|digital services)"
_SUPPLIED = re.compile(
    rf"\b(?:from|by|supplied by|issued by)\s+{_OFFICE}\b"
    rf"|\b{_OFFICE}\s+(?:section\s+|team\s+|lads?\s+)?(?:have\s+|has\s+)?(?:gave|given|issued|supplied|lent|sent"
    rf"|handed)\b",
    re.I,
)
_NOT_SUPPLIED = re.compile(
    r"\b(?:my own|found (?:a|this|it)|bought|amazon|argos|currys|solicitor|consultant|personal (?:one|stick|drive)"
    r"|me own|from home"
    r"|(?:a|an|the|one of (?:my|the)|some)\s+(?:\w+\s+)?(?:resident|constituent|someone|somebody|developer|bloke"
    r"|chap|lady|man|woman|applicant|officer)"
    r"\s+(?:has\s+|have\s+)?(?:gave|given|handed|lent|sent|passed|posted)"
    r"|(?:someone|somebody|they|he|she|resident|constituent)\s+(?:gave|handed|lent|sent|posted))\b",
    re.I,
)
_NO_CASE = re.compile(
    r"\bno (?:particular|real|proper|special) (?:business )?reason\b|\bjust (?:handy|easier|useful)\b|\b(?:no"
    r"|without (?:a|any)|haven'?t (?:\w+ )?(?:a|any|the)|havent (?:got )?(?:a|any)|not (?:got|written|done|made) (?:a"
    r"|any|the)"
    r"|never (?:did|wrote|made) a)"
    r"\s+(?:proper\s+)?business case\b|\bbusiness case\b[^.,;]{0,15}\b(?:not|isn'?t|hasn'?t|what'?s that)\b",
    re.I,
)
_CASE = re.compile(
    r"\b(?:got|have|has)\s+(?:a|the|me|my)\s+(?:\w+\s+)?business case\b|\bbusiness case(?:'s| is| has been| was"
    r"|,)?\s+(?:\w+\s+){0,2}?(?:written|wrote|done|ready|attached|approved|signed"
    r"|agreed|in|made|sent|submitted|sorted)"
    r"|\b(?:(?:i|we)(?:'ve| have)?\s+(?:\w+\s+)?|with )(?:got|done|written|wrote|made|have|a|put in|sent in"
    r"|submitted)\s+(?:\w+\s+)?business case\b"
    r"|\bhave (?:a|the) business case\b",
    re.I,
)
_ADDRESS = re.compile(r"\b(?P<what>(?:[\w-]+\.)+(?:com|org|net|uk|wales|cymru))\b", re.I)
_BETS = r"bet ?365|paddy power|william hill|ladbrokes|betfair|sky bet|coral|bookies|bookmakers?|the tote|racing post"
_GAMES = r"steam|roblox|minecraft|fortnite|candy crush|miniclip|chess\.com|wordle|xbox|playstation"
_BARE_SITE = re.compile(
    r"\b(?P<what>(?:(?!(?:the|an?|that|this|on|to|me|my|into|open|access|for|denied|of|is|and|blocked|get|let|some"
    r"|any|web|looking"
    r"|at|unblock|opening|visit|from|which|one)\b)"
    r"[\w'-]+\s+){1,3}?(?:web ?site|site|page|forum|portal|blog)(?:\s+on\s+[\w'-]+(?:\s+(?!is\b|was\b|and\b"
    r"|has\b)[\w'-]+)?)?)\b"
    r"|\b(?P<on>(?:web)?(?:site|page)\s+(?:on|about)\s+(?:[\w'-]+\s?){1,2}?)(?=\s+(?:is|was|and|has|keeps?|comes?|as"
    r"|for|but|i)\b|[,.?!]|$)",
    re.I,
)
_NAMED_SITE = re.compile(
    rf"\b(?P<what>youtube|facebook|ticketmaster|instagram|twitter|tiktok|linkedin|reddit|pinterest|ebay|vinted"
    rf"|spotify|netflix"
    rf"|wikipedia|whatsapp|{_BETS}|{_GAMES})(?!['’]?s?\s+(?:web)?(?:site|page))\b",
    re.I,
)
_SITE = re.compile(
    r"\b(?P<what>(?:the|an?)\s+(?!(?:web|(?:web)?site|page|block|blocked|red)\b)(?:[\w'-]+\s+){1,3}?(?:web)?(?:site"
    r"|page))\b",
    re.I,
)
_CATEGORIES = (
    ("gambling", rf"\b(?:gambling|betting|casino|bets?\b|poker|bingo|lottery|{_BETS})"),
    ("terrorist", r"\b(?:isis|al qaeda|terroris\w+|extremis\w+)"),
    ("sexual", r"\b(?:porn\w*|adult content|sexual content)"),
    ("game_playing", rf"\b(?:games?|gaming|{_GAMES})\b"),
    ("offensive", r"\b(?:offensive|racist|hate)\b"),
)
_FOR_COUNCIL = re.compile(
    r"\b(?:for (?:a |my )?(?:casework|council business|committee|scrutiny|licensing|trading standards|prevent work)"
    r"|licensing objection)\b"
    r"|\bfor (?:the|my|our|a) (?:[\w'-]+ ){0,3}?(?:hearing|committee|panel|inquiry|inspection|scrutiny|appeal"
    r"|consultation|casework"
    r"|council bid|bid to the council|ward surgery|planning (?:case|objection|application)|full council)\b"
    r"|\bfor my (?:\w+ )?training(?: work)?\b|\bi need it for (?:a|my|the) (?:case|constituent|committee|council"
    r"|ward)\b|\b(?:licen[cs]e"
    r"|planning) application\b|\bin my ward\b"
    r"|\bi sit on the \w+ panel\b|\b(?:my|a|one of my) (?:constituent|resident)'?s? (?:query|enquiry|complaint|case"
    r"|problem)\b"
    r"|\b(?:council|ward|committee) (?:business|work|duties|query|research)\b",
    re.I,
)
_NOT_FOR_COUNCIL = re.compile(
    r"\b(?:(?:nothing|nowt|not(?:hing)? (?:really )?)(?: to do)? (?:with|wi) (?:the )?(?:council|work"
    r"|ward)(?: (?:work|business))?"
    r"|not (?:for )?(?:council|ward|work)(?: (?:business|work|related))?|not work related|(?:it'?s|on"
    r"|during) my (?:lunch|dinner|break|tea break)|nothing to do with (?:the )?council work"
    r"|(?:in|on|over) my (?:lunch|dinner|tea|coffee|own)(?: (?:break|hour|time))?|for (?:a bit of )?fun"
    r"|quick (?:game|bet|flutter)|bit of fun|me downtime|my downtime|fancied a (?:flutter|bet|game)"
    r"|my own (?:time|interest)|for pleasure|personal (?:use|reasons?))\b",
    re.I,
)
_EQUIPMENT = (
    (
        "email_on_phone",
        r"\binbox\b.*\b(?:phone|mobile|samsung|iphone|android)\b|\b(?:e-?mails?|mail)\b.*\b(?:phone|mobile|samsung"
        r"|iphone|android)\b"
        r"|\b(?:phone|mobile|samsung|iphone|android)\b.*\b(?:e-?mails?|mail)\b",
    ),
    ("printer", r"\b(?:printer|print machine)\b|\bprint (?:\w+ )?off\b|\bprint\b[^.;]{0,20}\bat home\b"),
    ("ipad", r"\b(?:ipad|tablet)\b"),
    ("laptop", r"\blaptop\b"),
    (
        "other",
        r"\b(?:dongle|hotspot|router|carry case|laptop bag|rucksack|cable|adapt[eo]r|power bank|(?:second|bigger"
        r"|extra|another|spare|external|computer) (?:screen|monitor)|monitor|keyboard|mouse|headset"
        r"|head ?phones|webcam|docking station|scanner|shredder|desk|chair)\b",
    ),
)
_RATHER_THAN = re.compile(
    r"\b(?:than|instead of|rather than|in place of|not)\s+(?:this|that|my|the|an?)\s+(?:old\s+)?[\w-]+", re.I
)
_SAFE = re.compile(
    r"\b(?:security software|anti-?virus|norton|mcafee|virus (?:checker|protection)"
    r"|protection)\b[^.;!?]{0,25}\b(?:on|installed|running|up to date|fitted|got|updated|there)\b"
    r"|\b(?:got|has|have|with|installed|put)\s+(?:the\s+|some\s+|my\s+)?(?:security software|anti-?virus"
    r"|virus protection)\b",
    re.I,
)
_UNSAFE = re.compile(
    r"\b(?:no|without|hasn'?t|haven'?t|not)\b[^.,;!?]{0,15}\b(?:security|security software|anti-?virus|protection)\b",
    re.I,
)
_SWAPPED = re.compile(
    r"\b(?:instead of|for the (?:ipad|tablet|laptop|phone)|for my|of my|swap|charger|case|cover|(?:ipad|laptop"
    r"|tablet|new|cracked)\s+screen"
    r"|(?:ipad|tablet|bluetooth) keyboard|toner|ink|paper)\b",
    re.I,
)


def day_ahead(said: Said) -> date | None:
    """The first single day that is named and has not gone by."""
    days = (one.day for one in said.mentions.when if one.day and not one.until and one.day >= said.now.date())
    day = next(days, None)
    if day is None and _WEEKDAY.search(plain(said.text)) and not _GONE_BY.search(plain(said.text)):
        ahead = read_day(said.text, said.now, prefer="future")
        day = ahead.day if ahead and ahead.day and ahead.day >= said.now.date() else None
    return day


def resource(said: Said) -> str | None:
    """What of the council's somebody wants to use, as said; a laptop or a van outweighs "equipment"."""
    return _what(said, _RESOURCE)


def use_purpose(said: Said) -> str | None:
    """What it would be used for, where the text says one thing."""
    text = plain(said.text)
    if _GROUP_AT_WORK.search(text):
        return "group_mainly_council"
    return _first(text, _PURPOSES)


def has_business_case(said: Said) -> bool | None:
    """Whether there is a business case, as said."""
    text = plain(said.text)
    return False if _NO_CASE.search(text) else True if _CASE.search(text) else None


def security_software(said: Said) -> bool | None:
    """Whether the phone has security software, as said."""
    text = plain(said.text)
    return False if _UNSAFE.search(text) else True if _SAFE.search(text) else None


_WORK_ONLY = re.compile(r"\b(?:work|council)\s+(?:\w+\s+)?only\b|\bonly\s+for\s+(?:work|council)\b", re.I)


def for_other_business(said: Said) -> bool | None:
    """True where it would serve another business than the council's, as said."""
    if use_purpose(said) == "personal_business":
        return True
    return False if _WORK_ONLY.search(plain(said.text)) else None


def software(said: Said) -> str | None:
    """The software by its name, else as it is described."""
    return _what(said, _KNOWN_SOFTWARE, _SOME_SOFTWARE)


def in_toolkit(said: Said) -> bool | None:
    """True where the software is one of those that the members' toolkit names; else not known."""
    named = software(said)
    if _IN_TOOLKIT.search(plain(said.text)):
        return True
    if _NOT_IN_TOOLKIT.search(plain(said.text)):
        return False
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
    return _what(said, _ADDRESS, _NAMED_SITE, _SITE, _BARE_SITE)


def category(said: Said) -> str | None:
    """Which kind of content the text says that the site has, where it is one that the Code names."""
    return _first(plain(said.text), _CATEGORIES)


def for_council(said: Said) -> bool | None:
    """Whether it is for the council's business, as said."""
    text = plain(said.text)
    if _NOT_FOR_COUNCIL.search(text):
        return False
    return True if _FOR_COUNCIL.search(text) else None


_AID = (
    r"(?:screen ?readers?|magnif\w+|dictation|voice (?:typing|control|recognition|software)|speech (?:to text"
    r"|software)|text to speech|captions?|subtitles"
    r"|(?:hearing |induction )?loop|overlays?|(?:big|bigger|large|larger|left hand(?:ed)?|ergonomic|split"
    r"|one[- ]handed) (?:keyboard|mouse|print|text|screen|font|monitor)"
    r"|keyboard|mouse|braille|trackball|foot ?pedal|dragon|jaws|zoomtext|reading pen|tinted (?:screen|glasses)"
    r"|headphones|signer|interpreter|notetaker|scribe"
    r"|touch ?screen|stylus|monitor|bigger screen|standing desk|chair)"
)
_NEED = re.compile(
    rf"\b(?P<what>(?:(?:an?|some|the)\s+)?(?:(?!(?:need|want|have|having|a|an|the|some|for|with|like|use|my|and|or"
    rf"|is|of|on|see|get)\b)[\w-]+\s+){{0,2}}?{_AID}(?:\s+or\s+(?:an?\s+)?{_AID})?)\b"
    r"|\b(?P<reads>(?:something|software|an? (?:app|program|gadget|machine|thing)|summat|owt)\s+(?:that|which|to"
    r"|wot)\s+[^.,;!?]{4,40})",
    re.I,
)


def need(said: Said) -> str | None:
    """What would help, where the text names a thing: "a screen reader"; never what the person has."""
    return _what(said, _NEED)


def equipment(said: Said) -> str | None:
    """The kind of equipment asked for, where the text names one and not a part or an exchange."""
    text = _RATHER_THAN.sub("", plain(said.text))
    kinds = [kind for kind, shape in _EQUIPMENT if re.search(shape, text, re.I)]
    if kinds[:1] == ["email_on_phone"]:
        return kinds[0]
    return kinds[0] if len(kinds) == 1 and not _SWAPPED.search(text) else None


def _what(said: Said, *shapes: re.Pattern[str]) -> str | None:
    found = (shape.search(plain(said.text)) for shape in shapes)
    return next((next(words for words in hit.groups() if words).strip() for hit in found if hit), None)


def _first(text: str, shapes: tuple[tuple[str, str], ...]) -> str | None:
    return next((value for value, shape in shapes if re.search(shape, text, re.I)), None)
