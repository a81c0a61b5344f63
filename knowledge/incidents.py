"""The facts of an incident with a device, the same for employees and councillors."""

from knowledge.facts import Fact
from knowledge.phrases import device


def device_facts(rules: bool) -> tuple[Fact, ...]:
    """The facts of a missing device; ``rules`` says whether owner and data change the ruling for this audience."""
    return (
        Fact("device", "choice", ("ipad", "laptop", "phone", "id_card", "removable_media", "other")),
        Fact("how", "choice", ("lost", "stolen")),
        Fact("when", "moment"),
        Fact("where", "text"),
        Fact("owner", "choice", ("council", "own"), matters=rules),
        Fact("encrypted", "bool"),
        Fact("personal_data", "bool"),
        Fact("data_of", "choice", ("council", "constituents", "party", "none"), matters=rules),
        Fact("left_unattended", "bool"),
        Fact("in_vehicle", "bool"),
        Fact("overnight", "bool"),
        Fact("police_reference", "text"),
    )


def your_device(said) -> str:
    """The device as the person would say it: "your iPad", "your own phone"."""
    return f"your {'own ' if said.owner == 'own' else ''}{device(said.device)}"


def is_missing(said) -> str:
    """What happened to it: "is lost", "was stolen", "is missing"."""
    return {"lost": "is lost", "stolen": "was stolen"}.get(said.how, "is missing")


def missing_device(said) -> str:
    """The device with what happened to it: "a stolen laptop"."""
    return f"a {said.how or 'missing'} {device(said.device)}"
