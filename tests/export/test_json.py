from __future__ import annotations

import json

import pytest

from repurpose import (
    Article,
    Campaign,
    Draft,
    Finding,
    Summary,
    compose,
    from_json,
    json_schema,
    repurpose_article,
    to_json,
)
from repurpose.errors import UnreadableSource, UsageError


@pytest.fixture(scope="module")
def campaign(seed):
    return repurpose_article(seed, platforms=["x", "instagram"])


def test_an_article_comes_back_equal(any_seed):
    from tests.corpus import article_of

    article = article_of(any_seed)

    assert article == from_json(Article, to_json(article))


def test_a_campaign_comes_back_equal(campaign):
    assert campaign == from_json(Campaign, to_json(campaign))


def test_a_draft_and_a_summary_come_back_equal(seed_summary):
    draft = compose(seed_summary, "x", format="thread")

    assert draft == from_json(Draft, to_json(draft))
    assert seed_summary == from_json(Summary, to_json(seed_summary))


def test_findings_come_back_equal(campaign):
    for finding in campaign.findings:
        assert finding == from_json(Finding, to_json(finding))


def test_a_campaign_holds_its_article_once_and_no_image(campaign):
    text = to_json(campaign)
    body = json.loads(text)

    assert body["format"] == 1
    assert text.count(json.dumps(campaign.article.text, ensure_ascii=False)) == 1
    assert {draft["article"] for draft in body["drafts"]} == {campaign.article.digest}
    assert all("png" not in card and len(card["sha256"]) == 64 for card in body["cards"])


def test_unknown_keys_are_refused_with_their_path(campaign):
    body = json.loads(to_json(campaign))
    body["drafts"][0]["posts"][0]["txet"] = "typo"

    with pytest.raises(UnreadableSource, match=r"drafts\.0\.posts\.0\.txet"):
        from_json(Campaign, json.dumps(body))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": 2, "type": "campaign"}', '{"format": 1, "type": "article"}']
)
def test_other_json_is_refused(text):
    with pytest.raises(UnreadableSource):
        from_json(Campaign, text)


def test_drafts_of_another_article_are_refused(campaign):
    body = json.loads(to_json(campaign))
    body["drafts"][0]["article"] = "0" * 16

    with pytest.raises(UnreadableSource, match="article that is not there"):
        from_json(Campaign, json.dumps(body))


def test_a_type_without_json_form_is_a_usage_error():
    with pytest.raises(UsageError, match="campaign"):
        json_schema(int)


@pytest.mark.parametrize("kind", [Article, Campaign, Draft, Finding, Summary])
def test_what_is_written_has_exactly_the_keys_of_its_schema(kind, campaign, seed_summary):
    values = {
        Article: campaign.article,
        Campaign: campaign,
        Draft: campaign.drafts[0],
        Finding: campaign.findings[0],
        Summary: seed_summary,
    }
    schema = json_schema(kind)

    assert set(schema["properties"]) == set(json.loads(to_json(values[kind])))
    assert set(schema["required"]) <= set(schema["properties"])


def test_every_class_that_json_holds_refuses_unknown_keys():
    import dataclasses

    from repurpose import model

    classes = [one for one in vars(model).values() if dataclasses.is_dataclass(one)]

    assert classes
    assert [one for one in classes if getattr(one, "__pydantic_config__", {}).get("extra") != "forbid"] == []
