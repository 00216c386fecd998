from __future__ import annotations

import time

import pytest

from repurpose import KeyPoint, Summary, parse_article, summarize
from repurpose.errors import UsageError
from repurpose.model import KeyPointKind
from repurpose.text.words import words
from tests.corpus import SHARED, article_of, summary_of


def lists_of(summary: Summary) -> list[KeyPoint]:
    return [point for point in summary.key_points if point.kind is KeyPointKind.LIST]


def test_key_points_are_in_the_articles_order_and_no_more_than_asked(any_seed):
    summary = summarize(article_of(any_seed), limit=5)
    starts = [min(span.start for span in point.spans) for point in summary.key_points]

    assert 1 <= len(starts) <= 5
    assert starts == sorted(starts)


def test_every_span_exists(any_seed):
    summary = summary_of(any_seed)
    length = len(summary.article.text)
    spans = [span for point in summary.key_points for rendition in point.renditions for span in rendition.spans]
    spans += [span for phrase in summary.keyphrases for span in phrase.spans]
    spans += [quote.span for quote in summary.quotes] + [figure.span for figure in summary.figures]

    assert all(0 <= span.start < span.end <= length for span in spans)


def test_quotes_are_verbatim(any_seed):
    summary = summary_of(any_seed)

    assert [quote.text for quote in summary.quotes] == [quote.span.of(summary.article.text) for quote in summary.quotes]


def test_renditions_run_from_longest_to_shortest(any_seed):
    for point in summary_of(any_seed).key_points:
        lengths = [len(one.text) + sum(len(item.text) for item in one.items) for one in point.renditions]

        assert lengths == sorted(lengths, reverse=True)
        # A list under the article's title is told without the title.
        firsts = {one.text for one in point.renditions}
        firsts |= {one.items[0].text.split("\n")[0] for one in point.renditions if one.items}
        assert point.text.split("\n")[0] in firsts


def test_renditions_say_nothing_that_their_source_does_not(any_seed):
    """Every word is in the spans, but for closed-class words and the names of speakers and owners."""
    summary = summary_of(any_seed)
    language = summary.article.language
    known = {word.lower() for word in words(f"{summary.article.title} {summary.article.text}", language)}
    known |= {word.lower() for block in summary.article.blocks for word in words(block.speaker or "", language)}
    for point in summary.key_points:
        for rendition in point.renditions:
            said = {
                word.lower()
                for text in [rendition.text, *(item.text for item in rendition.items)]
                for word in words(text, language)
            }

            # An Arabic "and" or "so" is a letter of the word that it joins.
            new = {word for word in said if not known & {word, f"و{word}", f"ف{word}"}}

            assert new <= {"wang’s"}, rendition.text


def test_the_seeds_lists_are_whole_and_under_their_own_lead_in(seed_summary):
    labels = {point.renditions[0].text: len(point.renditions[0].items) for point in lists_of(seed_summary)}

    assert labels == {
        "Superintelligence: AI systems that surpass human intelligence across virtually every domain.": 4,
        "Why Meta?": 3,
        "What Wang’s lab is expected to focus on:": 4,
        "How the move changes the AI landscape:": 4,
    }


def test_a_lead_in_that_is_too_long_takes_its_list_along():
    """The heading must not stand over a list that has a lead-in of its own: it can turn into a false statement."""
    article = parse_article(
        "# Open seats\n\n"
        "The following members of the committee were elected in the year before and therefore keep their seats until "
        "the end of next year, so that nobody needs to be elected in their place now:\n\n"
        "- Ada Vane\n- Otto Brill\n",
        format="markdown",
        title="Elections at the club",
    )

    assert lists_of(summarize(article)) == []


def test_hedges_survive_in_every_rendition(seed_summary):
    for point in seed_summary.key_points:
        for rendition in point.renditions:
            text = " ".join([rendition.text, *(item.text for item in rendition.items)])
            if "uphold this tradition" in text:
                assert "may uphold" in text
            if "to focus on building" in text:
                assert "is expected to focus" in text


def test_what_an_interviewee_says_is_attributed():
    summary = summarize(
        parse_article(
            "**Ida Holm:** What changed?\n\n**Per Lind:** The boats got bigger and the crews got smaller.\n\n"
            "**IH:** And now?\n\n**PL:** I sell rope to sailors who have never tied a knot in their lives.\n\n"
            "**IH:** Who buys it?\n\n**PL:** Mostly people from the city buy the blue rope in my shop.\n",
            format="markdown",
            title="A rope seller looks back",
        )
    )

    assert summary.key_points
    assert all(point.text.startswith(("Per Lind: “", "Ida Holm: “")) for point in summary.key_points)


def test_keyphrases_of_the_seed_are_its_subjects(seed_summary):
    first = [phrase.text for phrase in seed_summary.keyphrases[:5]]

    assert {"AI", "Alexandr Wang", "Meta", "superintelligence"} <= set(first)


def test_an_article_of_which_nothing_stands_alone_gives_no_key_points():
    assert summarize(parse_article("And so it was that they did it again and again, as before.")).key_points == ()


@pytest.mark.parametrize("limit", [0, "3", 2.5])
def test_a_limit_that_is_no_number_of_points_is_a_usage_error(seed, limit):
    with pytest.raises(UsageError, match="at least 1 key point"):
        summarize(seed, limit=limit)


def test_a_text_in_place_of_an_article_is_a_usage_error():
    with pytest.raises(UsageError, match="read_article"):
        summarize("A text.")  # type: ignore[arg-type]  # what the check is for


def test_cost_grows_linearly_with_the_article():
    paragraph = (
        "The harbour of Port {0} opened a new quay number {0} in spring. "
        "It cost {0} thousand crowns. Boats came at once."
    )

    def cost(count: int) -> float:
        article = parse_article("\n\n".join(paragraph.format(n) for n in range(count)), title="Harbours open new quays")
        start = time.process_time()
        summarize(article)
        return time.process_time() - start

    cost(50)

    assert cost(1000) < 40 * cost(100) + 0.5


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public sets are not beside this checkout")
def test_every_public_article_can_be_summarized(shared):
    for path in sorted((shared / "articles").iterdir()):
        if path.suffix in (".md", ".txt", ".html") and path.name != "README.md":
            summary = summary_of(path)

            assert summary.article.text


def test_a_warning_is_a_caveat_wherever_it_stands():
    warning = "**Warning: Never descale a boiler of aluminium with acid.** It could corrode within minutes."
    text = f"Descaling takes an hour.\n\n{warning}"
    points = summarize(parse_article(text, format="markdown", title="How to descale", language="en")).key_points

    assert [point.kind for point in points if "Never descale" in point.text] == ["caveat"]


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", "Imagine the following case: a crane of Norrby drops its box on a boat."),
        ("pt", "Imagine a seguinte situação: um guindaste de Norrby deixa cair a caixa."),
        ("de", "Stellen Sie sich vor, ein Kran von Norrby verliert seine Kiste."),
    ],
)
def test_nothing_of_a_made_up_case_is_a_key_point(language: str, opening: str):
    told = {
        "en": "Boats lose 40 boxes a year in Norrby.",
        "pt": "Os barcos perdem 40 caixas por ano em Norrby.",
        "de": "Die Schiffe von Norrby verlieren 40 Kisten im Jahr.",
    }[language]
    text = f"{told}\n\n{opening} {told.replace('40', '900')}\n\n{told.replace('40', '70')}"
    article = parse_article(text, title="Norrby", language=language)

    assert "900" not in "".join(point.text for point in summarize(article, limit=12).key_points)
