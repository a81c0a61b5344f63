"""The facts of lost devices and other incidents that a text states, as SITUATIONS names them."""

import re

from knowledge.understanding.slots.facts_base import Said, flag, value_of
from knowledge.understanding.slots.text import plain

_HARDWARE = (
    r"(?:laptops?|computers?|pc|ipads?|tablets?|phones?|mobile|screens?|scanners?|printers?|monitors?|keyboards?"
    r"|mouse|headset"
    r"|machine|kit|wifi|wi-fi|charger|camera|battery|docking station|projector)"
)
_FAULT = re.compile(
    rf"\b{_HARDWARE}\b(?:\s+(?:at|in|on)\s+\w+)?(?:'s|\s+(?:is|has|are))?\s+(?P<what>(?:won'?t|keeps?|takes?|doesn'?t"
    r"|isn'?t|not|gone|went|goes|freezing|frozen|dead|stuck|broke\w*|crack\w*|smashed|slow"
    r"|playing up|making|cuts?|says)\b"
    r"[^,.!?;]{0,50})"
    r"|\b(?P<screen>(?:black|blank|blue|cracked|frozen) screen)\b",
    re.I,
)
_NOT_AN_ARTICLE = r"(?!(?:an?|the|this|that|my|got|had|have|from|with|some|by|of|to|and|i|in|on|me|just|opened|sent)\b)"
_MATERIAL = re.compile(
    rf"\b(?P<what>(?:{_NOT_AN_ARTICLE}[\w-]+\s+){{0,2}}(?:lists?|reports?|spreadsheets?|files?|letters?"
    rf"|address(?:es)?|details"
    r"|notes?|notebook|records?|payslips?|plans|scripts|minutes|forms?|papers?|paperwork|folders?|diary|agenda"
    r"|documents?|photos?"
    r"|names|casework|referrals?|assessments?|statements?|bank details))\b",
    re.I,
)
_INFECTION = re.compile(
    rf"\b(?P<what>(?:{_NOT_AN_ARTICLE}[\w-]+\s+){{0,2}}(?:pop-?\s?ups?|virus(?:es)?|trojan|malware|ransomware"
    rf"|spyware|worm|bug"
    r"|(?:black|strange|odd|red|funny) (?:box|window|screen)(?:\s+(?:flash\w*|pop\w*|came"
    r"|come)\s+up)?)(?:\s+everywhere)?)\b"
    r"|\b(?P<files>(?:all\s+(?:my\s+|the\s+)?)?(?:files?|everything|documents)\s+(?:is\s+|are\s+|were\s+"
    r"|have\s+been\s+)?"
    r"(?:locked|encrypted|scrambled))\b"
    r"|\b(?P<moves>(?:the\s+)?(?:mouse|cursor|pointer|screen|websites?|windows?|tabs?|adverts?)\s+"
    r"(?:is\s+|are\s+|keeps?\s+|started?\s+|was\s+)?(?:mov\w+|open\w+|pop\w+|flash\w+|appear\w+)\b"
    r"(?:\s+(?:on its own|by itself|up|everywhere))?)",
    re.I,
)
_POLICE = re.compile(
    r"\b(?:crime|police|incident|cad|log)\s*(?:ref(?:erence)?|number|no\.?"
    r"|num)?(?:\s*(?:ref(?:erence)?|number|no\.?))?\s*(?:is|was|:|#"
    r"|-)*\s*(?P<ref>(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{3,})",
    re.I,
)
_IPAD = re.compile(r"\bi-?pad\b", re.I)

