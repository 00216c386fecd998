"""Which words of ours may stand around the article's, in its language?"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from repurpose.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Phrases", "phrases_for"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language; those without a pack give no words at all, never a foreign one."""

    bank: Mapping[str, Sequence[str]]
    seed: str
    """Chooses among the entries of a name: the same article always gets the same words."""

    def say(self, name: str, **values: str) -> str:
        """The phrase *name* with *values* put in; empty where the language has none."""
        entries = self.bank.get(name, ())
        if not entries:
            return ""
        turn = int(hashlib.sha256(f"{self.seed}:{name}".encode()).hexdigest(), 16) % len(entries)
        return entries[turn].format_map(values)


def phrases_for(language: str, seed: str) -> Phrases:
    """The phrases of *language*, chosen by *seed*."""
    return Phrases(_bank(language), seed)


@cache
def _bank(language: str) -> Mapping[str, Sequence[str]]:
    path = shipped("templates") / "phrases" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
