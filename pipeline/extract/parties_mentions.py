"""Every place where a memo names somebody: the material of which parties and their roles are made."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from operator import attrgetter

from spacy.tokens import Doc

from pipeline.extract.facts import Facts, Field
from pipeline.forms.names import Tokens, find_names
from pipeline.forms.names_tables import suffix_of
from pipeline.forms.persons import find_persons
from pipeline.memo.memo import Memo, SectionKind
from pipeline.resources import table
from pipeline.tables import PartyRole, PartyType

SHORT = re.compile(
    r"(?:,?\s(?:med )?(?:[Oo]rg(?:anisations)?\.?\s?-?(?:nr|nummer)?\.?:?\s*)?\d{6}-\d{4},?)?"
    r"\s*\((?:nedan|härefter|fortsättningsvis|här|förkortat)?[ ,]*(?:kallad|kallat|benämnd|benämnt)?\s*[”\"]?"
    r"([A-ZÅÄÖ][\wÅÄÖåäö&-]{1,24}(?: (?:AB|HB|KB))?)[”\"]?\)"
)
ORG_NUMBER = re.compile(
    r"(?: ?\([^()\d]{1,30}\))?[\s,(\t]*(?:med )?(?:[Oo]rg(?:anisations)?\.?\s?-?(?:nr|nummer)?\.?:?\s*)?"
    r"(\d{2}[2-9]\d{3}-\d{4})(?!\d)"
)
# what stands before a page's foot that holds the names of those who signed
SIGNED_BELOW = re.compile(
    r"(?:tecknad|tecknat|signera[dt]|godkän[dt]|skriven|skrivet)[^\n.]{0,40} av:?\s*$", re.IGNORECASE
)
AUDITORS = re.compile(
    r"(?<![\w-])(Revisorerna|(?:Kommunens|Stadens|Regionens|Landstingets) (?:förtroendevalda |valda )?revisorer)"
    r"(?= (?:har|hade|granska(?:r|de)|konstatera(?:r|de)|rekommendera(?:r|de)|av|till|anser|ansåg|påpeka(?:r|de)|"
    r"skriver|före\w+|bedöm(?:er|de)|kritisera(?:r|de)|framh(?:åller|öll)|notera(?:r|de)|uppmana(?:r|de)|rikta(?:r|de)|"
    r"begär|lämna(?:r|de)|tillstyrk(?:er|te)|avstyrk(?:er|te)|yttra(?:r|de)|ska|kommer att|vill|menar|menade)\b)"
)
# a line of a budget, which opens a sentence, and not who delivers letters: "Posten bör tas upp i budgeten"
ENTRY = re.compile(
    r" (?:bör|avser|består|omfattar|innehåller|är|uppgår|väntas|ökar|ökade|minskar|minskade|beräknas|ingår|finns|tas|"
    r"föreslås|utgör|redovisas|belastar|budgeteras|finansieras|sänks|höjs|räknas|motsvarar|täcker|gäller|för|under)\b"
)
WORKS_AT = re.compile(r"\s(?:på|hos|från|vid)\s(?=[A-ZÅÄÖ])")  # "Eva Ek på Ek Konsult AB"
FOUND = "lupp_mentions"
TOKENS = "lupp_tokens"
MOST_SHORT = 20  # short forms looked for in one memo


@dataclass(slots=True)
class Mention:
    """A party at one place: `memo.text[start:end]`, start -1 where it is not printed. roles: none where only named."""

    start: int
    end: int
    name: str
    type: PartyType
    identifier: str | None = None
    title: str | None = None
    confidence: float = 0.9
    roles: set[PartyRole] = field(default_factory=set)


@cache
def words(use: str) -> frozenset[str]:
    """The words of `parties_words.csv` for one use."""
    rows = table("extract/data/parties_words.csv")
    return frozenset(word for row in rows if row["use"] == use for word in row["words"].split())


by_place = attrgetter("start")


def within(mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """Those of the mentions, which are in order, that begin in `text[start:end]`."""
    return mentions[bisect_left(mentions, start, key=by_place) : bisect_left(mentions, end, key=by_place)]


def overlaps(mentions: list[Mention], start: int, end: int) -> bool:
    """Whether one of the mentions, which are in order and don't overlap, takes some of `text[start:end]`."""
    k = bisect_left(mentions, end, key=by_place)
    return k > 0 and mentions[k - 1].end > start


