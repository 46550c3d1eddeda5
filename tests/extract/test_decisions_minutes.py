"""Minutes: each decision with its own §, diarienummer and title, and whom it is a proposal to."""

# ruff: noqa: E501
import pytest

from pipeline.extract.decisions_bodies import context_of
from pipeline.extract.decisions_minutes import context_of_minutes, find_decided
from pipeline.extract.facts import DecisionFact, Field
from tests.extract.decisions_memo import make_facts, make_head, make_memo


def found(marked: str) -> list[DecisionFact]:
    memo = make_memo(marked)
    head = make_head(None, "2024-05-20", document_type="minutes")
    head.diarienummer, head.title = Field("2024.016 KS"), Field("Uppföljning")
    context = context_of_minutes(memo, context_of(head))
    return find_decided(memo, make_facts(memo, head), context)


def rows(marked: str) -> list[str]:
    return [f"{f.kind} | {f.paragraph} | {f.body} | {f.action} | {f.proposed_to} | {f.text}" for f in found(marked)]


LETTERHEAD = """§§ LETTERHEAD
| Kommunstyrelsens
| arbetsutskott
| Protokoll
| 2024-05-20
"""
BOARD = """§§ LETTERHEAD
| Tekniska nämnden
| Protokoll
| 2024-05-20
"""

CASES = [
    (
        LETTERHEAD
        + """§§ TITLE
        § 68 2024.016 KS
        Uppföljning
        §§ BODY Ärendebeskrivning
        Ärendet gäller uppföljningen.
        §§ DECISION Beslut
        # Förslag till beslut i kommunstyrelsen
        Uppföljningen godkänns.
        §§ DOCUMENTS Beslutsunderlag
        • § 65 TEN - Uppföljning""",
        [
            "decision | 68 | Kommunstyrelsens arbetsutskott | approve | Kommunstyrelsen | Uppföljningen godkänns.",
        ],
    ),
    (
        BOARD
        + """§§ TITLE
        § 28 2024.067 TEN
        §§ DECISION Beslut
        Förvaltningens förslag godkänns
        # Förslag till beslut i kommunfullmäktige
        Avgifterna antas""",
        [
            "decision | 28 | Tekniska nämnden | approve | None | Förvaltningens förslag godkänns",
            "decision | 28 | Tekniska nämnden | adopt | Kommunfullmäktige | Avgifterna antas",
        ],
    ),
    (
        LETTERHEAD
        + """§§ TITLE
        § 20
        §§ DECISION Beslut
        Arbetsutskottets förslag till beslut:
        Kommunstyrelsen godkänner uppföljningen.""",
        [
            "decision | 20 | Kommunstyrelsens arbetsutskott | approve | Kommunstyrelsen | Kommunstyrelsen godkänner uppföljningen.",
        ],
    ),
    (
        LETTERHEAD
        + """§§ TITLE
        § 21
        §§ DECISION Beslut
        Arbetsutskottets förslag till beslut:
        Motionen avslås.""",
        ["decision | 21 | Kommunstyrelsens arbetsutskott | reject | Kommunstyrelsen | Motionen avslås."],
    ),
    (
        BOARD
        + """§§ TITLE
        § 31
        §§ DECISION Tekniska nämndens beslut
        1. Planen antas.
        2. Förvaltningen får i uppdrag att genomföra den.
        Paragrafen justeras omedelbart.""",
        [
            "decision | 31 | Tekniska nämnden | adopt | None | Planen antas.",
            "decision | 31 | Tekniska nämnden | assign | None | Förvaltningen får i uppdrag att genomföra den.",
            "decision | 31 | Tekniska nämnden | other | None | Paragrafen justeras omedelbart.",
        ],
    ),
    (
        BOARD
        + """§§ TITLE
        § 32
        §§ DECISION Beslut
        Tekniska nämnden föreslår kommunfullmäktige besluta
        att anta taxan.
        Nämnden beslutar för egen del
        att ge förvaltningen i uppdrag att informera om den.""",
        [
            "decision | 32 | Tekniska nämnden | adopt | Kommunfullmäktige | att anta taxan.",
            "decision | 32 | Tekniska nämnden | assign | None | att ge förvaltningen i uppdrag att informera om den.",
        ],
    ),
    (
        BOARD
        + """§§ TITLE
        § 33
        §§ BODY Ärendet
        Ärendet gäller vägen.
        Tekniska nämnden beslutar
        att bygga vägen.""",
        ["decision | 33 | Tekniska nämnden | other | None | att bygga vägen."],
    ),
    (
        BOARD
        + """§§ BODY
        # § 34 Vägen till Berga Dnr 2024/15
        Ärendet gäller vägen.
        §§ PROPOSAL Förvaltningens förslag till beslut
        Vägen rustas inte upp, och frågan avslås.
        §§ DECISION Beslut
        Ärendet återremitteras.
        §§ BODY
        # § 35 Bron vid Åby Dnr 2024/16
        Ärendet gäller bron.
        §§ DECISION Beslut
        Ärendet bordläggs.""",
        [
            "proposal | None | Tekniska nämnden | reject | None | Vägen rustas inte upp, och frågan avslås.",
            "decision | 34 | Tekniska nämnden | refer_back | None | Ärendet återremitteras.",
            "decision | 35 | Tekniska nämnden | postpone | None | Ärendet bordläggs.",
        ],
    ),
    (
        BOARD
        + """§§ TITLE
        § 36
        §§ DECISION Beslut
        # Reservation
        Anna Ek (S) reserverar sig mot beslutet.""",
        [],
    ),
    (BOARD + "§§ BODY Ärendet\nNämnden informeras om läget.", []),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_minutes(marked: str, expected: list[str]) -> None:
    assert rows(marked) == expected


def test_each_matter_has_its_own_number_and_title() -> None:
    facts = found(
        BOARD
        + """§§ BODY
        # § 34 Vägen till Berga Dnr 2024/15
        §§ DECISION Beslut
        Ärendet återremitteras.
        §§ BODY
        # § 35 Dnr 2024/16
        Bron vid Åby
        §§ DECISION Beslut
        Ärendet bordläggs."""
    )
    assert [(f.paragraph, f.diarienummer, f.title) for f in facts] == [
        ("34", "2024/15", "Vägen till Berga"),
        ("35", "2024/16", "Bron vid Åby"),
    ]
    assert {f.date for f in facts} == {"2024-05-20"}


def test_a_single_matter_has_the_documents_number_and_title() -> None:
    (fact,) = found(BOARD + "§§ TITLE\n§ 36\n§§ DECISION Beslut\nPlanen antas.")
    assert (fact.diarienummer, fact.title, fact.date) == ("2024.016 KS", "Uppföljning", "2024-05-20")
