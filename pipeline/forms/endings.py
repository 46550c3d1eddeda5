"""How the matches of a pattern end: what stands straight before a place is known by its last letters.

A rule about the words before a name is tried only where the text ends as one of its matches does, which is found out
at once. The endings are read from the pattern itself, so that a rule that is mended needs no second mending here.
"""

import re
from typing import Any

from pipeline.forms.pattern_reader import ops, reader

_MANY = 60  # endings above which no more characters are told


def endings_of(pattern: str) -> frozenset[str]:
    """Strings in small letters, white space at their end left out, of which every match of a pattern ends with one.

    One of them is empty where nothing can be told. The letters of `re.IGNORECASE` that `str.lower` does not know (ı, ſ)
    are for the caller to look out for.
    """
    if reader is None:
        return frozenset({""})
    found = frozenset(ending.rstrip() for ending, _ in _walk(reader.parse(pattern, re.IGNORECASE)))
    return frozenset({""}) if "" in found else found


# how a stretch may end, and whether that is all of it, from its beginning
Ways = frozenset[tuple[str, bool]]
_NOTHING: Ways = frozenset({("", True)})
_ANYTHING: Ways = frozenset({("", False)})


def _walk(parsed: Any) -> Ways:
    run = _NOTHING
    for op, value in reversed(list(parsed)):
        if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            continue  # takes no characters
        ways = _ways(op, value)
        longer = {(way + rest, from_here) for rest, whole in run if whole for way, from_here in ways}
        longer |= {(rest, whole) for rest, whole in run if not whole}
        if len(longer) > _MANY:
            return frozenset((rest, False) for rest, _ in run)
        run = frozenset(longer)
    return run


def _ways(op: Any, value: Any) -> Ways:
    if op is ops.LITERAL:
        return frozenset({(chr(value).lower(), True)})
    if op is ops.IN and all(what is ops.LITERAL for what, _ in value):
        return frozenset((chr(code).lower(), True) for _, code in value)
    if op is ops.SUBPATTERN:
        return _walk(value[3])
    if op is ops.BRANCH:
        return frozenset().union(*(_walk(branch) for branch in value[1]))
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
        least, most, repeated = value
        once = _walk(repeated)
        some = once if most == 1 else frozenset((way, False) for way, _ in once)
        return some if least else some | _NOTHING
    return _ANYTHING
