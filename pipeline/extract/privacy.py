"""The component `lupp_privacy`: what a publisher must mask before a memo is put on the web.

Marked are
- personnummer and samordningsnummer, wherever they stand;
- private persons in individual cases: who is named beside a personal number, as an applicant or client, or as the
  one who applies or appeals; every place where that name is printed;
- telephone numbers, e-mail addresses and home addresses of such persons: in running text, tables and lists of
  recipients, where they are not an office's.

Not marked are the work contacts of officers and offices in letterhead, signatures and page feet, addresses at a
municipality's or authority's domain, politicians and officers in their roles, companies and their representatives,
and those who have brought a motion: they act in public. A contact in running text that neither speaks for a private
person nor for an office is marked with low confidence: masking too much does less harm than too little.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.facts import Facts, PrivacyFact
from pipeline.extract.parties_mentions import tokens_of
from pipeline.forms.contacts import ContactMatch, address_places, find_addresses, find_emails, find_phones
from pipeline.forms.guard import signs_of
from pipeline.forms.identity import IdentityMatch, find_identities
from pipeline.forms.names import find_names
from pipeline.forms.persons import PersonMatch, find_persons
from pipeline.memo.memo import Block, BlockKind, Memo, Section, SectionKind
from pipeline.resources import toml

_WORDS = toml("extract/data/privacy_words.toml")
_OFFICE_SECTIONS = frozenset({SectionKind.LETTERHEAD, SectionKind.FURNITURE, SectionKind.SIGNATURES, SectionKind.STAMP})
_ROLE = re.compile(
    r"(?:^|[^\w])(?:" + "|".join(map(re.escape, _WORDS["roles"])) + r")(?: är)?[ \t]*:?[\s,]*$", re.IGNORECASE
)
_ACT = re.compile(
    r"[\s,]*(?:\([^)]{0,40}\)[\s,]*)?(?:,[^,.]{0,60},\s*)?(?:har (?:den )?[\d a-zåäö./-]{4,20} )?(?:"
    + "|".join(map(re.escape, _WORDS["acts"]))
    + r"|(?:ansökt|sökt|begärt|överklagat|yrkat))\b",
    re.IGNORECASE,
)
# whose neighbour or property the matter is about, and who is granted what only persons get
_OWNER = re.compile(r"(?:\b[Gg]ranne\w*|\b(?:[Mm]ed)?[Ää]gare(?:n|na)?)\b[^.\n]{0,40}?,?\s*$")
_GRANTED = re.compile(
    r"(?:bevilja\w*|medge\w*|tillerkänn\w*|avslå\w* ansökan från|"
    r"(?:bistånd|färdtjänst|riksfärdtjänst|skolskjuts|ledsagning|assistans|bostadsanpassning\w*|försörjningsstöd)"
    r" (?:till|för))\s+$",
    re.IGNORECASE,
)
_ABOUT_PERSONS = re.compile(
    r"färdtjänst|skolskjuts|bistånd|ledsag|assistans|bostadsanpass|försörjningsstöd|vård|omsorg|placering|"
    r"parkeringstillstånd|avlastning|kontaktperson|kontaktfamilj|hemtjänst|LSS|SoL",
    re.IGNORECASE,
)
# a day of birth whose last four digits somebody has masked already
_MASK = re.compile(r"\d ?[-–+] ?[Xx*•Nn-]")  # a part of every masked number, sooner found
_MASKED = re.compile(r"(?<![\w-])(?:19|20)?\d{2}[01]\d[0-3]\d ?[-–+] ?(?:[Xx*•]{4}|[Nn]{4}|-{3,4})(?!\w)")
_PUBLIC = re.compile(r"(?:" + "|".join(map(re.escape, _WORDS["public"])) + r")\w*", re.IGNORECASE)
_FOOT = re.compile(
    r"\b(?:besöksadress|besoksadress|postadress|org\.? ?(?:nr|nummer)|organisationsnummer|bankgiro|plusgiro|postgiro"
    r"|(?:tele)?fax|växel|vaxel|vx|hemsida|www)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(?:" + "|".join(map(re.escape, _WORDS["offices"])) + r")\b", re.IGNORECASE)
_APPEAL = re.compile(r"\s*\(?(?:med |delges med )?(?:besvärshänvisning|överklagandehänvisning)", re.IGNORECASE)
_PARTY = re.compile(r"\s*\([A-ZÅÄÖ]{1,3}\)")
_PUBLIC_DOMAIN = re.compile(
    r"@(?:[\w-]+\.)*(?:kommun|stad|region|landsting|lansstyrelsen|domstol|gov|riksdagen|skr|skl|polisen|vgregion)[\w-]*\.|kommun\.se$",
    re.IGNORECASE,
)
_MAILBOX = re.compile(
    r"^(?:info|registrator|kommun|kommunen|kontakt|kansli|kundtjanst|social|bygg|miljo|skola|diarie|post|\w*namnden|\w*forvaltning\w*|\w*kontoret)@",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"(?:bosatt|boende|bor|folkbokförd|hemadress|adress|bostadsadress|bostad|hemmet|hem)\b[^.]{0,25}$", re.IGNORECASE
)
# who lives at the address behind the name: those who act in public live somewhere too
_LIVES = re.compile(
    r"(?:förslagsställare|förslagslämnare|initiativtagare|motionär|klagande|sökande|fastighetsägare|granne|anmälare)n?"
    r":? "
    r"[A-ZÅÄÖ][^.\n]{2,40}, $",
    re.IGNORECASE,
)
_CUES = (_ROLE, _ACT, _OWNER, _GRANTED, _APPEAL)  # what beside a name makes a person private
NEAR = 80  # characters between a personal number and the name that it belongs to


@Language.component("lupp_privacy")
def find_privacy(doc: Doc) -> Doc:
    """Fills `facts.privacy`, in the order of the text."""
    memo: Memo = doc._.memo
    facts: Facts = doc._.facts
    found: list[PrivacyFact] = []
    numbers = find_identities(memo.text)
    for number in numbers:
        found.append(_fact(memo, number.start, number.end, number.kind, number.confidence))
    for match in _MASKED.finditer(memo.text) if _MASK.search(memo.text) else ():
        found.append(_fact(memo, match.start(), match.end(), "personnummer", 0.7))
    people: dict[str, float] = {}
    private_blocks: set[int] = set()
    tokens = tokens_of(doc)

    def persons_of(block: Block) -> list[PersonMatch]:
        part = tokens.part(block.start, block.end)
        return find_persons(part.whole, part) if True in part.capitals else []

    cues = _cue_places(memo.text)
    blocks = list(_blocks(memo))
    for section, block in blocks:
        here = [n for n in numbers if block.start <= n.start < block.end]
        if here:
            private_blocks.add(block.start)
        elif section.kind in _OFFICE_SECTIONS or not (cues is None or _any_in(cues, block)):
            continue  # nothing speaks for a private person, so nobody need be looked for
        for person, sure in _private_people(memo, section, block, persons_of(block), here):
            people[person.name] = max(sure, people.get(person.name, 0.0))
            private_blocks.add(block.start)
    if people:
        named = [(section, person) for section, block in blocks for person in persons_of(block)]
        officers = {p.name for section, p in named if p.title or section.kind is SectionKind.SIGNATURES}
        people = {name: sure for name, sure in people.items() if name not in officers or sure >= 0.9}
        found.extend(_everywhere(memo, people))
    for section, block, contacts in _contacts_of(memo, blocks, private_blocks):
        apart = [c for c in contacts if not any(n.start < c.end and c.start < n.end for n in numbers)]
        found.extend(_contacts(memo, section, block, apart, private_blocks))
    facts.privacy = sorted(_apart(found), key=lambda fact: (fact.start, fact.end))
    return doc


@cache
def _cue_signs() -> list[bytes] | None:
    """What stands in small letters in each match of one of `_CUES`; None where that can't be told."""
    needed = [signs_of(cue.pattern, cue.flags) for cue in _CUES]
    if not all(needed):
        return None
    signs = {sign.lower() for some in needed if some for sign in some.signs}
    return [sign.encode("latin-1") for sign in signs if not any(o != sign and o in sign for o in signs)]


