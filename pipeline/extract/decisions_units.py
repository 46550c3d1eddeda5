"""A stretch that may be a point or a lead-in, and the number or bullet that it begins with, also misread ones."""

import re
from dataclasses import dataclass

from pipeline.extract.actions import opens_with_infinitive, opens_with_present
from pipeline.extract.decisions_words import OPENS_ATT
from pipeline.memo.memo import Block, BlockKind

MARKER = re.compile(
    r"\s*(?:[_'‘’`|~.,:;^]{1,2}\s+(?=\(?\w{1,2}[.)]))?"
    r"(?P<mark>(?:[Pp]unkt\s+)?(?P<digits>\d{1,2}(?:\.\d{1,2})?)(?:[.):]{1,2}(?=\s)|\s[–-](?=\s[A-ZÅÄÖ][a-zåäö]))|"
    r"\(?(?P<paren>\d{1,2}|[a-zåäöA-H])\)(?=\s*\S)|"
    r"(?P<misread>\d{1,2}),(?=\s+att\s)|(?P<letter>[a-hA-H])[.](?=\s+[a-zåäöA-ZÅÄÖ])|(?:Cc[.)]|[^\w\s]{1,3}|\w[.):;,])(?=\s+att\s)|"
    r"(?!(?i:för|om|så|med|på|av|till|i|utan|genom|än|under|samt|och|dels|även)\b)\w[\w$|!]{0,4}\s(?=att\s)|"
    r"(?P<comma>\d{1,2}),(?=\s+[A-ZÅÄÖ][a-zåäö])|(?:[oe]c?|eo)(?=\s[A-ZÅÄÖ][a-zåäö]{2})|[lI|!i][.,)](?=\s+[A-ZÅÄÖ][a-zåäö])|"
    r"[•●▪◦‣·*–—-](?=\s)|(?P<bare>\d(?:\.\d{1,2}){0,2})(?=\s+(?:att\s|[A-ZÅÄÖ][a-zåäö])))\s*"
)

# a letter without its sign, or with what an OCR made of that or of the space behind it: "A förelägger", "C ° ge"
_BARE_LETTER = re.compile(r"\s*(?P<letter>[A-Ha-h])(?:[ \t\n]+|[.,)]?[ \t]?[.,_°–—~·:|*-]{1,2}[ \t\n]*)(?=[a-zåäö]{2})")

_NUMBERS = ("digits", "comma", "misread", "paren", "letter", "bare")  # groups of MARKER

_ALONE = re.compile(r"(\d{1,2})[.)]$")  # a number whose words stand in the next block

_LABEL = re.compile(r"\(?\s*(?P<value>\d{1,2}(?:\.\d{1,2})*|[a-zåäöA-ZÅÄÖ]|[ivx]{1,4}|[IVX]{1,4})\s*[.,):]*\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text: `text[start:end]`. content: where its own words begin, after a number or bullet."""

    start: int
    end: int
    content: int
    kind: BlockKind
    number: str | None = None
    bulleted: bool = False
    page: int = 1

    @property
    def listed(self) -> bool:
        return self.number is not None or self.bulleted


_DELS = re.compile(r"dels (?:ock |och )?(?=att )")

# a bullet's dirt, or the small letter that it was read as: "'e förlänga avtalet"
_JUNK = re.compile(r"(?:(?:(?:[^\w\s(§\"”’$]|_){1,3}\s*){1,3}|['‘’´`\"]?[eoc]['‘’´`.,:]?\s+)(?=[a-zåäö]{2})")


def begins_item(said: str) -> int:
    """How much of a stretch is its number or bullet, also a misread one before what is done; 0 where it has none."""
    match = MARKER.match(said)
    if match and match.end() > match.start():
        return match.end()
    junk = _JUNK.match(said)
    if junk and (opens_with_infinitive(said[junk.end() :]) or opens_with_present(said[junk.end() :])):
        return junk.end()
    dels = _DELS.match(said)
    return dels.end() if dels else 4 if said.startswith(OPENS_ATT) else 0


def unit_of(text: str, block: Block, start: int, end: int) -> Unit:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    number, bulleted, content = None, False, start
    marker = block.marker.strip()
    if block.kind is BlockKind.ITEM and start <= block.content <= end and block.start <= start:
        content = block.content
    label = _LABEL.fullmatch(marker) if marker else None
    if label:
        number = label["value"]
    elif marker and marker.lower() != "att":
        bulleted = True
    if not marker or marker.lower() == "att":
        match = _bare_letter(text, start, end) or MARKER.match(text, start, end)
        junk = None if match else _JUNK.match(text, start, end)
        if junk and (opens_with_infinitive(text[junk.end() : end]) or opens_with_present(text[junk.end() : end])):
            bulleted, content = True, junk.end()
        alone = _ALONE.match(text, start, end) if match is None else None
        if alone:
            number, bulleted, content = alone[1], False, end
        # "att" is content, whether it counts as the marker or not
        if match and match.end() <= end:
            number = next((match[n] for n in _NUMBERS if n in match.re.groupindex and match[n]), None)
            bulleted = number is None
            content = match.end()
        elif not (bulleted or alone):
            content = start
    else:
        again = MARKER.match(text, content, end)
        if again and bulleted and again["digits"]:
            number, bulleted, content = again["digits"], False, again.end()
    return Unit(start, end, min(content, end), block.kind, number, bulleted, block.page)


def _bare_letter(text: str, start: int, end: int) -> re.Match[str] | None:
    """A list's letter without its sign, where what is done follows: "B uppdrar åt chefen", "E - att 125 tkr"."""
    match = _BARE_LETTER.match(text, start, end)
    if match is None or match.end() == end:
        return None
    done = text[match.end() : end]
    return match if done.startswith(OPENS_ATT) or opens_with_present(done) or opens_with_infinitive(done) else None


def content_of(text: str, unit: Unit) -> int:
    """A marker that stood alone in its block is followed by its words in the next."""
    at = unit.content
    while at < len(text) and text[at].isspace():
        at += 1
    return at
