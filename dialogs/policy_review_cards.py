"""The cards of the review dates: what falls due, page by page, and one part with its owner and date as a form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.desk import Turn
from dialogs.editions import counted, may_edit
from dialogs.kb_cards import turning
from dialogs.kb_readers import may_read
from dialogs.kb_views import A_PAGE, View, button
from dialogs.policy_links import dead_links, links_told
from dialogs.policy_parts import label_of, part_of, subject_of
from dialogs.policy_reviews import Standing, lost, may_note, owned_by, parts_with_reviews, stands_now
from dialogs.replies import Button, Card, Field
from dialogs.statuses import person_named
from dialogs.wording import day, said
from knowledge.editions.resting import rules_on
from knowledge.errors import Sayable
from storage import policy_reviews
from storage.policy_reviews import Kept

VERBS = ("open", "keep", "done", "not_done", "links")
NEXT_IN_A_YEAR, TAKE_BACK = "Reviewed; next in a year", "It was not reviewed after all"
_Line = tuple[str, str, Standing | None]  # the heading that it stands under, the words, and the part


@dataclass(frozen=True, slots=True)
class PolicyReviewAction:
    """A button of these cards: the part, its last row as the card showed it, the page, and what was typed."""

    verb: str
    subject: str = ""
    last: int = 0
    first: int = 0
    owner: str = ""
    due: str = ""


def read_policy_review_action(verb: str, data: Mapping[str, Any]) -> PolicyReviewAction | None:
    """Read what a button of these cards carried; None where it is another's, or was tampered with."""
    family, _, name = verb.partition(".")
    numbers = {key: data.get(key, 0) for key in ("last", "first")}
    if family != "policy_review" or name not in VERBS:
        return None
    if any(not isinstance(each, int) or isinstance(each, bool) or not 0 <= each < 2**31 for each in numbers.values()):
        return None
    words = {key: str(data.get(key) or "").strip()[:200] for key in ("subject", "owner", "due")}
    return PolicyReviewAction(name, **words, **numbers)


def reviews_card(turn: Turn, view: View, hint: str = "") -> Card:
    """Draw a page of what falls due, for an owner what is theirs; Sayable where there is no such page."""
    every = lines_of(turn)
    page = every[view.first : view.first + A_PAGE]
    if not page:
        raise Sayable("There's no more of it. Type “reviews” for what falls due.")
    parts = [stands for _, _, stands in page if stands] if may_edit(turn.person) else []
    links = (links_told(turn),) if may_read(turn.person) else ()
    return Card(
        title="Reviews of the policies",
        body=tuple((_summary(turn, every, view.first, len(page)), *_under_headings(page), *links)),
        asks=hint or _how(turn),
        fields=(_which(turn, parts),) if parts else (),
        buttons=tuple(_buttons(turn, parts, view, len(every))),
    )


def lines_of(turn: Turn) -> list[_Line]:
    """Give the lines of the reviews that this person may read: HR all of them, an owner those of their own parts."""
    if may_read(turn.person):
        return list(_lines(turn))
    return [_line(turn, stands) for stands in owned_by(turn.session, turn.desk.library, turn.person)]


def _how(turn: Turn) -> str:
    return "" if may_read(turn.person) else "Once you've read one, type “reviewed” and its name."


def part_card(turn: Turn, stands: Standing, hint: str = "", given: PolicyReviewAction | None = None) -> Card:
    """Draw one part with its owner and dates; as a form for those who may change them."""
    given = given or PolicyReviewAction("keep")
    carried = {"subject": subject_of(stands.part), "last": stands.last}
    edits = may_edit(turn.person)
    fields = (
        Field("owner", "Owner: a name, or “none” (leave empty to keep it)", given.owner, long=False, required=False),
        Field("due", "Next review: a day such as 1 May 2027, or “none”", given.due, long=False, required=False),
    )
    return Card(
        title=f"Review of {label_of(turn.desk.library, stands.part)}",
        facts=tuple(_facts(turn, stands)),
        asks=hint,
        first=Button(NEXT_IN_A_YEAR, "policy_review.done", carried) if may_note(turn.person, stands) else None,
        fields=fields if edits else (),
        buttons=(
            *((Button("Keep owner and date", "policy_review.keep", carried),) if edits else ()),
            *((Button(TAKE_BACK, "policy_review.not_done", carried),) if _may_take_back(turn, stands) else ()),
            button("Back to the reviews", View("reviews")),
        ),
    )


