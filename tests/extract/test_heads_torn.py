"""Letterheads that an old OCR tore apart: the same facts are found in each."""

from pathlib import Path

import pytest

from pipeline.extract.head import read_head
from pipeline.memo.build import find_memos
from pipeline.run import read_pages
from tests.extract.marked import memo_of
from tests.extract.test_head_layouts import FACTS, TITLE

BODY = """\
Frågan har väckts av flera föreningar under det senaste året. Nu gällande
regler är från 1996 och behöver ses över. Kostnaden beräknas till
120 000 kronor för helåret och ryms inom nämndens ram.

Förslag till beslut

Socialkontoret föreslår socialnämnden besluta

att anta de nya avgifterna

Hans Norringe
Utredare
"""
HEADS = (Path(__file__).parent / "data/heads_torn.txt").read_text(encoding="utf-8").split("===\n")[1:]


@pytest.mark.parametrize("number", range(len(HEADS)))
def test_torn_head(tmp_path: Path, number: int) -> None:
    file = tmp_path / "memo.txt"
    file.write_text(HEADS[number].replace("@T", TITLE) + "\n" + BODY, encoding="utf-8")
    head = read_head(find_memos(read_pages(file))[0])
    assert {name: getattr(getattr(head, name), "value", None) for name in FACTS} == FACTS


def test_a_body_beside_a_telephone(tmp_path: Path) -> None:
    """The addressee stands on two lines of a column, the officer and the telephone left of it."""
    file = tmp_path / "memo.txt"
    columns = "Handläggare Till\nIda Norringe, utredare Barn- och\nTfn 0935-555 00 ungdomsnämnden\n"
    head = f"Vännäs kommun\n1996-05-13\n{columns}"
    file.write_text(f"{head}\n{TITLE}\n\n{BODY}", encoding="utf-8")
    found = read_head(find_memos(read_pages(file))[0])
    assert found.addressee is not None
    assert found.addressee.value == "Barn- och ungdomsnämnden"


@pytest.mark.parametrize(
    ("top", "date", "number"),
    [
        ("Datum 1996-05-13\nVännäs kommun Dnr SN 96.0087 622", "1996-05-13", "SN 96.0087 622"),
        ("1996-05-13 Vännäs\nSN 96.0087 622\nkommun", "1996-05-13", "SN 96.0087 622"),
        ("Vännäs kommun\nSida 2(2)\n1996-05-13", "1996-05-13", None),
        ("den 30 september 1996, då avtalet löper ut.", None, None),
        ("Protokoll 1996-05-13 från mötet med föreningen", None, None),
        ("Sida 2(2)", None, None),
    ],
)
def test_what_a_later_page_repeats(tmp_path: Path, top: str, date: str | None, number: str | None) -> None:
    file = tmp_path / "memo.txt"
    head = f"Vännäs kommun ea 19%6-0\nSocialkontoret\nHans Norringe\n\nSocialnämnden\n\n{TITLE}\n\n"
    first, rest = BODY.split("Förslag till beslut")
    file.write_text(f"{head}{first}\f{top}\n\nFörslag till beslut{rest}", encoding="utf-8")
    found = read_head(find_memos(read_pages(file))[0])
    assert (getattr(found.date, "value", None), getattr(found.diarienummer, "value", None)) == (date, number)


@pytest.mark.parametrize(
    ("logo", "municipality"),
    [
        ("145-2016 Gymnasieförbund", "Norra Dalens gymnasieförbund"),
        ("ee. gymnasieförbund", "Norra Dalens gymnasieförbund"),
        ("eo aes gymnasieförbund", "Norra Dalens gymnasieförbund"),
        ("gymnasieförbund 2016-09-26", "Norra Dalens gymnasieförbund"),
        ("4 gymnasieförbund", "Norra Dalens gymnasieförbund"),
        ("3: gymnasieförbund", "Norra Dalens gymnasieförbund"),
        ("Gymnasieförbund 2016-09-26 145-2016", "Norra Dalens gymnasieförbund"),
        ("Norra Dalens gymnasieförbund", "Norra Dalens gymnasieförbund"),
        ("Södra Dalens gymnasieförbund", "Södra Dalens gymnasieförbund"),
        ("Vännäs kommun", "Vännäs kommun"),
    ],
)
def test_an_association_whose_name_was_torn(tmp_path: Path, logo: str, municipality: str) -> None:
    """What stands beside a logo is no part of the name, which stands whole in the text."""
    file = tmp_path / "memo.txt"
    body = BODY.replace("flera föreningar", "Norra Dalens gymnasieförbund")
    file.write_text(f"{logo}\n\nTjänsteskrivelse\n\n1996-05-13\n\n{TITLE}\n\n{body}", encoding="utf-8")
    head = read_head(find_memos(read_pages(file))[0])
    assert head.municipality is not None
    assert head.municipality.value == municipality


@pytest.mark.parametrize("dirt", ["- ", "– ", ". ", "_ ", "~ ", "| ", "° ", "* ", ": ", "'. ", "", "= "])
def test_dirt_before_a_title(dirt: str) -> None:
    title = "Förlängning av avtal om drift av boendet"
    head = read_head(
        memo_of(f"Avesta kommun\nDatum: 2019-03-04\nDnr: KS 2019/118\n== title\n{dirt}{title}\n== body\nText.")
    )
    assert head.title is not None
    assert head.title.value == title
