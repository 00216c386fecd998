from __future__ import annotations

import pytest

from repurpose import Figure, parse_article, summarize


def figure_in(text: str, language: str = "en") -> Figure | None:
    found = summarize(parse_article(text, title="A harbour", language=language)).figures
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "value", "counts"),
    [
        ("Eskrail has 2,900 members on both shores.", "2,900", "members"),
        ("The garden sold £43,400 worth of vegetables in spring.", "£43,400", "worth of vegetables"),
        ("Boats brought 87 prize crabs painted in blue.", "87", "prize crabs"),
        ("The kitchen stays at 18 °C in winter.", "18 °C", None),
        ("Visitors paid 12 euros for a ticket.", "12", "euros"),
        ("In winter 1 in 5 boats leaked, as the crews found.", "1 in 5", "boats"),
        ("Nearly 300 boats came into the harbour on Sunday.", "300", "boats"),
        ("The harbour paid US$ 500 million for its new quay.", "US$ 500 million", None),
        ("A group of 60 to 70 boats came into the harbour.", "60 to 70", "boats"),
        ("The ladder has 112 rungs and a rope.", "112", "rungs"),
    ],
)
def test_a_number_comes_with_what_it_counts(text, value, counts):
    figure = figure_in(text)

    assert figure is not None
    assert (figure.value, figure.counts, figure.text) == (value, counts, text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour was built in 1984 by the town.",
        "The harbour opens on 6 June for all boats.",
        "The harbour opens on June 6 for all boats.",
        "The harbour opens at 10 am for all boats.",
        "The harbour opens at 17:30 for all boats.",
        "Harbour 30 opens for all boats in spring.",
        "The harbour is open from 14 to 18 h for all boats.",
        "The harbour grew from 2019 to 2021 faster than before.",
        "The harbour runs version 2.0.1 of the software.",
    ],
)
def test_dates_times_and_names_are_no_amounts(text):
    assert figure_in(text) is None


@pytest.mark.parametrize(
    ("text", "language", "value", "counts"),
    [
        ("El huerto dio 2.380 kilos de verdura cultivada en mayo.", "es", "2.380", "kilos de verdura"),
        ("Von 240 Zahnbürsten ließen sich nur wenige öffnen.", "de", "240", "Zahnbürsten"),
        ("조합은 모두 6,300만 원을 모아서 서점을 샀다.", "ko", "6,300만", None),
        ("A obra da ciclovia custou 11,3 milhões de reais.", "pt", "11,3 milhões", "de reais"),
    ],
)
def test_other_languages_count_too(text, language, value, counts):
    figure = figure_in(text, language)

    assert figure is not None
    assert (figure.value, figure.counts) == (value, counts)
