"""The component `lupp_decisions`: proposals, decisions of minutes, and earlier decisions."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.decisions_bodies import context_of
from pipeline.extract.decisions_earlier import find_earlier
from pipeline.extract.decisions_minutes import context_of_minutes, find_decided
from pipeline.extract.decisions_misread import with_att
from pipeline.extract.decisions_proposals import find_proposals
from pipeline.extract.facts import Facts
from pipeline.memo.memo import Memo
from pipeline.read.page import ReadAs


@Language.component("lupp_decisions")
def find_decisions(doc: Doc) -> Doc:
    """Fills `facts.decisions`, in reading order. Reads `facts.head`, `facts.dates` and `facts.references`."""
    memo: Memo = doc._.memo
    if memo.read_as != {ReadAs.DIGITAL}:
        memo = replace(memo, text=with_att(memo.text.replace("—", "–")))  # no Swedish memo means the long dash
    facts: Facts = doc._.facts
    context = context_of(facts.head)
    if facts.head.document_type == "minutes":
        context = context_of_minutes(memo, context)
        points = find_decided(memo, facts, context)
    else:
        points = find_proposals(memo, facts, context)
    earlier = find_earlier(memo, facts, context, points)
    facts.decisions = sorted([*points, *earlier], key=lambda d: (d.start, d.end))
    return doc
