from __future__ import annotations

from typing import Any

import pytest

from repurpose.cards.content import CardContent, clean, contents, monogram
from repurpose.errors import CardError
from repurpose.model import Figure, KeyPoint, KeyPointKind, Line, Quote, Rendition, Span
from repurpose.settings import Brand, CardSettings, Settings


def said(content: Any, settings: Settings | None = None, **options: str) -> CardContent:
    given: dict[str, str | None] = {"credit": None, "source": None, "emphasis": None, **options}
    return contents(
        content,
        settings=settings or Settings(),
        credit=given["credit"],
        source=given["source"],
        emphasis=given["emphasis"],
    )[0]


QUOTE = Quote(text="We ship on Fridays.", span=Span(3, 22), speaker="Ada Byron")


def test_the_speaker_signs_whatever_the_credit_is() -> None:
    content = said(QUOTE, credit="Sophia P", source="Heloies blog")

    assert ("Ada Byron", "Heloies blog") == (content.credit, content.source)


def test_the_credit_says_where_a_speakers_words_were_found_when_nothing_else_does() -> None:
    content = said(QUOTE, credit="Sophia P")

    assert ("Ada Byron", "Sophia P") == (content.credit, content.source)


def test_nobody_is_invented() -> None:
    content = said("We ship on Fridays.")

    assert (None, None) == (content.credit, content.source)


def test_the_brand_signs_its_own_articles_only() -> None:
    own = Settings(brand=Brand(name="Acme"))
    curated = Settings(brand=Brand(name="Acme", stance="curator"))

    assert ["Acme", None] == [said("We ship.", settings).credit for settings in (own, curated)]
    assert "Sophia P" == said("We ship.", own, credit="Sophia P").credit
    assert "Ada Byron" == said(QUOTE, own).credit


def test_the_settings_name_the_source_when_the_call_does_not() -> None:
    settings = Settings(cards=CardSettings(source="The Weekly"))

    assert ["The Weekly", "Elsewhere"] == [
        said("Words.", settings).source,
        said("Words.", settings, source="Elsewhere").source,
    ]


def test_a_source_that_repeats_the_credit_is_left_out() -> None:
    assert said("Words.", credit="Sophia P", source="Sophia P").source is None


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("“All of it is quoted.”", "All of it is quoted."),
        ('"All of it."', "All of it."),
        ("« Tout. »", "Tout."),
        ("„Alles.“", "Alles."),
        ("「全部。」", "全部。"),
        ("“One,” she said, “and two.”", "“One,” she said, “and two.”"),
        ("two  spaces\nand a line\tand a tab ", "two spaces and a line and a tab"),
        ("26\u00a0%", "26\u00a0%"),
        ("soft\u00adhyphen", "softhyphen"),
        ("cafe\u0301", "café"),
    ],
)
def test_words_are_cleaned_and_lose_quotation_marks_around_the_whole(given: str, words: str) -> None:
    assert words == said(given).words


@pytest.mark.parametrize("text", ["a\x07b", "a\x00b", "a\x1bb", "a\x85b\x9fc", "a\ud800b"])
def test_control_characters_are_refused(text: str) -> None:
    with pytest.raises(CardError, match=r"the quote has the control character U\+"):
        clean(text, slot="quote")


@pytest.mark.parametrize("text", ["", " \n ", "\u00ad", "\u200b", "\u200e\u2060"])
def test_nothing_to_say_is_refused(text: str) -> None:
    with pytest.raises(CardError, match="there are no words"):
        said(text)


def test_a_megabyte_is_refused_without_being_set() -> None:
    with pytest.raises(CardError, match="more than 2000 characters; a card holds about 180"):
        said("word " * 200_000)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Fridays", "Fridays."),
        ("fridays", "Fridays."),
        ("ship on", "ship on"),
        ("Friday", None),
        ("Mondays", None),
        ("We ship on Fridays", None),
        ("", None),
    ],
)
def test_the_emphasis_is_found_as_whole_words_with_the_sign_after_them(phrase: str, found: str | None) -> None:
    content = said("We ship on Fridays.", emphasis=phrase)

    assert found == (content.words[slice(*content.emphasis)] if content.emphasis else None)


def test_a_figure_is_a_statement_that_brings_out_its_number() -> None:
    content = said(Figure(value="85 %", text="In all, 85 % stayed.", span=Span(5, 25)))

    assert ("statement", "85 %", (Span(5, 25),)) == (
        content.kind,
        content.words[slice(*(content.emphasis or ()))],
        content.spans,
    )


def test_a_key_point_is_offered_in_all_its_lengths_but_never_as_a_list() -> None:
    spans = (Span(0, 4),)
    point = KeyPoint(
        text="Three things: a b c",
        spans=spans,
        score=1,
        kind=KeyPointKind.CLAIM,
        renditions=(
            Rendition(text="Three things:\na\nb", spans=spans, items=(Line(text="a", spans=spans),)),
            Rendition(text="A long way to say it.", spans=spans),
            Rendition(text="Short.", spans=spans),
        ),
    )

    found = contents(point, settings=Settings(), credit=None, source=None, emphasis=None)

    assert ["A long way to say it.", "Short."] == [content.words for content in found]
    assert {"statement"} == {content.kind for content in found}


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Sophia P", "SP"),
        ("Ada", "A"),
        ("Dr. Maria-Luise Hohenstein", "DH"),
        ("Alexandr Wang, Scale AI", "AW"),
        ("d’Artagnan", "D"),
        ("élodie Ñu", "ÉÑ"),
        ("42", ""),
        ("", ""),
    ],
)
def test_the_monogram_holds_the_initials_of_the_first_and_the_last_word(name: str, initials: str) -> None:
    assert initials == monogram(name).replace("\u200c", "")


# ---- what the brand never says


@pytest.mark.parametrize("words", ["fridays", "SHIP  on", "ada"])
def test_a_quotation_with_a_banned_word_or_speaker_is_refused(words: str) -> None:
    with pytest.raises(CardError, match="banned"):
        said(QUOTE, Settings(brand=Brand(banned_words=(words,))))


def test_a_key_point_is_said_in_a_length_without_the_banned_word() -> None:
    said_long, said_short = "We ship on Fridays, and we rest.", "We ship on Fridays."
    renditions = tuple(Rendition(text=text, spans=()) for text in (said_long, said_short))
    point = KeyPoint(text=said_short, spans=(), score=1.0, kind=KeyPointKind.CLAIM, renditions=renditions)

    assert said_long == said(point).words
    assert said_short == said(point, Settings(brand=Brand(banned_words=("rest",)))).words


def test_a_signature_with_a_banned_word_is_left_out() -> None:
    settings = Settings(brand=Brand(name="Acme Synergy", banned_words=("synergy",)), cards=CardSettings(source="News"))

    assert (None, "News") == (said("We ship.", settings).credit, said("We ship.", settings).source)
    assert said("We ship.", settings, source="The syn\u00adergy papers").source is None
