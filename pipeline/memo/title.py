"""Which lines of the front are the matter's heading."""

import re

from pipeline.forms.guard import guarded
from pipeline.forms.titles import is_title
from pipeline.memo.drafts import Draft, line_text
from pipeline.memo.fold import bare, fold
from pipeline.memo.furniture import address_hits, is_page_number
from pipeline.memo.labels import (
    is_body_name,
    is_date,
    is_diarienummer,
    is_document_type,
    is_label,
    is_office,
    is_officer,
    is_organisation,
    is_place,
    starts_with_label,
)
from pipeline.memo.layout import Token, Zone
from pipeline.memo.memo import BlockKind
from pipeline.memo.signatures import is_name, is_role
from pipeline.memo.state import Looks

_MATTER = re.compile(
    r"\b(?:svar pa|yttrande|motion\w*|remiss\w*|ansokan|forslag|revidering|antagande|budget\w*|redovisning|"
    r"uppfoljning|rapport|"
    r"angaende|avseende|betraffande|medborgarforslag|detaljplan\w*|riktlinje\w*|policy|taxa|taxor|avgift\w*|avtal\w*|borgen|"
    r"bidrag|kop|forsaljning|upphandling|inrattande|andring\w*|overenskommelse|delarsrapport\w*|bokslut\w*|arsredovisning\w*|"
    r"\w*plan|\w*planen|\w*program|\w*policyn?|\w*reglemente|\w*tider|\w*rapport|\w*redovisning|"
    r"samverkan\w*|information|val av|organisation|om|av|for|till|enligt|fran|gallande)\b"
)
_LABELLED = re.compile(
    r"(?:arende|rubrik|angaende|ang|betr|betraffande|avser|arendemening|arendet? galler)[.:]+ *", re.IGNORECASE
)
_ALONE = frozenset({"arende", "rubrik", "arendemening", "angaende"})
_CONTACT = re.compile(
    r"\b(?:tfn|tel|telefon|fax|e-?post|vaxel|kommun(?:en)?|stad|region|landsting|forvaltningen|forvaltning|kontoret|avdelningen|enheten)$"
)

# what a title's line can't end with: the next one goes on, whatever it looks like ("FÖR TIDEN OKTOBER" / "1995 - 1998")
_OPEN_END = re.compile(
    r"\b(?:for|av|till|om|i|pa|och|samt|fran|med|den|tiden|ar|aren|perioden|budget|bokslut|per|nr|under|avseende|gallande|"
    r"som|mellan|inom|over|enligt|vid|mot|hos|angaende|rorande|"
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|fastigheten|kvarteret|kv|del)$"
)
_LINKS = frozenset({"samt", "och", "for", "av", "till", "i", "om", "med", "vid", "pa", "inom", "fran", "enligt"})
_CASE = re.compile(r"arende\w*[.:]* +")
_PARAGRAPH = guarded(r"(?:[A-ZÅÄÖ]\w{0,5} ?)?[§$] ?\d+(?:/\d+)?\.?")  # minutes: "§ 38", "Ks § 147"
_PLACE_BEFORE = re.compile(
    r"^[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?,? (?=den \d|\d{1,2} [a-zåäö]|\d{4}-)"
)  # Avesta den 3 maj 2011
_SENTENCES = re.compile(r"[a-zåäö]{3}\. [A-ZÅÄÖ][a-zåäö]+")
_SENDER_FIRST = re.compile(r"[A-ZÅÄÖ][\w-]+ (?:kommun|KOMMUN|stad|STAD)(?: \S+){0,2}$")  # with a misread label
_NOISE = re.compile(r"(?: [^\w\s()\"”:]{1,4}| [^\w\s]{2,4})+$")  # what a reader made of a picture
_NOISE_BEFORE = re.compile(r"^[^\w\s(]{2,4} +(?=\w)")
_CELL = re.compile(  # a form's label and value
    r"(?:Avser|Gäller|Sökande|Fastighet|Adress|Firmatecknare|Företrädare|Ombud|Byggherre|Fastighetsägare|Klagande|Motpart|"
    r"Tillståndshavare|Verksamhetsutövare|Kontrollansvarig|Serveringsställe|Serveringstid|Serveringslokal|Försäljningsställe|"
    r"Anläggning|Objekt) [A-ZÅÄÖ]"
)
# what leads in points is no matter's heading: "Kommunstyrelsen beslutar för egen del"
_DECIDES = guarded(
    r"(?:(?!(?:som|hur|nar|att|vad|om)\b)[\w,-]+ ){0,4}[\w-]*(?:styrelsen|namnden|utskottet|fullmaktige|direktionen|"
    r"kontoret|forvaltningen|kansliet) "
    r"(?:beslutar|foreslar|foreslas besluta|hemstaller|rekommenderar|tillstyrker)(?: |$)"
)
_COPIES = re.compile(r"(?:kopia(?: for kannedom)? till|kopior till|\(?bilag(?:a|or)\b|for kannedom till|delges|cc)\b")
_FORM = re.compile(  # a form's row of labels, read as text
    r"\b(?:datum|handlaggare|foredragande|diarienummer|dnr|version|sida|beteckning|sammantradesdatum|kontakt|telefon)\b"
)
_PAGE_AFTER = re.compile(
    r"[ ,]+(?:[Ss]id(?:a|an|nr)?|Blad|SIDA|SID)?\.?:? ?\d{1,2} ?(?:[(\[]\d{1,2}[)\]]|av \d{1,2}|/\d{1,2})$"
)
_WORN_PAGE = re.compile(r" \w{0,2} ?\(?\w{0,2} ?\)$")  # "1 (2)" as "C )"
_DAY_AND_PAGE = re.compile(r"[ ,]+\d{4}-\d\d-\d\d(?:[ ,]+\d{1,3})?$")
_UNIT = re.compile(r"(?:s:)?\d{1,3}:\d{1,4}(?:[ ,].{0,40})?|\d{4}:\d+\)?")  # "Sjötorp" / "1:23", "(SOU" / "2020:47)"
_YEARS = re.compile(r"(?:19|20)\d\d(?: ?[-–—/] ?(?:(?:19|20)\d\d|\d\d))?")  # "Delårsrapport januari–augusti" / "2021"
_ASIDE = re.compile(r"\([^()]{3,60}\)")  # "Betänkandet En ny lag" / "(SOU 2020:47)"
_DAY_AFTER = re.compile(r"[ ,]+(?:den )?(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]+ \d{4})(?:,? § ?\d+)?$")  # a body's meeting


