"""ZIP archives that are the same bytes whoever packs them, where, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

UNIX = 3
READABLE_FILE = 0o100644 << 16
LEVEL = 6
FIRST_YEAR, LAST_YEAR = 1980, 2107  # all that an archive can name


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in an archive; `stored` leaves it as it is, for what does not compress."""

    name: str
    data: bytes
    stored: bool = False


def pack(members: Iterable[Member], when: datetime) -> bytes:
    """Pack members in the order given, all with the same time.

    Args:
        members: No two of the same name.
        when: Their time, with its zone; written in UTC, to two seconds.

    Raises:
        ValueError: A name comes twice, or `when` has no zone.
    """
    date_time = _date_time(when)
    names: set[str] = set()
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for member in members:
            if member.name in names:
                raise ValueError(f"{member.name} is packed twice")
            names.add(member.name)
            info = ZipInfo(member.name, date_time)
            info.create_system = UNIX  # the default depends on the host
            info.external_attr = READABLE_FILE
            info.compress_type = ZIP_STORED if member.stored else ZIP_DEFLATED
            archive.writestr(info, member.data, compresslevel=LEVEL)
    return target.getvalue()


def unpack(data: bytes) -> tuple[Member, ...]:
    """List the members of an archive in their order; folders are left out."""
    with ZipFile(BytesIO(data)) as archive:
        return tuple(
            Member(
                name=info.filename,
                data=archive.read(info),
                stored=info.compress_type == ZIP_STORED,
            )
            for info in archive.infolist()
            if not info.is_dir()
        )


def _date_time(when: datetime) -> tuple[int, int, int, int, int, int]:
    if when.tzinfo is None:
        raise ValueError("the time of an archive has no zone")
    utc = when.astimezone(UTC)
    if utc.year < FIRST_YEAR:
        utc = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
    if utc.year > LAST_YEAR:
        utc = datetime(LAST_YEAR, 12, 31, 23, 59, 58, tzinfo=UTC)
    return utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second
