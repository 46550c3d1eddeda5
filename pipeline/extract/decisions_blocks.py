"""Stretches of a memo's text that may be a point or a lead-in: blocks cut and joined as their words ask.

A memo's blocks are as they are set on the page; a point may go on in the next block (over a page break), and a block
may hold several (lines set under each other, att-satser run on).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.extract.actions import main_verb, opens_with_infinitive, opens_with_present
from pipeline.extract.decisions_leads import is_body_name, is_lead
from pipeline.extract.decisions_split import OF_POINT, OWN_VERBS
from pipeline.extract.decisions_words import OPENS_ATT, words
from pipeline.forms.sentences import ends_open
from pipeline.memo.memo import Block, BlockKind, Memo

_MARKER = re.compile(
    r"\s*(?:[_'‘’`|~.,:;^]{1,2}\s+(?=\(?\w{1,2}[.)]))?"
    r"(?P<mark>(?:[Pp]unkt\s+)?(?P<digits>\d{1,2}(?:\.\d{1,2})?)(?:[.):]{1,2}(?=\s)|\s[–-](?=\s[A-ZÅÄÖ][a-zåäö]))|"
    r"\(?(?P<paren>\d{1,2}|[a-zåäöA-H])\)(?=\s*\S)|"
    r"(?P<misread>\d{1,2}),(?=\s+att\s)|(?P<letter>[a-hA-H])[.](?=\s+[a-zåäöA-ZÅÄÖ])|(?:Cc[.)]|[^\w\s]{1,3}|\w[.):;,])(?=\s+att\s)|"
    r"(?!(?i:för|om|så|med|på|av|till|i|utan|genom|än|under|samt|och|dels|även)\b)\w[\w$|!]{0,4}\s(?=att\s)|"
    r"(?P<comma>\d{1,2}),(?=\s+[A-ZÅÄÖ][a-zåäö])|(?:[oe]c?|eo)(?=\s[A-ZÅÄÖ][a-zåäö]{2})|[lI|!i][.,)](?=\s+[A-ZÅÄÖ][a-zåäö])|"
    r"[•●▪◦‣·*–—-](?=\s)|(?P<bare>\d(?:\.\d{1,2}){0,2})(?=\s+(?:att\s|[A-ZÅÄÖ][a-zåäö])))\s*"
)
# a letter without its sign, or with what an OCR made of that or of the space behind it: "A förelägger", "C ° ge"
_BARE_LETTER = re.compile(r"\s*(?P<letter>[A-Ha-h])(?:[ \t\n]+|[.,)]?[ \t]?[.,_°–—~·:|*-]{1,2}[ \t\n]*)(?=[a-zåäö]{2})")
_NUMBERS = ("digits", "comma", "misread", "paren", "letter", "bare")  # groups of _MARKER
_ALONE = re.compile(r"(\d{1,2})[.)]$")  # a number whose words stand in the next block
_LABEL = re.compile(r"\(?\s*(?P<value>\d{1,2}(?:\.\d{1,2})*|[a-zåäöA-ZÅÄÖ]|[ivx]{1,4}|[IVX]{1,4})\s*[.,):]*\s*$")
_ENDED = re.compile(r"[.!?:;,…][\"”’)\]]*\s*$")
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s*$")
_GOES_ON = re.compile(r"[a-zåäöé(\d]")
# words that no line of a list ends with
OPEN_END = re.compile(
    r"(?:^|\s)(?:av|om|för|till|med|på|i|från|den|det|de|en|ett|vid|under|inom|enligt|mellan|per|som|är|genom|över|-)$"
)
_LEADS = re.compile(r"\b(?:beslutar?|föreslår|föreslås|hemställer)\b")
_SUBORDINATE = re.compile(r"\b(?:att|om|när|som|sedan|innan)\b")
_WANTS_ATT = re.compile(r"\b(?:förutsättning|i uppdrag|fullmakt|uppdraget|villkor(?:et)?|på så sätt|innebär|så|för)$")
# "att bemyndiga ordföranden": what is to be done comes with the next att
_ASKED = re.compile(
    r"\b(?:bemyndiga|(?:uppdra(?:ga)?|delegera)\s(?:åt|till)|ge\s[^.,;:]{2,60}\s(?:i uppdrag|fullmakt|rätt))\b"
    r"(?:(?!\batt\b)[^.,;:]){2,90}(?<!\boch)(?<!\bsamt)$"
)
# "att till ledamöter välja" and then the names, each on its line
_WANTS_PERSONS = re.compile(
    r"(?:\b(?:välja|utse|väljer|utser|väljs|utses|entlediga|förordna|nämligen)|\([A-ZÅÄÖa-zåäö]{1,4}\),?)$"
)
# a section of rules: "§ 2 Rådet består av …", "3 § Föreskrifterna …"
SECTION_SIGN = re.compile(r"[\"”]?(?:§\s?\d{1,3}(?:\s?[a-z]\b)?|\d{1,3}(?:\s[a-z])?\s?§)[.:]?\s+[\"”]?(?=[A-ZÅÄÖ])")
_PERSON = re.compile(r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+){1,3},? \([A-ZÅÄÖa-zåäö]{1,4}\)")
# "Följande väljs till ersättare:", "att till ombud utse", and each further line of a list that so began
_ELECTS = re.compile(
    r"\b(?:välj(?:a|er|s|es)|uts(?:e|er|es|ågs)|förordna[rs]?|föreslås)\b[^;:]{0,200}?"
    r"(?:(?<=\bvälja)|(?<=\bväljer)|(?<=\bväljs)|(?<=\butse)|(?<=\butser)|(?<=\butses)|:)(?:\s*$|\s*\n)"
)
_NAMED = re.compile(r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+){1,3}(?:,? \([A-ZÅÄÖa-zåäö]{1,4}\))?(?:,|\.?$| och )")
_LEADS_IN = re.compile(r"(?:\bbeslutar?|\bföreslår [\w ,-]{3,80}|\bdel|\bföreslås\b[^.;]{0,160})(?: att)?[\s,:–-]*$")
_OF_POINT = re.compile(rf"att{OF_POINT.pattern}")
_NEXT_BODY = re.compile(r"(?:,|\b(?:samt|och))$")
_OWN_PART = re.compile(r"(?:för|i) (?:egen|sin) del(?: besluta(?:r)?)?(?: att)?[\s:]*$", re.IGNORECASE)
_BODY_OPENS = re.compile(r"att\b|samt\b|dels\b|och att\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text: `text[start:end]`. content: where its own words begin, after a number or bullet."""

    start: int
    end: int
    content: int
    kind: BlockKind
    number: str | None = None
    bulleted: bool = False
    page: int = 1

    @property
    def listed(self) -> bool:
        return self.number is not None or self.bulleted


