"""Swedish words for search: any form of a word finds any other, å ä ö may be lost, an OCR's slips are met half way.

A word has a *stem*, which all its forms share (beslutade, beslöt, besluten → besluta): endings are taken off by
`data/swedish_endings.csv` until none fits, words that change inside stand in `data/swedish_bent.csv`. It is a class of
forms, not always a word. A stem keeps å, ä and ö, so that lån and län stay apart where the letters stand; its *fold*
(å, ä → a, ö → o) brings together what was typed or read without them. A *skeleton* is alike for what an OCR mistakes.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.resources import data_path, table

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = tuple(zip("éèêëáàâíìîóòôúùûüñç", "eeeeaaaiiiooouuuunc", strict=True))
_MARKS = tuple(zip("åäöæø", "aaoao", strict=True))
_VOWELS = frozenset("aeiouyåäöæø")
_MANY = 60  # letters: longer "words" are no words and are left as they are


class Word(NamedTuple):
    """A word of a text, `text[start:end]`."""

    start: int
    end: int
    text: str


def words(text: str) -> Iterator[Word]:
    """The words of a text: runs of letters and digits. Soft hyphens part none, for there are none in texts shown."""
    for match in _WORD.finditer(text):
        yield Word(match.start(), match.end(), match[0])


def distinct_words(text: str) -> list[str]:
    """The words of a text, each once, in order."""
    return list(dict.fromkeys(_WORD.findall(text)))


def plain(word: str) -> str:
    """A word in small letters, without accents other than å, ä and ö."""
    return word.lower() if word.isascii() else _without(word.lower(), _ACCENTS)


def fold(text: str) -> str:
    """Small letters, and no å, ä, ö or other accents: as long as the text."""
    folded = text.lower()
    if folded.isascii():
        return folded
    if len(folded) != len(text):  # a few letters (İ) grow when made small
        folded = "".join(c.lower()[:1] for c in text)
    return _without(_without(folded, _MARKS), _ACCENTS)


def _without(text: str, letters: tuple[tuple[str, str], ...]) -> str:
    """Some letters replaced by others; many times faster than str.translate where few of them stand in the text."""
    for letter, other in letters:
        if letter in text:
            text = text.replace(letter, other)
    return text


def compatible(typed: str, read: str) -> bool:
    """Whether two words that fold alike may be one: a mark may be lost on either side, but å is not ä.

    lån and lan may be one word, as may lan and län; lån and län are two.
    """
    return all(a == b or a in "ao" or b in "ao" for a, b in zip(typed, read, strict=False))


@lru_cache(maxsize=300_000)
def stem(word: str) -> str:
    """What all forms of a word share, in small letters, with å, ä and ö where the word has them.

    A word that lost its marks (`stader`) has the stem of the marked one without marks (`stad`), as far as rules tell.
    """
    w = plain(word)
    if len(w) < 2 or len(w) > _MANY or not w.isalpha():
        return w
    bent = _bent(w)
    if bent is not None:
        return bent
    while True:
        shorter = _shorten(w)
        if shorter == w:
            return _even(w)
        w = shorter


def is_bent_whole(word: str) -> bool:
    """Whether a word changes inside as a whole, or as a verb after a prefix: beslut, förslag; not bostad."""
    w = plain(word)
    whole, ends = _bent_words()
    return w in whole or any(
        w[:at] in _prefixes() and ends.get(w[at:], ("", ""))[1] == "verb" for at in range(1, len(w) - 1)
    )


def is_stopword(word: str) -> bool:
    """Whether a word says nothing alone: och, att, i."""
    return fold(word) in _stopwords()


def skeleton(folded: str) -> str:
    """What is left of a folded word when letters that an OCR mistakes for each other are one, and doubled ones single.

    `stodcentrurn` and `stödcentrum`, `beslut` and `bes1ut`, `nämnd` and `närnnd` are alike.
    """
    text = fold(folded)
    for seen, meant in _LOOKALIKES:
        text = text.replace(seen, meant)
    text = text.translate(_CLASSES)
    return re.sub(r"(.)\1+", r"\1", text)


_LOOKALIKES = (("rn", "m"), ("nn", "m"), ("ni", "m"), ("in", "m"), ("iii", "m"), ("cl", "d"), ("vv", "w"), ("li", "h"))
_CLASSES = str.maketrans("l1ij!|ce0o6s58bvywu", "lllllleeooosssbvvvv")


def _keeps_vowel(w: str) -> bool:
    return (len(w) >= 3 or (len(w) == 2 and w[1] not in _VOWELS)) and any(c in _VOWELS for c in w[:-1])


def _shorten(w: str) -> str:
    """The word without its last ending, or as it was."""
    for keep, least in _keeps():
        if w.endswith(keep) and len(w) - len(keep) >= least:
            return w
    for length in range(min(_LONGEST, len(w) - 2), 0, -1):
        after = _endings().get(w[-length:])
        if after is not None:
            rest = w[:-length]
            if _keeps_vowel(rest) and (not after or rest.endswith(after)):
                return rest
    return w


def _even(w: str) -> str:
    """What differs inside between forms of one stem is made even: medel and medl-, nummer and numr-, rum and rumm-."""
    if any(w.endswith(keep) and len(w) - len(keep) >= least for keep, least in _keeps()):
        return w
    if len(w) > 4 and w[-1] in "rn" and w[-2] in "tdkgpbsfvm" and not (w[-1] == "n" and w[-2] == "m"):
        w = w[:-1]
    if len(w) > 4 and w.endswith(("el", "al")) and w[-3] not in _VOWELS and w[-2] == "e" and _keeps_vowel(w[:-2]):
        w = w[:-2] + "l"
    if len(w) > 3 and w[-1] == w[-2] and w[-1] in "mn":
        w = w[:-1]
    return w


def _bent(w: str) -> str | None:
    """The stem of a word that changes inside, None for one that doesn't."""
    whole, ends = _bent_words()
    if w in whole:
        return whole[w]
    for start in range(1, len(w) - 1):
        found = ends.get(w[start:])
        if found is not None:
            lemma, kind = found
            if kind == "noun" and (start >= 3 or (start == 2 and len(w) >= 6)) and any(c in _VOWELS for c in w[:start]):
                return w[:start] + lemma
            if kind == "verb" and w[:start] in _prefixes():
                return w[:start] + lemma
    return None


