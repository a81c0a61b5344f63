"""What a draft says next: the ruling as far as it is certain, what was understood, and one question or the summary."""

import re
from decimal import Decimal

from dialogs import advisory
from dialogs.actions import draft_button
from dialogs.desk import Turn
from dialogs.drafting import earlier_total, save, situation_of, step_of, summary_mark
from dialogs.replies import Card, Citation, Field
from dialogs.routing import named_role, people_for
from dialogs.rulings import headline, quote_findings
from dialogs.situation import NOT_KNOWN, Answers, Question, Situation
from dialogs.steps import Step
from dialogs.talk import fill, giver, noted_as, shown_answers, thing, without_my
from dialogs.unclear import unclear_in_full, unclear_news
from dialogs.wants import WANTS
from dialogs.wording import capital, listed, pounds, said, says
from knowledge.ruling import Ruling
from storage.tables import Draft

BUTTONS_AT_MOST = 3
CARD_BUTTONS_AT_MOST = 6


def carry_on(
    turn: Turn,
    draft: Draft,
    *lead: str,
    opening: bool = False,
    doubt: str = "",
    citations: tuple[Citation, ...] = (),
) -> None:
    """Say what comes next in a draft: ``lead``, then the ruling if it is news, then one question or the summary.

    ``doubt`` says what of the first sentence could not be kept, beside what was.
    """
    situation, step = situation_of(draft), step_of(turn, draft)
    news, cited, told = _ruling_news(turn, draft, situation, step, len(citations))
    unclear, more, met = unclear_news(turn, draft, situation, step, told, citations + cited)
    cited += more
    noted = _noted(turn, draft, situation) if opening else ""
    first = situation.opening(turn.now, draft.answers) if opening and situation.opening else ""
    first = _filled(turn, draft, situation, first) if first else ""
    paragraphs = [*lead, first, news, *unclear, noted, doubt, _why_a_reason(turn, draft, step)]
    if told != draft.meta.get("told") or unclear:
        draft = save(turn, draft, told=told, unclear=met)
    if step.question:
        ask(turn, draft, situation, step.question, *paragraphs, citations=citations + cited)
    elif _nothing_to_file(situation, step.ruling, draft):
        _offer_entry(turn, draft, paragraphs, citations + cited)
    else:
        _summarise(turn, draft, situation, step, paragraphs, citations + cited)


def answer_beside(turn: Turn, draft: Draft | None, words: str) -> None:
    """Say something beside the matter in hand, and come back to it; nothing is in hand: say it alone."""
    if draft is None:
        turn.say(words)
        return
    turn.kept = True
    carry_on(turn, draft, words)


def ask(
    turn: Turn,
    draft: Draft,
    situation: Situation,
    question: Question,
    *paragraphs: str,
    citations: tuple[Citation, ...] = (),
) -> None:
    """Ask one question: last and alone, with its choices as buttons, or as a card where they are many."""
    asks = question.asks_after if question.asks_after and draft.meta.get("happened") else question.asks
    words = _filled(turn, draft, situation, asks)
    options = choices_of(question)
    if len(options) <= BUTTONS_AT_MOST:
        turn.say(*paragraphs, f"**{words}**", citations=citations, choices=options)
        return
    if any(paragraphs):
        turn.say(*paragraphs, citations=citations)
    turn.say(card=_choice_card(draft, question, words))


def _choice_card(draft: Draft, question: Question, words: str) -> Card:
    """Draw a choice as buttons, or as a list to choose from where Teams would not show so many buttons."""
    if len(question.options) > CARD_BUTTONS_AT_MOST:
        field = Field("value", question.label, choices=tuple((o.value, o.title) for o in question.options))
        return Card(
            title=words, fields=(field,), buttons=(draft_button("Choose this", "answer", draft, question=question.id),)
        )
    buttons = tuple(
        draft_button(o.title, "answer", draft, question=question.id, value=o.value) for o in question.options
    )
    return Card(title=words, buttons=buttons)


def choices_of(question: Question) -> tuple[str, ...]:
    """Give the answers that can be offered as buttons; typing them does the same."""
    if question.kind == "yes_no":
        return ("Yes", "No", "I don't know") if question.may_be_unknown else ("Yes", "No")
    return tuple(o.title for o in question.options)


