"""On which of the places where a party is named its row rests."""

from dataclasses import replace

from pipeline.extract.facts import Facts
from pipeline.memo.memo import Memo
from pipeline.read.page import Box
from tests.extract.marked import facts_of, memo_of


def placed(memo: Memo, lines: dict[str, float], pictures: frozenset[str] = frozenset()) -> Memo:
    """The memo with a box for every word; lines: the height at which the words that begin so stand, else 100."""
    words = tuple(
        word._replace(
            box=Box(10.0 * i, lines.get(f"{i}", 100.0), 10.0 * i + 9, lines.get(f"{i}", 100.0) + 10),
            picture=word.text in pictures,
        )
        for i, word in enumerate(memo.words)
    )
    return replace(memo, words=words, has_places=True)


def party(facts: Facts, name: str, role: str) -> int:
    """Where the party's row begins."""
    return next(p.start for p in facts.parties if p.name == name and p.role == role)


BODY = "Avtalet gäller Hults Bygg AB i Ydre. Senare kan Hults Bygg AB begära mer. SGU har hörts."


def test_a_name_over_a_lines_end_rests_where_it_stands_whole() -> None:
    memo = memo_of(f"== letterhead\nYdre kommun\n\n== title\nAvtal\n\n== body: Bakgrund\n{BODY}")
    at = [i for i, word in enumerate(memo.words) if word.text == "Bygg"]
    broken = placed(memo, {str(k): 120.0 for k in range(at[0], len(memo.words))})
    first, second = memo.text.index("Hults Bygg"), memo.text.rindex("Hults Bygg")
    assert party(facts_of(broken, "lupp_head", "lupp_parties"), "Hults Bygg AB", "mentioned") == second
    assert party(facts_of(placed(memo, {}), "lupp_head", "lupp_parties"), "Hults Bygg AB", "mentioned") == first


def test_other_words_for_the_same_party_take_no_place_over() -> None:
    text = "Samråd med Sveriges geologiska undersökning (SGU) har skett. SGU tillstyrker."
    memo = memo_of(f"== letterhead\nYdre kommun\n\n== title\nTäkt\n\n== body: Bakgrund\n{text}")
    at = next(i for i, word in enumerate(memo.words) if word.text == "geologiska")
    broken = placed(memo, {str(k): 120.0 for k in range(at, len(memo.words))})
    facts = facts_of(broken, "lupp_head", "lupp_parties")
    assert party(facts, "Sveriges geologiska undersökning", "mentioned") == memo.text.index("Sveriges geo")


def test_a_senders_row_rests_on_print_rather_than_on_its_logo() -> None:
    marked = "== letterhead\n2015-03-02\n\n== title\nAvtal\n\n== body: Bakgrund\nI Ydre kommun finns en väg."
    memo = placed(memo_of(marked, pictures="YDRE KOMMUN"), {}, frozenset({"YDRE", "KOMMUN"}))
    facts = facts_of(memo, "lupp_head", "lupp_parties")
    assert party(facts, "Ydre kommun", "sender") == memo.text.index("Ydre kommun")


def test_a_logo_alone_is_what_the_row_rests_on() -> None:
    marked = "== letterhead\n2015-03-02\n\n== title\nAvtal\n\n== body: Bakgrund\nDär finns en väg."
    memo = placed(memo_of(marked, pictures="YDRE KOMMUN"), {}, frozenset({"YDRE", "KOMMUN"}))
    facts = facts_of(memo, "lupp_head", "lupp_parties")
    assert party(facts, "Ydre kommun", "sender") == memo.text.index("YDRE KOMMUN")
