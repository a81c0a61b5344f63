"""Records: references without gaps, totals that count what counts, registers that keep what is sensitive."""

import multiprocessing
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from storage import records
from storage.codec import utc
from storage.series import PREFIXES
from storage.store import open_store
from tests.storage_kit import LONDON, NOON, all_at_once, empty, file_gift, later

pytest_plugins = ("tests.storage_kit",)


def test_a_record_keeps_what_was_filed(store):
    with store.turn("ana") as session:
        filed = file_gift(
            session, giver="Acme Ltd", value=Decimal("50.01"), offered_on=date(2026, 2, 28), counts=True,
            answers={"value": Decimal("50.01")}, organisation="Acme", device="ipad", event_on=date(2026, 3, 9),
        )  # fmt: skip
    with store.read() as session:
        kept = records.by_reference(session=session, reference=" gh-2026-0001 ")
        assert kept == filed
        assert kept.id == records.by_id(session=session, record_id=filed.id).id
    assert (kept.giver_key, kept.value, kept.answers) == ("acme", Decimal("50.01"), {"value": "50.01"})
    assert (kept.filed_at, kept.offered_on, kept.event_on) == (utc(NOON), date(2026, 2, 28), date(2026, 3, 9))
    with store.read() as session:
        assert records.by_reference(session=session, reference="GH-2026-0002") is None


@pytest.mark.parametrize(("kind", "prefix"), PREFIXES.items())
def test_every_kind_has_its_own_series(store, kind, prefix):
    with store.turn("ana") as session:
        file_gift(session, kind="gift" if kind != "gift" else "notice")
        assert file_gift(session, kind=kind).reference == f"{prefix}-2026-0001"
        assert file_gift(session, kind=kind).reference == f"{prefix}-2026-0002"


def test_the_year_of_a_reference_is_that_of_the_councils_own_clock(store):
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    with store.turn("ana") as session:
        assert file_gift(session, now=datetime(2027, 1, 1, 0, 30, tzinfo=LONDON)).reference == "GH-2027-0001"
        assert file_gift(session, now=new_year.astimezone(LONDON)).reference == "GH-2026-0001"


def test_a_kind_without_a_series_is_refused(store):
    with pytest.raises(ValueError), store.turn("ana") as session:
        file_gift(session, kind="poem")


def test_a_filing_that_is_rolled_back_leaves_no_gap(store):
    with store.turn("ana") as session:
        file_gift(session)
    with pytest.raises(ZeroDivisionError), store.turn("ana") as session:
        assert file_gift(session).reference == "GH-2026-0002"
        raise ZeroDivisionError
    with store.turn("ana") as session:
        assert file_gift(session).reference == "GH-2026-0002"


def file_some(url, person, count):
    store = open_store(url)
    for number in range(count):
        try:
            with store.turn(person) as session:
                file_gift(session, person=person)
                if number % 3 == 1:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            continue
    store.close()


def numbers_filed(store):
    with store.read() as session:
        return sorted(entry.reference for entry in records.page(session=session, limit=1000))


def test_references_have_no_gap_when_eight_threads_file_and_some_fail(store, database_url):
    all_at_once(8, lambda number: file_some(database_url, f"p{number}", 6))
    assert numbers_filed(store) == [f"GH-2026-{number:04d}" for number in range(1, 33)]


