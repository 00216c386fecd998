from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from repurpose import compose, parse_article
from repurpose.formatters.copy import text_of
from repurpose.formatters.voices import is_personal, quoted, quoted_line, quoted_title, signature
from repurpose.model import PLATFORMS, Rendition, Span
from tests.corpus import summary_of
from tests.formatters.miniature import SHOP, brand, posts, read, said

AUTHOR = brand(is_author=True)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("I mend bicycles.", "en", True),
        ("We mend bicycles.", "en", True),
        ("They know our shop.", "en", True),
        ("On Mondays we'd like to ask for help.", "en", True),
        ("A shop, i.e. a yard.", "en", False),
        ("World War I ended in Part I of the book.", "en", False),
        ("I read of World War I.", "en", True),
        ("He mends my bicycle.", "en", True),
        ("I’m late, and I'll stay.", "en", True),
        ("Tell me more.", "en", True),
        ("He mends bicycles.", "en", False),
        ("Mine workers waited in the mine.", "en", True),
        ("Weeds and wells.", "en", False),
        # between quotation marks somebody else speaks
        ("“We mend bicycles,” said Ida.", "en", False),
        ('"We mend bicycles," said Ida.', "en", False),
        ("“We mend,” I said.", "en", True),
        ("„Wir flicken“, sagte Ida.", "de", False),
        ("»Wir flicken«, sagte Ida.", "de", False),
        ("Wir flicken Räder.", "de", True),
        ("Mein Rad ist alt.", "de", True),
        ("Er flickt Räder.", "de", False),
        ("« Nous réparons », dit Ida.", "fr", False),
        ("Nous réparons des vélos.", "fr", True),
        ("J’essaie de réparer un vélo.", "fr", True),
        ("Ida m'aide.", "fr", True),
        ("Le jour où tout va.", "fr", False),
        ("Obtuve una maestría en Norrby.", "es", True),
        ("El traje de Ana cuesta 200 euros.", "es", False),
        ("La muralla es del siglo VI.", "es", False),
        ("Comecei no porto em maio.", "pt", True),
        ("O Vim é um editor de textos.", "pt", False),
        ("«Мы чиним», сказала Ида.", "ru", False),
        ("Мы чиним.", "ru", True),
        ("「私たちは直す」と言った。", "ja", False),
        ("Jag lagar cyklar.", "sv", False),
        ("", "en", False),
    ],
)
def test_who_speaks(text, language, expected):
    assert expected == is_personal(text, language)


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Ida Marlow", "Ida Marlow"),
        ("Express Technical Committee", "Express Technical Committee"),
        ("Ida", "Ida"),
        ("Łukasz Żak", "Łukasz Żak"),
        ("Ολγα Παππά", "Ολγα Παππά"),
        ("山田花子", "山田花子"),
        # a handle is nobody's name
        ("groundwater", None),
        ("ida.marlow", None),
        ("idamarlow94", None),
        ("@ida", None),
        ("i", None),
        # neither is a crowd
        ("Ida Marlow, Tomas Lindqvist", None),
        ("Ida Marlow of the Weekly News from the Town of Norrby", None),
        ("", None),
        (None, None),
    ],
)
def test_a_name_signs_and_a_handle_does_not(byline, expected):
    article = replace(parse_article("Norrby has a shop that mends bicycles."), byline=byline)

    assert expected == signature(article)


