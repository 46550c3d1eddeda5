"""Fields of work, by which offices without a last part such as -förvaltningen are called: "Barn och utbildning"."""

import re
from functools import lru_cache

from pipeline.resources import toml

_DATA = toml("forms/data/fields.toml")
_BARE = str.maketrans("åäö", "aao")  # old OCR text may have lost the marks
_WORDS = frozenset(form for word in _DATA["words"] for form in (word, word.translate(_BARE)))
_ENDS = re.compile(f"{_DATA['ends']}|{_DATA['ends'].translate(_BARE)}")
_WHOLE = re.compile(r"[A-ZÅÄÖ][^\W\d]*(?:(?:,| och| &|-)? ?(?:[^\W\d]|-)+){0,5}")


def is_field_word(word: str) -> bool:
    """True for a word, in small letters, of which such names are made: `omsorg`, `samhälle`, `äldreomsorgen`."""
    return word in _WORDS or _ENDS.search(word) is not None


@lru_cache(maxsize=4096)
def is_field(text: str) -> bool:
    """True where the whole text is such a name: "Vård, omsorg och socialtjänst", "TEKNIK OCH SERVICE"."""
    words = re.findall(r"[a-zåäö]+", text.casefold())
    if not 0 < len(words) <= 7 or text.endswith((" och", "-", " för", " samt")):
        return False  # the name goes on in the next line
    return all(is_field_word(w) for w in words) and _WHOLE.fullmatch(text) is not None
