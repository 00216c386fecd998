from __future__ import annotations

import pytest

from repurpose import parse_article
from repurpose.summarizer.known import Known
from repurpose.summarizer.names import names_of
from repurpose.summarizer.openings import opened, opening, without_address
from repurpose.summarizer.passages import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("However, the lake stays closed.", "The lake stays closed."),
        ("But the lake stays closed.", "The lake stays closed."),
        ("So that visitors can swim, the lake is cleaned.", "So that visitors can swim, the lake is cleaned."),
        ("And, of course, the lake stays closed.", "The lake stays closed."),
        ("The council is also buying a boat.", "The council is buying a boat."),
        ("The lake, however, stays closed.", "The lake stays closed."),
        ("The lake is not only cold but also deep.", "The lake is not only cold but also deep."),
        ("That’s why the council closed the lake.", "The council closed the lake."),
        ("As a result, the lake stays closed.", "The lake stays closed."),
        ("Instead, the lake stays closed.", "Instead, the lake stays closed."),
        ("Otherwise, the lake stays closed.", "Otherwise, the lake stays closed."),
        ("The lake stays closed.", "The lake stays closed."),
        ("Mercury, also known as quicksilver, is toxic.", "Mercury, also known as quicksilver, is toxic."),
        ("The council has thus far paid nothing.", "The council has thus far paid nothing."),
        ("But for the rain, the lake would be open.", "But for the rain, the lake would be open."),
        ("Plus sizes sell well.", "Plus sizes sell well."),
        ("So great was the demand that it closed.", "So great was the demand that it closed."),
        ("So the lake stays closed.", "The lake stays closed."),
    ],
)
def test_words_that_answer_the_sentence_before_go(text, expected):
    assert expected == opening(text, "en")


def test_who_was_named_in_full_before_is_named_so_again_with_the_place_of_the_name():
    article = parse_article("The director Peter Berg said that he would stay.\n\nBerg runs the lake.", language="en")
    sentence = paragraphs(article)[1].sentences[0]
    line, edits = opened(sentence, Known(frozenset(), {}, names_of(article)), "en")

    assert line.text == "Peter Berg runs the lake."
    assert [span.of(article.text) for span in line.spans] == ["Berg runs the lake.", "Peter Berg"]
    assert edits == ("named in full",)


def test_an_address_at_the_end_goes_where_the_sentence_is_whole_without_it():
    assert without_address("The council has a plan: https://example.org/plan.", "en") == "The council has a plan."
    for kept in ("The plan is at https://example.org/plan.", "Is that the plan: https://example.org/plan?"):
        assert without_address(kept, "en") == kept


def test_the_words_of_a_link_behind_a_name_go():
    assert without_address("Ida Holm (Twitter) runs the harbour.", "en") == "Ida Holm runs the harbour."


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "To avoid this, use a lock on the gate.", "Use a lock on the gate."),
        ("en", "In order to protect yourself from these floods, move the car.", "Move the car."),
        ("en", "For this reason, keep the gate closed.", "Keep the gate closed."),
        # what would have to be done is no fact, and what stands behind another comma no answer
        ("en", "To prevent this, nobody has done anything.", "To prevent this, nobody has done anything."),
        (
            "en",
            "To avoid this never mix acid, ammonia or vinegar.",
            "To avoid this never mix acid, ammonia or vinegar.",
        ),
        ("en", "To handle those who refuse, the town may act.", "To handle those who refuse, the town may act."),
        ("es", "Para evitarlo, habría que mover las casas.", "Para evitarlo, habría que mover las casas."),
        ("hi", "इस कारण की जाँच पुलिस कर रही है।", "इस कारण की जाँच पुलिस कर रही है।"),
        ("en", "To avoid delays, book a seat.", "To avoid delays, book a seat."),
        ("en", "To do this, open the gate.", "To do this, open the gate."),
        ("de", "Um dies zu vermeiden, verwenden Sie ein Schloss.", "Verwenden Sie ein Schloss."),
        # The verb would stand first, as in a question.
        ("de", "Um dies zu vermeiden, sollten Sie bleiben.", "Um dies zu vermeiden, sollten Sie bleiben."),
        ("es", "Para evitarlo, usa un candado.", "Usa un candado."),
        ("es", "Para evitar este tipo de problemas, usa un candado.", "Usa un candado."),
        ("es", "Para evitar costes, usa un candado.", "Para evitar costes, usa un candado."),
        ("fr", "Pour éviter cela, utilisez un cadenas.", "Utilisez un cadenas."),
        ("it", "Per evitare questo problema, usa un lucchetto.", "Usa un lucchetto."),
        ("pt", "Para evitar problemas desse tipo, feche o portão.", "Feche o portão."),
        ("nl", "Om dit te voorkomen, gebruik een slot.", "Gebruik een slot."),
        ("ru", "Чтобы избежать этого, закройте ворота.", "Закройте ворота."),
        ("uk", "Щоб уникнути цього, зачиніть ворота.", "Зачиніть ворота."),
        ("ja", "これを防ぐためには、門を閉めてください。", "門を閉めてください。"),
        ("zh", "为了避免这种情况，请把门关上。", "请把门关上。"),
        ("ko", "이를 방지하려면, 문을 닫으세요.", "문을 닫으세요."),
        ("ar", "لتجنب ذلك، أغلق البوابة.", "أغلق البوابة."),
        ("hi", "इससे बचने के लिए, फाटक बंद करें।", "फाटक बंद करें।"),
    ],
)
def test_an_answer_goes_without_the_problem_that_it_answers(language, text, expected):
    assert expected == opening(text, language)
