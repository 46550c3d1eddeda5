"""A whole memo as digital text, from its pages to its facts, round a paragraph that a test gives."""

from pipeline.extract.facts import Facts
from pipeline.extract.pipeline import find_facts
from pipeline.memo.build import find_memos
from tests.memo.typeset import plain

FRAME = """\
Ekby kommun TJÄNSTESKRIVELSE
Kommunledningskontoret 2019-10-14
Dnr KS 2019/123

{addressee}

Ny taxa för renhållningen

Förslag till beslut

{addressee} beslutar godkänna förslaget.

Ärendet

{body}

Anna Lind
Förvaltningschef
"""


def facts_of(body: str, addressee: str = "Socialnämnden") -> Facts:
    """The facts of a memo of 14 October 2019 with this paragraph under Ärendet."""
    return find_facts(find_memos([plain(FRAME.format(body=body, addressee=addressee))])[0])
