"""The recogniser as a spaCy pipeline: how it is put together, trained and measured on a set."""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokenizer import Tokenizer
from spacy.training import Example
from spacy.util import compile_infix_regex, minibatch
from thinc.api import Adam, fix_random_seed

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import ner_vectors
from bench.ner_data import LABELS
from bench.ner_noise import Sentence
from pipeline.extract.tokens import WordTokenizer

SYMBOL = r"[^\w\s]"
WIDTH, DEPTH = 96, 4
BATCH_WORDS = 900
Counts = Counter[str]  # "right LABEL", "found LABEL", "true LABEL"; LABEL "any" where the label does not matter


def ner_config(width: int = WIDTH, depth: int = DEPTH) -> dict[str, Any]:
    return {
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "model": {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": "ner",
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "nO": None,
            "tok2vec": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": width,
                    "attrs": ["LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY"],
                    "rows": [5000, 2000, 1000, 2500, 2500, 4],
                    "include_static_vectors": True,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": width,
                    "depth": depth,
                    "window_size": 1,
                    "maxout_pieces": 3,
                },
            },
        },
    }


def blank(vectors: Path, classes: dict[str, str], width: int = WIDTH, depth: int = DEPTH) -> Language:
    """The pipeline before training: tokenizer, vectors, classes of words, and an empty `ner`."""
    nlp = spacy.blank("sv")
    # the same tokens as `pipeline.extract.tokens`: words, and every other character by itself
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules={},
        prefix_search=re.compile(f"^{SYMBOL}").search,
        suffix_search=re.compile(f"{SYMBOL}$").search,
        infix_finditer=compile_infix_regex([SYMBOL]).finditer,
        token_match=None,
        url_match=None,
    )
    set_classes(nlp, classes)
    nlp.vocab.vectors = ner_vectors.load(nlp.vocab, vectors)
    ner: Any = nlp.add_pipe("ner", config=ner_config(width, depth))
    for label in LABELS:
        ner.add_label(label)
    return nlp


def set_classes(nlp: Language, classes: dict[str, str]) -> None:
    """Tells the vocabulary the classes of words, which it keeps as their NORM."""
    lookups = Lookups()
    lookups.add_table("lexeme_norm", classes)
    nlp.vocab.lookups = lookups


def by_words(examples: list[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Batches of about so many words, in random order."""
    order = examples[:]
    rng.shuffle(order)
    batch: list[Example] = []
    words = 0
    for example in order:
        batch.append(example)
        words += len(example.predicted)
        if words >= BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


class Trainer:
    """Updates a pipeline's recogniser, and keeps a running average of its weights: that is measured and saved."""

    def __init__(self, nlp: Language, examples: list[Example], rate: float = 0.001, seed: int = 1) -> None:
        fix_random_seed(seed)
        self.nlp = nlp
        self.rng = random.Random(seed)
        if not nlp.get_pipe("ner").model.has_dim("nO"):  # type: ignore[attr-defined]
            nlp.initialize(lambda: examples[:200])
        nlp.vocab.vectors = ner_vectors.Remembered(nlp.vocab.vectors)
        self.optimizer = Adam(rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)

    def epoch(self, examples: list[Example], dropout: float, rate: float | None = None) -> float:
        """One time through the examples; the loss."""
        losses: dict[str, float] = {}
        if rate is not None:
            self.optimizer.learn_rate = rate  # type: ignore[assignment]
        for batch in by_words(examples, self.rng):
            self.nlp.update(batch, drop=dropout, sgd=self.optimizer, losses=losses)
        return losses.get("ner", 0.0)

    def save(self, folder: Path) -> None:
        """Writes the pipeline with its averaged weights."""
        remembered = self.nlp.vocab.vectors
        self.nlp.vocab.vectors = remembered.inner
        with self.averaged():
            self.nlp.to_disk(folder)
        self.nlp.vocab.vectors = remembered

    def averaged(self) -> Any:
        """Within it the pipeline has its averaged weights."""
        return self.nlp.use_params(self.optimizer.averages)


def found_in(nlp: Language, sentences: list[Sentence]) -> list[list[tuple[int, int, str]]]:
    """The entities found in each text, by places."""
    tokenizer = WordTokenizer(nlp.vocab)
    ner: Any = nlp.get_pipe("ner")
    found: list[list[tuple[int, int, str]]] = []
    for group in minibatch(sentences, 64):
        docs = [tokenizer(s.text) for s in group]
        for doc in ner.pipe(docs, batch_size=64):
            found.append([(e.start_char, e.end_char, e.label_) for e in doc.ents])
    return found


def count(sentence: Sentence, found: list[tuple[int, int, str]]) -> Counts:
    """What is right, found and true in one sentence, for each label and for spans of any."""
    counts: Counts = Counter()
    true = set(sentence.spans)
    for name, entities in (("true", true), ("found", set(found)), ("right", true & set(found))):
        counts.update(f"{name} {label}" for _, _, label in entities)
    places = {(s, e) for s, e, _ in true}, {(s, e) for s, e, _ in found}
    counts.update({"true any": len(places[0]), "found any": len(places[1]), "right any": len(places[0] & places[1])})
    return counts


def f1(counts: Counts, label: str) -> float:
    """`label` may be PER, ORG, LOC, `any` (spans, whatever their label) or `all` (spans with their labels)."""
    labels = LABELS if label == "all" else (label,)
    right, found, true = (sum(counts[f"{name} {x}"] for x in labels) for name in ("right", "found", "true"))
    return 2 * right / (found + true) if found + true else 0.0


def measure(nlp: Language, sentences: list[Sentence]) -> Counts:
    total: Counts = Counter()
    for sentence, found in zip(sentences, found_in(nlp, sentences), strict=True):
        total.update(count(sentence, found))
    return total


def decay(start: float, end: float, part: float) -> float:
    """A learning rate that falls in a straight line; part from 0 to 1."""
    return start + (end - start) * part
