"""How money, days, names and clauses are written for people (GOV.UK style: £120, Saturday 28 November, 8.30am)."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from dialogs.replies import Citation
from knowledge.clauses import Clause, Library

ROLE_NAMES = {
    "line_manager": "your line manager",
    "senior_manager": "a senior manager",
    "headteacher": "the headteacher",
    "chair_of_governors": "the chair of governors",
    "democratic_services": "Democratic Services",
    "head_of_legal": "the Head of Legal and Democratic Services",
    "digital_services": "Digital Services",
    "service_desk": "the IT service desk",
    "communications": "the communications and engagement team",
    "monitoring_officer": "the Monitoring Officer",
    "hr_editor": "HR",
    "section_151_officer": "the Section 151 officer",
}


_MARKS = re.compile(r"([\\`*\[\]<>~#|]|(?<!\w)_|_(?!\w))")


def said(words: str) -> str:
    """Give what a person typed as text that no Markdown or HTML in it can dress up: their words are data."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))


def pounds(amount: Decimal | str) -> str:
    """Write an amount in pounds: ``£120``, ``£1,250.50``."""
    value = Decimal(amount)
    return f"£{value:,.0f}" if value == value.to_integral_value() else f"£{value:,.2f}"


def number(value: Decimal | float) -> str:
    """Write a number without needless noughts: ``48``, ``37.5``."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def percent(value: Decimal | float) -> str:
    """Write a percentage: ``20%``, ``12.5%``, and what is a hair over or under as people say it: ``just over 20%``."""
    whole, rest = divmod(round(float(value) * 100), 100)
    if rest == 1:
        return f"just over {whole}%"
    return f"just under {whole + 1}%" if rest == 99 else f"{number(value)}%"


def day(value: date | str, today: date | None = None) -> str:
    """Write a day: ``Saturday 28 November``, with the year where it is not the year of ``today``."""
    value = date.fromisoformat(value) if isinstance(value, str) else value
    year = "" if today and value.year == today.year else f" {value.year}"
    return f"{value:%A} {value.day} {value:%B}{year}"


def clock_time(value: datetime | time) -> str:
    """Write a time: ``8.30am``, ``9pm``, ``noon``."""
    if (value.hour, value.minute) == (12, 0):
        return "noon"
    hour = value.hour % 12 or 12
    minutes = f".{value.minute:02}" if value.minute else ""
    return f"{hour}{minutes}{'am' if value.hour < 12 else 'pm'}"


def moment_in_words(value: str, today: date | None = None) -> str:
    """Write a day, or a day with a time, kept in ISO form: ``Saturday 28 November at 8.30am``."""
    if "T" not in value:
        return day(value, today)
    moment = datetime.fromisoformat(value)
    return f"{day(moment.date(), today)} at {clock_time(moment)}"


def listed(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Join words as a sentence does: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def lower(title: str) -> str:
    """Give a title as it stands within a sentence; ``ICT`` and ``iPad`` are written as they are."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def capital(sentence: str) -> str:
    """Give the sentence a capital without touching the rest; ``iPad`` is written as it is."""
    return sentence if sentence[1:2].isupper() else sentence[:1].upper() + sentence[1:]


def place(clause: Clause) -> str:
    """Say where a clause stands and of which version: ``Code of conduct, Gifts, paragraph 1, version 1``."""
    how = "no longer part of the policy" if clause.withdrawn else "in force"
    since = f", {how} from {clause.effective_from.day} {clause.effective_from:%B %Y}" if clause.effective_from else ""
    return f"{clause.label}, version {clause.version}{since}"


def place_in_ruling(clause: Clause) -> str:
    """Say where a clause stands on which a ruling leans; and where HR changed it since the rule was read, that too."""
    if not clause.unreviewed or clause.effective_from is None:
        return place(clause)
    did = "taken out" if clause.withdrawn else "changed"
    since = f"{clause.effective_from.day} {clause.effective_from:%B %Y}"
    return (
        f"{clause.label}, version {clause.version}, {did} by HR from {since}; nobody has yet checked this ruling "
        "against the new words, so please ask HR before you rely on it"
    )


def says(library: Library, clause_id: str) -> str:
    """Begin a quote of a clause: ``The Code of conduct says:``; of one that is no longer in it, what it said."""
    clause = library.get(clause_id)
    how = "said, until it was taken out:" if clause.withdrawn else "says:"
    return f"The {library.title(clause.policy)} {how}"


def quoted(quote: str, clause: Clause, position: int, ruling: bool = False) -> tuple[str, Citation]:
    """Quote a clause word for word with its place; give the text and the citation behind ``[position]``.

    ``ruling``: it is the ground of a ruling, which says so where HR changed the clause and nobody has read the rule.
    """
    words = " ".join(quote.split("\n"))
    where = place_in_ruling(clause) if ruling else place(clause)
    return f"“{in_lines(quote)}” [{position}] ({where})", Citation(position, clause.label, words)


def in_lines(quote: str) -> str:
    """Lay out the words of a clause, a list item to a line: bullets where the clause has no numbers of its own."""
    first, *items = quote.split("\n")
    return "\n\n".join([first, *(item if item.startswith("(") else f"• {item}" for item in items)])