def _may_take_back(turn: Turn, stands: Standing) -> bool:
    return bool(stands.kept and stands.kept.reviewed) and may_note(turn.person, stands)


def standing_named(turn: Turn, subject: str) -> Standing:
    """Give how the part stands that is kept under a line; Sayable where the policies have it no more."""
    part = part_of(turn.desk.library, subject)
    if part is None:
        raise Sayable("That isn't in the policies any more. Type “reviews” for what falls due.")
    return stands_now(turn.session, part)


def owner_told(turn: Turn, stands: Standing) -> str:
    """Name the owner of a part, and the wider part where it is that one's."""
    if not stands.owner:
        return "nobody yet"
    name = person_named(turn.desk.directory, stands.owner).name
    if stands.owner_from == stands.part:
        return name
    return f"{name}, as for {label_of(turn.desk.library, stands.owner_from)}"


def due_told(turn: Turn, stands: Standing) -> str:
    """Say when a part falls due, and with what wider part where that is the one that has the date."""
    if stands.due is None:
        return "no date yet"
    when = day(stands.due, turn.today) + (", overdue" if stands.due < turn.today else "")
    return when if stands.due_from == stands.part else f"{when}, with {label_of(turn.desk.library, stands.due_from)}"


def reviewed_told(turn: Turn, stands: Standing) -> str:
    """Say by whom and when a part itself was reviewed last."""
    return _reviewed(turn, stands.kept)


def _facts(turn: Turn, stands: Standing) -> Iterator[tuple[str, str]]:
    yield "Owner", owner_told(turn, stands)
    yield "Next review", due_told(turn, stands)
    yield "Last reviewed", reviewed_told(turn, stands)


def _reviewed(turn: Turn, kept: Kept | None) -> str:
    if kept is None or kept.reviewed is None:
        return "not yet"
    by = person_named(turn.desk.directory, kept.reviewed.by).name
    return f"{day(kept.reviewed.done_on, turn.today)}, by {by}"


def _line(turn: Turn, stands: Standing) -> _Line:
    overdue = stands.due is not None and stands.due < turn.today
    heading = "Overdue" if overdue else "Coming" if stands.due else "Without a date"
    label = said(label_of(turn.desk.library, stands.part))
    told = f"**{label}**: {due_told(turn, stands)}. Owner: {owner_told(turn, stands)}."
    return heading, f"{told} Last reviewed: {reviewed_told(turn, stands)}.", stands


def _lines(turn: Turn) -> Iterator[_Line]:
    library, kept = turn.desk.library, policy_reviews.every(session=turn.session)
    for stands in parts_with_reviews(library, kept):
        yield _line(turn, stands)
    for each in lost(library, kept):
        when = day(each.last.due, turn.today)
        yield "No longer in the policies", f"**{said(each.last.subject.rpartition('::')[2])}**: {when}.", None
    for clause in library.in_force():
        if clause.unreviewed and rules_on(clause.id):
            told = f"**{said(clause.label)}**: changed, and nobody has read its rules again. Type “review {clause.id}”."
            yield "Flagged: rules not yet read against the new words", told, None
    for told in dead_links(turn):
        yield "Links that did not answer", told, None


def _summary(turn: Turn, every: list[_Line], first: int, shown: int) -> str:
    overdue = sum(heading == "Overdue" for heading, _, _ in every)
    lead = f"{overdue} overdue." if overdue else "Nothing is overdue."
    return lead if shown == len(every) else f"{lead} {first + 1} to {first + shown} of {counted(len(every), 'line')}."


def _under_headings(page: list[_Line]) -> Iterator[str]:
    before = None
    for heading, words, _ in page:
        if heading != before:
            yield f"**{heading}**"
        before = heading
        yield words


def _which(turn: Turn, parts: list[Standing]) -> Field:
    library = turn.desk.library
    choices = tuple((subject_of(each.part), label_of(library, each.part)) for each in parts)
    return Field("subject", "Which one would you like to note or change?", choices=choices, required=False)


def _buttons(turn: Turn, parts: list[Standing], view: View, rows: int) -> Iterator[Button]:
    if parts:
        yield Button("Open this one", "policy_review.open", {"first": view.first})
    yield from (each for each in turning(turn.desk.library, view, rows) if may_read(turn.person) or view.first)
    if may_edit(turn.person) and turn.desk.looks_at_links:
        yield Button("Look at the links now", "policy_review.links")