def test_references_have_no_gap_when_two_processes_file_and_some_fail(store, database_url):
    start = multiprocessing.get_context("spawn")
    workers = [start.Process(target=file_some, args=(database_url, person, 9)) for person in ("ana", "ben")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert numbers_filed(store) == [f"GH-2026-{number:04d}" for number in range(1, 13)]


def test_my_records_are_those_about_me_and_those_i_filed_for_another_newest_first(store):
    with store.turn("ana") as session:
        mine = file_gift(session).id
        for_dee = file_gift(session, on_behalf_of="dee", now=later(hours=1)).id
        about_me = file_gift(session, person="ben", on_behalf_of="ana", now=later(hours=2)).id
        file_gift(session, person="ben")
    with store.read() as session:
        assert [each.id for each in records.of_person(session=session, person="ana", limit=9)] == [
            about_me, for_dee, mine,
        ]  # fmt: skip
        assert [each.id for each in records.of_person(session=session, person="ana", limit=2)] == [about_me, for_dee]
        assert [each.id for each in records.of_person(session=session, person="dee", limit=9)] == [for_dee]


def test_the_total_of_a_giver_counts_every_spelling_and_only_what_counts(store):
    with store.turn("ana") as session:
        for given in (
            {"giver": "Acme Ltd", "value": Decimal("20.10"), "counts": True},
            {"giver": "ACME", "value": Decimal("9.90"), "counts": True},
            {"giver": "Acme Group", "value": Decimal("5"), "counts": True},
            {"giver": "Acme", "value": Decimal("100"), "counts": False},
            {"giver": "Acme", "counts": True},
            {"giver": "Acme", "value": Decimal("70"), "counts": True, "person": "ben"},
            {"giver": "Acme", "value": Decimal("1"), "counts": True, "person": "ben", "on_behalf_of": "ana"},
        ):
            file_gift(session, **given)
        assert records.earlier_total(session=session, person="ana", giver_keys=["acme"]) == Decimal("31.00")
        assert records.earlier_total(session=session, person="ana", giver_keys=["acme", "acme group"]) == Decimal("36")
        assert records.earlier_total(session=session, person="ana", giver_keys=[]) == 0
        givers = records.givers_of(session=session, person="ana")
        assert [records.giver_key(name) for name in sorted(givers, key=len)] == ["acme", "acme group"]
        assert len(records.earlier(session=session, person="ana", giver_key="acme", limit=9)) == 5
        assert len(records.earlier(session=session, person="ana", giver_key="acme", limit=2)) == 2


def test_a_record_changes_its_status_once_per_version_and_stops_counting(store):
    with store.turn("ana") as session:
        first = file_gift(session, giver="Acme", value=Decimal("30"), counts=True)
    with store.read() as session:
        stale = records.by_id(session=session, record_id=first.id)
    with store.write() as session:
        assert records.set_status(session=session, record=first, status="refused", counts=False, now=later(hours=1))
        assert not records.set_status(session=session, record=stale, status="approved", now=later(hours=2))
    with store.read() as session:
        kept = records.by_id(session=session, record_id=first.id)
        assert (kept.status, kept.counts, kept.version, kept.changed_at) == ("refused", False, 2, utc(later(hours=1)))
        assert (first.status, first.version) == ("refused", 2)
        assert records.earlier_total(session=session, person="ana", giver_keys=["acme"]) == 0


def test_a_page_is_filtered_by_everything_at_once(store):
    with store.turn("ana") as session:
        wanted = file_gift(session, giver="Acme", status="approved", now=later(days=1)).id
        for other in (
            {"giver": "Bolt"}, {"person": "ben"}, {"status": "refused"}, {"kind": "notice"},
            {"now": NOON}, {"now": later(days=2)},
        ):  # fmt: skip
            file_gift(session, **{"giver": "Acme", "status": "approved", "now": later(days=1), **other})
        filters = {
            "giver": "ACME Ltd", "status": "approved", "kind": "gift", "person": "ana",
            "since": later(days=1), "until": later(days=2),
        }  # fmt: skip
        assert [each.id for each in records.page(session=session, limit=9, **filters)] == [wanted]
        for name in filters:
            fewer = {key: value for key, value in filters.items() if key != name}
            assert len(records.page(session=session, limit=9, **fewer)) == 2, name


def test_pages_follow_each_other_without_a_gap_or_a_repeat(store):
    with store.turn("ana") as session:
        filed = [file_gift(session, now=later(hours=number // 3)).id for number in range(11)]
    seen, after = [], None
    with store.read() as session:
        while entries := records.page(session=session, kind="gift", after=after, limit=4):
            seen += [entry.id for entry in entries]
            after = entries[-1].place
    assert seen == filed[::-1]


def test_a_sensitive_record_shows_only_that_it_exists(store):
    with store.turn("ana") as session:
        file_gift(session, kind="declaration", situation="criminal_matter", sensitivity="sensitive", giver="Acme")
        [entry] = records.page(session=session, kind="declaration", limit=5)
        shown = {name for name in entry.__slots__ if getattr(entry, name) is not None}
        assert shown == {"id", "reference", "kind", "filed_at", "sensitivity"}
        for telling in ({"person": "ana"}, {"giver": "Acme"}, {"status": "awaiting"}):
            assert records.page(session=session, limit=5, **telling) == []


class Filing(RuleBasedStateMachine):
    """File, change and fail in any order: numbers stay gapless and totals are what a plain list says."""

    database = None

    def __init__(self):
        super().__init__()
        empty(self.database)
        self.filed = {}

    @rule(giver=st.sampled_from(["Acme", "ACME Ltd", "Bolt"]), value=st.integers(0, 9000), counts=st.booleans())
    def file(self, giver, value, counts):
        with self.database.turn("ana") as session:
            record = file_gift(session, giver=giver, value=Decimal(value) / 100, counts=counts)
        self.filed[record.reference] = (records.giver_key(giver), value, counts)

    @rule()
    def fail(self):
        with pytest.raises(ZeroDivisionError), self.database.turn("ana") as session:
            file_gift(session)
            raise ZeroDivisionError

    @rule(which=st.integers(0, 30), counts=st.booleans())
    def decide(self, which, counts):
        if not self.filed:
            return
        reference = sorted(self.filed)[which % len(self.filed)]
        with self.database.write() as session:
            record = records.by_reference(session=session, reference=reference)
            assert records.set_status(session=session, record=record, status="decided", counts=counts, now=NOON)
        self.filed[reference] = (*self.filed[reference][:2], counts)

    @invariant()
    def numbers_and_totals_are_right(self):
        with self.database.read() as session:
            assert numbers_filed(self.database) == [f"GH-2026-{n:04d}" for n in range(1, len(self.filed) + 1)]
            for key in ("acme", "bolt"):
                total = sum(value for giver, value, counts in self.filed.values() if giver == key and counts)
                assert records.earlier_total(session=session, person="ana", giver_keys=[key]) == Decimal(total) / 100


def test_filing_and_changing_in_any_order_keeps_numbers_and_totals_right(database):
    Filing.database = database
    quick = settings(max_examples=12, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Filing, settings=quick)
