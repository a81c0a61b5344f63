"""The people of the Playgrounds and the file that tells each Playground whose it is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dialogs.people import Person

CONFIG_FILE = ".m365agentsplayground.yml"
BOT_ID, BOT_NAME = "28:probity", "Probity"
TENANT = "00000000-0000-4000-8000-00000000de30"
# The Playground takes this many others, neither more nor fewer.
OTHERS = 5


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody with a Playground: the key in the list of people, who that is, and a sentence to try."""

    key: str
    who: str
    sentence: str


PERSONAS = (
    Persona("amy", "an employee", "Acme have offered me two tickets for the rugby on Saturday, about £120 the pair"),
    Persona("megan", "her manager", "my approvals"),
    Persona("rhys", "a councillor", "left my ipad on the train"),
    Persona("helen", "HR", "what counts as a relative?"),
)


def write_config(folder: Path, person: Person, people: Sequence[Person]) -> None:
    """Write the file that makes a Playground started in ``folder`` this person's; JSON is YAML too.

    No other Playground knows the id of the chat, so that what is sent to it cannot be shown in another.
    """
    others = [p for p in people if p.key != person.key][:OTHERS]
    config = {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": BOT_ID, "name": BOT_NAME},
        "currentUser": _user(person),
        "users": [_user(p) for p in others],
        "personalChat": {"id": f"playground:{person.key}"},
        "groupChat": {"id": f"playground-group:{person.key}", "name": "Group chat"},
        "team": {"id": f"playground-team:{person.key}", "name": "Team", "aadGroupId": TENANT, "channels": []},
    }
    text = json.dumps(config, ensure_ascii=False, indent=2) + "\n"
    (folder / CONFIG_FILE).write_text(text, encoding="utf-8")


def _user(person: Person) -> dict[str, Any]:
    given, _, surname = person.name.rpartition(" ")
    return {
        "id": f"29:{person.key}",
        "name": person.name,
        "userPrincipleName": person.email,
        "aadObjectId": person.id,
        "givenName": given or surname,
        "surname": surname,
        "email": person.email,
    }
