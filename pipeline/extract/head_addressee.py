"""Whom a memo is written to."""

import re

from pipeline.extract.facts import Field
from pipeline.extract.head_front import MEETING, Front
from pipeline.extract.head_halves import completed
from pipeline.extract.head_lines import Line, cells_of, value_places
from pipeline.extract.head_shapes import names_in, persons_in, plain_case
from pipeline.forms.names import expand
from pipeline.memo.memo import SectionKind
from pipeline.resources import toml

# a body whose name goes on after its kind: "Nämnden för arbete och välfärd", "Stadsdelsnämnden Norra Hisingen"
_LONG_BODY = re.compile(
    r"(?:[Tt]ill )?((?:[\w-]+,? ){0,3}?[\w-]*"
    r"(?:[Nn]ämnden?|[Uu]tskott(?:et)?|[Bb]eredningen|[Kk]ommittén|[Dd]elegationen|[Ss]tyrelsen(?= för )|"
    r"[Dd]irektionen(?= för ))"
    r"(?: (?:för|i|kring) (?:(?:[\w-]+,?|&) ){0,6}[\w-]+|(?<=delsnämnden)(?: [A-ZÅÄÖ][\w-]+){1,3}"
    r"|(?<!styrelsens)(?<!nämndens) [A-ZÅÄÖ][\w-]+(?:, [\w-]+){0,3},? (?:och|&) [a-zåäö-]+(?: [a-zåäö-]+)?"
    r"|(?:(?<=riftnämnden)|(?<=mrådesnämnden)|(?<=distriktsnämnden))(?: [A-ZÅÄÖ][\w-]+){1,2}))"
)
_STAMPED = re.compile(
    r"\b(?:ink(?:om(?:mit|met|men)?)?|ank(?:om)?|diarief(?:ö|o)rd|registrerad)\b[.:]?\s", re.IGNORECASE
)
_TILL = re.compile(r"^(?:till|mottagare|adressat)\b[:\s]*", re.IGNORECASE)
_KIND_TILL = re.compile(r"(?:tjänste\w+|skrivelse|utlåtande|beslutsförslag|missiv) till\s", re.IGNORECASE)
_BARE_BODIES = frozenset(toml("extract/data/head_words.toml")["bodies"]["bare"])


def find_addressee(front: Front) -> Field | None:
    """The body that the memo is written to; the first of several."""
    found = _addressee(front)
    return completed(front.memo, found) if found else None


def _addressee(front: Front) -> Field | None:
    if front.minutes:
        return None
    text = front.memo.text
    labelled = [label for label in front.labels if label.field == "addressee"]
    for label in labelled:
        for start, end in value_places(front.head, front.labels, label):
            said = text[start : _end_of_name(front, start, end)].replace("\n", " ")
            found = _body(said, start, 0.95, anyone=True) or _short_body(text[start:end], start)
            if found:
                return found
    head = [line for line in front.head if not line.after_title]
    spoken = {
        label.line
        for label in front.labels
        if label.field in ("meeting", "other", "object", "arrival") and not label.alone
    }
    stamped = {line.block.start for line in head if _STAMPED.search(line.text)}
    choices: list[tuple[float, int, Field]] = []
    for k, line in enumerate(head):
        if (
            k in spoken
            or MEETING.search(line.text)
            or (line.block.start in stamped and line.block.end - line.block.start < 160)
        ):
            continue
        joined = _with_next(head, k)
        body = _body(joined, line.start, 0.9)
        found = body or _short_body(line.text, line.start)
        if not found:
            continue
        rest = len(line.text.strip()) - (found.end - found.start)
        whole = rest <= 2 or "\n" in text[found.start : found.end]
        score = 0.9 if whole else 0.7
        if body is None:
            score -= 0.15  # what "KFN" stands for is told by the name that is written out
        if _reads_as_sender(head, k):
            score -= 0.35
        choices.append((score, k, found))
    if not choices:
        return _body_below_title(front)
    top = max(score for score, _, _ in choices)
    score, _, field = next(c for c in choices if c[0] == top)
    field.confidence = score
    return field


def _body_below_title(front: Front) -> Field | None:
    """A body that fills a line or a cell between the title and the text ("KS 2019/12 | Kommunstyrelsen")."""
    for line in front.head:
        if line.after_title and line.kind is SectionKind.LETTERHEAD:
            for text, start in cells_of(line):
                found = _body(text, start, 0.75)
                before = _KIND_TILL.match(text)
                if found and len(text) - (found.end - found.start) <= (before.end() if before else 6):
                    return found
    return None


