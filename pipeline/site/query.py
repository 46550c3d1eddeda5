"""What a person typed, understood: words, "phrases", -without, and filters such as `kommun:Tyresö`, `belopp:>1mnkr`."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from pipeline.forms.amounts import parse_number, unit_of
from pipeline.resources import table
from pipeline.site.columns import amount_ranges
from pipeline.site.model import Filters, Query, Term
from pipeline.site.swedish import fold, words

_LONGEST = 2000  # characters; what follows is not looked at
_MOST_TERMS = 40
NOTHING = "?"  # a kind that no row has
_MEANT = {
    "bad_year": ("year",), "bad_amount": ("amount", "amount_min", "amount_max"), "unknown_kind": ("kind",),
    "unknown_action": ("action",), "bad_certain": ("certain",),
}  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_QUOTES = '"”“„«»'
# -, a prefix, and a value in quotes or up to the next space
_TOKEN = re.compile(
    rf"(?P<minus>-)?(?:(?P<prefix>[^\W\d_][\w]{{0,30}}):(?=[^/]|$))?(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<close>[{_QUOTES}]|$)"
    rf"|(?P<bare>[^\s{_QUOTES}]+))?"
)
# 2011/SN 0120 005, KS 2018/123 045: typed with its spaces a diarienummer is one thing all the same
_NUMBER_SPACED = re.compile(
    r"(?<![\w:/\-])(?:(?:19|20)\d\d/[A-ZÅÄÖ]{2,5} \d{3,6}|[A-ZÅÄÖ]{2,5} (?:19|20)\d\d[/:]\d{1,6})(?: \d{3})?(?![\w/])"
)
_CODES = re.compile(r"(?: [\d./:-]{2,12}(?!\S)){1,3}")
# what belongs to a sum after its first word: >1 mnkr, 1 500 000 kr, 1 - 5 miljoner
_SUM_TYPED = re.compile(
    r"[<>=≥≤]{0,2}\s*\d[\d.,]*(?:\s+\d{3}(?!\S))*(?:\s*(?:-|–|till)\s*\d[\d.,]*(?:\s+\d{3}(?!\S))*)?"
    r"(?:\s+(?:kr|kronor|tkr|kkr|tsek|mnkr|mkr|msek|mdkr|mdr|tusen|milj|mn|miljon|miljoner|miljard|miljarder)\b\.?)?",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\s*(?:-|–|—|\.\.|till)\s*")
_YEAR = re.compile(r"\d{4}")
_SUM = re.compile(r"(?P<sign>>=?|<=?|≥|≤)?\s*(?P<number>\d[\d\s.,\u00a0]{0,30}?)\s*(?P<unit>[^\W\d_][\w. ]{0,20})?")


def parse(typed: str) -> Query:
    """A query from what was typed. Never raises: what cannot be understood is searched as words, or, as the value of a
    filter, answers to nothing, so that nobody takes all for what was asked. `problems` names it (`unknown_prefix`,
    `empty_filter`, `bad_year`, `bad_amount`, `unknown_kind`, `unknown_action`, `bad_certain`, `negated_filter`,
    `unclosed_quote`, `too_long`)."""
    text = unicodedata.normalize("NFC", typed.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8"))
    problems: dict[str, None] = {}
    if len(text) > _LONGEST:
        text = text[:_LONGEST]
        problems["too_long"] = None
    text = _NUMBER_SPACED.sub(r'"\g<0>"', text) if '"' not in text else text
    terms: dict[Term, None] = {}
    values: dict[str, Any] = {}
    for negated, prefix, value, quoted in _tokens(text, problems):
        name = _filters().get(fold(prefix)) if prefix else None
        if name is not None and negated:
            problems["negated_filter"] = None
        elif name is not None:
            problem = _set(values, name, value)
            if problem:
                problems[problem] = None
        else:
            if prefix:
                problems["unknown_prefix"] = None
            said = tuple(w.text for w in words(f"{prefix} {value}" if prefix else value))
            if said:
                terms[Term(said, quoted or len(said) > 1, negated)] = None
    if any(not any(name in values for name in _MEANT[problem]) for problem in problems if problem in _MEANT):
        values["kind"] = (NOTHING,)
    if len(terms) > _MOST_TERMS:
        problems["too_long"] = None
    return Query(typed, tuple(terms)[:_MOST_TERMS], Filters(**values), tuple(problems))


def to_text(query: Query) -> str:
    """A query as it would be typed: `parse(to_text(q))` asks for the same as q."""
    parts = []
    for term in query.terms:
        said = " ".join(term.words)
        parts.append(("-" if term.negated else "") + (f'"{said}"' if term.phrase or len(term.words) > 1 else said))
    return " ".join([*parts, *filters_text(query.filters)])


def filters_text(filters: Filters) -> list[str]:
    """Filters as they would be typed."""
    parts = []
    for typed, values in (("kommun", filters.municipality), ("nämnd", filters.body), ("part", filters.party)):
        parts += [f"{typed}:{_quoted(value)}" for value in values]
    if filters.year:
        years = sorted(set(filters.year))
        whole = len(years) > 2 and years[-1] - years[0] == len(years) - 1
        parts += [f"år:{years[0]}-{years[-1]}"] if whole else [f"år:{year}" for year in filters.year]
    sv = {(row["of"], row["value"]): row["sv"] for row in table("site/data/actions.csv")}
    parts += [f"åtgärd:{action}" for action in filters.action]
    parts += [f"typ:{sv.get(('kind', kind), kind)}" for kind in filters.kind]
    parts += [f"belopp:{key}" for key in filters.amount]
    if filters.amount_min is not None and filters.amount_max is not None:
        parts.append(f"belopp:{_number(filters.amount_min)}-{_number(filters.amount_max)}")
    elif filters.amount_min is not None:
        parts.append(f"belopp:>{_number(filters.amount_min)}")
    elif filters.amount_max is not None:
        parts.append(f"belopp:<{_number(filters.amount_max)}")
    if filters.certain is not None:
        parts.append(f"säker:{'ja' if filters.certain else 'nej'}")
    if filters.diarienummer:
        parts.append(f"dnr:{_quoted(filters.diarienummer)}")
    return parts


def _tokens(text: str, problems: dict[str, None]) -> Iterator[tuple[bool, str, str, bool]]:
    """Whether it is negated, its prefix, its value, and whether that was in quotes."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            at += 1
            continue
        at = match.end()
        prefix = match["prefix"] or ""
        if match["quoted"] is not None:
            if not match["close"]:
                problems["unclosed_quote"] = None
            yield bool(match["minus"]), prefix, match["quoted"], True
            continue
        value = match["bare"] or ""
        codes = _CODES.match(text, at) if value and _filters().get(fold(prefix)) == "diarienummer" else None
        if codes:  # dnr:2011/SN 0120 005
            value += codes[0]
            at = codes.end()
        if _filters().get(fold(prefix)) == "amount":
            after = re.compile(r"\s*").match(text, match.start("bare") if value else at)
            whole = _SUM_TYPED.match(text, after.end()) if after else None
            if whole and whole.end() > at:
                value, at = whole[0], whole.end()
        if prefix and not value and fold(prefix) in _filters():
            # "kommun: Tyresö"
            after = re.compile(r"\s+").match(text, at)
            follows = _TOKEN.match(text, after.end()) if after else None
            if follows and not follows["prefix"] and not follows["minus"] and follows.end() > follows.start():
                at = follows.end()
                value = follows["quoted"] if follows["quoted"] is not None else follows["bare"] or ""
        yield bool(match["minus"]), prefix, value, False


