"""What a decision does, told from its verb: the closed list of `decisions.action`.

The verbs and their forms are data (`data/actions.csv`). Letters are compared without å, ä and ö, so that a text that
lost them is read alike.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, cast

from pipeline.forms.guard import guarded
from pipeline.resources import table
from pipeline.tables import Action

_TOKEN = re.compile(r"[a-z]+")
# how far after a verb its particle or object may stand, and what ends the clause
_REACH = 170
# a point after these ends no clause: 11 sept., kl. 13, kv. Lärkan
_SHORT = "".join(
    rf"(?<!\b{word}\.)"
    for word in (
        *("jan", "febr", "feb", "apr", "aug", "sept", "sep", "okt", "nov", "dec", "kl", "nr", "kv", "kap", "ca"),
        *("resp", "inkl", "exkl", "tf"),
    )
)
# each way begins with a plain character (what may not stand before it is said after it): `re` passes all others quickly
_CLAUSE_END = re.compile(
    rf";(?:\s|$)|!(?:\s|$)|\?(?:\s|$)|\.{_SHORT}(?:\s|$)|"
    r"\n\n|:\s|, (?:att|som|men|dock)\b|s(?<!\ws)amt att\b|o(?<!\wo)ch att\b"
)
_NEGATIONS = frozenset(("inte", "ej", "icke"))
_NEGATED_IS_REJECT = frozenset(("grant", "approve", "adopt", "fund", "guarantee"))
# what is not rejected or put off is not therefore granted: nothing of it is said to be done
_NEGATED_IS_OTHER = frozenset(("reject", "postpone", "refer_back", "repeal"))
_AUXILIARIES = frozenset(("ska", "skall", "bor", "far", "langre", "nu", "heller"))

TENSES = ("inf", "pres", "past", "sup", "part")
TOLD = frozenset(("past", "sup", "part"))  # tenses of what was done
STATING = frozenset(("tillstyrka", "avstyrka", "medge"))  # verbs whose present says that a body has taken a stand


@lru_cache(maxsize=128)  # one stretch is asked about many times in a row
def fold(text: str) -> str:
    """Lower case without å, ä, ö; character for character, so that offsets hold."""
    low = text.lower()
    low = low if len(low) == len(text) else "".join(c.lower()[0] for c in text)
    # quicker than `str.translate`, which looks up every letter
    return low.replace("å", "a").replace("ä", "a").replace("ö", "o").replace("é", "e").replace("ü", "u")


class Verb(NamedTuple):
    """A verb of `data/actions.csv` in a text. tense: one of TENSES."""

    start: int
    end: int
    infinitive: str
    action: Action
    tense: str
    passive: bool


class _Row(NamedTuple):
    needed: re.Pattern[str] | None  # words that must stand in the clause
    backwards: bool  # before the verb, and not after it
    action: Action


@dataclass(frozen=True, slots=True)
class _Form:
    spelling: str
    infinitive: str
    tense: str
    passive: bool
    rows: tuple[_Row, ...]


def find_verbs(text: str, told: bool = False) -> list[Verb]:
    """Every verb of the table in the text, in order, in all its forms.

    told: without those that can only be infinitives or presents, save of verbs that state.
    """
    folded = fold(text)
    forms = _told_forms() if told else _forms()
    if not [word for word in _TOKEN.findall(folded) if word in forms or (word[:3] == "att" and word != "att")]:
        return []  # as in nearly half of all stretches: told without asking where each word stands
    found = []
    for token in _TOKEN.finditer(folded):
        word = token[0]
        known = forms.get(word)
        if known is None:
            if word[:3] != "att" or word in _forms():
                continue
            known = tuple(f for f in forms.get(word[3:], ()) if f.tense == "inf")  # a scan's "attingå"
        start, end = token.span()
        if word == "uppdraget":
            continue  # the noun
        if word == "andra" and text[start] in "aA" and not folded.endswith("att ", 0, start):
            continue  # "Motionens andra yrkande" changes nothing
        if len(known) > 1:  # avsättes and avsattes are alike without their letters
            spelt = text[start:end].lower()
            after_att = folded.endswith("att ", 0, start)  # "att satta ned": the infinitive without its letters
            known = tuple(sorted(known, key=lambda f: (after_att and f.tense != "inf", f.spelling != spelt)))
        for form in known:
            verb = _verb(folded, start, end, form)
            if verb:
                found.append(verb)
                break
    return found


def _verb(folded: str, start: int, end: int, form: _Form) -> Verb | None:
    clause: str | None = None
    for needed, backwards, action in form.rows:
        if needed is not None:
            if clause is None:
                clause = folded[end : end + _REACH]
                stop = _CLAUSE_END.search(clause)
                clause = (clause[: stop.start()] if stop else clause).lstrip(" ,")
            if not (needed.search(folded, max(0, start - 60), start) if backwards else needed.match(clause)):
                continue
        if (
            (action in _NEGATED_IS_REJECT or action in _NEGATED_IS_OTHER)
            and form.infinitive != "ha"
            and _negated(folded, start, end, form.tense != "inf")
        ):
            action = "reject" if action in _NEGATED_IS_REJECT else "other"
        return Verb(start, end, form.infinitive, action, form.tense, form.passive)
    return None


def _negated(folded: str, start: int, end: int, finite: bool) -> bool:
    before = folded[max(0, start - 15) : start].split()
    if len(before) > 1 and before[-1] in _AUXILIARIES:
        before.pop()  # "att motionen inte ska bifallas"
    after = folded[end : end + 8].split() if finite and not folded.startswith(",", end) else []
    return bool(before and before[-1] in _NEGATIONS) or bool(after and after[0].strip(".,") in _NEGATIONS)


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """Every bent form, folded, with the readings it may have: finite ones first."""
    rows: dict[tuple[str, str], list[_Row]] = {}
    for row in table("extract/data/actions.csv"):
        pattern = row["with"].removeprefix("<").replace("…", ".*?")
        needed = re.compile(pattern, re.DOTALL) if pattern else None
        rows.setdefault((row["verb"], row["forms"]), []).append(
            _Row(needed, row["with"].startswith("<"), cast(Action, row["action"]))
        )
    # a verb's rows may be spread over the table: rows with words to follow come before the one without
    by_verb: dict[str, list[_Row]] = {}
    for (verb, _), found in rows.items():
        by_verb.setdefault(verb, []).extend(found)
    forms: dict[str, list[_Form]] = {}
    for verb, bending in rows:
        ordered = tuple(sorted(by_verb[verb], key=lambda r: r.needed is None))
        for tense, passive, word in _bend(verb, bending):
            form = _Form(word, verb, tense, passive, ordered)
            known = forms.setdefault(fold(word), [])
            if form not in known:
                known.append(form)
    order = {tense: n for n, tense in enumerate(TENSES)}
    return {word: tuple(sorted(known, key=lambda f: order[f.tense])) for word, known in forms.items()}


@cache
def _told_forms() -> dict[str, tuple[_Form, ...]]:
    """The forms of which one reading says that something was done, or states."""
    return {
        word: known
        for word, known in _forms().items()
        if any(form.tense in TOLD or form.infinitive in STATING for form in known)
    }


def _bend(verb: str, bending: str) -> list[tuple[str, bool, str]]:
    first, *more = bending.split()
    stem = verb[:-1]
    short = stem[:-1] if stem[-2:] in ("nn", "mm") else stem
    if first == "1":
        present, past, supine, participle = stem + "ar", stem + "ade", stem + "at", stem + "ad"
    elif first == "2a":
        present = stem if stem.endswith("r") else stem + "er"
        past, supine, participle = short + "de", short + "t", short + "d"
        if short.endswith("d"):  # råda, sända: rådde, sände
            past, supine, participle = short + "e", short[:-1] + "t", short
    elif first == "2b":
        present, past, supine, participle = stem + "er", stem + "te", stem + "t", stem + "t"
        if stem.endswith("t"):
            past, supine, participle = stem + "e", stem, stem
    elif first == "3":
        present, past, supine, participle = verb + "r", verb + "dde", verb + "tt", verb + "dd"
    else:
        present, past, supine, participle = first, more[0], more[1], more[2]
        more = more[3:]
    found = [("inf", False, verb), ("pres", False, present), ("past", False, past), ("sup", False, supine)]
    found += [("pres", True, verb + "s"), ("past", True, past + "s"), ("sup", True, supine + "s")]
    if present.endswith("er"):
        found += [("pres", True, present[:-2] + "s"), ("pres", True, present[:-1] + "s")]
        if short != stem:
            found.append(("pres", True, short + "s"))  # bestäms, bedöms
    elif present == stem:  # begär, hyr, upphör
        found.append(("pres", True, stem + "s"))
    if participle != "-":
        found += [("part", True, word) for word in _participles(participle)]
    for entry in more:
        tense, word, *passive = entry.split(":")
        found.append((tense, bool(passive), word))
    return found


def _participles(word: str) -> list[str]:
    if word.endswith("en"):
        return [word, word[:-1] + "t", word[:-2] + "na", word[:-2] + "ne"]
    if word.endswith("ad"):
        return [word, word[:-1] + "t", word + "e"]
    if word.endswith("d"):
        return [word, word[:-1] + "t", word + "a", word[:-1] + "tt"]
    return [word, word + "a"]


_FRAME = guarded(
    r"\b(?:besluta(?:r|de)?|foresla(?:r|s|tt)?|foreslogs?|rekommenderas|hemstall(?:a|as|er|es)|anhaller|matte|"
    r"valj(?:a|er)(?= att\b))\b",
    re.DOTALL,
)
_ASIDE = re.compile(
    r"\b(?:under forutsattning (?:av )?att|forutsatt att|med forbehall (?:for|om) att|eftersom|"
    r"darest|savida|savitt|ifall|i den man|darfor att|som|vilket|"
    r"vilken|vilka|dar|nar|hur|sedan|(?<![a-z] )om|om(?= att\b)|"
    r"i enlighet med|enligt|med hanvisning till|med anledning av|mot bakgrund av|"
    r"i avvaktan pa|inklusive|innan|efter att)\b[^,.;:]*"
)
_ABOUT = re.compile(r"\b(?:motion|medborgarforslag|e-forslag|forslag|yrkande|ansokan|begaran|hemstallan)\w* om att\b")
_OPENING = re.compile(r"\W*(?:att\b)?\W*")
# föreslår kommunfullmäktige att anta: the body stands before the point's own att
_OPENING_FRAMED = re.compile(
    r"(?:(?:[^.,;:]|\bkap\.|\bdnr\.){0,110}?"
    r"(?:, (?:under|med|enligt|mot|i|efter|genom|utifran|for) (?:[^.,;:]|\bkap\.|\bdnr\.){3,120}, )?\batt\b)?\W*"
)
_SPECK = re.compile(r"^att ?(?:[.·']|,(?! ?[a-zåäö][^,;.]{5,120},)) ?(?=[a-zåäö])")  # but "att, för egen del, anta"
_GLUED = re.compile(r"att([a-zåäö]{3,})\b")
_MODAL = re.compile(r"\b(?:ska|skall|skulle|bor|kan|kunna|far|maste|ma|kommer att|inte far)\s+(?:\w+\s+){0,2}$")


# a first sentence that only says how something is: "Avgiften är 14 250 kronor. Faktura skickas separat."
_IS_SO = re.compile(
    r"(?:att )?[^.:;]{3,120}? (?:ar|utgor|uppgar till|blir) [^;]{0,40}?\d[^;]{0,200}?[a-z0-9]\. (?=[a-z])"
)
_OUGHT = re.compile(
    r"\b(?:ska|skall|bor|far|maste)\s+(?:\w+\s+){0,4}?(?:ske|goras|finnas|vara|bli|folja|hallas|paga)\b"
)


def part_att(text: str) -> str:
    """A point whose first "att" was read together with the next word, or with a speck after it, as it was printed."""
    text = _SPECK.sub("att ", text, count=1)
    glued = _GLUED.match(text)
    if glued and any(f.tense == "inf" for f in _forms().get(fold(glued.group(1)), ())):
        return "att " + text[3:]
    return text


_FIRST_WORD = re.compile(r"[a-z]+")
# frames and asks that the table of actions has no row for
_INFINITIVES = frozenset(("foresla", "hemstalla", "begara", "meddela", "anmoda", "uppmana", "forklara"))


def opens_with_infinitive(text: str) -> bool:
    """Whether a point begins with what is to be done: "teckna avtal …", "föreslå fullmäktige att …"."""
    first = _FIRST_WORD.match(fold(text))
    if first is None:
        return False
    return first.group() in _INFINITIVES or any(f.tense == "inf" for f in _forms().get(first.group(), ()))


def opens_with_present(text: str) -> bool:
    """Whether a text begins, in a small letter, with what a body does: "godkänner avtalet", "uppdrar åt chefen att"."""
    first = _FIRST_WORD.match(fold(text))
    if first is None or not text[:1].islower():
        return False
    forms = _forms().get(first.group(), ())
    return any(f.tense == "pres" for f in forms) and not any(f.tense == "inf" for f in forms)


@lru_cache(maxsize=32)
def main_verb(text: str) -> Verb | None:
    """The verb that says what a proposed or decided point does: its first finite verb, or the infinitive after att.

    What merely frames it (Förvaltningen föreslår att nämnden beslutar …) and asides (som …, under förutsättning
    att …) are passed over; an aside's verb counts only where there is no other. None where no known verb stands.
    """
    folded = fold(text)
    start = _frame_end(folded)
    verbs = [v for v in find_verbs(text) if v.start >= start and v.tense in ("inf", "pres")]
    asides = [(m.start(), m.end()) for m in _ASIDE.finditer(folded, start)]
    opening = (_OPENING_FRAMED if start else _OPENING).match(folded, start)
    opened = opening.end() if opening else start

    def aside(verb: Verb) -> bool:
        return any(a <= verb.start < b for a, b in asides)

    def modal(verb: Verb) -> bool:
        if verb.tense != "pres" or not verb.passive:
            return False
        led = _MODAL.search(folded, max(0, verb.start - 40), verb.start)
        if led is None:
            return False
        # "Regler för hur avgiften ska tas ut fastställs": the modal verb has another behind it
        other = any(led.start() < v.start < verb.start for v in verbs)
        return not other or folded.endswith(("och ", "samt ", "eller "), 0, verb.start)

    def nested(verb: Verb) -> bool:
        # "motionen om att införa": the infinitive belongs to a noun, not to the point
        before = folded[max(0, verb.start - 5) : verb.start].split()
        return verb.tense == "inf" and bool(before) and before[-1] == "att" and verb.start > opened

    own = [v for v in verbs if not nested(v) and not modal(v)]
    if len(own) > 1 and folded.startswith("infor ", own[0].start) and own[1].tense == "pres":
        own.pop(0)  # "Inför budget 2030 ges förvaltningen i uppdrag": the preposition
    free = [v for v in own if not aside(v)]
    if free:
        return None if _IS_SO.match(folded, 0, free[0].start) else free[0]
    about = _ABOUT.search(folded, start)
    if about is not None and own and own[-1].passive and own[-1].start > about.end():
        return own[-1]  # "Motionen om att avgiften sänks avslås"
    if len(own) > 1 and own[-1].passive and own[-1].tense == "pres" and not folded[own[-1].end :].strip(" ."):
        return own[-1]  # "Riktlinjer för vad som gäller vid resor antas": what all else leads to
    if about is None and own and asides and _OUGHT.search(folded, start, asides[0][0]):
        return None  # "En utvärdering ska ske innan budget antas": of the aside's verb nothing is decided
    rest = [v for v in own if v.tense == "inf"] or own or [v for v in verbs if not nested(v) and not aside(v)]
    return rest[0] if rest else None


def _frame_end(folded: str) -> int:
    """Where the words begin that say what is done, after who proposes and who decides."""
    end = 0
    for match in _FRAME.finditer(folded):
        if match.start() - end > 220:
            break
        if _stands_alone(folded[end : match.start()]):
            break
        end = match.end()
    return end


def _stands_alone(between: str) -> bool:
    """Whether what stands between two framing verbs says something that is done by itself."""
    if ". " in between:
        return True
    asides = [m.span() for m in _ASIDE.finditer(between)]
    return any(
        v.tense in ("inf", "pres") and v.action != "other" and not any(a <= v.start < b for a, b in asides)
        for v in find_verbs(between)
    )
