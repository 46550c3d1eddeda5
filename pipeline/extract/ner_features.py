"""What is told of a name that only the recogniser sees: the features by which it is weighed.

Each is 0 to 1 (how sure the recogniser is: -1 to 1); persons and organisations have weights of their own, because
"after a title" tells for the one and against the other.
"""

import csv
import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast, get_args

from spacy.tokens import Doc

from pipeline.extract.ner_parts import SPANS, lexicon
from pipeline.forms.names_tables import places, suffix_of
from pipeline.forms.persons import NOT_SURNAME
from pipeline.forms.persons_registers import is_first_name, surnames
from pipeline.forms.titles import title_word
from pipeline.memo.memo import Memo, SectionKind
from pipeline.read.page import ReadAs
from pipeline.resources import model_path, table
from pipeline.tables import PartyType

TYPES = frozenset(get_args(PartyType))
MANY = 5  # restored words from which a text counts as one that lost its letters
NO_SCORE = 0.8  # how sure a recogniser is that doesn't tell
LISTS = frozenset({SectionKind.RECIPIENTS, SectionKind.SIGNATURES, SectionKind.LETTERHEAD})
SMALL = frozenset(
    {"i", "och", "&", "av", "för", "de", "von", "af", "van", "der", "på", "till", "vid", "om", "den", "-"}
)
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|&")
HYPHENED = re.compile(r"-[A-ZÅÄÖÉÜ][^\W\d_]+")  # the second half of a double surname
SURNAME = re.compile(r" ([A-ZÅÄÖÉÜ][a-zåäöéüø]{2,})(?!\w)")
# a definite noun that opens a sentence before somebody's two names: "Piercaren Anna Ek"
TITLE = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:aren|ören|isten|skan|ären|ogen|enten|anten|ikern|aten|arien|chefen|mannen) (?=\S+ \S)"
)
CLOSING = ' \t\n.,;:!?()[]"”'  # no name ends with them
LAST = re.compile(r"\s+(\S+)$")
BEFORE = re.compile(r"([^\W\d_]+|[^\w\s])\s*$")
AFTER = re.compile(r"\s*([^\W\d_]+|[^\w\s]|\d+)")


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
    memo: Memo | None = doc._.memo
    text = doc.text if memo is None else memo.text  # the same, but not put together anew
    for number, entity in enumerate(entities):
        if entity.label_ in TYPES:
            start, end = _whole(text, entity.start_char, entity.end_char, entity.label_ == "person")
            name = " ".join(text[start:end].split())
            sure = scores[number] if number < len(scores) else NO_SCORE
            found.append(Candidate(start, end, name, type_of(entity.label_, name), sure))
    return found


def _whole(text: str, start: int, end: int, person: bool) -> tuple[int, int]:
    """The name without "och" at its end, and with what was cut off: a surname, half of one; not its title."""
    if person and (rest := SURNAME.match(text, end)) is not None and kind_of(rest.group(1).lower()) != "word":
        end = rest.end()
    if (rest := HYPHENED.match(text, end)) is not None:
        end = rest.end()
    if person and (title := TITLE.match(text, start, end)) is not None:
        start = title.end()
    while end > start and text[end - 1] in CLOSING:
        end -= 1
    while (last := LAST.search(text[start:end])) is not None and _ordinary(last.group(1)):
        end = start + last.start()
    return start, end


def _ordinary(word: str) -> bool:
    """Whether a word goes on after a name rather than end it: "och", or a verb that a recogniser has swept along."""
    return word.lower() in SMALL or (word[:1].islower() and word in lexicon())


def type_of(label: str, name: str) -> PartyType:
    """The type of party: as the recogniser has it, or as the name's words tell where it only sees an organisation."""
    kind = cast(PartyType, label)
    words = WORD.findall(name.lower())
    if kind not in ("other", "person") or not words:
        return kind
    kinds: tuple[PartyType, ...] = ("company", "association")
    for told in kinds:
        if not listed(told).isdisjoint(words) or words[-1].endswith(tuple(listed(f"{told}-ending"))):
            return told
    if kind == "person" and words[0].endswith("firman"):
        return "company"
    return "other" if len(words) == 1 else kind


def features(memo: Memo, candidate: Candidate, seen: int, is_worn: bool) -> dict[str, float]:
    """What is told of a candidate beside its name. seen: how often its name stands in the memo; is_worn: see `worn`."""
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
    tell("worn", is_worn)
    tell("worn, unknown word", is_worn and any(kind_of(low) == "unknown" for low in name_words(candidate.name)))
    tell(f"{group}, recogniser", math.log(sure / (1 - sure)) / 4.6)
    lows = name_words(candidate.name)
    kinds = [kind_of(low) for low in lows]
    tell("a word of a company or a society", candidate.type in ("company", "association"))
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
    tell("after the word for a thing", left in listed("thing") or left.endswith(tuple(listed("thing-ending"))))
    tell("a number follows", right.isdigit())
    tell("a capital goes on", right[:1].isupper() and len(right) > 1)
    tell(f"{group}, a verb of doing follows", right.lower() in listed("does"))
    enumerated = left == "," or right == ","
    tell(f"{group} in a row of names", enumerated)
    section = memo.section_at(start)
    kind = section.kind if section else None
    if kind in LISTS:
        tell(f"{group} in a list")
    elif kind in (SectionKind.TITLE, SectionKind.ATTACHMENTS):
        tell(f"{group} in title or attachments")
    return told


def worn(memo: Memo) -> bool:
    """Whether letters of the memo may be wrong: it was read by OCR, or lost letters were given back."""
    return ReadAs.OCR in memo.read_as or sum(word.text != word.raw for word in memo.words) > MANY


@lru_cache(maxsize=1 << 14)
def kind_of(low: str) -> str:
    """`word` for a word of official prose, `compound` for one that two such words make, else `unknown`."""
    known = lexicon()
    if low in known:
        return "word"
    for cut in range(4, len(low) - 3):
        if low[cut:] in known and ((head := low[:cut]) in known or head.removesuffix("s") in known):
            return "compound"
    return "unknown"


def name_words(name: str) -> list[str]:
    """The words of a name in small letters, without i, och, för and the like."""
    return [low for w in WORD.findall(name) if (low := w.lower()) not in SMALL]


def probability(told: dict[str, float], table: dict[str, float]) -> float:
    """The logistic function of the weighted sum."""
    total = sum(table.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
