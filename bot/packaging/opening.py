"""Opening a package that may be anything: no byte of it is written, and little of it is read."""

import io
import stat
import zipfile
import zlib
from pathlib import Path

from bot.packaging.problems import Problem, quoted, shown
from knowledge.errors import Sayable

LARGEST_PACKAGE = 5_000_000
LARGEST_FILE = 1_000_000
MOST_FILES = 50
_READ_BY_TEAMS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CANNOT = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError)


def read_package(path: Path) -> bytes:
    """Give the bytes of a package; raises Sayable where it is no file of a sensible size."""
    try:
        if not path.is_file():
            raise Sayable(f"{shown(str(path))} is not a file. Name a package that “probity manifest build” wrote.")
        with path.open("rb") as file:
            data = file.read(LARGEST_PACKAGE + 1)
    except (OSError, ValueError) as error:
        raise Sayable(f"{shown(str(path))} cannot be read ({type(error).__name__}).") from error
    if len(data) > LARGEST_PACKAGE:
        raise Sayable(f"{shown(str(path))} is larger than {LARGEST_PACKAGE:,} bytes: no package is.")
    return data


def open_package(data: bytes) -> tuple[dict[str, bytes], list[Problem]]:
    """Give the files in the root of the zip, and what is wrong with the others; raises Sayable if it is no zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > MOST_FILES:
                raise Sayable(f"The zip holds {len(entries):,} files. A package holds at most {MOST_FILES}.")
            return _read_entries(package, entries)
    except _CANNOT as error:
        raise Sayable("This is not a zip file that can be read. Build the package again.") from error


def _read_entries(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> tuple[dict[str, bytes], list[Problem]]:
    contents: dict[str, bytes] = {}
    problems = []
    for entry in entries:
        wrong = _refusal(entry, contents)
        if wrong is None:
            try:
                contents[entry.filename] = package.open(entry).read(LARGEST_FILE + 1)
                wrong = _too_large(len(contents[entry.filename]))
            except _CANNOT:
                wrong = "cannot be read from the zip; build the package again"
        if wrong is not None:
            contents.pop(entry.filename, None)
            problems.append(Problem(entry.filename or "A file without a name", wrong))
    return contents, problems


def _refusal(entry: zipfile.ZipInfo, contents: dict[str, bytes]) -> str | None:
    name = entry.filename
    if entry.flag_bits & 0x1:
        return "is encrypted; Teams cannot open it"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link, not a file"
    if entry.compress_type not in _READ_BY_TEAMS:
        return "is compressed in a way that Teams does not read; build the package again"
    if not name or ".." in name or ":" in name or name.startswith(("/", "\\")):
        return "is a name that leads out of the package; leave it out"
    if "/" in name or "\\" in name:
        folder = name.replace("\\", "/").partition("/")[0]
        return f"lies in the folder {quoted(folder)}; zip the files themselves, not their folder"
    if name in contents:
        return "stands in the zip twice; keep one"
    return _too_large(entry.file_size)


def _too_large(size: int) -> str | None:
    return f"is larger than {LARGEST_FILE:,} bytes" if size > LARGEST_FILE else None
