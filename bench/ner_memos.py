"""Memo sentences with made-up parties: the turns of phrase of `ner_memos.txt`, filled with drawn names.

Names come from the lists of `ner_names`, one part of them for training and the held-out part for tests, or are put
together as Swedes and their companies put them together; what is put together is parted by the same checksum. Nobody
is meant: a first name and a surname are drawn apart from each other.
"""

import random
import re
import sys
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import ner_names
from bench.ner_noise import Sentence
from pipeline.resources import table

TEMPLATES = Path(__file__).parent / "ner_memos.txt"
SLOT = re.compile(r"\{([A-Z]+)(\.g)?\}")
LABEL = {"PER": "PER", "COMP": "ORG", "ASSOC": "ORG", "AUTH": "ORG", "MUNI": "ORG", "PLACE": "LOC", "STREET": "LOC"}
OPEN = frozenset({"BODY", "ADMIN", "SCHOOL"})
WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def templates() -> tuple[str, ...]:
    lines = TEMPLATES.read_text(encoding="utf-8").splitlines()
    return tuple(x.replace("\\n", "\n").replace("\\t", "\t") for x in lines if x and not x.startswith("#"))


class Names:
    """Draws names; held: from the part that is kept for tests."""

    def __init__(self, shared: Path, rng: random.Random, held: bool = False) -> None:
        self.rng, self.held = rng, held
        first = ner_names.first_names(shared, held)
        self.first, self.first_weights = list(first), [c**0.5 for c in first.values()]
        last = ner_names.surnames(shared, held)
        self.last, self.last_weights = list(last), [c**0.5 for c in last.values()]
        self.places = ner_names.places(shared, held)
        self.authorities = [a for a in ner_names.authorities(shared, held) if not a.isupper()]
        self.municipalities = list(ner_names.municipalities(shared).values())
        self.regions = [r["region_name"] for r in ner_names.rows(shared / "gazetteer/regions.csv")]
        parts = [p for p in table("memo/data/restore_name_parts.csv") if p["place"] in ("first", "last")]
        self.begins = [p["part"] for p in parts if p["place"] == "first" and int(p["share"]) > 50]
        self.ends = [p["part"] for p in parts if p["place"] == "last" and int(p["share"]) > 50]

    def _mine(self, make: Callable[[], str]) -> str:
        """A name that is put together, of our own part."""
        for _ in range(60):
            name = make()
            if ner_names.held_out(name) is self.held:
                break
        return name

    def _joined(self, ends: list[str]) -> str:
        return (self.rng.choice(self.begins) + self.rng.choice(ends)).capitalize()

    def given(self) -> str:
        draw = self.rng.choices(self.first, self.first_weights)[0]
        if self.rng.random() < 0.08:
            other = self.rng.choices(self.first, self.first_weights)[0]
            return f"{draw}{self.rng.choice('- ')}{other}" if "-" not in draw + other else draw
        return draw

    def made(self) -> str:
        """A surname or a place that no list need have."""
        return self._mine(lambda: self._joined(self.ends))

    def surname(self) -> str:
        draw = self.rng.random()
        if draw < 0.45:
            name = self.rng.choices(self.last, self.last_weights)[0]
        elif draw < 0.75:
            name = self.made()
        elif draw < 0.85:
            given = self.rng.choices(self.first, self.first_weights)[0]
            name = self._mine(lambda: given + ("son" if given.endswith("s") else "sson"))
        elif draw < 0.93:
            name = self._mine(lambda: "".join(self.rng.choices(WORDS["syllables"], k=3)).capitalize())
        else:
            joint = self.rng.choice(" -")
            name = self.rng.choice(self.last) + joint + (self.made() if draw < 0.97 else self.rng.choice(self.last))
        return f"{self.rng.choice(('von', 'af', 'de'))} {name}" if self.rng.random() < 0.01 else name

    def person(self) -> str:
        draw = self.rng.random()
        if draw < 0.03:
            return f"{self.given()[0]}. {self.surname()}"
        if draw < 0.06:
            return f"{self.given()} {self.rng.choice('ABCEGHIKLMS')}. {self.surname()}"
        if draw < 0.09:
            return self.surname()
        return f"{self.given()} {self.surname()}"

    def place(self) -> str:
        return self.made() if self.rng.random() < 0.25 else self.rng.choice(self.places)

    def word(self) -> str:
        """What a company or a society may be called."""
        draw = self.rng.random()
        if draw < 0.4:
            return self._mine(
                lambda: "".join(self.rng.choices(WORDS["syllables"], k=self.rng.choice((2, 3)))).capitalize()
            )
        if draw < 0.7:
            return self.made()
        return self.rng.choice(self.last) if draw < 0.9 else self.rng.choice(self.places)

    def company(self) -> str:
        r = self.rng
        draw = r.random()
        branch, form = r.choice(WORDS["branch"]), r.choice(WORDS["forms"])
        if draw < 0.25:
            name = f"{self.word()} {branch} {form}"
        elif draw < 0.4:
            name = f"{genitive(self.surname())} {branch} {form}"
        elif draw < 0.55:
            name = f"{self.word()} {form}"
        elif draw < 0.63:
            name = f"AB {self.word()}"
        elif draw < 0.7:
            name = f"{self.place()} {branch} {form}"
        elif draw < 0.77:
            name = f"{self.word()}{branch.lower()} AB"
        elif draw < 0.83:
            name = f"{branch} & {r.choice(WORDS['branch'])} i {self.place()} AB"
        elif draw < 0.88:
            name = "".join(r.choices("ABCDEFGHIJKLMNOPRSTV", k=r.choice((2, 3)))) + f" {branch} {form}"
        elif draw < 0.93:
            name = f"{self.surname()} & {self.surname()} {branch} {form}"
        else:
            return self.word()
        return name

    def association(self) -> str:
        pattern = self.rng.choice(WORDS["clubs"])
        return pattern.replace("{P}", self.place()).replace("{W}", self.word()).replace("{S}", self.made())

    def municipality(self) -> str:
        return self.rng.choice(self.regions) if self.rng.random() < 0.15 else self.rng.choice(self.municipalities)

    def street(self) -> str:
        return self._mine(lambda: self._joined(WORDS["streets"]))

    def fill(self, slot: str) -> str:
        """What a slot is filled with."""
        r = self.rng
        match slot:
            case "PER":
                return self.person()
            case "COMP":
                return self.company()
            case "ASSOC":
                return self.association()
            case "AUTH":
                return r.choice(self.authorities)
            case "MUNI":
                return self.municipality()
            case "PLACE":
                return self.place()
            case "STREET":
                return self.street()
            case "BODY" | "ADMIN" | "TITLE" | "PROJECT" | "SCHOOL" | "PARTY":
                return r.choice(WORDS[slot.lower()])
            case _:
                return self.figures(slot)

    def figures(self, slot: str) -> str:
        """A date, a sum or another thing of digits, and what has a place's name but is none."""
        r = self.rng
        n = r.randint
        day, month, year = n(1, 28), n(1, 12), n(1992, 2026)
        written = f"{day} {WORDS['months'][month - 1]} {year}"
        estate = f"{r.choice(WORDS['trees'])} {n(1, 40)}", f"{self.place()} {n(1, 30)}:{n(1, 300)}"
        made = {
            "ESTATE": estate[r.random() < 0.6],
            "DATE": r.choice((written, f"{year}-{month:02}-{day:02}")),
            "DNR": f"{r.choice(('KS', 'SN', 'BUN', 'TN', 'KFN', 'MBN'))} {year}/{n(1, 999)}",
            "SUM": r.choice((f"{n(1, 900)} 000 kr", f"{n(1, 900)} 000 kronor", f"{n(1, 90)} mnkr")),
            "ORGNR": f"{n(55, 96)}{n(2000, 9999)}-{n(1000, 9999)}",
            "PHONE": f"0{n(10, 999)}-{n(10, 99)} {n(10, 99)} {n(10, 99)}",
            "ZIP": f"{n(100, 984)} {n(10, 99)}",
            "YEAR": str(n(1985, 2027)),
        }
        return made.get(slot, str(n(1, 250)))


def genitive(name: str) -> str:
    return name if name[-1] in "sxzSXZ" else name + "s"


def filled(template: str, names: Names) -> Sentence:
    """A template with its slots filled, and where the entities are."""
    text, at = "", 0
    spans: list[tuple[int, int, str]] = []
    holes: list[tuple[int, int]] = []
    for match in SLOT.finditer(template):
        text += template[at : match.start()]
        at = match.end()
        name = names.fill(match[1])
        start = len(text)
        text += genitive(name) if match[2] else name
        if match[1] in LABEL:
            spans.append((start, len(text), LABEL[match[1]]))
        elif match[1] in OPEN:
            holes.append((start, len(text)))
    text += template[at:]
    if text[:1].islower() and not text.startswith("att"):
        text = text[0].upper() + text[1:]
    return Sentence(text, tuple(spans), tuple(holes), "memo")


def memos(shared: Path, many: int, seed: int, held: bool = False) -> list[Sentence]:
    """So many generated sentences, all templates as often."""
    rng = random.Random(seed)
    names = Names(shared, rng, held)
    order = [t for _ in range(many // len(templates()) + 1) for t in rng.sample(templates(), len(templates()))]
    return [filled(template, names) for template in order[:many]]
