"""A policy sent in chat: fetched, compared, shown clause by clause, proposed; what cannot be read is refused kindly."""

import json
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.downloads import DOWNLOAD, is_file_store
from knowledge import decided
from tests.documents_kit import CODE_TEXT, DOCUMENTS, SCHEME_TEXT
from tests.town import _serve, heard, town

WORD = (DOCUMENTS / "members-ict-scheme.docx").read_bytes()
PDF = (DOCUMENTS / "employee-code-of-conduct.pdf").read_bytes()


@asynccontextmanager
async def files(**held):
    """Keep files where Teams would; give the address of each by name, and answer 404 for others."""

    async def give(request):
        found = held.get(request.match_info["name"])
        return web.Response(body=found) if found is not None else web.Response(status=404)

    app = web.Application(client_max_size=1)
    app.router.add_get("/{name}", give)
    runner = web.AppRunner(app, access_log=None)
    try:
        yield await _serve(runner)
    finally:
        await runner.cleanup()


async def sends(running, who, url, name, text=""):
    chat = running.chat(who)
    mark = len(chat.log)
    attachment = {"contentType": DOWNLOAD, "name": name, "contentUrl": url, "content": {"downloadUrl": url}}
    assert await running.send(who, type="message", text=text, attachments=[attachment]) == 200
    return running.texts(who, mark)


async def test_a_document_is_shown_clause_by_clause_and_proposed(tmp_path):
    changed = CODE_TEXT.replace("over £50", "over £25") + "\n\nNobody may fly a drone over our buildings.\n"
    async with files(code=changed.encode()) as where, town(tmp_path) as running:
        shown = await sends(running, "helen", f"{where}/code", "code-2027.txt")
        assert "What code-2027.txt changes" in shown
        assert "173 clauses are the same, 1 changed and 1 added" in shown
        assert "over £25 (was “£50”)" in shown and "New: Code of conduct" in shown
        assert "gift reason over: £25, £50 now" in shown
        await running.press("helen", "Propose these changes", {"since": "1 January 2027", "why": "The new code."})
        assert "Proposed as KB-1" in running.texts("helen")
        await running.say("dev", "publish KB-1 because we agreed")
        await running.say("dev", "yes")
        assert "KB-1 is published. It holds from Friday 1 January 2027" in running.texts("dev")
        await running.say("dev", "history")
        assert "The new code." in running.texts("dev")
        await running.restart(now=running.now.replace(year=2027, month=1, day=2))
        await running.say("amy", "what does the code say about flying drones")
        assert "Nobody may fly a drone over our buildings." in running.texts("amy")
    assert decided.held() is decided.NOTHING


async def test_a_document_that_changes_a_number_says_what_will_be_told(tmp_path):
    changed = SCHEME_TEXT.replace("01639 686767", "01639 000111")
    async with files(scheme=changed.encode()) as where, town(tmp_path) as running:
        shown = await sends(running, "helen", f"{where}/scheme", "scheme.txt")
        assert "01639 000111, 01639 686767 now" in shown


async def test_what_says_the_same_changes_nothing(tmp_path):
    async with files(scheme=WORD, code=PDF) as where, town(tmp_path) as running:
        said = await sends(running, "helen", f"{where}/scheme", "scheme.docx")
        assert "says what the Members ICT Scheme says already" in said
        said = await sends(running, "dev", f"{where}/code", "code.pdf")
        assert "says what the Code of conduct says already" in said
        await running.say("helen", "yes")
        await running.say("helen", "history")
        assert "Nothing has been changed" in running.texts("helen")


