"""The spaCy pipeline: `spacy.blank("sv")` and our components, each in its own file and registered by its name.

The order is the order of need: the memo's own date lets dates without a year be read, decisions need dates and §,
amounts and parties need decisions. A component takes a `Doc` whose `doc._.memo` is the `Memo` and fills
`doc._.facts`. `memo_ner` sets `doc.ents` by a trained recogniser of names, which `lupp_parties` weighs.
"""

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract import amounts, dates, decisions, head, links, ner, parties, privacy, references  # noqa: F401
from pipeline.extract.facts import Facts
from pipeline.extract.tokens import WordTokenizer, keep_looks
from pipeline.memo.memo import Memo
from pipeline.settings import Ner

OURS = Ner()
COMPONENTS = (
    "lupp_head",
    "lupp_references",
    "lupp_dates",
    "lupp_decisions",
    "lupp_amounts",
    "memo_ner",
    "lupp_parties",
    "lupp_privacy",
    "lupp_links",
)

if not Doc.has_extension("memo"):
    Doc.set_extension("memo", default=None)
    Doc.set_extension("facts", default=None)


@lru_cache(maxsize=4)
def build(recogniser: Ner = OURS) -> Language:
    """The pipeline, made once per process for each recogniser of names that is asked for."""
    nlp = spacy.blank("sv")
    nlp.tokenizer = WordTokenizer(nlp.vocab)
    keep_looks(nlp.vocab)  # all that our components ask of a token beside its text
    nlp.max_length = 100_000_000
    for name in COMPONENTS:
        config = {"model": recogniser.model, "labels": dict(recogniser.labels)} if name == "memo_ner" else {}
        nlp.add_pipe(name, config=config)
    return nlp


def find_facts(memo: Memo, recogniser: Ner = OURS) -> Facts:
    """All facts of one memo. No text, however made, makes it raise."""
    nlp = build(recogniser)
    doc = nlp.make_doc(memo.text)
    doc._.memo = memo
    doc._.facts = Facts()
    for _, component in nlp.pipeline:
        doc = component(doc)
    facts: Facts = doc._.facts
    return facts
