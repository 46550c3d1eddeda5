"""Patterns that are tried only on texts that hold what every match of them holds.

Most of the program's rules fit almost no line that they are asked about, and to find that out a regular expression
looks at every character anew. Whether one of a few short strings stands in a text is found ten times as quickly.
Which strings these are is read from the pattern itself, so that a rule that is mended needs no second mending here.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from pipeline.forms.alternation import longest_of
from pipeline.forms.pattern_reader import ops, reader

Signs = frozenset[str]  # one of these stands in every match
_DIGIT = "\\d"  # as a sign: any digit
_MANY = 40  # ways to write a stretch, above which it is not followed further
_FEW = 14  # signs that are looked for one by one
# letters that `re.IGNORECASE` takes for i and s, and `str.lower` does not
_ODD = ("\u0131", "\u017f")
_has_digit = re.compile(r"\d").search
# how often a sign stands at a place of a Swedish text, roughly: what is rare tells most
_OFTEN = dict(
    zip(" eanrtsildomkgväfhupåöbcyj.,-", (13, 9, 9, 7, 8, 7, 6, 5, 5, 4, 4, 3, 3, 3, 2, *[1.5] * 14), strict=True)
)


class Guarded:
    """A compiled pattern with the methods of `re.Pattern` that are used here, and their answers."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.compiled = re.compile(pattern, flags)

    @property
    def pattern(self) -> str:
        return self.compiled.pattern

    @cached_property
    def may_match(self) -> Callable[[str], bool]:
        """Whether a text may hold a match: never False where it does."""
        return _test_of(self.compiled)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if not self.may_match(text[start:end]):
            return None
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if not self.may_match(text[start:end]):
            return None
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if not self.may_match(text[start:end]):
            return None
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        if not self.may_match(text[start:end]):
            return iter(())
        return self.compiled.finditer(text, start, end)

    def findall(self, text: str) -> list[Any]:
        return self.compiled.findall(text) if self.may_match(text) else []

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self.compiled.sub(new, text, count) if self.may_match(text) else text


def guarded(pattern: str, flags: int = 0) -> Guarded:
    """As `re.compile`, for a pattern that seldom matches and whose matches all hold some letters or signs."""
    return Guarded(pattern, flags)


class Needed(NamedTuple):
    """What every match of a pattern holds: one of the signs, in lower case if `low`; and a digit if `digit`."""

    signs: Signs
    low: bool
    digit: bool


def signs_of(pattern: str, flags: int = 0) -> Needed | None:
    """What every match of a pattern holds, None where nothing can be told."""
    if reader is None:
        return None
    parsed = reader.parse(pattern, flags)
    low = _ignores_case(parsed, parsed.state.flags)
    found: list[Signs] = []
    _exact(parsed, low, found)
    found = [signs for signs in found if "" not in signs]
    if not found:
        return None
    best = min(found, key=_frequency)
    shortest = frozenset(s for s in best if not any(o != s and o in s for o in best))
    return Needed(shortest, low, frozenset({_DIGIT}) in found)


def leads_of(pattern: str, skip: int = 0) -> frozenset[str] | None:
    """The characters that matches of a pattern which minds case begin with, None where that may be any.

    `\\d` among them is any digit. skip: how many parts of the pattern, characters or groups, are left out at its
    beginning: what may stand behind them.
    """
    if reader is None:
        return None
    leads, passable = _leads(reader.parse(pattern)[skip:])
    return None if passable else leads


def _leads(parsed: Any) -> tuple[frozenset[str] | None, bool]:
    """What a parsed pattern may begin with, and whether it may match without taking any character."""
    leads: frozenset[str] = frozenset()
    for op, value in parsed:
        if op is ops.ASSERT and value[0] > 0:  # a look-ahead: what it wants is what follows
            wanted, passable = _leads(value[1])
            if wanted is not None and not passable:
                return leads | wanted, False
        if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            continue
        ways: list[tuple[frozenset[str] | None, bool]]
        if op is ops.LITERAL:
            ways = [(frozenset({chr(value)}), False)]
        elif op is ops.IN:
            digits = len(value) == 1 and value[0] == (ops.CATEGORY, ops.CATEGORY_DIGIT)
            ways = [(frozenset({_DIGIT}) if digits else _characters(value, False, []), False)]
        elif op is ops.SUBPATTERN:
            ways = [_leads(value[3])]
        elif op is ops.BRANCH:
            ways = [_leads(branch) for branch in value[1]]
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            repeated, passable = _leads(value[2])
            ways = [(repeated, passable or not value[0])]
        else:
            return None, True
        for some, _ in ways:
            if some is None:
                return None, True
            leads |= some
        if not any(passable for _, passable in ways):
            return leads, False
    return leads, True


