"""What HR type and press to change the policies: propose, preview, publish, withdraw, roll back, review, history."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dialogs.asking import carry_on
from dialogs.changes_of_clauses import (
    edit_clause,
    edit_is_meant,
    figure_is_meant,
    plain_are_meant,
    quoted_are_meant,
    replace_words,
    set_figure,
    take_out,
    taking_out_is_meant,
    tell_how_to_change,
)
from dialogs.clause_naming import clause_named, clause_or_ask, named_by
from dialogs.desk import Turn
from dialogs.edition_acts import act, impact_now, put_in_force, take_back
from dialogs.edition_base import HELD, day_said
from dialogs.edition_cards import (
    EditionAction,
    preview_card,
    review_card,
    roll_back_card,
)
from dialogs.edition_history import tell_clause, tell_flagged
from dialogs.edition_shapes import (
    BACK,
    EDIT,
    FIGURES,
    FLAGGED,
    HISTORY,
    HOW,
    PLAIN,
    PREVIEW,
    PUBLISH,
    REPLACE,
    REVIEW,
    SET,
    TAKE_OUT,
    UNNAMED,
    UPLOAD,
    WITHDRAW,
)
from dialogs.editions import (
    check_may_publish,
    edition_named,
    may_edit,
    roll_back,
)
from dialogs.figures_card import figures_card
from dialogs.kb_naming import MOST_OFFERED
from dialogs.kb_readers import may_read
from dialogs.kb_views import A_PAGE, View
from dialogs.looking import look_at
from dialogs.uploading import HOW as HOW_TO_UPLOAD
from knowledge.editions.overlay import last_read
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_yes_no
from storage import drafts, editions
from storage.editions import name_of
from storage.tables import Draft


def _always(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Act:
    """What words of one shape do, and whether the policies are meant by them."""

    do: Callable[[Turn, re.Match], None]
    meant: Callable[[Turn, re.Match, Draft | None], bool] = _always


def edit_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words by which HR change the policies; say whether they were such words."""
    if not may_read(turn.person):
        return False
    if draft is None and _confirms(turn, text):
        return True
    matches = (each for pattern in _DO if (each := pattern.match(text)))
    found = next((each for each in matches if _DO[each.re].meant(turn, each, draft)), None)
    if found is None:
        return False
    if not may_edit(turn.person) and found.re not in _READS:
        turn.say("HR editors change the policies. You can read what is proposed and published: type “history”.")
    else:
        try:
            _DO[found.re].do(turn, found)
        except Sayable as refused:
            turn.say(str(refused))
    if draft:
        kept = turn.desk.memory.look(turn.person.id, turn.now) or {}
        turn.desk.memory.keep(turn.person.id, {**kept, HELD: None}, turn.now)
        carry_on(turn, draft)
    return True


def _outside_a_matter(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    return draft is None


def _review_is_meant(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    return draft is None and bool(named_by(turn.desk.library, found["clause"], gone=True))


def _preview(turn: Turn, found: re.Match) -> None:
    kept = edition_named(turn.session, found["name"])
    on = day_said(turn, found["on"]) if found["on"] else None
    turn.say(card=preview_card(turn, kept, impact_now(turn, kept.edition.id, on)))


def _history(turn: Turn, found: re.Match) -> None:
    if found["clause"]:
        tell_clause(turn, clause_named(turn.desk.library, found["clause"], gone=True))
    else:
        turn.say(card=look_at(turn, View("history", first=(max(1, int(found["page"] or 1)) - 1) * A_PAGE)))


def _figures(turn: Turn, found: re.Match) -> None:
    turn.say(card=figures_card(turn))


def _how_to_upload(turn: Turn, found: re.Match) -> None:
    turn.say(HOW_TO_UPLOAD)


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


def _unnamed(turn: Turn, found: re.Match) -> None:
    """Preview, publish or roll back the one change that may be meant, or ask which."""
    verb = "roll back" if found["verb"].casefold().startswith("roll") else found["verb"].casefold()
    state = "published" if verb == "roll back" else "proposed"
    names = [name_of(each.edition.id) for each in editions.every(session=turn.session) if each.state == state]
    if not names:
        raise Sayable(f"Nothing is {state} now, so there's nothing to {verb}. Type “history” for all that was.")
    if len(names) > 1:
        choices = tuple(f"{verb.capitalize()} {name}" for name in names[-MOST_OFFERED:])
        turn.say("**Which change do you mean?**", choices=choices)
        return
    why = f": {found['why']}" if found["why"] and verb != "preview" else ""
    again = {"preview": PREVIEW, "publish": PUBLISH, "roll back": BACK}[verb].match(f"{verb} {names[0]}{why}")
    _DO[again.re].do(turn, again)


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
    clause = clause_or_ask(turn, turn.desk.library, found["clause"], "review", gone=True)
    if clause and not clause.unreviewed:
        raise Sayable(f"{clause.label} isn't flagged: nothing in it has changed that a rule was written against.")
    if clause:
        turn.say(card=review_card(clause, last_read(clause.id, turn.today)))


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


_DO: dict[re.Pattern, _Act] = {
    REPLACE: _Act(replace_words, quoted_are_meant),
    UNNAMED: _Act(_unnamed, _outside_a_matter),
    PREVIEW: _Act(_preview),
    PUBLISH: _Act(_publish),
    WITHDRAW: _Act(_withdraw),
    BACK: _Act(_roll_back),
    REVIEW: _Act(_review, _review_is_meant),
    SET: _Act(set_figure, figure_is_meant),
    PLAIN: _Act(replace_words, plain_are_meant),
    TAKE_OUT: _Act(take_out, taking_out_is_meant),
    HOW: _Act(tell_how_to_change, _outside_a_matter),
    EDIT: _Act(edit_clause, edit_is_meant),
    HISTORY: _Act(_history),
    FLAGGED: _Act(_flagged),
    FIGURES: _Act(_figures),
    UPLOAD: _Act(_how_to_upload),
}
_READS = (PREVIEW, HISTORY, FLAGGED, FIGURES)
