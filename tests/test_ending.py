"""A request to end is never lost, wherever the program is when it comes."""

import gc
import signal
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from pipeline import cli
from pipeline.ending import Terminated, asked_to_end
from pipeline.errors import ExitCode

ENDS = {
    signal.SIGINT: ExitCode.INTERRUPTED,
    signal.SIGTERM: ExitCode.TERMINATED,
    signal.SIGHUP: ExitCode.TERMINATED,
}


class Thing:
    pass


def in_callback(ask: Callable[[], None]) -> None:
    thing = Thing()
    watched = weakref.ref(thing, lambda _: ask())
    del thing
    assert watched() is None


def in_finaliser(ask: Callable[[], None]) -> None:
    class Closing:
        def __del__(self) -> None:
            ask()

    Closing()


def in_collection(ask: Callable[[], None]) -> None:
    class Ring:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            ask()

    Ring()
    gc.collect()


def in_the_open(ask: Callable[[], None]) -> None:
    ask()


@contextmanager
def handlers(number: signal.Signals) -> Iterator[None]:
    """Python's own handlers, whatever the tests run under."""
    before = signal.signal(number, signal.default_int_handler if number is signal.SIGINT else signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(number, before)


@pytest.mark.parametrize("place", [in_the_open, in_callback, in_finaliser, in_collection])
@pytest.mark.parametrize("number", ENDS)
def test_it_comes_through(
    number: signal.Signals,
    place: Callable[[Callable[[], None]], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def work(words: object, lang: object) -> int:
        place(lambda: signal.raise_signal(number))
        for _ in range(3000):  # where it is lost, this ends, and the command with 0
            time.sleep(0.01)
        return 0

    monkeypatch.setattr(cli, "_command", work)
    with handlers(number):
        assert cli.main(["tables"]) == ENDS[number]
    assert capsys.readouterr().err.count("\n") == 1  # one word to the person, and no traceback


def test_other_faults_in_clearing_up_are_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda thrown: told.append(thrown.exc_type))

    def fail() -> None:
        raise OSError

    with asked_to_end():
        in_finaliser(fail)
    assert told == [OSError]


def test_all_is_put_back() -> None:
    numbers = (signal.SIGALRM, signal.SIGTERM, signal.SIGHUP)

    def now() -> list[object]:
        return [*map(signal.getsignal, numbers), sys.unraisablehook]

    before = now()
    with pytest.raises(Terminated), handlers(signal.SIGTERM), asked_to_end():
        signal.raise_signal(signal.SIGTERM)
    assert now() == before


def test_who_is_deaf_to_it_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with asked_to_end():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
