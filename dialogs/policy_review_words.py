"""The words in which HR set, ask for and note reviews of the policies: outright shapes, read and nothing more."""

import re
from dataclasses import dataclass

LONGEST = 300
_HEAD = r"^\W*(?:please )?(?:kb[ _-]*)?"
_END = r"(?:,? please)?[\s.!?]*$"
_PART = r"(?P<part>\S.{0,120})"
_SHORT = r"(?P<part>\S.{0,120}?)"
_DAY = r"(?P<day>\S.{0,40}?)"
_NAME = r"(?P<name>\S.{0,60}?)"
_DATE = r"(?:next )?review(?: date| day)?"
_OF = r"(?:of|for)"
_WHEN = r"(?:by|before|on|no later than|again (?:by|on|in)|in)"
_DROP = r"(?:no|remove|drop|clear|delete|take away)(?: the)?"
_NEXT = rf"(?:[;,:.]?\s*(?:and )?(?:the )?next(?: review| one| time)?(?: is| falls)?(?: due)?(?: by| on)? {_DAY})?"
_NOBODY = r"(?!who\b|what\b|which\b|nobody\b|where\b|when\b|how\b)"


@dataclass(frozen=True, slots=True)
class ReviewWish:
    """What somebody would like: ``list``, ``links``; of a part to ``open`` or ``read`` it, ``when``, ``owns``; to set
    ``due`` (``by``, where the words may also be a name alone) or ``owner``; or that it is ``done``, or was
    ``not_done`` after all.

    With the part, the day and the name as they were typed. ``on``: where in the text the part stands.
    """

    verb: str
    part: str = ""
    day: str = ""
    name: str = ""
    on: tuple[int, int] = (0, 0)


def _shape(shape: str) -> re.Pattern[str]:
    return re.compile(f"{_HEAD}{shape}{_END}", re.I | re.S)


_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("list", _shape(
        r"(?:(?:show|see|list) )?(?:me )?(?:the |our |all )*(?:(?:policy|overdue) )?(?:reviews|review dates)"
        r"(?: of the polic(?:y|ies))?")),
    ("list", _shape(r"review")),
    ("list", _shape(
        r"(?:(?:show|see|list) (?:me )?(?:the |any |all )*(?:dead |broken )?|(?:what|which|any)(?: are)? (?:the )?"
        r"(?:dead|broken) |(?:dead|broken) |(?<=kb )|(?<=kb_)|(?<=kb-))links(?: in the polic(?:y|ies))?")),
    ("list", _shape(r"(?:what|which|is (?:any|some)thing)(?:'s| is| are)? overdue")),
    ("list", _shape(
        r"(?:what|which policies)(?:'s| is| are)? (?:(?:now |over)?due|coming up) for(?: a)? review(?:ing)?|"
        r"(?:what|which policies)(?:'s| is| are)? overdue for(?: a)? review|"
        r"(?:what|which policies) (?:needs?|must|has to|have to)(?: be| a)? review(?:ing|ed)?")),
    ("links", _shape(
        r"(?:look at|check|test|try) (?:all )?(?:the |our )?(?:dead )?links"
        r"(?: (?:now|in the (?:clauses|polic(?:y|ies))))*")),
    ("owns", _shape(
        rf"(?:who(?:'s| is)? (?:(?:now )?owns|(?:the |now the )?owner {_OF})|whose is) {_SHORT}")),
    ("when", _shape(rf"when(?:'s| is| was) (?:the )?(?:last )?{_DATE} {_OF} {_SHORT}(?: due)?")),
    ("when", _shape(
        rf"when(?:'s| is| was| were| will| must| should| does) (?:the )?(?:{_DATE} {_OF} )?{_SHORT}"
        r"(?: be)?(?: last| next)?(?: fall)?(?: due(?: for(?: a)? review)?| reviewed)(?: last| next)?")),
    ("due", _shape(rf"(?:set|change|move|put) (?:the )?{_DATE} {_OF} {_PART} (?:to|on|as|for|at|by) {_DAY}")),
    ("due", _shape(rf"(?:the )?{_DATE} {_OF} {_PART} (?:is|falls|should be|:)(?: due)?(?: on| by)? {_DAY}")),
    ("due", _shape(rf"{_NOBODY}{_PART} (?:is|are|falls?) due for(?: a)? review (?:on|by|in) {_DAY}")),
    ("due", _shape(rf"{_NOBODY}{_PART} (?:should|must|has to|have to) be reviewed (?:again )?{_WHEN} {_DAY}")),
    ("due", _shape(rf"{_DROP} {_DATE} (?:of|for|from) {_SHORT}")),
    ("owner", _shape(rf"(?:the )?owner {_OF} {_SHORT} (?:is|=|should be|will be|becomes)(?: now)? {_NAME}")),
    ("owner", _shape(rf"(?:set|change) (?:the )?owner {_OF} {_PART} (?:to|as) {_NAME}")),
    ("owner", _shape(rf"(?:make|set|name|appoint) {_NAME} (?:as )?(?:the )?owner {_OF} {_SHORT}")),
    ("owner", _shape(rf"{_NOBODY}{_NAME} (?:now )?(?:owns|is (?:now )?(?:the )?owner {_OF}) {_SHORT}")),
    ("owner", _shape(rf"{_NOBODY}{_SHORT} is (?:now )?owned by {_NAME}")),
    ("owner", _shape(rf"{_DROP} owner (?:of|for|from) {_SHORT}")),
    ("not_done", _shape(
        rf"(?:undo|take back|cancel|withdraw|reverse)(?: the| that| my)? review(?:ed)?(?: date)? (?:{_OF} )?{_SHORT}")),
    ("not_done", _shape(
        rf"{_NOBODY}{_SHORT} (?:was|were|is|has|have)(?: not|n't)(?: been)? reviewed(?: after all| yet| today)?")),
    ("not_done", _shape(rf"(?:i|we) (?:have|did)(?: not|n't) review(?:ed)? {_SHORT}(?: after all| yet| today)?")),
    ("done", _shape(rf"(?:(?:i|we)(?:'ve| have)?(?: now| just)? )?reviewed {_SHORT}{_NEXT}")),
    ("done", _shape(rf"{_NOBODY}{_SHORT} (?:is|was|has been|have been) reviewed(?: today| now)?{_NEXT}")),
    ("done", _shape(rf"mark {_SHORT} (?:as )?reviewed{_NEXT}")),
    ("by", _shape(rf"review (?:the )?{_PART} {_WHEN} {_DAY}")),
    ("open", _shape(rf"(?:show (?:me )?)?(?:the )?{_DATE} {_OF} {_SHORT}")),
    ("read", _shape(rf"review {_SHORT}")),
)  # fmt: skip


def review_wishes(text: str) -> list[ReviewWish]:
    """Read what of the reviews somebody would like, the likeliest reading first; none where it is nothing of them."""
    text = text.replace("’", "'")
    found = [(verb, m) for verb, shape in _SHAPES if (m := shape.match(text))] if len(text) <= LONGEST else []
    return [_wish(verb, m) for verb, m in found]


def _wish(verb: str, found: re.Match) -> ReviewWish:
    groups = found.groupdict()
    words = {key: " ".join((groups.get(key) or "").split()) for key in ("part", "day", "name")}
    return ReviewWish(verb, **words, on=found.span("part") if words["part"] else (0, 0))
