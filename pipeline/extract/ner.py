"""The component `memo_ner`: a trained recogniser of names, beside the rules.

It reads the parts of a memo whose capitals the rules don't explain (`ner_parts`), with the memo's own tokens, and puts
what it takes for a person or an organisation in `doc.ents`; `doc.spans["memo_ner"]` holds the same with how sure the
recogniser is of each. What becomes of them is settled in `ner_settle`. Without a recogniser the rules work alone.
"""

from collections import defaultdict
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

from pipeline.extract.ner_model import Loaded, load
from pipeline.extract.ner_parts import SPANS, parts
from pipeline.extract.parties_mentions import mentions_of
from pipeline.memo.memo import Memo
from pipeline.settings import Ner

BEAM = 8  # readings of a part that are weighed against each other
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
        kept = filter_spans([span for span, _ in found])
        doc.ents = tuple(kept)
        scores = {(span.start, span.end): score for span, score in found}
        ordered = sorted(kept, key=lambda span: span.start)
        attributes = {"scores": [scores[span.start, span.end] for span in ordered]}
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=ordered, attrs=attributes)
        return doc


def recognise(loaded: Loaded, doc: Doc, chosen: list[tuple[int, int]]) -> list[tuple[Span, float]]:
    """The parties that a recogniser sees in some parts (start, end, in characters) of a text, and how sure it is."""
    assert loaded.nlp is not None
    offsets = [token.idx for token in doc]
    labels = dict(loaded.labels)
    pieces: list[Doc] = []
    places: list[list[int]] = []  # for each token of a piece, its number in doc
    token = 0
    for start, end in chosen:
        while token < len(offsets) and offsets[token] < start:
            token += 1
        numbers: list[int] = []
        while token < len(offsets) and offsets[token] < end:
            if not doc[token].is_space:
                numbers.append(token)
            token += 1
        if numbers:
            spaces = [bool(doc[n].whitespace_) or n + 1 != m for n, m in zip(numbers, [*numbers[1:], -1], strict=True)]
            pieces.append(Doc(loaded.nlp.vocab, words=[doc[n].text for n in numbers], spaces=spaces))
            places.append(numbers)
    try:
        read = list(loaded.nlp.pipe(pieces))
        sure = _scores(loaded.nlp, read)
    except Exception:  # a pipeline that somebody else made, at a text that it doesn't stand
        return []
    found: list[tuple[Span, float]] = []
    for number, (piece, numbers) in enumerate(zip(read, places, strict=True)):
        for entity in piece.ents:
            kind = labels.get(entity.label_)
            if kind is not None:
                span = Span(doc, numbers[entity.start], numbers[entity.end - 1] + 1, label=kind)
                found.append((span, sure[number].get((entity.start, entity.end, entity.label_), NO_SCORE)))
    return found


def _scores(nlp: Language, docs: list[Doc]) -> dict[int, dict[tuple[int, int, str], float]]:
    """For each text by its number, the share of the recogniser's readings, by their weight, that have the entity."""
    told: dict[int, dict[tuple[int, int, str], float]] = defaultdict(dict)
    recogniser: Any = nlp.get_pipe("ner") if "ner" in nlp.pipe_names else None
    asked = [n for n, doc in enumerate(docs) if doc.ents]
    if not asked or not hasattr(recogniser, "beam_parse"):
        return told
    # anew, because a recogniser takes entities that are there already as settled
    fresh = [
        Doc(nlp.vocab, words=[t.text for t in docs[n]], spaces=[bool(t.whitespace_) for t in docs[n]]) for n in asked
    ]
    for name, pipe in nlp.pipeline:
        if name == "ner":
            break
        fresh = [pipe(doc) for doc in fresh]
    weighed = recogniser.beam_parse(fresh, beam_width=BEAM, beam_density=0.0001)
    for n, beam in zip(asked, weighed, strict=True):
        here = {(entity.start, entity.end, entity.label_): 0.0 for entity in docs[n].ents}
        for share, entities in recogniser.moves.get_beam_parses(beam):
            for entity in entities:
                if entity in here:
                    here[entity] += float(share)
        told[n] = here
    return told
