"""The component `memo_ner`: a trained recogniser of names, beside the rules.

It reads the parts of a memo whose capitals the rules don't explain (`ner_parts`), with the memo's own tokens, and puts
what it takes for a person or an organisation in `doc.ents`; `doc.spans["memo_ner"]` holds the same with how sure the
recogniser is of each. What becomes of them is settled in `ner_settle`. Without a recogniser the rules work alone.
"""

from collections import defaultdict
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from pipeline.extract.ner_model import Loaded, load
from pipeline.extract.ner_parts import SPANS, parts
from pipeline.extract.parties_mentions import mentions_of
from pipeline.memo.memo import Memo
from pipeline.settings import Ner

BEAM = 8  # readings of a part that are weighed against each other
LEAST_SHARE = 0.1  # of the readings' weight: what fewer have is no candidate
NO_SCORE = 0.8  # how sure a recogniser is that doesn't tell (a KB-BERT, a list of names)


@Language.factory("memo_ner", default_config={"model": "", "labels": {}, "everywhere": False})
class MemoNer:
    """The component. everywhere: reads the whole text, for those who measure."""

    def __init__(self, nlp: Language, name: str, model: str, labels: dict[str, str], everywhere: bool) -> None:
        self.choice = Ner(model, tuple(sorted(labels.items())))
        self.everywhere = everywhere

    def __call__(self, doc: Doc) -> Doc:
        """Sets `doc.ents` and `doc.spans["memo_ner"]`; their labels are types of parties."""
        loaded = load(self.choice)
        memo: Memo | None = doc._.memo
        if loaded.nlp is None or memo is None or not len(doc):
            return doc
        chosen = parts(memo, mentions_of(doc), self.everywhere)
        found = recognise(loaded, doc, chosen)
        taken = bytearray(len(doc))
        kept: list[tuple[Span, float]] = []
        for span, sure in sorted(found, key=lambda f: (-f[1], f[0].start - f[0].end)):
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * len(span)
                kept.append((span, sure))
        kept.sort(key=lambda k: k[0].start)
        doc.ents = tuple(span for span, _ in kept)
        attributes = {"scores": [sure for _, sure in kept]}
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=[span for span, _ in kept], attrs=attributes)
        return doc


def recognise(loaded: Loaded, doc: Doc, chosen: list[tuple[int, int]]) -> list[tuple[Span, float]]:
    """The parties that a recogniser sees in some parts (start, end, in characters) of a text, and how sure it is."""
    assert loaded.nlp is not None
    told = doc.to_array(["LENGTH", "SPACY", "IS_SPACE"]).astype("int64")
    offsets = told[:, 0] + told[:, 1]
    offsets = offsets.cumsum() - offsets
    labels = dict(loaded.labels)
    pieces: list[Doc] = []
    places: list[list[int]] = []  # for each token of a piece, its number in doc
    token = 0
    for start, end in chosen:
        first, token = max(token, int(offsets.searchsorted(start))), int(offsets.searchsorted(end))
        numbers = [n for n in range(first, token) if not told[n, 2]]
        if numbers:
            spaces = [bool(doc[n].whitespace_) or n + 1 != m for n, m in zip(numbers, [*numbers[1:], -1], strict=True)]
            pieces.append(Doc(loaded.nlp.vocab, words=[doc[n].text for n in numbers], spaces=spaces))
            places.append(numbers)
    try:
        read = _weighed(loaded.nlp, pieces)
    except Exception:  # a pipeline that somebody else made, at a text that it doesn't stand
        return []
    found: list[tuple[Span, float]] = []
    for entities, numbers in zip(read, places, strict=True):
        for (first, end, label), sure in entities.items():
            kind = labels.get(label)
            if kind is not None:
                found.append((Span(doc, numbers[first], numbers[end - 1] + 1, label=kind), sure))
    return found


def _weighed(nlp: Language, pieces: list[Doc]) -> list[dict[tuple[int, int, str], float]]:
    """For each piece its entities as (first token, end, label), and the share of the readings that have them.

    A reading is one way to part the piece into names; the readings of a piece are weighed against each other.
    """
    recogniser: Any = nlp.get_pipe("ner") if "ner" in nlp.pipe_names else None
    if not hasattr(recogniser, "beam_parse"):
        read = nlp.pipe(pieces)
        return [{(e.start, e.end, e.label_): NO_SCORE for e in piece.ents} for piece in read]
    for name, pipe in nlp.pipeline:
        if name == "ner":
            break
        pieces = [pipe(piece) for piece in pieces]
    told: list[dict[tuple[int, int, str], float]] = []
    for beam in recogniser.beam_parse(pieces, beam_width=BEAM, beam_density=0.0001):
        here: dict[tuple[int, int, str], float] = defaultdict(float)
        for share, entities in recogniser.moves.get_beam_parses(beam):
            for entity in entities:
                here[entity] += float(share)
        told.append({entity: share for entity, share in here.items() if share >= LEAST_SHARE})
    return told
