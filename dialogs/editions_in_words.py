"""What HR type and press to change the policies: propose, preview, publish, withdraw, roll back, review, history."""

import re
from collections.abc import Callable
from dataclasses import replace

from dialogs.asking import carry_on
from dialogs.clause_naming import clause_named
from dialogs.desk import Turn
from dialogs.edition_acts import act, ask_to_propose, impact_now, put_in_force, take_back
from dialogs.edition_base import FROM, HELD, day_said
from dialogs.edition_cards import (
    EditionAction,
    edit_card,
    preview_card,
    review_card,
    roll_back_card,
)
from dialogs.edition_history import tell_clause, tell_flagged, tell_history
from dialogs.editions import (
    check_first_day,
    check_may_publish,
    edition_named,
    may_edit,
    roll_back,
)
from dialogs.figures_in_words import figure_named, names_a_figure, tell_figures
from dialogs.kb_readers import may_read
from dialogs.uploading import HOW
from knowledge.clauses import Clause, load_library
from knowledge.editions.overlay import library_on
from knowledge.editions.proposing import replaced, reworded
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_yes_no
from knowledge.values import value
from storage import drafts
from storage.tables import Draft

_KB = r"^\W*(?:please )?(?:kb[ _-]*)?"
_NAME = r"(?P<name>kb[ _-]?\d+)"
_WHY = r"(?:\s*(?:[:,]|\s[–-]\s|\bbecause\b|\bas\b)\s*(?P<why>\S.*?))?"
_QUOTED = r"[“\"'‘]"
_EDIT = re.compile(rf"{_KB}(?:edit|amend|reword) (?:the )?(?:clause )?(?P<clause>\S.{{0,120}}?)\W*$", re.I)
_REPLACE = re.compile(
    rf"{_KB}(?:change|replace|turn|edit)\s+{_QUOTED}(?P<old>.+?)[”\"'’]\s+(?:to|into|with|by)\s+{_QUOTED}"
    rf"(?P<new>.*?)[”\"'’](?:\s+in\s+(?P<clause>.+?))?{FROM}{_WHY}\W*$",
    re.I | re.S,
)
_SET = re.compile(
    rf"{_KB}set (?:the )?(?:figure )?(?P<figure>\S.{{0,60}}?) to (?P<amount>£?[\w.,]+%?)"
    rf"(?: (?:hours|weeks|months|days))?{FROM}{_WHY}\W*$",
    re.I | re.S,
)
_AS_OF = r"(?:,? (?:as of|on|as at) (?P<on>\S.{0,40}?))?"
_PREVIEW = re.compile(
    rf"{_KB}(?:preview|show|open|see|check|what would)\s+(?:me )?{_NAME}(?: change)?{_AS_OF}\W*$", re.I
)
_PUBLISH = re.compile(rf"{_KB}(?:publish|approve)\s+{_NAME}{_WHY}\W*$", re.I | re.S)
_WITHDRAW = re.compile(rf"{_KB}(?:withdraw|drop|cancel|take back)\s+{_NAME}\W*$", re.I)
_BACK = re.compile(rf"{_KB}(?:roll ?back|undo|revert|reverse)\s+{_NAME}{_WHY}\W*$", re.I | re.S)
_REVIEW = re.compile(rf"{_KB}review(?:ed)?\s+(?P<clause>\S.{{0,120}}?)\W*$", re.I)
_SHOW = r"^\W*(?:please )?(?:show |see )?(?:me )?(?:the )?(?:kb[ _-]*)?"
_CHANGED = r"what (?:has|was|have we) changed(?: in the polic(?:y|ies))?"
_HISTORY = re.compile(
    rf"{_SHOW}(?:history|{_CHANGED})"
    r"(?: of (?:the )?(?:clause )?(?P<clause>(?!polic)\S.{0,120}?)| of the polic(?:y|ies))?"
    r"(?:,? page (?P<page>\d+))?\W*$",
    re.I,
)
_FLAGGED = re.compile(
    rf"{_SHOW}(?:review|flagged(?: clauses| rules)?|what (?:is|needs|must be) (?:flagged|review(?:ed|ing)?))\W*$", re.I
)
_FIGURES = re.compile(rf"{_SHOW}(?:figures|values|amounts)(?: of the polic(?:y|ies))?\W*$", re.I)
_UPLOAD = re.compile(
    rf"{_KB}(?:upload|(?:upload|send|import|replace)(?: (?:you|a|the|our|new|whole))*"
    r" (?:policy|document|code|scheme))\W*$",
    re.I,
)
_READS = (_PREVIEW, _HISTORY, _FLAGGED, _FIGURES)


