"""Which points and memos a query's words are in, and how well: the first step of a search."""

import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.site.columns import Columns
from pipeline.site.index_schema import TOKENS
from pipeline.site.index_units import normal_number
from pipeline.site.model import Query, Term
from pipeline.site.swedish import compatible, fold, is_stopword, plain, skeleton, stem
from pipeline.site.vocabulary import edited

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

# How much it is worth where a word was found, and as what. A form of the word counts a little less than the word.
WORTH = {
    "word": 8.0, "title": 7.5, "number": 7.0, "name": 5.0, "text": 3.0,
    "part": 4.0, "title_part": 3.8, "name_part": 2.2, "text_part": 1.2,
}  # fmt: skip
FORGIVEN = 0.35  # of the worth of the place
EXACT = 1.5  # more for the word as it was typed
_MOST_FORGIVEN = 40  # stems


@dataclass(frozen=True, slots=True)
class Accepted:
    """What counts as a term's word in a text, for marking: stems, the folded stem that parts of compounds have, and
    words in a row (of a phrase, or of a long number as it is written in groups)."""

    stems: frozenset[str] = frozenset()
    part: str = ""
    row: tuple[str, ...] = ()


@dataclass(slots=True)
class Scores:
    """What a term is worth in each unit. points: number of points long. heads: memos, by title, number and names.
    memos: those and the text."""

    points: Floats
    heads: Floats
    memos: Floats
    accepted: Accepted
    forgiven: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Units that a query's words are in, ascending, and their worth."""

    units: Ints
    worth: Floats
    accepted: tuple[Accepted, ...] = ()
    forgiven: tuple[tuple[str, str], ...] = ()


def find(db: sqlite3.Connection, cols: Columns, query: Query) -> Found:
    """All units that hold every term and none of the negated ones; without terms, all points and memos without one."""
    wanted = [term for term in query.terms if not term.negated]
    telling = [t for t in wanted if t.phrase or not all(map(is_stopword, t.words))]
    scores = [score(db, cols, term) for term in telling]
    memo_of = cols.of["memo"][: cols.points]
    minutes = cols.of["minutes"] == 1
    if scores:
        units, worth = _together(scores, cols, memo_of, minutes)
    else:
        units = np.concatenate([np.arange(cols.points), cols.points + np.flatnonzero(cols.of["pointed"] == 0)])
        worth = np.zeros(len(units), np.float32)
    for term in query.terms:
        if term.negated and len(units):
            held = score(db, cols, term, strict=True)
            out = np.concatenate([(held.points > 0) | ((held.memos > 0) & ~minutes)[memo_of], held.memos > 0])
            keep = ~out[units]
            units, worth = units[keep], worth[keep]
    return Found(
        units, worth, tuple(s.accepted for s in scores), tuple(s.forgiven for s in scores if s.forgiven is not None)
    )


def _together(scores: Sequence[Scores], cols: Columns, memo_of: Any, minutes: Bools) -> tuple[Ints, Floats]:
    """Points that hold one term themselves, or all of them by their memo's head; memos whose text holds all, and that
    have no such point. A point's other terms may stand in its memo, but not in minutes, where other matters stand."""
    near = [np.where(minutes, np.float32(0), s.heads) for s in scores]
    far = [np.where(minutes, np.float32(0), s.memos) for s in scores]
    own = np.zeros(cols.points, bool)
    for s in scores:
        own |= s.points > 0
    by_head = np.ones(cols.memos, bool)
    for head in near:
        by_head &= head > 0
    mixed = len(scores) > 1
    candidates = own | by_head[memo_of]
    chosen = np.flatnonzero(candidates)
    its = memo_of[chosen]
    total = np.zeros(len(chosen), np.float32)
    keep = np.ones(len(chosen), bool)
    every = np.ones(cols.memos, bool)
    memo_total = np.zeros(cols.memos, np.float32)
    for s, head, whole in zip(scores, near, far, strict=True):
        rarity = np.float32(math.log(1.5 + cols.memos / (1 + np.count_nonzero(s.memos))) if mixed else 1.0)
        mine, around = s.points[chosen], whole[its]
        best = np.maximum(mine, around)
        keep &= best > 0
        # the same word in the heading, too, says that the matter is about it
        total += rarity * (best + 0.2 * np.minimum(mine, head[its]))
        every &= s.memos > 0
        memo_total += rarity * s.memos
    points, total = chosen[keep], total[keep]
    told = np.zeros(cols.memos, bool)
    told[memo_of[points]] = True
    memos = np.flatnonzero(every & ~told)
    return (
        np.concatenate([points, cols.points + memos]).astype(np.int64),
        np.concatenate([total, memo_total[memos]]).astype(np.float32),
    )


