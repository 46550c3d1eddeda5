"""What becomes of a name that only the recogniser sees: taken for a party with a confidence, or left out.

The weights stand in models/calibration/ner.csv, fitted by `bench/fit_ner.py` on labelled memos: the logistic function
of their sum over a name's features is how often such names are parties. A name is judged by its best place.
"""

import csv
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast, get_args

from spacy.tokens import Doc

from pipeline.extract.ner_parts import SPANS, lexicon
from pipeline.extract.parties_mentions import Mention, overlaps
from pipeline.forms.names_tables import places, suffix_of
from pipeline.forms.persons import NOT_SURNAME, is_first_name, surnames, title_of, title_word
from pipeline.memo.memo import Memo, SectionKind
from pipeline.resources import model_path, table
from pipeline.tables import PartyType

TYPES = frozenset(get_args(PartyType))
LEAST = 0.5  # what is more likely no party is left out
# where no weights are at hand: what another recogniser finds is then an uncertain fact
UNKNOWN = 0.5
NO_SCORE = 0.8
LISTS = frozenset({SectionKind.RECIPIENTS, SectionKind.SIGNATURES, SectionKind.LETTERHEAD})
SMALL = frozenset(
    {"i", "och", "&", "av", "för", "de", "von", "af", "van", "der", "på", "till", "vid", "om", "den", "-"}
)
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|&")
BEFORE = re.compile(r"([^\W\d_]+|[^\w\s])\s*$")
AFTER = re.compile(r"\s*([^\W\d_]+|[^\w\s]|\d+)")
TITLE_SPAN = 60  # characters beside a person's name in which the title stands


@dataclass(slots=True)
class Candidate:
    """A place where the recogniser sees a party. sure: how sure it is, 0 to 1."""

    start: int
    end: int
    name: str
    type: PartyType
    sure: float


@cache
def weights() -> dict[str, float]:
    """Weight of each feature; empty where the table is missing."""
    path = model_path("calibration/ner.csv")
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as handle:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(handle)}


@cache
def listed(use: str) -> frozenset[str]:
    """The words of `ner_words.csv` for one use."""
    rows = table("extract/data/ner_words.csv")
    return frozenset(word for row in rows if row["use"] == use for word in row["words"].split())


def candidates(doc: Doc) -> list[Candidate]:
    """What stands in `doc.spans["memo_ner"]`, or else in `doc.ents`; only labels that are types of parties count."""
    found: list[Candidate] = []
    group = doc.spans.get(SPANS)
    scores = group.attrs.get("scores", []) if group is not None else []
    entities = list(group) if group is not None else list(doc.ents)
    for number, entity in enumerate(entities):
        sure = scores[number] if number < len(scores) else NO_SCORE
        if entity.label_ in TYPES:
            name = " ".join(entity.text.split())
            kind = cast(PartyType, entity.label_)
            found.append(Candidate(entity.start_char, entity.end_char, name, kind, sure))
    return found


def features(memo: Memo, candidate: Candidate, seen: int, kind: SectionKind | None) -> dict[str, float]:
    """What is told of a candidate beside its name. seen: how often its name stands in the memo."""
    text, start, end = memo.text, candidate.start, candidate.end
    words = WORD.findall(candidate.name)
    told: dict[str, float] = {"always": 1.0}

    def tell(name: str, value: float = 1.0) -> None:
        if value:
            told[name] = value

    person = candidate.type == "person"
    group = "person" if person else "organisation"
    sure = min(max(candidate.sure, 0.01), 0.99)
    tell(group)
    tell(f"{group}, recogniser", math.log(sure / (1 - sure)) / 4.6)
    lows = [w.lower() for w in words if w.lower() not in SMALL]
    kinds = [kind_of(low) for low in lows]
    tell(f"{group}, three words or more", len(words) >= 3)
    if len(words) == 1:
        tell(f"one word, {'capitals' if words[0].isupper() else kinds[0] if kinds else 'small'}")
    else:
        tell(f"{group}, share of words", kinds.count("word") / max(1, len(kinds)))
        tell(f"{group}, share of compounds", kinds.count("compound") / max(1, len(kinds)))
        tell(f"{group}, all are words", bool(kinds) and "unknown" not in kinds)
        tell(f"{group}, first is no word", bool(kinds) and kinds[0] == "unknown")
    tell("a place's name", len(words) == 1 and bool(lows) and lows[0] in places())
    small = sum(not w[:1].isupper() and w not in SMALL for w in words)
    tell(f"{group}, words in small letters", small / max(1, len(words)))
    tell("capitals among others", len(words) > 1 and any(w.isupper() and len(w) > 1 for w in words))
    tell("digits", any(c.isdigit() for c in candidate.name))
    tell("other characters", any(not (c.isalpha() or c in " -&.'’:") for c in candidate.name))
    if person:
        tell("first name known", bool(words) and is_first_name(words[0]))
        tell("surname known", bool(lows) and (lows[-1] in surnames() or lows[-1].removesuffix("s") in surnames()))
    tell(f"{group} ends like a street or a house", bool(lows) and NOT_SURNAME.search(lows[-1]) is not None)
    tell("has a title's word", any(title_word(w) is not None for w in lows))
    tell("ends like an office", bool(lows) and suffix_of(lows[-1]) is not None)
    before = BEFORE.search(text, max(0, start - 40), start)
    after = AFTER.match(text, end)
    left = before.group(1).lower() if before and "\n" not in text[before.end(1) : start] else ""
    right = after.group(1) if after and "\n" not in text[end : after.start(1)] else ""
    tell(f"{group}, opens", not left or left in ".:•–")
    tell(f"{group}, stands alone", not left and not right)
    tell(f"{group} after a title", title_word(left) is not None if left.isalpha() else False)
    tell(f"{group} after av, från, med", left in listed("agent"))
    tell(f"{group} after i, på, vid", left in listed("place"))
    tell(f"{group} after the word for a thing", left in listed("thing") or left.endswith(tuple(listed("thing-ending"))))
    tell("a number follows", right.isdigit())
    tell("a capital goes on", right[:1].isupper() and len(right) > 1)
    tell(f"{group}, a verb of doing follows", right.lower() in listed("does"))
    enumerated = left == "," or right == ","
    tell(f"{group} in a row of names", enumerated)
    if kind in LISTS:
        tell(f"{group} in a list")
    elif kind in (SectionKind.TITLE, SectionKind.ATTACHMENTS):
        tell(f"{group} in title or attachments")
    return told


