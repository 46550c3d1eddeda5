"""Text with its letters folded, so that what an old OCR or a typist lost does no harm to a comparison."""

import re
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("åäàáâãæ", "a"),
        **dict.fromkeys("öóòôõøº°", "o"),
        **dict.fromkeys("éèêë", "e"),
        **dict.fromkeys("üúùû", "u"),
        **dict.fromkeys("íìîï", "i"),
        **dict.fromkeys("‐‑–—−", "-"),
        **dict.fromkeys("’´`”“\"'", ""),
        "\u00ad": "",
        "\u00a0": " ",
        "$": "§",
        "ç": "c",
        "ñ": "n",
    }
)
_NOT_LETTERS = re.compile(r"[^a-z0-9/&()§ -]+")
_DIGIT_IN_WORD = re.compile(
    r"[601](?<=[a-z].)(?=[a-z])"
)  # the plain character first: so `re` passes all others quickly
_DIGITS_AS_LETTERS = {"6": "o", "0": "o", "1": "l"}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, å ä ö and accents undone, dashes alike; length may change."""
    return text.lower().translate(_LETTERS)


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """`fold`, then only letters, digits and single spaces: `3. Förslag:` becomes `3 forslag`."""
    text = _NOT_LETTERS.sub(" ", fold(text))
    text = _DIGIT_IN_WORD.sub(lambda m: _DIGITS_AS_LETTERS[m.group()], text)
    return " ".join(text.split())


def near(a: str, b: str, most: int) -> bool:
    """True where a becomes b by at most `most` letters changed, added or lost."""
    if abs(len(a) - len(b)) > most:
        return False
    if a == b:
        return True
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        least = i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
            least = min(least, row[j])
        if least > most:
            return False
    return row[-1] <= most
