"""The tokenizer of our spaCy pipeline: words, single other characters, and white space.

spaCy's own takes a time that grows with the square of the length on runs such as `((((`, which scans are full of
(lines of dots and dashes). Ours is linear, and its tokens give back the text exactly, so character offsets hold.
"""

import re
from typing import Any

from spacy.attrs import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab

# one space after a word is a mark on the word; more white space is a token
_TOKEN = re.compile(r"(\w+|[^\w\s]|\s+)( ?)")


class WordTokenizer:
    """Text to Doc; `doc.text` is the text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        found = _TOKEN.findall(text)
        return Doc(self.vocab, words=[word for word, _ in found], spaces=[space != "" for _, space in found])


def keep_looks(vocab: Any) -> None:
    """Lets spaCy find out no more of a word that it meets for the first time than whether it is white space.

    By default it asks some twenty of each (like a number? an address? a stop word?), which takes longer than all else
    that is done to make a memo's tokens.
    """
    vocab.lex_attr_getters = {IDS["IS_SPACE"]: vocab.lex_attr_getters[IDS["IS_SPACE"]]}