def _never(text: str) -> bool:
    """What is plainly something else in a letterhead."""
    text = _NOISE_BEFORE.sub("", _NOISE.sub("", text), count=1)
    return (
        _is_placed_date(text)
        or is_diarienummer(text)
        or is_document_type(_DAY_AND_PAGE.sub("", _PAGE_AFTER.sub("", text)))
        or is_document_type(_WORN_PAGE.sub("", text))
        or is_label(text)
        or is_page_number(text)
        or (is_body_name(_DAY_AFTER.sub("", text)) and text.count(" ") < 6)
        or (starts_with_label(text) and not _LABELLED.match(fold(text)))
        or is_diarienummer(_CASE.sub("", fold(text), count=1))
        or (address_hits(text) > 0 and len(text) < 70)
        or not any(map(str.isalpha, text))
        or is_organisation(text)
        or is_place(text)
        or _SENDER_FIRST.match(text) is not None
        or _PARAGRAPH.fullmatch(text) is not None
        or is_diarienummer(_PARAGRAPH.sub("", text, count=1))
        or _body_and_kind(text)
        or _COPIES.match(fold(text)) is not None
        or (is_office(text) and not _MATTER.search(bare(text).replace(" for ", " ")))
        or is_officer(text)
        or _DECIDES.match(fold(text)) is not None
        or (" " not in text and is_title(text))
        or (": " in text and _names_officer(text))
    )


def _names_officer(text: str) -> bool:
    """`Handi: Ida Ek`: a name behind a label, though the label was misread."""
    label, _, name = text.partition(": ")
    return " " not in label and len(label) < 16 and is_name(name)


def _is_placed_date(text: str) -> bool:
    """A day alone, or behind a place: `Avesta den 3 maj 2011`, but no `Delårsbokslut 2003-08-31`."""
    place = _PLACE_BEFORE.match(text)
    if place is None or not is_date(text[place.end() :]):
        return is_date(text)
    return text[place.end() :].startswith("den ") or is_place(place[0].strip(" ,"))


def _body_and_kind(text: str) -> bool:
    """`Kommunstyrelsens arbetsutskott PROTOKOLLSUTDRAG`: columns that ran together."""
    before, _, kind = text.rpartition(" ")
    return len(kind) > 7 and is_document_type(kind) and (is_body_name(before) or is_organisation(before))


