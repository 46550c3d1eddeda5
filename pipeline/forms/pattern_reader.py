"""The standard library's own reader of regular expressions, where it has one; else `ops` and `reader` are None.

What is told of patterns from it only saves time: whoever asks for it must do without.
"""

try:
    from re import _constants as ops  # type: ignore[attr-defined]
    from re import _parser as reader  # type: ignore[attr-defined]
except ImportError:
    ops = reader = None

__all__ = ["ops", "reader"]
