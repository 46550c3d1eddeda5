"""The title that stands beside a person's name in a text: before it, behind it or on the next line."""

from pipeline.forms.names import Tokens
from pipeline.forms.titles import MOST_TITLE, title_of, title_word, title_words


def title_to_line_end(tokens: Tokens, k: int) -> str | None:
    """The title that takes the rest of a line after a name: "Lilian Ek Utbildningschef"."""
    stop = k
    while stop < len(tokens.text) and stop - k <= MOST_TITLE and (stop == k or tokens.gap[stop] == 0):
        stop += 1
    if stop - k > MOST_TITLE or (
        title_word(tokens.text[k]) is None and tokens.low[k].rstrip(".") not in title_words("before")
    ):
        return None
    return title_of(tokens.whole[tokens.start[k] : tokens.end[stop - 1]])


def title_before(tokens: Tokens, i: int) -> str | None:
    """The title that stands straight before a name: "ekonomichef Anna Ek", "verkställande direktören Mikael X"."""
    if i == 0 or tokens.gap[i] > 0:
        return None
    k = i - 1
    if tokens.low[k] == "," or title_word(tokens.text[k]) is None:
        return None
    first = k
    while first > 0 and tokens.gap[first] == 0:
        low = tokens.low[first - 1]
        if low == "." and first > 1 and tokens.low[first - 2] in {"tf", "vik", "bitr", "stf", "f"}:
            first -= 2
        elif (
            low in title_words("before")
            or (low in {"och", "/"} and first > 1 and tokens.text[first - 2].endswith("-"))
            or (low.endswith("-") and tokens.low[first] in {"och", "/"})
        ):
            first -= 1
        else:
            break
    return title_of(tokens.whole[tokens.start[first] : tokens.end[k]])


def title_after(tokens: Tokens, last: int) -> str | None:
    """The title that follows a name after a comma, in brackets or on the next line."""
    k = last + 1
    if k < len(tokens.text) and tokens.low[k] == "(" and tokens.low[k + 2 : k + 3] == [")"]:
        if (title := title_of(tokens.text[k + 1])) is not None:
            return title
        k += 3  # the party
    if k >= len(tokens.text):
        return None
    if tokens.low[k] in {",", "("}:
        k += 1
    elif tokens.gap[k] > 1:
        return None
    elif tokens.gap[k] == 0:
        return title_to_line_end(tokens, k)
    stop = k
    while stop < len(tokens.text) and stop - k < 8 and (stop == k or tokens.gap[stop] == 0):
        if tokens.low[stop] in {",", ")", "(", ";", ":"} or (
            tokens.low[stop] == "." and len(tokens.text[stop - 1]) > 4
        ):
            break
        stop += 1
    if tokens.low[stop : stop + 3] == [".", ".", "."]:
        return None  # "Ordförande ............": who signs there stands below
    if stop > k and tokens.gap[k] == 1 and tokens.low[stop : stop + 1] == [":"]:
        return None  # a label on the next line: "Handläggare: Eva Ek"
    for end in range(stop, k, -1):
        title = title_of(tokens.whole[tokens.start[k] : tokens.end[end - 1]])
        if title is not None and (end == stop or end == k + 1):
            return title
    return None