def _score(texts: list[str], draft: Draft, looks: Looks, place: float) -> float:
    text = " ".join(texts)
    folded = bare(text)
    words = text.split()
    score = 2.0 * place
    if looks.sized and looks.size:
        score += max(-1.0, min(4.0, 6.0 * (draft.size / looks.size - 1)))
    score += 1.2 * draft.bold
    letters = [c for c in text if c.isalpha()]
    if len(words) > 2 and sum(c.isupper() for c in letters) > 0.8 * len(letters):
        score += 1.0
    score += 1.5 * (len(words) >= 3) + 0.5 * (len(words) >= 5) - 1.5 * (len(words) == 1)
    score += 1.8 * bool(_MATTER.search(folded))
    if text.endswith(".") or _SENTENCES.search(text):
        score -= 2.5
    if _CELL.match(text):
        score -= 2.0
    if text[:1].islower():
        score -= 2.0
    if len(texts) == 1 and (is_name(text) or (is_role(text) and len(words) < 5)):
        score -= 2.5
    if (_CONTACT.search(folded) and len(words) < 5) or (
        is_office(text) and not _MATTER.search(folded.replace(" for ", " "))
    ):
        score -= 2.0
    if len(texts) > 5 or len(text) > 350:
        score -= 3.0
    if draft.gap < 0:
        score -= 0.5
    if len(set(_FORM.findall(folded))) > 1:
        score -= 3.0
    return score


def find_title(drafts: list[Draft], tokens: list[Token], looks: Looks) -> list[Draft]:
    """The drafts with the matter's heading as a draft of its own, its kind HEADING and in the front."""
    zone = Zone.FRONT  # looked up once: Python 3.11 is slow to tell a member of an enum
    front = [n for n, d in enumerate(drafts) if d.zone == zone]
    best: tuple[float, int, int, int] | None = None
    addressed = False
    for order, n in enumerate(front):
        draft = drafts[n]
        texts = [line_text(line, tokens) for line in draft.lines]
        for start, end in _runs(texts, addressed):
            place = (order + 1) / len(front)
            score = _score(texts[start:end], draft, looks, place)
            if _LABELLED.match(fold(texts[start])):
                score += 4.0
            if (start and bare(texts[start - 1]) in _ALONE) or (
                not start and order and _label_alone(drafts[front[order - 1]], tokens)
            ):
                score += 4.0
            if best is None or score >= best[0]:
                best = (score, n, start, end)
        addressed = addressed or (bool(texts) and is_body_name(texts[-1]))
    if best is None or (best[0] < 1.5 and not (best[0] > 0.4 and _one_word(drafts, front, best, tokens))):
        if not _stands_last(drafts, front, tokens, looks):
            return drafts
        best = (0.0, front[-1], 0, len(drafts[front[-1]].lines))
    _, n, start, end = best
    draft = drafts[n]
    if start == 0 and n and _goes_on(drafts[n - 1], draft, tokens, back=True):
        draft.lines.insert(0, drafts[n - 1].lines.pop())
        end += 1
        if not drafts[n - 1].lines:
            drafts = [*drafts[: n - 1], *drafts[n:]]
            n -= 1
    while end == len(draft.lines) and end < 4 and n + 1 < len(drafts) and _goes_on(draft, drafts[n + 1], tokens):
        draft.lines += drafts[n + 1].lines[:1]
        end += 1
        del drafts[n + 1].lines[:1]
        if not drafts[n + 1].lines:
            drafts = [*drafts[: n + 1], *drafts[n + 2 :]]
    parts = []
    for lines, title in ((draft.lines[:start], False), (draft.lines[start:end], True), (draft.lines[end:], False)):
        if lines:
            part = Draft(
                draft.kind, draft.zone, draft.page, lines, x0=draft.x0, gap=draft.gap, size=draft.size, bold=draft.bold
            )
            if title:
                part.kind, part.marker = BlockKind.HEADING, "title"
            parts.append(part)
    return [*drafts[:n], *parts, *drafts[n + 1 :]]


