"""How sums of money and percentages are written in Swedish memos: a grammar of our own, told from the string alone.

`find_amounts` gives every amount with its value, unit, rate, bound and VAT; `parse_number` and `unit_of` read a table's
cells and headings. A number that may have lost digits (a group cut off, a letter among the digits) is left out or gets
a confidence of at most 0.4: the value is never guessed.
"""

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.forms import amounts_numbers as numerals
from pipeline.forms.amounts_joint import with_larger
from pipeline.forms.amounts_labels import past_label, trust
from pipeline.forms.amounts_match import AmountMatch, Number
from pipeline.forms.amounts_near import near_units
from pipeline.forms.amounts_numbers import (
    DIGITS,
    LOW_WORDS,
    MINUS,
    SPACE,
    WORDS,
    parse_number,
    value_in_words,
    value_of,
)
from pipeline.forms.amounts_qualifiers import VAT_AFTER, VAT_BEFORE, qualified
from pipeline.forms.amounts_shared import APART, JOIN, listed, share_rate, sharing, the_rest, with_bracketed
from pipeline.forms.amounts_signs import SIGNED, sign_before
from pipeline.forms.amounts_specks import as_printed, cleaned
from pipeline.forms.amounts_units import (
    AFTER,
    BEFORE,
    BEFORE_ENDS,
    DASH,
    GAP,
    Scale,
    may_hold_unit,
    rate_at,
    scale_of,
    unit_of,
)
from pipeline.tables import Vat

__all__ = ["AmountMatch", "Scale", "find_amounts", "parse_number", "unit_of"]


OF_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-(?P<month>\d\d-)?$")
DAY_NEXT = re.compile(r"-\d\d(?!\d)")
THOUSANDTHS = re.compile(r"(?<![,\d])\d{1,3},\d{3}\Z")
UNROUND = ("mnkr", "mdkr", "procent", "procentenheter")
# "20-procentig höjning", but a post of 50 percent is somebody's hours
ADJECTIVE = re.compile(
    r"[-–]procentig(?:a|t)?(?! ?(?:tjänst|befatt|anställ|arbet|sjuk|ledig|tid))(?!\w)", re.IGNORECASE
)
YEAR_WORD = re.compile(
    rf"(?<!\w)(?:år|året|åren|budget|budgeten|bokslut|prognos|utfall|plan|under|sedan|vt|ht|i|för|\(|januari|februari|mars|april|maj|juni|juli"
    rf"|augusti|september|oktober|november|december){GAP}$",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"kr(?!\w)|kron|sek(?!\w)|kost|skuld|avvik|netto|differens|förlust|vinst|tillskott|amorter|finansier|omsätt|underskott|överskott|resultat|värde|ersättning|avgift|hyra|intäkt|budget|bidrag|lån|intäkt|anslag|anslå|invester|utgift|skatt|euro|pris|medel|borgen|spar|sats(?:a|n)|avs[aä]tt|tillför|anvis|bevilj|beräkn|uppskatt|kapital|fond(?:en)?(?!\w)|betal|ekonom|effektivis|tilldel|(?<!\w)ram",
    re.I,
)
PLAIN = re.compile(
    r"(?:\s?[.,;:)!?]|\s?$|\s(?:per|för|till|i|från|under|på|och|eller|om|av|år|kr|ska|skall|kan|kommer|räcker|täcker|exkl|inkl|exklusive|inklusive|mer|mindre|bättre|sämre|högre|lägre|jämfört|mot|efter|varav|men|som|vilket|ur|avser|avsätts|extra|årligen|samt|respektive|fördela(?:s|t|de)|löper|behövs|saknas|återstår|utöver|inom|vid|hos|åren|totalt)(?!\w))",
    re.I,
)
SIGNS = MINUS + "+"
VAGUE = re.compile(r"(?<!\w)(?:par|några|flera|många|åtskilliga|i|\()\s?$", re.IGNORECASE)  # "ett par tusen kronor"
AGAIN = re.compile(rf"{GAP}?\((?P<words>[^\W\d_][^\d()\n]{{1,40}})\)")
SIZE = re.compile(r"(?:m|mn|k|t)(?!\w)", re.IGNORECASE)
SIZES = {"m": Decimal(1_000_000), "k": Decimal(1000), "t": Decimal(1000)}
OERE = re.compile(rf"{GAP}(?:och{GAP})?(?P<oere>\d{{1,2}}){GAP}öre(?!\w)", re.IGNORECASE)
BARE_WORD = re.compile(r"(?:tusen|hundra)(?!\w)", re.IGNORECASE)
OF_SOMETHING = re.compile(rf"{GAP}av{GAP}(?:[\w]{{1,30}}{GAP}){{1,3}}(?=per{GAP}år(?!\w))")
PRICE = re.compile(
    r"(?:(?<!\w)(?:kostar|kostade|á|à|betalar|skattesats|skattesatsen|utdebitering|utdebiteringen|skatten)"
    r"|(?:pris|priset|avgift|avgiften|taxa|taxan)),?\s(?:[\w:.,/]{1,20}\s){0,7}$",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?<!\w)(?:kl|klockan|tid|tiden|öppet|mellan|gäller|tas|debiteras|vardagar|lördagar|dagtid|kap)(?!\w)", re.I
)
NAMED = re.compile(r"(?<!\w)[A-ZÅÄÖ][^\W\d_]+\s$")
# "höjs från 6:35 till 6:85": no times of day
CHANGED = re.compile(
    rf"(?:höj|sänk|öka|stig|steg|minska|ändra|juster|räkna)\w*{GAP}(?:upp{GAP}|ned{GAP}|ner{GAP})?från{GAP}$", re.I
)
TO_COLON = re.compile(rf"{GAP}till{GAP}\d{{1,3}}:\d\d(?!\d|:)")
FROM_COLON = re.compile(rf"från{GAP}\d{{1,3}}:\d\d{GAP}till{GAP}$")


