"""Laws of syllables, words and readability that hold for every text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from repurpose.text.readability import english_readability, readability
from repurpose.text.sentences import sentences
from repurpose.text.syllables import syllables
from repurpose.text.textstat_measures import MEASURES
from repurpose.text.word_counts import spoken_words

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=30)
LINES = st.lists(st.text(max_size=80), max_size=8)


@given(st.text(max_size=60))
def test_no_token_has_less_than_no_syllable_or_more_than_letters_to_speak(token):
    assert 0 <= syllables(token) <= max(1, 4 * len(token))


@given(LETTERS)
def test_case_and_kind_of_apostrophe_do_not_change_syllables(word):
    assert syllables(word) == syllables(word.replace("'", "’")) == syllables(word.title().swapcase().lower())


@given(LINES)
def test_words_of_a_text_are_those_of_its_words(lines):
    for line in lines:
        words = spoken_words(line)

        assert all(word and not word.isspace() for word in words)
        assert len(words) <= len(line)


@given(LINES, st.sampled_from([*MEASURES, "ja", "und"]))
def test_any_text_is_measured_or_not_measurable(lines, language):
    for metric in readability("\n".join(lines), lines, language):
        assert metric.words >= metric.sentences >= 0
        assert metric.standard_error is None or metric.standard_error >= 0


@given(LINES)
def test_the_order_of_sentences_does_not_change_the_formulas(lines):
    values = [round(metric.value, 6) for metric in english_readability(lines)]

    assert values == [round(metric.value, 6) for metric in english_readability(lines[::-1])]


@given(st.text(max_size=300))
def test_sentences_of_any_text_can_be_measured(text):
    english_readability([span.of(text) for span in sentences(text)])
