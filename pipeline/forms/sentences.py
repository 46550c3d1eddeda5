"""Where Swedish sentences begin and end, told from the string alone.

Abbreviations with a point are the difficulty: some never end a sentence ("kap. 5", "t.ex. skolor"), some may
("skolor m.m. Kommunen …"), told by whether a capital letter follows.
"""

import re
from functools import lru_cache

from pipeline.resources import table

_ABBREVIATIONS = {row["abbreviation"]: row["last"] for row in table("forms/data/abbreviations.csv")}

# one way in, a plain character, so that `re` passes all others quickly
_END = re.compile(r"[.!?…\n](?:(?<=\n)[ \t]*\n|(?<!\n)(?:[\"”’»)\]]{1,3})?(?=\s))")
_WORD = re.compile(r"[^\s(\"”“«\[]+$")
_NEXT = re.compile(r"[\s\"“”’»«(\[–—•-]*")
_INITIAL = re.compile(r"(?:^|[-.])[A-ZÅÄÖ]$")
_NUMBER = re.compile(r"\d{1,3}$")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a stretch of running text as (start, end), in order, without white space round them.

    A blank line ends a sentence. Text without any end of sentence is one sentence; white space alone is none.
    """
    return list(_sentences(text))


@lru_cache(maxsize=64)  # several components ask for those of the same block
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() > start and (text[match.start()] == "\n" or _ends(text, start, match)):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds `offset`, or the empty stretch there."""
    for start, end in _sentences(text):
        if start <= offset < end:
            return start, end
    return offset, offset


def ends_open(text: str) -> bool:
    """Whether a stretch ends with an abbreviation that no sentence ends with: "mellan kl.", "fastigheten kv."."""
    stripped = text.rstrip()
    if not stripped.endswith("."):
        return False
    word = _word_before(stripped, 0, len(stripped) - 1)
    return word is not None and _ABBREVIATIONS.get(word.lower()) == "never"


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    following = _NEXT.match(text, match.end())
    after = following.end() if following else match.end()
    if after >= len(text):
        return True
    successor = text[after]
    if text[match.start()] != ".":
        return not successor.islower()
    if successor.islower():
        # a list set as running text: "… till kommunen. att godkänna …"
        return text.startswith("att ", after) and not _abbreviation(text, start, match.start())
    word = _word_before(text, start, match.start())
    if word is None:
        return True
    lowered = word.lower()
    last = _ABBREVIATIONS.get(lowered)
    if last == "never" or _INITIAL.search(word):
        return False
    if last == "maybe":
        return not successor.isdigit()
    # a number that opens the stretch is a list's number, not a sentence
    return not (_NUMBER.match(word) and not text[start : match.start() - len(word)].strip())


def _word_before(text: str, start: int, end: int) -> str | None:
    word = _WORD.search(text, max(start, end - 24), end)
    return word.group() if word else None


def _abbreviation(text: str, start: int, end: int) -> bool:
    word = (_word_before(text, start, end) or "").lower()
    return word in _ABBREVIATIONS or len(word) == 1
