"""The labelled sets of `SHARED/ner` as sentences with entities, and sentences as spaCy documents of our own tokens.

PUD, the test part of Talbanken and that of swedish-ner-corpus are read here too, for measuring: training never asks
for them. Labels are PER, ORG and LOC in all sets; what a set has beside them (works, products, events) is no entity,
as in UNER, and what is neither here nor there (animals, "other" of SUC) gives no loss.
"""

import random
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.ner_names import world
from bench.ner_noise import Sentence
from pipeline.extract.tokens import WordTokenizer
from pipeline.forms.names_tables import places

LABELS = ("LOC", "ORG", "PER")
SUC = {"person": "PER", "place": "LOC", "inst": "ORG"}
SUC_UNKNOWN = frozenset({"animal", "myth", "other"})
DEV_SHARE = 10  # percent of the training sets, by checksum, that tell when to stop
CLOSE_BEFORE = frozenset(",.;:?!)%")
OPEN_AFTER = frozenset("(")
JOINED = 0.5  # share of documents of more than one sentence
MOST_JOINED = 6


def uner(path: Path) -> Iterator[Sentence]:
    """Sentences of a UNER file, in its own printed form."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, at = "", 0
        tags: list[tuple[int, int, str]] = []
        for line in block.splitlines():
            if line.startswith("# text = "):
                text = line[9:]
            elif line and not line.startswith("#"):
                columns = line.split("\t")
                start = text.index(columns[1], at)
                at = start + len(columns[1])
                tags.append((start, at, columns[2]))
        if text:
            yield Sentence(text, joined(tags), source="uner")


def joined(tags: list[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Entities of BIO tags that have places."""
    spans: list[tuple[int, int, str]] = []
    for start, end, tag in tags:
        if tag.startswith("B-") or (tag.startswith("I-") and not spans):
            spans.append((start, end, tag[2:]))
        elif tag.startswith("I-"):
            spans[-1] = (spans[-1][0], end, spans[-1][2])
    return tuple(s for s in spans if s[2] in LABELS)


def _set(words: list[str], tags: list[str], source: str, unknown: frozenset[str] = frozenset()) -> Sentence:
    """A sentence of words without spacing, and their BIO tags."""
    text = ""
    placed: list[tuple[int, int, str]] = []
    for word, tag in zip(words, tags, strict=True):
        if text and word not in CLOSE_BEFORE and text[-1] not in OPEN_AFTER:
            text += " "
        placed.append((len(text), len(text) + len(word), tag))
        text += word
    holes = tuple((s, e) for s, e, tag in placed if tag[2:] in unknown)
    return Sentence(text, joined(placed), holes, source)


def swedish_ner_corpus(path: Path) -> Iterator[Sentence]:
    """Sentences of swedish-ner-corpus; words of one label in a row are one entity, since it has no BIO."""
    words: list[str] = []
    tags: list[str] = []
    last = "0"
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split()
        if not columns:
            if words:
                yield _set(words, tags, "snc")
            words, tags, last = [], [], "0"
            continue
        word, tag = columns[0].replace("\xad", ""), columns[-1] if len(columns) > 1 else "0"
        if word:
            words.append(word)
            tags.append("O" if tag not in LABELS else ("I-" if tag == last else "B-") + tag)
        last = tag


def suc(path: Path) -> Iterator[Sentence]:
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# "):
            continue
        columns = line.split("\t")
        if len(columns) < 2:
            if words:
                yield _set(words, tags, "suc", SUC_UNKNOWN)
            words, tags = [], []
            continue
        mark, _, kind = columns[1].partition("-")
        for n, word in enumerate(columns[0].split()):  # "m fl" is one of its tokens
            words.append(word)
            first = mark == "B" and n == 0
            tags.append("O" if not kind else f"{'B' if first else 'I'}-{SUC.get(kind, kind)}")


