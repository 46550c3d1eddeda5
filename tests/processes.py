"""The processes of a session that a test has started, as /proc tells them."""

import signal
import time
from pathlib import Path


def heeding() -> None:
    """Called in a process before its program: Ctrl-C is heard again, which a shell's background work is deaf to."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


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
