"""What a sum is for: cost, revenue, budget, grant, guarantee, fee, price, share or other, by the words round it.

The words and their weights stand in `data/amounts_cues.csv`. In a sentence the strongest near word decides, one before
the amount before one after it; a heading is asked where the sentence says nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple, cast

from pipeline.forms.alternation import longest_of
from pipeline.forms.guard import guarded
from pipeline.resources import table
from pipeline.tables import AmountRole, Unit

REACH = 400  # characters: how far from the amount a word may still tell its role
ENOUGH = 0.55  # a score below this says nothing


class Hint(NamedTuple):
    """A role and how strongly something speaks for it."""

    role: AmountRole
    score: float


@dataclass(frozen=True, slots=True)
class _Cue:
    role: AmountRole
    weight: float
    only: str


def _load() -> dict[str, list[_Cue]]:
    cues: dict[str, list[_Cue]] = {}
    for row in table("extract/data/amounts_cues.csv"):
        cue = _Cue(cast(AmountRole, row["role"]), float(row["weight"]), row["only"] or "")
        cues.setdefault(row["cue"], []).append(cue)
    return cues


_CUES = _load()
_BY_STEM: dict[str, list[tuple[bool, bool, list[_Cue]]]] = {}
for _cue, _found in _CUES.items():
    _BY_STEM.setdefault(_cue.strip("|"), []).append((_cue.startswith("|"), _cue.endswith("|"), _found))
_PHRASES = {stem: ties for stem, ties in _BY_STEM.items() if " " in stem}
_STEM = re.compile(f"(?=({longest_of(s for s in _BY_STEM if ' ' not in s)}))")  # at each letter, also within another
_PHRASE = re.compile(longest_of(_PHRASES))
_WORD = re.compile(r"[a-zåäö]++(?![-\w])|[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"[,;:](?=\s)")
_TURN = re.compile(r"(?<!\w)(?:men|medan|däremot|varefter|dock|trots|jämfört|mot)(?!\w)")
# money that a body sets aside for a purpose of its own, not what it gives: "anslå 1,35 mnkr ur reserven för införandet"
_ALLOCATED = re.compile(r"(?<!\w)(?:anslå(?:r|s|tt|tts)?|anslagits?|anvisa(?:r|s|t|ts|de|des)?)(?!\w)[^.;]{0,50}\Z")
_AS_BUDGET = re.compile(r"\s(?:kronor\s)?(?:i|som)\s(?:\w+\s)?\w*(?:anslag|budget|budgeten)(?!\w)")
_CLUB = r"\still\s(?:\w+ ){0,2}\w*(?:förening|klubb|stiftelse|församling|byalag|jubile|festival|projektet(?! i ))"
_GIVEN = re.compile(r"[^.;]{0,60}" + _CLUB)
_TO_CLUB = re.compile(_CLUB + r"[^,.;]{0,50}\Z")
_COMPARED = re.compile(
    r"\s(?:fler|färre|högre|lägre|mer än|mindre|dyrare|billigare|bättre|sämre|större|snabbare|längre|kortare|upp|ned"
    r"|(?:över|under) (?!\d|året|åren|våren|hösten|sommaren|perioden|januari|första|andra|tredje|hela))"
)
_RAISED = re.compile(r"\s(?:upp|ned|ner) med\s(?:ca\s|cirka\s|drygt\s|knappt\s)?$")
# "frånvaron steg från 6,1 till 7,8 procent"; a share that changes stays one: "andelen sjönk från 31 till 17 procent"
_FROM_TO = re.compile(
    r"(?:sjunk|sjönk|stig|steg|öka|minska|höj|sänk|gått|gick|växt|fall)\w*(?: \w+){0,4} från\s(?:ca\s|cirka\s)?"
    r"(?:[\d,]+\s?(?:%|procent)?\s(?:\w+ \w+\s)?till\s)?$"
)
_A_SHARE = re.compile(r"andel|frånvaro")
_OF_IT = re.compile(r"\s(?:av|utav)\s(?!moms)")
# "räknas upp med 75 procent av förändringen i konsumentprisindex"
_OF_CHANGE = re.compile(r"\sav (?:\w+ )?(?:\w*förändring|ökning|\w*uppräkning|höjning|\w*index|kpi)")
_OF_TAXES = re.compile(r"\sav (?:kommunens |regionens |sina )?skatte?(?:r|intäkter)")
_UNSURE = re.compile(r"(?:osäkerhet|felmarginal)\w* (?:av|på|om)\s(?:ca\s|cirka\s|upp till\s)?\Z")
# "avtalstroheten höjs till 85 procent", "finansierad med avgifter till minst 65 procent"
_DEGREE = re.compile(
    r"(?<!\w)(?:\w+(?:trohet|grad)(?:en)?(?: [\w-]+){0,4} (?:är|var|till|blev|blir|på)"
    r"|finansier\w+(?: [\w-]+){0,4} till)\s"
    r"(?:i snitt\s|i genomsnitt\s|i medeltal\s)?(?:ca\s|cirka\s|minst\s|högst\s|drygt\s|knappt\s)?\Z"
)
# "Ökningen, 178 000 kronor, motsvarar 20,5 procent"
_CHANGE = re.compile(
    r"(?<!\w)\w*(?:ökning|höjning|minskning|sänkning|fördyring)(?:en|arna)?(?:[^.;]{0,40} )?"
    r"(?:motsvarar|motsvarade|innebär|är|blir|på|om)\s(?:ca\s|cirka\s|drygt\s|knappt\s|omkring\s)?\Z"
)
_OWN_RATE = re.compile(
    r"avgift|ränt|moms|skatt|index|\bmed\s$|rabatt|viteb|del på\s$|påslag|provision|uppräkn"
    r"|underskott|överskott|avvik|resultat|prognos"
)
_BODY = guarded(r"(?:\w+-(?:, | och | & | )?){0,3}\w*(?:nämnd|styrelse|förvaltning|utskott|kontor)\w*", re.IGNORECASE)
_PERCENT: tuple[Unit, ...] = ("procent", "procentenheter")


@lru_cache(maxsize=8192)
def _cues_in_word(word: str) -> tuple[_Cue, ...]:
    """The cues of a word in lower case: those of its last stem, for a compound means what its last part means."""
    last: tuple[int, int, list[_Cue]] | None = None
    for match in _STEM.finditer(word):
        start, stem = match.start(), match[1]
        while stem:
            end = start + len(stem)
            for at_start, at_end, cues in _BY_STEM.get(stem, ()):
                fits = (not at_start or start == 0) and (not at_end or end == len(word))
                if fits and (last is None or end > last[1]):
                    last = (start, end, list(cues))
                elif fits and last is not None and (start, end) == last[:2]:
                    last[2].extend(cues)  # the same stem, once tied to the word's beginning or end and once not
            stem = stem[:-1]
    return tuple(last[2]) if last else ()


class _Placed(NamedTuple):
    start: int
    end: int
    cue: _Cue


_start = attrgetter("start")


def _cues(sentence: str) -> list[_Placed]:
    """The cues of a sentence in order."""
    lowered = sentence.lower()
    if len(lowered) != len(sentence):  # a letter whose lower case is longer: offsets would slip
        lowered = sentence
    placed: list[_Placed] = []
    for word in _WORD.finditer(lowered):
        for cue in _cues_in_word(word[0]):
            placed.append(_Placed(word.start(), word.end(), cue))
    words = len(placed)
    for match in _PHRASE.finditer(lowered):
        before, after = lowered[match.start() - 1 : match.start()], lowered[match.end() : match.end() + 1]
        for at_start, at_end, cues in _PHRASES[match[0]]:
            if not (at_start and before.isalpha()) and not (at_end and after.isalpha()):
                placed += [_Placed(match.start(), match.end(), cue) for cue in cues]
    if len(placed) > words:
        placed.sort(key=_start)
    return placed


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its cues and the amounts in it, so that several amounts share the work."""

    text: str
    lowered: str
    cues: list[_Placed]
    amounts: Sequence[tuple[int, int]]


