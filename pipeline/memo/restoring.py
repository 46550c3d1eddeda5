"""Letters are given back to the words of scans and old OCR texts, in reading order."""

import re
from itertools import pairwise

from pipeline.memo.layout import Piece, PieceKind, Token
from pipeline.read.page import ReadAs

# an ö before a hyphen is easily lost with it; an å that a paragraph sign was seen for
_SURELY = {"Milj-": "Miljö-", "milj-": "miljö-", "§r": "år", "§rs": "års", "§rets": "årets", "p§": "på", "f§r": "får"}
_SQUARED = re.compile(r"((?:.*/)?)m[?*’']([.,;:)]*)$")  # a raised 2
_FROM = frozenset(("fr", "Fr", "t", "fr.", "t."))
_DATED = re.compile(r"\d|den$|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|h[oöé6]st|v[aå]r|n[aä]sta", re.IGNORECASE)
_MORE = re.compile(r"(?:[a-zåäöé]{2}re|\bmer|\bfler|\bf[aä]rre|\banna[nt])$")  # lägre, annat: än follows
_ONES = frozenset("Il|!")
_MONTHS = frozenset(("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"))
_AREA = re.compile(r"\d$|^per$|/$")
_PRICE = re.compile(r"\d{1,3}(?:\.\d{3})+(?::?[-–—]+)?[.,;]?$")

try:
    from pipeline.memo.restore import restore_words
except ImportError:
    restore_words = None  # type: ignore[assignment,unused-ignore]


def restore(pieces: list[Piece], tokens: list[Token], read_as: dict[int, ReadAs]) -> None:
    """Changes the tokens' text and confidence in place. read_as: by page number.

    The halves of a word broken over two lines are restored as the whole word and parted again.
    """
    if restore_words is None:
        return
    if set(read_as.values()) == {ReadAs.DIGITAL} and True not in [token.picture for token in tokens]:
        return  # no letter was read by a machine
    by_kind: dict[ReadAs, list[tuple[int, int]]] = {}  # token, and the token with its second half or -1
    order = [w for piece in pieces for s in piece.segments() for w in s.words]
    starts = {s.words[0] for piece in pieces for s in piece.segments()}
    ends = {s.words[-1] for piece in pieces if piece.kind != PieceKind.ROW for s in piece.lines}
    n = 0
    while n < len(order):
        i = order[n]
        token = tokens[i]
        kind = ReadAs.OCR if token.picture else read_as[token.page]
        half = -1
        if i in ends and n + 1 < len(order) and is_broken(token.text, tokens[order[n + 1]].text):
            half = order[n + 1]
        if kind != ReadAs.DIGITAL:
            token.text = _SURELY.get(token.text, token.text)
            by_kind.setdefault(kind, []).append((i, half))
        n += 2 if half >= 0 else 1
    if ReadAs.TEXT in read_as.values():
        read_by_others = [i for i in order if read_as[tokens[i].page] is ReadAs.TEXT]
        _little(read_by_others, tokens)
        _areas(read_by_others, tokens)
    for kind, pairs in by_kind.items():
        texts = [tokens[i].text if h < 0 else tokens[i].text[:-1] + tokens[h].text for i, h in pairs]
        begin = frozenset(n for n, (i, _) in enumerate(pairs) if i in starts)
        for (i, half), new in zip(pairs, restore_words(texts, kind, begin), strict=True):
            if half < 0:
                if new.text != tokens[i].text and new.text.strip():
                    tokens[i].text = " ".join(new.text.split())
                tokens[i].confidence *= new.confidence
                continue
            cut = min(max(1, len(tokens[i].text) - 1), max(1, len(new.text) - 1))
            if len(new.text) > 1 and " " not in new.text:
                tokens[i].text, tokens[half].text = new.text[:cut] + "-", new.text[cut:]
            tokens[i].confidence *= new.confidence
            tokens[half].confidence *= new.confidence


def _little(order: list[int], tokens: list[Token]) -> None:
    """What a sign between two words must mean: `anbud 4 386.500:-` is `anbud å 386.500:-` (thousands with a point after
    a space are no part of the number), `fr om 1 juli` is `fr o m 1 juli`, `den | juli` the first of July (a day must
    stand between), `lägre n budget` is `lägre än budget`."""
    for before, at, after in zip(order, order[1:], order[2:], strict=False):
        text = tokens[at].text
        if len(text) > 2:
            continue
        last, following = tokens[before].text, tokens[after].text
        if text == "4":
            if last.isalpha() and last.islower() and _PRICE.match(following):
                tokens[at].text = "å"
        elif text in _ONES:
            if last.lower() == "den" and following.lower()[:3] in _MONTHS:
                tokens[at].text = "1"
        elif text == "om":
            if last in _FROM and _DATED.match(following):
                tokens[at].text = "o m"
        elif text == "n" and _MORE.search(last):
            tokens[at].text = "än"


def _areas(order: list[int], tokens: list[Token]) -> None:
    """`340 m?` and `kr per m?` are square metres."""
    for before, at in pairwise(order):
        token = tokens[at]
        squared = _SQUARED.match(token.text) if "m" in token.text else None
        if squared and (squared.group(1) or _AREA.search(tokens[before].text)):
            token.text = f"{squared.group(1)}m²{squared.group(2)}"


_SHORT_FIRST = frozenset(("it", "va", "gc", "tv", "pc", "hr", "gis", "vvs", "lss", "eu", "icke", "sms", "gps", "hvb"))
_BROKEN = frozenset(("eu-rop", "va-rit", "va-ror", "va-ran", "va-ten"))


# what a span is of: "oktober–" and on the next line "december"
_CALENDAR = re.compile(
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars?|april?|maj|jun[i]?|jul[i]?|aug(?:usti)?|(?:sept?|okt|nov|dec)(?:ember|ober)?"
    r"|mån|tis|ons|tors|fre|lör|sön|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|ar)?)"
)


def keeps_hyphen(first: str, second: str) -> bool:
    """Whether a hyphen is printed inside a line too: after an abbreviation, SL-trafiken, it-system; in a span of
    months."""
    bare = first[:-1]
    if len(bare) < 10 and _CALENDAR.fullmatch(bare.lower()) and _CALENDAR.fullmatch(second.rstrip(".,;:)").lower()):
        return True
    if bare.isupper() and len(first) < 8:
        return True
    return bare.lower() in _SHORT_FIRST and f"{bare}-{second[:3]}".lower() not in _BROKEN


def is_broken(first: str, second: str) -> bool:
    """True where a line's last word goes on in the next line's first: `Dalar-` and `nas`, not `barn-` and `och`."""
    if len(first) < 3 or first[-1] not in "-‐\u00ad¬" or not first[-2].isalpha() or not second[:1].islower():
        return False
    if keeps_hyphen(first, second):
        return False
    return second.strip(",;") not in (
        "och",
        "eller",
        "samt",
        "respektive",
        "resp",
        "resp.",
        "som",
        "till",
        "/",
        "men",
        "än",
        "o",
        "el",
        "el.",
    )
