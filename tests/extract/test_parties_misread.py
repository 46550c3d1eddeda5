"""Names that a machine has read in two ways: which are taken for one, and which are two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.parties_mentions import Mention
from pipeline.extract.parties_misread import misread
from pipeline.tables import PartyType


def groups(names: list[tuple[str, PartyType, int]]) -> dict[str, list[Mention]]:
    """Mentions as `merge` groups them. names: a name, its type, how often it stands."""
    return {
        name.casefold(): [Mention(100 * k + i, 100 * k + i + len(name), name, kind) for i in range(times)]
        for k, (name, kind, times) in enumerate(names)
    }


ONE: list[tuple[list[tuple[str, PartyType, int]], dict[str, str]]] = [
    ([("Kerstin Rosvall", "person", 1), ("Kerstin Rosvail", "person", 3)], {"kerstin rosvail": "kerstin rosvall"}),
    ([("Deniz Aktirk", "person", 1), ("Deniz Aktiirk", "person", 2)], {"deniz aktirk": "deniz aktiirk"}),
    ([("Eva Ek-Lundstrom", "person", 1), ("Eva Ek-Lundström", "person", 1)], {"eva ek-lundstrom": "eva ek-lundström"}),
    ([("Ek Elteknik AB", "company", 1), ("Ek Eltcknik AB", "company", 2)], {"ek eltcknik ab": "ek elteknik ab"}),
    (
        [("Strukturfondsdelegationen", "body", 1), ("Surukturfondsdelegationen", "body", 1)],
        {"surukturfondsdelegationen": "strukturfondsdelegationen"},
    ),
    ([("Ahlqvar Bygg AB", "company", 2), ("Ahiqvar Bygg AB", "company", 1)], {"ahiqvar bygg ab": "ahlqvar bygg ab"}),
    ([("Föreningen i Tomelilla", "association", 1), ("Föreningen i Tomel", "association", 1)],
     {"föreningen i tomel": "föreningen i tomelilla"}),
    ([("Bo Ljungdeil", "person", 1), ("Bo Ljungdell", "person", 1)], {"bo ljungdeil": "bo ljungdell"}),
    ([("Bo Qvarnstrom", "person", 1), ("Bo Qvarnström", "person", 1)], {"bo qvarnstrom": "bo qvarnström"}),
    ([("Ida Mossberq", "person", 3), ("Ida Mossberg", "person", 1)], {"ida mossberq": "ida mossberg"}),
    ([("Haga Vattenledn", "association", 1), ("Haga Vattenledning u p a", "association", 1)],
     {"haga vattenledn": "haga vattenledning u p a"}),
    ([("Ingrid Linden", "person", 1), ("Ingrid Lindén", "person", 1)], {"ingrid linden": "ingrid lindén"}),
    ([("Bo Qvarnhdll", "person", 1), ("Bo Qvarnhill", "person", 3)], {"bo qvarnhdll": "bo qvarnhill"}),
    ([("Bo Granddarnm", "person", 1), ("Bo Granddamm", "person", 2)], {"bo granddarnm": "bo granddamm"}),
    ([("Bo Liljcgård", "person", 1), ("Bo Liljegård", "person", 2)], {"bo liljcgård": "bo liljegård"}),
]  # fmt: skip
TWO: list[list[tuple[str, PartyType, int]]] = [
    [("Socialnämnden", "body", 1), ("Kulturnämnden", "body", 1)],
    [("Byggnadsnämnden", "body", 1), ("Byggnadsnämndens", "body", 2)],
    [("Skolkontoret", "administration", 1), ("Skolkontorer", "administration", 2)],
    [("Eva Lind", "person", 1), ("Eva Lund", "person", 1)],
    [("Karin Berg", "person", 1), ("Karin Borg", "person", 2)],
    [("Maria Ek", "person", 1), ("Marie Ek", "person", 1)],
    [("Hults Bygg AB", "company", 1), ("Hults Bygd AB", "company", 1)],
    [("Norra Skolans Vänner", "association", 1), ("Södra Skolans Vänner", "association", 1)],
    [("Eva Qvarnskog", "person", 1), ("Nils Qvarnskig", "person", 1)],
    [("Hults Ekqvarn AB", "company", 1), ("Hults Ekqvarn HB", "company", 1)],
    [("Föreningen i Bromma", "association", 1), ("Föreningen i Bro", "association", 1)],
    [("Föreningen i Åker", "association", 1), ("Föreningen i Åkersberga", "association", 1)],
    [("Karosseri AB Qvarnford", "company", 1), ("Karosseri AB Qvarnfords", "company", 1)],
    [("Eva Qvarn", "person", 1), ("Eva Qvarnlöf", "person", 1)],
    [("Haga Bygg AB", "company", 1), ("Haga Byggservice AB", "company", 1)],
    [("Socialnämnden i Hult", "body", 1), ("Socialnamnden i Hult", "body", 1)],
    # no machine sees an r for an l, or one plain vowel for another
    [("Per Aren", "person", 1), ("Per Alen", "person", 1)],
    [("Per Qvarnberg", "person", 1), ("Per Qvarnborg", "person", 2)],
    [("Siv Ralvin", "person", 1), ("Siv Ralven", "person", 2)],
    [("Siv Tjärnmo", "person", 1), ("Siv Tjärnbo", "person", 2)],
    [("Siv Halvarsmo", "person", 1), ("Siv Halvarmo", "person", 2)],
    [("Ola Snäpp", "person", 1), ("Ola Snäck", "person", 1)],
]

# persons of names that a machine might confuse: where each stands, and with what title
SIDE_BY_SIDE: list[list[tuple[str, int, str | None]]] = [
    [("Eva Qvarndell", 0, None), ("Eva Qvarndeil", 18, None)],  # "Eva Qvarndell och Eva Qvarndeil"
    [("Eva Qvarndell", 0, "Skolchef"), ("Eva Qvarndeil", 400, "Ekonom")],
    [("Per Alen", 0, None), ("Per Ålen", 10, None)],
    [("Per Alen", 90, "Ordförande"), ("Per Ålen", 800, "Utredare")],
]


@pytest.mark.parametrize("names", SIDE_BY_SIDE)
def test_two_persons_side_by_side(names: list[tuple[str, int, str | None]]) -> None:
    both = {n.casefold(): [Mention(at, at + len(n), n, "person", None, title)] for n, at, title in names}
    assert misread(both) == {}


def test_the_same_title_tells_no_two_persons() -> None:
    names = ("Eva Qvarndell", "Eva Qvarndeil")
    both = {
        n.casefold(): [Mention(k, k + 13, n, "person", None, "Ekonom")] for k, n in zip((0, 400), names, strict=True)
    }
    assert misread(both) == {"eva qvarndeil": "eva qvarndell"}


@pytest.mark.parametrize(("names", "same"), ONE)
def test_two_readings_of_one_name(names: list[tuple[str, PartyType, int]], same: dict[str, str]) -> None:
    assert misread(groups(names)) == same


@pytest.mark.parametrize("names", TWO)
def test_two_names(names: list[tuple[str, PartyType, int]]) -> None:
    assert misread(groups(names)) == {}


@given(st.lists(st.text(alphabet="abäö -", min_size=1, max_size=14), max_size=8, unique_by=str.casefold))
def test_no_names_make_it_raise(names: list[str]) -> None:
    kinds: list[PartyType] = ["person", "company"]
    found = misread(groups([(name, kinds[k % 2], 1) for k, name in enumerate(names)]))
    assert not set(found) & set(found.values())
