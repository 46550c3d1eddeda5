"""Names of persons, told by the register of first names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.forms.names import Tokens
from pipeline.forms.names_tables import places, suffix_of, words
from pipeline.forms.persons_genitive import keeps_s
from pipeline.forms.persons_registers import is_common, is_first_name, is_known_name, surnames
from pipeline.forms.persons_titles import title_after, title_before
from pipeline.forms.titles import title_of, title_word

PARTICLES = frozenset(
    {"af", "von", "de", "van", "der", "den", "la", "le", "del", "di", "da", "dos", "bin", "ibn", "zu"}
)
NOT_SURNAME = re.compile(
    r"(?:gatan?|gränd|vägen|väg|torget|torg|skolan?|gården|parken|stigen|huset|hemmet|plan|platsen|kyrkan?|backen|"
    r"hallen|staden|kommunen?|nämnden|länet|regionen|bolaget|hamnen|bron|leden|projektet|fonden)$"
)
NAME_WORD = re.compile(r"(?:Mc|Mac|O['’]|D['’])?[A-ZÅÄÖÉÜÁØÆÇŠŽ][^\W\d_]+(?:[-’'][A-ZÅÄÖÉÜ][^\W\d_]+)*|[A-ZÅÄÖÉÜ]")
_PARTIES = frozenset(("S", "M", "C", "L", "FP", "KD", "KDS", "MP", "V", "VP", "SD", "NYD", "FI", "PP", "OPOL", "ÖP"))
_SURNAME_ENDS = (
    *("sson", "qvist", "kvist", "quist", "ström", "gren", "blad", "berg", "lund", "stedt", "ander", "enius"),
    "dotter",
)
# titles that most often are a label of the head: what stands behind the name tells more
LABELS = frozenset({"Handläggare", "Ansvarig tjänsteperson", "Ansvarig handläggare", "Ansvarig tjänsteman", "Utredare"})


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """A person found in a text: `text[start:end]` is the name; title as a table shows it, None where none stands by."""

    start: int
    end: int
    name: str
    title: str | None = None
    confidence: float = 0.85


_OF_PROPERTY = re.compile(r"\s(?:s:)?\d{1,3}:\d")  # what a property's name goes on with


def find_persons(text: str, tokens: Tokens | None = None) -> list[PersonMatch]:
    """The persons named in a text with first name and surname, in order, each with a title that stands beside."""
    tokens = tokens or Tokens(text)
    found: list[PersonMatch] = []
    n, reach = len(tokens.text), 0
    for i in _openings(tokens):
        if i < reach:
            continue
        paired = i + 1 < n and tokens.low[i + 1] in ("och", "&")
        if paired and (shared := _shared_surname(tokens, i)) is not None:
            found.append(shared)
            continue
        told = (last := _name_end(tokens, i)) == i
        if told:
            last = _told_end(tokens, i)
        shouted_rank = tokens.text[last].isupper() and tokens.text[last + 1 : last + 2] in (["KOMMUN"], ["STAD"])
        if last == i or shouted_rank:  # LU LEÅ KOMMUN: a logo in pieces
            continue
        title = title_before(tokens, i)
        if title is None or title in LABELS or _of_one_before(tokens, reach, i):
            title = title_after(tokens, last) or title
        if _OF_PROPERTY.match(text, tokens.end[last]):
            continue  # "Sanda Ekarve 1:44"
        if title is None and " ".join(tokens.low[i : last + 1]).removesuffix("s") in places():
            continue  # "Lilla Edet"
        weak = not all(is_known_name(w) for w in tokens.text[i : last + 1])
        name = _shown(tokens, i, last)
        end = tokens.end[last] - (1 if _genitive(tokens, last) else 0)
        sure = 0.75 if told else 0.8 if weak and not title else 0.9
        start = tokens.start[i]
        if i and not tokens.gap[i] and tokens.text[i - 1].endswith("-") and is_first_name(tokens.text[i - 1][:-1]):
            start, name = tokens.start[i - 1], tokens.text[i - 1] + name  # Gun- Marie: a space too many
        found.append(PersonMatch(start, end, name, title, sure))
        reach = last + 1
    return found


def _of_one_before(tokens: Tokens, k: int, i: int) -> bool:
    """Whether the title before i is that of the name that ends before k: "Eva Ek, ordförande Nils Ask, justerare"."""
    if not 0 < k < i - 1 or tokens.low[k] != "," or any(tokens.gap[k : i + 1]):
        return False
    return title_of(tokens.whole[tokens.start[k + 1] : tokens.end[i - 1]]) is not None


def _openings(tokens: Tokens) -> list[int]:
    """Where a person's name may begin: a first name, or a word with a capital before another, or one of a pair."""
    low, capitals, gap = [*tokens.low, ""], [*tokens.capitals, False], [*tokens.gap, 1]
    some = [i for i, capital in enumerate(tokens.capitals) if capital]
    near = [(capitals[i + 1] and not gap[i + 1]) or low[i + 1] in ("och", "&") for i in some]
    return [i for i, followed in zip(some, near, strict=True) if followed or is_first_name(tokens.text[i])]


def _shared_surname(tokens: Tokens, i: int) -> PersonMatch | None:
    """The first of two who share a surname, where "och" follows: "Eva och Nils Ek"."""
    low = tokens.low
    if i + 3 >= len(low) or any(tokens.gap[i + 1 : i + 4]):
        return None
    if not (is_common(low[i]) and is_common(low[i + 2]) and not tokens.text[i].isupper()) or low[i] in words(
        "weakfirst"
    ):
        return None
    last = _name_end(tokens, i + 2)
    if last == i + 2 or (i and not tokens.gap[i] and is_first_name(tokens.text[i - 1])):
        return None
    end = tokens.whole[tokens.start[last] : tokens.end[last]]
    surname = end[:-1] if _genitive(tokens, last) else end
    return PersonMatch(tokens.start[i], tokens.end[i], f"{tokens.text[i]} {surname}", None, 0.75)


