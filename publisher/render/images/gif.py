"""GIF files: where their XMP stands.

It is an application extension whose packet is not cut into sub-blocks, followed by a trailer that
lets readers of GIF skip it.

Source: XMP specification, part 3 (storage in files), on GIF.
"""

EXTENSION = b"\x21\xff\x0bXMP DataXMP"
TRAILER = b"\x01\xff\xfe\xfd\xfc"


def xmp_of(data: bytes) -> bytes:
    """Give the XMP packet; nothing where there is none."""
    _, found, after = data.partition(EXTENSION)
    packet, ended, _ = after.partition(TRAILER)
    return packet if found and ended else b""