def sentence_of(text: str, amounts: Sequence[tuple[int, int]]) -> Sentence:
    """A sentence ready for `role_in`; `amounts`: the spans of its amounts, as offsets in it."""
    return Sentence(text, text.lower(), _cues(text), amounts)


def role_in(sentence: Sentence, start: int, end: int, unit: Unit) -> Hint | None:
    """The role of the amount at `sentence.text[start:end]`; None where no word of the sentence tells."""
    percent = unit in _PERCENT
    said = sentence.lowered
    if percent and (hint := _of_percent(said[max(0, start - 60) : start], said[end : end + 40])) is not None:
        return hint
    if (
        percent
        and _FROM_TO.search(said, max(0, start - 60), start)
        and not _A_SHARE.search(said, max(0, start - 160), start)
    ):
        return Hint("other", 3.0)
    best: Hint | None = None
    first = bisect_left(sentence.cues, start - REACH, key=_start)
    last = bisect_left(sentence.cues, end + REACH, key=_start)
    for cue_start, cue_end, cue in sentence.cues[first:last]:
        if not _applies(cue, percent) or (cue_start < end and cue_end > start):
            continue
        weight = cue.weight * (0.7 if percent and cue.role == "fee" else 1)  # "avgiften höjs med 3 procent" is no fee
        low, high = (cue_end, start) if cue_end <= start else (end, cue_start)
        if best is not None and weight / (1 + (high - low) / 60) <= best.score:
            continue  # the rest only makes it weaker
        between = sentence.text[low:high].lower()
        if percent and cue_start >= end and between.startswith((" av ", " utav ")):
            continue  # "80 % av taxeringsvärdet": what follows is the whole, not what the share is for
        breaks, turns = len(_BREAK.findall(between)), len(_TURN.findall(between))
        crossed = bisect_left(sentence.amounts, (high, 0)) - bisect_left(sentence.amounts, (low, 0))
        if cue_end <= start:
            score = weight / (1 + len(between) / 60) * 0.8**breaks * 0.6**turns * 0.9**crossed
        else:
            near = 0.9 if between.startswith((" i ", " som ", " (")) and len(between) < 25 else 0.7
            score = weight * near / (1 + len(between) / 20) * 0.5**breaks * 0.4**turns * 0.4**crossed
        if best is None or score > best.score:
            best = Hint(cue.role, score)
    if best and best.role == "grant" and _AS_BUDGET.match(said, end):
        best = Hint("budget", best.score)
    elif best and best.role == "grant" and _ALLOCATED.search(said, max(0, start - 80), start):
        given = _GIVEN.match(said, end) or _TO_CLUB.search(said, max(0, start - 80), start)
        best = best if given else Hint("budget", best.score)
    return best if best and best.score >= ENOUGH else None