def units(memo: Memo, blocks: Iterable[Block]) -> list[Unit]:
    """The units of these blocks, in order."""
    found: list[Unit] = []
    begins = False  # a new point, whose number is all that was read of the line above
    for block in blocks:
        for start, end in _pieces(memo.text, block):
            cut = _lead_behind(memo.text, start, end) if block.kind is BlockKind.ITEM else end
            unit = _unit(memo.text, block, start, cut)
            mark = bool(_mark_alone(memo.text, unit))
            if found and (mark or _left_of_mark(memo.text, found[-1], unit)):
                begins = True
                found += [unit] * mark
                continue
            if begins and unit.start < unit.end:
                found.append(unit)
                begins = False
            elif found and (_continues(memo.text, found[-1], unit) or _misread_mark(memo.text, found[-1], unit)):
                found[-1] = replace(found[-1], end=unit.end, content=_content(memo.text, found[-1]))
            elif unit.start < unit.end:
                found.append(unit)
            if cut < end:
                found.append(Unit(cut + 1, end, cut + 1, BlockKind.PARAGRAPH, page=block.page))
    found = _over_breaks(memo.text, [*_without_false_letters(_with_marks_beside(memo.text, found))])
    return _with_lost_numbers(memo.text, found)


_TO_DO = re.compile(r"att (?!denna\b|dessa\b)(?:[a-zåäö]+a|se|ge|be|gå|få|stå|bli)\s")


def _is_asked_too(opening: str, closing: str) -> bool:
    """Whether an att-sats is the next of those that a task set above them asks for: "att ge chefen i uppdrag", "att se
    över lokalerna,", "att redovisa detta i maj". What decides by itself is a point of its own."""
    task, _, asked = closing.partition("\n")
    if closing.endswith(".") or not asked.lstrip().startswith(OPENS_ATT):
        return False
    task = task.rstrip(" :")
    if not (_ASKED.search(task) or task.endswith((" i uppdrag", " fullmakt"))):
        return False
    verb = main_verb(opening)
    own = verb is not None and (verb.tense != "inf" or verb.action != "other" or verb.infinitive in OWN_VERBS)
    return not own and _TO_DO.match(opening) is not None


def _is_elected(opening: str, closing: str) -> bool:
    """Whether a line names who is elected, below what says to what: "Till ersättare väljs" and then "Eva Ek (S)"."""
    if not _NAMED.match(opening) or closing.endswith(".") or not _ELECTS.search(closing):
        return False
    return main_verb(opening) is None


