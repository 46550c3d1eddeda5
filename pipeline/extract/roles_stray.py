"""Lists of recipients that stand outside their section: in a signature, in the margin, beside the list of attachments.

An old OCR text has no places, and so a heading in the margin, or in a column of its own, is joined with what stands
beside it: "Bilagor Sändlista", "yrkande. Exp: Ekonomienheten".
"""

import re
from dataclasses import dataclass

from pipeline.extract.parties_mentions import Mention, within, words
from pipeline.extract.roles_lines import Line, lines_of, worn, worn_pattern
from pipeline.extract.roles_scraps import ends_list, is_prose, is_sentence, of_foot
from pipeline.extract.roles_unheaded import unheaded
from pipeline.memo.memo import Memo, Section, SectionKind
from pipeline.read.page import ReadAs

_PAPER = (
    r"(?:(?:detta |denna )?(?:beslut(?:ets?)?|protokoll(?:et)?|protokollsutdrag(?:et)?|prot\.? ?utdr\.?|utdrag(?:et)?|"
    r"skrivelsen|tjänsteskrivelsen|ärendet|handlingar(?:na)?|kopi(?:a|or)|avskrift(?:er)?) )"
)
_SENT = (
    r"(?:(?:ska|skall|bör|har) )?(?:skicka[st]s?|sändes|sänds|sändas|översänd[ae]?s|översändes|tillställ[ae]?s|"
    r"tillsänd[ae]?s|delge[sr]|delgive?s|delgivits|delgivas|delgivning|delg\.?|meddela[st]s?|lämnas|expediera[stde]{1,2}|"
    r"expediering|expedition|följande (?:ska(?:ll)? )?få(?:r)? del av|expedieras|exp\.?|distribueras|underrätta[st]s?)"
)
_ALONE = (
    r"(?:exp\.?|expedieras|expedierat|expediering|expeditionslista|delges|delgive?s|delgivning|delgivningslista|delg\.?|sändlista|"
    r"distributionslista|distribution|sändes|kopi[ae]|kopior|c\.?c\.?|f\. ?k\.?|fk|beslutsmottagare|beslutsexpediering|"
    r"mottagare|tillställs|tillsänds|meddelas|underrättas|underrättelse|avskrift|utdrag|protokollsutdrag)"
)
_FOR = (
    r"(?:för|till) (?:kännedom|åtgärd|verkställighet|verkställande|information|vidare handläggning|expediering|"
    r"delgivning)"
)
LEAD = worn_pattern(
    rf"(?:{_PAPER}?{_SENT}|(?P<paper>{_PAPER})|{_ALONE}|{_FOR})"
    r"(?: (?:av|om) (?:detta )?beslut(?:et)?| beslut(?:et)?| efter beslut)?"
    rf"(?: (?:och )?{_FOR})?(?P<to> ?till)?(?P<dots> ?:)?(?=\s|$)\s?"
)
WITHIN = re.compile(
    r"(?<=[.!?)]) (?=(?:Exp|Delges|Sändlista|Kopi|Beslut|Utdrag|Protokollsutdrag|Skickas|Tillställs)\w*\b)"
)
# a heading over attachments with one over recipients beside it, and what the attachments' lines begin with
BESIDE = re.compile(
    r"\W*(?:bilagor|bilaga|bil\.?|handlingar|underlag för beslut(?:et)?|underlag|beslutsunderlag)\W+", re.IGNORECASE
)
NUMBERED = re.compile(r"\W*(?:bilaga |bil\.? ?)?\d{1,2}[.:)]?\s|[-–•*]\s", re.IGNORECASE)
# words of papers, and a recipient whose kind its name doesn't tell
PAPERS = re.compile(r"\d{4}|\b(?:från|av|över|om|skrivelse|yttrande|protokoll|rapport|förslag|karta|avtal|kalkyl)\b")
UNTOLD = re.compile(r"[A-ZÅÄÖ][\w&/-]+(?: [\w&/-]+){0,3}")
LED = re.compile(r"\b(?:från|av|till|med|för|hos|mellan|och|i|på|angående|om|över)\s+$", re.IGNORECASE)
SPLIT = re.compile(
    r"(?:ska |skall )?(?:skickas|sänds|sändes|tillställs|tillsänds|översänds|lämnas) till:?\s", re.IGNORECASE
)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\b\d{6}\b")
LOOSE = re.compile(r"(?:ska |skall )?(?:skickas|sänds|sändes|tillställs) till\W*$|[\d /:.()-]+$", re.IGNORECASE)
ONE_WORD = re.compile(r"[A-ZÅÄÖ][a-zåäö-]{5,}")
LONGEST = 90  # characters that the words take that lead to a list
MOST = 420  # characters that such a list takes
KINDS = frozenset(SectionKind) - {
    SectionKind.RECIPIENTS, SectionKind.LETTERHEAD, SectionKind.TITLE, SectionKind.STAMP, SectionKind.FURNITURE
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stray:
    """A list of recipients outside its section: `memo.text[start:end]`, its lines without the words that lead it."""

    start: int
    end: int
    lines: tuple[Line, ...]


def find_lists(memo: Memo, mentions: list[Mention]) -> list[Stray]:
    """The lists of recipients that stand in the latter two thirds of a memo, outside sections of recipients."""
    found: list[Stray] = []
    for section in memo.sections:
        if section.kind not in KINDS or section.end < len(memo.text) // 3:
            continue
        both = BESIDE.match(section.heading) is not None  # two headings side by side were taken for one
        lines = lines_of(memo.text, section.start if both else section.body, section.end)
        for k, (start, _) in enumerate(lines):
            if start < len(memo.text) // 3 or (found and start < found[-1].end):
                continue
            told = _beside(memo, section, lines, k, mentions) or _led(memo, lines, k, mentions)
            if told is not None:
                found.append(told)
    if not found and (tail := _tail(memo, mentions)) is not None:
        found.append(tail)
    for entries in unheaded(memo, mentions) if not found else []:
        found.append(Stray(entries[0][0], entries[-1][0] + len(entries[-1][1]), entries))
    return found


def is_loose(memo: Memo, section: Section) -> bool:
    """Whether a section of recipients holds other text: its heading stood in the margin and was read too early."""
    lines = [line for _, line in lines_of(memo.text, section.body, section.end)]
    while lines and (LOOSE.match(lines[0]) or DATE.search(lines[0])):
        lines = lines[1:]
    return bool(lines) and is_prose(lines[0])


def _tail(memo: Memo, mentions: list[Mention]) -> Stray | None:
    """The list that ends a memo where its heading has come loose and stands before other text."""
    loose = [section for section in memo.sections_of(SectionKind.RECIPIENTS) if is_loose(memo, section)]
    last = [section for section in memo.sections if section.kind in KINDS][-1:]
    if not loose or not last or last[0].start < loose[0].end - 1:
        return None
    entries: list[Line] = []
    for start, line in reversed(lines_of(memo.text, last[0].body, last[0].end)):
        first = line.strip(" •–-").lower().split()[:1]
        named = _names_somebody(start, line, mentions) or first[0] in words("general")
        if is_prose(line) or DATE.search(line) or len(line) > 90 or not (named or ONE_WORD.fullmatch(line.strip())):
            break
        entries.append((start, line))
    entries.reverse()
    if len(entries) < 2:
        return None
    return Stray(entries[0][0], entries[-1][0] + len(entries[-1][1]), tuple(entries))


def lead_of(text: str) -> int:
    """How many characters the words take that lead to recipients ("Kopia till: "), 0 where there are none."""
    match = LEAD.match(worn(text[:LONGEST]))
    return match.end() if match and (match["to"] or match["dots"]) else 0


def is_lead(line: str) -> bool:
    """Whether a line is nothing but words that lead to recipients: "För kännedom"."""
    bare = line.strip(" :.-–•*")
    return len(bare) <= LONGEST and bool(bare) and LEAD.fullmatch(worn(bare)) is not None


def _led(memo: Memo, lines: list[Line], k: int, mentions: list[Mention]) -> Stray | None:
    """The list that begins on a line, after "Kopia till", or under it."""
    start, line = lines[k]
    for at in (0, *(m.end() for m in WITHIN.finditer(line))):
        first = at + len(line[at : at + 9]) - len(line[at : at + 9].lstrip(" \t‘’'“”*·•.-"))
        if not (line[first : first + 1].isupper() or line.startswith("cc", first)):
            continue
        match = LEAD.match(worn(line[first : first + LONGEST]))
        if match is None or (match["paper"] and not (match["to"] or match["dots"])):
            continue
        stop = first + match.end()
        rest = _until_end(line[stop : stop + MOST + 1])
        whole = stop == len(line) and at == 0
        marked = bool(match["dots"]) or whole
        split = SPLIT.match(lines[k + 1][1]) if k + 1 < len(lines) and not (match["to"] or match["dots"]) else None
        if split and rest.strip():  # a heading of two lines, in the margin of its list
            under = lines[k + 1]
            entries = [(start + stop, rest), (under[0] + split.end(), under[1][split.end() :])]
            entries += _following(memo, lines, k + 1, "", mentions)
            marked = True
        elif rest.strip(" :."):
            entries = [(start + stop, rest), *_following(memo, lines, k, rest, mentions)]
        elif whole:
            entries = _following(memo, lines, k, "", mentions)
        else:
            continue
        if entries and _is_list(memo, entries, mentions, marked):
            return Stray(start + at, entries[-1][0] + len(entries[-1][1]), tuple(entries))
    return None


def _until_end(text: str) -> str:
    """The text until what ends a list: "… ekonomienheten Just. sign."."""
    for match in re.finditer(r"(?<=\s)(?=[A-ZÅÄÖ])", text):
        if ends_list(text[match.start() : match.start() + 60]):
            return text[: match.start()]
    return text


def _following(memo: Memo, lines: list[Line], k: int, rest: str, mentions: list[Mention]) -> list[Line]:
    """The lines under the line k that go on with its list; the next block's where the list only begins there."""
    found: list[Line] = []
    open_end = not rest or rest.rstrip().endswith((",", ";", " och"))
    worn_out = memo.read_as != {ReadAs.DIGITAL}  # an old text sets each line apart
    for start, line in lines[k + 1 :]:
        apart = memo.text[max(0, start - 2) : start] == "\n\n"
        over = not open_end or (found and not _names_somebody(start, line, mentions))
        if apart and over and not (worn_out and _is_one_name(start, line, mentions)):
            break
        if ends_list(line) or len(line) > 110 or re.search(r"[a-zåäö]{3}\. [A-ZÅÄÖ]", line):
            break
        found.append((start, line))
    return found


def _is_one_name(start: int, line: str, mentions: list[Mention]) -> bool:
    """Whether a line is a name of no person and nothing else, so that it goes on with a list of such lines."""
    here = within(mentions, start, start + len(line))
    return len(here) == 1 and here[0].type != "person" and len(line.strip(" .,")) <= here[0].end - here[0].start


def _names_somebody(start: int, line: str, mentions: list[Mention]) -> bool:
    """Whether a line that stands apart may go on with a list: it begins with a name that is no signature's."""
    here = within(mentions, start, start + len(line))
    opening = line.lower().split()
    told = bool(here) and here[0].start - start <= 3 and here[0].type != "person"
    return told or (bool(opening) and opening[0].strip(".,:") in words("general"))


def _is_list(memo: Memo, entries: list[Line], mentions: list[Mention], marked: bool) -> bool:
    """Whether lines hold names and nothing that a sentence is made of. marked: a colon stands before them."""
    first, last = entries[0][0], entries[-1][0] + len(entries[-1][1])
    if last - first > MOST or (not marked and DATE.search(memo.text, first, last)):
        return False
    if not marked and not (
        memo.text[first].isupper() or any(m.start == first for m in within(mentions, first, first + 1))
    ):
        return False
    text = memo.text[first:last]
    for mention in reversed(within(mentions, first, last)):
        text = text[: mention.start - first] + " \n " + text[mention.end - first :]
    bare = re.sub(r"\([^()]*\)|\S+@\S+", " ", text)
    left = [w.lower() for w in re.findall(r"[^\W\d_]{2,}", bare)]
    if is_sentence(left):
        return False
    known = words("general") | words("tail") | words("field") | {"och", "samt", "för", "till", "vid", "ex", "st", "av"}
    strange = sum(w not in known for w in left)
    if marked:
        return text.count("\n") > 1 or len(left) < 12
    return strange <= max(1, text.count(" \n ") // 2) and (" \n " in text or strange < len(left))


def _beside(memo: Memo, section: Section, lines: list[Line], k: int, mentions: list[Mention]) -> Stray | None:
    """The list whose heading stands beside that of the attachments, and its entries beside theirs."""
    start, line = lines[k]
    head = BESIDE.match(line)
    if head is None and not (section.kind is SectionKind.ATTACHMENTS and k == 0):
        return None
    first = head.end() if head else 0
    match = LEAD.match(worn(line[first : first + LONGEST]))
    if match is None or line[first + match.end() :].strip(" :.,"):
        return None
    numbered = any(NUMBERED.match(under) for _, under in lines[k + 1 :])
    entries: list[Line] = []
    alone = False
    for at, under in lines[k + 1 :]:
        if ends_list(under) or len(under) > 110 or of_foot(under.split()):
            break
        here = within(mentions, at, at + len(under))
        if NUMBERED.match(under):
            entries += _last_names(at, under, here)
        elif numbered:
            entries.append((at, under))
        elif here and here[0].start - at <= 3 and not PAPERS.search(under):  # the attachments have ended
            entries.append((at, under))
            alone = True
        elif here:
            entries += _last_names(at, under, here)
        elif alone and UNTOLD.fullmatch(under.strip(" .°*’'‘")):
            entries.append((at, under))
    if not entries or not (numbered or (head is not None and len(entries) > 1)):
        return None
    return Stray(start, entries[-1][0] + len(entries[-1][1]), tuple(entries))


def _last_names(at: int, line: str, here: list[Mention]) -> list[Line]:
    """The names that end a line and that no word leads to: "Bilaga 1: Rapport Kommunstyrelsen"."""
    end = len(line.rstrip(" ,.;"))
    first = end
    for mention in reversed(here):
        if line[mention.end - at : first].strip(" ,") or LED.search(line[: mention.start - at]):
            break
        first = mention.start - at
    return [(at + first, line[first:end])] if first < end else []
