"""What is wrong with a file, as a value of this stage; and the exception that carries it up to the face of `read`."""

from pipeline.errors import Kind, Problem, Stage


def problem(kind: Kind, detail: str = "", page: int | None = None) -> Problem:
    """A problem of this stage."""
    return Problem(Stage.READ, kind, page, detail)


class ReadError(Exception):
    """The file cannot be read, and `problem` says why. `files` catches it: it never leaves this stage."""

    def __init__(self, kind: Kind, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.problem = problem(kind, detail)
