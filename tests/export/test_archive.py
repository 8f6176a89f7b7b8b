"""Archives: the same bytes from the same members, and what is in them read by other tools."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.export.archive import Member, pack, unpack

WHEN = datetime(2023, 6, 4, 10, 30, 20, tzinfo=UTC)
MEMBERS = (
    Member(name="mimetype", data=b"application/epub+zip", stored=True),
    Member(name="text/Приштина.xhtml", data=b"<p>" * 1000),
    Member(name="empty", data=b""),
)

NAMES = st.text("abc/.-Шч", min_size=1).filter(lambda name: not name.endswith("/"))
ANY_MEMBERS = st.lists(
    st.builds(Member, name=NAMES, data=st.binary(), stored=st.booleans()),
    unique_by=lambda member: member.name,
)
TIMES = st.datetimes(timezones=st.just(UTC))

PACK = """
import sys
from tests.export.test_archive import MEMBERS, WHEN, pack
sys.stdout.buffer.write(pack(MEMBERS, WHEN))
"""


@given(ANY_MEMBERS, TIMES)
def test_unpacking_gives_what_was_packed_in_its_order(
    members: list[Member], when: datetime
) -> None:
    assert unpack(pack(members, when)) == tuple(members)


@given(ANY_MEMBERS, TIMES)
def test_packing_again_gives_the_same_bytes(members: list[Member], when: datetime) -> None:
    packed = pack(members, when)

    assert pack(members, when) == packed
    assert pack(unpack(packed), when) == packed


@pytest.mark.parametrize(("zone", "seed"), [("Pacific/Kiritimati", "1"), ("America/Adak", "2")])
def test_the_bytes_are_the_same_in_another_process_and_time_zone(zone: str, seed: str) -> None:
    done = subprocess.run(  # noqa: S603 -- this interpreter
        [sys.executable, "-c", PACK],
        env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LANG": "C"},
        capture_output=True,
        check=True,
    )

    assert done.stdout == pack(MEMBERS, WHEN)


def test_the_same_moment_in_another_zone_gives_the_same_bytes() -> None:
    there = WHEN.astimezone(timezone(timedelta(hours=-11)))

    assert pack(MEMBERS, there) == pack(MEMBERS, WHEN)


def test_a_member_tells_nothing_of_the_machine() -> None:
    with ZipFile(BytesIO(pack(MEMBERS, WHEN))) as archive:
        assert archive.testzip() is None
        for info in archive.infolist():
            assert info.date_time == (2023, 6, 4, 10, 30, 20)
            assert (info.create_system, info.external_attr >> 16) == (3, 0o100644)
            assert (info.extra, info.comment) == (b"", b"")
        kinds = [info.compress_type for info in archive.infolist()]

    assert kinds == [ZIP_STORED, ZIP_DEFLATED, ZIP_DEFLATED]


@pytest.mark.parametrize(("year", "written"), [(1, 1980), (1979, 1980), (2023, 2023), (9999, 2107)])
def test_a_year_that_an_archive_cannot_name_becomes_the_nearest(year: int, written: int) -> None:
    packed = pack(MEMBERS, datetime(year, 6, 4, tzinfo=UTC))

    with ZipFile(BytesIO(packed)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {written}


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        pack(MEMBERS, WHEN.replace(tzinfo=None))


def test_a_name_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="mimetype is packed twice"):
        pack((*MEMBERS, MEMBERS[0]), WHEN)


def test_folders_are_left_out_when_an_archive_is_read() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.mkdir("folder")
        archive.writestr("folder/file", b"1")

    assert [member.name for member in unpack(target.getvalue())] == ["folder/file"]
