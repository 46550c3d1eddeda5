"""The processes of a session that a test has started, as /proc tells them."""

import sys
import time
from pathlib import Path

# what a command begins with to hear Ctrl-C, which work that a shell runs in the background is deaf to
HEEDING = (
    sys.executable,
    "-c",
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])",
)


def of_group(group: int) -> list[int]:
    """The processes of a group that run, or wait to be."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, in_group = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[:3]
        except OSError:  # it has ended meanwhile
            continue
        if int(in_group) == group and state != "Z":
            found.append(int(stat.parent.name))
    return found


def gone(group: int, seconds: float = 15) -> bool:
    """Whether nothing of a group is left, at once or soon."""
    deadline = time.monotonic() + seconds
    while left := of_group(group):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05 * bool(left))
    return True
