"""The typed payload of every card action: what, which draft or decision, and which version of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.replies import Button
from dialogs.wants import OWN_VERBS
from storage.tables import Decision, Draft

DRAFT_VERBS = ("file", "exception", "change", "cancel", "answer")
REVIEW_VERBS = ("nil", "something", "later")
DECISION_VERBS = (*OWN_VERBS, "reassign", "view")


@dataclass(frozen=True, slots=True)
class DraftAction:
    """An action on a draft: the id and version that the card was drawn from, and an answer where it is one."""

    verb: str
    draft: int
    version: int
    question: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class DecisionAction:
    """An action on a decision: its id and version as the card showed them, and what was typed or chosen on the card.

    ``ground`` is the key of a ground for refusing, ``to`` the name of whom it is handed to.
    """

    verb: str
    decision: int
    version: int
    note: str = ""
    ground: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class ReviewAction:
    """An answer to a review of declarations, by the buttons of its message."""

    verb: str
    campaign: int


def draft_button(title: str, verb: str, draft: Draft, style: str = "default", **more: str) -> Button:
    """Make a button that acts on a draft."""
    return Button(title, f"draft.{verb}", {"draft": draft.id, "version": draft.version, **more}, style)


def decision_button(title: str, verb: str, decision: Decision, style: str = "default") -> Button:
    """Make a button that acts on a decision."""
    return Button(title, f"decision.{verb}", {"decision": decision.id, "version": decision.version}, style)


def read_action(verb: str, data: Mapping[str, Any]) -> DraftAction | DecisionAction | ReviewAction | None:
    """Read what a button carried; None where it is not one of ours or has been tampered with."""
    family, _, name = verb.partition(".")
    version = data.get("version")
    if family == "draft" and name in DRAFT_VERBS and _whole(data.get("draft")) and _whole(version):
        return DraftAction(name, data["draft"], version, str(data.get("question", "")), str(data.get("value", "")))
    if family == "decision" and name in DECISION_VERBS and _whole(data.get("decision")) and _whole(version):
        note, ground, to = (str(data.get(key) or "").strip() for key in ("note", "ground", "to"))
        return DecisionAction(name, data["decision"], version, note, ground, to)
    if family == "review" and name in REVIEW_VERBS and _whole(data.get("campaign")):
        return ReviewAction(name, data["campaign"])
    return None


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53