def summary_card(turn: Turn, draft: Draft, situation: Situation, step: Step) -> Card:
    """Draw the summary that a person confirms before anything is filed."""
    told = headline(situation, step.ruling, draft.answers, closed=True)
    words = capital(_filled(turn, draft, situation, told.words)) if told else ""
    going = what_happens_next(turn, situation, step.ruling, draft.answers)
    quotes, _ = quote_findings(turn.desk.library, told.findings if told else (), most=2)
    buttons = [draft_button("File it", "file", draft, style="positive")]
    if wants_an_exception(step.ruling, draft.answers):
        buttons.append(draft_button("File it and ask for an exception", "exception", draft))
    buttons += [draft_button("Change an answer", "change", draft), draft_button("Cancel", "cancel", draft)]
    return Card(
        title="Check this before I file it",
        body=tuple(p for p in (_advice(step.ruling), words, going, *_added(draft)) if p),
        facts=shown_answers(
            situation, draft.answers, turn.today, draft.meta.get("assumed", ()), draft.meta.get("recalled", ())
        ),
        more=(
            *(re.sub(r" \[\d\] \(", " (", quote) for quote in re.split(r"\n\n(?=“)", quotes) if quote),
            *unclear_in_full(turn, step.ruling, quotes),
        ),
        asks=situation.confirm,
        buttons=tuple(buttons),
    )


def _added(draft: Draft) -> list[str]:
    return [f"You added: “{said(note['answer'])}”" for note in draft.answers.get("notes", ())]


def _advice(ruling: Ruling) -> str:
    found = advisory.finding(ruling)
    return found.because if found else ""


def what_happens_next(turn: Turn, situation: Situation, ruling: Ruling, answers: Answers) -> str:
    """Say who will get the record once it is filed."""
    directory, person = turn.desk.directory, turn.person
    if ruling.approver and people_for(directory, person, ruling.approver, answers) is None:
        return situation.says.no_decider
    if ruling.approver:
        return situation.says.goes_to.format(decider=named_role(directory, person, ruling.approver, answers))
    names = [named_role(directory, person, role, answers) for role in receivers_of(turn, situation, ruling, answers)]
    hops = situation.chain(ruling.outcome)
    if hops and names:
        return _hop_by_hop(situation, hops, names)
    if names:
        more = " Each is asked to acknowledge it." if len(names) > 1 else ""
        return f"It goes to {listed(names)}.{more}{_who_sees_it(situation)}"
    if wants_an_exception(ruling, answers):
        manager = named_role(directory, person, "line_manager", answers)
        return (
            f"The offer goes on the register. If you'd still like to ask {manager} for an exception, say “exception”."
        )
    return situation.says.stays


def _hop_by_hop(situation: Situation, hops: tuple[str, ...], names: list[str]) -> str:
    steps = [f"{name} to {WANTS[wants].doing}" for name, wants in zip(names, hops, strict=True)]
    goes = f"It goes to {', and then to '.join(steps)}.".format(register=situation.register)
    return f"{goes}{_who_sees_it(situation)}"


def _who_sees_it(situation: Situation) -> str:
    return " Nobody but you and they can see what it says." if situation.sensitive else ""


def receivers_of(turn: Turn, situation: Situation, ruling: Ruling, answers: Answers) -> tuple[str, ...]:
    """Give the roles that receive a record: those of the ruling, the manager who is asked for advice, or Democratic
    Services for a councillor's note.

    Whoever holds two of them receives it once, in the first, unless it goes from hand to hand.
    """
    roles = _receiving(situation, ruling)
    if situation.chain(ruling.outcome):
        return roles
    holders: dict[str, str] = {}
    for role in roles:
        person = people_for(turn.desk.directory, turn.person, role, answers)
        holders.setdefault(person.id if person else role, role)
    return tuple(holders.values())


def _receiving(situation: Situation, ruling: Ruling) -> tuple[str, ...]:
    if ruling.outcome == "advice":
        return ruling.receivers or ("line_manager",)
    noted = ruling.outcome == "not_covered" and situation.question("note")
    return ("democratic_services",) if noted else ruling.receivers


def wants_an_exception(ruling: Ruling, answers: Answers) -> bool:
    """Say whether the default is no, yet the person would like to accept: the manager may agree an exception."""
    return ruling.outcome == "decline" and answers.get("wants_to_accept") is True


def _nothing_to_file(situation: Situation, ruling: Ruling, draft: Draft) -> bool:
    """Say whether the ruling ends it: nothing is asked for, or it is ruled out or allowed and no record is due."""
    if draft.answers.get("record_anyway") or situation.question("note") or ruling.receivers:
        return False
    settled = ruling.outcome in ("refuse", "may_accept", "not_covered") and "record" not in ruling.duties
    return settled or ruling.outcome == "not_required" or "record_not_required" in ruling.duties


