"""Text with its letters folded, so that what an old OCR or a typist lost does no harm to a comparison."""

import re
from difflib import SequenceMatcher
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
_OTHER = re.compile(r"[^a-z0-9 .,:;()/&§%+=*#?!<>|~_@^\\[\]{}-]")  # what may have to be folded
_WORDS = re.compile(r"[a-z0-9/&()§-]+")
_DIGIT_IN_WORD = re.compile(
    r"[601](?<=[a-z].)(?=[a-z])"
)  # the plain character first: so `re` passes all others quickly
_DIGITS_AS_LETTERS = {"6": "o", "0": "o", "1": "l"}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, å ä ö and accents undone, dashes alike; length may change."""
    text = text.lower()
    if not text.isascii():  # what Swedish text is full of, at a third of what the whole table takes
        text = text.replace("å", "a").replace("ä", "a").replace("ö", "o").replace("–", "-")
    return text if _OTHER.search(text) is None else text.translate(_LETTERS)


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """`fold`, then only letters, digits and single spaces: `3. Förslag:` becomes `3 forslag`."""
    text = " ".join(_WORDS.findall(fold(text)))
    return _DIGIT_IN_WORD.sub(_as_letter, text)


def _as_letter(digit: re.Match[str]) -> str:
    return _DIGITS_AS_LETTERS[digit.group()]


@lru_cache(maxsize=1024)
def _letters(text: str) -> dict[str, int]:
    """How many times each letter stands in it."""
    return {letter: text.count(letter) for letter in set(text)}


def alike(a: str, b: str) -> bool:
    """Whether most of two lines is the same, in the same order. Lines of other letters are told at little cost."""
    most, known = 0, _letters(b)
    for letter, times in _letters(a).items():
        most += min(times, known.get(letter, 0))
    return 2.0 * most / (len(a) + len(b)) > 0.8 and SequenceMatcher(None, a, b).ratio() > 0.8


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
