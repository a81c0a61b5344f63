"""When an answer cannot be read: say what would do, then offer choices, then a person."""

from dialogs.asking import ask, carry_on, choices_of
from dialogs.desk import Turn
from dialogs.drafting import save, situation_of
from dialogs.questions import Misread, read_answer
from dialogs.routing import whom_to_ask
from dialogs.situation import Question
from dialogs.wording import listed
from storage.tables import Draft


def misread(turn: Turn, draft: Draft, question: Question | None, said: str) -> None:
    """Say what was not understood: the second time with choices, the third time with a person to talk to."""
    misses = draft.meta.get("misses", 0) + 1
    draft = save(turn, draft, misses=misses)
    if question is None:
        carry_on(turn, draft, "I didn't understand that.", _more_help(turn, None, misses))
        return
    ask(turn, draft, situation_of(draft), question, _reason(turn, question, said), _more_help(turn, question, misses))


def nothing_fits(turn: Turn) -> None:
    """Say that the words are outside what the bot is for, and what to do next."""
    held = listed([f"the {turn.desk.library.title(p)}" for p in turn.desk.library.policies_for(turn.person.audience)])
    turn.say(
        f"I don't think I can help with that. I answer from {held} and file what has to be recorded. "
        f"Tell me what happened in a few words, type “help”, or ask {whom_to_ask(turn.desk.directory, turn.person)}."
    )


def _reason(turn: Turn, question: Question, said: str) -> str:
    try:
        read_answer(question, said, turn.now)
    except Misread as misread_because:
        return str(misread_because)
    if question.kind in ("text", "party"):
        return "I need a few words here, not a yes or a no."
    return "I didn't catch that."


def _more_help(turn: Turn, question: Question | None, misses: int) -> str:
    if misses < 2:
        return ""
    offered = [f"“{c.lower()}”" for c in choices_of(question)] if question else ["“yes”", "“change”"]
    if question and question.may_be_unknown and "“i don't know”" not in offered:
        offered.append("“skip”")
    choices = f"You can answer {listed([*offered, '“why”', '“cancel”'], 'or')}."
    if misses < 3:
        return choices
    return f"{choices} Or talk to {whom_to_ask(turn.desk.directory, turn.person)}; what you've told me is kept."
