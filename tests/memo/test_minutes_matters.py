"""Minutes with several matters on a page: each § heads a matter, also below the one before's recipients, and a lead-in
that two pages begin with is no page head."""

import pytest

from pipeline.memo.build import find_memos
from pipeline.memo.furniture import leads_in
from pipeline.memo.memo import Memo, SectionKind
from pipeline.read.page import Page
from tests.memo.typeset import Sheet, check, of, plain

LEFT, RIGHT = 70.0, 525.0
TELLS = (
    "Förvaltningen har på nämndens uppdrag sett över frågan, som senast prövades för två år sedan. Under tiden har "
    "kostnaderna ökat med 12 procent, medan intäkterna varit oförändrade. Föreningarna har fått yttra sig."
)
LISTS = {"Protokollsutdrag till": SectionKind.RECIPIENTS, "Beslutsunderlag": SectionKind.DOCUMENTS}
HEADS = {
    "number at the margin": ("§ 42 Ansökan om bidrag till festival", "KFN 2018/91"),
    "number on the line": ("§ 42 Ansökan om bidrag till festival KFN 2018/91", ""),
    "no number": ("§ 42 Ansökan om bidrag till festival", ""),
    "no space": ("§42 Ansökan om bidrag till festival", "2018-91"),
}


def read(*pages: Page) -> Memo:
    (memo,) = find_memos(list(pages))
    check(memo)
    return memo


def page(number: int, first: str, dnr: str, heading: str, lead: str = "Nämnden beslutar") -> Sheet:
    s = Sheet(number)
    s.put(LEFT, 50, "Lillaby kommun").put(RIGHT, 50, "PROTOKOLL", right=True)
    s.put(LEFT, 64, "Kultur- och fritidsnämnden").put(RIGHT, 64, "2018-09-19", right=True)
    s.put(LEFT, 110, first, bold=True)
    if dnr:
        s.put(RIGHT, 110, dnr, right=True)
    y = s.text(LEFT, 132, TELLS, RIGHT) + 14
    s.put(LEFT, y, lead)
    y = s.text(LEFT, y + 16, "att godkänna uppföljningen.", RIGHT) + 14
    s.put(LEFT, y, heading, bold=True)
    y = s.lines(LEFT, y + 15, ["Ekonomikontoret", "Lillaby IF"])
    return s


@pytest.mark.parametrize("heading", LISTS)
@pytest.mark.parametrize("head", HEADS)
def test_the_next_matter_ends_the_list_before(head: str, heading: str) -> None:
    title, dnr = HEADS[head]
    s = page(1, "§ 41 Nya avgifter för kommunens badplatser", "KFN 2018/77", heading)
    s.put(LEFT, 470, title, bold=True)
    if dnr:
        s.put(RIGHT, 470, dnr, right=True)
    y = s.text(LEFT, 492, TELLS, RIGHT) + 14
    s.put(LEFT, y, "Nämnden beslutar")
    s.text(LEFT, y + 16, "att avslå ansökan.", RIGHT)
    memo = read(s.page())
    listed = " ".join(of(memo, LISTS[heading]))
    assert "Lillaby IF" in listed
    assert not {"Förvaltningen", "§", "avslå"} & set(listed.split())
    assert any(t.startswith("Förvaltningen har") for t in of(memo, SectionKind.BODY))


OLD = """LILLABY KOMMUN PROTOKOLL 2018-09-19
Kultur- och fritidsnämnden

§ 41 Nya avgifter för kommunens badplatser KFN 2018/77

{tells}

Kultur- och fritidsnämnden beslutar

att godkänna uppföljningen.

{heading}
Ekonomikontoret
Lillaby IF

{head}

{tells}

Kultur- och fritidsnämnden beslutar

att avslå ansökan.
"""


@pytest.mark.parametrize("heading", LISTS)
@pytest.mark.parametrize("head", [" ".join(h).strip() for h in HEADS.values()])
def test_the_text_below_a_matter_of_old_text_is_no_title(head: str, heading: str) -> None:
    told = TELLS.replace(". ", ".\n").replace(", som", ",\nsom")
    memo = read(plain(OLD.format(tells=told, heading=heading, head=head)))
    assert not any("Förvaltningen har" in t for t in of(memo, SectionKind.TITLE))
    assert sum("Förvaltningen har" in t for t in of(memo, SectionKind.BODY)) == 2


def test_a_title_below_its_number_is_one() -> None:
    memo = read(plain(OLD.format(tells=TELLS, heading="Delges", head="§ 42\n\nAnsökan om bidrag till festival")))
    assert any("Ansökan om bidrag" in t for t in of(memo, SectionKind.TITLE))


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("Kommunstyrelsen beslutar", True),
        ("Kultur- och fritidsnämnden beslutar att", True),
        ("Nämnden beslutar för egen del:", True),
        ("Kommunstyrelsen föreslår kommunfullmäktige", True),
        ("Tekniska nämnden föreslår kommunfullmäktige besluta", True),
        ("Utskottet föreslår kommunstyrelsen besluta att", True),
        ("Nämnden hemställer:", True),
        ("Kommunstyrelsen", False),
        ("Kommunstyrelsens beslut", False),
        ("Socialnämnden PROTOKOLL", False),
        ("Utdragsbestyrkande", False),
        ("Justerandes signatur", False),
        ("Beslutande organ", False),
    ],
)
def test_lead_ins_are_no_page_heads(line: str, leads: bool) -> None:
    assert leads_in(line) is leads


