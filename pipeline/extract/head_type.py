"""What kind of document it is: an officer's memo, minutes, or something else."""

import re

from pipeline.extract.head_lines import Line
from pipeline.forms.guard import guarded
from pipeline.memo.memo import Memo, SectionKind
from pipeline.resources import table
from pipeline.tables import DocumentType

_KINDS = {row["words"]: row["kind"] for row in table("extract/data/head_kinds.csv")}
_MINUTES = guarded(
    r"\b(?:utdragsbestyrkande|justera(?:nde|re)s? sign|justerandes? signatur|justeras sign|protokollsjustering"
    r"|sammantr[äa]desprotokoll|protokollsutdrag|vid protokollet|paragrafer §|justeringens plats|utdraget bestyrks"
    r"|bevis om anslag|anslagsbevis|protokoll f[öo]rt vid|r[äa]tt utdrag(?:et)?|utdrag(?:et)?s riktighet)\b",
    re.IGNORECASE,
)
_OWN_PARAGRAPH = re.compile(
    r"^(?:§|\$|[Pp]aragraf)\s?\d+(?:/\d{2,4})?(?![\d-])[.:]?|"
    r"^(?:[A-ZÅÄÖ]{2,5}|(?!Plan|Man|Den|Men|En)[A-ZÅÄÖ][a-zåäö]{0,2}n|K[sf]|Ksau|Au)"
    r"(?:[ /-]?[Aa][Uu])? ?§ ?\d+(?:/\d{2,4})?(?![\d-])"
)
# the first page of minutes whose letterhead does not say what they are
_FRONT = re.compile(r"\butses att justera\b|\banslag\s?/\s?bevis\b|\bprotokollet är justerat\b", re.IGNORECASE)
# what every officer's paper has a word of, letters lost or not
_OFFICE = re.compile(
    r"n.{1,2}mnd|styrelse|fullm.{1,2}ktige|f.{1,2}rvaltning|kommun|kontoret|utskott|region|direktion|\bstad(?:s|en)|"
    r"landsting|f.{1,2}rbund|\bdnr\b|diarie|handl.{1,2}ggare|tj.{1,2}nste|beslut|avdelning|enhet",
    re.IGNORECASE,
)
_FIRST = 2500  # characters that may be the first page
_PAGE = re.compile(r"[\s\d()\[\]/.:–-]+$|^\s*(?:sida|sid)\b.*$", re.IGNORECASE)


_OF_MINUTES = ("sida", "datum", "sammanträde", "fört ", "hållet ", "från sammanträde", "vid sammanträde")
# a body that decides, at the beginning of a line: what minutes without a heading have
_DECIDES = re.compile(
    r"^(?:[A-ZÅÄÖ][\w, -]{2,60}?)?(?:[Nn]ämnden|[Ss]tyrelsen|[Uu]tskottet|[Ff]ullmäktige|[Dd]irektionen) "
    r"(?:beslutar|beslutade|beslöt)\b[^.]{0,60}$",
    re.MULTILINE,
)


def own_paragraph(text: str) -> int:
    """Where the minutes' own § ends that the line begins with, 0 where it begins with something else."""
    match = _OWN_PARAGRAPH.match(text)
    return match.end() if match else 0


def kind_word(line: str) -> str | None:
    """`memo`, `minutes` or `other` where the line says no more than what the document is, else None."""
    plain = _PAGE.sub("", line.casefold()).strip(" .:-–|")
    return _KINDS.get(re.sub(r"\s+", " ", plain))


def _leading_kind(line: str) -> str | None:
    """The kind that a line begins with ("Protokoll 2026-05-20", "TJÄNSTESKRIVELSE Datum 2019-03-04")."""
    words = line.casefold().replace("\t", " ").split()
    for width in (3, 2, 1):
        kind = _KINDS.get(" ".join(words[:width]).strip(" .:-–|"))
        if kind:
            rest = " ".join(words[width:])
            if kind != "minutes" or not rest or rest[0].isdigit() or rest.startswith(_OF_MINUTES):
                return kind
    return None


def document_type(memo: Memo, head: list[Line], feet: list[Line]) -> DocumentType:
    """`memo` is what a document is held for unless more speaks for minutes, or it says itself that it is neither."""
    kinds = {section.kind for section in memo.sections}
    said = [
        kind
        for line in head
        for kind in (kind_word(line.text) or (not line.after_title and _leading_kind(line.text)),)
        if kind
    ]
    minutes = 0
    minutes += 3 * ("minutes" in said[:3])
    minutes += 2 * bool(
        _MINUTES.search("\n".join(line.text for line in head + feet)) or _MINUTES.search(memo.text[-1500:])
    )
    minutes += 4 * (len({m[0].casefold() for m in _FRONT.finditer(memo.text, 0, _FIRST)}) > 1)
    minutes += 2 * any(own_paragraph(line.text) > 0 for line in head[:12])
    minutes += SectionKind.DECISION in kinds or (
        SectionKind.PROPOSAL not in kinds and _DECIDES.search(memo.text) is not None
    )
    memo_like = 3 * ("memo" in said) + 2 * (SectionKind.PROPOSAL in kinds and SectionKind.DECISION not in kinds)
    if minutes >= 3 and minutes > memo_like:
        return "minutes"
    work = {SectionKind.PROPOSAL, SectionKind.DECISION, SectionKind.DOCUMENTS, SectionKind.RECIPIENTS}
    if "other" in said and not kinds & work and "memo" not in said:
        return "other"
    if not (said or kinds & work or _OFFICE.search(memo.text)):
        return "other"  # a shopping list, a letter: nobody's office stands in it
    return "memo"
