from __future__ import annotations

import pytest

from repurpose import parse_article
from repurpose.summarizer.names import names_of
from repurpose.summarizer.roles import roles_of, with_role

ONCE = "Mara Lindqvist, who runs a bakery, said so."


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("As founder and director of the Norrby Bakery, Lindqvist bakes.", "founder and director of the Norrby Bakery"),
        ("As the head of the guild, Mara Lindqvist decides.", "the head of the guild"),
        ("As the CEO of Norrby Mills, Lindqvist decides.", "CEO of Norrby Mills"),
        ("Lindqvist is the principal of Norrby Consulting.", "the principal of Norrby Consulting"),
        ("Mara Lindqvist is an engineer with the town's works.", "an engineer with the town's works"),
    ],
)
def test_what_the_article_says_that_somebody_is(text: str, role: str):
    article = parse_article(f"{ONCE}\n\n{text}", language="en")

    (found, span) = roles_of(article, names_of(article).full)["Mara Lindqvist"]

    assert found == role
    assert span.of(article.text).endswith(role)


@pytest.mark.parametrize(
    "text",
    [
        "As former director of the guild, Lindqvist bakes.",
        "As her engineer said, Lindqvist bakes.",
        "Lindqvist is the director of the Ministry of Mills, Bread and Butter.",
        "Lindqvist is a warm and clever engineer.",
        "Lindqvist is the tallest baker in Norrby.",
        "As founder of the bakery, Andersson bakes.",
        "As chief engineer of Norrby, Mara Lindqvist’s father built the old quay.",
        "Some falsely claim that Mara Lindqvist is the founder of the bakery.",
        "If Mara Lindqvist is the president of the guild, nobody knows.",
    ],
)
def test_nobody_is_introduced_by_words_that_are_no_office_or_not_theirs(text: str):
    article = parse_article(f"{ONCE}\n\n{text}", language="en")

    assert not roles_of(article, names_of(article).full)


def test_only_a_name_before_its_verb_is_introduced():
    article = parse_article(f"{ONCE}\n\nAs head of the guild, Lindqvist decides.", language="en")
    roles = roles_of(article, names_of(article).full)

    assert with_role("Mara Lindqvist has opened a mill.", roles)[0] == (
        "Mara Lindqvist, head of the guild, has opened a mill."
    )
    for other in ("Mara Lindqvist’s mill is open.", "In May, Mara Lindqvist has opened a mill."):
        assert with_role(other, roles) == (other, ())
