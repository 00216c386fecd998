from __future__ import annotations

import io

import pytest
from PIL import Image

from repurpose import Settings, render_card, render_cards, repurpose_article
from repurpose.errors import CardError, UnknownName
from repurpose.model import PLATFORMS, Severity
from repurpose.settings import Brand, CardSettings
from tests.corpus import ROOT, SHARED, article_of, summary_of


def test_a_campaign_has_every_format_of_every_platform(seed):
    campaign = repurpose_article(seed, cards=False)
    made = [(draft.platform, draft.format) for draft in campaign.drafts]

    assert [platform for platform, _ in made if platform not in PLATFORMS] == []
    assert {platform for platform, _ in made} == set(PLATFORMS)
    assert {"x", "threads", "bluesky", "mastodon"} == {platform for platform, form in made if form == "thread"}
    assert campaign.cards == ()


def test_a_campaign_without_errors_comes_from_every_sample(any_seed):
    campaign = repurpose_article(article_of(any_seed))

    assert [finding for finding in campaign.findings if finding.severity is Severity.ERROR] == []


def test_cards_carry_verbatim_quotes_and_the_writers_name(seed_summary):
    cards = render_cards(seed_summary)

    assert len(cards) >= 1
    assert "Superintelligence without control is dangerous." in cards[0].alt_text
    for card in cards:
        (source,) = card.sources

        assert source.of(seed_summary.article.text).rstrip(".") in card.alt_text
        assert "Sophia P" in card.alt_text
        assert Image.open(io.BytesIO(card.png)).size == (1080, 1350) == (card.width, card.height)


def test_a_brand_signs_its_cards(seed_summary):
    settings = Settings(brand=Brand(name="Acme"), cards=CardSettings(source="acme.example"))
    card = render_cards(seed_summary, settings=settings)[0]

    assert "Acme" in card.alt_text
    assert "acme.example" in card.alt_text


def test_the_next_quotable_sentence_stands_in_for_one_with_a_banned_word(seed_summary):
    settings = Settings(brand=Brand(banned_words=("superintelligence",)))
    cards = render_cards(seed_summary, settings=settings)
    free = [quote.text for quote in seed_summary.quotes if "superintelligence" not in quote.text.lower()]

    assert min(len(free), 3) == len(cards) > 0
    for card, text in zip(cards, free, strict=False):
        assert text.rstrip(".") in card.alt_text
        assert "superintelligence" not in card.alt_text.lower()


def test_no_card_is_made_where_every_sentence_has_a_banned_word(seed_summary):
    settings = Settings(brand=Brand(banned_words=("a", "and", "is", "of", "the", "to", "superintelligence")))

    assert render_cards(seed_summary, settings=settings) == ()
    with pytest.raises(CardError, match="banned"):
        render_card("The lake is open.", settings=settings)


def test_a_script_that_no_font_has_gives_no_card_and_no_error():
    assert render_cards(summary_of(ROOT / "seeds/ja-shotengai.md")) == ()


def test_a_card_of_any_text_can_be_had_in_every_size():
    for size in ("square", "portrait", "story", "wide", "link", "pin"):
        card = render_card("Superintelligence without control is dangerous.", size=size)

        assert card.size == size
        assert [finding for finding in card.findings if finding.severity is Severity.ERROR] == []


def test_what_cannot_be_set_is_refused_with_a_reason():
    with pytest.raises(CardError):
        render_card("word " * 200)
    with pytest.raises(UnknownName, match="did you mean 'square'"):
        render_card("A quote that is long enough.", size="sqare")
    with pytest.raises(UnknownName):
        render_card("A quote that is long enough.", theme="papr")


def test_an_unknown_platform_is_refused(seed):
    with pytest.raises(UnknownName, match="did you mean"):
        repurpose_article(seed, platforms=["linkdin"])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the public sets are not beside this checkout")
def test_no_public_article_crashes_or_makes_an_error(shared):
    errors = [
        (path.name, finding.platform, finding.rule, finding.message)
        for path in sorted((shared / "articles").iterdir())
        if path.suffix in (".md", ".txt", ".html") and path.name != "README.md"
        for finding in repurpose_article(article_of(path), cards=False).findings
        if finding.severity is Severity.ERROR
    ]

    assert errors == []