_PAPER = (
    r"(?:papers?|paperwork|files?|notes?|notebooks?|reports?|forms?|documents?|folders?|letters?|diary|agenda"
    r"|minutes|scripts"
    r"|plans|sheets|records|registers?|lists?|statements?"
    r"|printouts?)"
)
_PAPERS_ALONE = re.compile(rf"\W*(?P<papers>(?:(?:an?|the|my|some|our) )?(?:[\w'’-]+ ){{0,4}}{_PAPER})\W*", re.I)
_PAPERS_NAMED = re.compile(
    rf"\b(?P<papers>(?:(?:the|my|some|our) )?(?:(?!(?:with|and|of|in|for|on)\b)[\w'’-]+ ){{0,2}}{_PAPER})\b", re.I
)
_ON_A_SCREEN = re.compile(
    r"\b(?:ipad|tablet|laptop|computer|pc|phone|mobile|screen|e-?mails?|messages?|texts?|links?|attachments?|inbox"
    r"|outlook"
    r"|teams|website|internet|network)\b",
    re.I,
)
_OPENED = re.compile(
    r"\b(?:opened|clicked|tapped|downloaded|followed\s+(?:a|the)\s+link|scanned\s+(?:it|the)|did (?:open|click|tap)"
    r"|let (?:it|a \w+|something) in)\b",
    re.I,
)
_NOT_OPENED = re.compile(
    r"(?:\bnot|n['’]t|\b(?:havent|didnt|dont|hasnt)"
    r"|\bnever|\bwithout|\bno one|\bnobody)\s+(?:\w+\s+){0,2}?(?:open|click|tap|touch|download)"
    r"|\bleft (?:it )?alone\b|\bunopened\b|\b(?:opened|clicked|tapped)\s+(?:on\s+)?(?:nothing|nowt)\b",
    re.I,
)
_DAMAGED = re.compile(
    r"\b(?:crack(?:ed)?|smashed|shattered|snapped|bent|dented|damaged|soaked|wet|spilt|spilled)\b", re.I
)
_PASSWORD = (
    r"(?:my|the|our)\s+(?:[\w'’-]+\s+){0,3}?(?:passwords?|log-?in|passcode|pin)"
    r"(?:\s+for\s+(?:[\w'’-]+\s+)?[\w'’-]+)?"
)
_NOBODY_NAMED = (
    r"(?!(?:i|you|he|she|we|they|it|who|someone|somebody|anyone|anybody|nobody|people|others?|out|away|up|may|might"
    r"|must"
    r"|could|can|will|would|should|have|has|had|never|not|now|also|still|that|and|or|but)\b)"
)
_WHO = (
    rf"(?P<who>\b{_NOBODY_NAMED}(?:(?:my|the|a|an|our|another|one of (?:my|the|our))\s+)?(?:IT\s+|old\s+)?"
    rf"{_NOBODY_NAMED}[\w'’-]+(?:\s+(?-i:[A-Z])[\w'’-]+)?)"
)
_KNOWN_TO = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:gave|given|told|shared|lent|sent|texted|e-?mailed|handed"
        rf"|read)\s+(?:out\s+)?{_PASSWORD}\s+(?:out\s+)?(?:to|with)\s+{_WHO}",
        rf"\b(?:gave|given|told|lent|sent|texted|e-?mailed|handed)\s+{_WHO}\s+{_PASSWORD}",
        rf"{_WHO}\s+(?:now\s+|also\s+|still\s+)?(?:knows?|has|have|got|saw|seen|guessed|found|uses"
        rf"|used)\s+(?:out\s+)?{_PASSWORD}",
    )
)
_UNDAMAGED = re.compile(
    r"\bnot\s+(?:been\s+)?(?:dropped|bashed|hit|knocked)\b|(?:\bnot|n['’]t|\bno|\bnever)\s+(?:\w+\s+){0,2}?(?:crack"
    r"|smash|damage|broken|wet)",
    re.I,
)


def device(said: Said) -> str | None:
    """The kind of device."""
    return said.mentions.device


def how(said: Said) -> str | None:
    """``stolen`` or ``lost``; theft outweighs the word "left", and doubt between the two is None."""
    hits = said.tags("how")
    values = {one.value for one in hits if not one.negated}
    if _BROKEN_IN.search(plain(said.text)):
        return "stolen"
    if "unclear" in values:
        return None
    if "stolen" in values:
        return "stolen"
    denied = {one.value for one in hits if one.negated}
    if not hits and _GONE.search(plain(said.text)):
        return "lost"
    return "lost" if "lost" in values or ("lost" not in denied and "stolen" in denied and "lost" in values) else None


