"""The facts of a person's own criminal matters that a text states, as SITUATIONS names them."""

import re
from collections.abc import Mapping

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.text import plain
from knowledge.understanding.slots.tie_facts import first_match
from knowledge.understanding.slots.tie_facts import since as tie_since

# In this order: a conviction for what brought a ban as well is a conviction.
_MATTER: Mapping[str, re.Pattern[str]] = {
    "conviction": re.compile(
        r"\b(?:convict(?:ed|ion)|(?:found|pleaded|plead)\s+(?:me\s+)?guilty|criminal\s+record|suspended\s+sentence"
        r"|sentenced"
        r"|community\s+(?:service|order)|served\s+\w+\s+(?:months|years))\b",
        re.I,
    ),
    "caution": re.compile(r"\b(?<!under\s)caution(?:ed)?\b", re.I),
    "pending_prosecution": re.compile(
        r"\b(?:prosecut\w+|court\s+date|due\s+in\s+court|(?:go|going)\s+to\s+court|summons\w*|crown\s+court|cps)\b",
        re.I,
    ),
    "charge": re.compile(
        r"\b(?<!havent\sbeen\s)(?<!haven't\sbeen\s)(?<!not\sbeen\s)(?:charged\s+(?:with|by)|(?:been|being"
        r"|was)\s+charged|pressing\s+charges|a\s+charge|\w+\s+charge\s+brought|(?:last\s+night|yesterday"
        r"|today)?,?\s*charged,|decided\s+to\s+charge\s+me"
        r"|going\s+to\s+charge\s+me)\b",
        re.I,
    ),
    "ban": re.compile(r"\b(?:banned|(?:driving|football)\s+ban|a\s+ban|banning\s+order|lost\s+my\s+licence)\b", re.I),
    "driving_minor": re.compile(
        r"\b(?:speeding|points\s+on\s+my\s+licence|(?:three|3|six|6)\s+points|fixed\s+penalty|parking\s+(?:fine|ticket)"
        r"|flashed\s+doing|doing\s+\d\d\s+in\s+a\s+\d\d|speed\s+(?:camera|awareness)|flashed\s+by\s+a\s+camera"
        r"|minor\s+driving)\b",
        re.I,
    ),
    "investigation": re.compile(
        r"\b(?:looking\s+into\s+me|under\s+caution|investigat\w+|arrested|on\s+bail|bailed)\b", re.I
    ),
    "police_enquiry": re.compile(
        r"\b(?:coppers?|bobbies|cops)\s+(?:came|knocked|rang|called|turned)\b|\bjust\s+enquiries\b"
        r"|\bpolice\s+(?:knocked|rang|called|came|visited|enquir\w+|inquir\w+|want|wanted|turned\s+up"
        r"|have\s+been\s+asking|asked)\b"
        r"|\b(?:interviewed|questioned|spoken\s+to)\s+by\s+the\s+police\b|\bvoluntary\s+interview\b"
        r"|\bin\s+for\s+questioning\b",
        re.I,
    ),
}
_TRUST = re.compile(
    r"\bi\s+(?:work\s+with|look\s+after|care\s+for|teach)\s+(?:\w+\s+){0,2}?"
    r"(?:kids|children|vulnerable|adults|pupils)\b|\bi(?:'?m|\s+am)\s+in\s+an?\s+(?:trust\s+post|post\s+of\s+trust)\b|\b(?:teaching\s+assistant|teacher|care\s+worker"
    r"|social\s+worker)\s+here\b"
    r"|\b(?:it'?s|in|its)\s+an?\s+(?:position|post)\s+of\s+trust\b|\bwork(?:ing)?\s+w(?:i|ith)\s+(?:kids|kiddies"
    r"|children|young|vulnerable|disabled|looked\s+after)\b"
    r"|\bworking\s+with\s+(?:autistic|disabled|vulnerable|young|looked\s+after|special)\s+\w+\b"
    r"|\bi\s+run\s+the\s+(?:after\s+school|breakfast|youth|holiday)\s+club\b"
    r"|\bi\s+work\s+(?:in|at|on)\s+(?:an?|the|our)\s+(?:\w+\s+)?"
    r"(?:children'?s\s+(?:home|centre)|care\s+home|nursery|special\s+school|day\s+centre|residential\s+home)\b"
    r"|\bi(?:'?m|\s+am)\s+an?\s+(?:home\s+carer|childminder|school\s+\w+|ta|teacher|teaching\s+assistant|carer"
    r"|care\s+worker|social\s+worker"
    r"|nursery\s+nurse|midday"
    r"\s+supervisor|youth\s+worker|support\s+worker|foster\s+carer|school\s+nurse|learning\s+support)\b",
    re.I,
)
_NO_TRUST = re.compile(
    r"\bnot\s+(?:in\s+)?(?:a|any)\s+(?:trust|position\s+of\s+trust)\b|\b(?:don'?t|never)\s+work\s+w(?:ith|i)\s+(?:kids"
    r"|kiddies|children|vulnerable)|\bno\s+(?:kids|children|vulnerable)\b[^.;]{0,15}\bin\s+my\s+job",
    re.I,
)
_NO_CAR = re.compile(
    r"\bno\s+driving\s+in\s+my\s+(?:role|post|work)\b|\b(?:never|don'?t|do\s+not)\s+drive\s+(?:for|at|in)\s+(?:my\s+"
    r"|the\s+)?(?:work|job|council)\b"
    r"|\b(?:no|never)\s+driving\s+(?:in|for|at)\s+(?:my\s+)?(?:work|job)\b"
    r"|\b(?:job|work|role)(?:'?s|\s+is|\s+has|\s+involves)?\s+(?:\w+\s+){0,2}?(?:desk[- ]based|no\s+driving)\b"
    r"|\bdesk[- ]based\s+job\b|\b(?:no|don'?t|do\s+not)\s+(?:need\s+(?:a\s+)?)?"
    r"(?:car|van|licence)\s+(?:needed\s+|required\s+)?"
    r"(?:for|in|at)\s+(?:my\s+|the\s+)?(?:job|work|role)\b",
    re.I,
)
_CAR = re.compile(
    r"\bi\s+drive\s+(?:the|a|an)\s+(?:\w+\s+)?"
    r"(?:minibus|van|lorry|bus|gritter|truck|wagon|tipper|ambulance|sweeper|pool\s+car)\b|"
    r"\bi\s+drive\s+(?:a|the|for)\s+(?:council|work)\b|\bdrives?\s+(?:all\s+day|for\s+(?:work|the\s+council))\b"
    r"|\bdriving\s+(?:is|as)\s+part\s+of\s+my\s+job\b"
    r"|\bi\s+drive\s+[^.;!?]{2,40}\b(?:for\s+a\s+living|for\s+work|for\s+(?:my|the)\s+job|all\s+day|every\s+day)"
    r"|\bin\s+the\s+(?:car|van)\s+all\s+day\b|\bi\s+drive\s+to\s+(?:visits|sites|clients|jobs|my\s+\w+)\b"
    r"|\bi\s+drive\s+for\s+(?:work|the\s+council|a\s+living)\b"
    r"|\b(?:i'?m|i\s+am|as)\s+an?\s+(?:\w+\s+){0,2}?driver\b"
    r"|\b(?:need|use)\s+(?:the|my|a|me)\s+(?:own\s+)?(?:car|van|licence)\s+(?:for|at|in)\s+(?:work|my\s+job"
    r"|the\s+job|(?:home\s+)?visits|site\s+visits|my\s+rounds?)\b",
    re.I,
)


def matter(said: Said) -> str | None:
    """What has happened: conviction, caution, charge, investigation, ban, enquiry, prosecution, minor driving."""
    return first_match(said.text, _MATTER)


def trust_post(said: Said) -> bool | None:
    """Whether the person says that they work with children or vulnerable adults."""
    if _NO_TRUST.search(plain(said.text)):
        return False
    return True if _TRUST.search(plain(said.text)) else None


def since(said: Said) -> str | None:
    """Since when, as said; "for a year" is how long a ban lasts."""
    found = tie_since(said)
    return found if found and found.lower().startswith("since") else None


def job_uses_car(said: Said) -> bool | None:
    """Whether the person says that they drive in their job."""
    if _NO_CAR.search(plain(said.text)):
        return False
    return True if _CAR.search(plain(said.text)) else None
