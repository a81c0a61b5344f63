"""manifest build and check: the package that a council uploads to Teams."""

import argparse
import os
from pathlib import Path

from bot.packaging.building import Council, build_package
from bot.packaging.checking import package_problems
from bot.packaging.opening import open_package, read_package
from bot.packaging.problems import Problem, shown
from bot.settings import read_settings
from knowledge.errors import Sayable

# The options that fill a place in the manifest, so that what is wrong is told in the words of the command.
_OPTION_AT = {
    "id": "--app-id",
    "bots[0].botId": "--app-id",
    "validDomains[0]": "--domain",
    "developer.name": "--council",
    "developer.websiteUrl": "--website-url",
    "developer.privacyUrl": "--privacy-url",
    "developer.termsOfUseUrl": "--terms-url",
    "name.short": "--app-name",
    "name.full": "--app-name with --council",
    "version": "--version",
}
_NEEDED = {
    "app_id": "--app-id, or PROBITY_APP_ID, with the application id of the bot's registration",
    "domain": "--domain with the host the bot runs on",
    "name": "--council with the council's name",
    "website_url": "--website-url with a page about the service",
    "privacy_url": "--privacy-url with the privacy notice",
    "terms_url": "--terms-url with the terms of use",
}


def build(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Write the package for a council; nothing is written where Teams would refuse it."""
    data = _built(given, command)
    out = Path(given.out)
    try:
        out.write_bytes(data)
    except (OSError, ValueError) as error:
        raise Sayable(f"{shown(str(out))} cannot be written ({type(error).__name__}). Choose another --out.") from error
    print(f"{shown(str(out))} is written. Upload it in the Teams admin centre, under Manage apps.")
    return 0


def check(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Say what is wrong with a package, a line each; without one, with what build would write."""
    if given.package is None:
        _built(given, command)
        print("What build would write is valid.")
        return 0
    problems = _problems(read_package(Path(given.package)), _council(given))
    name = shown(given.package)
    for problem in problems:
        print(problem)
    if problems:
        count = "1 thing is" if len(problems) == 1 else f"{len(problems)} things are"
        raise Sayable(f"{name} is not valid: {count} wrong.")
    print(f"{name} is valid.")
    return 0


def _built(given: argparse.Namespace, command: argparse.ArgumentParser) -> bytes:
    council = _council(given)
    missing = [what for name, what in _NEEDED.items() if getattr(council, name) is None]
    if missing:
        command.error("the package needs " + "; ".join(missing))
    data = build_package(council)
    problems = _problems(data, council)
    by_option = {f"{_OPTION_AT[p.where]} {p.what}": None for p in problems if p.where in _OPTION_AT}
    if by_option:
        command.error("; ".join(by_option))
    if problems:
        raise Sayable(" ".join(map(str, problems)))
    return data


def _problems(data: bytes, council: Council) -> list[Problem]:
    contents, problems = open_package(data)
    return problems + package_problems(contents, council)


def _council(given: argparse.Namespace) -> Council:
    return Council(
        app_id=given.app_id or read_settings(os.environ).app_id or None,
        domain=given.domain,
        name=given.council,
        website_url=given.website_url,
        privacy_url=given.privacy_url,
        terms_url=given.terms_url,
        app_name=given.app_name,
        version=given.version,
    )