def find_amounts(text: str) -> list[AmountMatch]:
    """Every amount of the text in order, none overlapping another."""
    if not may_hold_unit(text):
        return []
    clean = cleaned(text)
    return _amounts(text) if clean is None else as_printed(text, clean, _amounts(clean.text))


def _amounts(text: str) -> list[AmountMatch]:
    """The amounts of a text without specks."""
    found: list[AmountMatch] = []
    loose: list[Number] = []  # numbers without a unit that end where the last one ended or a connector parts them
    apart: list[Number] = []  # the same, but for words between them: "byggnader 5.975.000, inventarier 610.000"
    taken = 0
    for number in _numbers(text):
        if number.start < taken or (text[number.start - 1 : number.start] == "-" and _of_day(text, number)):
            continue
        if (prefix := _prefixed(text, number, taken)) is not None:
            found.append(prefix)
            taken, loose = prefix.end, []
            continue
        read = _with_unit(text, number)
        if read is None:
            if loose and not JOIN.match(text[loose[-1].end : number.start] or " "):
                loose = []
            if apart and not APART.match(text[apart[-1].end : number.start]):
                apart = []
            for numbers in (loose, apart):
                numbers.append(number)
                del numbers[:-8]
            continue
        match, factor = read
        if text[match.end - 1 : match.end] != ")" and text[number.end : number.end + 1] == ")":
            found += with_bracketed(text, loose, number, match, factor)
            taken, loose = match.end, []
            continue
        first = len(found)
        parts = sharing(text, loose, number, match, factor)
        if apart and not parts and APART.match(text[apart[-1].end : number.start]):
            parts = listed(text, apart, number, match)
        found += [part for part in parts if part.start >= taken]
        while found and found[-1].end > match.start:
            found.pop()  # its millions, read by themselves
        found.append(match)
        share_rate(text, found, first)
        taken, loose, apart = match.end, [], []
        if (rest := the_rest(text, match)) is not None:
            found.append(rest)
            taken = rest.end
    return found


def _numbers(text: str) -> list[Number]:
    """The numbers near units, in digits or words, in order, with sign, and with what speaks against their digits."""
    numbers = []
    low = text.lower()  # where letters are told apart, they are sooner found
    spelt = list(LOW_WORDS.finditer(low) if len(low) == len(text) else WORDS.finditer(text))
    every = list(DIGITS.finditer(text))
    for found in near_units(text, sorted(every + spelt, key=re.Match.start) if spelt else every):
        if found.re is not DIGITS:
            if (spelt_number := _in_words(text, found)) is not None:
                numbers.append(spelt_number)
            continue
        match, sure = past_label(text, found)
        read = value_of(match)
        if read is None:
            continue
        start, end = match.span()
        value, sure = read[0], read[1] * sure
        before = text[max(0, start - 24) : start]
        last = before[-1:]
        if last in "=_#§$*^°\\@<>" and last and not (last in "<>" and before[-2:-1] in ("", " ", "\n", "(")):
            continue
        if last in (".", ",", ":", "/", "'") and last and (not before[-2:-1].isalpha() or not before[-3:-2].isalpha()):
            continue
        if last and last in SPACE and numerals.THREE.match(match["whole"]) and numerals.LETTERED.search(before):
            continue  # "l 250", "2O 500": the thousands were read as letters
        sure *= trust(match, before) if match is found else 1.0
        if last == "[" and "]" not in text[end : end + 40]:
            sure = min(sure, 0.4)  # "[1,2 Mkr": a 1 that a scan took for a bracket
        if last == "\n" and before[-2:-1].isdigit() and numerals.THREE.match(match["whole"]):
            sure = min(sure, 0.4)  # its thousands may stand at the end of the line above
        sign = sign_before(before, value)
        if sign is not None:
            start, value, sure = start - sign.length, sign.value, min(sure, sign.sure)
        elif last in MINUS and last and before[-2:-1].isalpha():
            sure *= 0.6
        elif last and last in MINUS and numerals.SERIAL.search(before):
            sure *= 0.3  # 17 62 00-4, 212000-0977, mål nr 3127-13
        bare = match["whole"]
        year = len(bare) == 4 and bare.isdigit() and not match["part"] and 1900 <= int(bare) <= 2099
        numbers.append(Number(start, end, value, sure, colon=(match["part"] or "").startswith(":"), year=year))
    return numbers


