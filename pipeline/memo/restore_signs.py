"""Signs and letters that an English OCR surely saw for others, whatever the word: til! for till, Timr& for Timrå.

Undone before a word's readings are sought, so that the rest of its letters can be.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.memo.restore_model import fold, model

# what within a word is always the same: milj66verket, L66f, Sj66, Petrovié, Ek-Sjé, Malmsjé, UIf, StahInacke
_SURE = re.compile(
    r"(?<=[A-Za-zÅÄÖåäö])66(?=[a-zåäö])|(?<=\b[BDFGHKLMNRST][jlnrv])66(?=s?\b)"
    r"|(?<=[oe]v)ié\b|(?<=[Ss]j)é(?=n?s?\b)|(?<=\b[A-HJ-ZÅÄÖ])I(?=[a-zåäö])"
    r"|(?<=[a-zåäöé])I(?=[a-zåäöé]|\b)"
)
_SURELY = {"66": "öö", "ié": "ić", "é": "ö", "I": "l"}
# Ahigren, Stahiberg; Meliqvist, Walistrém: an l between such letters
_IN_NAMES = re.compile(
    r"(?<=[aeouyåäöédAEOUÅÄÖ]h)i(?=(?:berg|gren|[qk]vist|str[oéöd6]m|mark|borg|sten|st[eéd]dt))"
    r"|(?<=[aeouyåäöé]l)i(?=(?:berg|gren|[qk]vist|str[oéöd6]m|mark|borg|sten)s?\b)"
)
USUAL = 6.0  # ln count of a word that may be printed with a capital inside another
_LAST = re.compile(r"([^\W\d_]{2,})([!&])([.,;:)]*)$")
_BACKSLASH = re.compile(r"^\\(?=[a-zåäöé]{3})")
_MORE = frozenset(("gå", "ga", "går", "gar", "gick", "gått", "gatt", "g4", "g&"))  # "gå miste om"
# words, as read, that are none: whole tokens but for a comma
_WORDS = {"dir": "där", "sit": "sitt", "til": "till", "gs": "ägs", "Dir": "Där", "Til": "Till", "vx!": "vxl",
          "Dp!": "Dpl", "dp!": "dpl", "1an": "lån", "til!": "till", "ti!l": "till", "ti!!": "till",
          "ti1l": "till"}  # fmt: skip
_LOAN = frozenset(("ett", "nytt", "nya", "kommunala", "upptaget", "det", "ta", "av", "för", "for", "fér", "och"))


def surely(texts: Sequence[str]) -> list[str]:
    """The words as read, without what a look at each alone tells to be a slip."""
    return [_SURE.sub(_undo, t) if "I" in t[1:] or "66" in t or "é" in t else t for t in texts]


def _undo(match: re.Match[str]) -> str:
    seen = match.group()
    if seen == "I" and len(match.string) - match.start() > 4:
        rest = re.match(r"[^\W\d_]+", match.string[match.start() :])
        number = model().number.get(rest.group().lower(), -1) if rest and match.start() > 1 else -1
        if number >= 0 and model().log_count[number] > USUAL:
            return seen  # HyresInfo
    return _SURELY[seen]


def worn(texts: Sequence[str]) -> list[str]:
    """The same for a text that is known to have lost letters, where more is a slip."""
    found = list(texts)
    for i, text in enumerate(texts):
        core = text.rstrip(".,;:")
        told = _WORDS.get(core)
        if told is not None and (text == core or text[len(core)] in ",;:"):
            found[i] = told + text[len(core) :]
        elif core == "miste" and not (i and texts[i - 1].lower() in _MORE):
            found[i] = "måste" + text[len(core) :]
        elif core == "Ian" and i and texts[i - 1].lower() in _LOAN and not "".join(texts[i + 1 : i + 2])[:1].isupper():
            found[i] = "lån" + text[len(core) :]
        elif text[-1:] in "!&.,;:)" or "hi" in text or "li" in text or text[:1] == "\\":
            found[i] = _mended(text)
    return found


@lru_cache(maxsize=50_000)
def _mended(text: str) -> str:
    """A word with a sign that stands for a letter: Ekdah!, Timr&, \\érdag, Ahigren."""
    text = _BACKSLASH.sub("l", text)
    if text[:1].isupper():
        text = _IN_NAMES.sub("l", text)
    last = _LAST.search(text)
    if last is None:
        return text
    word, sign, rest = last.groups()
    if sign == "&" and len(word) > 2:
        return text[: last.start(2)] + "å" + rest
    m = model()
    if sign == "!" and not m.alike(fold(word)) and m.alike(fold(word + "l")):
        return text[: last.start(2)] + "l" + rest
    return text
