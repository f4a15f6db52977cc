"""Names of classes as the engine holds them: what looks the same is the same, and every file can hold it.

A name goes through `normalised` once, where it is read: from a field of labels, a request, a table, the name of a
folder, a model card. Knows no files.
"""

import re
import unicodedata
from collections.abc import Iterable

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Code points without a glyph (Unicode's property Default_Ignorable_Code_Point), but for the two joiners."""
IDLE_JOINER = re.compile("(?<![\u0250-\U0010ffff])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0250-\U0010ffff])")
"""Joiners at the end of a word or beside Latin letters, where they join nothing. Between letters of other scripts
they change how a word looks, so they stay there."""
UNREADABLE = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""Control characters that are no white space, halves of surrogate pairs and noncharacters: XML 1.0, section 2.2,
forbids or discourages them."""


def normalised(name: str) -> str:
    r"""`name` in Unicode's form NFC, without what cannot be seen; white space and what no file can hold is one space.

    Case stays as it is. The result may be empty: that is no name.

    Example:
        >>> normalised(" Wa\u0308lder\u200b "), normalised("dry\x01\tsoil")
        ('Wälder', 'dry soil')
    """
    visible = IDLE_JOINER.sub("", INVISIBLE.sub("", name))
    spaced = " ".join(UNREADABLE.sub(" ", visible).split())
    composed = unicodedata.normalize("NFC", spaced)
    return composed if composed == name else normalised(composed)


def changes(names: Iterable[str]) -> list[str]:
    """What the user should know: names that hold characters which no file can hold, and what they became."""
    return [
        f"The class name {name!a} has characters that cannot be written: it became '{normalised(name)}'."
        for name in dict.fromkeys(names)
        if UNREADABLE.search(name)
    ]
