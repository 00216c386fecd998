"""
In which direction does each character run?

The Unicode Bidirectional Algorithm (UAX #9) without explicit embeddings and without paired brackets (rule N0): card
texts hold neither control characters nor deep nesting.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeVar
from unicodedata import bidirectional

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["base_level", "in_visual_order", "levels"]

_STRONG = {"L": "L", "R": "R", "AL": "R"}
_INVISIBLE = {"NSM", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

T = TypeVar("T")


def base_level(text: str) -> int:
    """0 where *text* runs from left to right, 1 where from right to left: its first strong character decides."""
    first = next((kind for kind in map(bidirectional, text) if kind in _STRONG), "L")
    return 0 if first == "L" else 1


def levels(text: str) -> tuple[int, ...]:
    """The embedding level of every character: even runs to the right, odd to the left."""
    base = base_level(text)
    kinds = [bidirectional(character) or "L" for character in text]
    if base == 0 and not any(kind in {"R", "AL", "AN"} for kind in kinds):
        return (0,) * len(kinds)
    edge = "R" if base else "L"
    _resolve_weak(kinds, edge)
    _resolve_neutral(kinds, edge)
    above = {"L": (0, 2), "R": (1, 1), "EN": (2, 2), "AN": (2, 2)}
    return tuple(above[kind][base] for kind in kinds)


def in_visual_order(runs: Sequence[tuple[int, T]]) -> tuple[T, ...]:
    """The things of one line, each given with its level, from left to right (rule L2)."""
    ordered = list(runs)
    for lowest in range(max((level for level, _ in ordered), default=0), 0, -1):
        start = 0
        for is_deep, group in groupby([level >= lowest for level, _ in ordered]):
            end = start + sum(1 for _ in group)
            if is_deep:
                ordered[start:end] = reversed(ordered[start:end])
            start = end
    return tuple(thing for _, thing in ordered)


def _resolve_weak(kinds: list[str], edge: str) -> None:
    """Rules W1 to W7, in place."""
    _resolve_marks_and_arabic_numbers(kinds, edge)
    _resolve_signs_in_numbers(kinds)
    strong = edge
    for index, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kinds[index] = _STRONG[kind]
        elif kind == "EN":
            kinds[index] = "L" if strong == "L" else "EN"
        elif kind != "AN":
            kinds[index] = "ON"


def _resolve_marks_and_arabic_numbers(kinds: list[str], edge: str) -> None:
    """Rules W1 and W2."""
    before = strong = edge
    for index, kind in enumerate(kinds):
        if kind in _INVISIBLE:
            kinds[index] = before
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
        elif kind in _STRONG:
            strong = kind
        before = kinds[index]


def _resolve_signs_in_numbers(kinds: list[str]) -> None:
    """Rules W4 and W5: ``1.2``, ``26 %``."""
    for index in range(1, len(kinds) - 1):
        kind, around = kinds[index], kinds[index - 1]
        if around == kinds[index + 1] and (
            (kind == "ES" and around == "EN") or (kind == "CS" and around in {"EN", "AN"})
        ):
            kinds[index] = around
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + sum(1 for _ in group)
        if kind == "ET" and "EN" in {*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]}:
            kinds[start:end] = ["EN"] * (end - start)
        start = end


def _resolve_neutral(kinds: list[str], edge: str) -> None:
    """Rules N1 and N2, in place: what stands between two of a kind is of that kind; numbers count as right to left."""
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + sum(1 for _ in group)
        if kind == "ON":
            before = _side(kinds[start - 1]) if start else edge
            after = _side(kinds[end]) if end < len(kinds) else edge
            kinds[start:end] = [before if before == after else edge] * (end - start)
        start = end


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"
