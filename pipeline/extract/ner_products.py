"""Products of weights and words' vectors, in which a word's numbers are the same whatever stands beside it.

Numpy multiplies several times as fast as thinc, whose routine has no code of its own for most processors. But a sum of
some hundred products comes out with other last digits where it is made in another order, and numpy's routine orders
it by an array's shape and the place in it. So numpy gets sixteen words at a time, never more or fewer: then all of them
are treated alike on the processors that we know. Whether they are on this one is tried out when weights are loaded;
where they are not, thinc multiplies.
"""

from typing import Any

import numpy as np
from thinc.api import NumpyOps

AT_ONCE = 16  # words
# multiplications: for more than these numpy's routine (OpenBLAS) asks other threads to help, and where other processes
# have the processors, waiting for them takes many times longer than what they do
MOST = 1 << 18

Floats = np.ndarray[Any, np.dtype[np.float32]]


class Weights:
    """The weights of a layer: a row for each number that it gives, a column for each that it is given."""

    def __init__(self, weights: Floats) -> None:
        given, taken = weights.shape
        parts = next(n for n in range(1, given + 1) if given % n == 0 and given // n * taken * AT_ONCE <= MOST)
        self.parts = np.ascontiguousarray(weights).reshape(parts, 1, given // parts, taken)
        self.ops = NumpyOps()
        some = np.random.default_rng(1).standard_normal((taken, 1)).astype("f")
        self.quick = alike(self._quick(np.repeat(some, AT_ONCE, axis=1)))

    def times(self, columns: Floats) -> Floats:
        """What the layer gives for words, a column each, in number a multiple of `AT_ONCE`; see `in_columns`."""
        return self._quick(columns) if self.quick else self._slow(columns)

    def _quick(self, columns: Floats) -> Floats:
        taken, words = columns.shape
        parts, _, given, _ = self.parts.shape
        found: Floats = np.empty((parts * given, words), dtype="f")
        # both seen as sixteen words after sixteen words
        some = columns.reshape(taken, -1, AT_ONCE).transpose(1, 0, 2)
        np.matmul(self.parts, some, out=found.reshape(parts, given, -1, AT_ONCE).transpose(0, 2, 1, 3))
        return found

    def _slow(self, columns: Floats) -> Floats:
        weights = self.parts.reshape(-1, self.parts.shape[-1])
        rows: Floats = self.ops.gemm(np.ascontiguousarray(columns.T), weights, trans2=True)
        return np.ascontiguousarray(rows.T)


def alike(columns: Floats) -> bool:
    """Whether all columns are the same to the last bit."""
    return bool((columns == columns[:, :1]).all())


def in_columns(rows: Floats) -> Floats:
    """Rows as columns, and as many of zeros as are lacking to a multiple of `AT_ONCE`."""
    columns: Floats = np.zeros((rows.shape[1], -(-len(rows) // AT_ONCE) * AT_ONCE), dtype="f")
    columns[:, : len(rows)] = rows.T
    return columns
