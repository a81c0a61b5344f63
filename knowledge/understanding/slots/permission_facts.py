"""The facts of notices and permissions that a text states: meetings, parties, journeys, last days."""

import re
from datetime import date

from knowledge.understanding.slots.dates import read_day
from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.text import plain

_GATHERING = re.compile(
    r"\b(?P<what>(?:(?:the|our|my|a|an|this|\w+day'?s)\s+)?(?:(?:scrutiny|strategy|toolbox|planning|away|team"
    r"|training|budget|full|school|governors?'?|parents'?|union|staff|cabinet"
    r"|council|shift|morning|safety|exit|performance|annual)\s+){0,2}"
    r"(?:session|talk|away\s+day|awayday|debrief|de-brief|briefing|conference|huddle|catch[- ]?up|workshop|seminar"
    r"|assembly|handover|pre-?meet|panel|forum"
    r"|inspection|mediation|consultation|appraisal|one[- ]to[- ]one|1[:-]1|121|call|presentation|induction))\b",
    re.I,
)
_WHY = re.compile(
    r"\b(?P<so>so\s+(?:that\s+)?(?:i|we|the|they|he|she|people|everyone|those|my|our|residents|staff)\b[^.;!?]{3,70})"
    r"|\b(?P<for>for\s+(?:the\s+|our\s+|my\s+|those\s+|people\s+|anyone\s+|residents\s+)?(?!(?:permission|me|it|that"
    r"|this|them|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|the\s+moment)\b)[\w-]+(?:\s+[\w'-]+){0,6})"
    r"(?=[.,;!?]|$)"
    r"|\b(?P<because>(?:because|cos|coz|as)\s+(?:i|we|the|my|some)\b[^.;!?]{3,70})"
    r"|\b(?P<to>to\s+(?:share|show|keep|help|check|send|write|type|use|learn|train|prove|remember|catch"
    r"|let)\b[^.,;!?]{3,60})",
    re.I,
)
_MEETING = re.compile(
    r"\b(?P<what>(?:(?:the|a|an|my|our|team|case|sickness|absence|return to work)\s+){1,3}(?:(?:team|case|staff|board"
    r"|project|investigation|disciplinary|redundancy|grievance|appeal|public|consultation|strategy)\s+){0,2}(?:meeting"
    r"|hearing|review|supervision|interview|appeal|grievance|disciplinary|one to ones?|board|conference|training))\b",
    re.I,
)
_EVENT = re.compile(
    r"\b(?P<what>(?:(?:the|a|an|my|our|their|mayor's|staff|christmas|retirement|leaving|awards|carol|museum)\s+){0,3}"
    r"(?:party|do|reception|launch|buffet|quiz|dinner|lunch|concert|evening|opening|play|fete|fiftieth))\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?P<what>(?:in|at|on)\s+(?:(?:the|our)\s+(?:[\w-]+\s+){0,2}?)?(?:office|room|centre|library|canteen|yard|hall"
    r"|museum|chamber|floor|school(?:\s+(?:hall|field))?|depot(?:\s+mess\s+room)?|reception|mess\s+room|field"
    r"|marquee|atrium|foyer|gym|theatre|pavilion|park|garden|staffroom))\b",
    re.I,
)
_HALL = re.compile(
    r"\b(?P<what>(?:(?:the|our|civic|town|village|community|leisure|sports|day|county|council"
    r"|school)\s+){1,3}(?:centre(?:\s+atrium)?|hall|atrium|library|field|offices?|canteen|chamber|museum|foyer|depot)"
    r"|library|town\s+hall|staff\s?room|mess\s+room|team\s+room)\b",
    re.I,
)
_GROUP = re.compile(
    r"\b(?P<what>(?:(?:the|a|our)\s+)?(?:labour|conservatives?|tor(?:y|ies)|plaid|lib dems?|liberal democrats?"
    r"|greens?|independents?|reform|ukip|ruling"
    r"|opposition|controlling|majority|minority|political)(?:\s+(?:group|lot|councillors|party))?)\b",
    re.I,
)
_ATTEND = re.compile(
    r"\b(?:attend\w*|s[ia]t in|sat at|go(?:ing)? (?:to|along)|invited|asked (?:me|us) (?:along|to)|officer there"
    r"|meeting|pre-?meet|along to|turn(?:ing)? up)\b",
    re.I,
)
_ADVISE = re.compile(
    r"\b(?:advis\w+|advice|brief(?!ings? for)\w*|explain|draft|tactics|talk (?:them )?through|present|figures|steer"
    r"|guidance|a hand with|help (?:them )?with|write|run the numbers|opinion)\b",
    re.I,
)
_ASKED_ALONG = re.compile(
    r"\b(?:to|along to|at|in|into) (?:their|a|the|its|group|labour|plaid)(?: \w+){0,2} (?:meeting|pre-?meet)\b", re.I
)
_TOPIC = re.compile(
    r"\b(?:training|course|session|lesson|refresher|workshop|trained)\s+(?:on|in|about|for)\s+"
    r"(?P<what>(?!council\b)[\w. -]{2,40}?)(?=$|[,.?;]|\s+(?:for|please|when|so|as|before)\b)"
    r"|\b(?:learn|show me|shown|teach me|taught|lesson in|help with|half hour on|hour on|get to grips with|hang of"
    r"|used to|get on with|no good (?:at|with)|hopeless (?:at|with))"
    r"\s+(?:how\s+)?(?:to\s+)?"
    r"(?:use\s+)?(?P<learn>[\w. -]{2,30}?)(?=$|[,.?;]|\s+(?:for|on|please|when|so|as|before|would|is)\b)"
    r"|\b(?P<day>[\w-]+)\s+refresher\b|\b(?:induction|day|module)\s+on\s+(?P<on>[\w -]{2,25}?)(?=$|[,.?;])"
    r"|\bhow to (?:use )?(?P<how>[\w. -]{2,40}?)(?=$|[,.?;]|\s+(?:for|please)\b)"
    r"|\b(?P<kind>cyber security|data protection|gdpr|social media|ict|it) (?:training|course|session)\b",
    re.I,
)
_COUNTRY = re.compile(r"\b(?:to|in|round|around|visiting)\s+(?:the\s+)?(?P<what>[A-Z][a-z]+(?:\s[A-Z][a-z]+)*)")
_NO_COUNTRY = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Legal|Democratic|Digital|Teams)\b"
)
_PLACES = (
    "france spain portugal italy germany greece turkey cyprus malta ireland belgium holland netherlands switzerland "
    "austria poland croatia bulgaria romania hungary norway sweden denmark finland iceland morocco egypt tunisia dubai "
    "india thailand japan china australia canada mexico america usa florida california kenya jamaica barbados cuba "
    "brazil tenerife lanzarote fuerteventura majorca mallorca menorca ibiza benidorm alicante malaga algarve lisbon "
    "madeira paris rome venice barcelona amsterdam berlin prague crete corfu rhodes kos zante brittany normandy dublin "
    "brussels"
).split()
_DESTINATION = re.compile(
    rf"\b(?:to|in|round|around|visiting|for)\s+(?:the\s+)?(?P<what>new (?:zealand|york)|south africa|gran canaria"
    rf"|{'|'.join(_PLACES)})\b",
    re.I,
)
_AT_THE_START = re.compile(
    rf"^\W*(?:(?:a\s+)?(?:week|fortnight|weekend|day|days|hol(?:s|iday|idays)?|trip)\s+(?:in|to)\s+)?"
    rf"(?P<what>{'|'.join(_PLACES)})\b",
    re.I,
)
_BACK = re.compile(
    r"\b(?:back|home|return(?:ing|s)?|till?|until|'til)\s+(?:on\s+"
    r"|here\s+on\s+)?(?P<when>(?:the\s+)?[\w ]{2,20}?)(?=[,.;!?]|\s+(?:and|with|so|but|does|can|want|is|what|do"
    r"|will)\b|$)",
    re.I,
)
_STILL_TO_COME = re.compile(
    r"\b(?:standing|stepping|going|leaving|retiring|resigning|finishing|will|'ll|about\s+to|leave|finish"
    r"|stand\s+down|step\s+down"
    r"|retire|resign)\b(?!.*\b(?:last|was|did|ago|stood|left|lost)\b)",
    re.I,
)
_ENDS_ONLY = re.compile(r"\bfrom\s+(?:the\s+)?\d{1,2}\w{0,2}\s+(?:to|till|until)\b", re.I)
_DEVICE = re.compile(r"\b(?P<what>ipad|laptop|tablet|phone|mobile)s?\b", re.I)
_SHOWN = {"ipad": "iPad", "mobile": "phone"}


