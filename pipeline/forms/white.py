"""White space and look-alike signs, made one."""

import re

_SPACE = re.compile(r"[\s\u00a0\u2007\u202f\u00ad]+")


def tidy(text: str) -> str:
    """The text on one line with single spaces and nothing round it."""
    return _SPACE.sub(" ", text).strip()