def gold(shared: Path) -> tuple[list[Sentence], list[Sentence]]:
    """What may be trained on: the training part, and the part that tells when to stop."""
    folder = shared / "ner"
    sets = [
        *uner(folder / "uner/sv_talbanken-train.iob2"),
        *swedish_ner_corpus(folder / "swedish-ner-corpus/train_corpus.txt"),
        *suc(folder / "suc_fragment/sucx3_hard_sentences.tsv"),
    ]
    sets = [_grounded(s) for s in sets]
    train = [s for s in sets if not for_dev(s.text)]
    dev = [s for s in sets if for_dev(s.text) and s.source != "suc"]
    train += [s for s in sets if for_dev(s.text) and s.source == "suc"]
    return train, dev + list(uner(folder / "uner/sv_talbanken-dev.iob2"))


def _grounded(sentence: Sentence) -> Sentence:
    """Countries and towns are places, as in UNER, also where a set has them as those who act there or play for them."""
    spans = tuple(
        (s, e, "LOC" if label == "ORG" and _is_place(sentence.text[s:e]) else label) for s, e, label in sentence.spans
    )
    return replace(sentence, spans=spans)


def _is_place(name: str) -> bool:
    return any(
        world().get(form) == "LOC" or bool(places().get(form.casefold()) or places().get(form))
        for form in (name, re.sub(":?s$", "", name))
    )


def tests(shared: Path) -> dict[str, list[Sentence]]:
    """The sets that are only measured on."""
    folder = shared / "ner"
    return {
        "UNER Talbanken test": list(uner(folder / "uner/sv_talbanken-test.iob2")),
        "UNER PUD": list(uner(folder / "uner/sv_pud-test.iob2")),
        "swedish-ner-corpus test": list(swedish_ner_corpus(folder / "swedish-ner-corpus/test_corpus.txt")),
    }


def for_dev(text: str) -> bool:
    return zlib.crc32(text.encode()) % 100 < DEV_SHARE


def gathered(sentences: list[Sentence], rng: random.Random) -> list[Sentence]:
    """Neighbouring sentences put together to documents of one to six, since memos are read whole."""
    found: list[Sentence] = []
    i = 0
    while i < len(sentences):
        many = rng.randint(2, MOST_JOINED) if rng.random() < JOINED else 1
        text = ""
        spans: list[tuple[int, int, str]] = []
        holes: list[tuple[int, int]] = []
        for sentence in sentences[i : i + many]:
            if text:
                text += "\n\n" if rng.random() < 0.15 else " "
            at = len(text)
            text += sentence.text
            spans += [(s + at, e + at, label) for s, e, label in sentence.spans]
            holes += [(s + at, e + at) for s, e in sentence.unknown]
        found.append(Sentence(text, tuple(spans), tuple(holes), sentences[i].source))
        i += many
    return found


def example(vocab: Vocab, sentence: Sentence, rng: random.Random, forget: float = 0.0) -> Example:
    """A sentence to learn from. forget: the share of words whose class in the gazetteers is hidden from the model."""
    tokenizer = WordTokenizer(vocab)
    known, seen = tokenizer(sentence.text), tokenizer(sentence.text)
    if forget:
        for token in seen:
            if token.text[0].isupper() and rng.random() < forget:
                token.norm_ = token.lower_
    holes = [known.char_span(s, e, alignment_mode="expand") for s, e in sentence.unknown]
    spans = _distinct(known, sentence)
    taken = {i for s in spans for i in range(s.start, s.end)}
    open_ = {i for h in holes if h is not None for i in range(h.start, h.end)} - taken
    missing = [known[i : i + 1] for i in sorted(open_)]
    known.set_ents(spans, missing=missing, default="outside")
    return Example(seen, known)


def _distinct(doc: Doc, sentence: Sentence) -> list[Span]:
    """The entities as spans of tokens that don't overlap and neither begin nor end with white space."""
    spans: list[Span] = []
    for start, end, label in sentence.spans:
        text = sentence.text[start:end]
        start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
        if start >= end:
            continue
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and (not spans or spans[-1].end <= span.start) and not re.search(r"\n", span.text):
            spans.append(span)
    return spans
