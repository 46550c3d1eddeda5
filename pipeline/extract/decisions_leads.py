"""What in a proposal leads in its points, and what is no point: headings, reasons, signatures, recipients."""

import re
from functools import cache

from pipeline.extract.actions import fold, main_verb
from pipeline.forms.names import find_names
from pipeline.resources import table

_FRAMES = (
    r"(?:beslut(?:a|ar|as|ade|at)?|beslot|foresla(?:r|s|tt)?|hemstall(?:a|er|es|as|t)|forslag(?:et)?|yrkar|matte|fattar|"
    r"forordas?|anhaller)"
)
_LEAD_WORD = re.compile(rf"\b{_FRAMES}\b")
_LEAD_END = re.compile(
    r"(?:\bbesluta(?:r|s)?(?: enligt)?(?: for egen del| for sin del)?|\bbeslut|\bfoljande(?: beslut)?|\bsaledes|"
    r"\bforeslas?|\bforeslar|\bhemstall(?:es|er|as|a)|\banhaller|\bforeslas besluta om|"
    r"\batt|\bdels|\bfor egen del|\bfor sin del|"
    r"\bforslag(?:et)?|\benligt foljande|\bnedan(?:staende)?|\btill)\W*$"
)
_HEADING = re.compile(
    r"^(?:\d+[.)]?\s*)?(?:[a-z -]+s )?(?:forslag|beslutsforslag|hemstallan|forslag pa)\b(?: till| pa)?"
    r"(?: (?:\w+ )?beslut)?\b.{0,120}$",
    re.DOTALL,
)
# "… beslutar för egen del följande.", "… fattar följande beslut:"
_FOLLOWING = re.compile(
    r"\b(?:besluta(?:r|s)?|fatta(?:r|s)?|foresla(?:r|s)?|hemstall(?:a|er|es))\b(?: om)?"
    r"(?:,? (?:for|i) (?:egen|sin) del,?)? (?:enligt )?foljande(?: beslut)?$"
)
# "Kommunstyrelsen för egen del:"; "Nämnden beslutar, under förutsättning att fullmäktige beviljar medel,"
_OWN_DEL = re.compile(
    r"[a-z ,-]{0,60}(?:namnden|styrelsen|fullmaktige|utskottet|direktionen)(?: for [a-z ,-]{3,60})?,?"
    r" (?:for|i) (?:egen|sin) del$"
)
_IN_BODY = re.compile(
    r"i (?:[\w-]+,? (?:och )?){0,6}?\w*(?:namnden|styrelsen|fullmaktige|utskottet|direktionen)"
    r"(?: (?:och|samt) (?:i )?\w*(?:namnden|styrelsen|fullmaktige|utskottet|direktionen))?$"
)
_PROVIDED = re.compile(
    r"\bbeslutar?(?: (?:for|i) (?:egen|sin) del)?, (?:under forutsattning|med forbehall|forutsatt)\b[^.;:]{5,160}$"
)
_PROPOSES_NEXT = re.compile(r"\b(?:och|samt|darfor|vidare|aven) (?:foreslar|hemstaller)$")
# an att-sats that says what it asks for: "att hos kommunstyrelsen hemställa om tilläggsanslag"
_ASKS_FOR_THING = re.compile(
    r"(?:samt |dels |och )*att \b(?:[^.;:]{0,80}?\b)?(?:hemstalla|anhalla|begara|foresla|forslag(?:et)?|hemstallan)\b"
    r"[^.;:]{0,80}?\bom (?!att$|att\W)[^.;:]{4,}"
)
_EGEN = re.compile(r"^(?:for|i) (?:egen|sin) del\b[^.]{0,60}$")
# "att föreslå fullmäktige" and its points, then "att för egen del" and those
_OWN_SATS = re.compile(r"^(?:(?:samt|och|dels) )?att (?:for|i) (?:egen|sin) del(?: besluta)?$")
# a point that says when the others hold: "Besluten gäller under förutsättning att … fattar likalydande beslut."
_PROVISO = re.compile(
    r"(?:(?:detta|dessa|ovanstaende) )?(?:beslut(?:et|en)?|overenskommelsen|avtalet) "
    r"(?:galler|forutsatter|villkoras|forfaller|trader i kraft|far verkan|ar villkorat|verkstalls)\b"
)
_CONTACT = re.compile(
    r"@|https?://|www\.|\b(?:tel|tfn|telefon|fax|bankgiro|postgiro|org\.?\s?nr|besoksadress|postadress)\b", re.I
)
_TITLE = re.compile(
    r"(?:chef|direktor|sekreterare|strateg|utredare|handlaggare|ingenjor|controller|samordnare|ordforande|jurist|radgivare|"
    r"ekonom|planerare|inspektor|rektor|kamrer|arkitekt|administrator|assistent|utvecklare|ledare|konsult|intendent|"
    r"kommunalrad|borgmastare|specialist|registrator|lakare|skoterska|forvaltare|sakkunnig)\b"
)
_SENTENCE = re.compile(r"[.!?][\"”’)\]]*$")


