"""What a word as read may have been, and how likely each reading is without its neighbours.

A reading is found by undoing confusions (`restore_variants`) and looking up what then folds to the same key in the
lexicon (`restore_model`), or is put together of known parts (`restore_built`).
"""

import re
from functools import lru_cache
from math import exp
from typing import NamedTuple

from pipeline.memo.restore_built import STRANGER, STRANGER_LETTER, half_strange, inflected, joined, misspelt
from pipeline.memo.restore_channel import MARKED, Channel
from pipeline.memo.restore_compounds import Joints, compounds, mended
from pipeline.memo.restore_letters import broken, spelt
from pipeline.memo.restore_model import Model, fold, model
from pipeline.memo.restore_names import ELSEWHERE, HALF_ELSEWHERE, NOT_NAME, built_names, known_name, stranger
from pipeline.memo.restore_pairs import Pair, pairs
from pipeline.memo.restore_variants import (
    NEVER,
    ODD,
    SWAPPED,
    Variant,
    changed,
    doubled,
    dropped,
    fit,
    plainly,
    variants,
)

LOWER_STRANGER = -3.0  # ln P, more than STRANGER, of one that is no name, as its small first letter tells
DOUBT = 1.5  # nats more for reading a word of the lexicon as another through a confusion of letters
BUILT_DOUBT = 2.5  # nats more for reading a word as one built of parts, through a confusion of common letters
CLEAR = 4.0  # ln count of a word that a non-word is corrected to in a text that kept its letters
LONG_NAME, CLEAR_NAME = 6, 5.0  # letters and ln count of a capitalised word that one lost mark is given back to
LONG_COMPOUND = 9  # letters of a compound that one is
DROPPED_LEAST, DROPPED_SHORT = 5.0, 8.5  # ln count of a word, and of a short one, that may have lost a letter
SHORT_USUAL = 7.0  # ln count of a word of two letters that is not doubted
LONG_TWICE, TWICE_BUILT = 11, 30  # letters of a compound with two confusions, and variants that are tried for one
TELLING = 12  # letters of a stranger that count; a longer one is no less likely
LONG, LONG_KNOWN = 7, -15.0  # letters and ln P of a known word that is not looked at for confusions
LEAST_NAME = 3  # letters of a name whose lost marks the letters beside them can tell
LEAST_TAIL = 4  # letters of the known part that ends a word else unknown
NO_SUCH = 8.0  # nats for letters that no Swedish word has in this order
NO_NAME = -99.0
USUAL_NAME = 4.5  # ln count of a name that may have been read otherwise
OTHER_LETTER = 3.0  # nats more for reading a name's letters as others: names are less bound than words
# ln P of a capitalised stranger where no person's name need stand, and of each of its letters, up to so many
NAME_STRANGER, NAME_ELSEWHERE, NAME_TELLING = -6.5, -2.6, 15
# An é is at home at a name's end (André, Linné, Bodén, Norlér, Désirée), and in few first syllables (Réka)
_ODD_E = re.compile(r"(?<=[aeiouyåäö])é(?=ns?$)|é(?!$|s$|e$|es$|n$|ns$|r$|rs$)|(?<=[^bdjlmnrtv])é(?=rs?$)")
UNACCENTED = -3.0  # ln of how many of a name with an é are written without
LEAST_MENDED, MOST_MENDED = 7, 40  # letters of a name in which a misread one is sought, and readings that are tried
USUAL_SLIP = 5.8  # nats that such a reading of usual letters costs at most
OF_TRADES = ("vård", "nät")  # end a company's name, not a person's: Sydnät AB, but Nils Hallvard
NO_FORM = 3.0  # nats against a form of a word where a capitalised word may be put together of two
NO_ISLAND = 3.0  # nats against an ö for the é that ends a person's name: Linné
E_FOR_O, E_AS_PRINTED, LAST_E_AS_PRINTED = 0.7, 6.0, 1.5
_TRIPLE = re.compile(r"([bfgklmnprst])\1\1+(?=[aeiouyåäöé])")  # no Swedish word has a letter thrice
TIMID = Channel((6.2, 6.2, 6.2), (0.0, 0.0, 0.0), False)


