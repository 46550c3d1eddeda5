"""What the privacy table names is masked in everything that the site shows, wherever and however it is spelt.

The table holds only an expression's first two characters and its length. So each expression is found again where it
stands: a stretch of just that length, that begins so and has the shape of its kind. What it says is then learned from
the memo's text and masked in other spellings too: a number with other dashes or none, a name in capitals, with letters
lost, turned round or by its surname alone. Numbers that could be somebody's are masked whether a row names them or not.
Too much masked can be read in the original by whoever may; too little can't be taken back.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.forms.contacts import find_addresses, find_emails, find_phones
from pipeline.forms.identity import find_identities, find_possible
from pipeline.forms.persons_registers import is_first_name
from pipeline.memo.fold import near

MARK = "•"
Span = tuple[int, int]
Token = tuple[int, int, str]  # start, end, folded

_NUMBERS = ("personnummer", "samordningsnummer")
_DROPPED = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]|-\n")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NAME_WORDS = re.compile(r"[^\W\d_][\w.'’-]*(?:\s{1,3}[^\W\d_][\w.'’-]*){0,6}")
_PHONE = re.compile(r"[\d\s+()./–−‐‑-]+")
_BETWEEN_DIGITS = re.compile(r"[\s.,/+–−‐‑-]")
_IN_NUMBERS = " \t\n\r\u00a0\u2009\u202f.,/+()_–−‐‑-"
_BEFORE_NUMBERS = ("0046", "46", "19", "20", "18", "0")  # a country or a century
_READ_DIGITS = re.compile(r"[\dOoIl|]+")
_DIGIT = re.compile(r"\d")
_BREAK = re.compile(r"[.!?:;]\s|\n\s*\n")
_MOST_GAP = 3  # characters between two digits of one number, and between two words of one name
_MOST_WORDS = 8  # pieces that a name may have fallen into
_FINDERS = {"phone": find_phones, "email": find_emails, "address": find_addresses}


class _Fold(dict[int, str]):
    """Small letters without accents, one character for one; ä and å become a, ö becomes o."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFKD", chr(code))[:1].lower()
        self[code] = bare if len(bare) == 1 else chr(code)
        return self[code]


_FOLD = _Fold({0x2019: "'", 0xB4: "'"})


@dataclass(frozen=True, slots=True)
class _View:
    """A text without what can't be seen. folded: as long as text. at: where its characters stand in the source."""

    text: str
    folded: str
    at: tuple[int, ...] | None  # None: just there

    def source(self, start: int, end: int) -> Span:
        return (start, end) if self.at is None else (self.at[start], self.at[end - 1] + 1)


