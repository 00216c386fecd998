"""The editor's sheets: what must never be in an output, and what may not be changed where it is mentioned."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from repurpose import repurpose_article
from repurpose.model import Campaign, Severity
from tests.corpus import ROOT, SEED, article_of

RUBRICS = sorted((ROOT / "seeds/rubrics").glob("*.toml"))


def said(campaign: Campaign) -> list[str]:
    """Everything that would be published."""
    found = []
    for draft in campaign.drafts:
        for post in draft.posts:
            found += [post.text, post.title or "", post.preheader or "", post.first_comment or ""]
    return [" ".join(text.split()).casefold() for text in [*found, *(card.alt_text for card in campaign.cards)]]


@pytest.fixture(scope="module", params=RUBRICS, ids=lambda path: path.stem)
def scored(request):
    rubric = tomllib.loads(request.param.read_text(encoding="utf-8"))
    return rubric, repurpose_article(article_of(ROOT / "seeds" / rubric["file"]))


def test_no_furniture_reaches_an_output(scored):
    rubric, campaign = scored
    leaks = {string for string in rubric["never_in_output"] for text in said(campaign) if string.casefold() in text}

    assert leaks == set()


def test_no_bad_hashtag_is_used(scored):
    rubric, campaign = scored
    used = {tag.casefold() for draft in campaign.drafts for post in draft.posts for tag in post.hashtags}

    assert used.isdisjoint(tag.casefold() for tag in rubric["hashtags_bad"])


def test_no_bad_quote_is_on_a_card(scored):
    rubric, campaign = scored
    cards = " ".join(card.alt_text for card in campaign.cards)

    assert [quote for quote in rubric["bad_quotes"] if quote in cards] == []


def test_nothing_is_an_error(scored):
    _, campaign = scored

    assert [finding for finding in campaign.findings if finding.severity is Severity.ERROR] == []


def test_the_users_article_passes_its_editors_sheet(shared: Path):
    rubric = json.loads((shared / "articles/seed_rubric.json").read_text(encoding="utf-8"))["rubric"]
    campaign = repurpose_article(article_of(SEED))
    texts = said(campaign)
    never = [*rubric["never_in_output"]["from_this_page"], *rubric["never_in_output"]["always"]]
    tags = {tag.casefold() for draft in campaign.drafts for post in draft.posts for tag in post.hashtags}
    everything = " ".join(texts)

    assert [string for string in never if string.casefold() in everything] == []
    assert tags.isdisjoint(tag.casefold() for tag in rubric["hashtags"]["unacceptable"])
    assert "alexander" not in everything
    assert "alexandre " not in everything
    assert not any("a little of both" in text for text in texts)
    assert [quote for quote in rubric["quote_cards"]["bad"] for card in campaign.cards if quote in card.alt_text] == []


def test_hedges_of_the_users_article_stay():
    everything = " ".join(said(repurpose_article(article_of(SEED), cards=False)))

    for hedged, bare in (
        ("may uphold", "wang will uphold"),
        ("expected to focus", "lab focuses on building"),
        ("could pose existential risks", "pose existential risks to"),
        ("poised to lead", "wang leads a new"),
    ):
        assert bare not in everything
        assert hedged in everything or hedged.split()[-1] not in everything
