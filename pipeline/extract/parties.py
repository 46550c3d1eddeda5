"""The component `lupp_parties`: who is named in a memo, and in which roles.

Three steps: every place where somebody is named (`parties_mentions`), the roles that section and words beside the name
give (`roles_*`), and one row for each distinct party and role (`parties_merge`).
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract import roles
from pipeline.extract.decisions_bodies import context_of, full_name
from pipeline.extract.decisions_minutes import context_of_minutes
from pipeline.extract.facts import Facts
from pipeline.extract.ner_features import candidates
from pipeline.extract.ner_settle import settle
from pipeline.extract.parties_mentions import (
    Mention,
    by_place,
    echoes,
    mentions_of,
    of_field,
    own_names,
    short_forms,
    within,
)
from pipeline.extract.parties_merge import merge
from pipeline.extract.parties_untold import untold_applicants
from pipeline.extract.roles_approved import approvals
from pipeline.extract.roles_assignees import assignee_roles, earlier_assignees, named_assignees
from pipeline.extract.roles_head import head_roles
from pipeline.extract.roles_lists import recipients
from pipeline.extract.roles_several import counted_counterparties
from pipeline.extract.roles_signatures import signatures
from pipeline.extract.roles_stray import find_lists
from pipeline.forms.names import find_names
from pipeline.forms.names_places import distance, place_code
from pipeline.forms.names_tables import places, words
from pipeline.forms.titles import title_word
from pipeline.memo.memo import Memo
from pipeline.read.page import ReadAs
from pipeline.tables import PartyType

# the label behind which an officer stands, who has this title where no other is printed
OFFICER = re.compile(r"(?:[Hh]andläggare|HANDLÄGGARE|[Hh]andläggande tjänsteman)[ \t]*:?\s*$")
PLACED = re.compile(r" i (?P<place>[A-ZÅÄÖ][\w-]+)(?: (?:kommun|[Ss]tad))?(?!\w)")


@Language.component("lupp_parties")
def find_parties(doc: Doc) -> Doc:
    memo: Memo = doc._.memo
    facts: Facts = doc._.facts
    mentions = mentions_of(doc)
    _name_committees(memo, facts, mentions)
    name_by_place(memo, facts, mentions)
    _add(mentions, short_forms(memo, mentions))
    _add(mentions, [m for m in settle(memo, candidates(doc), mentions) if not _title_in_pieces(m)])
    untold = untold_applicants(memo, mentions)
    _add(mentions, untold)
    _add(mentions, echoes(memo, untold, mentions))
    mentions += known_from_head(memo, facts, mentions)
    mentions.sort(key=by_place)
    lists = find_lists(memo, mentions)
    _add(mentions, signatures(memo, mentions, [(stray.start, stray.end) for stray in lists]))
    _add(mentions, head_roles(memo, facts, mentions))
    own = own_names(facts)
    listed = recipients(memo, mentions, own, lists)
    _add(mentions, listed)
    _add(mentions, echoes(memo, listed, mentions))
    approvals(memo, mentions)
    _add(mentions, roles.table_roles(memo, mentions))
    roles.column_roles(memo, mentions)
    roles.cue_roles(memo, facts, mentions, own)
    counted_counterparties(memo, mentions)
    named_assignees(memo, facts, mentions)
    earlier_assignees(memo, mentions)
    mentions += assignee_roles(facts, mentions)
    facts.parties.extend(merge(memo, mentions))
    if memo.read_as != {ReadAs.DIGITAL}:
        _same_author(facts)
    return doc


def _same_author(facts: Facts) -> None:
    """Gives the head's author the name that the parties have, where an OCR read it otherwise in the head."""
    author = facts.head.author
    names = {party.name for party in facts.parties if party.role == "author"}
    if author is None or len(names) != 1:
        return
    name = names.pop()
    slips = distance(author.value.lower(), name.lower(), 2)
    if 0 < slips <= 2 and author.value.count(" ") == name.count(" ") and author.value.lower() not in name.lower() + "s":
        author.value = name


def _title_in_pieces(mention: Mention) -> bool:
    """Whether a name is a title that an OCR has cut in two: Kans Lichef."""
    parts = mention.name.split()
    return mention.type == "person" and len(parts) == 2 and title_word("".join(parts)) is not None


