"""Give a text back the letters that its OCR lost: å, ä, ö above all.

A noisy channel: what a word as read may have been (`restore_candidates`), weighed by how common that is and how well it
stands next to its neighbours (`restore_model`). How much the document lost is told from the document itself; one that
kept its letters is hardly touched.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import exp, log
from typing import NamedTuple

from pipeline.memo.restore_bearers import DOUBTED, by_surname, doubted
from pipeline.memo.restore_candidates import Candidate, as_names, candidates, share
from pipeline.memo.restore_channel import KEPT, SWAPPED_FACTOR, Channel, channel_of, swapped
from pipeline.memo.restore_model import END_ID, PLACES, UNKNOWN_ID, YEAR_ID, Model, fold, model
from pipeline.memo.restore_names import name_places
from pipeline.memo.restore_pieces import (
    TIMES,
    UNKNOWN_COLUMN,
    cut_token,
    goes_on,
    names_matter,
    per_time,
    sign_columns,
    stands_out,
)
from pipeline.memo.restore_signs import surely, worn
from pipeline.read.page import ReadAs
from pipeline.resources import table

TOPIC_REACH = 12  # words to each side that tell the topic
TOPIC_TRUST = 0.5  # they are not independent of each other
PLACE_TRUST = 0.6  # as with the topic
ENDING_TRUST = 0.5  # as with the topic
TRIGRAM_PRIOR = 3.0  # how many sightings of the three words the two-word statistics are worth
SELDOM_CAPITAL = 0.1  # share of capitals, inside sentences, of a word that is printed small where it may be either
ELSEWHERE_SURE, LONG_ENOUGH = 0.7, 5  # confidence and letters of a name that others are taken for
STRANGE_SURE, MISREAD = 0.6, 7.0  # most confidence of one that is, and nats that reading it so may cost
OF_HOMES = frozenset(("kommun", "kommuns", "stad", "stads"))
EVEN, UNEVEN = 0.52, 0.25  # a name that is as likely printed as it was read is left so
SURE = 0.9  # a document that kept its letters is only changed where we are surer than this
_CAPITALS = frozenset("AOGS")  # that a small å, ä or ö is read as
_TIMES = frozenset(TIMES.values())
_BARS = frozenset("|l")  # what an English OCR makes of a lone I
_MONTH_YEAR = re.compile(
    r"(jan(?:uari)?|feb(?:ruari)?|mars|april|maj|juni|juli|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)((?:19|20)\d\d)",
    re.IGNORECASE,
)


class Restored(NamedTuple):
    """A word as the document means it (with a space where two words were joined) and how likely that is, 0 to 1."""

    text: str
    confidence: float


@dataclass(slots=True)
class _Piece:
    """A run of letters within a token, and its readings."""

    token: int
    start: int
    end: int
    text: str
    opens: bool  # a sentence
    comma: bool  # follows
    inside: bool  # a sentence, and tells: after a word in small letters that it cannot but go on
    readings: tuple[Candidate, ...]
    named: bool = False  # a person's name stands there


def restore_words(texts: Sequence[str], read_as: ReadAs, starts: frozenset[int] = frozenset()) -> list[Restored]:
    """Restore words in reading order, one result for each.

    texts: words as read, punctuation attached. read_as: how they were read; digital words come back as they are, words
    read with the Swedish model are only changed where they are no words and one correction is far likelier than all
    else, words of a text file according to how much that text lost. starts: places of the words that begin a printed
    line, where a capital may be right though no sentence begins.
    """
    if read_as is ReadAs.DIGITAL or not texts:
        return [Restored(t, 1.0) for t in texts]
    texts = surely(texts)
    channel = KEPT
    if read_as is ReadAs.TEXT:
        channel = channel_of(texts)
    if channel.bold:
        texts = worn(texts)
    settled = _settle_all(texts, channel, starts)
    if channel.bold and swapped((p.text.lower(), text.lower()) for p, text, _ in settled if text != p.text):
        settled = _settle_all(texts, channel._replace(odd=SWAPPED_FACTOR), starts)
    if channel.bold:
        settled = agreed(settled)
    results: list[Restored] = []
    ends = [(piece.token, piece.start, piece.end, reading, sure) for piece, reading, sure in settled]
    ends.append((len(texts), 0, 0, "", 1.0))
    last, at, whole, confidence = -1, 0, "", 1.0
    for token, start, end, reading, sure in ends:
        if token != last:
            if last >= 0:
                results.append(Restored(whole + texts[last][at:], round(confidence, 3)))
            results += [_as_it_is(t) for t in texts[last + 1 : token]]
            last, at, whole, confidence = token, 0, "", 1.0
        if token < len(texts):
            whole += texts[token][at:start] + reading
            at = end
            if sure < confidence:
                confidence = sure
    return results


def agreed(settled: list[tuple[_Piece, str, float]]) -> list[tuple[_Piece, str, float]]:
    """The readings with each name spelt as where a mark is seen: as in Hdbo, where a d stands for the å of Habo.

    A name that nothing is known of is taken for one that stands elsewhere, if it may be read so: Ekerd beside Ekerö.
    """
    told: dict[str, str] = {}
    sure: set[str] = set()
    homes = _homes(settled)
    if homes:
        settled = [
            (piece, _in_case(piece.text, homes[key]), confidence)
            if piece.text[0].isupper() and not piece.opens and (key := fold(piece.text)) in homes
            else (piece, text, confidence)
            for piece, text, confidence in settled
        ]
    for piece, text, confidence in settled:
        if piece.text[0].isupper() and confidence > EVEN:
            key = fold(text)
            if fold(piece.text) != key and len(text) == len(piece.text):
                told.setdefault(key, text.lower())
            if confidence > ELSEWHERE_SURE and len(text) >= LONG_ENOUGH:
                sure.add(text.lower())
    return [_agreed(*found, told, sure) if found[0].text[0].isupper() else found for found in settled]


def _homes(settled: list[tuple[_Piece, str, float]]) -> dict[str, str]:
    """The municipalities that the document calls so (Vara kommun), by fold: elsewhere too Vara is no Våra."""
    return {
        key: _municipalities()[key]
        for (piece, _, _), (after, _, _) in pairwise(settled)
        if piece.text[0].isupper() and after.text.lower() in OF_HOMES and after.token == piece.token + 1
        if (key := fold(piece.text)) in _municipalities()
    }


@cache
def _municipalities() -> dict[str, str]:
    """Their names by fold, but for those that fold like another's: Habo and Håbo."""
    names = [row["name"].lower() for row in table("forms/data/names_places.csv") if row["scb_code"]]
    folds = Counter(map(fold, names))
    return {fold(name): name for name in names if folds[fold(name)] == 1}