def _set(values: dict[str, Any], name: str, value: str) -> str:
    """Set a filter; returns the key of a problem, or nothing."""
    value = " ".join(value.split()).strip(",")
    if not value:
        return "empty_filter"
    if name == "diarienummer":
        values[name] = value
        return ""
    if name == "amount":
        return _set_amount(values, value)
    if name == "year":
        years = _years(value)
        if years is None:
            return "bad_year"
        values["year"] = tuple(dict.fromkeys([*values.get("year", ()), *years]))
        return ""
    if name in ("action", "kind", "certain"):
        found = [_typed_values(name).get(fold(one)) for one in re.split(r"[|,]", value)]
        known = [one for one in found if one is not None]
        if name == "certain":
            if len(known) != 1:
                return "bad_certain"
            values[name] = known[0] == "1"
            return ""
        values[name] = tuple(dict.fromkeys([*values.get(name, ()), *known]))
        if not values[name]:
            del values[name]
        return f"unknown_{name}" if len(known) < len(found) else ""
    several = [value] if name == "party" else [one.strip() for one in value.split(",")]
    values[name] = tuple(dict.fromkeys([*values.get(name, ()), *(one for one in several if one)]))
    return ""


def _years(value: str) -> list[int] | None:
    years: list[int] = []
    for part in value.split(","):
        ends = _SPAN.split(part.strip(), maxsplit=1)
        if not all(_YEAR.fullmatch(end) or not end for end in ends) or not any(ends):
            return None
        first = int(ends[0]) if ends[0] else _FIRST_YEAR
        last = int(ends[-1]) if ends[-1] else _LAST_YEAR
        first, last = max(min(first, last), _FIRST_YEAR), min(max(first, last), _LAST_YEAR)
        years += range(first, last + 1)
    return years