async def test_a_clause_in_quite_other_words_is_asked_about(tmp_path):
    line = next(line for line in SCHEME_TEXT.splitlines() if line.startswith("- 9.1"))
    words = line.split()
    other = " ".join([*words[: len(words) // 2], "and nobody else may ever see any of it, at home or anywhere"])
    async with files(scheme=SCHEME_TEXT.replace(line, other).encode()) as where, town(tmp_path) as running:
        shown = await sends(running, "helen", f"{where}/scheme", "scheme.md")
        assert "[Is “9.1 " in shown and "still Members ICT Scheme 9.1?]" in shown
        await running.press("helen", "Propose these changes", {"apart:9.1": "apart"})
        await running.say("dev", "preview KB-1")
        heard = running.texts("dev")
        assert "New: Members ICT Scheme 9.1" in heard and "Taken out: Members ICT Scheme 9.1" in heard


async def test_a_document_in_which_everything_changes_still_fits_on_a_card(tmp_path):
    lines = [line.replace("e", "a", 1) if len(line) > 60 else line for line in CODE_TEXT.splitlines()]
    async with files(code="\n".join(lines).encode()) as where, town(tmp_path) as running:
        shown = await sends(running, "helen", f"{where}/code", "code.txt")
        assert "more clauses; “probity kb diff” shows them all." in shown
        await running.press("helen", "Propose these changes")
        await running.say("dev", "preview KB-1")
        assert "more clauses; “probity kb preview” shows them all." in running.texts("dev")
        sizes = [len(json.dumps(activity)) for who in ("helen", "dev") for _, _, activity in running.chat(who).log]
        assert max(sizes) < 28_000


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("scan.pdf", b"%PDF-1.4\n%%EOF", "PDF"),
        ("policy.exe", b"MZ", "I can't read .exe files"),
        ("policy.docx", b"not a zip", "isn't a Word document"),
        ("large.txt", b"Words. " * 1_600_000, "is larger, and I read at most 10 MB"),
        ("other.txt", b"The quick brown fox jumps over the lazy dog.\n\n" * 30, "may be another policy"),
        ("empty.txt", b"", "no words in that document"),
    ],
)
async def test_what_cannot_be_read_is_refused_with_what_to_do(tmp_path, name, content, said):
    async with files(file=content) as where, town(tmp_path) as running:
        assert said in await sends(running, "helen", f"{where}/file", name)
        await running.say("helen", "history")
        assert "Nothing has been changed" in running.texts("helen")


async def test_a_file_that_is_gone_or_lies_elsewhere_is_asked_for_again(tmp_path):
    async with files() as where, town(tmp_path) as running:
        assert "couldn't fetch that file" in await sends(running, "helen", f"{where}/gone", "code.txt")
        assert "couldn't fetch that file" in await sends(running, "helen", "http://127.0.0.1:1/x", "code.txt")
        assert "isn't kept where Teams keeps files" in await sends(running, "helen", "ftp://files/x", "code.txt")
        assert "isn't kept where Teams keeps files" in await sends(running, "helen", "", "code.txt")


async def test_nobody_elses_file_is_fetched(tmp_path):
    fetched = []

    async def give(request):
        fetched.append(request.path)
        return web.Response(body=b"Words.")

    app = web.Application()
    app.router.add_get("/{name}", give)
    runner = web.AppRunner(app, access_log=None)
    where = await _serve(runner)
    try:
        async with town(tmp_path) as running:
            assert "I can't read or keep pictures and files" in await sends(running, "amy", f"{where}/x", "code.txt")
            assert "I can't read or keep pictures and files" in await sends(running, "audit", f"{where}/x", "code.txt")
            await running.say("helen", "upload a policy")
            assert "Send me the document here as a file" in running.texts("helen")
    finally:
        await runner.cleanup()
    assert fetched == []


async def test_a_document_that_is_no_longer_held_is_asked_for_again(tmp_path):
    async with files(code=CODE_TEXT.replace("over £50", "over £25").encode()) as where, town(tmp_path) as running:
        await sends(running, "helen", f"{where}/code", "code.txt")
        await running.restart()
        mark = len(running.chat("helen").log)
        await running.press("helen", "Propose these changes")
        assert "I no longer hold that document. Please send it again." in running.texts("helen", mark)


def test_only_the_stores_of_teams_are_trusted():
    assert is_file_store("https://council-my.sharepoint.com/personal/x/_layouts/15/download.aspx?UniqueId=1")
    for url in (
        "http://council.sharepoint.com/x",
        "https://sharepoint.com.example/x",
        "https://127.0.0.1/x",
        "https://u@council.sharepoint.com/x",
        "https://council.sharepoint.com:8443/x",
        "https://[",
        "",
    ):
        assert not is_file_store(url)


async def test_the_button_proposes_what_its_card_showed_and_nothing_else(tmp_path):
    lower, dearer = (CODE_TEXT.replace("over £50", f"over £{n}").encode() for n in (25, 75))
    async with files(lower=lower, dearer=dearer) as where, town(tmp_path) as running:
        await sends(running, "helen", f"{where}/lower", "lower.txt")
        await sends(running, "helen", f"{where}/dearer", "dearer.txt")
        mark = len(running.chat("helen").log)
        await running.press("helen", "Propose these changes", newest=False)
        assert "That card is out of date." in running.texts("helen", mark)
        assert "What dearer.txt changes" in running.texts("helen", mark)
        assert "Proposed" not in running.texts("helen", mark)
        await running.say("helen", "yes")
        assert "Proposed as KB-1" in running.texts("helen", mark)
        assert "over £75" in await heard(running, "dev", "preview kb-1")


async def test_what_was_published_since_is_shown_before_it_is_proposed(tmp_path):
    async with files(code=CODE_TEXT.replace("over £50", "over £25").encode()) as where, town(tmp_path) as running:
        await heard(running, "helen", "change “over £50” to “over £40” from 1 January because it is wanted", "yes")
        await heard(running, "dev", "publish KB-1 because it is wanted", "yes")
        await sends(running, "helen", f"{where}/code", "code.txt")
        mark = len(running.chat("helen").log)
        await running.press("helen", "Propose these changes", {"since": "1 February 2027", "why": "The new code."})
        assert "over £25 (was “£40”)" in running.texts("helen", mark)
        assert "Proposed" not in running.texts("helen", mark)
        await running.press("helen", "Propose these changes", {"since": "1 February 2027", "why": "The new code."})
        assert "Proposed as KB-2" in running.texts("helen", mark)
