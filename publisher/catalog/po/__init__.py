"""PO files: GNU gettext's format of catalogs, read and written without loss.

Babel drops previous msgids and the order of obsolete entries, so the format is read here. Source
of the grammar: GNU gettext manual, "The Format of PO Files".

What is written differs from what was read in form only: UTF-8 without a byte order mark, Unix
line ends, an entry's comments in gettext's order (translator's, extracted, references, flags,
previous text) with its flags on one line, strings and references wrapped at 78 characters, the
header first. Entries keep the order of the file, obsolete ones included.
"""

from publisher.catalog.po.read import read_po
from publisher.catalog.po.write import write_po

__all__ = ["read_po", "write_po"]