class Candidate(NamedTuple):
    """A reading: the word in lower case, its id or -1, ln P(word), -ln P(read | word), whether it is known, and
    ln P(word) where a person's name stands."""

    text: str
    id: int
    log_p: float
    cost: float
    known: bool
    name_p: float = NO_NAME


@lru_cache(maxsize=100_000)
def as_names(piece: str, readings: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The readings of a piece, weighed as where a person's name stands."""
    keys = (fold(piece), fold(piece.replace("é", "ö")), *(v.key for v in broken(piece.lower())))
    found = []
    for r in readings:
        cost = r.cost if fold(r.text) in keys else r.cost + OTHER_LETTER
        if r.name_p > r.log_p - NOT_NAME:
            found.append(r._replace(id=-1, log_p=r.name_p, cost=cost))
        else:
            found.append(r._replace(id=-1, log_p=r.log_p - NOT_NAME, cost=cost, known=False))
    return tuple(found)


@lru_cache(maxsize=200_000)
def candidates(piece: str, channel: Channel) -> tuple[Candidate, ...]:
    """The readings of a piece of letters (and digits that stand for letters), the likeliest without context first."""
    m = model()
    low = piece.lower()
    if channel.bold and _TRIPLE.search(piece) and low not in m.number:
        return candidates(_TRIPLE.sub(r"\1\1", piece), channel)
    best: dict[str, Candidate] = {}
    top = -99.0  # ln P of the likeliest reading so far

    def take(text: str, number: int, log_p: float, cost: float, known: bool, name_p: float = NO_NAME) -> None:
        nonlocal top
        if number >= 0 and capital:
            name_p = known_name(m, number)
        old = best.get(text)
        if old is None or old.log_p - old.cost < log_p - cost:
            name_p = max(name_p, old.name_p - old.cost + cost) if old else name_p
            best[text] = Candidate(text, number, log_p, cost, known, name_p)
            top = max(top, log_p - cost)
        elif old.name_p - old.cost < name_p - cost:
            best[text] = old._replace(name_p=name_p - cost + old.cost)

    capital = piece[0].isupper()
    odd = not ODD.isdisjoint(piece)
    tried: list[Variant] = []
    twice: list[Pair] | None = None

    def p_elsewhere(name: str, marks: float) -> float:
        """ln P of a name where none need stand; a word of the lexicon is as common as it is."""
        known = name == low and own >= 0
        return NO_NAME if known else NAME_STRANGER + NAME_ELSEWHERE * min(len(name), NAME_TELLING) + marks

    def mend_names() -> None:
        """Names put together of parts in which a letter or two were misread: Söderdsen, Hultbostdder."""
        meant = tried
        if odd:
            meant = [*tried, *(p.variant for p in (pairs(piece, channel, tried) if twice is None else twice))]
        strange = 0.0 if "ii" in low or odd else OTHER_LETTER
        meant = [v for v in meant if any(v.text[i] in MARKED for i in v.fixed) and (not strange or v.cost < USUAL_SLIP)]
        for variant in dict.fromkeys(meant[:MOST_MENDED]):
            for built in built_names(variant, channel) if variant.text.isalpha() else ():
                if built.known:
                    p = built.log_p - ELSEWHERE
                    take(built.text, -1, p, built.cost + variant.cost + strange, True, built.log_p)

    def done() -> tuple[Candidate, ...]:
        if capital:
            spellings = name_spellings(plain, own >= 0) if channel.bold else [plain]
            if channel.bold and low.isalpha() and own < 0 and (meant := broken(low)):
                for variant in meant:
                    for i in m.alike(variant.key):
                        if (cost := fit(variant, m.words[i], channel)) < NEVER:
                            take(m.words[i], i, m.log_p[i], cost + variant.cost, True)
                spellings = [*meant, plain._replace(cost=NO_SUCH)]
            if channel.bold and low.isascii():
                for i in m.alike(low):
                    named = m.surname[i] or m.capital[i] > 0.5
                    if (
                        named and m.words[i].endswith(("én", "ér")) and m.words[i].replace("é", "e") == low
                    ):  # some Lindéns write themselves Linden
                        take(low, -1, m.log_p[i] + UNACCENTED, 0.0, True, known_name(m, i) + UNACCENTED)
            for variant in spellings if low.isalpha() else [v for v in tried if v.text.isalpha()][:3]:
                letters = spelt(variant, channel) if channel.bold and len(low) >= LEAST_NAME else []
                island = variant.text.endswith(("ö", "ös")) and low.endswith(("é", "és")) and "né" not in low
                for name, marks, cost in letters or [(variant.text, 0.0, 0.0)]:
                    p = stranger(len(name)) + marks - (NO_ISLAND if island else 0.0)
                    cost += variant.cost
                    take(name, -1, NO_NAME if letters else p_elsewhere(name, marks), cost, False, p)
                for name, marks, cost in spelt(variant, channel, of_place=True) if letters else []:
                    take(name, -1, p_elsewhere(name, marks), cost + variant.cost, False)
                for built in built_names(variant, channel) if len(low) > 4 else ():
                    away = ELSEWHERE if built.known else HALF_ELSEWHERE
                    away = 12.0 if "én" in built.text else 8.0 if own >= 0 else away
                    cost = built.cost + variant.cost
                    p_named = NO_NAME if built.text.endswith(OF_TRADES) else built.log_p
                    take(built.text, -1, built.log_p - away, cost, built.known, p_named)
            if channel.bold and own < 0 and len(low) >= LEAST_MENDED and not any(c.known for c in best.values()):
                mend_names()
        return prune(best)

    own = m.number.get(low, -1)
    plain = plainly(low)
    for i in m.alike(plain.key):
        cost = fit(plain, m.words[i], channel)
        if cost < NEVER:
            take(m.words[i], i, m.log_p[i], cost, True)
    printed_so = own >= 0 and not (m.capital[own] > 0.9 and piece == low)  # "sd" is no word, only "SD" is
    doubtful = own >= 0 and len(low) < 3 and m.log_count[own] < SHORT_USUAL  # fr may be för, gr may be är
    if top > -11.5 and (own < 0 or printed_so) and not doubtful:
        return done()
    if not channel.bold:
        return timid(m, piece, best)
    if printed_so and m.log_count[own] > 7:
        return done()
    plain_letters = channel.odd == 1.0 and not odd
    if plain_letters and len(low) >= LONG and top > LONG_KNOWN:
        return done()
    doubt = DOUBT if printed_so and m.log_count[own] > 2 else 0.0
    group = m.group
    tried = variants(piece, channel)
    for variant in tried:
        for i in m.alike(variant.key) if variant.key in group else ():
            cost = fit(variant, m.words[i], channel)
            if cost < 20:
                extra = doubt if variant.fixed else 0.0
                if variant.fixed and plain_letters and m.capital[i] > 0.5 and m.log_count[i] < USUAL_NAME:
                    extra += OTHER_LETTER
                take(m.words[i], i, m.log_p[i], cost + variant.cost + extra, True)
    rare = OTHER_LETTER if capital else 0.0
    if (piece == low or (own < 0 and len(low) > 2 and piece[1:].islower())) and low.isascii() and low.isalpha():
        left_out = dropped(plain, m.reach(plain.key), m.group)
        for variant in left_out + (doubled(low) if own < 0 and len(low) < 6 else []):
            for i in m.alike(variant.key):
                if m.log_count[i] > (DROPPED_SHORT if len(low) < 3 else DROPPED_LEAST):
                    cost = fit(variant, m.words[i], channel)
                    if cost < 20:
                        take(m.words[i], i, m.log_p[i], cost + variant.cost + doubt + rare, True)
    joints = Joints(m, plain)
    top_alone = top
    if top_alone < -17.0 and len(low) >= 6:
        takes_ending = (low[0] + low[-1]).isalpha()
        for variant in tried:
            extra = BUILT_DOUBT + (OTHER_LETTER if capital else 0.0) if variant.fixed and plain_letters else 0.0
            if top_alone < -19.0 - variant.cost or not variant.fixed:
                found = compounds(m, variant, channel) if joints.may_be(variant) else []
                if takes_ending:
                    forms = inflected(m, variant, channel)
                    if capital and found:  # Energinät AB: two words rather than an unseen form of a verb
                        forms = [(text, p - NO_FORM if text.endswith("at") else p, cost) for text, p, cost in forms]
                    found += forms
                for text, p, cost in found:
                    take(text, -1, p, cost + variant.cost + extra, True)
    top_once = top
    if top_once < -24.0 and 5 <= len(low) <= 30:
        twice = pairs(piece, channel, tried)
        extra = 2 * OTHER_LETTER if capital and plain_letters else 0.0
        for pair in twice:
            if pair.key not in group:
                continue
            variant = pair.variant
            for i in m.alike(variant.key):
                cost = fit(variant, m.words[i], channel)
                if cost < 20:
                    take(m.words[i], i, m.log_p[i], cost + variant.cost + extra, True)
        if len(low) >= LONG_TWICE and not any(c.known for c in best.values()):
            for variant in dict.fromkeys(pair.variant for pair in twice[:TWICE_BUILT]):
                for text, p, cost in compounds(m, variant, channel) if joints.may_be(variant) else ():
                    take(text, -1, p, cost + variant.cost, True)
            if not any(c.known for c in best.values()):
                for text, p, cost in mended(m, piece, channel):
                    take(text, -1, p, cost, True)
    if top_once < -20.0 and len(low) >= 6 and not any(c.isdigit() or c in "|$¢" for c in piece):
        for text, p, cost in joined(m, plain, channel):
            take(text, -1, p, cost, True)
    if top_once < -24.0 and low.isalpha() and len(low) >= 6:
        for text, p, cost in half_strange(m, plain, channel):
            if not (capital and channel.bold):
                take(text, -1, p, cost, False)
                continue
            tail = frozenset(i for i, c in enumerate(text) if c != low[i] or i >= len(text) - LEAST_TAIL)
            for name, marks, more in spelt(changed(text, tail, cost), channel, of_place=True):
                take(name, -1, p + marks, cost + more, False)
        if piece == low or len(low) >= 9:
            for i, cost in misspelt(m, low):
                marks = sum(channel.lost[MARKED.index(c)] for c in m.words[i] if c in MARKED)
                take(m.words[i], i, m.log_p[i], cost + marks, True)
    if low not in best and not (capital and low.isalpha()):
        common = LOWER_STRANGER if piece == low else 0.0
        take(
            low,
            -1,
            STRANGER + common + STRANGER_LETTER * min(len(low), TELLING) - 6 * sum(c in ODD for c in piece),
            0.0,
            False,
        )
    return done()


def name_spellings(plain: Variant, known: bool) -> list[Variant]:
    """A name as read and, where an é stands that no Swedish name has there (Mértberg, Hedlév), with ö for it."""
    if known or "é" not in plain.text or _of_borrowed(plain.text):
        return [plain]
    places = frozenset(m.start() for m in _ODD_E.finditer(plain.text))
    if not places:
        if plain.text.endswith(("é", "és")):  # Härnö, no person's name, rather than Härné
            at = plain.text.rindex("é")
            island = changed(plain.text[:at] + "ö" + plain.text[at + 1 :], frozenset((at,)), E_FOR_O)
            return [plain._replace(cost=LAST_E_AS_PRINTED), island]
        return [plain]
    text = "".join("ö" if i in places else c for i, c in enumerate(plain.text))
    return [changed(text, places, E_FOR_O), plain._replace(cost=E_AS_PRINTED)]


def _of_borrowed(word: str) -> bool:
    """Whether a word begins or ends with one of the lexicon that an é is printed in: Strandcafé, Allégatan."""
    at = word.index("é")
    number = model().number
    return (at > 2 and word[: at + 1] in number) or any(word[k:].removesuffix("s") in number for k in range(at - 2))


def timid(m: Model, piece: str, best: dict[str, Candidate]) -> tuple[Candidate, ...]:
    """The readings in a text that kept its letters: another than the printed one only for a clear non-word."""
    low = piece.lower()
    if low not in best:
        best[low] = Candidate(low, -1, STRANGER + STRANGER_LETTER * len(low) + (4 if len(low) < 6 else 1), 0.0, False)
    plain = plainly(low)
    if low in m.number or len(low) < 3 or piece.isupper() or "é" in low:
        return (best[low],)
    boundary = re.search("(?<=[a-zåäö]{3})(?=[A-ZÅÄÖ][a-zåäö]{3})", piece)
    if boundary:
        parts = low[: boundary.start()], low[boundary.start() :]
        if all(p in m.number or compounds(m, plainly(p), TIMID) for p in parts):
            return (Candidate(" ".join(parts), -1, -10.0, 0.0, True),)
    whole = compounds(m, plain, TIMID)
    built = [*whole, *inflected(m, plain, TIMID), *joined(m, plain, TIMID)]
    if any(cost < 1 for _, _, cost in built):
        return (best[low],)
    if piece[0].isupper() and not any(c in ODD for c in piece):
        if len(low) >= LONG_NAME:
            for i in m.alike(plain.key):
                cost = fit(plain, m.words[i], TIMID)
                borne = m.surname[i] or m.first_name[i]  # Sjoberg may be spelt so
                if cost < SWAPPED and m.log_count[i] > CLEAR_NAME and not borne:
                    best[m.words[i]] = Candidate(m.words[i], i, m.log_p[i], cost, True)
        return prune(best)
    if len(low) >= LONG_COMPOUND:
        for text, p, cost in whole:
            if cost < SWAPPED and text[-4:] == low[-4:]:  # an ending such as -rad is no last part
                best[text] = Candidate(text, -1, p, cost, True)
    for variant in variants(piece, TIMID):
        for i in m.alike(variant.key):
            cost = fit(variant, m.words[i], TIMID)
            if cost < SWAPPED + 1 and m.log_count[i] > CLEAR:
                reading = Candidate(m.words[i], i, m.log_p[i], cost + variant.cost, True)
                if reading.text not in best or best[reading.text].cost > reading.cost:
                    best[reading.text] = reading
    if len(low) >= 6 and low.isalpha():
        for i, cost in misspelt(m, low):
            if m.words[i] not in best or best[m.words[i]].cost > cost:
                best[m.words[i]] = Candidate(m.words[i], i, m.log_p[i], cost, True)
    return prune(best)


def prune(best: dict[str, Candidate]) -> tuple[Candidate, ...]:
    if len(best) == 1:
        return tuple(best.values())
    ranked = sorted(best.values(), key=lambda c: c.cost - c.log_p)[:6]
    limit = ranked[0].log_p - ranked[0].cost - 12
    kept = [c for c in ranked if c.log_p - c.cost >= limit]
    names = [c for c in best.values() if c.name_p > NO_NAME]
    names.sort(key=lambda c: c.cost - c.name_p)
    return tuple(kept + [c for c in names[:4] if c not in kept])


def share(costs: list[float]) -> list[float]:
    """Scores in nats as probabilities that sum to 1."""
    most = max(costs)
    weights = [exp(c - most) for c in costs]
    total = sum(weights)
    return [w / total for w in weights]
