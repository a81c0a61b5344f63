"""The signing keys: rotation, floods of unknown ids, a login host that is down or slow."""

import asyncio

from tests.edge_kit import running_edge


async def test_a_rotated_key_is_found_at_once():
    async with running_edge() as edge:
        assert (await edge.signed())[0] == 200
        edge.login.published = {"two": ["msteams"]}
        assert (await edge.signed(kid="two"))[0] == 200
        assert (await edge.signed(kid="one"))[0] == 401
        assert edge.login.metadata_reads == 2


async def test_a_flood_of_unknown_keys_reads_the_key_set_once():
    async with running_edge() as edge:
        await edge.signed()
        answers = await asyncio.gather(*(edge.signed(kid="unknown") for _ in range(30)))
        answers += [await edge.signed(kid="unknown") for _ in range(5)]
        assert {status for status, _ in answers} == {401}
        assert edge.login.metadata_reads == 2
        edge.clock.seconds += 61
        await edge.signed(kid="unknown")
        assert edge.login.metadata_reads == 3


async def test_first_requests_share_one_reading_of_the_keys():
    async with running_edge() as edge:
        answers = await asyncio.gather(*(edge.signed() for _ in range(20)))
        assert {status for status, _ in answers} == {200}
        assert edge.login.metadata_reads == 1


async def test_without_any_keys_the_caller_is_asked_to_come_back_and_the_login_host_is_spared():
    async with running_edge() as edge:
        edge.login.down = True
        for _ in range(5):
            status, answer = await edge.signed()
            assert (status, answer["error"]["code"]) == (503, "KeysUnavailable")
        assert edge.login.metadata_reads == 1
        edge.login.down = False
        edge.clock.seconds += 6
        assert (await edge.signed())[0] == 200


async def test_old_keys_serve_while_the_login_host_is_down():
    async with running_edge() as edge:
        assert (await edge.signed())[0] == 200
        edge.login.down = True
        edge.clock.seconds += 25 * 3600
        assert (await edge.signed())[0] == 200
        assert (await edge.signed(kid="unknown"))[0] == 401
        assert (await edge.signed())[0] == 200


async def silence(context) -> None:
    """A turn that says nothing, so that no login is needed to send."""


async def test_a_day_old_set_is_refreshed_without_holding_up_a_turn():
    async with running_edge(silence) as edge:
        await edge.signed()
        edge.login.slow = asyncio.Event()
        edge.clock.seconds += 25 * 3600
        async with asyncio.timeout(5):
            assert (await edge.signed())[0] == 200
        edge.login.published = {"two": ["msteams"]}
        edge.login.slow.set()
        for _ in range(100):
            if (await edge.signed(kid="one"))[0] == 401:
                break
            await asyncio.sleep(0.01)
        assert (await edge.signed(kid="two"))[0] == 200
        assert edge.login.metadata_reads <= 3


async def test_an_empty_key_set_does_not_drive_out_the_good_one():
    async with running_edge() as edge:
        await edge.signed()
        edge.login.published = {}
        assert (await edge.signed(kid="unknown"))[0] == 401
        assert (await edge.signed())[0] == 200