@cache
def _phrases(use: str) -> re.Pattern[str]:
    """The phrases of `data/decisions_phrases.csv` that serve this use, as one pattern."""
    return re.compile("|".join(r["pattern"] for r in table("extract/data/decisions_phrases.csv") if r["use"] == use))


def is_lead(text: str, listed: bool, followed_by_list: bool) -> bool:
    """Whether a stretch leads in points and is none itself.

    listed: it has a number or bullet of its own. followed_by_list: the next stretch is a list's item or an att-sats.
    """
    folded = fold(text).strip()
    if not folded:
        return False
    bare = folded.rstrip(" .:,;–-")
    ended = bool(_SENTENCE.search(folded))
    if ended and _PROVISO.match(folded):
        return False
    if (
        not listed
        and len(bare) < 160
        and not ended
        and (_HEADING.match(bare) or _EGEN.match(bare))
        and not _decides(text)
    ):
        return True
    if followed_by_list and not ended and _OWN_SATS.match(bare):
        return True
    if not listed and _IN_BODY.match(bare):
        return True  # "I kommunstyrelsen och kommunfullmäktige:"
    if not (listed or ended) and (_OWN_DEL.match(bare) or (followed_by_list and _PROVIDED.search(bare))):
        return True
    if not _LEAD_WORD.search(bare):
        return bool(not listed and _EGEN.match(bare)) or (
            not listed and bare.endswith(" att") and followed_by_list and not ended
        )
    if len(bare) > 700:
        return False
    asked = followed_by_list or re.search(r"\b(?:foresla(?:r|s)?|hemstall(?:a|er|es))\b", bare)
    if asked and not ended and re.search(r"\bbeslutar?(?: att)?$", bare):
        return True  # "Bifaller nämnden det, föreslås den hemställa att fullmäktige beslutar"
    if not listed and _FOLLOWING.search(bare):
        return True
    if followed_by_list and not (listed or ended) and _PROPOSES_NEXT.search(bare):
        return True  # "Kontoret tillstyrker att avtalet sägs upp och föreslår"
    if folded.endswith(" beslutat:"):
        return True  # "Anmäls att kommunstyrelsen för egen del beslutat:"
    if _decides(text):
        return False
    own_sats = bare.startswith(("att ", "samt att ", "dels att ")) and bare.endswith(("forslag", "forslaget", "beslut"))
    if folded.endswith((":", "–", "-")) or (_LEAD_END.search(bare) and not (listed and ended) and not own_sats):
        return True
    return not listed and followed_by_list and not ended and not _ASKS_FOR_THING.match(bare)


# "Kommunfullmäktige beslutar i enlighet med kommunstyrelsens förslag.", "Enligt förslag."
_AS_PROPOSED = re.compile(
    r"(?:(?:att )?(?:besluta\b|(?:[a-z-]+,? ){1,8}?(?:beslutar|beslutade|beslot|beslutas?)\b)(?: [a-z]+){0,3}? )?"
    r"(?:enligt|i enlighet med|i overensstammelse med) (?:[^.:;]{0,80} )?"
    r"(?:forslag(?:et)?|beslutsforslag(?:et)?|hemstallan|tillstyrkan)"
    r"(?: till beslut)?(?:,? (?:av |fran |i |den |daterat )*[\d§(][^:;]{0,40})?[.]?$"
)
_PUT_TO_VOTE = re.compile(r"\b(?:finner|fann|konstaterar|fragar|proposition(?:en|er)?|yrka\w*|rostar?|staller)\b")


