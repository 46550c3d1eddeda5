"""The component `lupp_decisions`: proposals, decisions of minutes, and earlier decisions."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.decisions_agenda import tell_matters
from pipeline.extract.decisions_bodies import context_of
from pipeline.extract.decisions_delegated import find_delegated
from pipeline.extract.decisions_earlier import find_earlier
from pipeline.extract.decisions_minutes import context_of_minutes, find_decided
from pipeline.extract.decisions_misread import with_att, with_marks
from pipeline.extract.decisions_proposals import find_proposals
from pipeline.extract.decisions_words import with_signs
from pipeline.extract.facts import Facts
from pipeline.memo.memo import Memo
from pipeline.read.page import ReadAs


@Language.component("lupp_decisions")
def find_decisions(doc: Doc) -> Doc:
    """Fills `facts.decisions`, in reading order. Reads `facts.head`, `facts.dates` and `facts.references`."""
    memo: Memo = doc._.memo
    signed = memo
    if memo.read_as != {ReadAs.DIGITAL}:
        text = with_att(memo.text.replace("—", "–"))  # no Swedish memo means the long dash
        memo = replace(memo, text=with_marks(text, (b.start for b in memo.blocks if b.marker == "att")))
        signed = replace(memo, text=with_signs(memo.text))
    facts: Facts = doc._.facts
    context = context_of(facts.head)
    if facts.head.document_type == "minutes":
        context = context_of_minutes(memo, context)
        points = find_decided(signed, facts, context)
    else:
        points = find_proposals(signed, facts, context)
        tell_matters(memo.text, points)
    earlier = find_earlier(memo, facts, context, points)
    if facts.head.document_type != "minutes":
        delegated = find_delegated(memo, facts)
        earlier += [d for d in delegated if not any(e.start < d.end and d.start < e.end for e in earlier)]
    facts.decisions = sorted([*points, *earlier], key=lambda d: (d.start, d.end))
    return doc
