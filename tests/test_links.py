"""The links in the clauses: found, looked at within bounds and never on this machine, kept, and told to who asked."""

import asyncio
import json
import time
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

import bot.app
import bot.commands.policy_reviews
from bot.app import PARTS
from bot.links import GuardedResolver, LinkLooker, RefusedAddress, may_reach
from dialogs.policy_links import begin_round, end_round
from knowledge.clauses import load_library
from knowledge.editions.edits import edits_json
from knowledge.links import NO_ANSWER, NO_HOST, Look, links_in, links_of, nothing_reached
from storage import editions, links, outbox
from storage.store import open_store
from storage.tables import Notice
from tests.command_kit import run  # noqa: F401
from tests.editions_kit import edited
from tests.storage_kit import NOON, all_at_once
from tests.town import DEFAULT_NOW, heard, town

pytest_plugins = ("tests.storage_kit",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see www.npt.gov.uk.", ("www.npt.gov.uk",)),
        ("the Office (http://www.fco.gov.uk/en/travel/) website", ("http://www.fco.gov.uk/en/travel/",)),
        ("https://a.example/b_(c), and “https://a.example/d”!", ("https://a.example/b_(c)", "https://a.example/d")),
        ("HTTPS://A.example?x=1#y; again HTTPS://A.example?x=1#y", ("HTTPS://A.example?x=1#y",)),
        ("write to help@www.example or ftp://www.example, http:// or www. or awww.example", ()),
    ],
)
def test_links_are_found_without_the_marks_of_the_sentence(text, found):
    assert links_in(text) == found


def test_every_link_of_both_policies_is_found_with_its_clause():
    there = {url: [c.id for c in clauses] for url, clauses in links_of(load_library().in_force()).items()}
    assert set(there) == {"www.npt.gov.uk", "http://www.fco.gov.uk/en/travel-and-living-abroad/"}
    assert there["http://www.fco.gov.uk/en/travel-and-living-abroad/"] == ["7.4"] and len(there["www.npt.gov.uk"]) == 1


@pytest.mark.parametrize("status", [200, 204, 304, 401, 403, 429])
def test_a_page_that_is_there_has_answered_though_it_may_not_let_everybody_in(status):
    assert Look("x", status).answered


@pytest.mark.parametrize("look", [Look("x", 404), Look("x", 410), Look("x", 500), Look("x", reason="no")])
def test_a_page_that_is_gone_or_broken_has_not(look):
    assert not look.answered


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "0.0.0.0", "::", "169.254.169.254", "::ffff:169.254.169.254",
     "fe80::1", "224.0.0.1", "ff02::1", "255.255.255.255"],
)  # fmt: skip
def test_this_machine_and_what_only_machines_use_is_not_asked(address):
    assert not may_reach(address)


@pytest.mark.parametrize("address", ["10.1.2.3", "192.168.1.1", "172.16.0.9", "fd00::7", "93.184.216.34", "2a00::1"])
def test_the_intranet_and_the_web_are_asked(address):
    assert may_reach(address)
    assert may_reach("127.0.0.1", loopback=True) and not may_reach("169.254.169.254", loopback=True)


class Site:
    """A small web site on loopback that remembers what it was asked."""

    def __init__(self):
        self.asked, self.busy, self.most = [], 0, 0

    def app(self):
        app = web.Application()
        app.router.add_get("/{what:.*}", self._answer)
        return app

    async def _answer(self, request):
        self.asked.append(request)
        what, _, rest = request.match_info["what"].partition("/")
        if what == "to":
            raise web.HTTPFound(request.query["url"])
        if what == "hops":
            left = int(rest)
            raise web.HTTPFound(f"/hops/{left - 1}") if left else web.HTTPOk()
        if what == "slow":
            await asyncio.sleep(30)
        if what == "busy":
            await self._be_busy()
        if what == "endless":
            return await self._stream(request)
        return web.Response(status=int(what) if what.isdigit() else 200)

    async def _be_busy(self):
        self.busy += 1
        self.most = max(self.most, self.busy)
        await asyncio.sleep(0.05)
        self.busy -= 1

    async def _stream(self, request):
        answer = web.StreamResponse()
        await answer.prepare(request)
        try:
            while True:
                await answer.write(b"x" * 65536)
        except (ConnectionError, RuntimeError):
            return answer


@pytest.fixture
async def site():
    made = Site()
    server = TestServer(made.app())
    await server.start_server(shutdown_timeout=0.1)
    made.url = f"http://127.0.0.1:{server.port}"
    yield made
    await server.close()


