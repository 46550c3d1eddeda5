"""Signatures side by side in old text, whose gaps are lost: where one person's name and title end."""

import pytest

from pipeline.memo.text_signatures import _cuts


@pytest.mark.parametrize(
    ("who", "what", "names", "titles"),
    [
        ("Anna Ek Bo Alm", "Kommunchef Utredare", ["Anna Ek", "Bo Alm"], ["Kommunchef", "Utredare"]),
        ("Anna Ek (S) Bo Alm", "Ordförande Sekreterare", ["Anna Ek (S)", "Bo Alm"], ["Ordförande", "Sekreterare"]),
        ("Anna Ek (S) Bo Alm (M)", "Ordförande Justerare", ["Anna Ek (S)", "Bo Alm (M)"], ["Ordförande", "Justerare"]),
        ("Anna Ek Bo Alm [KD]", "Ordförande Justerare", ["Anna Ek", "Bo Alm [KD]"], ["Ordförande", "Justerare"]),
        (
            "Göran Askberg (S) Tuula Matts-Rinne (M) Ebba Stjernberg",
            "Ordförande Justerande Sekreterare",
            ["Göran Askberg (S)", "Tuula Matts-Rinne (M)", "Ebba Stjernberg"],
            ["Ordförande", "Justerande", "Sekreterare"],
        ),
        ("Anna Ek : Bo Alm", "Kommunchef : Utredare", ["Anna Ek :", "Bo Alm"], ["Kommunchef :", "Utredare"]),
        ("Anna Ek Bo Alm .", "Kommunchef Utredare", ["Anna Ek", "Bo Alm ."], ["Kommunchef", "Utredare"]),
        ("Anna Ek Bo Alm", "Ordförande | Justerare", ["Anna Ek", "Bo Alm"], ["Ordförande |", "Justerare"]),
        ("Eva Lind Berg - Bo Ek", "Ordförande Justerare", ["Eva Lind Berg -", "Bo Ek"], ["Ordförande", "Justerare"]),
        (
            "Kerstin Åbrand : Anders Wik Fjäll Lovisa Hagby",
            "Ordförande : Justerare Nämndsekreterare",
            ["Kerstin Åbrand :", "Anders Wik Fjäll", "Lovisa Hagby"],
            ["Ordförande :", "Justerare", "Nämndsekreterare"],
        ),
        (
            "Eva Holm (c) Per Lund Siv Berg (s)",
            "Ordförande Sekreterare Justerare",
            ["Eva Holm (c)", "Per Lund", "Siv Berg (s)"],
            ["Ordförande", "Sekreterare", "Justerare"],
        ),
    ],
)
def test_each_has_his_own(who: str, what: str, names: list[str], titles: list[str]) -> None:
    found = _cuts(who.split(), what.split())
    assert found is not None
    for said, cuts, parts in ((who.split(), found[0], names), (what.split(), found[1], titles)):
        ends = [*cuts, len(said)]
        assert [" ".join(said[a:b]) for a, b in zip([0, *cuts], ends, strict=True)] == parts


@pytest.mark.parametrize(
    ("who", "what"),
    [
        (": . -", "Ordförande Justerare"),
        ("Anna Ek : Bo Alm", "sade sitt : och gick"),
        ("(S) (M)", "Ordförande Justerare"),
        ("Nämnden beslutar enligt förslag", "Ordförande Justerare"),
        ("Anna Ek (S)", "Ordförande"),
        ("", ""),
    ],
)
def test_what_is_no_pair_of_signatures(who: str, what: str) -> None:
    assert _cuts(who.split(), what.split()) is None