def test_a_lead_in_on_top_of_each_page_stays() -> None:
    pages = []
    for number in (1, 2, 3):
        s = Sheet(number)
        s.put(LEFT, 50, "Lillaby kommun").put(RIGHT, 50, "PROTOKOLL", right=True)
        s.put(LEFT, 64, "Kultur- och fritidsnämnden").put(RIGHT, 64, f"Blad {number}", right=True)
        if number > 1:
            s.put(LEFT, 100, "Kultur- och fritidsnämnden beslutar")
            y = s.text(LEFT, 116, "att godkänna uppföljningen.", RIGHT) + 20
        else:
            y = 100.0
        s.put(LEFT, y, f"§ {40 + number} Uppföljning av ekonomin", bold=True)
        s.text(LEFT, y + 20, TELLS + " " + TELLS, RIGHT)
        pages.append(s.page())
    memo = read(*pages)
    said = " ".join(of(memo, SectionKind.FURNITURE))
    assert "beslutar" not in said
    assert "beslutar" in memo.text


@pytest.mark.parametrize(
    ("head", "titled"),
    [
        ("§ 41", True),
        ("§ 41 (forts.)", False),
        ("§ 41 forts.", False),
        ("§ 41 Forts", False),
        ("§ 41 (fortsättning)", False),
    ],
)
def test_a_matter_that_goes_on_has_no_title_below_its_number(head: str, titled: bool) -> None:
    one = page(1, "§ 41 Nya avgifter för kommunens badplatser", "KFN 2018/77", "Beslutsunderlag")
    two = Sheet(2)
    two.put(LEFT, 50, "Lillaby kommun").put(RIGHT, 50, "PROTOKOLL", right=True)
    two.put(LEFT, 64, "Kultur- och fritidsnämnden").put(RIGHT, 64, "2018-09-19", right=True)
    two.put(LEFT, 110, head, bold=True)
    told = "Av kostnaden för resorna betalas 400 tkr ur reserven för året, varav hälften är stöd till Ekbys"
    two.put(LEFT, 132, told)
    two.put(LEFT, 146, "Folkmusikförening.")
    two.text(LEFT, 175, TELLS, RIGHT)
    memo = read(one.page(), two.page())
    assert any(told in text for text in of(memo, SectionKind.TITLE)) is titled
    assert any(f"{told} Folkmusikförening." in text for text in of(memo, SectionKind.BODY)) is not titled


AGAIN = [
    "§ 41 forts.", "§ 41 (forts.)", "§ 41 forts", "Forts. § 41", "KFN § 41 forts.", "Forts KFN § 41", "§ 41 Forts.",
    "§41 forts.", "§ 41, forts.", "Fortsättning § 41",
]  # fmt: skip


@pytest.mark.parametrize("again", AGAIN)
@pytest.mark.parametrize("numbered", [False, True])
def test_points_go_on_below_the_paragraph_on_the_next_page(again: str, numbered: bool) -> None:
    points = ["anta taxan,", "bemyndiga nämnden att räkna upp avgifterna, samt", "upphäva nu gällande taxa."]
    if numbered:
        points = ["1. Taxan antas.", "2. Nämnden bemyndigas att räkna upp avgifterna.", "3. Nu gällande taxa upphävs."]
    else:
        points = [f"att {point}" for point in points]
    first, second = Sheet(1), Sheet(2)
    for number, s in ((10, first), (11, second)):
        s.put(LEFT, 50, "Lillaby kommun").put(RIGHT, 50, "PROTOKOLL", right=True)
        s.put(LEFT, 64, "Kultur- och fritidsnämnden").put(RIGHT, 64, f"Sida {number}", right=True)
    first.put(LEFT, 110, "§ 41 Taxa för badplatser", bold=True)
    y = first.text(LEFT, 132, TELLS, RIGHT) + 14
    first.put(LEFT, y, "Kultur- och fritidsnämndens beslut", bold=True)
    first.lines(LEFT, y + 20, points[:2], step=1.6)
    second.put(LEFT, 110, again)
    second.lines(LEFT, 132, points[2:])
    y = second.text(LEFT, 170, TELLS, RIGHT)
    memo = read(first.page(), second.page())
    (decision,) = [s for s in memo.sections if s.kind is SectionKind.DECISION]
    text = memo.text[decision.start : decision.end]
    assert all(point in text for point in points)


def test_the_text_goes_on_below_the_paragraph_on_the_next_page() -> None:
    first, second = Sheet(1), Sheet(2)
    for number, s in ((10, first), (11, second)):
        s.put(LEFT, 50, "Lillaby kommun").put(RIGHT, 50, "PROTOKOLL", right=True)
        s.put(LEFT, 64, "Kultur- och fritidsnämnden").put(RIGHT, 64, f"Sida {number}", right=True)
    first.put(LEFT, 110, "§ 41 Taxa för badplatser", bold=True)
    first.put(LEFT, 132, "Kultur- och fritidsnämndens beslut", bold=True)
    first.lines(LEFT, 152, ["att anta taxan."])
    second.put(LEFT, 110, "§ 41 forts.")
    second.text(LEFT, 132, TELLS, RIGHT)
    memo = read(first.page(), second.page())
    (decision,) = [s for s in memo.sections if s.kind is SectionKind.DECISION]
    assert "Förvaltningen har" not in memo.text[decision.start : decision.end]
