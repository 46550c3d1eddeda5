"""Mentions become parties: one for each distinct name, under the fullest form that the memo uses."""

import re

from pipeline.extract.facts import PartyFact
from pipeline.extract.parties_mentions import Mention, by_place
from pipeline.extract.parties_misread import misread
from pipeline.extract.parties_places import best_place
from pipeline.extract.unsure import known_surnames
from pipeline.forms.names_offices import BY_FIELD
from pipeline.forms.names_places import place_code
from pipeline.forms.names_tables import suffix_of
from pipeline.forms.names_tables import words as branch_words
from pipeline.forms.persons_genitive import keeps_s
from pipeline.forms.persons_registers import is_first_name
from pipeline.memo.memo import Memo
from pipeline.read.page import ReadAs
from pipeline.tables import PartyRole

ORDER: tuple[PartyRole, ...] = (
    "sender", "addressee", "author", "signatory", "applicant", "counterparty", "assignee", "recipient", "mentioned",
)  # fmt: skip
COMPANY_FORM = re.compile(r"(?:^ab\s+|\s+(?:ab|aktiebolag|\(publ\))$)", re.IGNORECASE)
SOCIETY_FORM = re.compile(r",?\s+(?:u ?p ?a|u\.p\.a\.?|ek\.? ?för\.?|ekonomisk förening)$", re.IGNORECASE)
PRINTED: frozenset[PartyRole] = frozenset({"author", "signatory"})
SOCIETIES = frozenset({"association", "company", "other"})
SOCIETY_LEAD = re.compile(
    r"(?:föreningen|stiftelsen|idrottsföreningen|kulturföreningen|ungdomsföreningen|handelsbolaget) "
)
PARTED = frozenset({"association", "administration", "authority"})
OPEN_ENDED = frozenset({"association", "authority"})
GENERIC = frozenset({"presidiet", "direktionen"})  # the memo's own, not one by name
MISREAD_WORD = re.compile(r" [06][a-zåäö]{1,4}(?:[,\n]|$)")
MOST = 400  # parties beyond which short and long forms are no longer compared


def merge(memo: Memo, mentions: list[Mention]) -> list[PartyFact]:
    """The memo's parties, one row for each role; `mentioned` only where there is no other."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if not mention.name.strip():
            continue
        groups.setdefault(mention.name.casefold(), []).append(mention)
    same = _same(groups)
    for name in [n for n in groups if same.get(n) == n[:-1] and groups[n][0].type == "person"]:
        if all(_has_s(memo, m) for m in groups[name[:-1]]) and any(_own_s(memo, m) for m in groups[name]):
            del same[name]
            same[name[:-1]] = name  # "Siv Åhs var med", and "Siv Åhs bedömning": nowhere Siv Åh
    for long, short in list(same.items()):
        if long.startswith(short + " ") and any(_cut(memo, m) for m in groups[short] if m.type == "person"):
            del same[long]
            same[short] = long
    if memo.read_as != {ReadAs.DIGITAL}:
        same.update((wrong, right) for wrong, right in misread(groups).items() if wrong not in same)
    for short in same:
        long, seen = same[short], {short}
        while long in same and long not in seen:
            seen.add(long)
            long = same[long]
        if long not in seen and long in groups:
            groups[long] += groups.pop(short)
    found: list[PartyFact] = []
    for name, group in groups.items():
        if name in GENERIC and not any(m.roles for m in group):
            continue
        found += _rows(memo, name, group)
    return sorted(found, key=lambda p: (ORDER.index(p.role), p.start))


def _has_s(memo: Memo, mention: Mention) -> bool:
    """Whether an s is printed at the end of a name that was taken for a genitive."""
    return mention.start >= 0 and "s" in (memo.text[mention.end - 1], memo.text[mention.end : mention.end + 1])


_WORD_AFTER = re.compile(r"\s(\w+)|[.;]|,\s(?:som|född|boende)\b")  # no "Ida Eks, Bo Lunds och Eva Bergs yrkanden"


def _own_s(memo: Memo, mention: Mention) -> bool:
    """Whether what follows a surname with s tells that it is no genitive."""
    after = _WORD_AFTER.match(memo.text, mention.end) if mention.start >= 0 else None
    return after is not None and (after[1] is None or keeps_s("", after[1].lower()))


def _cut(memo: Memo, mention: Mention) -> bool:
    """Whether an OCR has made digits of a name's last word: "Eva Lund 6z", who signs as Eva Lund Öz."""
    digital = memo.read_as == {ReadAs.DIGITAL}
    return not digital and mention.start >= 0 and MISREAD_WORD.match(memo.text, mention.end) is not None


