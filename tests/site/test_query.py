"""What may be typed in the search box, and what it is understood as."""

# ruff: noqa: E501 (tables of queries read better in long lines)

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.site.model import Filters, Query, Term
from pipeline.site.query import NOTHING, parse, to_text


def words(*said: str) -> tuple[Term, ...]:
    return tuple(Term((word,)) for word in said)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("   ", ()),
        ("skola", words("skola")),
        ("skola  buss", words("skola", "buss")),
        ("fo\u0308rskola", words("förskola")),
        ("skola skola", words("skola")),
        ("-buss", (Term(("buss",), negated=True),)),
        ("skola -buss", (Term(("skola",)), Term(("buss",), negated=True))),
        ('"gratis bussresor"', (Term(("gratis", "bussresor"), phrase=True),)),
        ("”gratis bussresor”", (Term(("gratis", "bussresor"), phrase=True),)),
        ('-"en fras"', (Term(("en", "fras"), phrase=True, negated=True),)),
        ('"ord"', (Term(("ord",), phrase=True),)),
        ("barn-", (Term(("barn",)),)),
        ("barn- och", (*words("barn", "och"),)),
        ("och/eller", (Term(("och", "eller"), phrase=True),)),
        ("2011/SN", (Term(("2011", "SN"), phrase=True),)),
        ("2011/SN 0120 005", (Term(("2011", "SN", "0120", "005"), phrase=True),)),
        ("KS 2018/123", (Term(("KS", "2018", "123"), phrase=True),)),
        ("ks:", words("ks")),
        ("10:30", (Term(("10", "30"), phrase=True),)),
        ("https://exempel.se", (Term(("https", "exempel", "se"), phrase=True),)),
        ("-", ()), ("--", ()), ('"', ()), ('""', ()), (":", ()), ("-:", ()), ("***", ()), ("%_", ()),
    ],
)  # fmt: skip
def test_words(typed: str, terms: tuple[Term, ...]) -> None:
    assert parse(typed).terms == terms


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("kommun:Tyresö", Filters(municipality=("Tyresö",))),
        ("kommun: Tyresö", Filters(municipality=("Tyresö",))),
        ("Kommun:Tyresö", Filters(municipality=("Tyresö",))),
        ('kommun:"Upplands Väsby"', Filters(municipality=("Upplands Väsby",))),
        ("kommun:Tyresö kommun:Nacka", Filters(municipality=("Tyresö", "Nacka"))),
        ("kommun:Tyresö,Nacka", Filters(municipality=("Tyresö", "Nacka"))),
        ("nämnd:KS", Filters(body=("KS",))),
        ("namnd:KS", Filters(body=("KS",))),
        ("dnr:2011/SN", Filters(diarienummer="2011/SN")),
        ("dnr:2011/SN 0120 005", Filters(diarienummer="2011/SN 0120 005")),
        ('dnr:"KS 2018/12"', Filters(diarienummer="KS 2018/12")),
        ("år:2014", Filters(year=(2014,))),
        ("ar:2014", Filters(year=(2014,))),
        ("year:2014", Filters(year=(2014,))),
        ("år:2010-2012", Filters(year=(2010, 2011, 2012))),
        ("år:2010–2012", Filters(year=(2010, 2011, 2012))),
        ("år:2012-2010", Filters(year=(2010, 2011, 2012))),
        ("år:2010,2014", Filters(year=(2010, 2014))),
        ("år:2099-", Filters(year=(2099, 2100))),
        ("belopp:>1mnkr", Filters(amount_min=Decimal(1_000_000))),
        ("belopp:>=1,5mnkr", Filters(amount_min=Decimal(1_500_000))),
        ("belopp:<500tkr", Filters(amount_max=Decimal(500_000))),
        ("belopp:1mnkr-5mnkr", Filters(amount_min=Decimal(1_000_000), amount_max=Decimal(5_000_000))),
        ("belopp:1-5mnkr", Filters(amount_min=Decimal(1_000_000), amount_max=Decimal(5_000_000))),
        ("belopp:5mnkr-1mnkr", Filters(amount_min=Decimal(1_000_000), amount_max=Decimal(5_000_000))),
        ("belopp:100000", Filters(amount_min=Decimal(100_000), amount_max=Decimal(100_000))),
        ('belopp:">450 000 kr"', Filters(amount_min=Decimal(450_000))),
        ('belopp:"2 miljoner"', Filters(amount_min=Decimal(2_000_000), amount_max=Decimal(2_000_000))),
        ("belopp:>1 mnkr", Filters(amount_min=Decimal(1_000_000))),
        ("belopp: >1 mnkr", Filters(amount_min=Decimal(1_000_000))),
        ("belopp:> 1 mnkr", Filters(amount_min=Decimal(1_000_000))),
        ("belopp:>1 500 000 kr", Filters(amount_min=Decimal(1_500_000))),
        ("belopp:<2 miljoner", Filters(amount_max=Decimal(2_000_000))),
        ("belopp:1 - 5 mnkr", Filters(amount_min=Decimal(1_000_000), amount_max=Decimal(5_000_000))),
        ("belopp:>450 000 kommun:Tyresö", Filters(municipality=("Tyresö",), amount_min=Decimal(450_000))),
        ("amount:>2mkr", Filters(amount_min=Decimal(2_000_000))),
        ("belopp:1mnkr-10mnkr", Filters(amount=("1mnkr-10mnkr",))),
        ("belopp:100mnkr-", Filters(amount=("100mnkr-",))),
        ("typ:beslut", Filters(kind=("decision",))),
        ("typ:förslag", Filters(kind=("proposal",))),
        ("typ:forslag", Filters(kind=("proposal",))),
        ("typ:beslut|förslag", Filters(kind=("decision", "proposal"))),
        ("åtgärd:avslå", Filters(action=("reject",))),
        ("atgard:avslag", Filters(action=("reject",))),
        ("action:reject", Filters(action=("reject",))),
        ("åtgärd:avslår,bevilja", Filters(action=("reject", "grant"))),
        ('åtgärd:"ger i uppdrag"', Filters(action=("assign",))),
        ("part:Skanska", Filters(party=("Skanska",))),
        ('part:"Lind, Anna"', Filters(party=("Lind, Anna",))),
        ("säker:ja", Filters(certain=True)),
        ("saker:nej", Filters(certain=False)),
    ],
)
def test_filters(typed: str, filters: Filters) -> None:
    query = parse(typed)
    assert query.filters == filters
    assert query.terms == ()
    assert query.problems == ()


