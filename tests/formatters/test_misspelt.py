from __future__ import annotations

import pytest

from repurpose import compose
from repurpose.formatters.misspelt import misspelt
from tests.formatters.miniature import brand, read


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Call for the Executive Council", "The Excecutive Council meets.", {"Excecutive": "Executive"}),
        ("Boats of Montserrat", "Boats leave Monserrat at nine.", {"Monserrat": "Montserrat"}),
        # grammar, short words, two letters apart, other words, small letters
        ("The Carpentries Council", "A Carpentry of Norrby and the Carpentriess.", {}),
        ("Boats of Norrby", "Boats of Noorrby.", {}),
        ("The Executive Council", "The Exceccutive Council and the Execution.", {}),
        ("The Executive Council", "The excecutive council meets.", {}),
        ("", "The Excecutive Council meets.", {}),
    ],
)
def test_a_word_is_misspelt_that_the_title_writes_with_one_letter_more_or_less(title: str, text: str, expected):
    assert misspelt(title, text) == expected


@pytest.mark.parametrize("key", ["x", "linkedin", "instagram", "reddit"])
def test_posts_spell_a_name_as_the_title_does_but_in_somebodys_words(key: str):
    text = (
        "The Excecutive Council of Norrby meets on 4 May and chooses forty new members from all towns.\n\n"
        "“I have sat in the Excecutive Council for nine years,” said Ada Brook, its first member from Holm.\n\n"
        "Members of the Excecutive Council serve for two years without pay.\n"
    )
    post = compose(read(text, "The Executive Council of Norrby chooses forty members"), key).posts[0].text
    own = post.replace("“I have sat in the Excecutive Council for nine years,”", "")

    assert "Executive Council" in post
    assert "Excecutive" not in own


def test_what_a_brand_prefers_comes_first():
    text = (
        "The Excecutive Council of Norrby meets on 4 May.\n\nMembers of the Excecutive Council serve for two years.\n"
    )
    summary = read(text, "The Executive Council of Norrby meets")
    post = compose(summary, "linkedin", settings=brand(preferred_words={"Excecutive": "Harbour"})).posts[0].text

    assert "Harbour Council" in post
