"""Numbers as Swedish memos write them: in digits, in words, and alone in a table's cell."""

import re
from decimal import Decimal
from functools import lru_cache

from pipeline.forms.alternation import lead_of
from pipeline.resources import table

SPACE = " \u00a0\u2007\u2009\u202f"
MINUS = "−–—-"
DIGITS = re.compile(
    rf"""(?P<whole>\d(?<!\w\d)(?:  # what may not stand before it is said after its first digit, for speed
        \d{{0,2}}(?:[{SPACE}]\d{{3}}){{1,4}}(?!\d)
      | \d{{0,2}}(?:\.\d{{3}}){{1,4}}(?!\d)
      | \d{{0,2}}(?:,\d{{3}}){{2,4}}(?!\d)
      | \d{{0,2}}(?:['’´]\d{{3}}){{1,4}}(?!\d)
      | \d{{0,11}}(?!\d)
    ))
    (?P<part>[,.]\d{{1,4}}(?!\d|[,.]\d)|:\d{{2}}(?![\d:]))?
    (?P<half>[{SPACE}]?½)?""",
    re.VERBOSE,
)
THREE = re.compile(r"\d{3}(?!\d)")
LETTERED = re.compile(rf"(?<!\w)(?:\d*[lIOo|S]\d*)+[{SPACE}]$")  # "l 250", "2O 500"
SERIAL = re.compile(rf"(?:(?<!\d)0\d+|\d{{5,}}|(?:nr|mål|dnr)\.? \d+)[{MINUS}]$")
DIGITS_BEFORE = re.compile(rf"(?P<joined>\S*?)(?P<run>\d+)(?P<stop>[.,]?)[{SPACE}]$")
SIGN_ENDS = MINUS + "+sS"  # a sign is one of these, or "minus"
CELL = re.compile(rf"\(?\s*[+{MINUS}]?\s*[\d][\d.,:'’´{SPACE}]{{0,24}}(?::?[{MINUS}])?\s*\)?[*¹²³]{{0,2}}")


MISWRITTEN = 0.4


def value_of(number: re.Match[str]) -> tuple[Decimal, float] | None:
    """The value of a match of `DIGITS` and how sure its reading is (0 to 1); None where it is no number ("007")."""
    whole, part = number["whole"], number["part"] or ""
    bare = whole if whole.isdecimal() else re.sub(r"\D", "", whole)
    if len(bare) > 1 and bare[0] == "0":
        if not re.fullmatch(r"0\.\d{3}", whole) or part:
            return None
        return Decimal(whole), 0.8  # 0.250: nobody groups thousands behind a nought
    sure = 1.0
    if part and len(part) == 4:
        sure = 0.8 if part[0] == "," else 0.5  # 1,250 may be English for 1 250
    if part[:1] == "." and (len(part) > 4 or "." in whole):
        sure = MISWRITTEN  # 295.000.0000: a digit too many, nobody knows which
    value = Decimal(bare + ("." + part[1:] if part else ""))
    return (value + Decimal("0.5") if number["half"] else value), sure


@lru_cache(maxsize=8192)
def parse_number(text: str) -> Decimal | None:
    """The number that a table's cell holds, None where it holds none, or anything besides.

    A minus may be any dash before the digits, brackets round them, or a hyphen after a grouped number.
    """
    cell = text.strip()
    if len(cell) > 40 or not CELL.fullmatch(cell):
        return None
    cell = cell.rstrip("*¹²³")
    bracketed = cell.startswith("(")
    if bracketed != cell.endswith(")"):
        return None
    cell = cell.strip("() ")
    sign = cell[0] if cell[0] in MINUS + "+" else ""
    cell = cell[len(sign) :].strip()
    if re.search(rf":[{MINUS}]$", cell):
        cell = cell[:-2].rstrip()
    number = DIGITS.match(cell)
    if number is None or number["half"]:
        return None
    rest = cell[number.end() :]
    behind = rest != "" and rest in MINUS and bool(re.search(r"\D", number[0]))
    if rest and not behind:
        return None
    if (number["part"] or "").startswith(":") and not number["part"].endswith("0"):
        return None  # a time or a property's number rather than kronor and öre
    read = value_of(number)
    if read is None or read[1] <= MISWRITTEN:
        return None
    negative = sign not in ("", "+") or bracketed or behind
    return -read[0] if negative else read[0]


def _alternatives(kind: str) -> str:
    words = [row["word"] for row in table("forms/data/amounts_number_words.csv") if row["kind"] == kind]
    return "|".join(sorted(words, key=len, reverse=True))


VALUES = {row["word"]: int(row["value"]) for row in table("forms/data/amounts_number_words.csv")}
_ONES, _TENS, _HUNDRED, _THOUSAND = (_alternatives(kind) for kind in ("unit", "ten", "hundred", "thousand"))
_PIECE = re.compile(f"{_TENS}|{_HUNDRED}|{_THOUSAND}|{_ONES}", re.IGNORECASE)
_WORD = rf"(?:{_TENS}|{_HUNDRED}|{_THOUSAND}|{_ONES}){{1,8}}"
_HALF = r"(?:och\s)?(?:en|ett)\s(?:halv|halvt|kvarts)|halvannan|halvtannat|trekvarts|en\strefjärdedels"
_LEAD = lead_of((*VALUES, "och", "en", "ett", "halv", "trekvarts"))  # of the words and halves
# "tre och en halv", "en halv", "tjugofem", "två hundra femtio": at most six words
WORDS = re.compile(
    rf"(?<!\w){_LEAD}(?:(?:{_HALF})|{_WORD}(?:\s{_WORD}){{0,4}}(?:\soch\sen\s(?:halv|kvarts))?)(?!\w)",
    re.IGNORECASE,
)
LOW_WORDS = re.compile(WORDS.pattern)  # the same, of a text in lower case


@lru_cache(maxsize=1024)
def value_in_words(text: str) -> Decimal | None:
    """The value of a match of `WORDS`; None where the words don't make a number ("fem två")."""
    words = " ".join(text.casefold().split())
    extra = Decimal(0)
    for ending, amount in (("halv", "0.5"), ("halvt", "0.5"), ("kvarts", "0.25")):
        for article in ("en", "ett"):
            if words == f"{article} {ending}":
                return Decimal(amount)
            if words.endswith(f" och {article} {ending}"):
                words, extra = words[: -len(f" och {article} {ending}")], Decimal(amount)
    fixed = {"halvannan": "1.5", "halvtannat": "1.5", "trekvarts": "0.75", "en trefjärdedels": "0.75"}.get(words)
    if fixed:
        return Decimal(fixed)
    total = group = 0
    last = 10_000  # the size of the piece before: pieces must shrink within a group
    pieces = _PIECE.findall(words)
    if sum(map(len, pieces)) != len(words.replace(" ", "")):
        return None
    for piece in pieces:
        value = VALUES[piece]
        if value == 1000:
            if total or (group and piece != "tusen"):
                return None
            total, group, last = (group or 1) * 1000, 0, 10_000
        elif value == 100:
            if group >= 20:
                return None
            group, last = (group or 1) * 100, 100
        else:
            size = 20 if value >= 20 else 10
            if size >= last or (group % 100 and value >= 10):
                return None
            group, last = group + value, size
    return Decimal(total + group) + extra
