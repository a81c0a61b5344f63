"""The facts of lost devices and other incidents that a text states, as SITUATIONS names them."""

import re

from knowledge.understanding.slots.facts_base import Said, flag, value_of
from knowledge.understanding.slots.text import plain

_HARDWARE = (
    r"(?:laptops?|computers?|pc|ipads?|tablets?|phones?|mobile|screens?|scanners?|printers?|monitors?|keyboards?|mouse|headset"
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
    rf"\b(?P<what>(?:{_NOT_AN_ARTICLE}[\w-]+\s+){{0,2}}(?:lists?|reports?|spreadsheets?|files?|letters?|address(?:es)?|details"
    r"|notes?|notebook|records?|payslips?|plans|scripts|minutes|forms?|papers?|paperwork|folders?|diary|agenda|documents?|photos?"
    r"|names|casework|referrals?|assessments?|statements?|bank details))\b",
    re.I,
)
_INFECTION = re.compile(
    rf"\b(?P<what>(?:{_NOT_AN_ARTICLE}[\w-]+\s+){{0,2}}(?:pop-?\s?ups?|virus(?:es)?|trojan|malware|ransomware|spyware|worm|bug"
    r"|(?:black|strange|odd) (?:box|window|screen))(?:\s+everywhere)?)\b",
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
    r"(?:papers?|paperwork|files?|notes?|notebook|reports?|forms?|documents?|folder|letters?|diary|agenda|minutes"
    r"|printouts?)"
)
_PAPERS_ALONE = re.compile(rf"\W*(?P<papers>(?:(?:an?|the|my|some|our) )?(?:[\w'’-]+ ){{0,4}}{_PAPER})\W*", re.I)
_PAPERS_NAMED = re.compile(
    rf"\b(?P<papers>(?:(?:the|my|some|our) )?(?:(?!(?:with|and|of|in|for|on)\b)[\w'’-]+ ){{0,2}}{_PAPER})\b", re.I
)
_ON_A_SCREEN = re.compile(
    r"\b(?:ipad|tablet|laptop|computer|pc|phone|mobile|screen|e-?mails?|messages?|texts?|links?|attachments?|inbox|outlook"
    r"|teams|website|internet|network)\b",
    re.I,
)
_OPENED = re.compile(
    r"\b(?:opened|clicked|tapped|downloaded|did (?:open|click|tap)|let (?:it|a \w+|something) in)\b", re.I
)
_NOT_OPENED = re.compile(
    r"(?:\bnot|n['’]t|\b(?:havent|didnt|dont|hasnt)"
    r"|\bnever|\bwithout|\bno one|\bnobody)\s+(?:\w+\s+){0,2}?(?:open|click|tap|touch|download)"
    r"|\bleft (?:it )?alone\b|\bunopened\b",
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
    r"(?!(?:i|you|he|she|we|they|it|who|someone|somebody|anyone|anybody|nobody|people|others?|out|away|up|may|might|must"
    r"|could|can|will|would|should|have|has|had|never|not|now|also|still|that|and|or|but)\b)"
)
_WHO = (
    rf"(?P<who>\b{_NOBODY_NAMED}(?:(?:my|the|a|an|our|another|one of (?:my|the|our))\s+)?(?:IT\s+|old\s+)?"
    rf"{_NOBODY_NAMED}[\w'’-]+(?:\s+(?-i:[A-Z])[\w'’-]+)?)"
)
_KNOWN_TO = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:gave|given|told|shared|lent|sent|texted|e-?mailed|handed|read)\s+(?:out\s+)?{_PASSWORD}\s+(?:out\s+)?(?:to|with)\s+{_WHO}",
        rf"\b(?:gave|given|told|lent|sent|texted|e-?mailed|handed)\s+{_WHO}\s+{_PASSWORD}",
        rf"{_WHO}\s+(?:now\s+|also\s+|still\s+)?(?:knows?|has|have|got|saw|seen|guessed|found|uses|used)\s+(?:out\s+)?{_PASSWORD}",
    )
)
_UNDAMAGED = re.compile(r"(?:\bnot|n['’]t|\bno|\bnever)\s+(?:\w+\s+){0,2}?(?:crack|smash|damage|broken|wet)", re.I)


def device(said: Said) -> str | None:
    """The kind of device."""
    return said.mentions.device


def how(said: Said) -> str | None:
    """``stolen`` or ``lost``; theft outweighs the word "left", and doubt between the two is None."""
    hits = said.tags("how")
    values = {one.value for one in hits if not one.negated}
    if "unclear" in values:
        return None
    if "stolen" in values:
        return "stolen"
    denied = {one.value for one in hits if one.negated}
    return "lost" if "lost" in values or ("lost" not in denied and "stolen" in denied and "lost" in values) else None


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


def fault(said: Said) -> str | None:
    """What is wrong with the equipment, as said: "takes 20 minutes to boot"."""
    found = _FAULT.search(plain(said.text))
    return (found["what"] or found["screen"]).strip() if found else None


def material(said: Said) -> str | None:
    """What got out or went missing, as said: "the payslip spreadsheet"."""
    return _named(_MATERIAL, said)


def infection(said: Said) -> str | None:
    """What showed itself: "popups everywhere"."""
    return _named(_INFECTION, said)


def _named(pattern: re.Pattern[str], said: Said) -> str | None:
    found = pattern.search(plain(said.text))
    return found["what"].strip() if found else None


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
    values = {one.value for one in said.tags("owner") if not one.negated}
    return values.pop() if len(values) == 1 else None


def data_of(said: Said) -> str | None:
    """Whose data was on it, where the text says one."""
    values = {one.value for one in said.tags("data_of") if not one.negated}
    return values.pop() if len(values) == 1 else None


def password_shared_with(said: Said) -> str | None:
    """Who knows a password, as the text calls them ("a colleague"); None where it names nobody."""
    words = plain(said.text)
    found = next((match for pattern in _KNOWN_TO if (match := pattern.search(words))), None)
    return found["who"] if found else None


def personal_data(said: Said) -> bool | None:
    """Whether personal data was on it or in it."""
    return flag(said, "personal_data")


def encrypted(said: Said) -> bool | None:
    """Whether it was encrypted; a guess is None."""
    return flag(said, "encrypted")


def left_unattended(said: Said) -> bool | None:
    """Whether it was left by itself, as said."""
    return flag(said, "left_unattended")


def in_vehicle(said: Said) -> bool | None:
    """Whether it was in a car or van, as said."""
    return flag(said, "in_vehicle")


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
