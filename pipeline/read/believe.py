"""Whether a text layer says what is printed. Fonts without a map to characters give letters that mean nothing."""

import re
from collections.abc import Sequence

from pipeline.read.page import Word

ENOUGH = 60  # characters; fewer tell nothing
COMMON = frozenset("eantrsildoEANTRSILDO")  # seven letters in ten, in Swedish as in English and Finnish
UNKNOWN = re.compile("[\x00-\x1f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")  # no character, or of private use
MAX_UNKNOWN = 0.15
MIN_PLAIN = 0.6
MIN_COMMON = 0.45


def believable(words: Sequence[Word]) -> bool:
    """False where the characters cannot be what people see: unknown ones, private use, or letters without sense."""
    text = "".join(word.text for word in words)
    if len(text) < ENOUGH:
        return not text or _unknown(text) <= 0.5 * len(text)
    if _unknown(text) > MAX_UNKNOWN * len(text):
        return False
    letters = [character for character in text if character.isalpha()]
    digits = sum(map(str.isdigit, text))
    if len(letters) + digits < MIN_PLAIN * len(text):
        return text.count(".") + text.count("_") > 0.3 * len(text)  # lines to fill in, leaders
    if len(letters) < ENOUGH:
        return True
    return sum(character in COMMON for character in letters) >= MIN_COMMON * len(letters)


def _unknown(text: str) -> int:
    return 0 if text.isascii() and text.isprintable() else len(UNKNOWN.findall(text))
