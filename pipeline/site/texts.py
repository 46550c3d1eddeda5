"""What the pages say, and how numbers, sums and dates are written for people."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from pipeline.messages import Lang
from pipeline.resources import toml

Say = Callable[..., str]

MONTHS = {
    "sv": (
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
NARROW = "\u202f"  # between groups of digits
HARD = "\u00a0"
SURE, FAIRLY, DOUBTFUL = 0.95, 0.8, 0.5  # confidence from which on a fact is called so


def sayer(lang: Lang) -> Say:
    """The function that gives the text `section.name` of `data/texts.toml` in a language, its {parts} filled in."""
    texts = toml("site/data/texts.toml")

    def say(key: str, **parts: object) -> str:
        section, name = key.split(".")
        text: str = texts[section][name][lang]
        return text.format(**parts) if parts else text

    return say


def known(key: str) -> bool:
    """Whether there is such a text."""
    section, _, name = key.partition(".")
    return name in toml("site/data/texts.toml").get(section, {})


def number(value: int) -> str:
    """A whole number in groups of three digits."""
    return f"{value:,}".replace(",", NARROW)


def decimal(value: Decimal | float, lang: Lang) -> str:
    """A number with as many decimals as it has, in groups of three digits."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    text = f"{int(exact):,}" if exact == exact.to_integral_value() else f"{exact.normalize():,f}"
    whole, _, rest = text.partition(".")
    mark = "," if lang == "sv" else "."
    return whole.replace(",", NARROW) + (mark + rest if rest else "")


def kronor(value: Decimal | float, lang: Lang) -> str:
    """A sum in kronor: `1 500 000 kr`; from ten million on as `25 mnkr` where that loses nothing."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if abs(exact) >= 10_000_000 and exact % 10_000 == 0:
        return decimal(exact / 1_000_000, lang) + HARD + ("mnkr" if lang == "sv" else "SEK m")
    return decimal(exact, lang) + HARD + ("kr" if lang == "sv" else "SEK")


def day(iso: str | None, lang: Lang) -> str:
    """`2014-12-03` as `3 december 2014`; `2014-12` and `2014` as far as they go; anything else as it stands."""
    if not iso:
        return ""
    parts = iso.split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return iso
    try:
        if len(parts) == 3:
            exact = date.fromisoformat(iso)
            return f"{exact.day} {MONTHS[lang][exact.month - 1]} {exact.year}"
        if len(parts) == 2:
            return f"{MONTHS[lang][int(parts[1]) - 1]} {int(parts[0])}"
    except (ValueError, IndexError):
        return iso
    return iso


def period(first: str | None, last: str | None, lang: Lang) -> str:
    """Two days as a period; one where they are the same."""
    if not first or not last or first == last:
        return day(first or last, lang)
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"
    return f"{day(first, lang)} – {day(last, lang)}"


def sureness(confidence: float | None) -> str:
    """The word for how sure a fact is: a name in the section `sure`."""
    if confidence is None:
        return "doubtful"
    if confidence >= SURE:
        return "sure"
    if confidence >= FAIRLY:
        return "fairly"
    return "doubtful" if confidence >= DOUBTFUL else "unsure"


def how_often(confidence: float | None, say: Say) -> str:
    """In plain words how many of such facts are right. Told in tenths only where enough was measured to bear it out:
    rows of low confidence are few, and near the top a tenth is too coarse."""
    if confidence is None:
        return ""
    if confidence >= SURE:
        return say("sure.nearly_all")
    return say("sure.of_ten", n=int(confidence * 10 + 0.5)) if confidence >= DOUBTFUL else say("sure.hardly")