@pytest.mark.parametrize(
    ("language", "byline", "text", "expected"),
    [
        ("en", "Ida Marlow", "I mend bicycles.", "Ida Marlow: “I mend bicycles.”"),
        # "we" is more than one person, and one of them wrote it; a name alone may be anybody's
        ("en", "Ida Marlow", "We mend bicycles.", "Ida Marlow: “We mend bicycles.”"),
        ("en", "Ida", "We mend bicycles.", "“We mend bicycles.”"),
        ("en", "Ida Marlow, Bo Hart", "We mend bicycles.", "Ida Marlow, Bo Hart: “We mend bicycles.”"),
        ("en", "Ida Marlow, Bo Hart", "I mend bicycles.", "“I mend bicycles.”"),
        ("en", "Ida Marlow, Bo Hart, Al Fen", "We mend bicycles.", "“We mend bicycles.”"),
        ("en", "Ida Marlow, bikefan94", "We mend bicycles.", "“We mend bicycles.”"),
        ("en", "Norrby Repair Committee", "We mend bicycles.", "Norrby Repair Committee: “We mend bicycles.”"),
        ("en", "bikefan94", "I mend bicycles.", "“I mend bicycles.”"),
        ("en", None, "I mend bicycles.", "“I mend bicycles.”"),
        ("de", "Ida Marlow", "Ich flicke Räder.", "Ida Marlow: „Ich flicke Räder.“"),
        ("de", "Ida Marlow", "Wir flicken Räder.", "Ida Marlow: „Wir flicken Räder.“"),
        ("fr", "Ida Marlow", "Je répare des vélos.", "Ida Marlow\u00a0: «\u00a0Je répare des vélos.\u00a0»"),
        ("es", "Ida Marlow", "Reparamos bicis.", "Ida Marlow: «Reparamos bicis.»"),
        ("ja", "山田花子", "私たちは直す。", "山田花子：「私たちは直す。」"),
    ],
)
def test_who_wrote_it_stands_before_his_words(language, byline, text, expected):
    article = replace(parse_article(text, language=language, title="Norrby"), byline=byline)
    whole = Rendition(text=text, spans=(Span(0, len(text)),))

    assert article.text == text
    assert expected == text_of(quoted(whole, article))
    assert text_of(quoted(whole, article, is_signed=False)) in expected


@pytest.mark.parametrize("text", ["We mend.", "We mend bikes.", "we mend bicycles."])
def test_nothing_is_quoted_that_nobody_wrote(text):
    article = parse_article("We mend bicycles.", language="en", title="Norrby")

    assert quoted(Rendition(text=text, spans=(Span(0, 17),)), article) == ()


SOURCE = "What we sell: Chains: I clean every chain. What “we” say. how we mend: Nothing else."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("What Ida sells:", "What Ida sells:"),
        ("What we sell:", "“What we sell”:"),
        ("What we sell", "“What we sell”"),
        ("Chains: I clean every chain.", "Chains: “I clean every chain.”"),
        ("How we mend:", "“How we mend”:"),
        ("What “we” say.", "What “we” say."),
        ("What we gave away:", None),
        ("Chains: I clean chains.", None),
    ],
)
def test_a_line_of_a_list_is_quoted_where_it_is_the_articles(line, expected):
    assert expected == quoted_line(line, SOURCE, "en")


def test_a_title_is_named_between_marks():
    assert quoted_title("My “new” shop", "en") == "“My ‘new’ shop”"
    assert quoted_title("Mein Laden", "de") == "„Mein Laden“"


# ---- in posts


@pytest.mark.parametrize(
    "title", ["My shop for bicycles", "A shop for bicycles in Norrby", "Why I mend “old” bicycles"]
)
@pytest.mark.parametrize("byline", ["Tomas Lindqvist", "bikefan94", None])
def test_nobody_says_i_outside_quotation_marks(title, byline):
    summary = read(
        SHOP, title, byline=byline, description="We mend bicycles in Norrby, and my shop is open on Mondays."
    )
    told = [line for post in posts(summary) for line in said(post).splitlines()]

    assert [line for line in told if is_personal(line, "en")] == []
    assert any("“" in line for line in told)


def test_no_seed_says_i_outside_quotation_marks(any_seed):
    summary = summary_of(any_seed)
    language = summary.article.language
    for platform in PLATFORMS:
        for post in compose(summary, platform).posts:
            assert [line for line in said(post).splitlines() if is_personal(line, language)] == []


def test_an_author_says_i():
    short = SHOP.partition("## Who helps")[0] + "What we need in May:\n\n- We need 12 lamps\n- Wheels of any size\n"
    whole = "\n".join(said(post) for post in posts(read(short, "My shop for bicycles"), AUTHOR))

    assert "I have mended bicycles in Norrby since 1998" in whole
    assert "My shop for bicycles" in whole
    assert "• We need 12 lamps" in whole
    assert "“" not in whole


def test_the_authors_name_stands_before_his_words_once_where_they_stand_together():
    summary = read(SHOP, "A shop for bicycles", byline="Tomas Lindqvist")
    for post in posts(summary):
        parts = post.text.split("\n\n")
        signed = [part.startswith("Tomas Lindqvist: “") for part in parts]
        assert not any(one and other for one, other in pairwise(signed))


def test_a_handle_signs_nothing():
    whole = "\n".join(said(post) for post in posts(read(SHOP, "A shop for bicycles", byline="bikefan94")))

    assert "bikefan94" not in whole
