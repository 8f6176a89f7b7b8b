"""What is no text is refused, and never becomes an article of odd letters."""

import gzip

import pytest

from publisher.readers.incoming import Incoming
from publisher.readers.text import read_text

MAIL = "MIME-Version: 1.0\nSubject: A\n{}\n\nBridge opens =C5=A1\n"
FILES = {
    "PDF": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" * 20,
    "RTF": rb"{\rtf1\ansi A bridge opens\par}",
    "compressed": gzip.compress(b"A bridge opens", mtime=0),
    "program": b"MZ" + bytes(80) + b"This program cannot be run",
    "MHTML": MAIL.format('Content-Type: multipart/related; boundary="x"').encode(),
    "mail": MAIL.format("Content-Transfer-Encoding: quoted-printable").encode(),
    "no text": bytes(range(1, 32)) * 40,
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
def test_what_is_no_text_is_refused(data: bytes) -> None:
    imported = read_text(Incoming(data=data, name="a.bin"))

    assert imported.article is None
    assert "cannot be imported" in imported.diagnostics[0].message


def test_a_stray_control_character_does_no_harm() -> None:
    text = b"A bridge opens\n\nThe bridge \x00 over \x01 the river was opened on Friday.\n"

    assert read_text(Incoming(data=text, name="a.txt", language="en")).article is not None