def _test_of(compiled: re.Pattern[str]) -> Callable[[str], bool]:
    known = signs_of(compiled.pattern, compiled.flags)
    if known is None:
        return lambda text: True
    signs, low = sorted(known.signs - {_DIGIT}, key=lambda s: -_frequency({s})), known.low
    digit = _DIGIT in known.signs
    if known.digit and not digit:
        has_one = _has_one(signs, low, digit)
        return lambda text: has_one(text) and _has_digit(text) is not None
    return _has_one(signs, low, digit)


def _has_one(signs: list[str], low: bool, digit: bool) -> Callable[[str], bool]:
    """Whether a text holds one of the signs, or a digit if that is one of them. low: in any case."""
    if len(signs) > _FEW:
        search = re.compile(longest_of(signs) + (r"|\d" if digit else "")).search
        if not low:
            return lambda text: search(text) is not None
        return lambda text: (lowered := _lowered(text)) is None or search(lowered) is not None
    if len(signs) == 1 and not low and not digit:
        only = signs[0]
        return lambda text: only in text

    def has_sign(text: str) -> bool:
        for sign in signs:
            if sign in text:
                return True
        return digit and _has_digit(text) is not None

    def has_sign_in_any_case(text: str) -> bool:
        lowered = _lowered(text)
        return lowered is None or has_sign(lowered)

    return has_sign_in_any_case if low else has_sign


@lru_cache(maxsize=128)  # many rules are tried on a text in a row
def _lowered(text: str) -> str | None:
    """The text in lower case, None where `re.IGNORECASE` may see other letters in it."""
    return None if _ODD[0] in text or _ODD[1] in text else text.lower()


def _frequency(signs: Signs | set[str]) -> float:
    """How many places of a text bear one of the signs, more or less."""
    total = 0.0
    for sign in signs:
        if sign == _DIGIT:
            total += 0.02
            continue
        each = 1.0
        for character in sign:
            each *= _OFTEN.get(character, 0.2) / 100
        total += each
    return total


def _ignores_case(parsed: Any, flags: int) -> bool:
    """Whether any part of a pattern ignores case."""
    if flags & re.IGNORECASE:
        return True
    for op, value in parsed:
        if op is ops.SUBPATTERN and (value[1] & re.IGNORECASE or _ignores_case(value[3], 0)):
            return True
        if op is ops.BRANCH and any(_ignores_case(way, 0) for way in value[1]):
            return True
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and _ignores_case(value[2], 0):
            return True
        if op is ops.ATOMIC_GROUP and _ignores_case(value, 0):
            return True
    return False


def _exact(parsed: Any, low: bool, found: list[Signs]) -> Signs | None:
    """All strings that a parsed pattern matches, None where they are too many; puts into `found` what it must hold."""
    run: set[str] = {""}  # the ways to write the stretch that ends here
    whole = True
    for op, value in parsed:
        if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            continue  # takes no characters
        ways = _ways(op, value, low, found)
        if ways is not None and len(ways) * len(run) <= _MANY:
            run = {one + two for one in run for two in ways}
            continue
        if ways is not None:
            found.append(ways)
        found.append(frozenset(run))
        run, whole = {""}, False
    found.append(frozenset(run))
    return frozenset(run) if whole else None


def _ways(op: Any, value: Any, low: bool, found: list[Signs]) -> Signs | None:
    if op is ops.LITERAL:
        return frozenset({_letter(value, low)})
    if op is ops.SUBPATTERN:
        return _exact(value[3], low, found)
    if op is ops.ATOMIC_GROUP:
        return _exact(value, low, found)
    if op is ops.IN:
        return _characters(value, low, found)
    if op is ops.BRANCH:
        return _branches(value[1], low, found)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        least, most, repeated = value
        inner: list[Signs] = []
        ways = _exact(repeated, low, inner)
        if least:
            found += inner
        if ways is not None and most == 1:
            return ways if least else ways | {""}
    return None


def _branches(branches: Sequence[Any], low: bool, found: list[Signs]) -> Signs | None:
    wholes: list[Signs | None] = []
    needed: list[Signs] = []
    for branch in branches:
        inner: list[Signs] = []
        wholes.append(_exact(branch, low, inner))
        inner = [signs for signs in inner if "" not in signs]
        if inner:
            needed.append(min(inner, key=_frequency))
    if len(needed) == len(branches):
        found.append(frozenset().union(*needed))
    known = [ways for ways in wholes if ways is not None]
    return frozenset().union(*known) if len(known) == len(branches) else None


def _characters(value: Any, low: bool, found: list[Signs]) -> Signs | None:
    characters: set[str] = set()
    for op, what in value:
        if op is ops.LITERAL:
            characters.add(_letter(what, low))
        elif op is ops.RANGE and what[1] - what[0] < 5:
            characters |= {_letter(code, low) for code in range(what[0], what[1] + 1)}
        elif op is ops.CATEGORY and what is ops.CATEGORY_DIGIT and len(value) == 1:
            found.append(frozenset({_DIGIT}))
            return None
        else:
            return None
    return frozenset(characters)


def _letter(code: int, low: bool) -> str:
    return chr(code).lower() if low else chr(code)