def _cue_places(text: str) -> list[int] | None:
    """Where the cues may stand, in order; None where they may stand anywhere."""
    low = text.lower().replace("ı", "i").replace("ſ", "s")  # which `re.IGNORECASE` takes for these
    signs = _cue_signs()
    if signs is None or len(low) != len(text):
        return None
    plain = low.encode("latin-1", "replace")  # a byte for each character: bytes are searched in a third of the time
    found = []
    for sign in signs:
        at = plain.find(sign)
        while at >= 0:
            found.append(at)
            at = plain.find(sign, at + 1)
    return sorted(found)


def _any_in(places: list[int], block: Block) -> bool:
    at = bisect_left(places, block.start)
    return at < len(places) and places[at] < block.end


def _fact(memo: Memo, start: int, end: int, kind: str, sure: float) -> PrivacyFact:
    return PrivacyFact(start, end, kind, memo.text[start:end], sure)  # type: ignore[arg-type]


def _blocks(memo: Memo) -> Iterator[tuple[Section, Block]]:
    position = 0
    for section in memo.sections:
        while position < len(memo.blocks) and memo.blocks[position].end <= section.start:
            position += 1
        while position < len(memo.blocks) and memo.blocks[position].start < section.end:
            yield section, memo.blocks[position]
            position += 1


