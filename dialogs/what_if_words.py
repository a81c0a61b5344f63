"""Which words ask what would change an answer, or what it would be if something were different; and "why"."""

import re
from dataclasses import dataclass

_REFERENCE = r"[a-z]{2,3}[- ]?\d{4}[- ]?\d+"
_ANSWER = r"(?:the|this|that|your|my) (?:answer|ruling|outcome|result|decision)"
_IT = rf"(?:it|this|that|them|these|those|things|{_REFERENCE}|{_ANSWER})"
_OK = r"(?:ok|okay|all right|alright|allowed|acceptable|fine|possible|different)"
_START = r"^\W*(?:(?:so|ok|okay|and|but|well|hm+|right|then|yes|no|please)\W+)*"
_GENERAL = re.compile(
    _START + r"(?:"
    r"(?:so )?what[ -]ifs?"
    rf"|what (?:would|could|might|will) (?:change|alter) {_IT}"
    rf"|(?:would|could|might) {_IT} (?:change|be (?:any )?different)(?: if)?"
    r"(?: (?:something|anything) (?:else )?(?:changed|were|was)(?: different)?)?"
    rf"|what (?:would|could) make {_IT} (?:be )?{_OK}"
    r"|what would (?:have|need) to (?:change|be different)|what would i (?:have|need) to change"
    rf"|is there (?:any|a|some) way (?:that )?i (?:can|could|may) (?:still )?(?:keep|accept|take|have|use|do) {_IT}"
    rf"|(?:when|how) (?:would|could) (?:{_IT}|i) (?:be )?(?:allowed|ok|okay|all right|(?:keep|accept|use|have) {_IT})"
    r"(?: then)?"
    rf"|what would change (?:for|about|with|in) {_IT}"
    r")(?:\W*(?:\.\.\.|…)?)\W*$",
    re.I,
)
_FIRM = re.compile(
    _START + r"(?:what[ -]if|and if|how about if|what about if|suppos(?:e|ing)(?: that)?|let's say|imagine(?: that)?"
    rf"|would {_IT} (?:still )?(?:be (?:any )?different|be the same|change|be ok|be okay|be all right|be allowed) if"
    rf"|would it (?:make a|be any) difference if|what would (?:happen|{_IT} be|change) if)\b[\W]*(?P<rest>\w.*)$",
    re.I | re.S,
)
_LOOSE = re.compile(
    _START + r"(?:if|does it (?:matter|make a difference) if|what happens if|would it help if)\b\W*"
    r"(?P<rest>\w.*\?)\s*$",
    re.I | re.S,
)
_THEN = re.compile(
    r"[,;]?\s*(?:\b(?:then )?(?:would|could|can|may|should|do|will|must) (?:i|it|that|this|they|you)\b.*"
    r"|\bis (?:it|that) (?:ok|okay|all right|fine|allowed)\b.*|\binstead\b.*|\bthen\b)\W*$",
    re.I | re.S,
)
_WHY = re.compile(r"^\W*(?:(?:but|so|and|ok|okay|no|really|please|oh)\W+)*(?:why|how come)\b", re.I)
_WHY_WORDS = frozenset(
    """
    but so and ok okay no really please oh why how come not is it this that them these those isn't can't cant cannot can
    may mustn't must should shouldn't do does don't did didn't have has had to need needs be been a an the any my i my
    was wasn't were are aren't allowed refused refuse approved approval approve permission agreement reason reasons
    manager manager's boss keep accept take use register registered record recorded report reported declare declared
    file filed ask tell told say saying turn down give back up on about then exactly for your answer ruling decision
    they he she somebody someone anybody anyone who know decide agree consent yes me us we got get getting would
    won't wouldn't couldn't could sign told wait
    """.split()
)
_MORE = re.compile(
    r"^\W*(?:show (?:me )?(?:more|the rest|all)|(?:tell me )?more|(?:and )?the rest|what else)\W*$", re.I
)


@dataclass(frozen=True, slots=True)
class Supposal:
    """A question after what would change it. ``rest`` is what is supposed ("it was £40"), or nothing.

    ``firm``: the words suppose something, whatever it is; else they do so only if it can be read.
    """

    rest: str = ""
    firm: bool = True


def supposal_in(text: str) -> Supposal | None:
    """Read a "what if": the bare question, or what is supposed; None where the words are neither."""
    plain = text.replace("’", "'")
    if _GENERAL.match(plain):
        return Supposal()
    found = _FIRM.match(plain)
    firm = found is not None
    found = found or _LOOSE.match(plain)
    return Supposal(_THEN.sub("", found["rest"]).strip(" .,?!") or found["rest"], firm) if found else None


def asks_why(text: str) -> bool:
    """Say whether the words ask why a ruling is what it is, and name nothing but the matter itself."""
    plain = re.sub(_REFERENCE, "it", text.replace("’", "'"), flags=re.I)
    return bool(_WHY.match(plain)) and set(re.findall(r"[\w']+", plain.casefold())) <= _WHY_WORDS


def wants_more(text: str) -> bool:
    """Say whether the words ask for the rest of what was shown in part."""
    return bool(_MORE.match(text))
