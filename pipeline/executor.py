"""Work spread over processes, so that a file that crashes its reader costs only itself.

An executor is anything with `submit(function, *arguments) -> Future` and `shutdown()`: processes on this machine by
default, a cluster's client where there is one.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext
from typing import Any, Protocol

from pipeline.ending import held_back

PRELOADED = ("pipeline.preloaded",)  # what processes that read memos are forked with, by name


class Executor(Protocol):
    """What the run needs of an executor."""

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> "Future[Any]": ...

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None: ...


@dataclass(frozen=True, slots=True)
class Task:
    """One call in a worker; key tells the caller what it was for."""

    key: Any
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: a value, or the fault that stopped it (an exception, or the death of its process)."""

    key: Any
    value: Any = None
    fault: BaseException | None = None


class Workers(ProcessPoolExecutor):
    """Processes on this machine. They know nothing of Ctrl-C, and none of them outlives the process that made it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **named: Any) -> "Future[Any]":
        """See ProcessPoolExecutor. A worker whose start is broken off half-way is known to nobody who could end it, and
        says at length that what it was to work with is gone: breaking off has to wait."""
        with held_back():
            return super().submit(fn, *args, **named)

    def end(self) -> None:
        """End at once, whatever is under way."""
        processes = list((self._processes or {}).values())
        self.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()


def local(jobs: int, preload: tuple[str, ...] = ()) -> Workers:
    """Processes on this machine. They are forked from a server that has loaded `preload` once, never from this
    process, whose threads (the progress bar) would make a fork unsafe."""
    return Workers(max_workers=jobs, mp_context=prepare_local(preload), initializer=_follow)


def prepare_local(preload: tuple[str, ...]) -> BaseContext:
    """Start the server that workers are forked from, unless it runs: it loads `preload` while this process goes on."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    resource_tracker.ensure_running()  # first, because it lets through again what is held back below
    # the terminal sends Ctrl-C to every process, but only this one has something to say to the person: the server and
    # the workers inherit that it is held back, from their first moment on
    with held_back():
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return context


def _follow() -> None:
    """In a worker: end with the process that it works for, also where that was killed and could tell nobody.

    The system's own way (PR_SET_PDEATHSIG) asks for the parent, and that is the server, which waits for its workers.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


class Crew:
    """Runs tasks on an executor and yields outcomes as they come; new tasks may be added while it runs.

    When a worker dies, every task under way is tried again alone in a process of its own; the one that kills its
    process again gets the fault, the others their value.
    """

    def __init__(self, make: Callable[[int], Executor], jobs: int) -> None:
        self._make, self._jobs = make, jobs
        self._executor: Executor = make(jobs)
        self._waiting: deque[Task] = deque()
        self._flying: dict[Future[Any], Task] = {}
        self._over = False  # whether all tasks have come to their end

    def add(self, task: Task, first: bool = False) -> None:
        """Queue a task, at the front if it finishes something that is begun."""
        if first:
            self._waiting.appendleft(task)
        else:
            self._waiting.append(task)

    def outcomes(self) -> Iterator[Outcome]:
        """Until no task is left."""
        self._over = False
        while self._waiting or self._flying:
            try:
                while self._waiting and len(self._flying) < 2 * self._jobs:
                    task = self._waiting[0]
                    self._flying[self._executor.submit(task.function, *task.arguments)] = task
                    self._waiting.popleft()
                done, _ = wait(self._flying, return_when=FIRST_COMPLETED)
                for future in done:
                    if isinstance(future.exception(), BrokenProcessPool):
                        raise BrokenProcessPool
                    task = self._flying.pop(future)
                    yield _outcome(task, future)
            except BrokenProcessPool:
                yield from self._recover()
        self._over = True

    def _recover(self) -> Iterator[Outcome]:
        suspects = []
        for future, task in self._flying.items():
            if future.done() and not isinstance(future.exception(), BrokenProcessPool):
                yield _outcome(task, future)
            else:
                suspects.append(task)
        self._flying.clear()
        self._executor.shutdown(wait=False, cancel_futures=True)
        for task in suspects:
            self._executor = alone = self._make(1)
            self._flying = {alone.submit(task.function, *task.arguments): task}
            (future,) = self._flying
            yield _outcome(task, future)
            self._flying.clear()
            alone.shutdown(wait=False, cancel_futures=True)
        self._executor = self._make(self._jobs)

    def close(self) -> None:
        """Let go of the workers without waiting for what is under way; those on this machine are ended in it, also
        while they start."""
        if isinstance(self._executor, Workers) and not self._over:
            self._executor.end()
        else:
            self._executor.shutdown(wait=False, cancel_futures=True)


def _outcome(task: Task, future: "Future[Any]") -> Outcome:
    fault = future.exception()
    return Outcome(task.key, None, fault) if fault else Outcome(task.key, future.result())