def edit_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words by which HR change the policies; say whether they were such words."""
    if not may_read(turn.person):
        return False
    if draft is None and _confirms(turn, text):
        return True
    found = next((each for pattern in _DO if (each := pattern.match(text))), None)
    if found is None or not _is_meant(turn, found, draft):
        return False
    if not may_edit(turn.person) and found.re not in _READS:
        turn.say("HR editors change the policies. You can read what is proposed and published: type “history”.")
    else:
        try:
            _DO[found.re](turn, found)
        except Sayable as refused:
            turn.say(str(refused))
    if draft:
        kept = turn.desk.memory.look(turn.person.id, turn.now) or {}
        turn.desk.memory.keep(turn.person.id, {**kept, HELD: None}, turn.now)
        carry_on(turn, draft)
    return True


def _is_meant(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    """Whether the policies are meant, and no clause of a sentence or an answer of what somebody is declaring."""
    if found.re in (_EDIT, _REVIEW):
        return draft is None and _names_a_clause(turn, found)
    if found.re is _REPLACE:
        return draft is None or bool(found["clause"])
    if found.re is _SET:
        return names_a_figure(turn, found["figure"]) or (draft is None and any(map(str.isdigit, found["amount"])))
    return True


def _names_a_clause(turn: Turn, found: re.Match) -> bool:
    """Whether the words are plainly about a clause: it is found, or they say so."""
    if re.search(r"\bkb\b|\bclause\b|\bparagraph\b", found[0], re.I):
        return True
    try:
        return bool(clause_named(turn.desk.library, found["clause"], gone=found.re is _REVIEW))
    except Sayable:
        return False


def _edit(turn: Turn, found: re.Match) -> None:
    turn.say(card=edit_card(clause_named(library_on(turn.today), found["clause"])))


def _replace(turn: Turn, found: re.Match) -> None:
    since = day_said(turn, found["since"] or "")
    check_first_day(since, turn.today)
    library = library_on(since)
    if found["clause"]:
        clause = clause_named(library, found["clause"])
    else:
        clause = _with_words(library.in_force(), found["old"])
    text = replaced(clause, found["old"], found["new"])
    given = EditionAction("check", 0, clause.id, clause.version, text, since.isoformat(), found["why"] or "")
    ask_to_propose(turn, given)


def _with_words(clauses: tuple[Clause, ...], words: str) -> Clause:
    sought = " ".join(words.split()).casefold()
    found = [clause for clause in clauses if sought in " ".join(clause.text.split()).casefold()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Sayable(f"No clause has the words “{words}”. Type “edit” and the clause to change it in a form.")
    raise Sayable(
        f"{len(found)} clauses have the words “{words}”. Say in which one: add “in {found[0].id}”, for example."
    )


def _preview(turn: Turn, found: re.Match) -> None:
    kept = edition_named(turn.session, found["name"])
    on = day_said(turn, found["on"]) if found["on"] else None
    turn.say(card=preview_card(turn, kept, impact_now(turn, kept.edition.id, on)))


def _history(turn: Turn, found: re.Match) -> None:
    if found["clause"]:
        tell_clause(turn, clause_named(turn.desk.library, found["clause"], gone=True))
    else:
        tell_history(turn, int(found["page"] or 1))


def _figures(turn: Turn, found: re.Match) -> None:
    tell_figures(turn, turn.desk.library)


def _how_to_upload(turn: Turn, found: re.Match) -> None:
    turn.say(HOW)


def _set(turn: Turn, found: re.Match) -> None:
    since = day_said(turn, found["since"] or "")
    check_first_day(since, turn.today)
    figure = value(figure_named(turn, found["figure"]).name, since)
    clause = library_on(since).get(figure.clause)
    text = replaced(clause, figure.words, reworded(figure, found["amount"]))
    given = EditionAction("check", 0, clause.id, clause.version, text, since.isoformat(), found["why"] or "")
    ask_to_propose(turn, given)


def _flagged(turn: Turn, found: re.Match) -> None:
    tell_flagged(turn)


def _publish(turn: Turn, found: re.Match) -> None:
    kept = edition_named(turn.session, found["name"])
    check_may_publish(turn.session, kept, turn.person.id, turn.today)
    impact = impact_now(turn, kept.edition.id)
    if impact.failing and not found["why"]:
        put_in_force(turn, kept.edition.id, found["why"] or "")
        return
    held = EditionAction("publish", edition=kept.edition.id, why=found["why"] or "")
    turn.desk.memory.keep(turn.person.id, {HELD: held}, turn.now)
    hint = (
        "Publish it? Press the button."
        if drafts.active(session=turn.session, person=turn.person.id)
        else ("Publish it? Press the button, or type yes.")
    )
    turn.say(card=preview_card(turn, kept, impact, hint, found["why"] or ""))


def _withdraw(turn: Turn, found: re.Match) -> None:
    take_back(turn, edition_named(turn.session, found["name"]).edition.id)


def _roll_back(turn: Turn, found: re.Match) -> None:
    kept = edition_named(turn.session, found["name"])
    if kept.state != "published":
        roll_back(turn.session, turn.desk.store, kept, turn.person.id, "", turn.now)
    held = EditionAction("roll_back", edition=kept.edition.id, why=found["why"] or "")
    turn.desk.memory.keep(turn.person.id, {HELD: held}, turn.now)
    turn.say(card=roll_back_card(kept, found["why"] or ""))


def _review(turn: Turn, found: re.Match) -> None:
    clause = clause_named(turn.desk.library, found["clause"], gone=True)
    if not clause.unreviewed:
        raise Sayable(f"{clause.label} isn't flagged: nothing in it has changed that a rule was written against.")
    turn.say(card=review_card(clause, load_library().get(clause.id)))


def _confirms(turn: Turn, text: str) -> bool:
    """Take a yes or a no to what was shown just before; say whether there was anything to confirm."""
    action = (turn.desk.memory.look(turn.person.id, turn.now) or {}).get(HELD)
    agreed = read_yes_no(text) if action and len(text.split()) <= 4 else None
    if agreed is None:
        return False
    turn.desk.memory.take(turn.person.id, turn.now)
    if not may_edit(turn.person):
        return False
    try:
        act(turn, action if agreed else replace(action, verb="leave"))
    except Sayable as refused:
        turn.say(str(refused))
    turn.answer = None
    return True


_DO: dict[re.Pattern, Callable] = {
    _REPLACE: _replace,
    _PREVIEW: _preview,
    _PUBLISH: _publish,
    _WITHDRAW: _withdraw,
    _BACK: _roll_back,
    _REVIEW: _review,
    _EDIT: _edit,
    _HISTORY: _history,
    _FLAGGED: _flagged,
    _FIGURES: _figures,
    _SET: _set,
    _UPLOAD: _how_to_upload,
}
