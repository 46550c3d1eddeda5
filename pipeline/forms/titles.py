"""Titles of persons, as a table shows them: `förvaltningschefen` is `Förvaltningschef`."""

from functools import cache, lru_cache

from pipeline.forms.persons_registers import is_first_name
from pipeline.resources import table

MOST_TITLE = 9  # tokens that a title may have


@cache
def title_words(part: str) -> tuple[str, ...]:
    """The words of a part of the table of titles."""
    rows = table("forms/data/names_titles.csv")
    return tuple(word for row in rows if row["part"] == part for word in row["words"].split())


@lru_cache(maxsize=1 << 13)
def title_word(word: str) -> str | None:
    """A title's head word in the indefinite (`förvaltningschefen`: `förvaltningschef`), None if the word is none."""
    low = word.lower().rstrip(".")
    if len(low) > 50:
        return None
    for form in _nominatives(low):
        if form in title_words("word"):
            return form.removesuffix(":n")
    for form in _nominatives(low):
        if form.endswith(title_words("last")):
            return form
    return None


def _nominatives(low: str) -> list[str]:
    """The word, and without a definite ending: chefen, direktören, ledaren, sekreteraren, ordföranden."""
    forms = [low]
    if low.endswith("en"):
        forms.append(low[:-2])
    if low.endswith("n"):
        forms.append(low[:-1])
    if low.endswith("et"):
        forms.append(low[:-2])
    return forms


def is_title(text: str) -> bool:
    """Whether a short string is a person's title: `Tf. förvaltningschef`, `Avdelningschef anläggning`."""
    return title_of(text) is not None


@lru_cache(maxsize=1024)
def title_of(text: str) -> str | None:
    """The title as a table shows it (`konstnärliga ledare`: `Konstnärlig ledare`), None where the string is none."""
    stripped = " ".join(text.strip(" \t\n.,;:()–-").split())
    if not stripped or len(stripped) > 90:
        return None
    parts = stripped.split(" ")
    if len(parts) > MOST_TITLE or any(c.isdigit() for c in stripped.replace("1:e", "").replace("1:a", "")):
        return None
    k = 0
    while k < len(parts) - 1 and parts[k].lower().rstrip(",/") in title_words("before"):
        k += 1
    head = title_word(parts[k].rstrip(",/"))
    if head is None and k == 0 and len(parts) > 1 and parts[0].endswith("-"):  # "mark- och exploateringschef"
        for n, part in enumerate(parts[1:4], 1):
            if title_word(part) and not part.endswith("-"):
                head, k = title_word(part), n
                break
    if head is None:
        return None
    rest = parts[k + 1 :]
    if rest and not _goes_on(rest):
        return None
    before = [_indefinite(p) for p in parts[:k]]
    while before and before[0].lower() in title_words("owner"):
        before = before[1:]
    comma = parts[k][len(parts[k].rstrip(",/")) :]
    printed = parts[k].rstrip(",/")
    kept = printed if printed.lower() == head and (not printed.isupper() or len(printed) <= 4) else head
    title = " ".join([*before, kept + comma, *rest])
    if parts[0][:1].isupper() or title[:1].islower():
        title = title[:1].upper() + title[1:]
    return title


def _goes_on(rest: list[str]) -> bool:
    """Whether what follows a title's head word may belong to it: a unit or a field, no name, no verb."""
    if rest[0].lower() in {"för", "i", "vid", "på", "inom", "och", "/", "–", "-", "samt"}:
        return len(rest) > 1 and not is_first_name(rest[-1])
    if title_word(rest[0]) is not None and rest[0][:1].isupper():
        return False
    return len(rest) <= 3 and not is_first_name(rest[0]) and all(w[0].isalpha() or w in "&/–-" for w in rest)


def _indefinite(word: str) -> str:
    """An adjective before a title in the indefinite: verkställande, konstnärliga → konstnärlig."""
    low = word.lower()
    ends = low.endswith(("liga", "iska", "ella", "nala", "orda")) and low[:-1] in title_words("before")
    return word[:-1] if ends else word
