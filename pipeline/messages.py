"""What the program says to people, in Swedish or English. The words stand in `data/messages.toml`."""

import os
import shlex
from collections.abc import Iterable
from typing import Literal

from pipeline.errors import LEVELS, Kind, Level, Problem
from pipeline.resources import toml

Lang = Literal["sv", "en"]


def called() -> str:
    """The command as the person called it, so that what a message tells can be typed: a checkout's script says its name
    in LUPP_CALLED."""
    return shlex.quote(os.environ.get("LUPP_CALLED") or "lupp")


def say(key: str, lang: Lang, **parts: object) -> str:
    """The message `section.name` in a language, its {parts} filled in. An unknown key is a fault of the program."""
    section, name = key.split(".")
    text: str = toml("data/messages.toml")[section][name][lang]
    return text.format(lupp=called(), **parts)


_RANK = {Level.FAILED: 0, Level.SKIPPED: 1, Level.REVIEW: 2, Level.NOTE: 3}


# whose message ends in a number: it stands without brackets
BARE = frozenset(
    (
        *(Kind.LOW_OCR, Kind.LETTERS_RESTORED, Kind.UNSURE_ROWS, Kind.UNCONFIRMED, Kind.TEXT_ONLY),
        *(Kind.UNREAD_NUMBERS, Kind.NUMBERS_LEFT_OUT),
    )
)


def describe(problems: Iterable[Problem], lang: Lang) -> str:
    """All problems of a document on one line, worst first; the same problem on several pages is told once."""
    grouped: dict[tuple[int, str, str], list[int]] = {}
    for problem in sorted(set(problems), key=lambda p: (_RANK[LEVELS[p.kind]], p.stage, p.page or 0, p.kind, p.detail)):
        bare = problem.kind in BARE
        told = _detail(problem, lang)
        detail = told if bare or not told else f" ({told})"
        text = say(f"problem.{problem.kind.value}", lang, detail=detail)
        pages = grouped.setdefault((_RANK[problem.level], problem.kind.value, text), [])
        if problem.page is not None:
            pages.append(problem.page)
    parts = []
    for (_, _, text), pages in grouped.items():
        if not pages:
            parts.append(text)
        elif len(pages) == 1:
            parts.append(say("page.one", lang, page=pages[0], text=text))
        else:
            parts.append(say("page.many", lang, pages=spans(pages), text=text))
    return " ".join("; ".join(parts).split())


def _detail(problem: Problem, lang: Lang) -> str:
    """What stands in brackets, in the person's words where it is among the known ones."""
    messages = toml("data/messages.toml")
    if problem.kind is Kind.UNSURE_FIELDS:
        names = messages["field"]
        return ", ".join(names[one][lang] if one in names else one for one in problem.detail.split("; "))
    of_kind = f"{problem.kind.value} {problem.detail}"
    return fault_in_words(of_kind if of_kind in messages["detail"] else problem.detail, lang)


def fault_in_words(detail: str, lang: Lang) -> str:
    """What a reader or the system says of a fault, in the person's language where it is among the known words."""
    known = toml("data/messages.toml")["detail"]
    return str(known[detail][lang]) if detail in known else detail


def spans(numbers: Iterable[int]) -> str:
    """1, 2, 3, 7 as `1–3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
