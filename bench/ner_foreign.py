"""Sentences of news and encyclopedias with names from all over the world: `ner_prose.txt`, filled with drawn names.

Labelled Swedish sets have few foreign persons, and what looks like no Swedish name was taken for an organisation.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import ner_names
from bench.ner_memos import SLOT, WORDS, Names, genitive
from bench.ner_noise import Sentence

TEMPLATES = Path(__file__).parent / "ner_prose.txt"
LABEL = {"FPER": "PER", "LAST": "PER", "FIRST": "PER", "WPLACE": "LOC", "WORG": "ORG"}
SHARE_LISTED = 0.5


class World:
    """Draws names of the whole world."""

    def __init__(self, shared: Path, rng: random.Random) -> None:
        self.rng = rng
        self.names = Names(shared, rng)
        by_label = {label: [n for n, x in ner_names.world().items() if x == label] for label in ("LOC", "ORG", "PER")}
        self.places, self.organisations = by_label["LOC"], by_label["ORG"]
        self.surnames = [n for n in by_label["PER"] if not ner_names.held_out(n)]

    def last(self) -> str:
        r = self.rng
        if r.random() < SHARE_LISTED:
            return r.choice(self.surnames)
        name = "".join(r.choice(WORDS[f"world_{part}"]) for part in ("begins", "middles", "ends"))
        return name if name[1] in "'c" else name[0] + name[1:].lower()

    def person(self) -> str:
        r = self.rng
        first = self.names.rng.choice(self.names.first) if r.random() < 0.6 else self.names.given()
        draw = r.random()
        middle = (
            r.choice((f" {r.choice('ABCDEFGHJKLMRSTW')}.", " de", " van", " von", " al", " Maria"))
            if draw < 0.12
            else ""
        )
        return f"{first}{middle} {self.last()}"

    def organisation(self) -> str:
        if self.rng.random() < 0.5:
            return self.rng.choice(self.organisations)
        pattern = self.rng.choice(WORDS["world_organisations"])
        while "{L}" in pattern or "{P}" in pattern:
            pattern = pattern.replace("{L}", self.last(), 1).replace("{P}", self.rng.choice(self.places), 1)
        return pattern

    def fill(self, slot: str) -> str:
        r = self.rng
        match slot:
            case "FPER":
                return self.person()
            case "LAST":
                return self.last() if r.random() < 0.8 else self.names.surname()
            case "FIRST":
                return self.names.given()
            case "WPLACE":
                return (
                    r.choice(self.places)
                    if r.random() < 0.75
                    else self.last() + r.choice(("", "ville", "grad", "burg"))
                )
            case "WORG":
                return self.organisation()
            case "ROMAN":
                return r.choice(("I", "II", "III", "IV", "V", "VI", "IX", "XII", "XVI"))
            case "WORK" | "PEOPLE":
                return r.choice(WORDS[slot.lower()])
            case _:
                return str(r.randint(1200, 2020) if slot == "YEAR" else r.randint(2, 900))


def prose(shared: Path, many: int, seed: int) -> list[Sentence]:
    """So many sentences; a king's number belongs to his name, as in UNER."""
    rng = random.Random(seed)
    world = World(shared, rng)
    lines = TEMPLATES.read_text(encoding="utf-8").splitlines()
    templates = [line for line in lines if line and not line.startswith("#")]
    found: list[Sentence] = []
    for _ in range(many):
        template = rng.choice(templates)
        text, at = "", 0
        spans: list[tuple[int, int, str]] = []
        for match in SLOT.finditer(template):
            text += template[at : match.start()]
            at = match.end()
            name = world.fill(match[1])
            start = len(text)
            text += genitive(name) if match[2] else name
            if match[1] == "ROMAN":
                spans[-1] = (spans[-1][0], len(text), "PER")
            elif match[1] in LABEL:
                spans.append((start, len(text), LABEL[match[1]]))
        found.append(Sentence(text + template[at:], tuple(spans), (), "world"))
    return found