_MARK_ALONE = re.compile(r"(?P<letter>[A-H])[.)]?")


def _mark_alone(text: str, unit: Unit) -> str:
    """The capital that is all of a stretch: a list's mark, apart from its point. A number alone may be a page's."""
    match = _MARK_ALONE.fullmatch(text, unit.start, unit.end) if unit.kind is not BlockKind.HEADING else None
    return match["letter"] if match else ""


def _with_marks_beside(text: str, found: list[Unit]) -> list[Unit]:
    """The units, marks in a column of their own given to the points beside them: "B", "C" and then "uppdrar åt
    inspektören …,", "bemyndigar chefen …"."""
    kept: list[Unit] = []
    marks = ""  # those right before
    for unit in found:
        parts = _done_by_lines(text, unit) if marks and not unit.listed else []
        if parts and len(parts) == len(marks):
            stops = [*parts[1:], unit.end]
            kept[-len(marks) :] = [
                replace(unit, start=a, content=a, end=a + len(text[a:b].rstrip()), number=mark)
                for a, b, mark in zip(parts, stops, marks, strict=True)
            ]
            marks = ""
            continue
        mark = _mark_alone(text, unit)
        marks = marks + mark if mark and (not marks or _counts_on(marks[-1], mark)) else mark
        kept.append(unit)
    return kept


def _done_by_lines(text: str, unit: Unit) -> list[int]:
    """Where in a unit a line begins with what is done; nothing where the first one does not."""
    starts = [unit.content, *(m.end() for m in re.compile(r"\n").finditer(text, unit.content, unit.end))]
    opens = [
        at
        for at in starts
        if text.startswith(OPENS_ATT, at)
        or opens_with_present(text[at : at + 40])
        or opens_with_infinitive(text[at : at + 40])
    ]
    return opens if opens[:1] == [unit.content] else []


_LED_IN = re.compile(r"\b(?:besluta|beslutar|föreslår|föreslås|hemställer|del)(?: att)?[\s:,]*$")
_NEXT_LEAD = re.compile(
    r" (?=(?P<who>[A-ZÅÄÖ][\w-]+(?:,? [\w-]+){0,6}?),? "
    r"(?:beslutar|föreslår|föreslås|hemställer|(?:för|i) (?:egen|sin))\b)"
)
_NO_POINT_YET = re.compile(r"\b(?:att|föreslå|hemställa|hos|inför|efter|tills|innan|bara|[Nn]är|[Dd]å|under)$")


def _lead_behind(text: str, start: int, end: int) -> int:
    """Where an item ends whose lost full stop let the next points' lead-in run on: "… för bygdepeng Kommunstyrelsen
    beslutar för egen del". The end where none does."""
    if not _LED_IN.search(text, max(start, end - 24), end):
        return end
    for match in _NEXT_LEAD.finditer(text, max(start + 25, end - 180), end):
        before = text[start : match.start()]
        if is_body_name(match["who"]) and not (ends_open(before) or _NO_POINT_YET.search(before)):
            return match.start()
    return end


# letters that an OCR takes bullets for, and the one that stands before each in a list of letters
_LIKE_BULLETS = {"e": "d", "o": "n", "c": "b"}


def _without_false_letters(found: list[Unit]) -> Iterator[Unit]:
    """The units, a bullet that was read as a letter no letter of theirs: "e Planen antas." not below a "d"."""
    before: str | None = None
    for unit in found:
        false = unit.number in _LIKE_BULLETS and before != _LIKE_BULLETS[unit.number]
        yield replace(unit, number=None, bulleted=True) if false else unit
        before = unit.number if unit.number is not None else before


_SCRAP = re.compile(r"\W{0,2}(?!och|att|nr)[A-Za-z\d|!$]{1,2}\W{0,2}")


def _left_of_mark(text: str, before: Unit, unit: Unit) -> bool:
    """Whether a stretch is what an OCR made of a point's number, apart from its words: "… 110 mkr, samt" and "Gu"."""
    said = text[unit.start : unit.end]
    if len(said) > 4 or unit.number is not None or not _SCRAP.fullmatch(said):
        return False
    return re.search(r"(?:[,;.]|\b(?:samt|och))$", text[before.start : before.end]) is not None


