"""Work spread over processes, so that a file that crashes its reader costs only itself.

An executor is anything with `submit(function, *arguments) -> Future` and `shutdown()`: processes on this machine by
default, a cluster's client where there is one.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Protocol


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


def local(jobs: int, preload: tuple[str, ...] = ()) -> ProcessPoolExecutor:
    """Processes on this machine. They are forked from a server that has loaded `preload` once, never from this
    process, whose threads (the progress bar) would make a fork unsafe."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return ProcessPoolExecutor(max_workers=jobs, mp_context=context)


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

    def add(self, task: Task, first: bool = False) -> None:
        """Queue a task, at the front if it finishes something that is begun."""
        if first:
            self._waiting.appendleft(task)
        else:
            self._waiting.append(task)

    def outcomes(self) -> Iterator[Outcome]:
        """Until no task is left."""
        while self._waiting or self._flying:
            try:
                while self._waiting and len(self._flying) < 2 * self._jobs:
                    task = self._waiting.popleft()
                    try:
                        self._flying[self._executor.submit(task.function, *task.arguments)] = task
                    except BrokenProcessPool:
                        self._waiting.appendleft(task)
                        raise
                done, _ = wait(self._flying, return_when=FIRST_COMPLETED)
                for future in done:
                    if isinstance(future.exception(), BrokenProcessPool):
                        raise BrokenProcessPool
                    task = self._flying.pop(future)
                    yield _outcome(task, future)
            except BrokenProcessPool:
                yield from self._recover()

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
            alone = self._make(1)
            future = alone.submit(task.function, *task.arguments)
            yield _outcome(task, future)
            alone.shutdown(wait=False, cancel_futures=True)
        self._executor = self._make(self._jobs)

    def close(self) -> None:
        """Let go of the workers without waiting for what is under way."""
        self._executor.shutdown(wait=False, cancel_futures=True)


def _outcome(task: Task, future: "Future[Any]") -> Outcome:
    fault = future.exception()
    return Outcome(task.key, None, fault) if fault else Outcome(task.key, future.result())
