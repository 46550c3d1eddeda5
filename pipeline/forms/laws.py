"""How statutes are cited: chapter and section, a law's name or abbreviation, its number in Svensk författningssamling.

    10 kap. 32 § skollagen (2010:800) · kommunallagen 6 kap. 13 § · 6 kap. 5 § KL · SFS 2017:725 · TSFS 2024:57
    lagen (2010:1065) om kollektivtrafik · artikel 107.1 i EUF-fördraget · förordning (EU) 2016/679

A law that is only named (kommunallagen) is not cited. How far the name after "om" goes is known for the statutes in
`data/laws_names.csv`; for others it goes to the end of the noun phrase as far as that can be told.
"""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.forms.guard import guarded
from pipeline.forms.white import tidy
from pipeline.resources import table


@dataclass(frozen=True, slots=True)
class LawMatch:
    """A citation at text[start:end]; text has single spaces. confidence: 0 to 1."""

    start: int
    end: int
    text: str
    confidence: float = 0.92


_NO = r"\d{1,3}(?: ?[a-z](?![a-zåäö.]))?"
_AND_MORE = rf"(?:(?: ?[-–] ?|, ?| och | samt | eller |/){_NO}(?! ?kap))*"
_ORDINAL = r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|sista)"
_DETAIL = (
    rf"(?:,? (?:{_ORDINAL} (?:och {_ORDINAL} )?(?:stycket|stycke|st\.?|punkten|meningen)"
    r"|\d{1,2} ?(?:st\b\.?|p\b\.?|mom\b\.?)"
    r"|(?:st\.?|p\.?|punkt(?:en|erna)?|pkt|mom\.?|stycke) ?\d{1,2}(?: ?(?:och|,|-|–) ?\d{1,2})*"
    r"|\d{1,2}(?= ?(?:[A-ZÅÄÖ]{2}|$))))"
)
_SIGN = r"(?:§§?|\$|paragraf(?:en|erna)?)"
_CHAPTERS = rf"(?:(?: ?[-–] ?|, ?| och | samt | eller |/){_NO})*"  # 2 och 8 kap.
_CHAPTER = rf"(?:{_NO}{_CHAPTERS} ?[Kk]ap(?:\.|itlet\b|itlen\b|\b)|kap(?:\.|itel|\b) ?{_NO})"
_SECTION = rf"(?:{_NO}{_AND_MORE} ?{_SIGN}{_DETAIL}{{0,3}}|{_SIGN} ?{_NO}{_AND_MORE}{_DETAIL}{{0,3}})"
_PLACE = rf"(?:{_CHAPTER},?(?:(?: |(?<=ap\.)){_SECTION})?|{_SECTION})"  # also "4 kap.1 §"
_PLACES = rf"{_PLACE}(?:(?:,| och| samt| eller| jämte| jfr) {_PLACE}){{0,5}}"
_BEFORE = re.compile(rf"(?<![\w§:/-])({_PLACES})(?: i)?(?: den| gällande| nya| gamla| äldre)? $")
_AFTER = re.compile(rf",? ?({_PLACES})(?![\w])")
_COLON = re.compile(r" (\d{1,2}:\d{1,3})(?![\d:])")  # OSL 23:2
_SFS = re.compile(
    r"(?: |-(?=\(\d)|[.,] (?=\((?:1[789]|20)\d\d:))?\(((?:SFS|nr)?:? ?)?((?:1[789]|20)\d\d:(?:\d{1,4}|\d{1,2} \d{1,2}))"
    r"(?:[,;] ?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6})?(?:, senast ändrad[^)]{0,30})?\)"
)
_BARE_SFS = re.compile(r" (?:SFS )?(?:19|20)\d\d:\d{1,4}(?![\d:])")  # skollagen 2010:800
_NAME = guarded(
    r"(?<![\w-])(?:[A-Za-zÅÄÖåäö]{2,25}-(?: och|,) (?:[a-zåäö]{2,25}- och )?)?[A-Za-zÅÄÖåäö-]{0,45}?"
    r"(?=[LlbFfKksri])(?:[Ll]ag(?:ens?)?|balk(?:ens?)?|[Ff]örordning(?:ens?)?|[Kk]ungörelsen?|stadgan?"
    r"|regeringsformens?|riksdagsordningen|fördraget|konventionen|instruktion)(?![\wåäö]|-(?!\())"
)
_OWN_RULES = re.compile(
    r"(?:^slag|bolag|anslag|förslag|underlag|uppslag|utslag|inslag|avslag|beslag|påslag|omslag|dragslag)(?:en|ens)?$",
    re.IGNORECASE,
)
_SHORTS = tuple(row["short"] for row in table("forms/data/laws_short.csv"))
_SHORT = guarded(r"(?<![\w§-])(?:" + "|".join(sorted(_SHORTS, key=len, reverse=True)) + r")(?:s|:s)?(?![\w-])")
_NUMBERED = guarded(
    r"(?<![\w-])((?:SFS|[A-ZÅÄÖ]{1,8}(?:-[A-ZÅÄÖ]{1,6})?[- ]?FS)(?: nr)?:? ?(?:1[89]|20)\d\d:\d{1,4})(?!\d|:)"
)
_EU = guarded(
    r"(?<![\w-])(?:E[UG]-)?(?:[A-Za-zåäö]{0,20}förordning|[a-zåäö]{0,14}direktiv|beslut|rambeslut)(?:en|et)?(?: nr)? "
    r"(?:\((?:EU|EG|EEG|Euratom)(?:, ?(?:Euratom|EU|EG))?\) ?(?:nr )?\d{1,4}/\d{2,4}"
    r"|(?:nr )?\d{2,4}/\d{1,4}/(?:EU|EG|EEG|RIF|KUSP))(?!\d)",
    re.IGNORECASE,
)
_ARTICLE = guarded(
    r"(?<![\w-])((?:[Aa]rtikel|[Aa]rtiklarna|[Aa]rtikeln|[Aa]rt\.?) \d{1,3}(?:\.\d{1,2})*(?: ?[a-z]\b\)?)?"
    r"(?:(?:, ?| och | samt |[-–])\d{1,3}(?:\.\d{1,2})*(?: [a-z]\b)?){0,4}) i "
    r"(?:(?:EU|FN|Europaparlamentet|Europarådet)(?::s|s)? )?"
)
_ARTICLE_AFTER = re.compile(
    r",? (?:[Aa]rtikel|[Aa]rtiklarna|[Aa]rt\.) \d{1,3}(?:\.\d{1,2})*(?: ?[a-z]\b\)?)?"
    r"(?:(?:, ?| och | samt |[-–])\d{1,3}(?:\.\d{1,2})*(?: [a-z]\b)?){0,4}"
)
# what every citation has
_PLACED = re.compile(r"[§$:]|[Kk]ap|paragraf")  # what stands with a law's name, if it is one
_DIGIT, _MARK = re.compile(r"\d"), re.compile(r"[§$:/]|kap|FS|rt")
_TREATY = re.compile(
    r"(?:[A-Za-zÅÄÖåäö-]{0,40}(?:fördraget|förordningen|konventionen|direktivet|stadgan|deklarationen)|GDPR|FEUF|EUF|FUF|EKMR"
    r"|[a-zåäö]{0,20}konventionen om [a-zåäö]+ [a-zåäö]+)(?![\w-])"
)


