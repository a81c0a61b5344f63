"""How a situation begins: what was understood is said at once, and what cannot be filed is said plainly."""

from collections.abc import Mapping
from typing import Any

from dialogs.answering import find_answer
from dialogs.asking import carry_on
from dialogs.desk import Turn
from dialogs.doubts import ask_which, bought_and_given, without_nonsense
from dialogs.drafting import plain, save, situation_of, start
from dialogs.help_line import line_now
from dialogs.not_held import not_held
from dialogs.routing import whom_to_ask
from dialogs.signposts import SIGNPOSTS, signpost_words, signposted
from dialogs.situations import find_situation
from dialogs.talk import thing
from dialogs.wording import listed
from knowledge.understanding.engine import Understanding
from knowledge.words import EMPLOYEE
from storage.tables import Draft

OTHER = "something_else"
LIKELY = 0.8
_QUESTION = (
    "What the policy says",
    *("what the policy says", "a question about the policy", "a question", "question"),
)


def begin(turn: Turn, situation_id: str, facts: Mapping[str, Any], said: str, lead: str = "") -> None:
    """Start a situation for this person, or say that no policy held for them covers it."""
    if situation_id in SIGNPOSTS:
        paragraphs, citations = signposted(turn, situation_id, said)
        turn.say(*paragraphs, citations=citations)
        return
    situation = find_situation(situation_id, turn.person.audience)
    if situation is None:
        turn.say(not_held(turn, situation_id))
        return
    if not turn.person.known:
        _only_answers(turn, situation_id, said)
        return
    if situation.question("note"):
        _not_covered(turn, situation, facts, said)
        return
    facts, doubt = without_nonsense(turn, situation, facts, said)
    draft = start(turn, situation, facts, said)
    if bought_and_given(situation, said):
        ask_which(turn, draft)
        return
    carry_on(turn, draft, lead.strip(), opening=True, doubt=doubt)


def offer_situations(turn: Turn, understood: Understanding, said: str) -> bool:
    """Offer the two or three things that may be meant; say whether there was anything to offer."""
    offered = {c.situation: words for c in understood.choices if (words := _offered(turn, c.situation))}
    found = list(offered)
    if not found or found == ["policy_question"]:
        return False
    if len(found) == 1 and _plain_enough(turn, understood):
        begin(turn, found[0], understood.facts, said)
        return True
    options = {s: list(words[1:]) for s, words in offered.items()}
    options[OTHER] = ["something else", "none of these", "neither", "no"]
    turn.desk.memory.keep(turn.person.id, {"said": said, "options": options}, turn.now)
    titles = tuple(words[0] for words in offered.values())
    about = listed([t[:1].lower() + t[1:] for t in titles], "or")
    named = ("Yes",) if len(titles) == 1 else titles
    choices = (*named, "Something else") if len(titles) < 3 else titles
    turn.say(_pressing(turn, found), f"I want to get this right. **Is it about {about}?**", choices=choices)
    return True


def _plain_enough(turn: Turn, understood: Understanding) -> bool:
    """Say whether the one thing that may be meant is urgent, and so likely that a question would only hold it up."""
    top = understood.candidates[0]
    situation = find_situation(top.situation, turn.person.audience)
    return bool(situation and situation.urgent) and top.score >= LIKELY and not understood.asks


def _pressing(turn: Turn, situations: list[str]) -> str:
    """The line that answers now, where a councillor may mean something urgent: which it is can wait."""
    if turn.person.audience != "councillor":
        return ""
    meant = (find_situation(s, turn.person.audience) for s in situations)
    return line_now(turn.now) if any(each and each.urgent for each in meant) else ""


def _offered(turn: Turn, situation_id: str) -> tuple[str, ...]:
    """The words by which it is offered, the first as a button; none where it is nothing that can be taken up here."""
    if situation_id == "policy_question":
        return _QUESTION
    situation = find_situation(situation_id, turn.person.audience) or find_situation(situation_id, EMPLOYEE)
    if situation:
        return situation.offered
    return signpost_words(situation_id)


def offer_to_park(turn: Turn, draft: Draft, situation_id: str, said: str) -> None:
    """Offer to set the draft in hand aside for something new; what is urgent is said before the question."""
    situation = find_situation(situation_id, turn.person.audience)
    understood = turn.incoming.understanding
    facts = {k: plain(v) for k, v in understood.facts.items()}
    save(turn, draft, offer={"kind": "park", "situation": situation_id, "facts": facts, "said": said})
    first = situation.opening(turn.now, facts) if situation.opening and situation.urgent else ""
    title = f"{situation.title[:1].lower()}{situation.title[1:]}"
    new = f"the {situation.noun}" if situation.sensitive else title
    turn.say(
        first,
        f"We're still on {thing(situation_of(draft), draft.answers)}. **Shall I park that and start on {new}?**",
        choices=("Park it and start", "Finish this first"),
    )


def _not_covered(turn: Turn, situation: Any, facts: Mapping[str, Any], said: str) -> None:
    draft = start(turn, situation, facts, said)
    draft = save(turn, draft, told="not_covered")
    held = listed([f"the {turn.desk.library.title(p)}" for p in turn.desk.library.policies_for(turn.person.audience)])
    carry_on(
        turn,
        draft,
        f"**No policy that I hold for councillors covers {thing(situation, draft.answers)}.** I hold {held}, which is "
        f"about your ICT. Gifts to councillors are a matter for the Members' Code of Conduct, so please ask "
        f"{whom_to_ask(turn.desk.directory, turn.person)}, or the Monitoring Officer.",
        "I can leave Democratic Services a note of what you told me.",
    )


def _only_answers(turn: Turn, situation_id: str, said: str) -> None:
    desk, person = turn.desk, turn.person
    whom = whom_to_ask(desk.directory, person)
    found = find_answer(desk.engine, desk.library, said, person.audience, turn.today, whom, situation_id)
    turn.say(
        found.text,
        "I can't file it for you yet: you're not in the council's list of people. Please ask HR to add you.",
        citations=found.citations,
    )
