"""The matter's own § at the head of its next page, and what is another's."""

import pytest

from pipeline.forms.paragraphs import CONTINUED

OWN = [
    "§ 214 forts.", "§ 12:3 (forts.)", "Forts. § 12", "KS § 98 (forts.)", "Forts. KS § 98", "forts § 7", "§ 34 forts",
    "§ 12 Dnr KS 2019/118", "Au § 12 Dnr KS 2019/118", "§ 12 fortsättning", "forts. § 142 Dnr KS 2016/221",
    "$ 12 forts.", " § 98 - forts. ", "r § 58 (forts.)", "_ § 58 forts.", "' Forts. § 12",
]  # fmt: skip
OTHERS = [
    "§ 12", "r § 58", "i § 58 forts sker",
    "KS § 98", "Kommunstyrelsen § 98", "Protokoll 2019-03-04, § 12", "§ 12 Ny taxa",
    "Beslutet § 12 fortsätter att gälla",
    "Forts.", "Forts. på nästa sida", "3 § forts.", "§ 12 och § 13", "KF § 112/2019",
]  # fmt: skip


@pytest.mark.parametrize("line", OWN)
def test_own(line: str) -> None:
    assert CONTINUED.match(line)


@pytest.mark.parametrize("line", OTHERS)
def test_others(line: str) -> None:
    assert not CONTINUED.match(line)
