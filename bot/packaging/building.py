"""The package for a council: the manifest with its ids, names and addresses, and the icons, always the same bytes."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from bot.packaging.problems import at, steps

MANIFEST = "manifest.json"
ICONS = ("color.png", "outline.png")
# The earliest day a zip file can hold: a package must not change with the day it is built on.
_ALWAYS = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Council:
    """What differs by council; None is not given."""

    app_id: str | None = None
    domain: str | None = None
    name: str | None = None
    website_url: str | None = None
    privacy_url: str | None = None
    terms_url: str | None = None
    app_name: str | None = None
    version: str | None = None


def build_package(council: Council) -> bytes:
    """Give the zip for a council; what was not given stays as it is in the folder ``manifest``."""
    manifest = json.loads((files("manifest") / MANIFEST).read_text(encoding="utf-8"))
    for path, value in fields(council).items():
        *way, last = steps(path)
        place = manifest
        for step in way:
            place = place[step]
        place[last] = value
    manifest["id"] = at(manifest, "bots[0].botId")
    manifest["name"]["full"] = f"{manifest['name']['short']} for {manifest['developer']['name']}"
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    icons = {name: (files("manifest") / name).read_bytes() for name in ICONS}
    return pack({MANIFEST: text.encode("utf-8", "surrogatepass"), **icons})


def fields(council: Council) -> dict[str, Any]:
    """Give what the council's manifest holds, by path; only what was given."""
    given = {
        "bots[0].botId": council.app_id and council.app_id.lower(),
        "validDomains": council.domain and [council.domain.lower()],
        "developer.name": council.name,
        "developer.websiteUrl": council.website_url,
        "developer.privacyUrl": council.privacy_url,
        "developer.termsOfUseUrl": council.terms_url,
        "name.short": council.app_name,
        "version": council.version,
    }
    return {path: value for path, value in given.items() if value is not None}


def pack(contents: Mapping[str, bytes]) -> bytes:
    """Give a zip of these files in this order. Stored, not deflated: compressors differ from machine to machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, _ALWAYS)
            entry.create_system, entry.external_attr = _UNIX, 0o644 << 16
            package.writestr(entry, content)
    return buffer.getvalue()
