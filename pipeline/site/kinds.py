"""What a point is for those who read it: a proposal, a decision, or an earlier decision that is only mentioned.

What stands under Beslut in minutes is a row of kind `decision` also where it only proposes something to another body
(`proposed_to`). Nobody has decided that yet: to people it is a proposal. Exports say what the table says.
"""

from collections.abc import Mapping
from typing import Any

from pipeline.site.texts import Say

_COMMON = ("fullmäktige", "styrelsen", "styrelse", "nämnden", "nämnd", "utskottet", "utskott", "direktionen")


def kind_of(row: Mapping[str, Any]) -> str:
    """The kind of a row of `decisions` as it is shown, counted and filtered."""
    kind: str = row["kind"] or ""
    return "proposal" if kind == "decision" and row["proposed_to"] else kind


def badge(kind: str, proposed_to: str, say: Say) -> str:
    """What a point is called: `Förslag`, `Beslut`, `Tidigare beslut`, `Förslag till kommunfullmäktige`."""
    if proposed_to and kind == "proposal":
        return say("kind.onward", body=in_prose(proposed_to))
    return say(f"kind.{kind or 'memo'}")


def in_prose(body: str) -> str:
    """A body's name inside a sentence: kommunfullmäktige, but Nacka kommunfullmäktige."""
    words = body.split()
    common = bool(words) and words[-1].casefold().endswith(_COMMON) and (len(words) == 1 or words[0].endswith("-"))
    return body[:1].lower() + body[1:] if common else body