def _agreed(
    piece: _Piece, text: str, confidence: float, told: dict[str, str], sure: set[str]
) -> tuple[_Piece, str, float]:
    """A capitalised piece's reading as `agreed` has it. told: spellings by fold; sure: names that stand elsewhere, in
    lower case."""
    same = told.get(fold(text))
    if same is not None and same != text.lower() and same.isalpha():
        return piece, _in_case(piece.text, same), confidence
    if confidence <= STRANGE_SURE and sure:
        for reading in piece.readings:
            if reading.text in sure and reading.cost < MISREAD and reading.text != text.lower():
                return piece, _in_case(piece.text, reading.text), confidence
    return piece, text, confidence


@lru_cache(maxsize=100_000)
def _as_it_is(token: str) -> Restored:
    """A token without words to mend; only a month and its year are set apart."""
    return Restored(_MONTH_YEAR.sub(r"\1 \2", token) if "19" in token or "20" in token else token, 1.0)


def _settle_all(texts: Sequence[str], channel: Channel, starts: frozenset[int]) -> list[tuple[_Piece, str, float]]:
    """Every piece with its reading and how likely that is."""
    pieces, columns = _lattice(texts, channel, starts)
    chosen = _best_path(columns)
    return [
        (piece, *(_alone(piece) if len(piece.readings) == 1 else _settle(piece, columns, place, chosen, channel)))
        for place, piece in pieces
    ]


