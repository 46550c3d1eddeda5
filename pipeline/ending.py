"""Requests to end (Ctrl-C, SIGTERM, a closed terminal): each reaches the command as one exception."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

SOON = 0.01  # seconds


class Terminated(KeyboardInterrupt):
    """Somebody asked the program to end (SIGTERM), or the terminal was closed (SIGHUP)."""


@contextmanager
def asked_to_end() -> Iterator[None]:
    """SIGTERM and SIGHUP raise Terminated, so that what is under way is ended in order, as by Ctrl-C.

    What is raised while Python clears up after an object (`__del__`, a weak reference's callback) is thrown away, and
    each import clears up: a request that was lost so would leave a program that never ends. It is made again, by a
    timer of the system's, since where it was lost nothing may be locked or started.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    lost: list[type[BaseException]] = []

    def stop(*_: object) -> NoReturn:
        raise Terminated

    def again(number: int, frame: FrameType | None) -> None:
        if lost:
            raise lost.pop()

    def hook(thrown: "UnraisableHookArgs", /) -> None:
        if issubclass(thrown.exc_type, KeyboardInterrupt):
            lost.append(thrown.exc_type)
            signal.setitimer(signal.ITIMER_REAL, SOON)
        else:
            told(thrown)

    told, sys.unraisablehook = sys.unraisablehook, hook
    before = {signal.SIGALRM: signal.signal(signal.SIGALRM, again)}
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # nohup has its reasons
            before[number] = signal.signal(number, stop)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)
        sys.unraisablehook = told


@contextmanager
def heard_by(handler: Callable[[int, FrameType | None], Any]) -> Iterator[None]:
    """In the block, requests to end are the handler's, and raise nothing; what this process is deaf to stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    now = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    before = {number: own for number, own in now.items() if own not in (signal.SIG_IGN, None)}
    try:
        for number in before:
            signal.signal(number, handler)
        yield
    finally:
        for number, own in before.items():
            signal.signal(number, own)


@contextmanager
def held_back() -> Iterator[None]:
    """Ctrl-C and requests to end wait until the block is over.

    By handlers, because a signal that this thread has masked goes to another thread (the progress bar's), and Python
    acts on it in this one all the same.
    """
    come: list[int] = []
    try:
        with heard_by(lambda number, _: come.append(number)):
            yield
    finally:
        for missed in come:
            signal.raise_signal(missed)
