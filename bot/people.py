"""The local directory: people from a CSV file."""

import csv
import io
from importlib import resources
from pathlib import Path

from dialogs.people import Person
from knowledge.errors import Sayable

COLUMNS = ("key", "entra_id", "name", "email", "audience", "roles", "manager", "service_area", "school")
AUDIENCES = ("employee", "councillor")
ROLES = frozenset(
    "employee councillor manager senior_manager director headteacher chair_of_governors head_of_hr section_151_officer "
    "democratic_services head_of_legal digital_services service_desk communications hr_editor hr_auditor "
    "monitoring_officer".split()
)


class LocalDirectory:
    """People in the order of the file; managers are named by key."""

    def __init__(self, people: tuple[Person, ...]):
        self.people = people
        self._by_id = {p.id.casefold(): p for p in people}
        self._by_key = {p.key: p for p in people}

    def find(self, person_id: str) -> Person | None:
        """Give the person with this Entra object id, or None."""
        return self._by_id.get(person_id.casefold())

    def by_key(self, key: str) -> Person | None:
        """Give the person with this key of the file, or None."""
        return self._by_key.get(key)

    def manager_of(self, person: Person) -> Person | None:
        """Give the person's line manager, or None where none is listed."""
        return self._by_key.get(person.manager)

    def everybody(self) -> tuple[Person, ...]:
        """Give everybody in the order of the file."""
        return self.people

    def with_role(self, role: str) -> tuple[Person, ...]:
        """Give everybody who holds the role, in the order of the file."""
        return tuple(p for p in self.people if role in p.roles)


def demo_directory() -> LocalDirectory:
    """Give the demo council that ships with the bot."""
    return read_people(
        resources.files("bot").joinpath("demo_people.csv").read_text(encoding="utf-8"), "the demo people"
    )


def read_people_file(path: Path) -> LocalDirectory:
    """Read a CSV of people; raises Sayable naming the file, the line and what is wrong."""
    try:
        return read_people(path.read_text(encoding="utf-8-sig"), str(path))
    except OSError as error:
        raise Sayable(f"{path} cannot be read ({error.strerror}). Name a CSV file of people with --people.") from error
    except UnicodeDecodeError as error:
        raise Sayable(f"{path} is not UTF-8 text. Save it as “CSV UTF-8” and try again.") from error


def read_people(text: str, name: str) -> LocalDirectory:
    """Read people from CSV text; ``name`` is how an error names it."""
    rows = csv.DictReader(io.StringIO(text))
    missing = [c for c in COLUMNS if c not in (rows.fieldnames or ())]
    if missing:
        raise Sayable(f"{name} lacks the column{'s' * (len(missing) > 1)} {', '.join(missing)}.")
    people = tuple(_person(row, f"{name}, line {rows.line_num}") for row in rows)
    _check(people, name)
    return LocalDirectory(people)


def _person(row: dict[str, str | None], where: str) -> Person:
    given = {k: (v or "").strip() for k, v in row.items() if k and not isinstance(v, list)}
    for column in ("key", "entra_id", "name"):
        if not given[column]:
            raise Sayable(f"{where}: {column} is empty.")
    if given["audience"] not in AUDIENCES:
        raise Sayable(f"{where}: audience is {given['audience']!r}; it must be employee or councillor.")
    roles = tuple(r.strip() for r in given["roles"].split(";") if r.strip())
    unknown = [r for r in roles if r not in ROLES]
    if unknown:
        raise Sayable(f"{where}: {unknown[0]!r} is no role. The roles are {', '.join(sorted(ROLES))}.")
    return Person(
        id=given["entra_id"],
        key=given["key"],
        name=given["name"],
        email=given["email"],
        audience=given["audience"],
        roles=roles,
        manager=given["manager"],
        service_area=given["service_area"],
        school=given["school"],
        school_type=given.get("school_type", ""),
    )


def _check(people: tuple[Person, ...], name: str) -> None:
    if not people:
        raise Sayable(f"{name} names nobody. Give it a line for each person.")
    keys = [p.key for p in people]
    for column, values in (("key", keys), ("entra_id", [p.id.casefold() for p in people])):
        twice = next((v for v in values if values.count(v) > 1), None)
        if twice:
            raise Sayable(f"{name}: the {column} {twice} stands there twice.")
    lost = next((p for p in people if p.manager and p.manager not in keys), None)
    if lost:
        raise Sayable(f"{name}: {lost.key}'s manager {lost.manager!r} is not in the file.")
    managers = {p.key: p.manager for p in people}
    for key in keys:
        _check_above(key, managers, name)


def _check_above(key: str, managers: dict[str, str], name: str) -> None:
    above, seen = managers[key], {key}
    while above:
        if above in seen:
            raise Sayable(f"{name}: going up from {key}, {above} comes twice. Nobody can be above themselves.")
        seen.add(above)
        above = managers[above]
