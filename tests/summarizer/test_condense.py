from __future__ import annotations

import tomllib

import pytest

from repurpose.summarizer.condense import condensed
from repurpose.text.words import words
from tests.corpus import ROOT, SEEDS, article_of

CASES = tomllib.loads((ROOT / "tests/cases/summarizer/condense.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_safe_deletions(case):
    forms = [text for text, _ in condensed(case["text"], "en")]

    assert case["shortest"] == (forms[-1] if forms else "")


def test_a_condensed_form_has_no_word_that_its_sentence_lacks():
    from repurpose.text.sentences import sentences

    for path in SEEDS:
        article = article_of(path)
        for span in sentences(article.text, article.language):
            sentence = span.of(article.text)
            own = {word.lower() for word in words(sentence, article.language)}
            for form, _ in condensed(sentence, article.language):
                said = {word.lower() for word in words(form, article.language)}
                # An Arabic "and" or "so" is a letter of the word that it joins.
                assert {word for word in said if not own & {word, f"و{word}", f"ف{word}"}} == set()
                assert len(form) < len(sentence)