_SPECK_BETWEEN = re.compile(r"(?<=[a-zåäö])[.,](?=[a-zåäö])")  # "om medbestämmande i.arbetslivet", in an old OCR
_SPLIT_NUMBER = re.compile(r"(?<=\d{4}:\d) (?=\d)|(?<=\d{4}:\d\d) (?=\d)")  # (2006:4 12)


@cache
def law_names() -> dict[str, tuple[str, ...]]:
    """What stands after a statute's number ("om kollektivtrafik"), by its number in SFS."""
    names: dict[str, tuple[str, ...]] = {}
    for row in table("forms/data/laws_names.csv"):
        names[row["sfs"]] = (*names.get(row["sfs"], ()), row["name"])
    return names


def find_laws(text: str) -> list[LawMatch]:
    """The citations of statutes in the text, in order, not overlapping."""
    found: list[LawMatch] = []
    if _DIGIT.search(text) is None or _MARK.search(text) is None:
        return found
    for match in _ARTICLE.finditer(text):
        act = _EU.match(text, match.end()) or _TREATY.match(text, match.end())
        if act:
            found.append(_made(text, match.start(), act.end(), 0.93))
    for match in _TREATY.finditer(text) if "rtik" in text else ():
        article = _ARTICLE_AFTER.match(text, match.end())
        if article:
            _add(found, _made(text, match.start(), article.end(), 0.9))
    for match in _EU.finditer(text) if "/" in text else ():
        _add(found, _made(text, match.start(), match.end(), 0.93))
    placed = _PLACED.search(text) is not None
    for match in _NAME.finditer(text) if placed else ():
        law = _named(text, match)
        if law:
            _add(found, law)
    for match in _SHORT.finditer(text) if placed else ():
        sfs = _SFS.match(text, match.end())
        end = sfs.end() if sfs else match.end()
        law = _with_place(text, match.start(), end, 0.93, colon=not sfs)
        if law or sfs:
            _add(found, law or _made(text, match.start(), end, 0.93))
    for match in _NUMBERED.finditer(text):
        _add(found, _made(text, match.start(), match.end(), 0.93))
    return sorted(found, key=lambda law: law.start)


