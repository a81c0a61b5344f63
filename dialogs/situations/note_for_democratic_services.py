"""A councillor offered a gift or hospitality: no policy held for councillors covers it (X2); a note may be left."""

from dialogs.situation import Question, Situation

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


def _note(situation: str, title: str) -> Situation:
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
        receivers_acknowledge=True,
    )


GIFT_NOTE = _note("gift_offered", "A gift")
HOSPITALITY_NOTE = _note("hospitality_offered", "Hospitality")
