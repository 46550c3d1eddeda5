"""Old OCR text: dirt at a line's end, bullets with dirt, a recipient's address at a page's foot, who signs for whom."""

import pytest

from pipeline.memo.memo import BlockKind, Memo, SectionKind
from pipeline.memo.text_front import parts_of
from tests.memo.test_old_text import HEAD, TEXT, memo_of

POINTS = """
Förslag till beslut

Socialnämnden beslutar

att godkänna redovisningen.

"""


# a line, the one below it, and what they say together
RUN_ON = [
    ("Därför får kommunen inte längre avtala med AB Krokbostäder .", "om ett fastighetsnät.", "AB Krokbostäder om ett"),
    ("Kontoret har haft samråd om lokalerna och om :", "hyran för dem.", "och om hyran"),
    ("Hyran föreslås höjas från och med ;", "årsskiftet.", "från och med årsskiftet"),
    ("Bidraget går till föreningar som har verksamhet för .", "unga.", "verksamhet för unga"),
    ("Nämnden har sökt medel hos staten till :", "elevhälsan.", "till elevhälsan"),
    ("Anläggningen sköts av en förening på uppdrag av ©", "nämnden.", "på uppdrag av nämnden"),
    ("Motorklubben får inget bidrag enligt beslutet den 14 ©", "september 2017.", "den 14 september 2017"),
    ("Kostnaden för den nya hallen i Hult är enligt kalkyl ;", "mycket hög.", "enligt kalkyl mycket hög"),
]
ENDS = [
    ("Det får därför anses vara utrett att hyran är skälig .", "Nämnden har inget att erinra.", "är skälig . Nämnden"),
    ("Följande handlingar har legat till grund för yttrandet :", "Skrivelse från Hult.", "yttrandet : Skrivelse"),
    ("Kontoret föreslår att nämnden beslutar :", "bifalla ansökan.", "beslutar : bifalla"),
]


def _flat(memo: Memo) -> str:
    return " ".join(memo.text.split())


@pytest.mark.parametrize(("line", "below", "read"), RUN_ON)
def test_a_sign_that_stands_apart_at_a_line_s_end_is_dirt_where_the_text_runs_on(
    line: str, below: str, read: str
) -> None:
    assert read in _flat(memo_of(f"{HEAD}{line}\n{below}\n\n{TEXT}"))


@pytest.mark.parametrize(("line", "below", "read"), ENDS)
def test_a_sentence_ends_where_none_runs_on(line: str, below: str, read: str) -> None:
    assert read in _flat(memo_of(f"{HEAD}{line}\n{below}\n\n{TEXT}"))


@pytest.mark.parametrize("title", ["Byggnadsnämndens begäran om :", "Byggnadsnämndens begäran om ;"])
def test_a_title_goes_on_past_dirt(title: str) -> None:
    text = HEAD.replace("Ändrade avgifter inom hemtjänsten", title + "\ntilläggsbudget")
    assert "Byggnadsnämndens begäran om tilläggsbudget" in _flat(memo_of(text + TEXT))


@pytest.mark.parametrize("bullet", ["-e", "e-", "~e", "-¢", "¢-", ".e", "-*", "»-", "_•", "’e", "-°", "–«"])
def test_a_bullet_with_dirt_is_one(bullet: str) -> None:
    points = f"\nFörslag till beslut\nSocialnämnden beslutar\n¢ anvisa medlen\n{bullet} förlänga avtalet till 2019.\n"
    memo = memo_of(HEAD + TEXT + points)
    items = [memo.text[b.start : b.end].partition(" ")[2] for b in memo.blocks if b.kind == BlockKind.ITEM]
    assert items == ["anvisa medlen", "förlänga avtalet till 2019."]


@pytest.mark.parametrize("first", ["-en", "en", "e-post", "1-2", "(e)", "-5", "e"])
def test_what_is_no_bullet_with_dirt(first: str) -> None:
    assert f"{first} del av" in _flat(memo_of(f"{HEAD}Hyran är en stor\n{first} del av allt som kostar.\n\n{TEXT}"))


