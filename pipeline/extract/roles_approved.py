"""Who approved a paper on a screen, which stands in one line in a signature's place."""

import re

from pipeline.extract.parties_mentions import Mention, within
from pipeline.forms.persons import title_of
from pipeline.memo.memo import Memo

# who signed on a screen: "Godkänd digitalt av Anna Ek, kommunchef, 2026-03-11"
APPROVED = re.compile(
    r"(?m)^[ \t]*(?:(?:Detta |Denna )?(?:[Dd]okument(?:et)?|[Hh]andling(?:en)?|[Ss]krivelse(?:n)?|[Tt]jänsteskrivelsen|"
    r"[Bb]eslutet) (?:är|har) )?(?:(?:[Dd]igitalt|[Ee]lektroniskt) )?"
    r"(?:[Gg]odkän[dt]s?|[Ss]ignera[dt]s?|[Uu]ndertecknad|[Uu]ndertecknats?|[Uu]nderskriven|[Uu]nderskrivits|"
    r"[Aa]ttestera[dt])(?: (?:digitalt|elektroniskt))? av:?[ \t]*\n?"
)


def approvals(memo: Memo, mentions: list[Mention]) -> None:
    """Gives those who approved the paper on a screen the signatory's role, and the title behind the name."""
    for match in APPROVED.finditer(memo.text):
        for mention in within(mentions, match.end(), match.end() + 60)[:1]:
            lead = memo.text[match.end() : mention.start].strip(" ,\n")
            if mention.type != "person" or (lead and title_of(lead) is None):
                continue
            mention.roles.add("signatory")
            behind = re.match(r",\s*([^,\n\d]{3,50}?)\s*(?:,|\n|$|\d|\()", memo.text[mention.end : mention.end + 70])
            mention.title = mention.title or (title_of(behind[1]) if behind else None)
