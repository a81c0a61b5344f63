"""What holds of everything that the bot says, in any situation: words that can be read, cards that Teams can draw."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.entities import MAX_NAME, clip
from knowledge.clauses import load_library
from tests.town import cards_of

CARD_BYTES = 28 * 1024
MOST_ACTIONS = 6
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)
_ELEMENTS = {"TextBlock", "FactSet", "ActionSet", "Container", "Input.Text", "Input.ChoiceSet", "Input.Date"}
_ACTIONS = {"Action.Execute", "Action.Submit", "Action.ToggleVisibility", "Action.OpenUrl"}
_STYLES = {"default", "positive", "destructive"}
_UGLY = {
    "a place-holder": re.compile(r"[{}]|\bNone\b(?! of)|\bTrue\b|\bFalse\b|\bnull\b"),
    "an exclamation mark": re.compile(r"!"),
    "a key of the program": re.compile(r"\b[a-z]+(?:_[a-z]+)+\b"),
    "a broken sentence": re.compile(r"(?<!\.)\.\.(?!\.)|\s[,.;?](?!\.)|,,|\bthe the\b|\ba a\b|\bthe an?\b"),
    "an apology for a bug": re.compile(r"Something went wrong"),
}


def faults_of_activity(activity: Mapping[str, Any], audience: str) -> list[str]:
    """Tell what is wrong with one message to a person of this audience; empty where nothing is."""
    text, cards = activity.get("text") or "", cards_of(activity)
    if activity.get("type", "message") != "message":
        return [f"it is a {activity.get('type')}"]
    if bool(text.strip()) == bool(cards):
        return ["it must be text or a card, not both and not neither"]
    faults = faults_of_words(text) + faults_of_question(text) + _faults_of_offered(activity)
    for card in cards:
        faults += faults_of_card(card)
    return faults + _faults_of_citations(activity, audience)


def faults_of_words(text: str) -> list[str]:
    """Tell what in a text should never be read by a person."""
    return [f"{what}: {found.group()!r} in {text!r}" for what, shape in _UGLY.items() if (found := shape.search(text))]


def faults_of_question(text: str) -> list[str]:
    """Tell whether a text asks more than once, or goes on after it has asked."""
    asked = [bold for bold in _BOLD.findall(text) if "?" in bold]
    if not asked:
        return []
    if len(asked) > 1:
        return [f"it asks {len(asked)} questions: {asked}"]
    last = text.rstrip().split("\n\n")[-1]
    return [] if asked[0] in last else [f"it goes on after its question: {text!r}"]


def faults_of_card(card: Mapping[str, Any]) -> list[str]:
    """Tell what in an adaptive card 1.5 Teams or a screen reader could not use."""
    nodes = list(_walk(card.get("body"), "actions")) + list(_walk(card.get("actions"), "actions"))
    faults = _faults_of_frame(card, nodes)
    for node in nodes:
        faults += _faults_of_node(node, nodes)
    actions = [n for n in nodes if str(n.get("type")).startswith("Action.")]
    titles = [a.get("title") for a in actions]
    faults += [f"two buttons are called {t!r}" for t in {t for t in titles if titles.count(t) > 1}]
    return faults


def actions_shown(card: Mapping[str, Any]) -> int:
    """Give how many buttons a card has in its longest row; Teams shows no more than ``MOST_ACTIONS``."""
    rows = [n.get("actions") or () for n in _walk(card.get("body"))] + [card.get("actions") or ()]
    return max(map(len, rows))


def _walk(node: Any, *inside: str) -> Iterator[dict[str, Any]]:
    for item in node or ():
        yield item
        for key in ("items", "columns", *inside):
            yield from _walk(item.get(key), *inside)


def _faults_of_frame(card: Mapping[str, Any], nodes: list[dict[str, Any]]) -> list[str]:
    faults = []
    if (card.get("type"), card.get("version")) != ("AdaptiveCard", "1.5"):
        faults.append("it is no adaptive card 1.5")
    if not card.get("body"):
        faults.append("it has no body")
    if not str(card.get("fallbackText") or "").strip():
        faults.append("it has no fallbackText")
    size = len(json.dumps(card, ensure_ascii=False).encode())
    if size >= CARD_BYTES:
        faults.append(f"it has {size} bytes")
    ids = [n["id"] for n in nodes if "id" in n]
    return faults + [f"the id {i} stands there twice" for i in set(ids) if ids.count(i) > 1]


def _faults_of_node(node: Mapping[str, Any], nodes: list[dict[str, Any]]) -> list[str]:
    kind = node.get("type")
    if kind == "TextBlock":
        return ([] if node.get("wrap") is True else ["a text does not wrap"]) + _faults_of_text(node.get("text"))
    if kind == "FactSet":
        both = [word for fact in node["facts"] for word in (fact.get("title"), fact.get("value"))]
        return [fault for word in both for fault in _faults_of_text(word)]
    if str(kind).startswith("Input."):
        return [f"an input has no {name}" for name in ("id", "label") if not node.get(name)]
    if str(kind).startswith("Action."):
        return _faults_of_action(node, nodes)
    return [] if kind in _ELEMENTS else [f"{kind} is no element that we use"]


def _faults_of_text(text: Any) -> list[str]:
    if not isinstance(text, str) or not text.strip():
        return [f"an empty text: {text!r}"]
    return faults_of_words(text)


def _faults_of_action(action: Mapping[str, Any], nodes: list[dict[str, Any]]) -> list[str]:
    faults = [] if action["type"] in _ACTIONS else [f"{action['type']} is no action that we use"]
    faults += _faults_of_text(action.get("title"))
    if action.get("style", "default") not in _STYLES:
        faults.append(f"{action['style']} is no style of an action")
    if action["type"] == "Action.ToggleVisibility":
        there = {n.get("id") for n in nodes}
        faults += [f"{target} is not there to show" for target in action["targetElements"] if target not in there]
    if action["type"] == "Action.Execute":
        back = action.get("fallback") or {}
        same = back.get("type") == "Action.Submit" and back.get("title") == action["title"]
        if not (same and back["data"].items() >= {**action["data"], "verb": action["verb"]}.items()):
            faults.append(f"{action['title']} does something else on older clients")
    return faults


def _faults_of_offered(activity: Mapping[str, Any]) -> list[str]:
    offered = (activity.get("suggestedActions") or {}).get("actions") or []
    faults = [f"{a} cannot be pressed" for a in offered if a.get("type") != "imBack" or a["title"] != a["value"]]
    if len({a["title"] for a in offered}) != len(offered):
        faults.append("two offered answers are the same")
    return faults + ([f"{len(offered)} answers are offered, Teams shows 3"] if len(offered) > 3 else [])


def _faults_of_citations(activity: Mapping[str, Any], audience: str) -> list[str]:
    names = {clip(c.label, MAX_NAME) for c in load_library().in_force(audience)}
    claims = [c for e in activity.get("entities") or () for c in e.get("citation") or ()]
    faults = [f"[{c['position']}] is not in the text" for c in claims if f"[{c['position']}]" not in activity["text"]]
    cited = [c["appearance"]["name"] for c in claims]
    if len(set(re.findall(r"” \[(\d+)\]", activity.get("text") or ""))) != len(claims):
        faults.append(f"the marks in the text and its citations differ: {activity['text']!r}, {cited}")
    return faults + [f"{name} is no clause in force for a {audience}" for name in cited if name not in names]
