"""The Teams package: what is built is valid and always the same, and every kind of fault is told in a sentence."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image

from bot.cli import main
from bot.packaging.building import Council, build_package, pack
from bot.packaging.checking import package_problems
from bot.packaging.opening import LARGEST_FILE, LARGEST_PACKAGE, MOST_FILES, open_package
from bot.packaging.problems import shown, steps
from bot.packaging.schema import schema_version
from tests.town import town

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "manifest"
APP_ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
COUNCIL = Council(
    app_id=APP_ID.upper(),
    domain="bot.porth.gov.uk",
    name="Porth Council",
    website_url="https://porth.gov.uk/probity",
    privacy_url="https://porth.gov.uk/privacy",
    terms_url="https://porth.gov.uk/terms",
)
OPTIONS = {
    "--app-id": COUNCIL.app_id,
    "--domain": COUNCIL.domain,
    "--council": COUNCIL.name,
    "--website-url": COUNCIL.website_url,
    "--privacy-url": COUNCIL.privacy_url,
    "--terms-url": COUNCIL.terms_url,
}
DELETED = object()
WELSH = {"defaultLanguageTag": "en", "additionalLanguages": [{"languageTag": "cy", "file": "cy.json"}]}


@pytest.fixture(autouse=True)
def no_registration(monkeypatch):
    monkeypatch.delenv("PROBITY_APP_ID", raising=False)
    monkeypatch.delenv("PROBITY_ENV", raising=False)


def options(**changes: str | None) -> list[str]:
    given = OPTIONS | {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    return [word for name, value in given.items() if value is not None for word in (name, value)]


def contents() -> dict[str, bytes]:
    found, problems = open_package(build_package(COUNCIL))
    assert problems == []
    return found


def changed(**places) -> dict[str, bytes]:
    """The files of a good package with other values at some paths of the manifest ("/" stands for ".")."""
    files = contents()
    manifest = json.loads(files["manifest.json"])
    for path, value in places.items():
        *way, last = steps(path)
        place = manifest
        for step in way:
            place = place[step]
        if value is DELETED:
            del place[last]
        else:
            place[last] = value
    return files | {"manifest.json": json.dumps(manifest).encode()}


def told(files: dict[str, bytes], council: Council = COUNCIL) -> list[str]:
    return [str(problem) for problem in package_problems(files, council)]


def picture(size: tuple[int, int], color, form: str = "PNG", spot=None) -> bytes:
    image, buffer = Image.new("RGBA", size, color), io.BytesIO()
    if spot is not None:
        image.putpixel((3, 3), spot)
    (image if form == "PNG" else image.convert("RGB")).save(buffer, form)
    return buffer.getvalue()


def claiming(side: int) -> bytes:
    """A small picture whose head claims that it is a large square."""
    data = bytearray(picture((1, 1), "white"))
    data[16:24] = side.to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def test_the_package_holds_the_councils_ids_names_and_domain():
    files = contents()
    assert list(files) == ["manifest.json", "color.png", "outline.png"]
    manifest = json.loads(files["manifest.json"])
    assert (manifest["id"], manifest["bots"][0]["botId"], manifest["validDomains"]) == (
        APP_ID,
        APP_ID,
        [COUNCIL.domain],
    )
    assert manifest["developer"] == {
        "name": COUNCIL.name,
        "websiteUrl": COUNCIL.website_url,
        "privacyUrl": COUNCIL.privacy_url,
        "termsOfUseUrl": COUNCIL.terms_url,
    }
    assert manifest["name"] == {"short": "Probity", "full": "Probity for Porth Council"}
    assert "council.example" not in files["manifest.json"].decode()
    assert told(files) == []


def test_the_same_council_gets_the_same_bytes_on_any_day():
    first = build_package(COUNCIL)
    assert build_package(COUNCIL) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {e.date_time for e in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {e.compress_type for e in package.infolist()} == {zipfile.ZIP_STORED}


def test_the_manifest_in_the_folder_is_whole_and_only_names_the_demo_council():
    files = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.suffix in (".json", ".png")}
    assert told(files, Council()) == [
        "bots[0].botId is all zeros; it must be the id of the bot's registration.",
        "id is all zeros; it must be the id of the bot's registration.",
        *(
            f"developer.{name} is on council.example, which is an example; it must be the council's own."
            for name in ("websiteUrl", "privacyUrl", "termsOfUseUrl")
        ),
        "validDomains[0] is council.example, which is an example; it must be the host that the bot runs on.",
    ]


def test_the_schemas_are_those_of_the_package_that_they_were_copied_from():
    note = (FOLDER / "schema" / "README.md").read_text(encoding="utf-8")
    for path in (FOLDER / "schema").glob("*.json"):
        assert hashlib.sha256(path.read_bytes()).hexdigest() in note
    assert f"/v{schema_version()}/" in note


def test_the_schemas_are_equal_to_those_that_node_has():
    places = [ROOT / "node_modules", *(Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p)]
    found = [place / "@microsoft/app-manifest" for place in places if (place / "@microsoft/app-manifest").is_dir()]
    if not found:
        pytest.skip("@microsoft/app-manifest is not installed")
    for path in (FOLDER / "schema").glob("*.json"):
        theirs = found[0] / "build/json-schemas/teams" / f"v{schema_version()}" / path.name
        assert path.read_bytes() == theirs.read_bytes()


def commands() -> list[dict]:
    return json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["bots"][0]["commandLists"][0]["commands"]


ANSWERS = {
    "I was offered a gift": ("What kind of thing is it?", "No policy that I hold for councillors covers the gift"),
    "I was offered tickets": ("approval before you accept the tickets", "No policy that I hold for councillors"),
    "I lost my iPad": ("Ring the IT service desk now", "don't reset or wipe it until Digital Services ask you"),
    "My records": ("You've filed nothing with me yet",) * 2,
    "My approvals": ("Nothing waits for your decision",) * 2,
    "Who sees what I tell you?": ("Nobody sees what you tell me until you say yes",) * 2,
    "Talk to a person": ("You can talk to Megan Lloyd", "You can talk to Demi Clarke"),
    "Help": ("I answer from the Code of conduct", "I answer from the Members ICT Scheme"),
}


@pytest.mark.parametrize(("who", "column"), [("amy", 0), ("rhys", 1)])
async def test_every_listed_command_works_at_once(who, column, tmp_path):
    assert [command["title"] for command in commands()] == list(ANSWERS)
    async with town(tmp_path) as place:
        await place.opens(who)
        for title, answers in ANSWERS.items():
            mark = len(place.chat(who).log)
            await place.say(who, title)
            assert answers[column] in place.texts(who, mark)
            await place.say(who, "cancel")


def test_titles_are_short_enough_to_be_shown_whole_by_older_clients():
    assert all(len(c["title"]) <= 32 and len(c["description"]) <= 128 for c in commands())


@pytest.mark.parametrize(
    ("place", "value", "sentence"),
    [
        ("developer.name", "N" * 33, "developer.name is 33 characters long; at most 32 fit."),
        ("name.short", "N" * 31, "name.short is 31 characters long; at most 30 fit."),
        ("description.short", "d" * 81, "description.short is 81 characters long; at most 80 fit."),
        ("bots[0].commandLists[0].commands[0].title", "t" * 129, "is 129 characters long; at most 128 fit."),
        ("accentColor", "blue", "accentColor is not a colour such as #1D70B8: “blue”."),
        ("accentColor", DELETED, "accentColor is missing."),
        ("icons.outline", DELETED, "icons.outline is missing."),
        ("colour", "#fff", "colour is a key that the schema does not know."),
        ("bots[0].supportsFiles", "no", "bots[0].supportsFiles must be true or false."),
        ("permissions", ["all"], "permissions[0] is “all”; it must be one of: identity, messageTeamMembers."),
        ("permissions", ["identity"] * 3, "permissions has 3 entries; at most 2 fit."),
        ("bots[0].botId", "bot", "bots[0].botId is not a GUID such as"),
        ("id", "{" + APP_ID + "}", "id is not a GUID such as"),
        ("id", "0" * 8 + "-0000-0000-0000-" + "0" * 12, "id is all zeros"),
        ("bots[0].botId", APP_ID.replace("3", "4"), f"bots[0].botId is not “{APP_ID}”."),
        ("manifestVersion", "1.5", "manifestVersion is “1.5”; this release checks 1.22 only."),
        ("manifestVersion", DELETED, "manifestVersion is missing."),
        ("$schema", "https://developer.microsoft.com/v1.5/x", "it must name the schema of version 1.22."),
        ("version", "1.0", "version is “1.0”; it must be three numbers such as 1.0.0."),
        ("version", "1.0.0-beta", "it must be three numbers"),
        ("version", "01.0.0", "it must be three numbers"),
        ("developer.privacyUrl", "http://porth.gov.uk", "developer.privacyUrl is not a web address that starts with https://"),
        ("developer.websiteUrl", "https://[", "developer.websiteUrl is not a web address"),
        ("developer.websiteUrl", "https://u@porth.gov.uk", "developer.websiteUrl is not a web address"),
        ("developer.termsOfUseUrl", "https://localhost/t", "developer.termsOfUseUrl is not a web address"),
        ("validDomains", [], "validDomains is empty"),
        ("validDomains", ["porth.gov.uk"], "validDomains does not name “bot.porth.gov.uk”."),
        ("validDomains", ["https://bot.porth.gov.uk"], "it must be a host name alone"),
        ("validDomains", ["bot.porth.gov.uk/api"], "it must be a host name alone"),
        ("validDomains", ["*"], "it must be a host name alone"),
        ("validDomains", [7], "validDomains[0] must be text."),
        ("name.short", "Probity for Teams", "name.short has “Teams” in it"),
        ("name.full", "Microsoft Probity", "name.full has “Microsoft” in it"),
        ("name.short", "Help", "name.short is “Help”, which is a part of Teams"),
        ("name.full", "Probity", "name.full is the same as name.short."),
        ("name.short", " ", "name.short is empty."),
        ("name.short", "Pro\x1b[31mbity", "name.short holds characters that cannot be shown."),
        ("description.short", "You can also ask what the policy says.", "description.full repeats description.short."),
        ("bots", [], "bots is empty"),
        ("bots[0].scopes", ["personal", "team"], "bots[0].scopes must be personal and nothing else"),
        ("bots[0].isNotificationOnly", True, "bots[0].isNotificationOnly must be false"),
        ("bots[0].commandLists", [], "bots[0].commandLists is empty"),
        ("bots[0].commandLists[0].commands[7].title", "my  RECORDS", "is a command that is listed before"),
        ("icons.color", "logo.png", "logo.png is missing from the root of the zip."),
        ("localizationInfo", WELSH, "cy.json is missing from the root of the zip."),
    ],
)  # fmt: skip
def test_a_fault_in_the_manifest_is_told(place, value, sentence):
    assert any(sentence in line for line in told(changed(**{place: value})))


@pytest.mark.parametrize("place", [
    "developer", "name", "description", "icons", "bots", "bots[0]", "bots[0].commandLists[0]", "validDomains",
    "version", "id", "manifestVersion", "localizationInfo",
])  # fmt: skip
@pytest.mark.parametrize("value", [None, 7, "x", [], [[]], {}, {"a": 1}])
def test_a_manifest_of_any_shape_gets_sentences(place, value):
    assert told(changed(**{place: value}))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "manifest.json is not JSON: line 1 cannot be read."),
        (b'{"id": 1,\n', "manifest.json is not JSON: line 2 cannot be read."),
        (b"[]", "manifest.json is not a JSON object."),
        (b"\xff\xfe{}", "manifest.json is not UTF-8 text."),
        (b"[" * 90_000, "manifest.json is nested too deeply."),
        (b'{"a":' * 5_000 + b"1" + b"}" * 5_000, "manifest.json is nested too deeply."),
        (b'{"version": NaN}', "manifest.json is not JSON that can be read."),
        (b'{"version": ' + b"9" * 5000 + b"}", "manifest.json is not JSON that can be read."),
        (b" " * 100_001, "manifest.json is larger than 100,000 bytes."),
        (b'{"id": "a", "id": "b"}', "manifest.json has the key “id” twice in one place."),
    ],
)
def test_a_manifest_that_is_no_manifest_is_told(data, sentence):
    assert sentence in told(contents() | {"manifest.json": data})


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("color.png", picture((96, 96), "navy"), "color.png is 96 by 96 pixels; it must be 192 by 192."),
        ("color.png", picture((192, 192), (0, 0, 0, 0)), "color.png is wholly transparent: nothing can be seen."),
        ("color.png", picture((192, 192), "navy", "JPEG"), "color.png is not a PNG picture."),
        ("color.png", picture((192, 192), "navy")[:200], "color.png is a damaged PNG picture."),
        ("outline.png", picture((192, 192), "white"), "outline.png is 192 by 192 pixels; it must be 32 by 32."),
        ("outline.png", picture((32, 32), "white"), "outline.png has no transparent background"),
        ("outline.png", picture((32, 32), (0, 0, 0, 0)), "outline.png is wholly transparent"),
        ("outline.png", picture((32, 32), (0, 0, 0, 0), spot=(255, 0, 0, 255)), "pixels that are neither white nor"),
        ("outline.png", claiming(20_000), "outline.png has far too many pixels; it must be 32 by 32."),
        ("outline.png", claiming(10_000), "outline.png has far too many pixels; it must be 32 by 32."),
        ("outline.png", b"", "outline.png is not a PNG picture."),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_fault_in_an_icon_is_told(name, data, sentence):
    assert any(sentence in line for line in told(contents() | {name: data}))


def test_a_file_too_few_and_a_file_too_many_are_told():
    files = contents()
    del files["outline.png"]
    assert told(files | {"notes.txt": b"x"}) == [
        "outline.png is missing from the root of the zip.",
        "notes.txt does not belong in the package.",
    ]
    assert told({"color.png": b""}) == ["manifest.json is missing from the root of the zip."]


def test_words_in_another_language_are_held_against_the_manifest():
    words = {
        "name.short": "Probity",
        "description.short": "Beth yw'r rheol",
        "description.full": "Dywedwch beth ddigwyddodd.",
        "bots[0].commandLists[0].commands[7].title": "Cymorth",
    }
    files = changed(localizationInfo=WELSH)
    assert told(files | {"cy.json": json.dumps(words).encode()}) == []
    wrong = words | {"bots[0].commandLists[0].commands[9].title": "Dim", "name.short": "P" * 31, "gair": "x"}
    del wrong["description.full"]
    assert told(files | {"cy.json": json.dumps(wrong).encode()}) == [
        "cy.json: description.full is missing.",
        "cy.json: gair is a key that the schema does not know.",
        "cy.json: name.short is 31 characters long; at most 30 fit.",
        "cy.json: bots[0].commandLists[0].commands[9].title leads to no words in manifest.json.",
    ]


def zipped(*entries: tuple[zipfile.ZipInfo | str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as package:
        for entry, data in entries:
            package.writestr(entry, data)
    return buffer.getvalue()


def linked() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("color.png")
    entry.external_attr = 0o120777 << 16
    return entry


def doubled() -> bytes:
    return zipped(("color.png", b"x"), ("dolor.png", b"y")).replace(b"dolor.png", b"color.png")


def encrypted() -> bytes:
    data = bytearray(zipped(("color.png", b"x")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (zipped(("manifest/color.png", b"x")), "manifest/color.png lies in the folder “manifest”; zip the files"),
        (zipped(("a\\b.png", b"x")), "a\\b.png lies in the folder “a”"),
        (zipped(("../../etc/passwd", b"x")), "../../etc/passwd is a name that leads out of the package"),
        (zipped(("/etc/passwd", b"x")), "/etc/passwd is a name that leads out of the package"),
        (zipped(("C:x", b"x")), "C:x is a name that leads out of the package"),
        (zipped((linked(), b"/etc/passwd")), "color.png is a link, not a file."),
        (doubled(), "color.png stands in the zip twice; keep one."),
        (zipped(("color.png", bytes(LARGEST_FILE + 1))), "color.png is larger than 1,000,000 bytes."),
        (zipped(("color.png", b"x"), how=zipfile.ZIP_LZMA), "color.png is compressed in a way that Teams"),
        (encrypted(), "color.png is encrypted; Teams cannot open it."),
        (zipped(("bad\x1b[2J/a.png", b"x")), "bad?[2J/a.png lies in the folder “bad?[2J”"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)  # fmt: skip
def test_a_hostile_zip_gets_sentences(data, sentence, tmp_path, capsys):
    path = tmp_path / "p.zip"
    path.write_bytes(data)
    code = main(["manifest", "check", str(path)])
    out, err = capsys.readouterr()
    assert code == 1 and any(line.startswith(sentence) for line in out.splitlines())
    assert err.startswith("probity: ") and err.count("\n") == 1
    assert [p.name for p in tmp_path.iterdir()] == ["p.zip"]


def test_a_size_that_the_zip_lies_about_is_not_believed():
    data = bytearray(zipped(("color.png", bytes(LARGEST_FILE * 3))))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(mark) + place
        data[start : start + 4] = (10).to_bytes(4, "little")
    files, problems = open_package(bytes(data))
    assert all(len(content) <= 10 for content in files.values())
    assert [str(p) for p in problems] == ["color.png cannot be read from the zip; build the package again."]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a zip file that can be read"),
        (b"not a zip", "not a zip file that can be read"),
        (zipped(("color.png", b"x" * 50))[:-30], "not a zip file that can be read"),
        (zipped(*((f"{i}.png", b"") for i in range(MOST_FILES + 1))), f"at most {MOST_FILES}"),
        (bytes(LARGEST_PACKAGE + 1), "no package is"),
        (None, "is not a file"),
    ],
    ids=["empty", "text", "cut", "many", "huge", "absent"],
)
def test_what_is_no_package_gets_one_sentence(data, sentence, tmp_path, capsys):
    path = tmp_path / "p.zip"
    if data is not None:
        path.write_bytes(data)
    assert main(["manifest", "check", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == "" and sentence in err and err.startswith("probity: ") and err.count("\n") == 1


def test_build_writes_what_check_finds_valid(tmp_path, capsys, monkeypatch):
    path = tmp_path / "council.zip"
    assert main(["manifest", "build", *options(), "--out", str(path)]) == 0
    assert path.read_bytes() == build_package(COUNCIL)
    assert main(["manifest", "check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{shown(str(path))} is valid."
    monkeypatch.setenv("PROBITY_APP_ID", APP_ID)
    assert main(["manifest", "check", *options(app_id=None)]) == 0
    assert capsys.readouterr().out == "What build would write is valid.\n"
    assert main(["manifest", "check", str(path), "--version", "2.0.0", "--domain", "BOT.porth.gov.uk"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "version is not “2.0.0”."
    monkeypatch.setenv("PROBITY_APP_ID", APP_ID.replace("3", "4"))
    assert main(["manifest", "check", str(path)]) == 1


@pytest.mark.parametrize("option", OPTIONS)
def test_what_is_missing_is_asked_for_by_its_option(option, tmp_path, capsys):
    out = tmp_path / "p.zip"
    argv = options(**{option[2:]: None})
    for command in (["build", "--out", str(out)], ["check"]):
        with pytest.raises(SystemExit) as left:
            main(["manifest", *command, *argv])
        last = capsys.readouterr().err.splitlines()[-1]
        assert left.value.code == 2 and f"the package needs {option}" in last
        assert re.findall(r"--[a-z-]+", last) == [option]
    assert not out.exists()


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("council", "Neath Port Talbot County Borough Council", "--council is 40 characters long; at most 32 fit"),
        ("council", "", "--council is empty"),
        ("app_name", "Probity in Teams", "--app-name has “Teams” in it"),
        ("domain", "https://bot.porth.gov.uk/api/messages", "--domain is “https://bot.porth.gov.uk/api/messages”"),
        ("domain", "bot.council.example", "--domain is bot.council.example, which is an example"),
        ("app_id", "12", "--app-id is not a GUID such as"),
        ("version", "1", "--version is “1”; it must be three numbers"),
        ("privacy_url", "http://porth.gov.uk", "--privacy-url is not a web address that starts with https://"),
    ],
)
def test_what_teams_would_refuse_is_told_by_its_option_and_not_written(option, value, words, tmp_path, capsys):
    out = tmp_path / "p.zip"
    with pytest.raises(SystemExit) as left:
        main(["manifest", "build", *options(**{option: value}), "--out", str(out)])
    assert left.value.code == 2 and words in capsys.readouterr().err
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path, capsys):
    assert main(["manifest", "build", *options(), "--out", str(tmp_path / "no" / "p.zip")]) == 1
    assert "Choose another --out" in capsys.readouterr().err


def test_names_in_welsh_are_kept(tmp_path):
    files, _ = open_package(build_package(Council(name="Cyngor Tŷ Ddôl")))
    assert "Cyngor Tŷ Ddôl".encode() in files["manifest.json"]


def test_starting_the_bot_loads_no_schema_and_no_pictures():
    code = "import sys, bot.app, bot.commands.serving; print({'jsonschema', 'PIL', 'bot.packaging'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert ran.stdout.strip() == "set()"


def test_a_packed_file_is_read_back_as_it_was():
    assert open_package(pack({"a": b"1", "b": b""})) == ({"a": b"1", "b": b""}, [])