def _private_people(
    memo: Memo, section: Section, block: Block, persons: list[PersonMatch], numbers: list[IdentityMatch]
) -> Iterator[tuple[PersonMatch, float]]:
    """The persons of a block who are named beside a personal number, as applicants, or as those who apply."""
    text = _text(memo, block)
    if section.kind is SectionKind.PLANNING:
        return
    for person in persons:
        before, after = text[max(0, person.start - 40) : person.start], text[person.end : person.end + 120]
        near = [n for n in numbers if _gap(person, n, block.start) <= NEAR]
        if near and not _other_between(text, person, near, block.start):
            yield person, 0.9
        elif _PARTY.match(after) or person.title or _PUBLIC.search(before[-30:]):
            continue
        elif section.kind not in _OFFICE_SECTIONS and (_ROLE.search(before) or _ACT.match(after)):
            yield person, 0.75
        elif section.kind not in _OFFICE_SECTIONS and _of_case(before, after):
            yield person, 0.65
        elif section.kind is SectionKind.RECIPIENTS and _APPEAL.match(after):
            yield person, 0.8


def _of_case(before: str, after: str) -> bool:
    """Whether the words beside a name make it a neighbour's, an owner's, or that of one who gets help."""
    granted = _GRANTED.search(before) is not None
    return _OWNER.search(before) is not None or (granted and _ABOUT_PERSONS.search(before + after[:60]) is not None)


def _gap(person: PersonMatch, number: IdentityMatch, offset: int) -> int:
    start, end = number.start - offset, number.end - offset
    return max(start - person.end, person.start - end)


def _other_between(text: str, person: PersonMatch, near: list[IdentityMatch], offset: int) -> bool:
    """True where each number has another person nearer to it, so that this one is merely in the same sentence."""
    for number in near:
        start, end = number.start - offset, number.end - offset
        between = text[person.end : start] if person.end <= start else text[end : person.start]
        if not find_persons(between) and "." not in between.replace("nr.", "").strip(". "):
            return False
    return True


def _everywhere(memo: Memo, people: dict[str, float]) -> Iterator[PrivacyFact]:
    """Every place where the names stand, also in the genitive and in capitals."""
    for name, sure in people.items():
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?=s?(?!\w))", re.IGNORECASE)
        for match in pattern.finditer(memo.text):
            yield _fact(memo, match.start(), match.end(), "person", sure)


