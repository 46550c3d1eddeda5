"""Minutes as whole files: where matters begin and end, and decisions without a heading of their own."""

from pathlib import Path

from pipeline.run import extract, find_memos, read_pages

TWO_MATTERS = """Storåns kommun                SAMMANTRÄDESPROTOKOLL          Sida 3 (9)

Kommunstyrelsen               Sammanträdesdatum
                              2018-04-16

Ks § 61                       Dnr KS 2018/112

Begäran om tilläggsanslag för takbyte på Ekskolan

Kommunstyrelsens beslut

1. Kommunstyrelsen beviljar tekniska utskottet tilläggsanslag om 1 450 000 kronor.
2. Medlen anvisas ur investeringsreserven.

Expediering
Tekniska utskottet
Ekonomiavdelningen

Ks § 62                       Dnr KS 2018/87

Svar på medborgarförslag om hundrastgård

Kommunstyrelsens förslag till kommunfullmäktige

att medborgarförslaget avslås.
"""

FOR_TWO_BODIES = """REGION EXEMPEL
Regionstyrelsen               Protokollsutdrag
                              Sammanträde 2016-02-09

§ 14. Svar på motion om fria bussresor (RS150412)

Regionstyrelsen beslutar för egen del
att notera informationen.

Regionstyrelsen föreslår regionfullmäktige besluta
att avslå motionen.

Reservation
Karin Berg (V) reserverar sig mot beslutet.
"""


def decided(tmp_path: Path, text: str) -> list[tuple[str | None, ...]]:
    file = tmp_path / "protokoll.txt"
    file.write_text(text, encoding="utf-8")
    pages = read_pages(file)
    assert find_memos(pages)
    (rows,) = extract(pages, "0" * 16)
    return [
        (d.paragraph, d.diarienummer, d.title, d.action, d.proposed_to) for d in rows.decisions if d.kind == "decision"
    ]


def test_a_matter_begins_below_the_recipients_of_the_one_before(tmp_path: Path) -> None:
    first = ("61", "KS 2018/112", "Begäran om tilläggsanslag för takbyte på Ekskolan")
    assert decided(tmp_path, TWO_MATTERS) == [
        (*first, "grant", None),
        (*first, "fund", None),
        ("62", "KS 2018/87", "Svar på medborgarförslag om hundrastgård", "reject", "Kommunfullmäktige"),
    ]


def test_decisions_of_two_bodies_without_a_heading(tmp_path: Path) -> None:
    matter = ("14", "RS150412", "Svar på motion om fria bussresor")
    assert decided(tmp_path, FOR_TWO_BODIES) == [
        (*matter, "note", None),
        (*matter, "reject", "Regionfullmäktige"),
    ]