_LONGEST = 6


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    rows = table("site/data/swedish_endings.csv")
    marked = {row["ending"]: tuple(row["after"].split()) for row in rows}
    # what must stand before an ending may have lost its marks
    return {e: tuple(dict.fromkeys((*after, *map(fold, after)))) for e, after in marked.items()}


@cache
def _keeps() -> tuple[tuple[str, int], ...]:
    rows = [(row["ending"], int(row["least"])) for row in table("site/data/swedish_keeps.csv")]
    return tuple(dict.fromkeys([*rows, *((fold(ending), least) for ending, least in rows)]))


@cache
def _prefixes() -> frozenset[str]:
    prefixes = _list("site/data/swedish_prefixes.txt")
    return prefixes | {fold(prefix) for prefix in prefixes}


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(fold(word) for word in _list("site/data/swedish_stopwords.txt"))


@cache
def _bent_words() -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Whole forms → stem, and forms that may stand last in a word → (lemma, kind)."""
    whole: dict[str, str] = {}
    ends: dict[str, tuple[str, str]] = {}
    rows = table("site/data/swedish_bent.csv")
    for bare in (False, True):  # forms as written go before forms that lost their marks
        for row in rows:
            lemma = fold(row["lemma"]) if bare else row["lemma"]
            forms = row["forms"].split()
            if row["ends"] == "verb":
                present = row["lemma"].removesuffix("a")
                forms += [
                    present + ("a" if present != row["lemma"] else "e") + "nde" + end for end in ("", "s", "t", "n")
                ]
            for form in forms:
                form, marked = (fold(form), fold(form) != form) if bare else (form, False)
                whole.setdefault(form, lemma)
                # without its marks a short noun (år, län) ends words that have nothing to do with it
                if row["ends"] and not (marked and row["ends"] == "noun" and len(form) < 6):
                    ends.setdefault(form, (lemma, row["ends"]))
    return whole, ends


def _list(name: str) -> frozenset[str]:
    return frozenset(data_path(name).read_text(encoding="utf-8").split())