def meeting(said: Said) -> str | None:
    """The meeting, as said: "my appeal hearing"."""
    return _what(said, _MEETING) or _what(said, _GATHERING)


def recorded_for(said: Said) -> str | None:
    """Why a meeting is to be recorded, as said: "for the new starters"."""
    found = _WHY.search(plain(said.text))
    return next(words for words in found.groups() if words).strip() if found else None


def event(said: Said) -> str | None:
    """The occasion, as said: "the Christmas party"."""
    return _what(said, _EVENT)


def place(said: Said) -> str | None:
    """Where it would be, with its preposition: "in the library"."""
    return _what(said, _PLACE) or _what(said, _HALL)


def group(said: Said) -> str | None:
    """The political group, as said: "the opposition"."""
    return _what(said, _GROUP)


def activity(said: Said) -> str | None:
    """``advise`` or ``attend_meeting`` where the text says one of the two."""
    text = plain(said.text)
    advises, attends = bool(_ADVISE.search(text)), bool(_ATTEND.search(text))
    if advises == attends:
        return "attend_meeting" if advises and _ASKED_ALONG.search(text) else None
    return "advise" if advises else "attend_meeting"


def topic(said: Said) -> str | None:
    """What the training would be about, in the person's words."""
    found = _TOPIC.search(plain(said.text))
    return next(words.strip() for words in found.groups() if words) if found else None


