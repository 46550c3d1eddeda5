"""Words that name a paper: how an entry of a list of attachments or documents begins."""

import re
from functools import lru_cache

from pipeline.forms.names_tables import LOST
from pipeline.resources import toml

_DATA = toml("forms/data/papers.toml")


def _folded(text: str) -> str:
    return text.casefold().translate(LOST)


_ENDINGS = r"(?:et|en|n|t|na|a|ar|er|or|arna|erna|orna|s|ets|ens)?"
_WHOLE = re.compile("(?:" + "|".join(re.escape(_folded(x)) for x in _DATA["nouns"]) + ")" + _ENDINGS)
_COMPOUND = re.compile(
    r"[\w-]*(?:" + "|".join(re.escape(_folded(x)) for x in _DATA["nouns"] if x not in _DATA["whole"]) + ")" + _ENDINGS
)
_BEFORE = frozenset(_folded(x) for x in _DATA["before"])


def is_paper_word(word: str) -> bool:
    """True for a noun that names a paper: `avtal`, `Värdeutlåtandet`, `protokollsutdrag`."""
    plain = _folded(word.strip(".,:;()\"”'’"))
    return bool(plain) and len(plain) < 45 and (_WHOLE.fullmatch(plain) or _COMPOUND.fullmatch(plain)) is not None


@lru_cache(maxsize=2048)
def begins_with_paper(text: str) -> bool:
    """True where the text begins with such a noun, perhaps behind a genitive or an adjective: `Reviderat avtal`."""
    for word in text.split(maxsplit=3)[:3]:
        if is_paper_word(word):
            return True
        plain = _folded(word)
        if plain not in _BEFORE and not (plain.endswith("s") and len(plain) > 3):
            return False
    return False
