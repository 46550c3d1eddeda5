import os

from pipeline.executor import Crew, Task, local


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