def score(db: sqlite3.Connection, cols: Columns, term: Term, strict: bool = False) -> Scores:
    """What one term is worth everywhere. strict: only the word and its forms, nothing forgiven, no compounds."""
    if term.phrase or len(term.words) > 1:
        return _phrase(db, cols, term)
    word = term.words[0]
    scores = _empty(cols, Accepted())
    same, near = _stems(db, word)
    _levels(db, scores, same, 1.0)
    part = fold(stem(word))
    numeric = any(c.isdigit() for c in word)
    grouped: tuple[str, ...] = ()
    if not strict:
        _raise(scores.points, _rows(db, "search_points", [TOKENS["exact"] + plain(word)]), EXACT, more=True)
        exact = _rows(db, "search_memos", [TOKENS["exact"] + plain(word)])
        _raise(scores.heads, exact, EXACT, more=True)
        if len(part) >= 3 and not numeric:
            _levels(db, scores, [part], 1.0, suffix="_part")
        if near:
            _levels(db, scores, near, FORGIVEN)
        if not numeric and not scores.points.any() and not scores.memos.any() and not scores.heads.any():
            corrected = edited(db, fold(word))
            if corrected:
                scores.forgiven = (word, corrected[0].word)
                near = [c.stem for c in corrected]
                _levels(db, scores, near, 1.0)
                part = fold(corrected[0].stem)
                _levels(db, scores, [part], 1.0, suffix="_part")
    if numeric:
        _numbers(db, scores, cols, normal_number(word), anywhere=False)
        if len(word) >= 4 and word.isdigit():  # 450000 stands as 450 000
            grouped = tuple(f"{int(word):,}".split(","))
            other = _phrase(db, cols, Term(grouped, phrase=True))
            for mine, its in ((scores.points, other.points), (scores.memos, other.memos), (scores.heads, other.heads)):
                np.maximum(mine, its, out=mine)
    np.maximum(scores.memos, scores.heads, out=scores.memos)
    scores.accepted = Accepted(frozenset([*same, *near]), part if not strict and len(part) >= 3 else "", grouped)
    return scores


def _empty(cols: Columns, accepted: Accepted) -> Scores:
    return Scores(
        np.zeros(cols.points, np.float32), np.zeros(cols.memos, np.float32), np.zeros(cols.memos, np.float32), accepted
    )


def _stems(db: sqlite3.Connection, word: str) -> tuple[list[str], list[str]]:
    """The stems of the index that may be the word's own, and those that an OCR may have made of it."""
    own = stem(word)
    if any(c.isdigit() for c in own):
        return [own], []
    alike = [row[0] for row in db.execute("SELECT stem FROM search_stems WHERE folded = ?", (fold(own),))]
    same = [s for s in alike if compatible(own, s)]
    same += [s for s in _otherwise(db, plain(word)) if s not in same]
    slips = db.execute(
        "SELECT stem FROM search_stems WHERE skeleton = ? AND known = 0 AND folded <> ? ORDER BY uses DESC LIMIT ?",
        (skeleton(fold(own)), fold(own), _MOST_FORGIVEN),
    )
    near = [row[0] for row in slips if len(own) >= 5]
    near += [s for s in alike if s not in same and len(own) >= 6]  # å read as ä
    return same or [own], near