def _one_word(drafts: list[Draft], front: list[int], best: tuple[float, int, int, int], tokens: list[Token]) -> bool:
    """True where the front begins or ends with a long word alone on its line: `TILLGÄNGLIGHETSPLAN`."""
    _, n, start, end = best
    draft = drafts[n]
    if n not in (front[0], front[-1]) or end - start != 1 or end != len(draft.lines):
        return False
    return re.fullmatch(r"[A-ZÅÄÖ]\w{9,}(?: \d{4}(?:[-–]\d{2,4})?)?", line_text(draft.lines[start], tokens)) is not None


def _stands_last(drafts: list[Draft], front: list[int], tokens: list[Token], looks: Looks) -> bool:
    """True where the front's last line stands out, under the addressee, whatever words it is made of: `FÄRDTJÄNST`."""
    if len(front) < 2 or len(drafts[front[-1]].lines) != 1:
        return False
    draft, above = drafts[front[-1]], drafts[front[-2]]
    text = line_text(draft.lines[0], tokens)
    larger = looks.sized and looks.size > 0 and draft.size > 1.12 * looks.size
    stands_out = draft.bold or larger or text.isupper() or " " not in text
    if not stands_out or sum(map(str.isalpha, text)) < 4 or not text[0].isupper():
        return False
    other = is_label(text) or starts_with_label(text) or is_document_type(text) or is_organisation(text)
    other = (
        other or is_diarienummer(text) or _is_placed_date(text) or is_officer(text) or is_name(text) or is_place(text)
    )
    return not other and address_hits(text) == 0 and is_body_name(line_text(above.lines[-1], tokens))


def _goes_on(draft: Draft, after: Draft, tokens: list[Token], *, back: bool = False) -> bool:
    """True where the title's last line stands apart from it: it, or what it goes on, tells so, and it is as large.

    back: `after` is what was taken for the whole title; `draft` may hold its first line.
    """
    if draft.zone != Zone.FRONT or after.zone != Zone.FRONT or not after.lines or not draft.lines or draft.size <= 0:
        return False
    text, above = line_text(after.lines[0], tokens), line_text(draft.lines[-1], tokens)
    if abs(after.size - draft.size) >= 0.4 * draft.size or after.bold != draft.bold or len(text) >= 90:
        return False
    capitals = above.isupper() and text.isupper()
    opened = _unfinished(above) and (capitals or not (above.isupper() or text.isupper()))
    linked = capitals and bare(text).partition(" ")[0] in _LINKS
    if back:
        return (opened or linked) and above.count(" ") > 1 + opened and not _never(above)
    if _more(text) or (opened and text.count("(") < text.count(")")):
        return True
    if opened and not above.endswith(("-", "–", "—")):
        return not (_of_form(text) or is_diarienummer(text))
    lower = text[:1].islower() and text[:1].isalpha()
    return (lower or opened or linked) and not _never(text)


def _more(text: str) -> bool:
    """What begins no line but a heading's second one."""
    return _YEARS.fullmatch(text) is not None or _ASIDE.fullmatch(text) is not None or _UNIT.fullmatch(text) is not None


def _is_name_of_office(text: str) -> bool:
    named = is_body_name(text) or is_organisation(text) or is_office(text)
    return named and not (is_label(text) or starts_with_label(text) or text.endswith(":"))


def _of_form(text: str) -> bool:
    return is_label(text) or starts_with_label(text) or is_date(text) or is_document_type(text) or is_page_number(text)


def _label_alone(draft: Draft, tokens: list[Token]) -> bool:
    return len(draft.lines) == 1 and bare(line_text(draft.lines[0], tokens)) in _ALONE


def _unfinished(text: str) -> bool:
    if text.endswith(("-", "–", "—")) or text.count("(") > text.count(")"):
        return True
    return text.count(" ") > 1 and bool(_OPEN_END.search(bare(text)))


def _runs(texts: list[str], addressed: bool) -> list[tuple[int, int]]:
    """Stretches of lines none of which is plainly something else.

    addressed: a body stands above, so that a name below a heading's line is more of the heading.
    """
    runs, start = [], None
    for n, text in enumerate(texts):
        goes_on = start is not None and (
            text[:1].islower()
            or _unfinished(texts[n - 1])
            or _more(text)
            or (
                addressed
                and n == len(texts) - 1
                and _is_name_of_office(text)
                and text.isupper() == texts[n - 1].isupper()
            )
        )
        never = not goes_on and _never(text)
        if never and start is not None:
            runs.append((start, n))
            start = None
        elif not never and start is None:
            start = n
    if start is not None:
        runs.append((start, len(texts)))
    return runs
