"""The words before and after a date or sum with their places, told as if each were looked at by itself."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.role_cues import FAR, Around, look_after, look_before
from pipeline.extract.role_words import TOKEN, stem

LINKS = frozenset(["den", "ca", "i"])
TEXTS = st.lists(
    st.sampled_from(["den", "ca", "i", "kr.", "kostnad", "500", "2012", "§", "%", ",", ":", "a-b", "t.ex.", "ö", "\n"]),
    max_size=60,
).map(" ".join)


def _place(near: int, most: int) -> str:
    return str(near) if near <= most else "n"


@given(TEXTS, st.integers(-1, 90))
def test_words_before(left: str, crossed: int) -> None:
    around = Around("day", "", [], [])
    look_before(left, crossed, around, LINKS)
    low = max(0, len(left) - 200)
    tokens = [(m.start(), m[0]) for m in TOKEN.finditer(left, low)][::-1]
    linked = []
    while tokens and tokens[0][1] in LINKS:
        linked.append(tokens.pop(0)[1])
    words, pair = [], ["", ""]
    for place, (start, token) in enumerate(tokens[:FAR], 1):
        if not token[0].isdigit():
            near = _place(place, 3) if place < 8 else "f"
            words.append((near + ("beyond" if start < crossed else "before"), token))
            if place < 3:
                pair[place - 1] = token
    assert around.words == words
    assert f"link {linked[-1] if linked else 'none'}" in around.plain
    assert ("begins" in around.plain) == (not tokens)
    assert ("left1 0" in around.plain) == (bool(tokens) and tokens[0][1][0].isdigit())
    told = [cue for cue in around.plain if cue.startswith("pair ")]
    assert told == ([f"pair {stem(pair[1])} {stem(pair[0])}"] if pair[1] else [])


@given(TEXTS, st.integers(-1, 90))
def test_words_after(right: str, crossed: int) -> None:
    around = Around("day", "", [], [])
    look_after(right, crossed, around)
    words = []
    for place, match in enumerate(list(TOKEN.finditer(right, 0, 140))[: FAR - 2], 1):
        if not match[0][0].isdigit():
            side = "past" if 0 <= crossed < match.start() else "after"
            words.append((_place(place, 2) + side, match[0]))
    assert around.words == words
    assert ("ends" in around.plain) == (TOKEN.search(right, 0, 140) is None)
