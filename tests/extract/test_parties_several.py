"""Counterparties whom a point counts and a list names, and bodies named in short."""

import pytest

from tests.extract.marked import facts_of, memo_of

HEAD = "Hults kommun\n\nTill kommunstyrelsen\n== title\nSkötsel av leder\n== body: Ärendet\n"
CLUBS = "- Skoterklubben Norr\n- Hults IF\n- Byaföreningen Eken\n"


def counterparties(more: str) -> list[str]:
    facts = facts_of(memo_of(HEAD + more), "lupp_head", "lupp_decisions", "lupp_parties")
    return sorted(p.name for p in facts.parties if p.role == "counterparty")


ALL = ["Byaföreningen Eken", "Hults IF", "Skoterklubben Norr"]


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ("att teckna skötselavtal med de tre föreningarna", ALL),
        ("att teckna nya avtal med tre föreningar", ALL),
        ("att sluta avtal med de tre klubbarna för tre år", ALL),
        ("att träffa överenskommelser med de 3 organisationerna", ALL),
        ("att säga upp avtalen med dessa tre ideella föreningar", ALL),
        ("att teckna avtal med de fyra föreningarna", []),
        ("att teckna avtal med två föreningar", []),
        ("att teckna avtal med de tre bolagen", []),
        ("att teckna avtal med de tre kommunerna", []),
        ("att teckna avtal med föreningarna", []),
        ("att samråda med de tre föreningarna", []),
    ],
)
def test_as_many_as_the_list_names(point: str, expected: list[str]) -> None:
    assert counterparties(f"Lederna sköts så:\n\n{CLUBS}\n== proposal: Förslag till beslut\n{point}.\n") == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Avtal med servicenämnden IT prövas. Avgift till servicenämnden är 6 mnkr.", ["Servicenämnden IT"]),
        ("Servicenämnden HR yttrar sig. Servicenämnden är positiv.", ["Servicenämnden HR"]),
        ("Programnämnden Barn och unga är positiv. Programnämnden svarar.", ["Programnämnden Barn och unga"]),
        ("Servicenämnden IT och Servicenämnden HR är två. Servicenämnden ökar.", None),
        ("Kommunala handikapprådet är emot. Handikapprådet har svarat.", ["Kommunala handikapprådet"]),
        ("Kommunala pensionärsrådet hörs. Pensionärsrådet är emot.", ["Kommunala pensionärsrådet"]),
        ("Pensionärsrådet är emot.", ["Pensionärsrådet"]),
        ("Socialnämnden i Ydre kommun hörs. Socialnämnden svarar.", None),
    ],
)
def test_a_body_named_in_short(text: str, names: list[str] | None) -> None:
    facts = facts_of(memo_of(HEAD + text + "\n"), "lupp_head", "lupp_decisions", "lupp_parties")
    told = sorted({p.name for p in facts.parties if p.type == "body" and p.role == "mentioned"})
    assert told == names if names else len(told) > 1 or "Socialnämnden" in told