_BROKEN_IN = re.compile(
    r"\b(?:broke|broken|smashed)\s+(?:in|into|(?:the|my)\s+(?:car\s+|van\s+)?window)\b|\bwalked\s+off\s+with\b"
    r"|\bsome(?:one|body)['’]?s?\s+(?:has\s+|have\s+)?had\s+(?:it|them|my|the|our)\b[^.;!?]{0,40}\b(?:out\s+of|from|off|out)\b"
    r"|\blifted\s+from\b|\bhelped\s+(?:himself|themselves)\s+to\b",
    re.I,
)
_GONE = re.compile(
    r"\b(?:mislaid|misplaced)\b|\bleft\s+(?:my|the|a)\s+[^.;]{2,25}\bon\s+the\s+(?:bus|train|tube|tram|plane)\b"
    r"|\bdropped\s+[^.;]{2,40}\bsomewhere\b|\b(?:can'?t|cannot|cant)\s+find\b|\b(?:not\s+seen\s+(?:my|the|it)"
    r"|haven'?t\s+seen\s+(?:my|the|it)|never\s+(?:arrived|turned\s+up|saw\s+it)"
    r"|somewhere\s+under|can'?t\s+(?:lay\s+hands\s+on|put\s+my\s+hands?\s+on|think\s+where)|no\s+sign\s+of"
    r"|got\s+off\s+[^.;]{0,40}hasn'?t|walked\s+off\s+without|turned\s+the\s+house\s+upside)\b",
    re.I,
)
_BY_SOMEBODY = re.compile(
    r"\b(?:given|offered|sent|handed|bought|promised|told|asked|paid|treated)\b.{0,40}\bby\b", re.I
)
_WHEN_AFTER = re.compile(r"\s+(?:just|just now|now|earlier|again|today|tonight)$", re.I)


def where(said: Said) -> str | None:
    """The place, with its preposition."""
    found = said.mentions.place
    if found is None or _BY_SOMEBODY.search(plain(said.text)) and found.casefold().startswith("by "):
        return None
    return _WHEN_AFTER.sub("", found)


def whereabouts(said: Said) -> str | None:
    """The place where a device is; "on my laptop" and "in an email" are none."""
    found = where(said)
    return None if found is None or _ON_A_SCREEN.search(found) else found


_WRONG = re.compile(
    r"\b(?P<what>(?:(?:the|its|a|my)\s+)?(?!(?:it|that|this|which|i|they)\b)[\w-]+(?:\s+[\w-]+)?\s+"
    r"(?:is|are|'s|was|went|has|have|keeps?|won'?t|doesn'?t|isn'?t|gone)\s+(?:all\s+|just\s+|completely\s+|been\s+)?"
    r"(?:smashed|dead|cracked|broken|stuck|frozen|bust|knackered|blank|black|off|jammed|chewing|flickering|crackling"
    r"|freezing"
    r"|crashing|beeping|dying|overheating|charge|charging|connect|connecting|turn|start|switch|load|loading|print"
    r"|printing)\b"
    r"[^,.!?;]{0,30})"
    r"|\b(?P<gone>(?:sound|screen|picture|battery|camera|mic|microphone|signal|wifi|charger|keyboard|touch ?screen"
    r"|email)\s+"
    r"(?:went|has gone|gone|died|stopped|packed in|packed up|is off)\b[^,.!?;]{0,20})",
    re.I,
)


def fault(said: Said) -> str | None:
    """What is wrong with the equipment, as said: "takes 20 minutes to boot"."""
    text = plain(said.text)
    found = _FAULT.search(text) or _WRONG.search(text)
    return next(words for words in found.groups() if words).strip() if found else None


def material(said: Said) -> str | None:
    """What got out or went missing, as said: "the payslip spreadsheet"."""
    return _named(_MATERIAL, said)


def infection(said: Said) -> str | None:
    """What showed itself: "popups everywhere"."""
    return _named(_INFECTION, said)


def _named(pattern: re.Pattern[str], said: Said) -> str | None:
    found = pattern.search(plain(said.text))
    return next(words for words in found.groups() if words).strip() if found else None


_TELLS_WHO = re.compile(
    r"\b(?:from|off|purport\w*|supposed\w*|claim\w*|pretend\w*|says?|saying|ask(?:s|ing|ed)|wants?|wanting|tell(?:s"
    r"|ing)|reckons?|about)\b",
    re.I,
)
_LEAST_TOLD = 7


def message(said: Said) -> str | None:
    """The text itself where it tells what the message says or whom it claims to come from."""
    text = said.text.strip().rstrip(".")
    return text if len(text.split()) >= _LEAST_TOLD and _TELLS_WHO.search(text) else None


def opened(said: Said) -> bool | None:
    """Whether something in a message was opened, as said."""
    words = plain(said.text)
    return False if _NOT_OPENED.search(words) else True if _OPENED.search(words) else None


def damaged(said: Said) -> bool | None:
    """Whether equipment is damaged, as said; "broken" may mean either, and is None."""
    words = plain(said.text)
    return False if _UNDAMAGED.search(words) else True if _DAMAGED.search(words) else None


def owner(said: Said) -> str | None:
    """``own`` or ``council`` where the text says which; "my ipad" says neither."""
    if _MINE.search(plain(said.text)):
        return "own"
    values = {one.value for one in said.tags("owner") if not one.negated}
    if not values and _COUNCILS.search(plain(said.text)):
        return "council"
    return values.pop() if len(values) == 1 else None


