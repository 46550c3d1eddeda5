"""The component `lupp_decisions`."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.facts import Facts
from pipeline.memo.memo import Memo


@Language.component("lupp_decisions")
def find_decisions(doc: Doc) -> Doc:
    memo: Memo = doc._.memo
    facts: Facts = doc._.facts
    del memo, facts
    return doc
