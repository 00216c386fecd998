"""Which words does a language's list have: topics, what files a post, what names nothing by itself?"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from repurpose.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["entries", "is_listed", "listed", "written"]


@cache
def entries(name: str, language: str) -> tuple[str, ...]:
    """The list *name* of *language*, in its order; an empty one where there is none."""
    return tuple(_file(language).get(name, ()))


@cache
def listed(name: str, language: str) -> frozenset[str]:
    """The words of a list, to be asked for one."""
    return frozenset(entries(name, language))


def is_listed(word: str, language: str, *names: str) -> bool:
    """Whether one of the lists *names* has *word*, in lower case."""
    folded = word.lower().rstrip("-‑")
    return any(folded in listed(name, language) for name in names)


def written() -> Mapping[str, str]:
    """Names that a tag writes in another way than by leaving out their marks."""
    found: Mapping[str, str] = _file("names")["written"]
    return found


@cache
def _file(name: str) -> Mapping[str, Any]:
    path = shipped("assets") / "lexicons" / "hashtags" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