async def looked_at(*urls, **how):
    return await LinkLooker(**{"loopback": True, **how}).look_at(urls)


async def test_each_status_is_kept_as_it_is_and_nothing_of_anybody_is_sent(site):
    looks = await looked_at(*(f"{site.url}/{status}" for status in (200, 404, 500, 403)))
    assert [look.status for look in looks] == [200, 404, 500, 403]
    sent = {name.lower() for request in site.asked for name in request.headers}
    assert sent == {"host", "user-agent", "accept", "accept-encoding"}


async def test_redirects_are_followed_five_times_and_no_more(site):
    five, six = await looked_at(f"{site.url}/hops/5", f"{site.url}/hops/6")
    assert five.status == 200
    assert (six.status, six.reason) == (None, "it redirects more than 5 times")


async def test_a_page_without_end_is_not_read_and_a_slow_one_not_waited_for(site):
    began = time.monotonic()
    endless, slow = await looked_at(f"{site.url}/endless", f"{site.url}/slow", seconds=0.5)
    assert endless.status == 200
    assert slow.reason == "it gave no answer in time"
    assert time.monotonic() - began < 5


async def test_only_a_few_are_asked_at_once(site):
    looks = await looked_at(*(f"{site.url}/busy/{number}" for number in range(12)))
    assert all(look.answered for look in looks) and 1 < site.most <= 4