def _lattice(
    texts: Sequence[str], channel: Channel, starts: frozenset[int]
) -> tuple[list[tuple[int, _Piece]], list[tuple[Candidate, ...]]]:
    """The pieces that may change with their places, and for every place the readings (ends and numbers included)."""
    columns: list[tuple[Candidate, ...]] = [sign_columns()[END_ID]]
    pieces: list[tuple[int, _Piece]] = []
    opens = True
    named = name_places(texts) if channel.bold else [False] * len(texts)
    for number, token in enumerate(texts):
        if token in _BARS:
            follows = texts[number + 1] if number + 1 < len(texts) else ""
            bar = follows[:1].isalpha() and (opens or (token == "|" and follows[0].islower()))
            columns.append(UNKNOWN_COLUMN)
            if bar:
                pieces.append((len(columns) - 1, _Piece(number, 0, 1, token, opens, False, False, (I_READING,))))
            opens = False
            continue
        for start, text, fixed in cut_token(token):
            short = fixed is None and text.isupper() and len(text) < 5
            if short and (names_matter(texts, number) or (not opens and stands_out(texts, number))):
                columns.append(UNKNOWN_COLUMN)
            elif fixed is None:
                readings = (per_time(text, token[:start]) if start else None) or candidates(text, channel)
                of_person = named[number] and text[0].isupper()
                if of_person:
                    readings = as_names(text, readings)
                    if len(readings) > 1 and number + 1 < len(texts) and texts[number + 1][:1].isupper():
                        readings = by_surname(text, readings, texts[number + 1])
                end = start + len(text)
                comma = token[end : end + 1] == ","
                # only asked of these (`_small`, `_alone`)
                inside = text[0] in _CAPITALS or (len(readings) == 1 and readings[0].text in _TIMES)
                inside = inside and not opens and goes_on(texts, number, start, text, starts)
                pieces.append(
                    (len(columns), _Piece(number, start, end, text, opens, comma, inside, readings, of_person))
                )
                columns.append(readings)
            else:
                columns.append(fixed)
            opens = False
        if token[-1:] in ".!?:":
            columns.append(sign_columns()[END_ID])
            opens = True
    columns.append(sign_columns()[END_ID])
    return pieces, columns


I_READING = Candidate("i", -1, 0.0, 0.0, True)


def _best_path(columns: list[tuple[Candidate, ...]]) -> list[int]:
    """The places of the readings that together are likeliest, by pairs of neighbours (Viterbi)."""
    m = model()
    scores = [0.0]
    back: list[list[int]] = [[0]]
    previous = columns[0]
    for column in columns[1:]:
        if len(previous) == 1:
            back.append([0] * len(column))
            scores = [0.0] if len(column) == 1 else _after(m, scores[0], previous[0].id, column)
        else:
            now, pointers = [], []
            for reading in column:
                best, place = -1e9, 0
                for i, left in enumerate(previous):
                    score = scores[i] + m.log_next(left.id, reading.id, reading.log_p)
                    if score > best:
                        best, place = score, i
                now.append(best - reading.cost)
                pointers.append(place)
            scores = now
            back.append(pointers)
        previous = column
    at = max(range(len(scores)), key=scores.__getitem__)
    path = [at]
    for pointers in reversed(back[1:]):
        at = pointers[at]
        path.append(at)
    return path[::-1]


def _after(m: Model, score: float, left: int, column: tuple[Candidate, ...]) -> list[float]:
    """The scores of readings after the only one that stands before them."""
    if left < 0:
        return [score + r.log_p - r.cost for r in column]
    return [score + m.log_next(left, r.id, r.log_p) - r.cost for r in column]


def _alone(piece: _Piece) -> tuple[str, float]:
    """The one reading of a piece, and its probability."""
    reading = piece.readings[0]
    if reading is I_READING:
        return "I", 0.9
    if piece.inside and reading.text in _TIMES:
        return reading.text, 0.99
    text = piece.text if reading.text == piece.text else _in_case(piece.text, reading.text)
    return text, 0.99 if reading.known else 0.6