def _contacts_of(
    memo: Memo, blocks: list[tuple[Section, Block]], private_blocks: set[int]
) -> Iterator[tuple[Section, Block, list[ContactMatch]]]:
    """The blocks that hold contacts, with these, placed in the memo's text.

    They are looked for in the whole text at once, addresses where a part of one stands: none goes over a blank line.
    An office's telephone and address are nobody's secret: those are left out.
    """
    starts = [block.start for _, block in blocks]
    found: dict[int, list[ContactMatch]] = {}
    for contact in find_emails(memo.text):
        found.setdefault(bisect_right(starts, contact.start) - 1, []).append(contact)
    for contact in find_phones(memo.text):
        at = bisect_right(starts, contact.start) - 1
        if not _is_office(*blocks[at], private_blocks):
            found.setdefault(at, []).append(contact)
    for at in sorted({bisect_right(starts, place) - 1 for place in address_places(memo.text)}):
        section, block = blocks[at]
        for contact in [] if _is_office(section, block, private_blocks) else find_addresses(_text(memo, block)):
            moved = replace(contact, start=block.start + contact.start, end=block.start + contact.end)
            found.setdefault(at, []).append(moved)
    for at, contacts in sorted(found.items()):
        yield *blocks[at], contacts


def _text(memo: Memo, block: Block) -> str:
    return memo.text[block.start : block.end]


def _is_office(section: Section, block: Block, private_blocks: set[int]) -> bool:
    return section.kind in _OFFICE_SECTIONS and block.start not in private_blocks


def _contacts(
    memo: Memo, section: Section, block: Block, contacts: list[ContactMatch], private_blocks: set[int]
) -> Iterator[PrivacyFact]:
    """Those of a block's contacts that are a private person's."""
    text = _text(memo, block)
    office, private = _is_office(section, block, private_blocks), block.start in private_blocks
    for contact in contacts:
        here = replace(contact, start=contact.start - block.start, end=contact.end - block.start)
        sure = _how_private(text, here, office, private, section.kind, block)
        if sure:
            yield _fact(memo, contact.start, contact.end, contact.kind, round(sure * contact.confidence, 3))


def _how_private(
    text: str, contact: ContactMatch, office: bool, private: bool, kind: SectionKind, block: Block
) -> float:
    """How likely a contact is a private person's, 0 where it is plainly an office's."""
    value = text[contact.start : contact.end]
    before = text[max(0, contact.start - 60) : contact.start]
    if contact.kind == "email":
        if _PUBLIC_DOMAIN.search(value) or _MAILBOX.match(value):
            return 0.0
        if contact.private:
            return 0.95
        return 0.0 if office else 0.9 if private else 0.5
    if office or _in_foot(text, contact):
        return 0.0
    if contact.kind == "phone":
        if _OFFICE.search(before):
            return 0.0
        return 0.95 if private else 0.6 if contact.private else 0.4
    line = text[text.rfind("\n", 0, contact.start) + 1 : contact.start]
    if (
        private
        or _HOME.search(before)
        or _LIVES.search(before)
        or (line.strip() == "" and kind is SectionKind.RECIPIENTS and block.kind is BlockKind.LINES)
    ):
        named = find_names(before)
        return 0.3 if named and not private else 0.95
    return 0.0


def _in_foot(text: str, contact: ContactMatch) -> bool:
    """Whether a contact stands in a line of an office's particulars, which a scan's list of recipients may have taken
    in: "Besöksadress: Storgatan 4 Tel: 0650-190 00 vx Fax: 0650-381 25 Org.nr: 212000-2379"."""
    start, end = text.rfind("\n", 0, contact.start) + 1, text.find("\n", contact.end)
    line = text[start : end if end >= 0 else len(text)]
    return len({word.lower()[:4] for word in _FOOT.findall(line)}) > 1


def _apart(found: list[PrivacyFact]) -> list[PrivacyFact]:
    """Those that don't overlap with a surer one."""
    kept: list[PrivacyFact] = []
    for fact in sorted(found, key=lambda f: (-f.confidence, f.start)):
        if not any(fact.start < other.end and other.start < fact.end for other in kept):
            kept.append(fact)
    return kept
