"""Every outcome that a situation can reach is reached in a conversation file: the files are played, and listened to."""

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import bot.app
import dialogs.asking
import dialogs.beginning
import dialogs.hearing
import dialogs.signposts
from knowledge.ruling import RULES
from knowledge.words import AUDIENCES, ROLES
from tests.conversation_files import FILES, clock_of, play, reaches_of
from tests.coverage.facts import reach_of
from tests.coverage.finding import Finding
from tests.engines import any_engine
from tests.town import town

Reached = dict[tuple[str, str, str], set[str]]
_ENDS = re.compile(r"(?P<situation>\w+) \((?P<audience>\w+)\): (?P<outcomes>.+)")


def findings(reached: Reached) -> Iterator[Finding]:
    """Give a line for each situation, audience and outcome, from what the conversation files came to."""
    for (situation, audience, outcome), files in _wanted(reached):
        yield Finding(f"{situation} ({audience}): {outcome}", bool(files), _told(files))


def complete(reached: Reached) -> Iterator[Finding]:
    """Give a line for each situation and audience: the one file that comes to all its outcomes."""
    by_situation: dict[tuple[str, str], list[set[str]]] = defaultdict(list)
    for (situation, audience, _), files in _wanted(reached):
        by_situation[situation, audience].append(files)
    for (situation, audience), files in by_situation.items():
        whole = set.intersection(*files)
        yield Finding(f"{situation} ({audience})", bool(whole), _told(whole))


def _told(files: set[str]) -> str:
    return ", ".join(sorted(files)) if files else "no conversation file comes to it"


def _wanted(reached: Reached) -> Iterator[tuple[tuple[str, str, str], set[str]]]:
    for situation, audience in ((s, role) for s in AUDIENCES if s != "policy_question" for role in ROLES):
        for outcome in reachable(situation, audience):
            key = situation, audience, outcome
            yield key, reached.get(key, set())


def reachable(situation: str, audience: str) -> tuple[str, ...]:
    """Give the outcomes that a situation can come to for an audience; one of the other audience is not covered."""
    rule = RULES.get((situation, audience))
    return tuple(str(outcome) for outcome in reach_of(rule).outcomes) if rule else ("not_covered",)


async def reached_in_files() -> Reached:
    """Play every conversation file; give the files in which each situation, audience and outcome was told.

    A file that does not go as written counts for nothing: its own test says what is wrong with it.
    """
    reached: Reached = defaultdict(set)
    for path in FILES:
        with tempfile.TemporaryDirectory() as folder:
            try:
                heard = await heard_in(path, Path(folder))
            except AssertionError:
                continue
        for told in heard:
            reached[told].add(path.name)
    return reached


def said_to_be_reached() -> Reached:
    """Give the same from what each file says that it comes to, which the test that plays it holds it to."""
    reached: Reached = defaultdict(set)
    for path in FILES:
        for told in filter(None, map(_ENDS.fullmatch, reaches_of(path))):
            for outcome in told["outcomes"].split(", "):
                reached[told["situation"], told["audience"], outcome].add(path.name)
    return reached


async def heard_in(path: Path, folder: Path) -> set[tuple[str, str, str]]:
    """Play one conversation file; give the situations, audiences and outcomes that it came to the end of."""
    heard: set[tuple[str, str, str]] = set()
    with ExitStack() as listening:
        for listener in _listeners(heard):
            listening.enter_context(listener)
        async with town(folder, now=clock_of(path)) as running:
            await play(path, running)
    return heard


def in_lines(heard: set[tuple[str, str, str]]) -> set[str]:
    """Give what was heard as a conversation file says it, a line for each situation and audience."""
    ends: dict[str, set[str]] = defaultdict(set)
    for situation, audience, outcome in heard:
        ends[f"{situation} ({audience})"].add(outcome)
    return {f"{where}: {', '.join(sorted(outcomes))}" for where, outcomes in ends.items()}


def _listeners(heard: set[tuple[str, str, str]]) -> Iterator[patch]:
    """Note the ruling wherever the bot tells one: a draft with nothing left to ask, a signpost, a matter not held."""

    def step_of(turn, draft, real=dialogs.asking.step_of):
        step = real(turn, draft)
        if step.question is None:
            heard.add((draft.situation, draft.audience, str(step.ruling.outcome)))
        return step

    def assess(situation, audience, facts, on, real=dialogs.signposts.assess):
        ruling = real(situation, audience, facts, on)
        heard.add((situation, audience, str(ruling.outcome)))
        return ruling

    def not_held(turn, situation, real=dialogs.beginning.not_held):
        heard.add((situation, turn.person.audience, "not_covered"))
        return real(turn, situation)

    def not_covered(turn, situation, facts, said, real=dialogs.beginning._not_covered):
        heard.add((situation.id, situation.audience, "not_covered"))
        return real(turn, situation, facts, said)

    yield patch.object(bot.app, "load_engine", lambda library, model: any_engine())
    yield patch.object(dialogs.asking, "step_of", step_of)
    yield patch.object(dialogs.signposts, "assess", assess)
    yield patch.object(dialogs.beginning, "not_held", not_held)
    yield patch.object(dialogs.hearing, "not_held", not_held)
    yield patch.object(dialogs.beginning, "_not_covered", not_covered)