def _offer_entry(turn: Turn, draft: Draft, paragraphs: list[str], citations: tuple[Citation, ...]) -> None:
    save(turn, draft, offer={"kind": "entry"})
    turn.say(
        *paragraphs,
        "Nothing has to be filed. **Would you like me to record it all the same?**",
        citations=citations,
        choices=("No need", "Record it anyway"),
    )


def _summarise(
    turn: Turn, draft: Draft, situation: Situation, step: Step, paragraphs: list[str], citations: tuple[Citation, ...]
) -> None:
    if draft.meta.get("offer"):
        draft = save(turn, draft, offer=None)
    lead, text = _text_to_copy(turn, draft, situation, step)
    if any((*paragraphs, lead)):
        turn.say(*paragraphs, lead, citations=citations)
    if text:
        draft = save(turn, draft, ready=text)
        turn.say(text)
    draft = save(turn, draft, summary=summary_mark(turn, draft))
    turn.say(card=summary_card(turn, draft, situation, step))


def _text_to_copy(turn: Turn, draft: Draft, situation: Situation, step: Step) -> tuple[str, str]:
    """What the text is for, and the text, where it is not the one that was given already."""
    lead, text = situation.ready(draft.answers, step.ruling.lines, turn.desk.library) or ("", "")
    if not text or text == draft.meta.get("ready"):
        return "", ""
    return _filled(turn, draft, situation, lead), text


def _filled(turn: Turn, draft: Draft, situation: Situation, words: str) -> str:
    return fill(words, situation, draft.answers, turn.desk.directory, turn.person, turn.today)


def _why_a_reason(turn: Turn, draft: Draft, step: Step) -> str:
    """Say what a giver's series comes to, where it is the series that makes the code want a reason (CC-108)."""
    before = Decimal(0)
    if step.question and step.question.id == "reason" and "series" in step.ruling.lines:
        before = earlier_total(turn.session, draft.person, draft.answers)
    if not before or draft.answers.get("value") in (None, NOT_KNOWN):
        return ""
    total = pounds(before + Decimal(draft.answers["value"]))
    return f"With this one, {giver(draft.answers)} has given you {total} in all, so the code wants a reason."


def _ruling_news(
    turn: Turn, draft: Draft, situation: Situation, step: Step, cited: int
) -> tuple[str, tuple[Citation, ...], str | None]:
    news = headline(situation, step.ruling, draft.answers, closed=step.question is None)
    if news is None or news.key == draft.meta.get("told"):
        return "", (), draft.meta.get("told")
    words = _filled(turn, draft, situation, news.words)
    advice, first = advisory.said_once(turn, step.ruling, cited + 1) if draft.meta.get("told") is None else ("", ())
    position, most = cited + len(first) + 1, situation.quotes.get(news.key, 1)
    quotes, citations = quote_findings(turn.desk.library, news.findings, position, most)
    source = f" {says(turn.desk.library, news.findings[0].clause)} {quotes}" if quotes else ""
    paragraphs = (advice, f"**{capital(words)}**{source}")
    return "\n\n".join(p for p in paragraphs if p), first + citations, news.key


def _noted(turn: Turn, draft: Draft, situation: Situation) -> str:
    if situation.question("note") or situation.sensitive:
        return ""
    silent = {*draft.meta.get("assumed", ()), *draft.meta.get("recalled", ()), *situation.told_by_thing}
    doubt = draft.answers.get("in_doubt")
    shown = [q for q in situation.questions if q.id in draft.answers and q.id not in silent and not (doubt and q.doubt)]
    rows = [noted_as(q, draft.answers[q.id], turn.today) for q in shown]
    words = draft.answers.get("thing")
    if situation.naming:
        about = any(q in draft.answers for q in situation.told_by_thing)
        rows = [thing(situation, draft.answers)] * about + rows
    elif words:
        rows = [said(without_my(words)), *(row for row in rows if row.removeprefix("from ") not in words)]
    return f"I've noted: {', '.join(rows)}. Tell me if any of that is wrong." if rows else ""


def where_we_are(turn: Turn, draft: Draft) -> str:
    """Name what a draft is about, to come back to it: ``Back to the two tickets``."""
    return f"Back to {thing(situation_of(draft), draft.answers, with_giver=False)}."