def country(said: Said) -> str | None:
    """The country or town that the journey goes to, as said."""
    text = plain(said.text)
    named = (hit["what"] for hit in _COUNTRY.finditer(text))
    found = next((name for name in named if not _NO_COUNTRY.match(name)), None)
    known = _DESTINATION.search(text) or _AT_THE_START.search(text) if found is None else None
    return found or (known["what"].title() if known else None)


def devices(said: Said) -> str | None:
    """The devices that are taken along: "iPad and laptop"."""
    found = [hit["what"].lower() for hit in _DEVICE.finditer(plain(said.text))]
    names = [_SHOWN.get(word, word) for word in dict.fromkeys(found)]
    return " and ".join(names) if names else None


def leaves_on(said: Said) -> date | None:
    """The day on which the journey begins: the first day that is named; none where only its end has a month."""
    days = _days_ahead(said)
    return days[0] if days and (len(days) > 1 or not _ENDS_ONLY.search(plain(said.text))) else None


def returns_on(said: Said) -> date | None:
    """The day on which it ends, where the text gives both ends."""
    days = _days_ahead(said)
    if len(days) > 1 or days and _ENDS_ONLY.search(plain(said.text)):
        return days[-1]
    back = _BACK.search(plain(said.text))
    ahead = read_day(_with_month(back["when"], days), said.now, prefer="future") if back else None
    return ahead.day if ahead and ahead.day and ahead.day >= (days[0] if days else said.now.date()) else None


def _with_month(when: str, days: list[date]) -> str:
    """ "the 9th" after "on 2 December" is the ninth of December."""
    bare = re.fullmatch(r"(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?", when.strip(), re.I)
    return f"{bare['day']} {days[0]:%B %Y}" if bare and days else when


def _days_ahead(said: Said) -> list[date]:
    exact = (one for one in said.mentions.when if not one.approximate)
    return [day for one in exact for day in (one.day, one.until) if day and day >= said.now.date()]


def last_day(said: Said) -> date | None:
    """The day on which somebody leaves office; "standing down on Friday" is the Friday to come."""
    day = named_day(said)
    if day and day < said.now.date() and _STILL_TO_COME.search(plain(said.text)):
        ahead = read_day(said.text, said.now, prefer="future")
        return ahead.day if ahead and ahead.day else day
    return day


def named_day(said: Said) -> date | None:
    """The one day that is named, whether it is past or to come."""
    days = [one.day for one in said.mentions.when if one.day and not one.until]
    return days[0] if len(days) == 1 else None


def day_gone_by(said: Said) -> date | None:
    """The one day that is named, where it is past."""
    named = named_day(said)
    return named if named and named <= said.now.date() else None


def _what(said: Said, shape: re.Pattern[str]) -> str | None:
    found = shape.search(plain(said.text))
    return found["what"] if found else None