def _view(text: str) -> _View:
    if not _DROPPED.search(text):
        return _View(text, text.translate(_FOLD), None)
    kept = [True] * len(text)
    for match in _DROPPED.finditer(text):
        kept[match.start() : match.end()] = [False] * (match.end() - match.start())
    at = tuple(i for i, keep in enumerate(kept) if keep)
    bare = "".join(text[i] for i in at)
    return _View(bare, bare.translate(_FOLD), at)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the privacy table: what is known of the expression."""

    kind: str
    begins: str
    length: int

    def places(self, text: str) -> Iterator[Span]:
        """The stretches of the text that the row can mean."""
        folded, begins = text.translate(_FOLD), self.begins.translate(_FOLD)
        place = folded.find(begins)
        while place >= 0:
            end = place + self.length
            piece = text[place:end]
            if (
                len(piece) == self.length
                and piece == piece.strip()
                and self._alone(text, place, end)
                and self._shaped(piece)
            ):
                yield place, end
            place = folded.find(begins, place + 1)

    def _alone(self, text: str, start: int, end: int) -> bool:
        before, after = text[start - 1 : start], text[end : end + 1]
        if self.kind in _NUMBERS or self.kind == "phone":
            return not before.isdigit() and not after.isdigit()
        if self.kind == "person" and after == "s":  # the genitive's
            after = text[end + 1 : end + 2]
        return not before.isalnum() and not after.isalnum()

    def _shaped(self, piece: str) -> bool:
        digits = len(_DIGIT.findall(piece))
        if self.kind in _NUMBERS:
            bare = _BETWEEN_DIGITS.sub("", piece)
            return len(bare) in (10, 12) and digits >= 8 and _READ_DIGITS.fullmatch(bare) is not None
        if self.kind == "phone":
            return digits >= 7 and _PHONE.fullmatch(piece) is not None
        if self.kind == "email":
            return "@" in piece and not re.search(r"\s", piece)
        if self.kind == "address":
            return digits > 0 and any(match.start == 0 for match in find_addresses(piece))
        if self.kind == "person":
            words = piece.split()
            return words[0][0].isupper() and words[-1][0].isupper() and _NAME_WORDS.fullmatch(piece) is not None
        return True  # a kind that is not known yet: whatever stands there


class Masker:
    """Masks one document's texts. Any text of the document will do: its length and its white space stay."""

    def __init__(self, privacy: Iterable[tuple[str, str]], text: str = "") -> None:
        rows = {_Row(kind, masked[:2], len(masked)) for kind, masked in privacy}
        self._rows = tuple(sorted((row for row in rows if row.begins.strip(MARK + " ")), key=repr))
        self._numbers: set[str] = set()  # digits of personal numbers (ten) and of telephones (from the area code on)
        self._words: set[str] = set()  # e-mail addresses and parts of postal ones, folded
        self._names: set[tuple[str, ...]] = set()  # folded
        for row in self._rows:
            for start, end in row.places(text):
                self._learn(row.kind, text[start:end])

    def _learn(self, kind: str, said: str) -> None:
        if kind in _NUMBERS:
            digits = re.sub(r"\D", "", said.translate(str.maketrans("OoIl|", "00111")))[-10:]
            self._numbers.update({digits} if len(digits) == 10 else ())
        elif kind == "phone":
            self._numbers.add(_national(said))
        elif kind == "email":
            self._words.add(said.translate(_FOLD))
        elif kind == "address":
            self._words.update(p.strip().translate(_FOLD) for p in re.split(r"[,\n]", said) if re.search(r"\d", p))
        elif kind == "person" and (words := tuple(_TOKEN.findall(said.translate(_FOLD)))):
            self._names.add(words)

    def mask(self, text: str) -> str:
        """The text with every character of what must be masked, save white space, replaced by `•`."""
        while spans := self.spans(text):
            chars = list(text)
            for start, end in spans:
                chars[start:end] = [c if c.isspace() else MARK for c in chars[start:end]]
            masked = "".join(chars)
            if masked == text:
                break
            text = masked  # what stood beside something that is masked now may be told on its own
        return text

    def spans(self, text: str) -> list[Span]:
        """Where the text must be masked: start and end, in order, none overlapping another."""
        view = _view(text)
        found = [view.source(m.start, m.end) for m in (*find_identities(view.text), *find_possible(view.text))]
        if self._rows:
            for row in self._rows:
                found.extend(row.places(text))
            found.extend(view.source(*span) for span in self._elsewhere(view))
        return _united(found)

    def _elsewhere(self, view: _View) -> Iterator[Span]:
        """The same things in other spellings."""
        for row in self._rows:
            finder = _FINDERS.get(row.kind)
            for match in finder(view.text) if finder else ():
                if view.text.startswith(row.begins, match.start) and match.end - match.start == row.length:
                    yield match.start, match.end
        if self._numbers:
            yield from _numbered(self._numbers, view)
        for said in self._words:
            parts = [re.escape(part) for part in re.split(r"[\s,]+|(?=[@.])|(?<=[@.])", said) if part]
            pattern = r"[\s,]{0,3}".join(parts)
            for found in re.finditer(rf"(?<![^\W_]){pattern}(?![^\W_])", view.folded):
                yield found.span()
        if self._names:
            yield from _named(self._names, view)


def masker(privacy: Iterable[tuple[str, str]], text: str = "") -> Masker:
    """What masks one document. privacy: kind and text_masked of its rows; text: the memo's, for other spellings."""
    return Masker(privacy, text)


def _national(phone: str) -> str:
    """A telephone number's digits from the area code on, without its 0."""
    return re.sub(r"^(?:0046|46(?=\d{8})|0)", "", re.sub(r"\D", "", phone.replace("(0)", "")))


