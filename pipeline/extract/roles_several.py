"""Counterparties whom a point counts and a list names: "avtal med de fem föreningarna", and five rows of a table."""

import re
from collections.abc import Iterator

from pipeline.extract.parties_mentions import Mention, within
from pipeline.memo.memo import BlockKind, Memo, SectionKind
from pipeline.tables import PartyType

_WORDS = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_NUMBERS = {word: n for n, word in enumerate(_WORDS, 2)}
_COUNTED = re.compile(
    r"(?:avtal(?:en)?|kontrakt(?:en)?|överenskommelser?(?:na)?)\s+med\s+(?:de |dessa |följande |nämnda |berörda ){0,2}"
    rf"(?P<number>{'|'.join(_NUMBERS)}|\d\d?)\s+(?:[a-zåäö]+(?<!rn)a\s+)?(?P<whom>[a-zåäö]+)\b"
)
_WHOM: tuple[tuple[str, PartyType], ...] = (
    (r"(?:förening|klubb|byalag|samfällighet|organisation|stiftelse|kooperativ)(?:ar|er)?(?:na|en)?$", "association"),
    (r"(?:bolag|företag|åkeri|leverantör|entreprenör|anbudsgivare)(?:er|ar)?(?:na|en)?$", "company"),
    (r"kommuner(?:na)?$", "municipality"),
)
_LISTS = (BlockKind.LINES, BlockKind.ITEM)
_TEXT = (SectionKind.BODY, SectionKind.SUMMARY, SectionKind.PROPOSAL, SectionKind.DECISION)


def counted_counterparties(memo: Memo, mentions: list[Mention]) -> None:
    """Gives those of a list their role where a point makes contracts with as many of their kind as it names."""
    for section in memo.sections_of(SectionKind.PROPOSAL, SectionKind.DECISION):
        for said in _COUNTED.finditer(memo.text, section.body, section.end):
            number = _NUMBERS.get(said["number"]) or int(said["number"])
            kind = next((kind for ending, kind in _WHOM if re.search(ending, said["whom"])), None)
            for start, end in _stretches(memo) if kind and number > 1 else ():
                here = [m for m in within(mentions, start, end) if m.type == kind and _opens_line(memo, m)]
                if len({m.name for m in here}) == number:
                    for mention in here:
                        mention.roles.add("counterparty")
                    break


def _stretches(memo: Memo) -> Iterator[tuple[int, int]]:
    """Where tables and lists of the text stand."""
    yield from ((table.start, table.end) for table in memo.tables)
    for section in memo.sections_of(*_TEXT):
        first = last = -1
        for block in memo.blocks_in(section.body, section.end):
            if block.kind is BlockKind.LINES:
                yield block.start, block.end
            if block.kind in _LISTS:
                first, last = (first if first >= 0 else block.start), block.end
            elif first >= 0:
                yield first, last
                first = -1
        if first >= 0:
            yield first, last


def _opens_line(memo: Memo, mention: Mention) -> bool:
    """Whether nothing but an entry's number or bullet stands before the name on its line."""
    line = memo.text.rfind("\n", 0, mention.start) + 1
    return mention.start - line < 5 and not any(map(str.isalpha, memo.text[line : mention.start]))