def _set_amount(values: dict[str, Any], value: str) -> str:
    if value in {r.key for r in amount_ranges()}:
        values["amount"] = tuple(dict.fromkeys([*values.get("amount", ()), value]))
        return ""
    ends = _SPAN.split(value, maxsplit=1)
    sums = [_sum(end, ends[-1]) if end else None for end in ends]
    if any(end and found is None for end, found in zip(ends, sums, strict=True)) or not any(sums):
        return "bad_amount"
    if len(sums) == 2:
        low, high = (found[1] if found else None for found in sums)
        if low is not None and high is not None and low > high:
            low, high = high, low
        values["amount_min"], values["amount_max"] = low, high
        return ""
    assert sums[0] is not None
    sign, number = sums[0]
    if sign in (">", ">=", "≥", ""):
        values["amount_min"] = number
    if sign in ("<", "<=", "≤", ""):
        values["amount_max"] = number
    return ""


def _sum(text: str, last: str) -> tuple[str, Decimal] | None:
    """Sign and kronor of `>1,5mnkr`; a number without a unit takes that of the last one (`1-5mnkr`)."""
    match, other = _SUM.fullmatch(text.strip()), _SUM.fullmatch(last.strip())
    if match is None:
        return None
    unit = match["unit"] or (other["unit"] if other else None)
    number = parse_number(match["number"].strip())
    if number is None:
        return None
    factor = Decimal(1)
    if unit:
        known = _factor(unit.strip())
        if known is None:
            return None
        factor = known
    return match["sign"] or "", number * factor


_KRONOR = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000, "mdkr": 1_000_000_000}
_LOOSE = {
    "tusen": 1_000, "k": 1_000, "miljon": 1_000_000, "miljoner": 1_000_000, "milj": 1_000_000, "mn": 1_000_000,
    "m": 1_000_000, "miljard": 1_000_000_000, "miljarder": 1_000_000_000, "md": 1_000_000_000,
}  # fmt: skip


def _factor(unit: str) -> Decimal | None:
    """Kronor in one of a unit, also as people write it when they search (`5 milj`)."""
    loose = _LOOSE.get(unit.lower().rstrip("."))
    if loose is not None:
        return Decimal(loose)
    scale = unit_of(unit)
    return None if scale is None or scale.unit not in _KRONOR else scale.factor * _KRONOR[scale.unit]


@cache
def _filters() -> dict[str, str]:
    return {fold(row["typed"]): row["filter"] for row in table("site/data/filters.csv")}


@cache
def _typed_values(of: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("site/data/actions.csv"):
        if row["of"] == of:
            for typed in (row["value"], row["sv"], row["en"], *row["typed"].split()):
                found.setdefault(fold(typed), row["value"])
    return found


def _quoted(value: str) -> str:
    bare = "".join(c for c in value if c not in _QUOTES)
    return f'"{bare}"' if re.search(r"[\s,]", bare) or not bare else bare


def _number(value: Decimal) -> str:
    return format(value.normalize(), "f").replace(".", ",")