def _rows(memo: Memo, name: str, group: list[Mention]) -> list[PartyFact]:
    """One party's rows."""
    printed = [m for m in group if m.start >= 0]
    printed.sort(key=by_place)
    named = next((m for m in group if m.name.casefold() == name), group[0])
    title = signed = identifier = None
    roles: set[PartyRole] = set()
    for mention in group:
        roles |= mention.roles
        identifier = identifier or mention.identifier
        title = title or mention.title
        if mention.title and signed is None and "signatory" in mention.roles:
            signed = mention.title
    title, identifier = signed or title or None, identifier or None
    roles = roles - {"mentioned"} or {"mentioned"}
    if named.type == "municipality" or named.type == "region":
        identifier = next((m.identifier for m in group if m.identifier and len(m.identifier) <= 4), identifier)
    rows: list[PartyFact] = []
    sure = 1.0
    if named.type == "person" and memo.read_as != {ReadAs.DIGITAL} and not known_surnames(named.name):
        sure = 0.8  # a name that no register holds, read by a machine
    first = printed[0] if printed else group[0]
    for role in (role for role in ORDER if role in roles):
        places = [m for m in printed if role in m.roles] or [m for m in group if role in m.roles] or [first]
        place = best_place(memo, places if role != "mentioned" else printed or [first], printed)
        rows.append(
            PartyFact(
                start=place.start,
                end=place.end,
                name=named.name,
                text=" ".join(memo.text[place.start : place.end].split()) if place.start >= 0 else named.name,
                type=named.type,
                role=role,
                title=title if named.type == "person" else None,
                identifier=identifier,
                confidence=round(sure * max(m.confidence for m in places), 3),
            )
        )
    return rows


def _is_full(rest: str, kind: str) -> bool:
    """Whether what a longer name has more is its form, or its place with its form."""
    if kind not in SOCIETIES:
        return False
    return SOCIETY_FORM.fullmatch(rest) is not None or re.fullmatch(r"(?: i [\w-]+)? (?:ab|hb|kb)", rest) is not None


def _of_another(place: str, own: set[str]) -> bool:
    """Whether a body's place, in the genitive, is a municipality that does not send the memo: Bengtsfors."""
    code = place_code(place)
    return bool(code and own) and code not in own


def _first(group: list[Mention]) -> int:
    return min((m.start for m in group if m.start >= 0), default=0)


