"""How a card is drawn: the choices before what can be opened, and nothing said twice."""

from bot.cards import draw_card
from dialogs.replies import Button, Card, Field

CARD = Card(
    title="Amy asks",
    body=("Tickets need your approval.",),
    more=("“You must seek approval.”",),
    first=Button("Approve GH-2026-0001", "approve"),
    fields=(Field("note", "Your condition, reason or question"),),
    buttons=(Button("Refuse", "refuse"),),
)


def test_what_can_be_opened_stands_below_the_choices_and_is_closed():
    *shown, toggle, clauses = draw_card(CARD)["body"]
    assert [e["type"] for e in shown] == ["TextBlock", "TextBlock", "ActionSet", "Input.Text", "ActionSet"]
    assert toggle["actions"][0]["targetElements"] == [clauses["id"]]
    assert (clauses["isVisible"], clauses["items"][0]["text"]) == (False, "“You must seek approval.”")


def test_no_client_adds_that_a_press_was_sent():
    (action,) = draw_card(CARD)["body"][2]["actions"]
    for shape in (action, action["fallback"]):
        assert shape["msTeams"] == {"feedback": {"hide": True}}