def _with_next(head: list[Line], k: int) -> str:
    """The line, with the next two of its block where it plainly goes on ("Barn- och", "Kommunstyrelsens")."""
    text = head[k].text
    last = k
    while last + 1 < len(head) and last < k + 2 and head[last + 1].block is head[k].block:
        placed = _PLACED_BODY.match(head[last + 1].text) and _OF_A_PLACE.search(text)
        if not placed and not re.search(r"(?:\boch|-|,|\w{4,}s|för|(?:styrelsens|nämndens) [a-zåäö]+a)$", text):
            break
        last += 1
        text += "\n" + head[last].text
    return text


def _end_of_name(front: Front, start: int, end: int) -> int:
    """Where a labelled name ends that a narrow column breaks: "Till", "Kommunstyrelsens", "arbetsutskott"."""
    k = next((n for n, line in enumerate(front.head) if line.start <= start and line.end == end), None)
    if k is None or any(label.line == k + 1 for label in front.labels):
        return end
    below = front.head[k + 1] if k + 1 < len(front.head) else None
    if below is None or not (
        _GENITIVE.search(front.memo.text, start, end)
        or (_PLACED_BODY.match(below.text) and _OF_A_PLACE.search(front.memo.text, start, end))
    ):
        return end
    if below.block is not front.head[k].block or not below.text[:1].islower():
        return end
    return below.end


# a body of a body is to follow: "Kommunstyrelsens", "Kommunstyrelsens allmänna", "Regionstyrelsens hälso- och"
_GENITIVE = re.compile(
    r"(?:nämndens|styrelsens|fullmäktiges|utskottets)"
    r"(?: (?:[a-zåäö]+[ae]|(?:[a-zåäö]+-,? ){0,2}[a-zåäö]+-(?: och)?))?\Z",
    re.IGNORECASE,
)
_OF_A_PLACE = re.compile(r"(?:^|\s)[A-ZÅÄÖ][\w-]+\Z")
_PLACED_BODY = re.compile(
    r"(?:(?:stads|kommun)?(?:områdes|distrikts)|(?:stads|kommun)dels)nämnd(?!\w)"
)  # "Hägersten-Älvsjö", "stadsdelsnämnd"


def _body(text: str, start: int, sure: float, *, anyone: bool = False) -> Field | None:
    """The first body in the text. anyone: a label says that it is the addressee, so another's office will do."""
    plain = " ".join(text.split()).strip(" .:")
    whole = _LONG_BODY.fullmatch(plain_case(plain)) if len(plain) < 90 else None
    if whole and not persons_in(plain):
        at = re.search(r"\S+\s*\Z" if " " not in whole[1] else re.escape(whole[1].split()[0]), text, re.IGNORECASE)
        name = whole[1][0].upper() + whole[1][1:]
        return Field(name, start + (at.start() if at else 0), start + len(text.rstrip()), sure)
    names = names_in(text.replace("\n", " "))
    for kinds in (("body",), ("authority", "municipality", "region", "association", "company")):
        name = next((n for n in names if n.type in kinds), None)
        if name:
            return Field(name.name, start + name.start, start + name.end, sure)
        if not anyone:
            break
    return None


def _short_body(text: str, start: int) -> Field | None:
    """An abbreviation that stands alone as addressee: "KS", "Till BUN"."""
    word = _TILL.sub("", text.strip()).strip(" .:")
    if word.casefold() in _BARE_BODIES:
        return Field(word[0].upper() + word[1:].lower(), start, start + len(text.rstrip()), 0.8)
    full = expand(word) if word.isupper() and len(word) <= 6 else None
    return Field(full, start, start + len(text.rstrip()), 0.6) if full else None


def _reads_as_sender(head: list[Line], k: int) -> bool:
    """A body at the top of the head, or with the municipality's name just above (a stamp), and one below it, sends."""
    above = head[k - 1] if k and head[k - 1].block is head[k].block else None
    named = above is not None and any(n.type in ("municipality", "region") for n in names_in(above.text))
    return (k <= 1 or named) and any(n.type == "body" for line in head[k + 1 :] for n in names_in(line.text))
