"""Who approved a paper on a screen, or vouches for an extract: named beside the words for it, or under them."""

import re

from pipeline.extract.parties_mentions import Mention, within
from pipeline.forms.titles import title_of
from pipeline.memo.memo import Memo

_DAY = r"(?:,? ?(?:den )?(?:\d{4}-\d{2}-\d{2}|\d{1,2} [a-zåäö]{3,9} \d{4})(?:,? (?:kl\.? ?)?\d{2}[:.]\d{2})?)"
# who signed on a screen: "Godkänd digitalt av Anna Ek, kommunchef, 2026-03-11"
APPROVED = re.compile(
    r"(?m)^[ \t]*(?:(?:(?:Detta |Denna )?(?:[Dd]okument(?:et)?|[Hh]andling(?:en)?|[Ss]krivelse(?:n)?|"
    r"[Tt]jänsteskrivelsen|[Bb]eslutet|[Pp]rotokollet) (?:är|har) )?(?:(?:[Dd]igitalt|[Ee]lektroniskt) )?"
    r"(?:[Gg]odkän[dt]s?|(?:[Ee]-?)?[Ss]ignera[dt]s?|[Uu]ndertecknad|[Uu]ndertecknats?|[Uu]nderskriven|"
    r"[Uu]nderskrivits|[Uu]nderskrivet|[Aa]ttestera[dt])(?: (?:digitalt|elektroniskt|med [\w-]+))?"
    rf"{_DAY}? av:?|(?:Utdragsbestyrkande|Utdraget bestyrke?s|Bestyrke?s|Rätt utdraget(?: intygar)?|Vid protokollet|"
    rf"Signatur|Signerat|Underskrifter?){_DAY}?:?"
    rf"|(?:Godkän[dt]|Tillstyrke?s|Tillstyrkt)(?: för [a-zåäö]+)?{_DAY}?:?[ \t]*(?=\n))[ \t]*\n?"
)

# the labels of who signs on the sheet that minutes begin with; a list of who sat has no such three in a row
_SHEET = re.compile(
    r"(?m)^[ \t]*(?P<label>[Ss]ekreterare|[Oo]rdförande|[Jj]usterare|[Jj]usterande)"
    r"[ \t:.…_]*(?:\n[ \t\n]*|[ \t]+|(?<=[.…_]))"
)
_NEAR = 400  # characters from one label to the next
_SAT_FOR = re.compile(r"[ \t]*,?[ \t]*\([A-ZÅÄÖ]{1,3}\)|[ \t]*,[ \t]*(?:tjänstgörande|§)")


def approvals(memo: Memo, mentions: list[Mention]) -> None:
    """Gives those who approved the paper on a screen the signatory's role, and the title behind the name."""
    for match in APPROVED.finditer(memo.text):
        at = match.end()
        for _ in range(5):
            signer = _signer(memo, mentions, at)
            if signer is None:
                break
            at = memo.text.find("\n", signer.end)
            if at < 0:
                break
    _on_the_sheet(memo, mentions)


def _on_the_sheet(memo: Memo, mentions: list[Mention]) -> None:
    """The secretary, the chair and who approves, named on the first sheet of minutes, sign them."""
    if not all(memo.text.find(part, 0, len(memo.text) // 2) >= 0 for part in ("ustera", "ekreterare", "rdförande")):
        return  # most papers
    run: list[tuple[str, Mention]] = []
    last = 0
    for match in _SHEET.finditer(memo.text, 0, len(memo.text) // 2):
        named = next((m for m in within(mentions, match.end(), match.end() + 40) if m.type == "person"), None)
        if named is None or named.start > match.end() + 1 or _SAT_FOR.match(memo.text, named.end):
            continue
        if match.start() - last > _NEAR:
            run = []
        run.append((match["label"].casefold()[:6], named))
        last = named.end
        if {label for label, _ in run} >= {"sekret", "ordför", "juster"}:
            for label, mention in run:
                mention.roles.add("signatory")
                mention.title = mention.title or {"sekret": "Sekreterare", "ordför": "Ordförande"}.get(label)


def _signer(memo: Memo, mentions: list[Mention], at: int) -> Mention | None:
    """The person whom the text from `at` begins with, perhaps after a title; now a signatory."""
    for mention in within(mentions, at, at + 60)[:1]:
        lead = memo.text[at : mention.start].strip(" ,\n\t•-–")
        if mention.type != "person" or (lead and title_of(lead) is None):
            return None
        mention.roles.add("signatory")
        behind = re.match(r"[,\t]\s*([^,\n\d]{2,50}?)\s*(?:,|\n|$|\d|\()", memo.text[mention.end : mention.end + 70])
        mention.title = (title_of(behind[1]) if behind else None) or mention.title
        return mention
    return None