def in_one_of(spans: list[tuple[int, int]], place: int) -> bool:
    """Whether a place in the text lies in one of some (start, end) of it."""
    for start, end in spans:  # noqa: SIM110 – by far quicker than `any`: it is asked of every name and line
        if start <= place < end:
            return True
    return False


def mentions_of(doc: Doc) -> list[Mention]:
    """The names and persons that the rules find in a memo, found once for all components that ask."""
    found: list[Mention] | None = doc.user_data.get(FOUND)
    if found is None:
        found = doc.user_data[FOUND] = find_mentions(doc._.memo, tokens_of(doc))
    return found


def tokens_of(doc: Doc) -> Tokens:
    """The tokens of a memo's text, made once for all components that ask."""
    tokens: Tokens | None = doc.user_data.get(TOKENS)
    if tokens is None:
        tokens = doc.user_data[TOKENS] = Tokens(doc._.memo.text)
    return tokens


def find_mentions(memo: Memo, tokens: Tokens | None = None) -> list[Mention]:
    """The names and persons of a memo's text, in order, not overlapping. tokens: the text's, where they are at hand."""
    tokens = tokens or Tokens(memo.text)
    persons = find_persons(memo.text, tokens)
    names = find_names(memo.text, tokens=tokens)
    found = [Mention(m.start, m.end, m.name, m.type, m.identifier, None, m.confidence) for m in names]
    spans = iter(found[:])
    kept: list[Mention] = []
    name = next(spans, None)
    for person in persons:
        while name is not None and name.end <= person.start:
            name = next(spans, None)
        if name is not None and name.start < person.end:
            works_at = WORKS_AT.match(memo.text, person.end, name.end)
            if name.start != person.start or name.type != "company" or works_at is None:
                continue
            name.start, name.name = works_at.end(), name.name[-(name.end - works_at.end()) :].lstrip()
        kept.append(Mention(person.start, person.end, person.name, "person", None, person.title, person.confidence))
    furniture = [
        (s.start, s.end)
        for s in memo.sections_of(SectionKind.FURNITURE)
        if not SIGNED_BELOW.search(memo.text[max(0, s.start - 80) : s.start])
    ]
    found = [m for m in found if m.name != "EU" or memo.text[m.start - 1 : m.start] != "("]  # "förordning (EU) nr 1"
    found = [m for m in found if m.name != "Posten" or not ENTRY.match(memo.text, m.end)]
    found = [m for m in [*found, *kept] if not in_one_of(furniture, m.start)]
    for mention in found:
        if mention.type in ("company", "association", "other", "authority"):
            number = ORG_NUMBER.match(memo.text, mention.end)
            mention.identifier = number.group(1) if number else mention.identifier
    found += [unit for m in found if m.type == "administration" and (unit := _unit_behind(memo.text, m))]
    found.sort(key=by_place)
    if "evisorer" in memo.text:
        found += [m for m in _auditors(memo.text, found) if not in_one_of(furniture, m.start)]
        found.sort(key=by_place)
    _rename_short(memo, found)
    return found


def _unit_behind(text: str, office: Mention) -> Mention | None:
    """The unit behind an office's slash, which is cut off the office: "Stadsbyggnadskontoret/Planavdelningen"."""
    whole, slash, unit = text[office.start : office.end].partition("/")
    told = suffix_of(whole.split(" ")[-1].lower()) if slash else None
    if told is None or not told.definite or told.type != "administration" or not unit or "/" in unit:
        return None
    start, end = office.start + len(whole) + 1, office.end
    office.name, office.end = office.name.partition("/")[0], office.start + len(whole)
    return Mention(start, end, unit[:1].upper() + unit[1:], "administration", None, None, office.confidence)