def _add(found: list[LawMatch], law: LawMatch) -> None:
    if not any(other.start < law.end and law.start < other.end for other in found):
        found.append(law)


def _made(text: str, start: int, end: int, sure: float) -> LawMatch:
    shown = re.sub(r"(?<=[a-zåäöA-ZÅÄÖ])(?:-|[.,] )(?=\(\d)", " ", tidy(text[start:end]))  # a scan's speck
    whole = _SPLIT_NUMBER.sub("", shown)
    return LawMatch(
        start, end, whole.replace("$", "§"), sure - (0.25 if "$" in shown else 0.15 if whole != shown else 0.0)
    )


def _named(text: str, match: re.Match[str]) -> LawMatch | None:
    """A citation that rests on a law's name: with its number, or with chapter and section."""
    start, end = match.span()
    if _OWN_RULES.search(match[0]):
        return None
    sfs = _SFS.match(text, end)
    low = match[0].lower()
    generic = low in (
        "lag",
        "lagen",
        "lagens",
        "förordning",
        "förordningen",
        "kungörelse",
        "kungörelsen",
        "förordningens",
    )
    if sfs:
        sure, end = 0.95, sfs.end()
        if generic:
            end, sure = _name_end(text, end, sfs[2])
        return _with_place(text, start, end, sure) or _made(text, start, end, sure)
    later = re.compile(r" om ").match(text, end)
    if generic and not later:
        return None
    if generic and later:
        stop = _phrase_end(text, end + 1)
        number = _SFS.match(text, stop)  # lagen om offentlig upphandling (2016:1145)
        if number:
            return _with_place(text, start, number.end(), 0.85) or _made(text, start, number.end(), 0.85)
        return _with_place(text, start, stop, 0.75)
    if not low.endswith(("en", "ens", "an", "et", "formen", "formens")):
        return None
    if bare := _BARE_SFS.match(text, end):
        return _with_place(text, start, bare.end(), 0.85) or _made(text, start, bare.end(), 0.85)
    return _with_place(text, start, end, 0.93, colon=True)


def _with_place(text: str, start: int, end: int, sure: float, *, colon: bool = False) -> LawMatch | None:
    """The citation with the chapter and section before or after the name; None where there is neither."""
    before = (
        _BEFORE.search(text, max(0, start - 110), start) if text[start - 1 : start] in (" ", "\u00a0", "\n") else None
    )
    if before is None and start and text[start - 1] in "\u00a0\n":
        window = text[max(0, start - 110) : start].replace("\u00a0", " ").replace("\n", " ")
        hit = _BEFORE.search(window)
        if hit:
            return _made(text, start - len(window) + hit.start(1), end, sure)
    if before:
        return _made(text, before.start(1), end, sure)
    after = _AFTER.match(text, end) if text[end : end + 2].strip(", ") or text[end : end + 1] == " " else None
    if after and (text[end] == " " or text[end : end + 2] == ", "):
        return _made(text, start, after.end(1), sure)
    place = _COLON.match(text, end) if colon else None
    return _made(text, start, place.end(), sure - 0.1) if place else None


