"""The rows of a document that is no memo: an appendix or an agenda in a meeting's pack of papers."""

from dataclasses import replace

from pipeline.tables import MemoRows


def as_appendix(rows: MemoRows, attached_to: str | None) -> MemoRows:
    """The rows with type `other`, and without points: what an appendix proposes is not what its memo does.

    attached_to: the document_id of its memo, None where it has none.
    """
    kept = tuple(row for row in rows.decisions if row.kind == "earlier")
    ids = {row.decision_id for row in kept}
    return replace(
        rows,
        document=replace(rows.document, document_type="other", attached_to=attached_to),
        decisions=kept,
        amounts=tuple(
            row if row.decision_id is None or row.decision_id in ids else replace(row, decision_id=None)
            for row in rows.amounts
        ),
    )