def _auditors(text: str, mentions: list[Mention]) -> list[Mention]:
    """The sender's own auditors where they act: "Revisorerna har granskat", "Kommunens revisorer avstyrkte"."""
    return [
        Mention(match.start(), match.end(1), match[1][:1].upper() + match[1][1:], "body", None, None, 0.7)
        for match in AUDITORS.finditer(text)
        if not overlaps(mentions, match.start(), match.end(1))
    ]


def _rename_short(memo: Memo, mentions: list[Mention]) -> None:
    """Gives known short forms that the memo introduces in brackets the long name: "Myndigheten för … (MSB)"."""
    long: dict[str, Mention] = {}
    for one, two in pairwise(mentions):
        between, after = memo.text[one.end : two.start].strip(), memo.text[two.end : two.end + 1]
        bracketed = between == "(" and after == ")"
        bracketed = bracketed or (between == "," and after in (",", ".", ";") and _initials(two.name, one.name))
        if bracketed and " " in two.name and _initials(one.name, two.name):
            one, two = two, one  # "SKL (Sveriges Kommuner och Landsting)"
        short = " " not in two.name and len(two.name) < len(one.name)
        if bracketed and short and "person" not in (one.type, two.type):
            long.setdefault(two.name, one)
    for mention in mentions:
        if mention.name in long:
            same = long[mention.name]
            mention.name, mention.type, mention.identifier = same.name, same.type, same.identifier


def _initials(short: str, name: str) -> bool:
    """Whether a short form in capitals is made of a name's initials, in order: SGU."""
    firsts = iter(word[0].upper() for word in re.split(r"[\s-]+", name) if word)
    return short.isupper() and 2 < len(short) < 7 and name[:1].upper() == short[0] and all(c in firsts for c in short)


def short_forms(memo: Memo, mentions: list[Mention]) -> list[Mention]:
    """The places where a short form stands that the memo itself has introduced in brackets: "(LKAB)"."""
    found: list[Mention] = []
    forms: dict[str, Mention] = {}
    for mention in mentions:
        if mention.type == "person" or len(forms) >= MOST_SHORT:
            continue
        match = SHORT.match(memo.text, mention.end)
        if match and match.group(1).lower() not in {"publ", "ab", "nedan"}:
            forms.setdefault(match.group(1), mention)
    for short, mention in forms.items():
        for match in re.finditer(rf"(?<!\w){re.escape(short)}(?=:?s?\b)", memo.text):
            if not overlaps(mentions, match.start(), match.end()):
                found.append(
                    Mention(match.start(), match.end(), mention.name, mention.type, mention.identifier, None, 0.85)
                )
    return found


def echoes(memo: Memo, listed: list[Mention], mentions: list[Mention]) -> list[Mention]:
    """The places in the text where those stand whom only a list of recipients tells: "Hults byautveckling"."""
    found: list[Mention] = []
    for one in listed[:MOST_SHORT]:
        if " " not in one.name or not one.name[:1].isupper():
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(one.name)}(?=s?(?![\w-]))", memo.text):
            if not overlaps(mentions, match.start(), match.end()):
                found.append(Mention(*match.span(), one.name, one.type, one.identifier, None, one.confidence))
    return found


def of_field(value: Field | None, kind: PartyType, role: PartyRole, identifier: str | None = None) -> list[Mention]:
    """What stands in a field of the head, as a mention with its role; persons joined by "och" are two."""
    if value is None or not value.value.strip():
        return []
    names = re.split(r"\s+och\s+|\s*;\s*", value.value) if kind == "person" else [value.value]
    return [
        Mention(value.start, value.end, name.strip(), kind, identifier, None, value.confidence, {role})
        for name in names
        if name.strip()
    ]


def own_names(facts: Facts) -> frozenset[str]:
    """The sender's own names in small letters."""
    head = facts.head
    fields = (head.municipality, head.administration)
    return frozenset(f.value.casefold() for f in fields if f is not None)