def _name_committees(memo: Memo, facts: Facts, mentions: list[Mention]) -> None:
    """Gives "nämndens arbetsutskott" its full name: that of the board which the memo is written to."""
    context = context_of(facts.head)
    if facts.head.document_type == "minutes":
        context = context_of_minutes(memo, context)
    heads = [field for field in (facts.head.addressee, facts.head.administration) if field]
    for mention in mentions:
        if mention.type == "body":
            mention.name = full_name(mention.name, context)
        elif mention.type != "administration":
            continue
        for head in heads:  # the head put it together from two lines: "Sociala / omsorgsnämnden"
            inside = head.start <= mention.start and mention.end <= head.end
            if inside and head.value.lower().endswith(" " + mention.name.lower()):
                mention.name = head.value


def name_by_place(memo: Memo, facts: Facts, mentions: list[Mention]) -> None:
    """Gives a body of another place its place: "Ungdomsrådet i Hult"; the sender's own has none.

    "Kommunstyrelsen i Ydre kommun" names two parties, the body and the municipality, except where the memo names the
    same body of several municipalities, which only their places tell apart.
    """
    own = facts.head.municipality.value.lower() if facts.head.municipality else ""
    several: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type == "body" and (at := PLACED.match(memo.text, mention.end)):
            several.setdefault(mention.name, set()).add(at["place"].lower())
    for mention in mentions[:]:
        place = PLACED.match(memo.text, mention.end) if mention.type == "body" and not mention.identifier else None
        if place is None or memo.text[mention.end - 1] == "s" or not (own or place.group().endswith(" kommun")):
            continue
        if place.group().endswith((" kommun", " stad", " Stad")) and len(several[mention.name]) < 2:
            continue
        low = place["place"].lower()
        council = mention.name.lower().endswith("rådet")  # "Ungdomsrådet i Hult", of a place within the municipality
        code = place_code(low)
        known = code or low in words("foreign") or (council and low in places())
        if not known or " i " in mention.name or _is_own(facts, own, low, code):
            continue
        mention.name += memo.text[mention.end : place.end()]
        mention.end = place.end()
        for other in within(mentions, place.start(), place.end()):
            if other is not mention:
                mentions.remove(other)


def _is_own(facts: Facts, own: str, place: str, code: str) -> bool:
    """Whether a place, in small letters, is the sender's: told by its code, else by the first word of its name."""
    if facts.head.municipality_code and code:
        return code == facts.head.municipality_code
    return own.split(" ")[0].removesuffix("s") == place.removesuffix("s")


def _add(mentions: list[Mention], more: list[Mention]) -> None:
    """Adds mentions in their places: every step needs them in text order."""
    if more:
        mentions += more
        mentions.sort(key=by_place)


def known_from_head(memo: Memo, facts: Facts, mentions: list[Mention]) -> list[Mention]:
    """The parties that the head has already found, with their roles."""
    head = facts.head
    kind: PartyType = "municipality"
    if head.municipality is not None:
        told = find_names(head.municipality.value)
        kind = told[0].type if told else ("association" if head.municipality_code is None else "municipality")
        if head.municipality_code is not None and len(head.municipality_code) == 2:
            kind = "region"
    minutes = head.document_type == "minutes"
    found = of_field(head.municipality, kind, "sender", head.municipality_code)
    found += of_field(head.administration, "administration", "sender")
    found += of_field(head.addressee, _kind(head.addressee.value if head.addressee else ""), "addressee")
    found += [] if minutes else of_field(head.author, "person", "author")
    for mention in found:
        if mention.type == "person":
            name = mention.name.casefold()
            same = [m for m in mentions if m.start >= 0 and m.name.casefold() == name]
            mention.title = next((m.title for m in same if m.title), None)
            labelled = OFFICER.search(memo.text[max(0, mention.start - 40) : max(0, mention.start)])
            mention.title = mention.title or ("Handläggare" if labelled else None)
    return found


def _kind(name: str) -> PartyType:
    """The type of an addressee: a body unless its name says otherwise."""
    told = find_names(name)
    return told[0].type if told else "body"