def _over_breaks(text: str, found: list[Unit]) -> list[Unit]:
    """Puts a piece that a break set apart between two items of a list that count on to the first, if that is open."""
    kept: list[Unit] = []
    for number, unit in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if (
            kept
            and following is not None
            and kept[-1].number is not None
            and not unit.listed
            and unit.kind is not BlockKind.HEADING
            and _counts_on(kept[-1].number, following.number)
            and not _ENDED.search(text[kept[-1].start : kept[-1].end])
            and not re.search(r"(?:^|\s)(?:och|samt)$", text[kept[-1].start : kept[-1].end])
            and not _leads(text[unit.start : unit.end])
        ):
            kept[-1] = replace(kept[-1], end=unit.end)
        else:
            kept.append(unit)
    return kept


def _leads(said: str) -> bool:
    """Whether a stretch may lead in points: not the rest of one that ends in what others decide, "… lån, under
    förutsättning att Östersunds kommun beslutar om sitt bidrag."."""
    match = _LEADS.search(said)
    return match is not None and not (said.endswith(".") and _SUBORDINATE.search(said, 0, match.start()))


# what was read of a number or its dirt: "ie Socialförvaltningen", "_ Avtalet"
_FOR_NUMBER = re.compile(r"(?:[a-zéI|l!]{1,2}|[^\w\s(\"”§]{1,2})[.,)]?\s+(?=[A-ZÅÄÖ][a-zåäö])")
MOST_LOST = 3


def _with_lost_numbers(text: str, found: list[Unit]) -> list[Unit]:
    """The units, numbers given to those between two items of a list from which as many numbers are missing."""
    at = [n for n, unit in enumerate(found) if unit.number is not None]
    for one, two in pairwise(at):
        first, last = found[one].number or "", found[two].number or ""
        between = found[one + 1 : two]
        if not (first.isdigit() and last.isdigit() and 0 < int(last) - int(first) - 1 == len(between) <= MOST_LOST):
            continue
        if all(_is_whole_item(text, before, unit) for before, unit in zip(found[one:two], between, strict=False)):
            for n, unit in enumerate(between, 1):
                scrap = _FOR_NUMBER.match(text, unit.content, unit.end)
                start = scrap.end() if scrap else unit.content
                found[one + n] = replace(unit, number=str(int(first) + n), bulleted=False, content=start)
    return found


def _is_whole_item(text: str, before: Unit, unit: Unit) -> bool:
    """Whether a stretch may be a list's item whose number was not read: begun anew below one that has ended."""
    said = words(text, unit.content, unit.end)
    scrap = _FOR_NUMBER.match(said)
    opening = said[scrap.end() :] if scrap else said
    if unit.kind is BlockKind.HEADING or not (opening[:1].isupper() or opening.startswith(OPENS_ATT)):
        return False
    closed = re.search(r"(?:[.,;!]|\b(?:och|samt))[\s\W]*$", text[before.start : before.end])
    return closed is not None and _ENDED.search(said) is not None and not is_lead(said, False, True)


def _counts_on(one: str, two: str | None) -> bool:
    """Whether two is the number or letter after one."""
    if two is None:
        return False
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    return len(one) == len(two) == 1 and ord(two) == ord(one) + 1


_DELS = re.compile(r"dels (?:ock |och )?(?=att )")
_JUNK = re.compile(r"(?:(?:[^\w\s(§\"”’$]|_){1,3}\s*){1,3}(?=[a-zåäö]{2})")


def begins_item(said: str) -> int:
    """How much of a stretch is its number or bullet, also a misread one before what is done; 0 where it has none."""
    match = _MARKER.match(said)
    if match and match.end() > match.start():
        return match.end()
    junk = _JUNK.match(said)
    if junk and (opens_with_infinitive(said[junk.end() :]) or opens_with_present(said[junk.end() :])):
        return junk.end()
    dels = _DELS.match(said)
    return dels.end() if dels else 4 if said.startswith(OPENS_ATT) else 0


def _pieces(text: str, block: Block) -> list[tuple[int, int]]:
    if block.kind is not BlockKind.LINES:
        return [(block.start, block.end)]
    pieces: list[tuple[int, int]] = []
    at = block.start
    for line in text[block.start : block.end].split("\n"):
        stop = at + len(line)
        if line.strip():
            previous = text[pieces[-1][0] : pieces[-1][1]] if pieces else ""
            goes_on = not _SENTENCE_END.search(previous) and _GOES_ON.match(line.strip()) and not _opens(line)
            if pieces and (goes_on or ends_open(previous)):
                pieces[-1] = (pieces[-1][0], stop)
            else:
                pieces.append((at, stop))
        at = stop + 1
    return pieces


def _opens(line: str) -> bool:
    return bool(_MARKER.match(line) or _BODY_OPENS.match(line.strip()))