async def test_what_is_on_this_machine_is_refused_by_number_by_name_and_after_a_redirect(site):
    port = site.url.rpartition(":")[2]
    hosts = ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "127.1", "0x7f.1")
    looks = await LinkLooker().look_at([f"http://{host}:{port}/200" for host in hosts])
    assert [look.status for look in looks] == [None] * len(hosts)
    assert {look.reason for look in looks[:4]} == {"it leads to an address that is not looked at"}
    assert site.asked == []
    for to in ("http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "http://me:secret@a.example/"):
        (look,) = await looked_at(f"{site.url}/to?url={to}")
        assert look.status is None and look.reason.startswith("it leads to"), to


async def test_a_name_that_leads_here_and_elsewhere_is_asked_elsewhere_only():
    class Both:
        async def resolve(self, host, port, family):
            return [{"host": "127.0.0.1"}, {"host": "10.0.0.9"}]

    resolver = GuardedResolver(loopback=False)
    resolver._resolver = Both()
    assert [each["host"] for each in await resolver.resolve("intranet")] == ["10.0.0.9"]
    resolver = GuardedResolver(loopback=False)
    with pytest.raises(RefusedAddress):
        await resolver.resolve("localhost")


async def test_what_is_no_address_or_has_nobody_behind_it_is_told_as_such(site):
    server = TestServer(web.Application())
    await server.start_server()
    closed = server.port
    await server.close()
    looks = await looked_at("http://[oops", f"http://127.0.0.1:{closed}/", "http://nobody.invalid/", "http://")
    assert [look.status for look in looks] == [None] * 4
    assert looks[0].reason == "it is no address" and looks[1].reason == "it could not be reached"
    assert looks[2].reason == "there is no such host"


async def test_a_bare_www_address_is_tried_with_a_certificate_first_and_then_without(monkeypatch):
    asked = []

    async def status(self, session, url):
        asked.append(url)
        if url.startswith("https"):
            raise OSError
        return 200

    monkeypatch.setattr(LinkLooker, "_status", status)
    assert await looked_at("www.a.example") == [Look("www.a.example", 200)]
    assert asked == ["https://www.a.example", "http://www.a.example"]


def test_the_newest_look_is_kept_and_one_process_looks_once_a_week(store):
    def begin(now):
        with store.write() as session:
            return links.begin(session=session, now=now)

    assert sum(all_at_once(4, lambda place: begin(NOON))) == 1
    assert not begin(NOON + timedelta(minutes=10))
    assert begin(NOON + timedelta(minutes=16))
    later = NOON + timedelta(minutes=17)
    with store.write() as session:
        assert links.end(session=session, looks=[Look("a", 404), Look("b", 200)], now=later) == []
        links.keep(session=session, looks=[Look("a", None, "gone")], now=later + timedelta(days=1))
    with store.read() as session:
        kept = links.every(session=session)
    assert kept["a"] == (Look("a", None, "gone"), later + timedelta(days=1)) and kept["b"][0].status == 200
    assert not begin(NOON + timedelta(days=6))
    assert sum(all_at_once(4, lambda place: begin(NOON + timedelta(days=8)))) == 1


def test_who_asks_is_told_once_and_needs_not_wait_for_the_week(store):
    def round_of(now):
        with store.write() as session:
            return begin_round(session, store, now)

    assert set(round_of(NOON)) == set(links_of(load_library().in_force()))
    with store.write() as session:
        assert end_round(session, [Look("a", 200)], NOON) == 0
    assert round_of(NOON) is None
    for _ in range(2):
        with store.turn("helen") as session:
            links.ask(session=session, person="helen", now=NOON)
            assert links.asked_here(session)
    assert round_of(NOON) is not None
    with store.write() as session:
        assert end_round(session, [Look("a", 200), Look("b", 404)], NOON) == 1
        assert outbox.left_waiting(session)
    with store.read() as session:
        (notice,) = session.exec(Notice.__table__.select()).all()
    assert notice.to_person == "helen" and "2 links in the clauses: 1 did not answer." in notice.body["text"]
    assert round_of(NOON) is None


def test_where_nothing_is_reached_what_was_found_before_stays_and_whoever_asked_is_told(store):
    def round_of(looks, now):
        with store.turn("helen") as session:
            links.ask(session=session, person="helen", now=now)
        with store.write() as session:
            assert begin_round(session, store, now)
            end_round(session, looks, now)

    round_of([Look("a", 200), Look("b", 404)], NOON)
    round_of([Look("a", reason=NO_HOST), Look("b", reason=NO_ANSWER)], NOON + timedelta(days=1))
    with store.read() as session:
        kept, told = links.every(session=session), session.exec(Notice.__table__.select()).all()
        assert links.last_round(session=session) == NOON + timedelta(days=1)
    assert {url: look.status for url, (look, _) in kept.items()} == {"a": 200, "b": 404}
    assert {at for _, at in kept.values()} == {NOON}
    assert "2 links in the clauses and had no answer from anywhere" in told[-1].body["text"]
    round_of([Look("a", reason=NO_HOST), Look("b", 200)], NOON + timedelta(days=2))
    with store.read() as session:
        assert links.every(session=session)["a"][0].reason == NO_HOST


@pytest.mark.parametrize("look", [Look("a", 404), Look("a", reason="it leads to no web address")])
def test_one_answer_or_one_refused_address_is_no_lost_web(look):
    assert not nothing_reached([look, Look("b", reason=NO_HOST)]) and not nothing_reached([])


async def test_the_card_says_that_nothing_was_reached(tmp_path, monkeypatch, site):
    monkeypatch.setattr("bot.links.CONNECT_SECONDS", 0.2)
    async with town_that_looks(tmp_path, monkeypatch) as running:
        publish_with_links(running.store, DEFAULT_NOW, "http://127.0.0.1:9/gone")
        await heard(running, "helen", "check the links")
        await until(lambda: "had no answer from anywhere" in running.texts("helen"))
        said = await heard(running, "helen", "reviews")
        assert "not looked at yet. I tried on Tuesday 17 November" in said and "gone:" not in said


def publish_with_links(store, now, *urls):
    """Let a clause of the policies name these links from now on."""
    edit = edited("gifts.1", "Employees", f"See {' and '.join(urls)}. Employees")
    with store.write() as session:
        made = editions.propose(
            session=session,
            author="helen",
            why="",
            since=now.date(),
            edits=edits_json((edit,), ()),
            follows={"gifts.1": 0},
            document="",
            now=now,
        )
        editions.record(session=session, edition=made.id, act=editions.PUBLISHED, by="dev", now=now)


@asynccontextmanager
async def town_that_looks(folder, monkeypatch):
    looker = LinkLooker(loopback=True)
    looks = looker.look_at

    async def only_here(urls):
        return await looks([url for url in urls if "127.0.0.1" in url])

    looker.look_at = only_here
    monkeypatch.setattr(bot.app, "LinkLooker", lambda: looker)
    async with town(folder, links="weekly") as running:
        yield running


async def until(true, seconds=10):
    for _ in range(int(seconds * 20)):
        if true():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not come about")


async def test_a_button_has_them_looked_at_without_holding_up_a_turn(tmp_path, monkeypatch, site):
    async with town_that_looks(tmp_path, monkeypatch) as running:
        publish_with_links(running.store, DEFAULT_NOW, f"{site.url}/200", f"{site.url}/404", f"{site.url}/busy")
        said = await heard(running, "helen", "reviews")
        assert "5 links in the clauses, not looked at yet." in said and "<Look at the links now>" in said
        assert "<Look at the links now>" not in await heard(running, "audit", "reviews")
        await running.press("helen", "Look at the links now")
        assert "I'm looking at the links in the clauses now" in running.texts("helen")
        assert await running.say("amy", "hello") == 200
        await until(lambda: "1 did not answer" in running.texts("helen"))
        assert f"{site.url}/404: answered 404" in running.texts("helen")
        said = await heard(running, "helen", "reviews")
        assert "Links that did not answer" in said and f"{site.url}/404 in Code of conduct, Gifts, paragraph 1" in said
        assert "answered 404, on Tuesday 17 November." in said and "/200 in" not in said
        assert "3 links in the clauses" not in said and "5 links in the clauses, last looked at" in said


async def test_a_service_that_is_set_not_to_look_says_so_and_looks_at_nothing(tmp_path, monkeypatch):
    async with town(tmp_path) as running:
        said = await heard(running, "helen", "reviews")
        assert "the service is set so" in said and "<Look at the links now>" not in said
        assert "is set not to look at links" in await heard(running, "helen", "check the links")
        with running.store.read() as session:
            assert not running.app[PARTS].desk.looks_at_links and links.every(session=session) == {}


async def test_the_service_begins_some_minutes_after_its_start_by_itself(tmp_path, monkeypatch, site):
    monkeypatch.setattr("bot.link_keeping.FIRST_AFTER_SECONDS", 0.1)
    store = open_store(f"sqlite:///{tmp_path / 'town.db'}")
    store.upgrade()
    publish_with_links(store, DEFAULT_NOW, f"{site.url}/404")
    async with town_that_looks(tmp_path, monkeypatch) as running:
        await until(lambda: bool(site.asked))

        def kept():
            with running.store.read() as session:
                return links.every(session=session)

        await until(lambda: bool(kept()))
        assert [look.status for look, _ in kept().values()] == [404]
    store.close()


async def test_a_look_that_breaks_is_logged_without_its_words_and_the_service_goes_on(tmp_path, monkeypatch, caplog):
    async with town_that_looks(tmp_path, monkeypatch) as running:
        monkeypatch.setattr("bot.link_keeping.begin_round", lambda *given: 1 / 0)
        assert await running.say("helen", "check the links") == 200
        await until(lambda: "looking at links broke: ZeroDivisionError" in caplog.text)
        assert "Reviews of the policies" in await heard(running, "helen", "reviews")


def serve(site, then):
    """Run ``then`` in a thread of its own while the site answers."""

    async def both():
        server = TestServer(site.app())
        await server.start_server()
        site.url = f"http://127.0.0.1:{server.port}"
        try:
            return await asyncio.to_thread(then)
        finally:
            await server.close()

    return asyncio.run(both())


def test_the_command_line_looks_keeps_and_lists(run, tmp_path, monkeypatch):  # noqa: F811
    store, site = open_store(f"sqlite:///{tmp_path / 'probity.db'}"), Site()
    store.upgrade()
    here = partial(LinkLooker, loopback=True)

    class OnlyHere:
        async def look_at(self, urls):
            return await here().look_at([url for url in urls if "127.0.0.1" in url])

    monkeypatch.setattr(bot.commands.policy_reviews, "LinkLooker", OnlyHere)

    def commands():
        publish_with_links(store, DEFAULT_NOW.replace(year=2020), f"{site.url}/200", f"{site.url}/410")
        return run("kb", "links"), run("kb", "links", "--json"), run("kb", "review"), run("kb", "review", "--json")

    (code, out, err), (_, shaped, _), (told_code, told, _), (_, listed, _) = serve(site, commands)
    assert code == 1 and "1 of 2 links did not answer." in err
    assert f"{site.url}/410 (Code of conduct, Gifts, paragraph 1): answered 410" in out
    rows = json.loads(shaped)["links"]
    assert [(row["answered"], row["status"], row["clauses"]) for row in rows] == [
        (True, 200, ["gifts.1"]),
        (False, 410, ["gifts.1"]),
    ]
    assert told_code == 0 and "no date     Code of conduct; owner: nobody; last reviewed: not yet" in told
    assert "flagged     Code of conduct, Gifts, paragraph 1" in told and f"link        {site.url}/410" in told
    found = json.loads(listed)
    assert [part["part"] for part in found["parts"]] == ["employee_code_of_conduct", "members_ict_scheme"]
    assert found["flagged"] == ["gifts.1"] and [row["status"] for row in found["links"]] == [200, 410]
    store.close()


def test_a_command_without_dead_links_says_so(run, monkeypatch):  # noqa: F811
    class Fine:
        async def look_at(self, urls):
            return [Look(url, 200) for url in urls]

    monkeypatch.setattr(bot.commands.policy_reviews, "LinkLooker", Fine)
    code, out, _ = run("kb", "links")
    assert code == 0 and "Each of 2 links answered." in out