def _in_words(text: str, match: re.Match[str]) -> Number | None:
    """A number in words with its sign; None where the words make none, or none that is a sum's."""
    start, end = match.span()
    value = value_in_words(match[0])
    if value is None or (BARE_WORD.match(match[0]) and VAGUE.search(text[max(0, start - 16) : start])):
        return None
    said = SIGNED.search(text[max(0, start - 8) : start])
    if said is not None and said[0].casefold().startswith("minus"):
        return Number(start - len(said[0]), end, -value, 0.95, words=True)
    return Number(start, end, value, 0.95, words=True)


_KRONOR = Scale("kr")


def _with_unit(text: str, number: Number) -> tuple[AmountMatch, Decimal] | None:
    """The amount that the number makes with the unit after it, and what one counts; None where no unit follows."""
    window = text[number.end : number.end + 48]
    scale, end, sure = _KRONOR, number.end, number.sure
    if dash := DASH.match(window):
        if number.words:
            return None
        end += dash.end()
        if (unit := AFTER.match(text, end)) and scale_of(unit["unit"]).unit == "kr":
            end = unit.end("unit")
    elif unit := AFTER.match(text, _past_brackets(text, number)):
        scale, end = scale_of(unit["unit"]), unit.end("unit")
        if number.words and number.value < 1 and unit["unit"].casefold() in ("kronor", "kr"):
            return None  # "en halv … kronor" has lost its million
        if (more := with_larger(text, number, scale)) is not None:
            return _finish(text, more[0], end, more[1], Scale(more[2]), sure), Decimal(1)
        if scale.bare:
            # "pekar på +4 miljoner": what has a sign is money
            signed = text[number.start] in SIGNS
            if not PLAIN.match(text, end) or not (signed or MONEY.search(text[max(0, number.start - 90) : end + 60])):
                return None
            sure *= 0.75
    elif not number.words and (adjective := ADJECTIVE.match(window)):
        scale, end = Scale("procent"), end + adjective.end()
    elif number.colon and _is_price(text, number):
        sure *= 0.6
    else:
        return None
    if number.colon and not (scale.unit == "kr" and scale.factor == 1):
        return None
    if number.year and end > number.end and not dash:
        kronor = scale.unit in ("kr", "tkr", "mnkr", "mdkr")
        if kronor and YEAR_WORD.search(text[max(0, number.start - 16) : number.start]):
            return None  # "budget 2024 tkr" heads a column
        if scale.unit in ("tkr", "mnkr", "mdkr", "procent", "procentenheter"):
            sure *= 0.5
    if scale.unit in ("tkr", "mnkr", "mdkr") and re.match(
        r"\d{1,3}\.\d{3}(?!\d|\.)", text[number.start : number.start + 9].lstrip(MINUS)
    ):
        sure = min(sure, 0.5)  # 1.250 mnkr: a thousand or a decimal point?
    if scale.unit not in UNROUND and THOUSANDTHS.search(text, number.start, number.end):
        sure = min(sure, 0.4)  # "12,500 kr" is likelier twelve thousand, written as in English
    value = number.value * scale.factor
    if (
        number.words
        and scale.unit == "kr"
        and scale.factor == 1
        and text[number.start : number.end].casefold().endswith((" tusen", "\ntusen", "\u00a0tusen"))
    ):
        value, scale = value / 1000, Scale("tkr")
    factor = scale.factor
    if scale.unit == "kr" and not dash and (oere := OERE.match(text, end)) and value == value.to_integral_value():
        value, end = value + Decimal(oere["oere"]) / 100, oere.end()
    return _finish(text, number.start, end, value, scale, sure), factor


