"""Records of leaving office and of inspections keep the day by which they fall due."""

import calendar
from datetime import date, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_RECORD = sa.table(
    "record", sa.column("id", sa.Integer), sa.column("situation", sa.String), sa.column("answers", sa.JSON)
)
_KEPT = ("due", "within")


def upgrade() -> None:
    """By the two weeks and twelve months of the scheme, under which all of them were ruled on."""
    _rewrite(lambda situation, answers: {**_counted(situation, answers), **answers})


def downgrade() -> None:
    _rewrite(lambda situation, answers: {name: each for name, each in answers.items() if name not in _KEPT})


def _rewrite(made) -> None:
    connection = op.get_bind()
    rows = connection.execute(
        sa.select(_RECORD).where(_RECORD.c.situation.in_(["leaving_office", "inspection_booking"]))
    ).all()
    for row in rows:
        answers = made(row.situation, row.answers)
        connection.execute(sa.update(_RECORD).where(_RECORD.c.id == row.id).values(answers=answers))


def _counted(situation: str, answers: dict) -> dict[str, str]:
    if situation == "leaving_office":
        last = _day(answers.get("last_day"))
        return (
            {"due": (last + timedelta(weeks=2)).isoformat()}
            if last
            else {"within": "within two weeks of ceasing office"}
        )
    last = _day(answers.get("last_inspected"))
    return {"due": _a_year_after(last).isoformat()} if last else {}


def _day(words: object) -> date | None:
    try:
        return date.fromisoformat(str(words))
    except ValueError:
        return None


def _a_year_after(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, calendar.monthrange(day.year + 1, day.month)[1]))
