"""What Teams demands of a manifest beyond its schema, and what Probity needs of it."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from bot.packaging.problems import Problem, at, joined, list_at, quoted, text_at
from bot.packaging.schema import schema_version

_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+{_LABEL}")
_EXAMPLE = re.compile(r"(?:.*\.)?(?:example|test|invalid|localhost|example\.(?:com|net|org))")
_ADDRESSES = ("developer.websiteUrl", "developer.privacyUrl", "developer.termsOfUseUrl")
_NOT_IN_A_NAME = re.compile(r"\b(Teams|Microsoft|Outlook|SharePoint|OneDrive|OneNote|PowerPoint|Copilot)\b", re.I)
_TEAMS_OWN = ("activity", "apps", "calendar", "calls", "chat", "contacts", "files", "help", "meetings")
_NOBODY = "00000000-0000-0000-0000-000000000000"


def manifest_problems(manifest: dict[str, Any]) -> list[Problem]:
    """Say what is wrong with a manifest that its schema lets pass; the manifest may be of any shape."""
    return [problem for rule in _RULES for problem in rule(manifest)]


def _texts(manifest: dict[str, Any]) -> Iterator[Problem]:
    for path, text in _walk(manifest, []):
        if not text.strip():
            yield Problem(path, "is empty")
        elif not text.replace("\n", "").isprintable():
            yield Problem(path, "holds characters that cannot be shown")


def _schema_named(manifest: dict[str, Any]) -> Iterator[Problem]:
    named = text_at(manifest, "$schema")
    if named is not None and not named.endswith(f"/teams/v{schema_version()}/MicrosoftTeams.schema.json"):
        yield Problem("$schema", f"is {quoted(named)}; it must name the schema of version {schema_version()}")


def _version(manifest: dict[str, Any]) -> Iterator[Problem]:
    version = text_at(manifest, "version")
    if version is not None and not _VERSION.fullmatch(version):
        yield Problem("version", f"is {quoted(version)}; it must be three numbers such as 1.0.0")


def _ids(manifest: dict[str, Any]) -> Iterator[Problem]:
    for path in ("bots[0].botId", "id"):
        if text_at(manifest, path) == _NOBODY:
            yield Problem(path, "is all zeros; it must be the id of the bot's registration")


def _addresses(manifest: dict[str, Any]) -> Iterator[Problem]:
    for path in _ADDRESSES:
        address = text_at(manifest, path)
        host = _host_of(address) if address else None
        if address and host is None:
            yield Problem(path, f"is not a web address that starts with https://: {quoted(address)}")
        elif host and _EXAMPLE.fullmatch(host):
            yield Problem(path, f"is on {host}, which is an example; it must be the council's own")


def _domains(manifest: dict[str, Any]) -> Iterator[Problem]:
    domains = list_at(manifest, "validDomains")
    if not domains:
        yield Problem("validDomains", "is empty; it must name the host that the bot runs on")
    for index, domain in enumerate(domains):
        path, name = f"validDomains[{index}]", str(domain).lower()
        if not _is_host(name.removeprefix("*.")):
            yield Problem(path, f"is {quoted(domain)}; it must be a host name alone, such as bot.council.gov.uk")
        elif _EXAMPLE.fullmatch(name):
            yield Problem(path, f"is {name}, which is an example; it must be the host that the bot runs on")


def _names(manifest: dict[str, Any]) -> Iterator[Problem]:
    short, full = text_at(manifest, "name.short"), text_at(manifest, "name.full")
    for path, name in (("name.short", short), ("name.full", full)):
        if name and (found := _NOT_IN_A_NAME.search(name)):
            yield Problem(path, f"has “{found[0]}” in it; Teams does not take names of Microsoft's products")
        if name and name.strip().casefold() in _TEAMS_OWN:
            yield Problem(path, f"is {quoted(name)}, which is a part of Teams; give it a name of its own")
    if short and short == full:
        yield Problem("name.full", "is the same as name.short")


def _descriptions(manifest: dict[str, Any]) -> Iterator[Problem]:
    short, full = text_at(manifest, "description.short"), text_at(manifest, "description.full")
    if short and full and short.strip().casefold() in full.casefold():
        yield Problem("description.full", "repeats description.short")


def _bots(manifest: dict[str, Any]) -> Iterator[Problem]:
    if not list_at(manifest, "bots"):
        yield Problem("bots", "is empty; people would have nobody to talk to")
        return
    if list_at(manifest, "bots[0].scopes") != ["personal"]:
        yield Problem("bots[0].scopes", "must be personal and nothing else: Probity talks with one person at a time")
    if at(manifest, "bots[0].isNotificationOnly") is True:
        yield Problem("bots[0].isNotificationOnly", "must be false, or nobody could write to the bot")


def _commands(manifest: dict[str, Any]) -> Iterator[Problem]:
    lists = list_at(manifest, "bots[0].commandLists")
    if list_at(manifest, "bots") and not any(list_at(each, "commands") for each in lists):
        yield Problem("bots[0].commandLists", "is empty; people would see no examples to start with")
    for index, each in enumerate(lists):
        seen: set[str] = set()
        for number in range(len(list_at(each, "commands"))):
            title = " ".join((text_at(each, f"commands[{number}].title") or "").casefold().split())
            if title and title in seen:
                where = f"bots[0].commandLists[{index}].commands[{number}].title"
                yield Problem(where, f"is a command that is listed before: {quoted(title)}")
            seen.add(title)


_RULES = (
    _texts,
    _schema_named,
    _version,
    _ids,
    _addresses,
    _domains,
    _names,
    _descriptions,
    _bots,
    _commands,
)


def _walk(value: Any, path: list[str | int]) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield joined(path), value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _walk(inner, [*path, key])


def _host_of(address: str) -> str | None:
    """The host of an https address, or None where it is none."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    plain = parts.scheme == "https" and "@" not in parts.netloc and " " not in address
    return host if plain and _is_host(host) else None


def _is_host(name: str) -> bool:
    return len(name) <= 253 and _HOST.fullmatch(name) is not None
