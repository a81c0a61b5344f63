"""Reviews in words: outright shapes only, and of those who may ask or are asked, so that nobody else's is taken."""

import re
from collections.abc import Callable

from dialogs.asking import answer_beside
from dialogs.campaign_answers import later, nothing, something
from dialogs.campaign_desk import Asked, agree, propose, propose_closing, show, turn_page
from dialogs.campaign_groups import may_ask
from dialogs.campaigns import SITUATION, ask_card
from dialogs.desk import Turn
from dialogs.statuses import person_named
from storage import campaigns
from storage.tables import Campaign, Draft

_POLITE = r"^\W*(?:(?:please|can you|could you|i want to|i'd like to|i would like to|i need to|let's|ok|okay|now)\W+)*"
_KIND = r"(?:(?:new|annual|yearly|periodic|another)\s+)*"
_START = re.compile(
    _POLITE + r"(?:start|begin|open|launch|run|set up)\s+(?:an?\s+|the\s+)?" + _KIND + r"(?:"
    r"declarations?\s+(?:review|campaign|round)|(?:review|campaign|round)\s+of\s+(?:the\s+)?declarations?)\b(?P<rest>.*)$",
    re.I | re.S,
)
_ASK = re.compile(
    _POLITE + r"(?:ask|request)\s+(?P<who>.+?)\s+(?:for|to (?:make|send|complete|fill in|update|file))\s+"
    r"(?:their|his|her|an?|the)?\s*" + _KIND + r"declarations?(?:\s+forms?)?\b(?P<rest>.*)$",
    re.I | re.S,
)
_COLLECT = re.compile(
    _POLITE + r"(?:collect|get|request)\s+(?:the\s+)?" + _KIND + r"declarations?\s+from\s+(?P<rest>.*)$", re.I | re.S
)
_UNTIL = re.compile(
    r"\b(?:until|till|by|before|ending(?: on)?|due(?: by| on)?|no later than)\s+(?P<day>.+?)(?=\s+for\s|$)", re.I | re.S
)
_FOR = re.compile(
    r"^\W*(?:for|in|with|among|across|of)?\s*(?P<who>.*?)\W*(?=\b(?:until|till|by|before|ending|due|no later)\b|$)",
    re.I | re.S,
)
_MISSING = re.compile(
    r"^\W*(?:please )?(?:(?:can you )?(?:tell|show) me )?who(?:'s| is| has| have)?\s+(?:still )?(?:has |have )?"
    r"(?:not|hasn't|haven't|yet to|to)\s+(?:yet )?(?:answer|declare|repl|respond)\w*(?P<rest>.*)$",
    re.I | re.S,
)
_ANSWERED = re.compile(
    r"^\W*(?:please )?(?:(?:can you )?(?:tell|show) me )?who(?:'s| has| have)?\s+(?:already )?"
    r"(?:answered|declared|replied|responded)\b(?P<rest>.*)$",
    re.I | re.S,
)
_THE_REVIEW = r"(?:the |my |this )?(?:declarations? )?(?:review|campaign)"
_STATUS = re.compile(
    rf"^\W*(?:how(?:'s| is)|show(?: me)?|(?:what(?:'s| is) the )?(?:status|state) of)\s+{_THE_REVIEW}\b(?P<rest>.*)$"
    rf"|^\W*{_THE_REVIEW} status\b(?P<more>.*)$",
    re.I | re.S,
)
_CLOSE = re.compile(_POLITE + rf"(?:close|end|stop|finish)\s+{_THE_REVIEW}\b(?P<rest>.*)$", re.I | re.S)
_MORE = re.compile(r"^\W*(?:show(?: me)? )?(?:more|the rest|the others|the next(?: \d+)?)(?: please)?\W*$", re.I)
_NIL = re.compile(
    r"^\W*(?:no\W+)?(?:i(?:'ve| have)?(?: got)? )?(?:nothing(?: new)? to declare|nil(?: return| declaration)?)"
    r"(?: from me| this time| this year)?(?:\W+(?:please|thanks|thank you))?\W*$",
    re.I,
)
_SOMETHING = re.compile(r"^\W*(?:yes\W+)?(?:i(?:'ve| have)?(?: got)? )?something to declare(?: please)?\W*$", re.I)
_LATER = re.compile(r"^\W*(?:not now|not yet|later|maybe later)(?: please| thanks)?\W*$", re.I)
_ABOUT = re.compile(
    r"^\W*(?:i(?:'ve)? (?:got|received|had|have)|what(?:'s| is)|why did i get)\b.{0,20}\breview\b"
    r"(?: message| card)?\W*$",
    re.I,
)
_NOT_YOURS = (
    "A declarations review is started by a manager for their own team, the Head of HR, an auditor or Democratic "
    "Services. To fill in your own, say “I want to fill in my declaration form”."
)
_ANSWERS: tuple[tuple[re.Pattern[str], Callable[[Turn, Campaign], str]], ...] = (
    (_NIL, nothing),
    (_SOMETHING, something),
    (_LATER, later),
)


def hear_about_reviews(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words about a review, of the one who asks or of one who is asked; say whether they were such words."""
    text = text.replace("’", "'")
    return agree(turn, text, draft) or _asks(turn, text, draft) or _answers(turn, text, draft)


def _asks(turn: Turn, text: str, draft: Draft | None) -> bool:
    if _MORE.match(text):
        return turn_page(turn, draft)
    for pattern, act in _ACTS:
        found = pattern.match(text)
        if found and may_ask(turn.desk.directory, turn.person):
            return act(turn, found, draft)
        if found and act is _start and "review" in text.casefold():
            answer_beside(turn, draft, _NOT_YOURS)
            return True
    return False


def _start(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    rest = found["rest"] or ""
    until = _UNTIL.search(rest)
    who = found.groupdict().get("who") or _who(rest)
    propose(turn, Asked(who.strip(" .,;:!?"), until["day"].strip() if until else ""))
    return True


def _who(rest: str) -> str:
    """The group stands before the last day, or after it: "until 18 December for Highways"."""
    before = _FOR.match(rest)["who"]
    after = re.search(r"\b(?:until|till|by|before)\b.+?\sfor\s+(?P<who>.+)$", rest, re.I | re.S)
    return before or (after["who"] if after else "")


def _show(how: str) -> Callable[[Turn, re.Match, Draft | None], bool]:
    def act(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
        return show(turn, how, found["rest"] or found.groupdict().get("more") or "", "review" in found[0], draft)

    return act


def _close(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    return propose_closing(turn, found["rest"] or "", draft)


_ACTS = (
    (_START, _start),
    (_ASK, _start),
    (_COLLECT, _start),
    (_MISSING, _show("missing")),
    (_ANSWERED, _show("answered")),
    (_STATUS, _show("missing")),
    (_CLOSE, _close),
)


def _answers(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Somebody in the middle of something else means that; within the declaration, "nothing to declare" ends it."""
    if draft and not (draft.situation == SITUATION and _NIL.match(text)):
        return False
    act = next((act for pattern, act in _ANSWERS if pattern.match(text)), None)
    if act is None and not (_ABOUT.match(text) or _STATUS.match(text)):
        return False
    asking = campaigns.asking(session=turn.session, person=turn.person.id)
    if asking and act:
        act(turn, asking[0])
    elif asking:
        owner = person_named(turn.desk.directory, asking[0].owner)
        turn.say(card=ask_card(turn.desk.library, owner, asking[0], turn.today))
    return bool(asking)
