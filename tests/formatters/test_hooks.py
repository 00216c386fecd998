from __future__ import annotations

from dataclasses import replace

import pytest

from repurpose import compose, parse_article, summarize
from repurpose.formatters.hook import LONGEST
from repurpose.formatters.hooks import hooks
from repurpose.formatters.outline import outline_of
from tests.corpus import ROOT, summary_of
from tests.formatters.miniature import outlined

TEXT = (
    "Port Averil lets twelve boats land at its new quay since May.\n\n"
    "Fishers pay 40 crowns a year for a place at the quay of Port Averil."
)


def hooks_of(description: str):
    article = replace(parse_article(TEXT, title="EP12 Port Averil", language="en"), description=description)
    outline = outline_of(summarize(article), is_author=False)
    return [hook.text for hook in hooks(outline, {})]


def test_of_a_long_description_whole_sentences_open():
    kept = "A town of four hundred people built a wall into the sea without asking anybody for money."
    long = f"{kept} " + "Granite, larch and iron came by ship from islands far away in the north. " * 2

    (opening,) = [hook for hook in hooks_of(long) if hook.startswith(kept)]

    assert len(kept) < len(opening) <= LONGEST
    assert opening.endswith("in the north.")


def test_a_description_that_asks_or_speaks_of_us_is_passed_over_for_its_next_sentence():
    asked = "Who pays for a quay in a town of four hundred people and twelve boats, we asked ourselves for a long time?"
    told = "The fishers of Port Averil paid for all of it by themselves, and nobody in the town knows how they did it."

    assert told in hooks_of(f"{asked} {told}")


def test_the_meaning_of_a_word_in_the_hook_is_the_line_under_it():
    article = parse_article(
        "Port Averil is poised to open a new 12-boat wharfinage in May.\n\n"
        "Fishers could pay 40 crowns a year for a place at Port Averil.\n\n"
        "Wharfinage refers to all that a harbour takes for the use of its quays. These include:\n\n"
        "- places for boats\n- cranes\n- sheds\n",
        format="markdown",
        title="Port Averil opens a new wharfinage",
        language="en",
    )
    text = compose(summarize(article, limit=12), "x").posts[0].text

    assert "Wharfinage: all that a harbour takes" in text


def score_with(counted: str) -> float:
    text = f"The harbour office of Norrby counted all the boats at its quays {counted} and told nobody of it."
    article = parse_article(f"{text}\n\nThen the office closed for the night.", title="A count of boats", language="en")
    return next(hook.score for hook in hooks(outline_of(summarize(article), is_author=False), {}) if hook.text == text)


@pytest.mark.parametrize(
    ("counted", "is_figure"),
    [
        ("for 40 days", True),
        ("for $4M xx", True),
        ("for 2,016 d", True),
        ("since 2016", False),
        ("for N40 ltd", False),
        ("for 12B ltd", False),
    ],
)
def test_a_figure_is_worth_opening_on_and_a_year_or_a_name_with_digits_is_none(counted: str, is_figure: bool):
    gained = score_with(counted) - score_with("for forty d")

    assert (gained > 0.2) is is_figure


def test_somebody_is_introduced_once():
    article = parse_article(
        "Mara Lindqvist has opened the first night bakery of Norrby in the old mill.\n\n"
        "At just 26, Mara Lindqvist has already built a bread empire. As founder and director of Norrby Bread, "
        "Lindqvist sold 400 loaves a day to the villages around the lake.\n\n"
        "The night bakery sells what the day left over at half the price.",
        title="Mara Lindqvist opens a night bakery in Norrby",
        language="en",
    )
    summary = summarize(article, limit=12)
    texts = [compose(summary, platform).posts[0].text for platform in ("x", "linkedin", "instagram")]

    assert any("Mara Lindqvist, founder and director of Norrby Bread, has opened" in text for text in texts)
    for text in texts:
        assert text.count("founder and director of Norrby Bread") <= 1
        assert "empire" not in text