def _name_end(tokens: Tokens, i: int) -> int:
    """The last token of the name that begins at i; i where none begins."""
    word = tokens.text[i]
    if len(word) < 2 or not is_first_name(word) or not NAME_WORD.fullmatch(word):
        return i
    shouted = word.isupper()
    last, k, names = i, i + 1, 0
    while k < len(tokens.text) and tokens.gap[k] == 0 and names < 4:
        low = tokens.low[k]
        if low in PARTICLES and k + 1 < len(tokens.text) and (tokens.capital(k + 1) or tokens.low[k + 1] in PARTICLES):
            k += 1
            continue
        if low == "." and len(tokens.text[k - 1]) == 1:
            k += 1
            continue
        if not _surname(tokens, k, shouted):
            break
        if names and is_common(low) and not is_common(tokens.low[k - 1]) and _surname_follows(tokens, k, shouted):
            break  # the next column's name
        last, names, k = k, names + 1, k + 1
    if last == i or tokens.low[last] in words("nextto"):
        return i
    after = tokens.low[last + 1] if last + 1 < len(tokens.text) and tokens.gap[last + 1] == 0 else ""
    if after in words("nextto") or len(tokens.text[last]) == 1:
        return i
    if tokens.low[i] in words("weakfirst") and _base(tokens.low[last]) not in surnames():
        return i
    if i and tokens.gap[i] == 0 and tokens.low[i - 1] in {"&", "ab", "stiftelsen", "föreningen", "sankt", "s:t"}:
        return i
    return last


def _told_end(tokens: Tokens, i: int) -> int:
    """The last token of a name that what stands beside it gives away: a party (M), or a title before a surname."""
    low, last = tokens.low, i
    if not _name_like(tokens.text[i]) or suffix_of(low[i]) is not None or low[i].endswith(("erna", "arna", "orna")):
        return i
    while last + 1 < len(low) and last - i < 3 and not tokens.gap[last + 1] and _name_like(tokens.text[last + 1]):
        last += 1
    if last == i:
        return i
    if any(is_common(low[k]) for k in range(i + 1, last)):
        return i  # the name begins later: "Socialminister Anna Ek (M)"
    party = tokens.text[last + 1 : last + 4]
    bracketed = len(party) == 3 and party[0] == "(" and party[2] == ")" and party[1].upper() in _PARTIES
    # older minutes print the party in small letters: "Nils Ek (s)"
    if bracketed and (party[1].isupper() or (party[1].islower() and is_first_name(tokens.text[i]))):
        return last
    surname = low[last] in surnames() or low[last].endswith(_SURNAME_ENDS)
    titled = (
        i > 0
        and not tokens.gap[i]
        and low[i - 1] not in words("start")
        and len(low[i - 1]) > 3
        and title_word(low[i - 1]) is not None
    )
    return last if titled and surname and last - i < 3 else i


@lru_cache(maxsize=1 << 14)
def _name_like(word: str) -> bool:
    low = word.lower()
    return (
        len(word) > 1
        and NAME_WORD.fullmatch(word) is not None
        and not word.isupper()
        and low not in words("start")
        and low not in words("nosurname")
        and title_word(low) is None
        and not NOT_SURNAME.search(low)
    )


def _surname_follows(tokens: Tokens, k: int, shouted: bool) -> bool:
    return k + 1 < len(tokens.text) and tokens.gap[k + 1] == 0 and _surname(tokens, k + 1, shouted)


def _surname(tokens: Tokens, k: int, shouted: bool) -> bool:
    word, low = tokens.text[k], tokens.low[k]
    if not NAME_WORD.fullmatch(word) or (word.isupper() and len(word) > 1 and not shouted):
        return False
    if len(word) == 1 and tokens.low[k + 1 : k + 2] != ["."]:
        return False
    if (
        low in words("start")
        or low in words("nosurname")
        or low in words("adjective")
        or NOT_SURNAME.search(low)
        or suffix_of(low) is not None
    ):
        return False
    return title_word(word) is None or low in surnames()


def _base(low: str) -> str:
    return low if low in surnames() else low.removesuffix("s")


def _genitive(tokens: Tokens, last: int) -> bool:
    """Whether the surname bears a genitive s that is not its own: "Anna Lindbergs förslag"."""
    low = tokens.low[last]
    if not low.endswith("s") or low in surnames() or last + 1 >= len(tokens.low) or tokens.gap[last + 1]:
        return False
    if keeps_s(low, tokens.low[last + 1]):
        return False
    if tokens.low[last + 1] == "(":  # "Anna Lindbergs (410312-2380) överklagande"
        stop = next((k for k in range(last + 2, min(last + 9, len(tokens.low) - 1)) if tokens.low[k] == ")"), None)
        return stop is not None and tokens.low[stop + 1] in words("owned")
    return tokens.low[last + 1][0].isalpha() and not tokens.capital(last + 1)


def _shown(tokens: Tokens, first: int, last: int) -> str:
    name = " ".join(tokens.whole[tokens.start[first] : tokens.end[last]].split())
    if _genitive(tokens, last):
        name = name[:-1]
    return name.title() if name.isupper() else name