ENTRIES = [
    "Hults IF, Box 12, 123 45 Hult",
    "Bergmans Bygg AB, Box 7, 123 45 Hult",
    "Hults Sportklubb, att: Eva Ek, Box 3, 123 45 Hult",
    "Energibolaget i Hult AB, 556012-3456, Box 12, 123 45 Hult",
    "Hults IF (Box 12, 123 45 Hult)",
    "Hults Bostäder AB, telefon 0123-123 45",
    "Hults Folkets Hus, Box 2, 123 45 Hult, info@folketshus.se",
    "Länsstyrelsen i Dalarnas län, 791 84 Falun, Box 1",
    "Västra Hults vägförening, Box 12, 123 45 Hult",
    "Föreningen Orgelvännerna, c/o Bo Alm, Box 12, 123 45 Hult",
]
FEET = [
    "Lillaby kommun, Box 12, 123 45 Lillaby, telefon 0123-123 00",
    "Socialförvaltningen, Box 12, 123 45 Lillaby, telefon 0123-123 00",
    "Postadress Box 12, 123 45 Lillaby Telefon 0123-123 00 Postgiro 12 34 56-7",
    "Box 12, 123 45 Lillaby Besöksadress Storgatan 1 Telefon 0123-123 00",
]


def _recipients(memo: Memo) -> str:
    return " ".join(" ".join(memo.text[s.start : s.end].split()) for s in memo.sections_of(SectionKind.RECIPIENTS))


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("foot", ["", "\nLillaby kommun, Box 1, 123 40 Lillaby Tel 0123-123 00 Fax 0123-123 45\n"])
def test_a_recipient_with_an_address_is_no_foot(entry: str, foot: str) -> None:
    memo = memo_of(f"{HEAD}{TEXT}{POINTS}Beslutet skickas till\nKommunstyrelsen\n{entry}\n{foot}")
    assert entry in _recipients(memo)


@pytest.mark.parametrize("foot", FEET)
def test_a_foot_below_recipients_is_one(foot: str) -> None:
    for gap in ("", "\n"):
        memo = memo_of(f"{HEAD}{TEXT}{POINTS}Beslutet skickas till\nKommunstyrelsen\n{gap}{foot}\n")
        assert "123 45" not in _recipients(memo)


@pytest.mark.parametrize(
    ("sender", "below"),
    [
        ("För näringslivs- och utvecklingsenheten", "Nils-Erik Stubbe\nNäringslivssekreterare"),
        ("För tekniska kontoret", "Eva Ek\nTeknisk chef"),
        ("Enligt uppdrag", "Eva Ek\nSekreterare"),
        ("Socialförvaltningen", "Eva Ek\nSocialchef"),
        ("SOCIALFÖRVALTNINGEN", "Eva Ek\nSocialchef"),
        ("Tekniska kontoret", "Eva Ek\n\nSlut"),
    ],
)
def test_who_signs_is_no_part_of_the_last_point(sender: str, below: str) -> None:
    memo = memo_of(
        f"{HEAD}{TEXT}\nFörslag till beslut\nSocialnämnden beslutar\natt bevilja medel,\n"
        f"att anslå 350 kkr ur kapitalet.\n{sender}\n{below}\n"
    )
    items = [" ".join(memo.text[b.start : b.end].split()) for b in memo.blocks if b.kind == BlockKind.ITEM]
    assert items[-1] == "att anslå 350 kkr ur kapitalet."


def test_what_begins_as_a_sender_s_line_may_be_text() -> None:
    text = "Det är nu klart att skolan byggs i Hult.\nFör tekniska kontoret\ninnebär det mer arbete under våren.\n"
    assert "Hult. För tekniska kontoret innebär" in _flat(memo_of(HEAD + text + "\n" + TEXT))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Edsbo Ytbehandling AB, Roteberg 12:40 - föreläggande och", 1),
        ("Förhandsbesked för Norrhult 11:23 och", 1),
        ("Vite, Timmele 19:24, olovligt byggande", 1),
        ("Haga 14:112 - strandskydd", 1),
        ("Socialförvaltningen SN 2004/112", 2),
    ],
)
def test_a_property_is_no_registry_s_number(line: str, count: int) -> None:
    assert len(parts_of(line.split())) == count
