"""What bench/roles.py learns from: dates and sums of labelled memos and of the tests' sentences, with their cues."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.extract import amounts as amounts_component
from pipeline.extract.amounts_features import cues_of_the_one_before, word_evidence
from pipeline.extract.dates import DateReader
from pipeline.extract.facts import AmountFact, Facts, Head
from pipeline.extract.pipeline import build
from pipeline.extract.role_words import evidence
from pipeline.memo.memo import BlockKind, Memo, SectionKind
from tests.extract import test_amounts_roles, test_dates
from tests.extract.amounts_memo import memo_of as memo_of_parts

SENTENCES = Path(__file__).parent.parent / "tests/extract"
SCALE = {"kr": 1, "tkr": 1000, "mnkr": 1000000, "mdkr": 1000000000}


class Example(NamedTuple):
    """A date or sum whose role is known. source: the set that it comes from; sender: what is left out together with
    it; text: it and what stands round it."""

    source: str
    sender: str
    cues: list[str]
    role: str
    text: str
    ruled: str = ""  # the role that the rules say, where the program asks them too


def facts_before(memo: Memo, component: str) -> Facts:
    """The facts of the components that run before `component`."""
    nlp = build()
    doc = nlp.make_doc(memo.text)
    doc._.memo, doc._.facts = memo, Facts()
    for name, run in nlp.pipeline:
        if name == component:
            break
        doc = run(doc)
    facts: Facts = doc._.facts
    return facts


def dates_of_memo(source: str, gold: dict[str, Any], memo: Memo) -> Iterator[Example]:
    """The dates of a labelled memo whose labels agree on a role."""
    roles: dict[tuple[str, str], set[str]] = {}
    for row in gold["dates"]:
        roles.setdefault((row["date_from"], row["date_to"]), set()).add(row["role"])
    reader = DateReader(memo, facts_before(memo, "lupp_dates"))
    for match, before, after in reader.matches():
        told = roles.get((match.date_from.isoformat(), match.date_to.isoformat()), set())
        if len(told) == 1:  # of several roles of one day only the text could tell
            shown = memo.text[max(0, match.start - 90) : match.end + 50]
            cues = reader.around(match, before, after).cues(evidence)
            yield Example(source, gold["documents"]["municipality"], cues, min(told), shown)


def dates_of_sentences() -> Iterator[Example]:
    """The dates of the tests' sentences. Those of the table have no memo's date to be ahead of."""
    for row in _table("date_roles.csv"):
        text, place = row["sentence"], row["sentence"].index(row["expression"])
        dated = re.search(r"\d{4}|-\d\d$|^\d{6}$", row["expression"]) is not None
        for cues in _date_cues(text, place, place + len(row["expression"]), Head() if dated else test_dates.own_head()):
            kept = [cue for cue in cues if not re.search(r" (?:ahead|over)\b| inferred$", cue)]
            yield Example("table", row["matter"], kept, row["role"], text)
    for number, (text, role) in enumerate(test_dates.sentences()):
        start, end = text.index("⟦"), text.index("⟧") - 1
        for cues in _date_cues(text.replace("⟦", "").replace("⟧", ""), start, end, test_dates.own_head()):
            yield Example("tests", f"tests {number % 10}", cues, role, text)


def _date_cues(text: str, start: int, end: int, head: Head) -> Iterator[list[str]]:
    memo = test_dates.memo_of([(SectionKind.BODY, BlockKind.PARAGRAPH, text)])
    reader = DateReader(memo, Facts(head=head))
    for match, before, after in reader.matches():
        if match.start < end and start < match.end:
            yield reader.around(match, before, after).cues(evidence)
            return


def amounts_of_memo(source: str, gold: dict[str, Any], memo: Memo) -> Iterator[Example]:
    """The sums in the running text of a labelled memo whose labels agree on a role."""
    roles: dict[tuple[str, float], set[str]] = {}
    for row in gold["amounts"]:
        roles.setdefault(_key(row["unit"], row["value"]), set()).add(row["role"])
    sender = gold["documents"]["municipality"]
    yield from _amounts_of(source, sender, memo, lambda fact, _: roles.get(_key(fact.unit, fact.value), set()))


def amounts_of_sentences() -> Iterator[Example]:
    """The sums of the tests' sentences."""
    rows: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in _table("amount_roles.csv"):
        rows.setdefault((row["matter"], row["sentence"]), []).append(row)
    for (matter, text), told in rows.items():
        spans = [(text.index(r["expression"]), len(r["expression"]), r["role"]) for r in told]
        memo = memo_of_parts(text)
        for example in _amounts_of(
            "table", matter, memo, lambda f, _, spans=spans: {r for s, n, r in spans if f.start < s + n and s < f.end}
        ):
            yield example._replace(cues=[c for c in example.cues if " place " not in c])
    for number, line in enumerate(test_amounts_roles.SENTENCES.strip().splitlines()):
        text, _, after = line.partition("=>")
        listed = after.split()
        memo = memo_of_parts(text.strip())
        for example in _amounts_of("tests", f"tests {number % 10}", memo, lambda _, i, t=listed: set(t[i : i + 1])):
            yield example._replace(cues=[c for c in example.cues if " place " not in c])


def _amounts_of(source: str, sender: str, memo: Memo, told: Any) -> Iterator[Example]:
    facts = facts_before(memo, "lupp_amounts")
    title = amounts_component.title_of(memo, facts)
    number = 0
    for section, block in amounts_component.blocks_of(memo):
        last: str | None = None
        for cued in amounts_component.cued_in_block(memo, facts, block, section, title):
            fact: AmountFact = cued.fact
            if cued.last < 0:
                last = None
            roles = told(fact, number)
            number += 1
            if len(roles) != 1 and fact.role not in roles:
                last = None
                continue
            role = fact.role if fact.role in roles else min(roles)
            cues = cued.around.cues(word_evidence)
            if last is not None:
                cues += cues_of_the_one_before(last, cued.left, cued.last, cued.kin)
            last = role
            shown = memo.text[max(0, fact.start - 90) : fact.end + 50]
            yield Example(source, sender, cues, role, shown, fact.role)


def _key(unit: str, value: object) -> tuple[str, float]:
    number = float(str(value))
    return ("SEK", round(number * SCALE[unit], 4)) if unit in SCALE else (unit, round(number, 4))


def _table(name: str) -> list[dict[str, str]]:
    with (SENTENCES / "data" / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def gold_of(path: Path) -> dict[str, Any]:
    """A memo's labels."""
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold
