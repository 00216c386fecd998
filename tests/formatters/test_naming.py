from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from repurpose.formatters.copy import Piece, text_of
from repurpose.formatters.naming import in_full, named
from repurpose.model import Span
from tests.formatters.miniature import read

if TYPE_CHECKING:
    from repurpose.formatters.material import Material

TEXT = "Ada Brook leads the Office of Harbour Safety (OHS) in Norrby."


def material(hook: str = "", language: str = "en") -> Material:
    article = read(TEXT, "Norrby", language=language).article
    names = {"Brook": ("Ada Brook", Span(0, 9))}
    return cast("Material", SimpleNamespace(article=article, hook=SimpleNamespace(text=hook), names=names))


def told(*texts: str) -> list[tuple[Piece, ...]]:
    return [(Piece(text, "article"),) for text in texts]


@pytest.mark.parametrize(
    ("change", "first", "second", "whole", "hook"),
    [
        (named, "Brook came.", "Then Brook left.", "Ada Brook came.", "Ada Brook is here."),
        (in_full, "Ask the OHS.", "Tell the OHS.", "Ask the Office of Harbour Safety (OHS).", "OHS? Office (OHS)!"),
    ],
)
def test_the_first_of_a_post_is_made_whole_but_in_somebodys_words(change, first, second, whole, hook):
    quoted = (Piece("“", "quotation"), Piece(first, "article"), Piece("”", "quotation"))

    assert [text_of(one) for one in change(told(first, second), material())] == [whole, second]
    assert [text_of(one) for one in change([quoted], material())] == [f"“{first}”"]
    assert [text_of(one) for one in change(told(f"“{first}” she said."), material())] == [f"“{first}” she said."]
    assert [text_of(one) for one in change(told(first), material(hook))] == [first]


def test_short_forms_of_other_languages_stay_as_they_are():
    assert [text_of(one) for one in in_full(told("Ask the OHS."), material(language="de"))] == ["Ask the OHS."]