def _unit(text: str, block: Block, start: int, end: int) -> Unit:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    number, bulleted, content = None, False, start
    marker = block.marker.strip()
    if block.kind is BlockKind.ITEM and start <= block.content <= end and block.start <= start:
        content = block.content
    label = _LABEL.fullmatch(marker) if marker else None
    if label:
        number = label["value"]
    elif marker and marker.lower() != "att":
        bulleted = True
    if not marker or marker.lower() == "att":
        match = _bare_letter(text, start, end) or _MARKER.match(text, start, end)
        junk = None if match else _JUNK.match(text, start, end)
        if junk and (opens_with_infinitive(text[junk.end() : end]) or opens_with_present(text[junk.end() : end])):
            bulleted, content = True, junk.end()
        alone = _ALONE.match(text, start, end) if match is None else None
        if alone:
            number, bulleted, content = alone[1], False, end
        # "att" is content, whether it counts as the marker or not
        if match and match.end() <= end:
            number = next((match[n] for n in _NUMBERS if n in match.re.groupindex and match[n]), None)
            bulleted = number is None
            content = match.end()
        elif not (bulleted or alone):
            content = start
    else:
        again = _MARKER.match(text, content, end)
        if again and bulleted and again["digits"]:
            number, bulleted, content = again["digits"], False, again.end()
    return Unit(start, end, min(content, end), block.kind, number, bulleted, block.page)


def _bare_letter(text: str, start: int, end: int) -> re.Match[str] | None:
    """A list's letter without its sign, where what is done follows: "B uppdrar åt chefen", "E - att 125 tkr"."""
    match = _BARE_LETTER.match(text, start, end)
    if match is None or match.end() == end:
        return None
    done = text[match.end() : end]
    return match if done.startswith(OPENS_ATT) or opens_with_present(done) or opens_with_infinitive(done) else None


def _misread_mark(text: str, before: Unit, unit: Unit) -> bool:
    """A line that goes on from one that cannot end so, and begins with a speck like a dash: "… ur anslaget till"."""
    opening, closing = text[unit.content : unit.end], text[before.start : before.end]
    return (
        (
            unit.bulleted
            and (before.listed or closing.startswith(OPENS_ATT))
            and opening[:1].islower()
            and not opening.startswith(OPENS_ATT)
        )
        and OPEN_END.search(closing) is not None
        and not opens_with_infinitive(opening)
        and not opens_with_present(opening)
    )


def _content(text: str, unit: Unit) -> int:
    """A marker that stood alone in its block is followed by its words in the next."""
    at = unit.content
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _continues(text: str, before: Unit, unit: Unit) -> bool:
    if before.listed and before.content >= before.end:
        return not unit.listed and unit.kind is not BlockKind.HEADING
    opening = text[unit.start : unit.end]
    words = text[before.content : before.end]
    if words.startswith(OPENS_ATT) and words.endswith(",") and _OF_POINT.match(opening):
        return True  # "att anta taxan, daterad den 15 oktober," and on the next line "att gälla fr.o.m. …"
    if unit.listed or unit.kind is BlockKind.HEADING or before.kind is BlockKind.HEADING:
        return False
    closing = text[before.start : before.end]
    if (
        _NEXT_BODY.search(closing)
        and closing.startswith(OPENS_ATT)
        and (_OWN_PART.match(opening) or is_body_name(opening))
    ):
        return False  # "att godkänna redovisningen, samt" and then "Kommunfullmäktige"
    if _NEXT_BODY.search(closing) and closing.startswith(OPENS_ATT) and opens_with_infinitive(opening):
        return False  # the "att" that stood in the margin was not read: "att sälja fastigheten," and then "anslå …,"
    if opens_with_present(opening) and (is_body_name(closing) or opens_with_present(closing)):
        return False
    if opens_with_infinitive(opening) and opening[:1].islower() and _LEADS_IN.search(closing):
        return False
    if opening and (ends_open(closing) or (_PERSON.match(opening) and _WANTS_PERSONS.search(closing))):
        return True
    if opening.startswith(OPENS_ATT) and (
        _WANTS_ATT.search(closing) or _ASKED.search(closing) or _is_asked_too(opening, closing)
    ):
        return True
    if _is_elected(opening, closing):
        return True
    if not opening or _BODY_OPENS.match(opening) or re.search(r"[.!?:;]\s*$", closing):
        return False
    if SECTION_SIGN.match(opening):
        return False
    if opening[0].isdigit() and (closing.startswith(OPENS_ATT) or len(closing) > 50):
        return not _ENDED.search(closing)  # "… under tiden 1 juli 1997" and on the next line "31 december 1998,"
    return opening[0].islower() or bool(OPEN_END.search(closing))
