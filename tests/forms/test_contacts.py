"""Telephone numbers, e-mail and postal addresses, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms import contacts
from pipeline.forms.contacts import address_places, find_addresses, find_emails, find_phones

PHONES = [
    "0226-64 50 00",
    "08-530 610 00",
    "031-368 20 00",
    "070-123 45 67",
    "0701234567",
    "070 123 45 67",
    "0431-870 00",
    "+46 70 123 45 67",
    "+46 8 530 610 00",
    "+46 (0)70-123 45 67",
    "08/530 610 00",
    "08 - 530 610 00",
    "023-830 14",
    "(08) 530 610 00",
    "0322-616668",
    "0046 70 123 45 67",
    "076-555 12 12",
    "0980-700 00",
    "021-39 00 00",
    "060-191000",
]
NO_PHONES = [
    "212000-2882",
    "981-1134",
    "17 62 00-4",
    "2019-08-19",
    "1 850 000 kr",
    "0471/19",
    "KS 94/118 045",
    "2018-00871",
    "0,25 procent",
    "791 83 FALUN",
    "780101-2357",
    "08.00-16.30",
    "0-16 år",
    "1994-03-14",
    "01.0412.822",
    "5402-9681",
    "100 000 kr",
    "0 100 200 kr",
    "",
]
ADDRESSES = [
    "Myrgatan 4",
    "Myrgatan 4, 774 30 Avesta",
    "Storgatan 12 B",
    "Norra Kyrkogatan 3, 262 80 Ängelholm",
    "Skolvägen 1A",
    "Box 304, 733 25 Sala",
    "August Palms plats 1",
    "Stora Torget 2, 582 19 Linköping",
    "Ekbacken 7, lgh 1102, 112 33 Stockholm",
    "Västra Esplanaden 18",
    "S:t Olofsgatan 9, 753 21 Uppsala",
    "Kyrkstigen 44",
]
NO_ADDRESSES = [
    "Bjursås 14:3",
    "väg 40",
    "Box 304",
    "7 gatan",
    "på gatan 4 bor",
    "kvarteret Fjällvråken",
    "vägen 2019",
    "§ 14",
    "",
    "linje 708",
    "Agenda 2030",
    "Kommunfullmäktige 2019-03-04",
]
EMAILS = ["karin.berg@avesta.se", "emma_rosen-78@gmail.com", "info@kommun.ale.se", "a.b+c@sub.domain.nu"]


@pytest.mark.parametrize("number", PHONES)
@pytest.mark.parametrize("frame", ["{}", "Tel {}.", "ring {}, så", "Telefon: {}\n"])
def test_phones(number: str, frame: str) -> None:
    text = frame.format(number)
    assert [text[m.start : m.end] for m in find_phones(text)] == [number]


@pytest.mark.parametrize("text", NO_PHONES)
def test_no_phones(text: str) -> None:
    assert find_phones(text) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses(address: str) -> None:
    text = f"Hon bor på {address}."
    assert [text[m.start : m.end] for m in find_addresses(text)] == [address]


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_no_addresses(text: str) -> None:
    assert find_addresses(text) == []


@pytest.mark.parametrize("address", EMAILS)
def test_emails(address: str) -> None:
    text = f"Skriv till {address}."
    assert [text[m.start : m.end] for m in find_emails(text)] == [address]


def test_only_mail_services_show_a_private_address() -> None:
    assert [m.private for m in find_emails("a@gmail.com b@avesta.se c@hotmail.com")] == [True, False, True]


@given(
    st.sampled_from(ADDRESSES),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["", *"aA 1,\n"]), st.booleans()), max_size=3),
)
def test_each_address_has_a_part_that_is_sooner_found(address: str, changes: list[tuple[int, str, bool]]) -> None:
    for place, letter, instead in changes:
        address = address[:place] + letter + address[place + instead :]
    for match in contacts._ADDRESS.compiled.finditer(address):
        assert any(match.start() <= place < match.end() for place in address_places(address))


@given(st.text(alphabet="+0123456789-/ ()gatanSvägBox.@,\n", max_size=100))
def test_no_text_makes_them_raise(text: str) -> None:
    for match in (*find_phones(text), *find_emails(text), *find_addresses(text)):
        assert 0 <= match.start < match.end <= len(text)
