from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from repurpose import parse_article, summarize
from repurpose.text.punkt import stemmer


def speakers(text: str, language: str = "en"):
    article = parse_article(text, language=language, title="The harbour and its people")
    return {quote.text: quote.speaker for quote in summarize(article).quotes}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The harbour never sleeps while the boats are out,” said Maria Falk on Monday.", "Maria Falk"),
        ("Maria Falk said: “The harbour never sleeps while the boats are out.”", "Maria Falk"),
        ("“The harbour never sleeps while the boats are out,” Maria Falk explained.", "Maria Falk"),
    ],
)
def test_a_quotation_has_the_speaker_that_the_article_names(text, speaker):
    assert speaker in speakers(text).values()


def test_a_lawyer_is_not_the_client():
    text = "“My client never owned any of the boats in question,” said Maria Falk’s lawyer."

    assert "Maria Falk" not in {(name or "").removesuffix("’s") for name in speakers(text).values()}


def test_what_a_speaker_says_stays_word_for_word():
    article = parse_article(
        "**Ida Holm:** How long did it last?\n\n**Peter Olsen:** So, the storm took nine boats from the harbour.\n\n"
        "**IH:** And after that?\n\n**PO:** The town bought six new boats within two years.\n\n"
        "**IH:** Who paid?\n\n**PO:** Every family in the town gave what it could spare.\n",
        format="markdown",
        title="A storm remembered",
    )
    for point in summarize(article).key_points:
        for rendition in point.renditions:
            if "“" in rendition.text:
                said = rendition.text.split("“", 1)[1].rstrip("”")

                assert said in article.text


def test_stemmers_are_safe_in_threads():
    words = ["المكتبات", "والكتب", "القرية", "يقرؤون", "الأطفال", "المتنقلة"] * 200

    def stem(word: str) -> str:
        return stemmer("ar")(word)

    alone = [stem(word) for word in words]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(stem, words))

    assert alone == together
