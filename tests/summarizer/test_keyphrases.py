from __future__ import annotations

import time
from dataclasses import replace

import pytest

from repurpose import parse_article
from repurpose.model import Article
from repurpose.summarizer.keyphrases import keyphrases
from repurpose.text.lexicons import stopwords
from tests.corpus import article_of

FERRY = """
The harbour of Port Averil gets electric ferries. Its master, Ana Brandt, ordered two electric ferries in May.

Brandt says that electric ferries are quiet. The old ferries of Port Averil burned diesel, and the air smelled.

Each ferry takes 300 people across the bay in twenty minutes. Port Averil pays for the ferries with a loan.
"""


def ferry(
    *,
    title: str = "Port Averil buys electric ferries",
    language: str = "en",
    tags: tuple[str, ...] = (),
    author_hashtags: tuple[str, ...] = (),
) -> Article:
    article = parse_article(FERRY, title=title, language="en")
    return replace(article, language=language, tags=tags, author_hashtags=author_hashtags)


def texts(article: Article, limit: int = 20) -> list[str]:
    return [phrase.text for phrase in keyphrases(article, limit=limit)]


def test_what_an_article_is_about_comes_first():
    assert {"Port Averil", "ferries"} <= set(texts(ferry(), limit=4))


def test_spans_are_the_places_where_the_article_says_it(any_seed):
    article = article_of(any_seed)
    for phrase in keyphrases(article):
        said = {" ".join(span.of(article.text).split()) for span in phrase.spans}

        assert not said or phrase.text in said


def test_scores_fall_between_one_and_nothing(any_seed):
    scores = [phrase.score for phrase in keyphrases(article_of(any_seed))]

    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_no_phrase_begins_or_ends_on_a_function_word_or_is_a_number(any_seed):
    article = article_of(any_seed)
    tags = {tag.lower() for tag in article.tags}
    stop = stopwords(article.language)
    for text in texts(article):
        words = text.lower().split()
        if text.lower() not in tags and not text.isupper():
            assert not {words[0], words[-1]} & stop
            assert not text.isdigit()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("See https://example.org/quiet-harbour and www.example.org for the harbour and the harbour plan.", "example"),
        ("Brown &amp; Sons built it. Brown &amp; Sons built two more.", "amp"),
        ("The first harbour was new. The last harbour was new.", "new"),
        ("Two harbours opened in December. Two harbours closed in December.", "December"),
    ],
)
def test_what_names_no_topic_is_none(text, never):
    found = texts(parse_article(text, language="en"))

    assert found
    assert not any(never in phrase for phrase in found)


def test_a_phrase_stays_in_one_form():
    found = [text.lower() for text in texts(ferry())]

    assert len({"ferry", "ferries"} & set(found)) == 1


def test_a_surname_gives_way_to_the_name_in_the_title():
    article = ferry(title="Ana Brandt buys electric ferries")

    assert "Ana Brandt" in texts(article)
    assert "Brandt" not in texts(article)


def test_the_plural_of_an_acronym_is_the_acronym():
    article = parse_article("A GPU is fast. GPUs are dear. Many GPUs are sold. We test GPUs.", language="en")

    assert "GPUs" in texts(article)
    assert "GPU" not in texts(article)


def test_the_country_is_no_pronoun():
    article = parse_article(
        "The US buys ferries. Most of us like ferries. Ferries from the US are late.", language="en"
    )

    assert "US" in texts(article)


def test_a_tag_of_the_author_rises_where_the_article_says_it():
    assert "diesel" not in texts(ferry(), limit=4)

    found = texts(ferry(tags=("diesel", "spaceships")), limit=4)

    assert "diesel" in found
    assert "spaceships" not in found


def test_a_hashtag_of_the_author_is_read_as_words():
    assert "electric ferries" in texts(ferry(author_hashtags=("#ElectricFerries",)), limit=2)


def test_a_text_whose_language_cannot_be_told_is_read_as_english_if_its_letters_are():
    assert texts(ferry()) == texts(ferry(language="und"))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "de",
            "Der Hafen bekommt Fähren. Die Fähren sind leise, und der Hafen riecht nicht mehr.",
            {"Hafen", "Fähren"},
        ),
        ("ru", "Ночной поезд идёт в Тверь. Этот ночной поезд любят все.", {"ночной поезд"}),
        ("ja", "商店街に新しい店舗が開く。商店街の店舗は三つになる。", {"商店街", "店舗"}),
    ],
)
def test_languages_without_fitted_weights_have_keyphrases_too(language, text, wanted):
    found = {phrase.lower() for phrase in texts(parse_article(text, language=language))}

    assert {phrase.lower() for phrase in wanted} <= found


def test_an_empty_article_has_none():
    assert keyphrases(Article(text="", blocks=(), language="en")) == ()


def test_cost_grows_linearly_with_the_article():
    def cost(count: int) -> float:
        paragraph = "The harbour of Port {0} opened quay number {0} in spring, and Otto Brill{0} came at once."
        article = parse_article("\n\n".join(paragraph.format(n) for n in range(count)), language="en")
        start = time.process_time()
        keyphrases(article)
        return time.process_time() - start

    cost(50)

    assert cost(4000) < 40 * cost(400) + 0.5


def test_chinese_pairs_that_overlap_are_joined_to_the_term_that_they_are_parts_of():
    text = "语义约定正在稳定。项目发布语义约定。语义约定的审查需要时间，项目将审查语义约定。"

    assert keyphrases(parse_article(text, title="语义约定稳定", language="zh"))[0].text == "语义约定"


def test_a_language_without_a_list_of_function_words_gives_none_as_keyphrases():
    text = (
        "Cykelköket i Lund öppnar igen. Det är en verkstad där alla kan laga sin cykel, och det kostar ingenting. "
        "Cykelköket i Lund har många medlemmar, och de flesta av dem är studenter som inte har råd med en verkstad."
    )
    found = {phrase.text for phrase in keyphrases(parse_article(text, language="sv"))}

    assert found.isdisjoint({"och", "är", "en", "som", "det", "med", "av", "i"})
    assert "Cykelköket" in found
