from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from repurpose import parse_article, summarize
from repurpose.summarizer.speakers import speaker_of
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


NAMED = [
    ("en", "“The harbour never sleeps while the boats are out,” said the mayor Carla Ruiz.", "Carla Ruiz"),
    ("en", "Carla Ruiz came. “The harbour never sleeps while the boats are out,” Ruiz told reporters.", "Carla Ruiz"),
    ("en", "“The harbour never sleeps while the boats are out,” said a friend of Carla Ruiz.", None),
    ("en", "“The harbour never sleeps while the boats are out.” He said Carla Ruiz was late.", None),
    ("de", "„Der Hafen schläft nie, solange die Boote draußen sind“, sagte Petra Schulz.", "Petra Schulz"),
    ("de", "Petra Schulz sagte: „Der Hafen schläft nie, solange die Boote draußen sind.“", "Petra Schulz"),
    ("fr", "« Le port ne dort jamais quand les bateaux sont sortis », a déclaré Sophie Martin.", "Sophie Martin"),
    ("fr", "« Le port ne dort jamais quand les bateaux sont sortis », dit l’adjointe Anne Le Roux.", "Anne Le Roux"),
    ("es", "«El puerto no duerme nunca mientras faltan barcos», afirmó la alcaldesa Carmen Ruiz.", "Carmen Ruiz"),
    ("es", "«El puerto no duerme nunca mientras faltan barcos», dijo el abogado de Carmen Ruiz.", None),
    ("it", "«Il porto non dorme mai finché mancano le barche», ha detto la sindaca Maria Conti.", "Maria Conti"),
    ("pt", "“O porto nunca dorme enquanto faltam barcos”, disse a prefeita Ana Souza.", "Ana Souza"),
    ("nl", "“De haven slaapt nooit zolang er boten op zee zijn”, zei burgemeester Els Bakker.", "Els Bakker"),
    ("ru", "«Порт не спит, пока хоть одна лодка в море», — сказала мэр Ольга Смирнова.", "Ольга Смирнова"),
    ("uk", "«Порт не спить, поки хоч один човен у морі», — сказала голова Ірина Бондар.", "Ірина Бондар"),
    ("ar", "«لا ينام الميناء أبدا ما دامت القوارب في البحر»، قالت سارة محمود خلال الافتتاح.", "سارة محمود"),
    ("hi", '"जब तक नावें बाहर हैं तब तक बंदरगाह नहीं सोता," सुनीता वर्मा ने उद्घाटन पर कहा।', "सुनीता वर्मा"),
    ("ja", "「船が沖にいるかぎり、この港が眠ることは決してない」と佐藤健市長は開通式で述べた。", "佐藤健市長"),
    ("ja", "佐藤健市長は「船が沖にいるかぎり、この港が眠ることは決してない」と述べた。", "佐藤健市長"),
    ("ko", '"배가 바다에 있는 동안 항구는 결코 잠들지 않습니다"라고 박지영 시장이 말했다.', "박지영 시장"),
    ("zh", "“只要还有一条船在海上没有回来，这座港口就从来不会睡觉，”市长王芳在开幕式上说。", "市长王芳"),
    ("zh", "市长王芳说：“只要还有一条船在海上没有回来，这座港口就从来不会睡觉。”", "市长王芳"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), NAMED)
def test_a_language_has_its_own_ways_to_name_a_speaker(language, text, speaker):
    start = min(at for mark in '“„«「"' if (at := text.find(mark)) >= 0)
    end = max(text.rfind(mark) for mark in '”“»」"') + 1

    assert speaker_of(text, start, end, language) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"), [case for case in NAMED if case[0] in {"ru", "ar", "ja", "zh"}]
)
def test_a_quotation_of_any_script_is_found_with_its_speaker(language, text, speaker):
    assert speaker in speakers(text, language).values()


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


def test_words_of_somebody_whose_name_was_lost_are_not_the_articles_own():
    article = parse_article(
        "The harbour of Port Averil opened a new quay for twelve boats in May.\n\n"
        "> “We paid for the new quay of Port Averil with the money of our members.\n>\n"
        "> Our company will own the new quay of Port Averil for ten years.” — Ida Holm, director of a bank.\n",
        format="markdown",
        title="Port Averil opens a new quay",
        language="en",
    )
    told = " ".join(point.text for point in summarize(article).key_points)

    assert "new quay for twelve boats" in told
    assert "Our company" not in told
