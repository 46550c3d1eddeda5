"""Units that are called by their field: "Område trafik och planering", "Staben ekonomi", "Bygg & Miljö Hult"."""

from pipeline.forms.names_tables import places, suffix_of, words
from pipeline.forms.names_tokens import NameMatch, Tokens

JOINED = frozenset({"och", "&", "samt"})
# what makes another name of a place than a unit's seat: "Miljö Hults kommun", "Teknik Hult AB"
NO_SEAT = frozenset({"kommun", "kommuns", "stad", "stads", "ab", "hb", "kb", "tingsrätt", "län", "läns", "universitet"})
# what is built in a place, where no other field stands beside it: "Förskola Hult 45 mnkr"
BUILT = frozenset({"skola", "förskola", "park", "gata", "plan", "vatten", "fastighet", "fastigheter", "trafik", "vård"})


def unit(tokens: Tokens, i: int) -> NameMatch | None:
    """A unit after the word that leads its field: "Område trafik och samhällsplanering", "staben ekonomi"."""
    lead = tokens.low[i]
    if lead not in words("unit-lead"):
        return None
    office = suffix_of(tokens.low[i - 2]) if i > 1 and tokens.low[i - 1] == "," else None  # "Regionkansliet, område hr"
    named = lead in words("unit-named")
    if named and (i + 1 >= len(tokens) or not tokens.capital(i + 1) or tokens.text[i + 1].isupper()):
        return None  # "enheten kultur" is one in passing, "enheten Kultur och fritid" a name
    led = tokens.capital(i) or named or lead == "staben"
    if not (led or (office is not None and office.type == "administration")):
        return None
    last = _fields(tokens, i + 1, "topic") if named else _fields(tokens, i + 1)
    if last <= i or (last == i + 1 and tokens.low[last].endswith("-")):
        return None
    name = tokens.between(i, last)
    return tokens.match(i, last, name[:1].upper() + name[1:], "administration", 0.85)


def seated_unit(tokens: Tokens, i: int) -> NameMatch | None:
    """A unit called by its field and its municipality: "Socialtjänst Hult", "Bygg & Miljö Hult"."""
    if tokens.low[i] not in words("unit") or not tokens.capital(i) or tokens.low[i].endswith("-"):
        return None
    if i and not tokens.gap[i] and (tokens.capital(i - 1) or tokens.low[i - 1] in JOINED | {"-", "/"}):
        beside = tokens.low[i - 1] in JOINED and i > 1 and tokens.low[i - 2] in places()
        if not beside:
            return None
    seat = _fields(tokens, i) + 1
    if seat == i + 1 and tokens.low[i] in BUILT:
        return None
    low = tokens.low
    if seat <= i or seat >= len(tokens) or tokens.gap[seat] or not tokens.capital(seat) or tokens.text[seat].isupper():
        return None
    if low[seat] not in places() or low[seat] in words("unit"):
        return None
    after = low[seat + 1] if seat + 1 < len(tokens) and not tokens.gap[seat + 1] else ""
    if after in NO_SEAT or (after[:1].isalpha() and tokens.capital(seat + 1)) or after[:1].isdigit():
        return None
    return tokens.match(i, seat, tokens.between(i, seat), "administration", 0.8)


def _fields(tokens: Tokens, k: int, more: str = "unit") -> int:
    """The last token of the fields that begin at k, joined by "och" or "&"; k - 1 where none stands there.

    more: a further use of words that are fields here.
    """
    low = tokens.low
    last = k - 1
    fields = words("unit") | words(more)
    while k < len(tokens) and k < last + 3 and low[k] in fields and (not tokens.gap[k] or last < 0):
        last = k
        if k + 2 >= len(tokens) or tokens.gap[k + 1] or low[k + 1] not in JOINED or suffix_of(low[k + 2]) is not None:
            break
        k += 2
    return last
