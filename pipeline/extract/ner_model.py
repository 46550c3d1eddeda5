"""Which recogniser of names is used: found by the settings, loaded once a process, and known again by its files.

It is any spaCy pipeline that sets entities: ours (models/sv_memo_ner) or one that lupp.toml names.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import cast, get_args

import spacy
from spacy.language import Language

from pipeline.extract.ner_quick import Quick, quick
from pipeline.resources import model_path, table
from pipeline.settings import Ner
from pipeline.tables import PartyType

OURS = "sv_memo_ner"
# parts of a published pipeline that no entity rests on: leaving them out saves most of their time
NOT_NEEDED = (
    "tagger", "morphologizer", "parser", "senter", "sentencizer", "lemmatizer", "trainable_lemmatizer",
    "attribute_ruler", "textcat", "textcat_multilabel",
)  # fmt: skip
PARTS = ("meta.json", "config.cfg")  # what every spaCy pipeline's folder holds
TYPES = get_args(PartyType)


class State(StrEnum):
    """What became of the recogniser that the settings ask for."""

    READY = "ready"
    OFF = "off"
    MISSING = "missing"  # no such folder or package
    FOREIGN = "foreign"  # the folder is there, but holds no spaCy pipeline
    BROKEN = "broken"  # it is there, but can't be loaded
    NO_ENTITIES = "no_entities"  # it loads, but no part of it tells a person or an organisation


@dataclass(frozen=True, slots=True)
class Loaded:
    """A recogniser and its state. nlp: None unless ready. detail: what was asked for, or what went wrong.

    quick: the same recogniser, read without spaCy's layers, where it is ours.
    """

    state: State
    nlp: Language | None = None
    labels: tuple[tuple[str, PartyType], ...] = ()
    detail: str = ""
    quick: Quick | None = None


@cache
def default_labels() -> dict[str, str]:
    """What the labels of known recognisers (SUC, UNER, ours) mean; labels that name no party are left out."""
    return {row["label"]: row["type"] for row in table("extract/data/ner_labels.csv") if row["type"]}


@lru_cache(maxsize=4)
def load(ner: Ner) -> Loaded:
    """The recogniser that the settings name, loaded once a process. No model, however broken, makes it raise."""
    if ner.model == "off":
        return Loaded(State.OFF)
    where: str | Path = ner.model or model_path(OURS)
    name = ner.model or OURS
    if isinstance(where, Path) or Path(where).exists() or "/" in where:
        where = Path(where)
        if not where.exists():
            return Loaded(State.MISSING, detail=name)
        lacks = [needed for needed in PARTS if not (where / needed).is_file()]
        if lacks:
            return Loaded(State.FOREIGN if ner.model else State.MISSING, detail=f"{name} ({', '.join(lacks)})")
    elif not spacy.util.is_package(where):
        return Loaded(State.MISSING, detail=name)
    try:
        nlp = spacy.load(where, exclude=list(NOT_NEEDED))
        told = {label for labels in nlp.pipe_labels.values() for label in labels}
        made = None if ner.model else quick(nlp)
    except Exception as error:  # what a damaged or foreign pipeline raises, nobody can list
        return Loaded(State.BROKEN, detail=f"{name}: {type(error).__name__}: {error}"[:300])
    chosen: dict[str, str] = {**default_labels(), **dict(ner.labels)}
    known = tuple(sorted((label, cast(PartyType, kind)) for label, kind in chosen.items() if kind in TYPES))
    if told and told.isdisjoint(label for label, _ in known):  # a wrapped foreign model may not say which it has
        return Loaded(State.NO_ENTITIES, detail=f"{name}: {', '.join(sorted(told)) or '–'}")
    return Loaded(State.READY, nlp, known, quick=made)


def fingerprint(ner: Ner) -> str:
    """What the program's version gets where another recogniser than ours is asked for: `+ner-off`, `+ner-1a2b3c4d`.

    Empty for ours, whose files are in the program's own version. Another model, or other labels, gives another.
    """
    if ner == Ner():
        return ""
    if ner.model == "off":
        return "+ner-off"
    digest = hashlib.sha256(repr((ner.labels, "" if Path(ner.model).exists() else ner.model)).encode())
    folder = Path(ner.model)
    if ner.model and folder.is_dir():
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    elif ner.model:
        try:
            digest.update(version(ner.model).encode())
        except PackageNotFoundError:
            digest.update(b"missing")
    return f"+ner-{digest.hexdigest()[:8]}"
