"""Changes good files at random and reads them: `python -m tests.readers.fuzz KIND --minutes 20`.

What must hold for every file: nothing is raised, it takes less than ten seconds, what is not read
has an error, and what is read can be written. A file that breaks this is kept, and its name is
printed; what it showed becomes a test of its reader.
"""

import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import click

from publisher.readers.describe import describe
from publisher.readers.incoming import Incoming, account
from publisher.readers.markdown.write import write_markdown
from publisher.readers.registry import kind_of, kinds, load_reader
from tests.readers.photos.photographs import alternative, iptc, jpeg, sequence, xmp
from tests.readers.word.making import word
from tests.readers.word.test_found import CASES, RELATED

HERE = Path(__file__).parents[2]
SECONDS = 10
PIECE = re.compile(rb"(<[^<>]*>|[{}\[\](),;:\n])")
ODD = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xe2\x80\xa8"),
    *(b"<", b">", b"&#0;", b"&lt;", b"<!--", b"]]>", b"<![CDATA[", b'"', b"\\u0000", b"\\ud800"),
    *(b"{", b"[" * 200, b"<b>" * 200, b"null", b"-1", b"9" * 400, b"NaN", b"\r", b"\t", b" " * 99),
    *(b"(", b")", b"Foto: ", b"By ", b"(AP)", b"javascript:x", b"../../x", b"file:///etc/hostname"),
)
WORD = tuple((body, RELATED) for body, _ in CASES.values())
SAID = {"caption": "The bridge on Friday.", "creator": "Visar Dushi", "credit": "AP"}
PACKET = xmp(
    alternative("dc:description", "The bridge on Friday. (Visar Dushi/AP)")
    + sequence("dc:creator", "Visar Dushi")
    + alternative("xmpRights:UsageTerms", "Not for sale")
    + alternative("Iptc4xmpCore:AltTextAccessibility", "A bridge")
)
PHOTOGRAPHS = ((iptc(SAID), PACKET), (iptc(SAID),), (b"", PACKET))
Change = Callable[[bytes, Sequence[bytes], random.Random], bytes]


def cut_out(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    start, end = sorted(dice.choices(range(len(data) + 1), k=2))
    return data[:start] + data[min(end, start + dice.choice((1, 9, 99, 9999))) :]


def cut_short(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def turn_a_bit(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    place = dice.randrange(max(1, len(data)))
    turned = bytes(byte ^ 1 << dice.randrange(8) for byte in data[place : place + 1])
    return data[:place] + turned + data[place + 1 :]


def put_in(data: bytes, _: Sequence[bytes], dice: random.Random) -> bytes:
    place = dice.randrange(len(data) + 1)
    return data[:place] + dice.choice(ODD) + data[place:]


def change_pieces(data: bytes, others: Sequence[bytes], dice: random.Random) -> bytes:
    """Leave out, double, move or borrow what stands between marks of markup."""
    pieces = PIECE.split(data)
    start = dice.randrange(len(pieces))
    taken = pieces[start : start + dice.choice((1, 1, 2, 5, 30))]
    left = pieces[:start] + pieces[start + len(taken) :]
    kind = dice.randrange(4)
    if kind == 1:
        left = [*pieces, *taken]
    if kind > 1:
        if kind == 2:
            taken = dice.choices(PIECE.split(dice.choice(others)), k=len(taken))
        place = dice.randrange(len(left) + 1)
        left = left[:place] + taken + left[place:]
    return b"".join(left)


CHANGES: Sequence[Change] = (cut_out, cut_short, turn_a_bit, put_in, *(change_pieces,) * 6)


def changed(data: bytes, others: Sequence[bytes], dice: random.Random) -> bytes:
    """Change a file a few times; of a package, one of its members."""
    if data.startswith(b"PK") and dice.random() < 0.9:  # else the package itself
        try:
            return _repacked(data, dice)
        except (BadZipFile, NotImplementedError):
            return data
    for _ in range(dice.randrange(1, 6)):
        data = dice.choice(CHANGES)(data, others, dice)
    return data


def _repacked(data: bytes, dice: random.Random) -> bytes:
    with ZipFile(BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    texts = [text for name, text in members.items() if name.endswith((".xml", ".rels"))]
    main = [name for name in members if name.endswith("document.xml")]
    name = dice.choice([*members, *main * len(members)])
    members[name] = changed(members[name], texts, dice)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return target.getvalue()


def judged(kind: str, data: bytes, name: str) -> str:
    """Read a file; give what is wrong with how that went, or nothing."""
    begun = time.perf_counter()
    try:
        imported = load_reader(kind)(
            Incoming(data=data, name=name, beside=("a.jpg", "b_files/c.png"))
        )
        if imported.article is None:
            return "" if imported.diagnostics else "refused without a word"
        account(imported)
        if write_markdown(describe(imported.article)[0]).reading.article is None:
            return "read, and cannot be written"
    except Exception:  # noqa: BLE001 -- whatever it is, it is what we look for
        return traceback.format_exc()
    seconds = time.perf_counter() - begun
    return f"{seconds:.1f} seconds" if seconds > SECONDS else ""


def samples(kind: str) -> dict[str, bytes]:
    """Gather good files of a kind: those of the tests, and what the program makes of its sample."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        subprocess.run(  # noqa: S603 -- this very Python
            (sys.executable, "-m", "publisher", "--format", "docx,html", "--out", folder),
            check=True,
            stdout=subprocess.DEVNULL,
        )
        places = (HERE / "tests" / "readers", HERE / "publisher" / "sample", made)
        files = sorted(file for place in places for file in place.rglob("*") if file.is_file())
        found = {file.name: file.read_bytes() for file in files if file.suffix != ".py"}
    found |= {f"{number}.docx": word(*case) for number, case in enumerate(WORD)}
    found |= {f"{number}.jpg": jpeg(*case) for number, case in enumerate(PHOTOGRAPHS)}
    known = {name: data for name, data in found.items() if kind_of(data, name) == kind}
    return {name: data for name, data in known.items() if kind != "text" or name.endswith(".txt")}


@click.command()
@click.argument("kind", type=click.Choice(kinds()))
@click.option("--minutes", default=20.0)
@click.option("--seed", default=0)
@click.option("--keep", type=click.Path(path_type=Path), default=Path("build/fuzz"))
def main(kind: str, minutes: float, seed: int, keep: Path) -> None:
    """Read changed files of a kind for some minutes."""
    known = samples(kind)
    names, files = tuple(known), tuple(known.values())
    end, count, faults = time.monotonic() + minutes * 60, 0, 0
    while time.monotonic() < end:
        dice = random.Random(f"{kind} {seed} {count}")  # noqa: S311 -- dice, and no secrets
        name = dice.choice(names)
        data = changed(known[name], files, dice)
        fault = judged(kind, data, name)
        count += 1
        if fault:
            faults += 1
            keep.mkdir(parents=True, exist_ok=True)
            kept = keep / f"{kind}-{seed}-{count}-{name}"
            kept.write_bytes(data)
            click.echo(f"{kept}: {fault}")
    click.echo(f"{kind}: {count} files made of {len(names)}, {faults} faults")


if __name__ == "__main__":
    main()