def _numbered(numbers: set[str], view: _View) -> Iterator[Span]:
    """Where the numbers stand, whatever stands between their digits, with the century or the country before them."""
    digits: list[str] = []
    at: list[int] = []
    last = -1
    for match in _DIGIT.finditer(view.text):
        place = match.start()
        between = view.text[last + 1 : place]
        if len(between) > _MOST_GAP or between.strip(_IN_NUMBERS):
            digits.append(" ")
            at.append(place)
        digits.append(str(int(match[0])))
        at.append(place)
        last = place
    row = "".join(digits)
    for number in numbers:
        place = row.find(number) if len(number) >= 7 else -1
        while place >= 0:
            before = next((b for b in _BEFORE_NUMBERS if row.endswith(b, 0, place)), "")
            yield at[place - len(before)], at[place + len(number) - 1] + 1
            place = row.find(number, place + 1)


def _named(names: set[tuple[str, ...]], view: _View) -> Iterator[Span]:
    """Where the names stand: whole, turned round, letters lost, with initials, or one of their words alone."""
    tokens: list[Token] = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(view.folded)]
    wholes = {
        "".join(order)
        for name in names
        for order in (name, (name[-1], *name[:-1]), (*(word[0] for word in name[:-1]), name[-1]))
    }
    singles = {word for name in names for word in name if len(word) >= 3}
    longest = max(map(len, wholes)) + 2
    for i, (start, _, word) in enumerate(tokens):
        joined, j = word, i
        while len(joined) <= longest:
            if joined in wholes or joined.removesuffix("s") in wholes:
                yield start, tokens[j][1] - (joined not in wholes)
            elif any(_same(joined, whole) for whole in wholes) and not _beside(view, tokens, i, j, joined, wholes):
                yield start, tokens[j][1]
            j += 1
            if j == len(tokens) or j - i >= _MOST_WORDS or _apart(view, tokens[j - 1], tokens[j]):
                break
            joined += tokens[j][2]
        bare = word if word in singles else word.removesuffix("s")
        if bare in singles and view.text[start].isupper() and not _anothers(view, tokens, i):
            yield start, start + len(bare)


def _beside(view: _View, tokens: list[Token], i: int, j: int, joined: str, wholes: set[str]) -> bool:
    """Whether the first or the last of words that resemble a name merely stands beside it: `i`, `och`, a number."""
    if j > i and any(view.text[start:end] in _SMALL_WORDS for start, end, _ in (tokens[i], tokens[j])):
        return True  # "från Anders" is not "Frå Anders" turned round
    first, last = view.text[tokens[i][0]], view.text[tokens[j][0]]
    if not first.isupper() and (first.isdigit() or any(_same(joined[len(tokens[i][2]) :], w) for w in wholes)):
        return True
    return j > i and not last.isupper() and any(_same(joined[: -len(tokens[j][2])], w) for w in wholes)


_SMALL_WORDS = frozenset(
    ("av", "den", "det", "efter", "eller", "en", "ett", "från", "för", "har", "hos", "i", "inför",
     "med", "mot", "och", "om", "på", "samt", "som", "till", "under", "ur", "utan", "vid", "åt")
)  # fmt: skip


def _apart(view: _View, first: Token, second: Token) -> bool:
    """Whether two words cannot belong to one name."""
    between = view.text[first[1] : second[0]]
    return len(between) > _MOST_GAP or (len(first[2]) > 1 and _BREAK.search(between) is not None)


def _same(joined: str, whole: str) -> bool:
    """Whether letters read are those of a name, a letter or two misread or lost."""
    if joined in (whole, whole + "s"):
        return True
    if (
        not joined
        or len(whole) < 7
        or abs(len(joined) - len(whole)) > 2
        or (joined[0] != whole[0] and joined[-2:] != whole[-2:])
    ):
        return False
    return near(joined.replace("rn", "m"), whole.replace("rn", "m"), 1 if len(whole) < 11 else 2)


def _anothers(view: _View, tokens: list[Token], i: int) -> bool:
    """Whether a name's word is part of another person's name, by the word before or after it."""
    start, end, _ = tokens[i]
    if i and view.text[tokens[i - 1][1] : start] == " ":
        word = view.text[tokens[i - 1][0] : tokens[i - 1][1]]
        if word.istitle() and is_first_name(word):
            return True
    if i + 1 == len(tokens) or view.text[end : tokens[i + 1][0]] != " ":
        return False
    following = view.text[tokens[i + 1][0] : tokens[i + 1][1]]
    return following.istitle() and len(following) > 1 and is_first_name(view.text[start:end])


def _united(spans: Iterable[Span]) -> list[Span]:
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united