def _by_words(names: list[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The names by the words that they begin with, and by those that they end with, without themselves; in order."""
    begin: dict[str, list[str]] = {}
    end: dict[str, list[str]] = {}
    for name in names:
        at = name.find(" ")
        while at >= 0:
            begin.setdefault(name[:at], []).append(name)
            end.setdefault(name[at + 1 :], []).append(name)
            at = name.find(" ", at + 1)
    return begin, end


def _same(groups: dict[str, list[Mention]]) -> dict[str, str]:
    """Names that are short or inflected forms of another one: short → long, in small letters."""
    found: dict[str, str] = {}
    names = list(groups)
    if len(names) > MOST:
        return found
    begin, end = _by_words(names)
    persons: dict[tuple[str, str], str] = {}
    companies: dict[str, str] = {}
    codes: dict[str, str] = {}
    for name in names:
        first = groups[name][0]
        if name.endswith("s") and name[:-1] in groups:
            if first.type == "person" and any(m.roles & PRINTED for m in groups[name]):
                found[name[:-1]] = name  # Grändås, as the head or the signature prints it, is no genitive
            else:
                found[name] = name[:-1]
        elif first.type == "person":
            parts = name.split()
            longer = [n for n in begin.get(name, ()) if groups[n][0].type == "person"]
            if len(parts) >= 2 and len(longer) == 1:
                found[longer[0]] = name
            fuller = [n for n in end.get(name, ()) if groups[n][0].type == "person"]
            if len(fuller) == 1 and not is_first_name(parts[0]):
                found[name] = fuller[0]  # "Siv / Nordenmark Ek", whose first name stands on the line before
                continue
            found_name = persons.setdefault((parts[0], parts[-1]), name)
            if found_name != name:
                found[name] = found_name
        elif first.type == "company":
            bare = COMPANY_FORM.sub("", name).strip()
            other = companies.setdefault(bare, name)
            if other != name:
                short, long = sorted((name, other), key=len)
                found[short], companies[bare] = long, long
        elif first.type in ("municipality", "region") and first.identifier:
            other = codes.setdefault(first.identifier, name)
            if other != name:
                found[name] = other
    longer = [n for n in names if groups[n][0].type in OPEN_ENDED]
    for name in longer:
        bare = SOCIETY_FORM.sub("", name)
        kind = groups[name][0].type
        over = [n for n in begin.get(bare, ()) if n != name and groups[n][0].type == kind]
        over = [n for n in over if not n.startswith(bare + " region ")]  # named as a whole, and by its region
        if len(over) == 1 and name not in found and (" " in name or groups[name][0].type == "authority"):
            place = re.fullmatch(r" (?:i|på) [\w -]+", over[0][len(bare) :]) is not None
            if place and kind == "association" and len(groups[name]) > len(groups[over[0]]):
                found[over[0]] = name  # named once with its place, and else without
            else:
                found[name] = over[0]
    for name in names:  # "Föräldraföreningen", which is "Föräldraföreningen vid Hults skola", "Räddningstjänsten Öst"
        kind = groups[name][0].type
        if " " in name or name in found or kind not in PARTED or not name.endswith(("föreningen", "tjänsten")):
            continue
        over = [n for n in begin.get(name, ()) if groups[n][0].type in PARTED]
        local = name not in branch_words("branch") and not name.startswith(("kommunal", "räddnings"))
        after = [n for n in over if local and _first(groups[n]) < _first(groups[name])]
        over = [n for n in over if n in after or not n.startswith((name + " i ", name + " region "))]
        sends = len(over) == 1 and any("sender" in m.roles for m in groups[over[0]])  # its logo, on two lines
        only = {"mentioned", "sender"} if sends else {"mentioned"}
        if len(over) == 1 and (after or not any(m.roles - only for m in groups[name])):
            found[name] = over[0]
    forms: dict[str, str] = {}
    for name in names:  # "Kooperativet Ek ek. för." and "Kooperativet Ek ekonomisk förening"
        bare = SOCIETY_FORM.sub("", name)
        if bare != name and groups[name][0].type == "association" and forms.setdefault(bare, name) != name:
            short, long = sorted((name, forms[bare]), key=len)
            found[short], forms[bare] = long, long
    for name in names:  # as a list of recipients has it: "Kooperativet Ek", "Tekniska verken"
        over = [n for n in begin.get(name, ()) if _is_full(n[len(name) :], groups[n][0].type)]
        whose = groups[name][0].type
        alike = whose in SOCIETIES or (whose == "person" and not any(m.roles & PRINTED for m in groups[name]))
        # one word alone may be another's: "Kommuninvest" is "Kommuninvest i Sverige AB", "Ek" not "Ek i Sverige AB"
        company = whose == "company" and len(over) == 1 and groups[over[0]][0].type == "company" and len(name) > 5
        if alike and len(over) == 1 and name not in found and (" " in name or company):
            found[name] = over[0]
    for name in names:
        bare = SOCIETY_LEAD.sub("", name)
        if bare != name and bare in groups and bare not in found and groups[bare][0].type in SOCIETIES:
            found[bare] = name  # "Öland Roots", which is "Föreningen Öland Roots" elsewhere
    for name in names:
        full = name.replace("brf ", "bostadsrättsföreningen ", 1) if name.startswith("brf ") else name
        if full != name and full in groups:
            found[name] = full
    for name in names:  # "VattenNord", which is "VattenNord Kommunalförbund" in full
        bare = name.removesuffix(" kommunalförbund")
        if bare != name and bare in groups and bare not in found and groups[bare][0].type in PARTED | SOCIETIES:
            found[bare] = name
    for name in names:
        bare = name.removeprefix("kommunalförbundet ")
        if bare != name and bare in groups and any("sender" in m.roles for m in [*groups[name], *groups[bare]]):
            found[bare] = name  # its own memo's logo has the short form
            for mention in groups[name]:
                mention.type = "association"
        elif bare != name and bare in groups and name not in found:
            for mention in groups[bare]:
                mention.type = "association"
            found[name] = bare
    for name in names:  # "Länstrafiken", which is "Hults länstrafik"
        if groups[name][0].type != "administration" or not name.endswith("en") or name in found:
            continue
        over = [n for n in end.get(name[:-2], ()) if groups[n][0].type == "administration"]
        if len(over) == 1:
            found[name] = over[0]
    bodies = [n for n in names if groups[n][0].type == "body"]
    for name in bodies:  # "servicenämnden", which is "Servicenämnden IT"; "pensionärsrådet", the kommunala one
        over = [n for n in begin.get(name, ()) if groups[n][0].type == "body"] if name in BY_FIELD else []
        over += [n for n in end.get(name, ()) if n == f"kommunala {name}" and name.endswith("rådet")]
        if len(over) == 1 and name not in found:
            found[name] = over[0]
    auditors = [n for n in bodies if n.endswith(("revisorer", "revisorerna", "kommunrevisionen", "stadsrevisionen"))]
    if "revisorerna" in auditors and len(auditors) == 2:
        found["revisorerna"] = next(n for n in auditors if n != "revisorerna")
    senders = [m for group in groups.values() for m in group if "sender" in m.roles and m.type == "municipality"]
    own = {m.identifier for m in senders if m.identifier}
    for name in bodies:
        suffix = suffix_of(name.split()[-1])
        if suffix is None or not suffix.definite:
            continue
        for stem in (name[:-2], name[:-1]):
            over = [n for n in end.get(stem, ()) if groups[n][0].type == "body" and n[: -len(stem) - 1].endswith("s")]
            over = [n for n in over if not _of_another(n[: -len(stem) - 1], own)]
            if len(over) == 1 and name not in found:
                found[name] = over[0]
    return found
