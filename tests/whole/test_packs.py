"""A pack of papers from outside: a row for each memo, appendices attached, every fact its own document's."""

from pathlib import Path

from tests.conftest import MEMO
from tests.whole.conftest import Lupp

SECOND = """\
Exempelby kommun                    TJÄNSTESKRIVELSE
Socialförvaltningen                 2021-03-09
                                    Dnr SN 2021/777

Socialnämnden

Bidrag till kvinnojouren

Förslag till beslut

1. Socialnämnden beviljar kvinnojouren 82 000 kronor.

Ärendet

Jouren har sökt bidrag för 2021.

Anna Lind
Förvaltningschef
"""
APPENDIX = """\
                                                        Bilaga 1
AVTAL

Mellan Exempelby kommun och Byrån AB träffas följande avtal.

§ 1 Ersättningen är 390 000 kronor per år.
§ 2 Förslag till beslut om förlängning lämnas senast den 1 oktober 2023.
"""


def test_a_pack_of_old_text(lupp: Lupp, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "möte.txt").write_text("\f".join([MEMO, APPENDIX, SECOND]), encoding="utf-8")
    result = lupp(folder)
    assert result.code == 0, result.stderr
    rows = sorted(result.rows("documents"), key=lambda row: int(row["page_first"]))
    assert [row["document_type"] for row in rows] == ["memo", "other", "memo"]
    assert [row["diarienummer"] for row in rows if row["document_type"] == "memo"] == ["SN 2021/123", "SN 2021/777"]
    sha = rows[0]["document_id"].removesuffix("-p1")
    assert [row["document_id"] for row in rows] == [f"{sha}-p1", f"{sha}-p2", f"{sha}-p3"]
    assert [row["attached_to"] for row in rows] == ["", f"{sha}-p1", ""]
    assert "attached_to" in rows[0]
    amounts = {(row["document_id"], row["amount_sek"]) for row in result.rows("amounts")}
    assert amounts == {(f"{sha}-p1", "450000"), (f"{sha}-p2", "390000"), (f"{sha}-p3", "82000")}
    proposals = {row["document_id"] for row in result.rows("decisions") if row["kind"] != "earlier"}
    assert proposals == {f"{sha}-p1", f"{sha}-p3"}
    assert "Byrån AB" in (result.output / "text" / f"{sha}-p2.txt").read_text(encoding="utf-8")


def test_a_memo_alone_has_a_plain_id(lupp: Lupp, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "memo.txt").write_text(MEMO.replace("Ärendet\n", "\fÄrendet\n"), encoding="utf-8")
    (row,) = lupp(tmp_path / "in").rows("documents")
    assert (row["page_first"], row["page_last"], row["attached_to"]) == ("1", "2", "")
    assert "-p" not in row["document_id"]
