"""The sentences of `ner_sentences.txt` with their entities."""

import re
from functools import cache
from pathlib import Path

from bench.ner_noise import Sentence

_NAME = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")


def parsed(line: str) -> Sentence:
    text, at = "", 0
    spans = []
    for match in _NAME.finditer(line):
        text += line[at : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        at = match.end()
    return Sentence((text + line[at:]), tuple(spans))


@cache
def sentences() -> tuple[Sentence, ...]:
    lines = (Path(__file__).parent / "ner_sentences.txt").read_text(encoding="utf-8").splitlines()
    return tuple(parsed(line.replace("\\n", "\n")) for line in lines if line and not line.startswith("#"))
