from __future__ import annotations

import pytest

from repurpose import parse_article
from repurpose.summarizer.names import names_of, with_full_name


def names_in(text: str):
    return {surname: full for surname, (full, _) in names_of(parse_article(text, language="en")).full.items()}


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("de", "Drew Wilson baute einen Bot. Drew ist zufrieden.", {"Drew", "Wilson"}),
        ("fr", "Marie Perrin prête des outils. La famille Perrin habite à Holm.", {"Marie", "Perrin"}),
        ("de", "Das Neue Rathaus steht am Alten Markt.", set()),
        ("ja", "Drew Wilson が来た。", set()),
    ],
)
def test_in_other_languages_a_known_first_name_makes_a_name_and_nobody_is_named_in_full(language, text, parts):
    names = names_of(parse_article(text, language=language))

    assert set(names.parts) == parts
    assert names.full == {}


def test_one_person_with_the_name_is_known():
    assert names_in("Last year the director Peter Berg said that he would leave. Berg is 60.") == {"Berg": "Peter Berg"}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg opened the clinic in May. Later the director Peter Berg said that he would leave.",
        "Łukasz Berg opened it. Later the director Peter Berg said that he would leave.",
        "They climbed the berg, and the director Peter Berg said that he was tired.",
        "They moved to New Berg in spring. The town was quiet and had one street.",
    ],
)
def test_where_anybody_else_could_be_meant_nobody_is(text):
    assert names_in(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg will open the hall in May.", "Peter Berg will open the hall in May."),
        ("The Berg family will open the hall.", "The Berg family will open the hall."),
        ("Berg brothers will open the hall.", "Berg brothers will open the hall."),
        ("The clinic of Berg will open in May.", "The clinic of Berg will open in May."),
        ("Bergen will open in May.", "Bergen will open in May."),
        ("Dr. Berg will open in May.", "Dr. Berg will open in May."),
        ("Berg Street will open in May.", "Berg Street will open in May."),
    ],
)
def test_a_bare_surname_is_completed_and_nothing_else(text, expected):
    names = names_of(parse_article("Last year the director Peter Berg said that he would leave.", language="en")).full

    assert expected == with_full_name(text, names)[0]
