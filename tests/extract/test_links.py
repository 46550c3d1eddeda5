"""Amounts and the decisions that they belong to."""

import pytest

from pipeline.extract.facts import DecisionFact
from pipeline.tables import DecisionKind
from tests.extract.amounts_memo import amounts_in, memo_of

POINT_1 = "att bevilja årsstöd med sammanlagt 3 215 000 kr."
POINT_2 = "att avsätta 2,75 mnkr ur investeringsbudgeten 2020."
BODY = "Stödet är 3 215 000 kr. Kommunens insats är 2 750 000 kr och avgiften 500 kr."
MEMO = memo_of(POINT_1, POINT_2, BODY)


def point(text: str, kind: DecisionKind = "proposal") -> DecisionFact:
    start = MEMO.text.index(text)
    return DecisionFact(start, start + len(text), kind, text)


def linked(*decisions: DecisionFact) -> list[int | None]:
    return [fact.decision for fact in amounts_in(MEMO, decisions)]


def test_the_point_that_holds_it() -> None:
    assert linked(point(POINT_1), point(POINT_2))[:2] == [0, 1]


def test_the_same_sum_outside_the_points() -> None:
    # 2 750 000 kr is 2,75 mnkr in another unit
    assert linked(point(POINT_1), point(POINT_2))[2:] == [0, 1, None]


def test_without_decisions() -> None:
    assert linked() == [None] * 5


def test_a_sum_that_two_points_name_belongs_to_neither() -> None:
    memo = memo_of("att bevilja A 50 000 kr", "att bevilja B 50 000 kr", "Bidraget är 50 000 kr.")
    points = []
    for text in ("att bevilja A 50 000 kr", "att bevilja B 50 000 kr"):
        start = memo.text.index(text)
        points.append(DecisionFact(start, start + len(text), "proposal", text))
    assert [fact.decision for fact in amounts_in(memo, points)] == [0, 1, None]


def test_an_earlier_decision_within_a_point() -> None:
    whole = point(POINT_1)
    earlier = DecisionFact(whole.start + 4, whole.end, "earlier", "")
    assert linked(earlier, whole)[0] == 1


def test_sums_of_earlier_decisions_are_not_spread() -> None:
    start = MEMO.text.index("Stödet")
    earlier = DecisionFact(start, start + 23, "earlier", "")
    assert linked(earlier)[:3] == [None, None, 0]


@pytest.mark.parametrize(
    ("point", "after", "linked"),
    [
        ("att avsätta 500–700 tkr till huset", "Avvikelsen är 500 000 kr.", None),
        ("att avsätta 500 - 700 tkr till huset", "Huset kostar 700 000 kr.", None),
        ("att avsätta 500 tkr till huset", "Huset kostar 500 000 kr.", 0),
        ("att avsätta 500 tkr till huset år 2019", "Huset kostar 500 000 kr.", 0),
    ],
)
def test_the_ends_of_a_range_are_not_spread(point: str, after: str, linked: int | None) -> None:
    memo = memo_of(point, after)
    whole = DecisionFact(0, memo.text.index("\n"), "proposal", "")
    assert amounts_in(memo, [whole])[-1].decision == linked


def test_small_sums_and_percentages_are_not_spread() -> None:
    memo = memo_of(
        "att höja avgiften till 500 kr och andelen till 25 procent", "Avgiften är 500 kr och andelen 25 procent."
    )
    whole = DecisionFact(0, memo.text.index("\n"), "proposal", "")
    assert [fact.decision for fact in amounts_in(memo, [whole])] == [0, 0, None, None]
