"""The component `memo_ner`: a trained recogniser of names, beside the rules.

It reads the parts of a memo whose capitals the rules don't explain (`ner_parts`), with the memo's own tokens, and puts
what it takes for a person or an organisation in `doc.ents`; `doc.spans["memo_ner"]` holds the same with how sure the
recogniser is of each. What becomes of them is settled in `ner_settle`. Without a recogniser the rules work alone.
"""

import math
import re
from collections import defaultdict
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from pipeline.extract.ner_beam import LEAST, WIDTH, Piece, Reading
from pipeline.extract.ner_model import Loaded, load
from pipeline.extract.ner_parts import SPANS, parts
from pipeline.extract.parties_mentions import mentions_of
from pipeline.memo.memo import Memo
from pipeline.settings import Ner

LEAST_SHARE = 0.1  # of the readings' weight: what fewer have is no candidate
_WORD = re.compile(r"(?<!\w)\w+|[^\w\s]")  # a token of `tokens.py` that is no white space
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
    pieces, places = _pieces(doc._.memo.text, chosen)
    try:
        read = loaded.quick.read(pieces) if loaded.quick else _weighed(loaded.nlp, pieces)
    except Exception:  # a pipeline that somebody else made, at a text that it doesn't stand
        return []
    labels = dict(loaded.labels)
    found: list[tuple[Span, float]] = []
    for entities, words in zip(read, places, strict=True):
        for (first, end, label), sure in entities.items():
            kind = labels.get(label)
            if kind is not None and sure >= LEAST_SHARE:
                span = doc.char_span(words[first][0], words[end - 1][1], label=kind)
                assert span is not None  # these words are the document's tokens
                found.append((span, sure))
    return found


def _pieces(text: str, chosen: list[tuple[int, int]]) -> tuple[list[Piece], list[list[tuple[int, int]]]]:
    """The words that begin in some parts (start, end) of a text, as its tokenizer has them; and where each stands."""
    pieces: list[Piece] = []
    places: list[list[tuple[int, int]]] = []
    for start, end in chosen:
        here: list[tuple[int, int]] = []
        for match in _WORD.finditer(text, start):
            if match.start() >= end:
                break
            here.append(match.span())
        if here:
            piece = [(text[a:b], text[b : b + 1].isspace()) for a, b in here]
            piece[-1] = (piece[-1][0], True)
            pieces.append(piece)
            places.append(here)
    return pieces, places


def _weighed(nlp: Language, pieces: list[Piece]) -> list[Reading]:
    """For each piece its entities as (first token, end, label), and the share of the readings that have them.

    A reading is one way to part the piece into names; the readings of a piece are weighed against each other.
    """
    docs = [Doc(nlp.vocab, words=[w for w, _ in piece], spaces=[space for _, space in piece]) for piece in pieces]
    recogniser: Any = nlp.get_pipe("ner") if "ner" in nlp.pipe_names else None
    if not hasattr(recogniser, "beam_parse"):
        return [{(e.start, e.end, e.label_): NO_SCORE for e in doc.ents} for doc in nlp.pipe(docs)]
    for name, pipe in nlp.pipeline:
        if name == "ner":
            break
        docs = [pipe(doc) for doc in docs]
    told: list[Reading] = []
    for beam in recogniser.beam_parse(docs, beam_width=WIDTH, beam_density=math.exp(LEAST)):
        here: Reading = defaultdict(float)
        for share, entities in recogniser.moves.get_beam_parses(beam):
            for entity in entities:
                here[entity] += float(share)
        told.append(dict(here))
    return told
