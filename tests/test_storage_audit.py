"""The audit chain: whole after anything that happened, broken by anything that was tampered with."""

import pytest
from sqlalchemy import text

from storage import audit
from storage.tables import Audit
from tests.storage_kit import NOON, all_at_once

pytest_plugins = ("tests.storage_kit",)


def act(session, subject="GH-2026-0001", **detail):
    audit.append(session=session, actor="ana", act="filed", subject=subject, detail=detail, now=NOON)


@pytest.fixture
def chain(store):
    with store.turn("ana") as session:
        for number in (1, 2):
            act(session, number=number, words="tŷ")
    for number in (3, 4, 5):
        with store.write() as session:
            act(session, number=number, ratio=0.1)
    return store


def first_broken(store):
    with store.read() as session:
        return audit.verify(session=session)


def tamper(store, *statements):
    with store.write() as session:
        for statement in statements:
            session.execute(text(statement))


def test_a_chain_nobody_touched_is_whole(chain):
    assert first_broken(chain) is None
    with chain.read() as session:
        assert [session.get(Audit, number).detail["number"] for number in range(1, 6)] == [1, 2, 3, 4, 5]


def test_an_empty_chain_is_whole(store):
    assert first_broken(store) is None


@pytest.mark.parametrize(
    ("statements", "broken"),
    [
        (["UPDATE audit SET actor = 'ben' WHERE id = 3"], 3),
        (["UPDATE audit SET act = 'decided' WHERE id = 1"], 1),
        (["UPDATE audit SET subject = 'GH-2026-0009' WHERE id = 5"], 5),
        (["UPDATE audit SET detail = '{\"number\": 9}' WHERE id = 2"], 2),
        (["UPDATE audit SET at = '2020-01-01 00:00:00' WHERE id = 4"], 4),
        (["UPDATE audit SET hash = '1' WHERE id = 4"], 4),
        (["DELETE FROM audit WHERE id = 3"], 3),
        (["DELETE FROM audit WHERE id = 1"], 1),
        (["DELETE FROM audit WHERE id = 5"], 5),
        (["DELETE FROM audit WHERE id >= 3"], 3),
        (["DELETE FROM audit"], 1),
        (["DELETE FROM audit", "DELETE FROM audit_head"], 1),
        (["DELETE FROM audit_head"], 1),
        (["UPDATE audit SET id = 9 WHERE id = 2", "UPDATE audit SET id = 2 WHERE id = 3"], 2),
        (["UPDATE audit SET id = 9 WHERE id = 2", "UPDATE audit SET id = 2 WHERE id = 3",
          "UPDATE audit SET id = 3 WHERE id = 9"], 2),
        (["INSERT INTO audit SELECT 6, at, actor, act, subject, detail, hash, hash FROM audit WHERE id = 5"], 6),
        (["UPDATE audit_head SET count = 4"], 5),
        (["UPDATE audit_head SET hash = '1'"], 5),
    ],
)  # fmt: skip
def test_the_first_row_that_was_tampered_with_is_named(chain, statements, broken):
    tamper(chain, *statements)
    assert first_broken(chain) == broken


def test_an_act_that_was_rolled_back_is_not_in_the_chain(chain):
    with pytest.raises(ZeroDivisionError), chain.turn("ana") as session:
        act(session)
        raise ZeroDivisionError
    with chain.write() as session:
        act(session)
    assert first_broken(chain) is None
    with chain.read() as session:
        assert session.get(Audit, 6).subject == "GH-2026-0001"
        assert session.get(Audit, 7) is None


def test_many_who_act_at_once_make_one_chain(store):
    def turns(number):
        for step in range(4):
            with store.turn(f"p{number}") as session:
                act(session, subject=f"{number}.{step}")

    all_at_once(6, turns)
    assert first_broken(store) is None
    with store.read() as session:
        acts = [session.get(Audit, number) for number in range(1, 25)]
        assert sorted(each.subject for each in acts) == [f"{n}.{step}" for n in range(6) for step in range(4)]


def test_the_chain_is_not_written_while_reading(store):
    with store.read() as session, pytest.raises(RuntimeError):
        act(session)