def _otherwise(db: sqlite3.Connection, word: str) -> list[str]:
    """Stems of a word whose ending is told otherwise without its marks: genomföra has genomför, genomfora genomf.

    A word with marks may stand without them in the index. One without may stand there with them: then a stem of the
    index begins it, and the word that has the stem's marks has this stem.
    """
    bare = fold(word)
    if bare != word:
        own = stem(bare)
        return [own] if own != fold(stem(word)) else []
    begins = [word[:length] for length in range(2, len(word) + 1)][:40]
    rows = db.execute(
        f"SELECT stem FROM search_stems WHERE folded IN ({','.join('?' * len(begins))}) AND stem <> folded", begins
    )
    return [s for (s,) in rows if stem(s + word[len(s) :]) == s]


def _levels(db: sqlite3.Connection, scores: Scores, stems: Sequence[str], share: float, suffix: str = "") -> None:
    """Raise the scores of all places where one of the stems stands; suffix `_part`: in a compound."""
    place = "part" if suffix else "word"
    _raise(scores.points, _rows(db, "search_points", [TOKENS[place] + s for s in stems]), WORTH[place] * share)
    for place in ("title", "name"):
        key = place + suffix
        rows = _rows(db, "search_points", [TOKENS[key] + s for s in stems])
        _raise(scores.points, rows, WORTH[key] * share)
        _raise(scores.heads, _rows(db, "search_memos", [TOKENS[key] + s for s in stems]), WORTH[key] * share)
    key = "text" + suffix
    _raise(scores.memos, _rows(db, "search_memos", [TOKENS[key] + s for s in stems]), WORTH[key] * share)


def _phrase(db: sqlite3.Connection, cols: Columns, term: Term) -> Scores:
    """Words in a row, just as they were typed, å ä ö aside."""
    scores = _empty(cols, Accepted(row=term.words))
    said = '"' + " ".join(term.words).replace('"', " ") + '"'
    for table, column, to, place in (
        ("search_point_words", "words", scores.points, "word"),
        ("search_point_words", "title", scores.points, "title"),
        ("search_memo_words", "title", scores.heads, "title"),
        ("search_memo_words", "names", scores.heads, "name"),
        ("search_memo_words", "text", scores.memos, "text"),
    ):
        _raise(to, _matching(db, table, f"{column} : {said}"), WORTH[place] + EXACT)
    if any(c.isdigit() for word in term.words for c in word):
        _numbers(db, scores, cols, normal_number("".join(term.words)), anywhere=True)
    np.maximum(scores.memos, scores.heads, out=scores.memos)
    return scores


def _numbers(db: sqlite3.Connection, scores: Scores, cols: Columns, number: str, anywhere: bool) -> None:
    """Matters whose diarienummer begins so, or holds it."""
    if len(number) < 4:
        return
    for unit, memo in numbered(db, number, anywhere):
        if unit:
            scores.points[unit - 1] = max(scores.points[unit - 1], WORTH["number"])
        else:
            scores.heads[memo - 1] = max(scores.heads[memo - 1], WORTH["number"])


def numbered(db: sqlite3.Connection, number: str, anywhere: bool) -> list[tuple[int, int]]:
    """Point (0: the whole memo) and memo, from 1, of each matter whose diarienummer begins so, or else holds it."""
    rows = db.execute(
        "SELECT unit, memo FROM search_numbers WHERE normal >= ? AND normal < ?", (number, number + "\uffff")
    ).fetchall()
    if not rows and anywhere and len(number) >= 4:
        rows = db.execute("SELECT unit, memo FROM search_numbers WHERE instr(normal, ?)", (number,)).fetchall()
    return rows


def _rows(db: sqlite3.Connection, table: str, tokens: Iterable[str]) -> Ints:
    quoted = " OR ".join(f'"{token}"' for token in tokens if token.isalnum())
    return _matching(db, table, quoted) if quoted else np.empty(0, np.int64)


def _matching(db: sqlite3.Connection, table: str, expression: str) -> Ints:
    """The rows, from 0, that match an expression of FTS5. One string of numbers comes over faster than many rows."""
    row = db.execute(f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH ?", (expression,)).fetchone()
    return np.fromstring(row[0], np.int64, sep=",") - 1 if row[0] else np.empty(0, np.int64)


def _raise(scores: Floats, rows: Ints, worth: float, more: bool = False) -> None:
    if len(rows):
        scores[rows] = scores[rows] + worth if more else np.maximum(scores[rows], np.float32(worth))