def is_as_proposed(text: str) -> bool:
    """Whether a stretch only says that what was proposed is decided, and not what that is."""
    if len(text) > 220 or text.endswith(":"):
        return False
    folded = fold(text).strip()
    return bool(_AS_PROPOSED.match(folded)) and not _PUT_TO_VOTE.search(folded) and main_verb(text) is None


def _decides(text: str) -> bool:
    """Whether the stretch already says what is done, after who proposes and who decides."""
    verb = main_verb(text)
    if verb is None:
        return False
    if verb.infinitive == "yttra" and _SENTENCE.search(text.strip()):
        return True  # "Nämnden yttrar sig enligt förvaltningens förslag."
    if verb.infinitive == "ha" and verb.action != "other":
        return True  # "Nämnden har inget att erinra mot förslaget."
    if verb.infinitive == "få" and verb.action != "other" and _GIVEN.search(text):
        return True  # "att presidiet får i uppdrag att återkomma med förslag"
    return verb.infinitive not in ("lämna", "yttra", "behandla", "ha", "gälla", "få")


_GIVEN = re.compile(r"\bfår\b[^.;:]{0,60}\b(?:att|till)\s+(?:\w+\s+){0,3}?[a-zåäö]+a\b[^:]{8,}[^:]$", re.DOTALL)
_OF_BODY = re.compile(
    r"^(?:namnd(?:en)?|utskott(?:et)?|styrelse(?:n)?|beredning(?:en)?|direktion(?:en)?) for [a-z ,-]{3,90}$"
)


def is_body_name(text: str) -> bool:
    """Whether a stretch is a body's name and nothing else: "Kommunstyrelsen", "Nämnd för trafik och miljö"."""
    bare = text.strip(" .:;–-")
    if len(bare) > 100 or len(bare.split()) > 12 or not bare[:1].isupper():
        return False
    names = find_names(bare)
    whole = len(names) == 1 and names[0].type == "body" and (names[0].start, names[0].end) == (0, len(bare))
    return whole or _OF_BODY.match(fold(bare)) is not None


def is_reasons(text: str) -> bool:
    """A heading (or a paragraph that begins like one) for reasons, reservations and the like."""
    return bool(_phrases("reasons").match(fold(text).strip()))


def is_stop(text: str) -> bool:
    """What ends a proposal: recipients, attachments, signatures."""
    return bool(_phrases("stop").match(fold(text).strip()))


def is_signature(text: str) -> bool:
    """Names, titles, addresses and dates that stand for themselves."""
    stripped = text.strip()
    if not stripped:
        return True
    words = stripped.split()
    sentence = _SENTENCE.search(stripped) is not None
    if _CONTACT.search(stripped) and not (sentence and len(words) > 6 and main_verb(stripped) is not None):
        return True  # but "förelägga Bolaget AB, org.nr …, att riva skylten." is a sentence
    if sentence and len(words) > 3:
        return False
    if len(words) >= 2 and main_verb(stripped) is not None:
        return False
    if not any(c.isalpha() for c in stripped):
        return True
    capitals = sum(w[:1].isupper() or not w[:1].isalpha() for w in words)
    small = [w for w in words if w[:1].islower()]
    return (
        len(words) <= 3
        or capitals == len(words)
        or (len(words) <= 9 and (bool(_TITLE.search(fold(stripped))) or len(small) <= len(words) // 3))
    )


def is_rationale(text: str) -> bool:
    """A sentence that gives reasons or reports, and proposes nothing."""
    return bool(_phrases("rationale").match(fold(text).strip())) and not re.search(
        r"\bforesla[rs]?\b|\bhemstall", fold(text)[:200]
    )


def proposes_nothing(text: str) -> bool:
    """Whether a memo says that nothing is to be decided."""
    return bool(_phrases("nothing").search(fold(text)))