_COUNCILS = re.compile(
    r"\b(?:the|my|me|a|our)?\s*(?:council|works?|authority'?s?)\s+(?:\w+\s+)?(?:laptop|ipad|tablet|phone|mobile"
    r"|computer|pc|machine|kit)\b",
    re.I,
)
_MINE = re.compile(r"\bmin?e? own\s+(?!council)\w+[^.;!?]{0,20}\bnot\s+(?:yours|the\s+council'?s|work'?s)\b", re.I)


_SHARED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:told|gave|given|lent|shown|showed|let)\s+(?P<who>(?:our|my|the"
        rf"|a)\s+(?:new\s+)?{_NOBODY_NAMED}[\w'’-]+)\s+"
        r"(?:have\s+|use\s+|in\s+(?:on|with)\s+)?(?:my|me|the)\s+(?:log[- ]?in|password|pin|passcode)",
        rf"{_WHO}\s+(?:made|asked|got|had|told)\s+me\s+(?:to\s+)?(?:give|tell|hand|share|read)",
        r"\b(?:password|log[- ]?in|pin|passcode)\b[^.;!?]{0,30}\bto\s+(?P<who>(?:a|the|my|some)\s+[\w'’-]+)",
    )
)


def password_shared_with(said: Said) -> str | None:
    """Who knows a password, as the text calls them ("a colleague"); None where it names nobody."""
    words = plain(said.text)
    found = next((match for pattern in (*_KNOWN_TO, *_SHARED) if (match := pattern.search(words))), None)
    return found["who"] if found else None


def left_unattended(said: Said) -> bool | None:
    """Whether it was left by itself, as said."""
    stated = flag(said, "left_unattended")
    return True if stated is None and _TURNED_AWAY.search(plain(said.text)) else stated


_TURNED_AWAY = re.compile(
    r"\b(?:popped\s+to\s+the\s+(?:loo|toilet|bar|counter)|left\s+it\s+there\s+like\s+a\s+fool|turned\s+my\s+back"
    r"|left\s+(?:it|the\s+\w+|my\s+\w+)\s+on\s+(?:a|the)\s+(?:table|seat|desk|bench|bar|counter"
    r"|chair)|went\s+(?:to\s+the\s+(?:loo|bar|toilet)|for\s+a\s+(?:wee|coffee|fag))|nipped\s+(?:off|out|to))\b",
    re.I,
)


def in_vehicle(said: Said) -> bool | None:
    """Whether it was in a car or van, as said."""
    if _CAR_PARK.search(plain(said.text)):
        return None
    stated = flag(said, "in_vehicle")
    return True if stated is None and _FROM_A_CAR.search(plain(said.text)) else stated


_CAR_PARK = re.compile(r"\bcar\s?parks?\b", re.I)
_FROM_A_CAR = re.compile(
    r"\b(?:out(?:ta)?|out of|from|in|inside|off)\s+(?:the\s+|me\s+|my\s+"
    r"|our\s+)?(?:back\s+(?:seat\s+)?of\s+)?(?:the\s+|my\s+|me\s+)?"
    r"(?:works?\s+|council\s+|pool\s+)?(?:van|car|boot|motor|truck|cab|minibus|passenger seat|back seat"
    r"|glove ?box)\b(?!\s+park)"
    r"|\b(?:car|van|motor)\s+(?:was|got|been|window|were)\s*(?:\w+\s+)?(?:broken into|smashed|done over)\b",
    re.I,
)


def overnight(said: Said) -> bool | None:
    """Whether it was left overnight, as said."""
    return flag(said, "overnight")


def police_reference(said: Said) -> str | None:
    """The crime or incident number, in capitals."""
    found = _POLICE.search(plain(said.text))
    return found["ref"].upper().strip("-/") if found else None


def papers(said: Said) -> str | None:
    """The papers that the text is about, also where it names them and says no more."""
    alone = _PAPERS_ALONE.fullmatch(plain(said.text))
    if alone:
        return alone["papers"]
    about = thing(said)
    if about and not _ON_A_SCREEN.search(about):
        return about
    found = _PAPERS_NAMED.search(plain(said.text))
    return found["papers"] if found else None


def thing(said: Said) -> str | None:
    """The noun phrase that the text is about, an iPad spelt as it spells itself."""
    named = value_of(said.mentions.things)
    return _IPAD.sub("iPad", named) if named else None