def _of_percent(before: str, after: str) -> Hint | None:
    """What the words on both sides of a percentage say: "4 % fler", "upp med 80 % av index", "1,3 % av bidraget"."""
    if _RAISED.search(before) and _OF_CHANGE.match(after):
        return Hint("share", 3.0)
    if _COMPARED.match(after) or _RAISED.search(before) or _UNSURE.search(before):
        return Hint("other", 3.0)
    if _DEGREE.search(before) or _OF_TAXES.match(after):
        return Hint("share", 3.0)
    if _CHANGE.search(before) and not after.startswith((" av ", " utav ")):
        return Hint("other", 3.0)
    if _OF_IT.match(after) and not _OWN_RATE.search(before):
        return Hint("share", 3.0)
    return None


@lru_cache(maxsize=8192)
def role_of_heading(text: str, unit: Unit) -> Hint | None:
    """The role that a heading, a caption or a label names; None where it names none."""
    percent = unit in _PERCENT
    named = _BODY.sub(" ", text[:300])  # "Barn- och utbildningsnämnden" says nothing of what children pay
    fitting = [p.cue for p in _cues(named) if _applies(p.cue, percent) and p.cue.weight >= 1.5]
    best = max(fitting, key=lambda cue: cue.weight, default=None)
    return Hint(best.role, best.weight) if best else None


def _applies(cue: _Cue, percent: bool) -> bool:
    if cue.weight == 0 or cue.only == ("money" if percent else "percent"):
        return False
    if percent:  # "60 procent av kostnaden" is a share; of money words only a fee is itself told in percent
        return cue.role in ("share", "other", "fee")
    return cue.role != "share"
