"""The people of a round: a file of them for --people, and the activities Teams sends for them."""

import csv
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.people import COLUMNS

TENANT = "11111111-1111-1111-1111-111111111111"
REPORTS = 8


@dataclass(frozen=True, slots=True)
class Walker:
    """A made-up employee with a personal chat of their own; ``manager`` is a key of the file, or empty.

    ``roles`` are those of the file; without any an employee, and a manager where they answer to nobody.
    """

    key: str
    manager: str = ""
    roles: str = ""
    entra_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    @property
    def chat(self) -> str:
        """The id of the person's personal chat."""
        return f"a:{self.entra_id}"

    def row(self) -> dict[str, str]:
        """Give the person's line of the file."""
        roles = self.roles or "employee" if self.manager else "employee;manager"
        values = self.key, self.entra_id, f"Pat {self.key.title()}", f"{self.key}@council.example", "employee", roles
        return dict(zip(COLUMNS, (*values, self.manager, "Highways", ""), strict=True))

    def says(self, text: str, service_url: str) -> dict[str, Any]:
        """Give a typed message."""
        return {**self._activity(service_url), "type": "message", "text": text, "textFormat": "plain"}

    def opens(self, service_url: str) -> dict[str, Any]:
        """Give what Teams sends when the person adds the app; the bot can write to them from then on."""
        return {**self._activity(service_url), "type": "installationUpdate", "action": "add"}

    def _activity(self, service_url: str) -> dict[str, Any]:
        return {
            "id": uuid.uuid4().hex,
            "channelId": "msteams",
            "serviceUrl": service_url,
            "timestamp": "2026-03-16T09:30:00.123Z",
            "localTimestamp": "2026-03-16T09:30:00.123+00:00",
            "localTimezone": "Europe/London",
            "locale": "en-GB",
            "from": {"id": f"29:{self.key}", "name": f"Pat {self.key.title()}", "aadObjectId": self.entra_id},
            "recipient": {"id": "28:bot", "name": "Bot"},
            "conversation": {"id": self.chat, "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
            "entities": [{"type": "clientInfo", "locale": "en-GB", "country": "GB", "platform": "Windows"}],
        }


def make_crowd(walkers: int) -> tuple[list[Walker], list[Walker]]:
    """Give that many people, and beside them the managers they answer to, one for every eight."""
    managers = [Walker(f"manager{n}") for n in range(-(-walkers // REPORTS))]
    return [Walker(f"walker{n}", managers[n // REPORTS].key) for n in range(walkers)], managers


def write_people(path: Path, people: Sequence[Walker]) -> None:
    """Write the file that ``probity serve --people`` reads."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(person.row() for person in people)