def _settle(
    piece: _Piece, columns: list[tuple[Candidate, ...]], place: int, chosen: list[int], channel: Channel
) -> tuple[str, float]:
    """The reading of one piece between its neighbours, in the case that it was printed in, and its probability."""
    readings = piece.readings
    m = model()
    left = columns[place - 1][chosen[place - 1]]
    right = columns[place + 1][chosen[place + 1]]
    ids = [r.id for r in readings]
    before = [r.log_p for r in readings] if left.id < 0 else [m.log_next(left.id, r.id, r.log_p) for r in readings]
    if right.log_p == 0.0:
        beside = before
    else:
        beside = [b + m.log_next(i, right.id, right.log_p) for b, i in zip(before, ids, strict=True)]
    between = [m.log_between(left.id, i, right.id) for i in ids] if left.id >= 0 and right.id >= 0 else []
    if any(b is not None for b in between):
        pair = share(beside)
        seen = [0.0 if b is None else exp(b) for b in between]
        whole = sum(seen) + TRIGRAM_PRIOR
        beside = [log((s + TRIGRAM_PRIOR * p + 1e-9) / whole) for s, p in zip(seen, pair, strict=True)]
    if m.has_more.isdisjoint(ids):
        scores = [b - r.cost + c for b, r, c in zip(beside, readings, _capitals(m, piece), strict=True)]
        return _likeliest(m, piece, scores, channel)
    if not m.has_topic.isdisjoint(ids):
        span = range(max(0, place - TOPIC_REACH), min(len(columns), place + TOPIC_REACH + 1))
        near = [n for k in span if (n := columns[k][chosen[k]].id) > YEAR_ID and abs(k - place) > 1]
        beside = [b + TOPIC_TRUST * m.topic(r.id, near) for b, r in zip(beside, readings, strict=True)]
    if not m.has_places.isdisjoint(ids):
        near = [
            columns[k][chosen[k]].id if 0 <= k < len(columns) else UNKNOWN_ID for k in (place + step for step in PLACES)
        ]
        beside = [b + PLACE_TRUST * m.placed(r.id, near, piece.comma) for b, r in zip(beside, readings, strict=True)]
    if not m.has_endings.isdisjoint(ids):
        for other, after in ((left, False), (right, True)):
            ending = m.ending(other.text) if other.text else -1
            if ending >= 0 and not any(m.met(r.id, other.id) if after else m.met(other.id, r.id) for r in readings):
                told = [m.beside_ending(r.id, ending, after) if r.id >= 0 else 0.0 for r in readings]
                beside = [b + ENDING_TRUST * t for b, t in zip(beside, told, strict=True)]
    scores = [b - r.cost + c for b, r, c in zip(beside, readings, _capitals(m, piece), strict=True)]
    return _likeliest(m, piece, scores, channel)


def _likeliest(m: Model, piece: _Piece, scores: list[float], channel: Channel) -> tuple[str, float]:
    """The reading that scores most, in the case that it was printed in, and its probability."""
    readings = piece.readings
    likely = share(scores)
    best = likely.index(max(likely))
    if piece.text[0].isupper() and likely[best] < EVEN and readings[best].text not in m.number:
        best = next((i for i, r in enumerate(readings) if r.text == piece.text.lower() and likely[i] > UNEVEN), best)
    text, probability = readings[best].text, likely[best]
    if text != piece.text.lower() and not channel.bold and probability < SURE:
        return piece.text, 0.5
    if _small(piece, readings[best]):
        return text, probability
    if piece.named and text != piece.text.lower() and doubted(piece.text, text, readings, likely):
        probability = min(probability, DOUBTED)
    return _in_case(piece.text, text), probability if readings[best].known else min(probability, 0.6)


def _small(piece: _Piece, reading: Candidate) -> bool:
    """Whether a first letter that looks a capital is a small å, ä or ö that was read so: "en Okning", "uppdrar At"."""
    if reading.text[0] not in "åäö" or not piece.inside or reading.id <= YEAR_ID or not piece.text[1:].islower():
        return False
    if piece.text[0] in "GS":
        return True
    label = reading.text.startswith("ärende")  # Ärende, Ärendenummer
    return piece.text[0] in "AO" and not label and model().capital[reading.id] < SELDOM_CAPITAL


def _capitals(m: Model, piece: _Piece) -> list[float]:
    """For each reading ln P that it is printed with this case."""
    readings, first = piece.readings, piece.text[0]
    capital = first.isupper()
    if piece.text.isupper() or (piece.opens and capital):
        return [0.0] * len(readings)
    return [
        0.0
        if r.id <= YEAR_ID or (first in "GS" and r.text[0] in "åäö") or (first == "I" and r.text[0] == "l")
        else log(max(0.03, m.capital[r.id] if capital else 1 - m.capital[r.id]))
        for r in readings
    ]


@lru_cache(maxsize=50_000)
def _in_case(seen: str, meant: str) -> str:
    if meant == seen.lower():
        return seen
    if seen[0] == "I" and meant[0] == "l" and not seen[1:2].isupper():
        return meant  # no capital L looks like an I
    if " " in meant and len(meant) == len(seen) + 1:
        cut = meant.index(" ")
        return _in_case(seen[:cut], meant[:cut]) + " " + _in_case(seen[cut:], meant[cut + 1 :])
    upper, lower = sum(c.isupper() for c in seen), sum(c.islower() for c in seen)
    if upper > lower and upper > 1:
        return meant.upper()
    doubled = len(seen) > 1 and seen[0] != seen[1] and seen[0].lower() == seen[1].lower() and len(meant) < len(seen)
    return meant[:1].upper() + meant[1:] if seen[0].isupper() and not doubled else meant
