"""More to learn from than people have labelled: other names in labelled sentences, and official prose.

Prose is labelled where two ways that know nothing of each other agree: a first recogniser, trained on the labelled
sets only, and the program's rules and gazetteers. Where they differ, and at each capital inside a sentence that
neither accounts for, the label is left open and gives no loss.
"""

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import ner_names
from bench.ner_foreign import World
from bench.ner_memos import Names, genitive
from bench.ner_model import found_in
from bench.ner_noise import Sentence
from bench.restore_material import paragraphs
from pipeline.forms.names import find_names
from pipeline.forms.persons import find_persons

INNER_CAPITAL = re.compile(r"(?<=[a-zåäö,;)] )[A-ZÅÄÖÉ]\w+")
SHORTEST, LONGEST = 60, 500
KEPT = 0.35  # share of the fitting paragraphs that are looked at
WORLD_SHARE = 0.5  # of persons and places put in, those outside Sweden


def swapped(sentence: Sentence, names: Names, world: World, rng: random.Random) -> Sentence:
    """The sentence with other persons and places in it, each of them with an even chance."""
    text, at = "", 0
    spans: list[tuple[int, int, str]] = []
    holes = list(sentence.unknown)
    if holes:
        return sentence
    for start, end, label in sentence.spans:
        old = sentence.text[start:end]
        new = old
        if rng.random() < 0.5 and re.fullmatch(r"[A-ZÅÄÖ][\w ]+", old):
            if label == "PER":
                foreign = rng.random() < WORLD_SHARE
                alone = world.last() if foreign else rng.choice((names.given(), names.surname()))
                new = (world.person() if foreign else names.person()) if " " in old else alone
            elif label == "LOC" and " " not in old:
                new = rng.choice(world.places) if rng.random() < WORLD_SHARE else names.place()
            if new != old and re.search(r"s$", old) and rng.random() < 0.7:
                new = genitive(new)
        text += sentence.text[at:start]
        spans.append((len(text), len(text) + len(new), label))
        text += new
        at = end
    return replace(sentence, text=text + sentence.text[at:], spans=tuple(spans))


def prose(shared: Path, rng: random.Random, many: int) -> list[str]:
    """Paragraphs of the corpus that name somebody inside a sentence."""
    fitting = [
        line.strip()
        for line in paragraphs(shared, held=False)
        if SHORTEST < len(line) < LONGEST and rng.random() < KEPT and INNER_CAPITAL.search(line)
    ]
    return rng.sample(fitting, min(many, len(fitting)))


def by_rules(text: str) -> set[tuple[int, int, str]]:
    """Persons and organisations that the program's rules find, those that are printed with a capital."""
    found = {(p.start, p.end, "PER") for p in find_persons(text)}
    for name in find_names(text):
        if text[name.start].isupper() and not any(s < name.end and name.start < e for s, e, _ in found):
            found.add((name.start, name.end, "ORG"))
    return found


def _places(text: str, places: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    for match in INNER_CAPITAL.finditer(text):
        if match[0] in places or match[0].removesuffix("s") in places:
            yield match.start(), match.end(), "LOC"


def silver(teacher: Language, shared: Path, seed: int, many: int) -> list[Sentence]:
    """So many paragraphs of official prose, labelled where teacher and rules agree."""
    rng = random.Random(seed)
    texts = prose(shared, rng, many)
    seats = (n for n in ner_names.municipalities(shared) if " " not in n)
    places = frozenset((*(n for n, label in ner_names.world().items() if label == "LOC"), *seats))
    guessed = found_in(teacher, [Sentence(t) for t in texts])
    found: list[Sentence] = []
    for text, entities in zip(texts, guessed, strict=True):
        told = by_rules(text) | set(_places(text, places))
        sure = sorted(set(entities) & told)
        unsure = (set(entities) | told) - set(sure)
        capitals = {(m.start(), m.end()) for m in INNER_CAPITAL.finditer(text)}
        holes = {(s, e) for s, e, _ in unsure} | capitals
        open_ = [h for h in holes if not any(s < h[1] and h[0] < e for s, e, _ in sure)]
        found.append(Sentence(text, tuple(sure), tuple(sorted(open_)), "silver"))
    return found
