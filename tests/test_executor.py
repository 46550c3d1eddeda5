import os
import signal
import threading
import time

import pytest

from pipeline.executor import Crew, Task, held_back, local


def double(number: int) -> int:
    return 2 * number


def stumble(number: int) -> int:
    raise ValueError(number)


def die(number: int) -> int:
    os._exit(number)


def test_values_and_faults_and_deaths() -> None:
    crew = Crew(local, 2)
    for number in range(6):
        crew.add(Task(("double", number), double, (number,)))
    crew.add(Task(("stumble", 7), stumble, (7,)))
    crew.add(Task(("die", 9), die, (9,)), first=True)
    outcomes = {o.key: o for o in crew.outcomes()}
    crew.close()
    assert len(outcomes) == 8
    assert [outcomes["double", n].value for n in range(6)] == [0, 2, 4, 6, 8, 10]
    assert isinstance(outcomes["stumble", 7].fault, ValueError)
    assert type(outcomes["die", 9].fault).__name__ == "BrokenProcessPool"


def test_tasks_may_be_added_on_the_way() -> None:
    crew = Crew(local, 1)
    crew.add(Task(1, double, (1,)))
    seen = []
    for outcome in crew.outcomes():
        seen.append(outcome.value)
        if outcome.value < 16:
            crew.add(Task(outcome.value, double, (outcome.value,)))
    crew.close()
    assert seen == [2, 4, 8, 16]


def test_ctrl_c_waits_until_a_worker_has_started() -> None:
    """Also where there are other threads, which a mask of this one would not keep from taking it."""
    if threading.current_thread() is not threading.main_thread():
        pytest.skip("handlers belong to the main thread")
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    through = []
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), held_back():  # noqa: PT012 (it comes when the block is over)
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.05)
            through.append(True)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
        over.set()
        other.join()
    assert through


def test_what_is_broken_off_ends_its_workers() -> None:
    crew = Crew(local, 2)
    for number in range(4):
        crew.add(Task(number, time.sleep, (60 * number,)))
    assert next(crew.outcomes()).key == 0
    processes = list(crew._executor._processes.values())  # type: ignore[attr-defined]
    crew.close()
    for process in processes:
        process.join(20)
    assert not any(process.is_alive() for process in processes)
