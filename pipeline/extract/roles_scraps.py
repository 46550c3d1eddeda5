"""What stands among recipients without being one: words of a page's foot, sentences, stamps, letters of a picture."""

import re

from pipeline.extract.parties_mentions import Mention
from pipeline.extract.roles_lines import worn, worn_pattern
from pipeline.memo.memo import Memo, Section, SectionKind
from pipeline.read.page import ReadAs

# the words of a page's foot that an address or a number belongs under
FOOT = re.compile(
    r"(?:post|besöks|faktura|leverans|webb|hemsida|internet)?adress|besök|tele?fon|telefax|fax|tfn|tel|växel|e-?post|"
    r"e-?mail|webb(?:plats)?|hemsida|internet|org(?:anisations)?\W*(?:nummer|nr)|bankgiro|plusgiro|postgiro|sida|datum",
    re.IGNORECASE,
)
# what ends a list of recipients: the minutes' own end, or the page's foot with the sender's address
_END = worn_pattern(
    r"(?:vid protokollet|justera\w*|just\. ?(?:sign|datum)|"
    r"(?:ordförandens?|sekreterarens?|protokollsjusterar\w*) (?:sign\w*|underskrift)|underskrift\w*|"
    r"utdragsbestyrk\w*|utdrag(?:et|ets)? (?:riktighet )?bestyrk\w*|bestyrk\w*|(?:rätt|riktigt) (?:utdraget|avskrivet)|"
    r"elektroniskt|digitalt|signatur|paragrafen|"
    r"signera(?:d|de|t|ts|s)?(?= (?:av|digitalt|elektroniskt|den|\d)|\W*$)|"
    r"beslutet (?:är|har|kan|vinner|justeras|förklaras)|(?:detta )?dokument(?:et)? (?:är|har)|"
    r"godkän[dt] (?:digitalt|elektroniskt|av|den|[\dio]+)|"
    r"undertecknat? (?:digitalt|elektroniskt|av)|attesterad|"
    r"beslutad (?:digitalt|av)|(?:denna )?handling(?:en)? (?:är|har)|expedierat?\b|sign\b|utdraget)(?!\w)|"
    r"(?:ordförande|sekreterare)$"
)
SENTENCE = frozenset({"är", "har", "ska", "skall", "kan", "bifogas", "justeras", "justerad", "anses", "översänds",
                      "ökar", "minskar", "procent", "kronor", "tkr", "mnkr", "beräknas", "uppgår"})  # fmt: skip
PROSE = SENTENCE | {
    "att", "beslutar", "föreslår", "föreslås", "yrkar", "informerades", "begärt", "inte", "blir", "får", "var",
    "innebär", "beräknas", "gäller", "uppgår",
}  # fmt: skip
PAPERS = frozenset({SectionKind.ATTACHMENTS, SectionKind.DOCUMENTS})
LONG = 110  # characters of a block that is no entry of a list
TO_HIM = re.compile(r", att\.?:? (?=[A-ZÅÄÖ])")  # "Ek Vind AB, att Eva Ek"
SCRAP = re.compile(r"[A-ZÅÄÖ]{2,}[a-zåäö]+[A-ZÅÄÖ]{2,}|[a-zåäö][A-ZÅÄÖ]{2,}[a-zåäö]")  # what no name has: WKOnTUT


def ends_list(line: str) -> bool:
    """Whether a line that begins so ends a list of recipients."""
    return _END.match(worn(line.strip())) is not None


def is_scrap(memo: Memo, mention: Mention) -> bool:
    """Whether a recipient of no known kind is a stamp or letters read from a picture: COP, "Ekbyrgi: WKOnTUT"."""
    lone = len(mention.name) <= 3 and mention.name.isupper() and memo.text.count(mention.name) == 1
    return mention.type == "other" and (lone or SCRAP.search(mention.name) is not None)


def of_foot(tokens: list[str]) -> bool:
    """Whether most words are those of a page's foot: "Postadress Besöksadress Telefon"."""
    return 2 * sum(FOOT.fullmatch(t.strip(".:,|")) is not None for t in tokens) >= len(tokens)


def is_prose(line: str) -> bool:
    """Whether a line is a sentence of the memo's text, or part of one, and no entry of a list."""
    tokens = TO_HIM.sub(" ", line).split()
    return len(tokens) > 5 and not PROSE.isdisjoint(t.lower().rstrip(",") for t in tokens)


def is_torn(memo: Memo, section: Section) -> bool:
    """Whether a list of papers, in old text, holds the memo's own text: its heading stood in the margin and was read
    too early."""
    if section.kind not in PAPERS or memo.read_as == {ReadAs.DIGITAL}:
        return False
    blocks = memo.blocks_in(section.body, section.end)
    return sum(b.end - b.start > LONG and is_prose(memo.text[b.start : b.end]) for b in blocks) > 1


def is_sentence(tokens: list[str]) -> bool:
    """Whether one of the words is a verb that no name holds: "Underlaget bifogas"."""
    return not SENTENCE.isdisjoint(t.lower() for t in tokens)
