"""Bytes of a text file become text. Old OCR programs wrote in the encodings of DOS, Mac and Windows, unsaid."""

import re
import unicodedata
from dataclasses import dataclass

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# In the order of how likely each is where two explain the letters equally well.
SINGLE_BYTE = ("cp1252", "cp850", "mac-roman", "iso8859-15")
SWEDISH = frozenset("åäöÅÄÖéÉüÜ")
SIGNS = frozenset("§–—’‘”“•…´`°½¼²³€£·«»¤©®±×µ\u00a0\u00ad")
# What UTF-8's å ä ö Å Ä Ö é § look like when they were taken for Windows' encoding and written as UTF-8 once more.
TWICE = re.compile("Ã[¥¤¶…„–©\u0085\u0084\u0096]|Â[§ °´²½\u00a0]")
SEVEN_BIT = str.maketrans("{|}[\\]", "äöåÄÖÅ")  # SIS 63 61 27, the Swedish ISO 646
SEVEN_BIT_INSIDE = re.compile(r"(?<=[A-Za-z])[{|}](?=[a-z])|(?<=[A-Z])[\[\\\]](?=[A-Z])")
CONTROLS = re.compile("[\x01-\x07\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
OVERSTRUCK = re.compile("[^\n]\b")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that it was read as, whether that was guessed, and how many NUL characters were left out."""

    text: str
    encoding: str
    guessed: bool
    nuls: int


def decode(data: bytes) -> Decoded:
    """The text of any bytes; never raises. Line ends become \\n, composed letters NFC, control characters go."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _clean(data[len(bom) :].decode(encoding, errors="replace"), encoding, guessed=False)
    wide = _without_bom(data)
    if wide:
        return _clean(data.decode(wide, errors="replace"), wide, guessed=True)
    nuls = data.count(0)
    data = data.replace(b"\0", b"")
    try:
        text, encoding, guessed = data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        text, encoding = _guess(data)
        guessed = True
    if len(TWICE.findall(text)) >= 2:
        text, guessed = TWICE.sub(_once, text), True
        encoding += " twice"
    elif _is_seven_bit(text):
        text, encoding, guessed = text.translate(SEVEN_BIT), "iso646-se", True
    done = _clean(text, encoding, guessed)
    return Decoded(done.text, encoding, guessed, nuls + done.nuls)


def _clean(text: str, encoding: str, guessed: bool) -> Decoded:
    nuls = text.count("\0")
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = text.split("\x1a", 1)[0] if text.rstrip("\x1a \n").count("\x1a") == 0 else text  # DOS' end of file
    text = CONTROLS.sub("", OVERSTRUCK.sub("", text).replace("\b", ""))
    return Decoded(unicodedata.normalize("NFC", text), encoding, guessed, nuls)


def _without_bom(data: bytes) -> str:
    """UTF-16 that does not say so: nearly every other byte is NUL, on one side only."""
    sample = data[:4096]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else ""


def _guess(data: bytes) -> tuple[str, str]:
    """The encoding whose letters look most like Swedish."""
    high = sum(byte > 0x7F for byte in data)
    loose = data.decode("utf-8", errors="replace")
    broken = loose.count("\ufffd")
    whole = sum(character > "\x7f" for character in loose) - broken
    if whole > 3 * broken:  # UTF-8 with a spoiled byte here and there
        return loose, "utf-8"
    best = ("", "", float("-inf"))
    for encoding in SINGLE_BYTE:
        text = data.decode(encoding, errors="replace")
        score = sum(_likeness(text, i) for i, character in enumerate(text) if character > "\x7f") / max(1, high)
        if score > best[2] + 1e-9:
            best = (text, encoding, score)
    return best[0], best[1]


def _likeness(text: str, index: int) -> float:
    """How natural the non-ASCII character at `index` is in Swedish text: a letter between letters, of their case."""
    character = text[index]
    if character in SIGNS:
        return 0.5
    if character not in SWEDISH:
        return -1.0 if unicodedata.category(character)[0] in "LSC" else 0.0
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    beside = before.isalpha() + after.isalpha()
    case = -1.0 if character.isupper() and before.islower() else 0.0
    return 1.0 + 0.25 * beside + case


def _once(match: re.Match[str]) -> str:
    """A letter that was encoded twice, decoded once more; as it stands where that is not possible."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return match[0].encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return match[0]


def _is_seven_bit(text: str) -> bool:
    """Whether { | } stand for ä ö å: inside words, all three kinds, and no other letter beyond ASCII anywhere."""
    if not text.isascii() or "{" not in text or "}" not in text:
        return False
    return len(SEVEN_BIT_INSIDE.findall(text)) >= 5
