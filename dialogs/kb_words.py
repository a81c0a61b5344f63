"""The words in which HR ask to read the knowledge base: outright shapes, so that nothing told is taken for them."""

import re
from dataclasses import dataclass

LONGEST = 200
_POLITE = r"^\W*(?:(?:please|can you|could you|can i|may i|i want to|i'd like to|now|ok|okay|and)\W+)*"
_SEE = r"(?:show|list|see|open|read|give|view|display)(?: me)?(?: all)?(?: of)?(?: the| our)?"
_KB = r"(?:the |your |our )?(?:kb|knowledge ?base)"
_NAME = r"(?P<name>\S.*?)"
_ABOUT = rf"(?: (?:of|on|in|under|about|for|within|from)(?: the heading)? {_NAME})?"
_HOLD = r"(?:(?:do|can) (?:you|we) (?:have|hold|know|keep)|are there|are held|are)"
_END = r"(?:,? please)?\W*$"
_MORE = r"^\W*(?:show(?: me)? )?(?:more|the rest)(?: of (?:them|it))?"
_NEXT = r"^\W*(?:the )?next(?: page| ones?)?"
_BACK = r"^\W*(?:go )?(?:back|previous)(?: page| to the list)?"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody would like to see: ``list``, ``show`` or ``contacts``, and how they name it ("": all of it).

    ``plainly``: the words speak of the knowledge base. ``outright``: they speak of nothing, and only name something.
    """

    verb: str
    name: str = ""
    plainly: bool = False
    outright: bool = False


def _shape(shape: str) -> re.Pattern[str]:
    return re.compile(f"{_POLITE}{shape}{_END}", re.I)


_SHAPES = (
    (_shape(rf"(?:kb[ _-]?contacts|{_SEE} contacts(?: (?:in|of) (?:{_KB}|the polic(?:y|ies)))?)"), Wish("contacts")),
    (_shape(r"(?:the |all )?contacts"), Wish("contacts", outright=True)),
    (_shape(rf"kb[ _-]?list(?: {_NAME})?"), Wish("list", plainly=True)),
    (_shape(rf"kb[ _-]?show(?: {_NAME})?"), Wish("show", plainly=True)),
    (_shape(rf"(?:{_SEE} |what(?:'s| is| do (?:we|you) have| do you hold)(?: there)? in )?{_KB}{_ABOUT}"),
     Wish("list", plainly=True)),
    (_shape(rf"(?:what|which) (?:clauses|policies) {_HOLD}(?: in {_KB})?"), Wish("list", plainly=True)),
    (_shape(rf"{_SEE} policies(?: (?:we|you) (?:have|hold)| there are| in {_KB})?"), Wish("list", plainly=True)),
    (_shape(rf"{_SEE} (?:policy )?clauses(?: in {_KB})?"), Wish("list", plainly=True)),
    (_shape(rf"{_SEE} (?:policy )?clauses{_ABOUT}"), Wish("list")),
    (_shape(rf"(?:{_SEE}|what hangs on)(?: the)? clause(?: number| no\.?)? {_NAME}"), Wish("show")),
    (_shape(rf"list(?: me)?(?: the)? {_NAME}"), Wish("list", outright=True)),
    (_shape(rf"(?:{_SEE}|clause|what hangs on)(?: the)? {_NAME}"), Wish("show", outright=True)),
)  # fmt: skip


def read_wish(text: str) -> Wish | None:
    """Read what of the knowledge base somebody would like to see; None where the words ask for nothing of it."""
    for pattern, wish in _SHAPES:
        found = pattern.match(text) if len(text) <= LONGEST else None
        if found:
            name = found.groupdict().get("name") or ""
            return Wish(wish.verb, name, wish.plainly, wish.outright)
    return None


def turns_on(text: str, alone: bool) -> bool:
    """Say whether the words ask for more; "next" may also leave out a question that is open."""
    return _is(_MORE, text) or alone and _is(_NEXT, text)


def turns_back(text: str) -> bool:
    """Say whether the words ask to go back."""
    return _is(_BACK, text)


def _is(shape: str, text: str) -> bool:
    return len(text) <= LONGEST and re.match(f"{shape}{_END}", text, re.I) is not None