def _of_day(text: str, number: Number) -> bool:
    """Whether a number is the month or the day of a date, whatever stands behind it: "t.o.m. 2023-12-31,-"."""
    before = OF_DATE.search(text[max(0, number.start - 8) : number.start])
    return before is not None and (before["month"] is not None or DAY_NEXT.match(text, number.end) is not None)


def _is_price(text: str, number: Number) -> bool:
    """Whether kronor and öre stand without a unit: "avgiften blir 12:40 per m3", "taxan höjs från 6:35 till 6:85"."""
    before = text[max(0, number.start - 80) : number.start]
    priced = PRICE.search(before)
    if priced is None or CLOCK.search(priced[0]):
        return False
    if (name := NAMED.search(before)) is not None and name.start() > priced.start() + 12:
        return False  # "avgiften för Ekeby 2:14 per år"
    if rate_at(text, number.end):
        return True
    if (earlier := FROM_COLON.search(before)) is not None:
        return CHANGED.search(before[: earlier.start() + 5]) is not None
    return CHANGED.search(before) is not None and TO_COLON.match(text, number.end) is not None


def _past_brackets(text: str, number: Number) -> int:
    """Where the unit may begin: past the number said again in words, or past the bracket that holds the number.

    `500 000 (femhundratusen) kronor`, `femhundratusen (500 000) kronor`.
    """
    end = number.end
    if (again := AGAIN.match(text, end)) and not number.words and WORDS.fullmatch(again["words"]):
        return again.end()
    if text[end : end + 1] == ")" and text[number.start - 1 : number.start] == "(" and AFTER.match(text, end + 1):
        return end + 1
    return end


def _finish(text: str, start: int, end: int, value: Decimal, scale: Scale, sure: float) -> AmountMatch:
    """The amount with the rate and the VAT that stand after it and the qualifier that stands before it."""
    vat: Vat | None = None
    per: str | None = None
    taxed = VAT_AFTER.match(text, end)
    if taxed:
        vat = "excl" if taxed["excl"] else "incl"
        rate = rate_at(text, taxed.end())
        per = rate[0] if rate else None
    elif rate := rate_at(text, end):
        per, end = rate
        if taxed := VAT_AFTER.match(text, end):
            vat = "excl" if taxed["excl"] else "incl"
    elif scale.unit == "procent" and (later := OF_SOMETHING.match(text[end : end + 120])):
        per = (rate_at(text, end + later.end() - 1) or (None, 0))[0]
    before = text[max(0, start - 48) : start]
    if taxed is None and (earlier := VAT_BEFORE.search(before)):
        vat = "excl" if earlier["excl"] else "incl"
    approximate, bound = qualified(before)
    sure = round(min(0.95, sure), 3)
    if scale.factor != 1 and value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    return AmountMatch(start, end, text[start:end], value, scale.unit, per, approximate, bound, vat, sure)


def _prefixed(text: str, number: Number, taken: int) -> AmountMatch | None:
    """An amount whose unit stands before it: `SEK 500 000`, `kr 500`."""
    before = text[max(0, number.start - 8) : number.start]
    unit = BEFORE.search(before) if before.rstrip()[-1:] in BEFORE_ENDS else None
    if unit is None or number.words or number.year or AFTER.match(text, number.end):
        return None
    start = number.start - len(before) + unit.start()
    ahead = text[max(0, start - 12) : start].rstrip()
    if start and text[start - 1] in "-–/":
        return None  # "OPF-KR 26": an agreement's name
    if start < taken or ahead[-1:].isdigit() or re.search(r"(?<!\w)i$|\($", ahead):
        return None
    end = number.end
    if dash := DASH.match(text, end):
        end = dash.end()
    scale = scale_of(unit["unit"])
    if text[end : end + 1].isalpha():  # "SEK 4,5m": millions; any other letter is a misread digit or another number
        if not (size := SIZE.match(text, end)):
            return None
        scale, end = replace(scale, factor=scale.factor * SIZES[size[0].casefold()[0]]), size.end()
        if scale.unit == "kr":
            scale = Scale("mnkr" if scale.factor == SIZES["m"] else "tkr")
    sure = number.sure * (0.75 if unit["unit"].casefold() == "kr" else 0.95)
    if scale.unit not in UNROUND and THOUSANDTHS.search(text, number.start, number.end):
        sure = min(sure, 0.4)
    return _finish(text, start, end, number.value * scale.factor, scale, sure)
