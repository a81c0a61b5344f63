"""A councillor offered a gift or hospitality: no policy held for councillors covers it (X2); a note may be left."""

from dataclasses import replace

from dialogs.manners import NOTICE
from dialogs.situation import Question, Situation
from dialogs.situations.gift_offered import GIFT_OFFERED
from dialogs.situations.hospitality_offered import HOSPITALITY_OFFERED

_NOTE = Question(
    "note",
    "text",
    "What would you like to tell Democratic Services?",
    "Note",
    "Democratic Services need to know what you'd like to ask",
    "",
    needed=lambda answers, ruling: True,
    may_be_unknown=False,
)


def _note(situation: str, title: str, offered: tuple[str, ...]) -> Situation:
    return Situation(
        id=situation,
        audience="councillor",
        kind="notice",
        title=title,
        noun="note",
        questions=(_NOTE,),
        headlines={"not_covered": "No policy that I hold for councillors covers {thing}."},
        columns={},
        extra=("thing",),
        confirm="Shall I leave Democratic Services this note? Say yes, or tell me what to change.",
        offered=offered,
        manner=replace(NOTICE, tells="{ref}: a note from {person}"),
    )


GIFT_NOTE = _note("gift_offered", "A gift", GIFT_OFFERED.offered)
HOSPITALITY_NOTE = _note("hospitality_offered", "Hospitality", HOSPITALITY_OFFERED.offered)
