"""What the head's fields are told from."""

import re
from dataclasses import dataclass

from pipeline.extract.head_lines import Label, Line
from pipeline.memo.memo import Memo

MEETING = re.compile(
    r"sammantr[äa]d|n[äa]mndm[öo]te|m[öo]tesdat|\bm[öo]te\b|justerin|anslag|giltig|reviderad|version|mall\b",
    re.IGNORECASE,
)
CONTACT = re.compile(r"\b(?:tel|tfn|telefon|mobil|direkt|e-?post|e-?mail|fax)\b|@|\d{2,4}[- ]\d{2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """All that the fields look at: the letterhead's lines with their labels, signatures, running heads and feet."""

    memo: Memo
    head: list[Line]
    labels: list[Label]
    signatures: list[Line]
    feet: list[Line]
    minutes: bool
