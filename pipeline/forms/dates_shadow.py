"""A text's shadow: the same length, so that offsets hold, but in lower case, with one kind of dash and space, and
with the digits that an OCR read as letters (`2l`, `2O12`) set right where only one reading is possible."""

import re

_FOLD = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " "),
    **{chr(c): chr(c + 32) for c in (*range(ord("A"), ord("Z") + 1), 0xC4, 0xC5, 0xD6, 0xC9)},
    "’": "'",
    "´": "'",
    "`": "'",
}
_SIGNS = [(sign, plain) for sign, plain in _FOLD.items() if not sign.isalpha()]
_TABLE = {ord(k): v for k, v in _FOLD.items()}

# a token of digits and the letters taken for them, with at least one real digit; a lone letter before a month
_MISREAD = re.compile(r"(?<![^\W_])(?=[\dlIO|]{2,8}(?![^\W_]|\|))(?=[lIO|]*\d)\d*[lIO|][\dlIO|]*")
_LONE = re.compile(
    r"(?:(?<=\bden )(?:[lI]{2}|[lI|])|(?:(?<=\btiden )|(?<=\bperioden ))[lI|])"
    r"(?= (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))"
)
_LONE_L = re.compile(r"(?<![^\W_])l(?= (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))")
# dirt that an OCR put between a day and its month; without it the month alone would be read
_SPECK = re.compile(r"(?<=\d)['\"*^](?= ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))")
# a paragraph that a page's or column's edge cut between a day and its month
_CUT = re.compile(
    r"(?:(?<=\bden \d)|(?<=\bden \d\d))\n\n"
    r"(?=(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6} (?:19|20)\d\d)"
)
# a dash as typewriters wrote it, and as an OCR reads a long one: "vecka 11--19"
_TWO_DASHES = re.compile(r"(?<=\w)--(?=\w)")
# what the patterns need, sooner looked for than they
_NEXT = re.compile(r"[lIO|](?:\d|(?<=\d.))")
_MONTH_BEHIND = re.compile(r"[lI|] (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)")
_DIGIT = str.maketrans("lI|O", "1110")


class Shadow(str):
    """The shadow as a string; `misread` are the offsets whose digits were set right."""

    __slots__ = ("misread",)
    misread: frozenset[int]


def _folded(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few signs grow in lower case
        return text.translate(_TABLE)
    for sign, plain in _SIGNS:
        if sign in lowered:
            lowered = lowered.replace(sign, plain)
    return lowered


def shadow_of(text: str) -> Shadow:
    """The text's shadow, of the same length."""
    misread: set[int] = set()

    def mend(match: re.Match[str]) -> str:
        misread.update(i for i in range(match.start(), match.end()) if not text[i].isdigit())
        return match.group().translate(_DIGIT)

    mended = text
    if _NEXT.search(text):
        mended = _MISREAD.sub(mend, mended)
    if _MONTH_BEHIND.search(text):
        mended = _LONE_L.sub(mend, _LONE.sub(mend, mended))
    folded = _folded(mended)
    if "'" in folded or '"' in folded or "*" in folded or "^" in folded:
        folded = _SPECK.sub(" ", folded)
    if "\n\n" in folded and "den " in folded:
        folded = _CUT.sub(" \n", folded)
    if "--" in folded:
        folded = _TWO_DASHES.sub("- ", folded)
    shadow = Shadow(folded)
    shadow.misread = frozenset(misread)
    return shadow