def offered_by(text: str, title: str, **more) -> list[str]:
    article = parse_article(text, title=title, language="en", **more)
    return [hook.text for hook in hooks(outline_of(summarize(article, limit=12), is_author=False), {})]


def test_the_sentence_that_opens_the_article_is_an_opening_beside_its_headline():
    lede = "Port Averil opened a new quay for twelve boats on Monday."
    found = offered_by(
        f"{lede}\n\nThe fishers of the town paid for the granite and the larch.",
        "Twelve boats get a new home in Port Averil",
    )

    assert "Twelve boats get a new home in Port Averil" in found
    assert lede in found


def test_a_title_that_says_we_opens_between_quotation_marks():
    """Its question alone would ask the reader."""
    text = "\n\n".join(
        f"{name}: “I came to Port Averil in {year} because of the quay and its boats.”"
        for name, year in (("Ada Vane", 1998), ("Otto Brill", 2003), ("Ida Marlow", 2011))
    )
    found = offered_by(text, "We asked our fishers: Why did you come to Port Averil?")

    assert found[0] == "“We asked our fishers: Why did you come to Port Averil?”"


def test_no_question_about_somebody_else_opens():
    """Who "they" are stands in the question before."""
    summary = summary_of(ROOT / "seeds" / "interview-lighthouse-keeper.md")
    lines = [hook.text for hook in hooks(outline_of(summary, is_author=False), {})]

    assert "Did you think they would make it?" in summary.article.text
    assert "Did you think they would make it?" not in lines
    assert any(line.endswith("?") for line in lines)


def test_an_interview_opens_with_whom_it_asks():
    summary = summary_of(ROOT / "seeds" / "interview-lighthouse-keeper.md")
    for platform in ("x", "linkedin", "instagram"):
        opening = compose(summary, platform).posts[0].text.split("\n")[0]

        assert "Ana Brandt" in opening
        assert not opening.endswith("?")


def test_a_line_that_leans_opens_where_there_is_no_other():
    text = "We saw a quay and a crane on Monday. The crane of the quay lifts boats of nine tons with two ropes."

    assert compose(summarize(parse_article(text, language="en"), limit=12), "x").posts[0].text


def test_a_fact_that_names_nothing_of_its_subject_is_no_match_for_one_that_does():
    def score(fact: str) -> float:
        text = f"Readers of Holm meet in the old mill on Mondays.\n\n{fact}\n\nThe mill has two floors."
        outline = outlined(text, "The library bus of Norrby returns")
        return next(hook.score for hook in hooks(outline, {}) if hook.text == fact)

    assert score("The library carries 3,000 books to ten villages.") > 1 + score(
        "The cellar holds 3,000 jars in ten rows."
    )


def test_a_headline_and_the_sentence_that_tells_more_are_two_openings():
    text = (
        "On 3 May the Norrby library bus returns after two years in a garage of the county, with 3,000 books.\n\n"
        "Readers order books on Monday."
    )
    found = [hook.text for hook in hooks(outlined(text, "The Norrby library bus returns after two years"), {})]

    assert len([line for line in found if "returns after two years" in line]) == 2


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_name_with_an_apostrophe_keeps_its_capital(mark: str):
    text = f"It costs 40 crowns to run Let{mark}s Row for a day. The boats of Let{mark}s Row need paint and rope."

    assert "What it costs to run Let's Row" in offered_by(text, "What It Costs to Run Let's Row")


def test_a_heading_that_an_excerpt_has_run_into_opens_nothing():
    need = "The town of Norrby needs a new ferry for two hundred people."
    text = f"## The challenge\n\n{need}\n\nForty people of the town have asked for one since the winter of 2031.\n"
    outline = outlined(text, "How Norrby chose a ferry", description=f"The challenge {need}")
    found = [hook.text for hook in hooks(outline, {})]

    assert need in found
    assert not any(line.startswith("The challenge") for line in found)