@lru_cache(maxsize=1 << 14)
def kind_of(low: str) -> str:
    """`word` for a word of official prose, `compound` for one that two such words make, else `unknown`."""
    if low in lexicon():
        return "word"
    for cut in range(3, len(low) - 3):
        head, tail = low[:cut], low[cut:]
        if tail in lexicon() and (head in lexicon() or head.removesuffix("s") in lexicon()) and len(head) > 3:
            return "compound"
    return "unknown"


def probability(told: dict[str, float], table: dict[str, float]) -> float:
    """The logistic function of the weighted sum."""
    total = sum(table.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def settle(memo: Memo, found: list[Candidate], rules: list[Mention]) -> list[Mention]:
    """The candidates that are taken for parties, at every place where their names stand; rules: in order, kept."""
    outside = [c for c in found if not overlaps(rules, c.start, c.end) and plausible(c)]
    table = weights()
    counts = Counter(c.name.casefold() for c in outside)
    best: dict[str, tuple[float, Candidate]] = {}
    for candidate in outside:
        section = memo.section_at(candidate.start)
        seen = max(counts[candidate.name.casefold()], memo.text.count(candidate.name))
        told = features(memo, candidate, seen, section.kind if section else None)
        chance = probability(told, table) if table else UNKNOWN
        name = nominative(memo, candidate)
        key = name.casefold()
        if key not in best or chance > best[key][0]:
            best[key] = (chance, Candidate(candidate.start, candidate.end, name, candidate.type, candidate.sure))
    taken: list[Mention] = []
    free = bytearray(b"\1") * len(memo.text)
    for chance, candidate in sorted(best.values(), key=lambda b: (-b[0], b[1].start)):
        if chance < LEAST or _within_other(candidate, taken):
            continue
        for start, end in _stands(memo.text, candidate.name):
            if overlaps(rules, start, end) or 0 in free[start:end]:
                continue
            free[start:end] = bytes(end - start)
            title = title_beside(memo.text, start, end) if candidate.type == "person" else None
            taken.append(Mention(start, end, candidate.name, candidate.type, None, title, round(chance, 3)))
    return sorted(taken, key=lambda m: m.start)


def plausible(candidate: Candidate) -> bool:
    """Whether a candidate is worth weighing: a name has letters, a capital, and no more words than names have."""
    words = WORD.findall(candidate.name)
    letters = sum(c.isalpha() for c in candidate.name)
    if not words or letters < 3 or len(words) > 8 or not words[0][:1].isupper():
        return False
    if candidate.type == "person" and len(words) < 2:
        return False  # a surname alone stands for somebody who is named in full elsewhere
    lows = [w.lower() for w in words]
    if len(set(lows)) < len(lows) or lows[-1].endswith("-"):  # a table's column
        return False
    return listed("never").isdisjoint(lows) and not lows[-1].endswith(tuple(listed("never-ending")))


def nominative(memo: Memo, candidate: Candidate) -> str:
    """The name without a genitive s, told by what follows, or by the name's standing without it elsewhere."""
    name = candidate.name
    if (marked := re.fullmatch(r"(.+?)[:’'´]s?", name)) is not None:
        return marked.group(1)
    if not name.endswith("s") or len(name) < 5:
        return name
    bare = name[:-1].removesuffix(":")
    if re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", memo.text):
        return bare
    after = AFTER.match(memo.text, candidate.end)
    owned = after is not None and after.group(1) in listed("owned")
    return bare if owned else name


def _stands(text: str, name: str) -> list[tuple[int, int]]:
    """Where a name stands, with a genitive s or without."""
    shape = r"\s+".join(re.escape(word) for word in name.split())
    return [match.span() for match in re.finditer(rf"(?<![\w-]){shape}(?=(?::?s)?(?!\w))", text)]


def _within_other(candidate: Candidate, taken: list[Mention]) -> bool:
    """Whether a name is part of a longer one that is more certain: a surname, a company's first word."""
    low = candidate.name.casefold()
    return any(low != m.name.casefold() and f" {low} " in f" {m.name.casefold()} " for m in taken)


def title_beside(text: str, start: int, end: int) -> str | None:
    """The title that stands straight before a person's name, or after it between commas or at the line's end."""
    line = text[max(0, start - TITLE_SPAN, text.rfind("\n", 0, start) + 1) : start]
    words = line.split()
    for count in (3, 2, 1):
        if len(words) >= count and line.endswith(" "):
            told = title_of(" ".join(words[-count:]))
            if told is not None and title_word(words[-1]) is not None:
                return told
    match = re.match(r"(?:,[ ]|\n| \()([^,.;()\n]{3,60})(?=[,.;)\n]|$)", text[end : end + TITLE_SPAN + 10])
    return title_of(match.group(1)) if match else None
