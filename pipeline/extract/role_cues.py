"""The words round a date or a sum as cues: which stand before and after it, and how near."""

from collections.abc import Callable

from pipeline.extract.role_words import TOKEN

FAR = 16  # words: how far from the expression a word may still tell its role
NEAR = 8
Evidence = Callable[[str], tuple[str, ...]]


def cues_before(left: str, crossed: int, kind: str, when: str, links: frozenset[str], evidence: Evidence) -> list[str]:
    """The cues of the words before the expression, in lower case. crossed: where in `left` the expression before this
    one ends, -1 if none: what stands before that counts apart. links: words that only tie the expression on."""
    cues: list[str] = []
    told: set[str] = set()
    linked: list[str] = []
    first = second = ""
    place = 0
    for match in reversed(list(TOKEN.finditer(left, max(0, len(left) - 240)))):
        token = match[0]
        if not place and token in links:
            linked.append(token)
            continue
        place += 1
        if place > FAR:
            break
        if token[0].isdigit():
            if place == 1:
                cues.append("left1 0")
            continue
        words = evidence(token)
        if place == 1:
            first = words[0]
        elif place == 2:
            second = words[0]
        if place <= 3:
            near = f"left{place}"
            for word in words:
                cues += (f"{near} {word}", f"{near} {kind} {word}")
        side = "beyond" if match.start() < crossed else "before"
        for word in words:
            cue = f"{side} {word}"
            if cue in told:
                continue
            told.add(cue)
            cues.append(cue)
            if word.isupper():
                cues.append(f"{side} {kind} {word}")
                if when:
                    cues.append(f"{side} {kind} {when} {word}")
            elif place < NEAR:
                cues.append(f"{side} {kind} {word}")
            if place >= NEAR:
                cues.append(f"far {word}")
    link = linked[-1] if linked else "none"
    cues += (f"link {link}", f"{kind} link {link}")
    if not place:
        cues += ("begins", f"{kind} begins")
    if second:
        cues.append(f"pair {second} {first}")
    return cues


def cues_after(right: str, crossed: int, kind: str, when: str, evidence: Evidence) -> list[str]:
    """The cues of the words after the expression, in lower case. crossed: where in `right` the next expression begins,
    -1 if none."""
    cues: list[str] = []
    told: set[str] = set()
    place = 0
    for match in TOKEN.finditer(right, 0, 140):
        token = match[0]
        place += 1
        if place > FAR - 2:
            break
        if token[0].isdigit():
            continue
        words = evidence(token)
        if place <= 2:
            for word in words:
                cues += (f"right{place} {word}", f"right{place} {kind} {word}")
        side = "past" if 0 <= crossed < match.start() else "after"
        for word in words:
            cue = f"{side} {word}"
            if cue in told:
                continue
            told.add(cue)
            cues.append(cue)
            if word.isupper():
                cues.append(f"{side} {kind} {word}")
                if when:
                    cues.append(f"{side} {kind} {when} {word}")
    if not place:
        cues += ("ends", f"{kind} ends")
    return cues