def _name_end(text: str, at: int, sfs: str) -> tuple[int, float]:
    """Where the name that follows the number ends, and how sure that is: the known name, else the noun phrase."""
    after = re.compile(r"[ \n\u00a0](?=(?:om|med|angående|mot|för)[ \n\u00a0])").match(text, at)
    if not after:
        return at, 0.93
    window = tidy(text[after.end() : after.end() + 260]).casefold()
    window = _SPECK_BETWEEN.sub(" ", window)
    for name in law_names().get(sfs.replace(" ", ""), ()):
        known = _SPECK_BETWEEN.sub(" ", name.casefold())
        if window.startswith(known) and not window[len(known) : len(known) + 1].isalnum():
            return _advance(text, after.end(), len(known)), 0.95
    if text[after.end() : after.end() + 2] != "om" and text[after.end() : after.end() + 3] != "med":
        return at, 0.85
    return _phrase_end(text, after.end()), 0.75


def _advance(text: str, at: int, length: int) -> int:
    """The place in the text that lies `length` characters after `at` when white space counts once."""
    seen, space = 0, False
    while at < len(text) and seen < length:
        if text[at].isspace():
            seen += not space
            space = True
        else:
            seen, space = seen + 1, False
        at += 1
    return at


_STOP = frozenset(
    word for row in table("forms/data/laws_stops.csv") for word in row["words"].split()
)  # fmt: skip
_PIECE = re.compile(r"[^\s]+")
_LAW_WORD = re.compile(r"^(?:lag|lagen|förordning|förordningen|[a-zåäö-]+lagen|[a-zåäö-]+balken|\d+|§)$", re.IGNORECASE)


def _phrase_end(text: str, at: int) -> int:
    """Where the noun phrase that begins with "om" at `at` ends: before a verb, a new clause, a bracket or a point."""
    end = at
    pieces = [m for _, m in zip(range(18), _PIECE.finditer(text, at, at + 260), strict=False)]
    for k, piece in enumerate(pieces):
        word = piece[0]
        bare = word.strip('.,;:()”"').casefold()
        if k and (bare in _STOP or word.startswith("(") or _DONE_TO.match(bare) or _is_new_clause(pieces, k)):
            break
        if k and text[piece.start() - 1 : piece.start()] == "\n" and word[:1].isupper():
            break
        end = piece.end() - (len(word) - len(word.rstrip('.,;:)”"')))
        sentence = k + 1 < len(pieces) and pieces[k + 1][0][:1].isupper()  # "… m.m. Rampen kan"
        if word[-1] == "," and _of_several(pieces, k):
            continue  # "om inrättande, utvidgning och avlysning av allmän farled"
        if word[-1] in '.,;:)”"' and (bare not in ("m.m", "m.fl", "bl.a") or (word[-1] == "." and sentence)):
            break
    while end > at + 2 and text[at:end].split()[-1].casefold() in _DANGLING:
        end = at + len(text[at:end].rsplit(None, 1)[0])
    return end


# what is to be done by a law: "ska enligt lagen om stöd till … redovisas"; no "kommunernas"
_DONE_TO = re.compile(r"(?!.*(?:[eaoi]rnas|onas|enas|allas|vissas|andras)$)[a-zåäö]{3,}as$")
_MADE_OF_VERB = re.compile(r"[a-zåäö]{3,}(?:ande|ende|ing|tion|skydd|vård|tillsyn),?$")


def _of_several(pieces: list[re.Match[str]], k: int) -> bool:
    """True at a comma in a statute's name: nouns of what is done, the last of them behind "och"."""
    for n in range(k, min(k + 5, len(pieces))):
        if not _MADE_OF_VERB.match(pieces[n][0]):
            return False
        if not pieces[n][0].endswith(","):
            joined = pieces[n + 1][0] if n + 1 < len(pieces) else ""
            return joined in ("och", "eller", "samt")
    return False


_DANGLING = frozenset("om och för av i till med på vid mot inom åt samt eller den det en ett från".split())  # noqa: SIM905


_SUM = re.compile(r"\d|(?:högst|minst|sammanlagt|totalt|cirka|ca|drygt|knappt|upp)\b")  # "… telenät med högst 3 mnkr"


def _is_new_clause(pieces: list[re.Match[str]], k: int) -> bool:
    """True at an "och" that joins not two nouns but a new clause or another law, and before what sum it gives."""
    if pieces[k][0].casefold() == "med" and k + 1 < len(pieces):
        return _SUM.match(pieces[k + 1][0]) is not None
    if pieces[k][0].casefold() not in ("och", "eller"):
        return False
    following = [p[0].strip(".,;:()").casefold() for p in pieces[k + 1 : k + 3]]
    return not following or following[0] in _STOP or any(_LAW_WORD.match(w) for w in following[:2])