@pytest.mark.parametrize(
    ("typed", "problem", "terms"),
    [
        ("foo:bar", "unknown_prefix", (Term(("foo", "bar"), phrase=True),)),
        ("år:20", "bad_year", ()), ("år:nyss", "bad_year", ()), ("år:99999999999", "bad_year", ()),
        ("belopp:mycket", "bad_amount", ()), ("belopp:>1 EUR", "bad_amount", None), ("belopp:>5EUR", "bad_amount", ()),
        ("belopp:-", "bad_amount", ()), ("typ:sak", "unknown_kind", ()), ("åtgärd:dansa", "unknown_action", ()),
        ("säker:kanske", "bad_certain", ()), ("kommun:", "empty_filter", ()), ('kommun:""', "empty_filter", ()),
        ("-kommun:Tyresö", "negated_filter", ()), ('"aldrig stängd', "unclosed_quote", (Term(("aldrig", "stängd"), phrase=True),)),
        ("a" * 3000, "too_long", None), (" ".join(f"ord{n}" for n in range(60)), "too_long", None),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said(typed: str, problem: str, terms: tuple[Term, ...] | None) -> None:
    query = parse(typed)
    if typed != "belopp:>1 EUR":  # EUR is a word of its own there
        assert query.problems == (problem,)
    if terms is not None:
        assert query.terms == terms
        if problem.startswith(("bad_", "unknown_")) and problem != "unknown_prefix":
            assert query.filters == Filters(kind=(NOTHING,))  # never all


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("typ:nonsens,beslut", Filters(kind=("decision",))), ("år:2014 år:20", Filters(year=(2014,))),
        ("åtgärd:dansa åtgärd:avslå", Filters(action=("reject",))), ("typ:beslut år:20", Filters(kind=(NOTHING,))),
    ],
)  # fmt: skip
def test_what_is_understood_of_a_filter_holds(typed: str, filters: Filters) -> None:
    assert parse(typed).filters == filters


def test_a_filter_does_not_swallow_what_follows() -> None:
    query = parse('skola kommun:Tyresö "gratis buss" -moped belopp:>1mnkr')
    assert [term.words for term in query.terms] == [("skola",), ("gratis", "buss"), ("moped",)]
    assert query.filters == Filters(municipality=("Tyresö",), amount_min=Decimal(1_000_000))


@pytest.mark.parametrize(
    "typed",
    [
        "skola -buss", '"gratis bussresor" kommun:Tyresö', "år:2010-2012 nämnd:KS", "belopp:1mnkr-5mnkr", "belopp:>1,5mnkr typ:beslut",
        'part:"Lind, Anna" dnr:2011/SN', "åtgärd:avslå säker:ja", '-"en fras" år:2010,2014', 'kommun:"Upplands Väsby"', "belopp:1mnkr-10mnkr",
    ],
)  # fmt: skip
def test_a_query_can_be_written_again(typed: str) -> None:
    query = parse(typed)
    again = parse(to_text(query))
    assert (again.terms, again.filters) == (query.terms, query.filters)


PARTS = st.sampled_from(
    ['"', "-", ":", "kommun:", "år:", "belopp:", "dnr:", "typ:", "2010", "-2014", ">", "1mnkr", " ", "ord", "Å", ",", "|", "\x00", "\ud800"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PARTS, max_size=30).map("".join)))
def test_nothing_typed_raises(typed: str) -> None:
    query = parse(typed)
    assert isinstance(query, Query)
    assert query.typed == typed
    again = parse(to_text(query))
    assert again.terms == query.terms or "too_long" in again.problems
    to_text(again)


def test_long_texts_take_no_time() -> None:
    for piece in ('"', "a:", "-", "år:", "1 ", "dnr:1 2 ", "belopp:>1 1 1"):
        assert parse(piece * 100_000).problems
