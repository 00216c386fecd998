"""What X makes a link."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from repurpose.text import entities
from repurpose.text.validity import is_valid_hashtag, is_valid_list, is_valid_url, is_valid_username

if TYPE_CHECKING:
    from repurpose.text.entities import Entity

FOLDER = Path(__file__).parents[1] / "cases/counting"
CASES = tomllib.loads((FOLDER / "entities.toml").read_text(encoding="utf-8"))["case"]
VALIDITY = tomllib.loads((FOLDER / "validity.toml").read_text(encoding="utf-8"))["case"]
FINDERS = {
    "urls": entities.find_urls,
    "hashtags": entities.find_hashtags,
    "mentions": entities.find_mentions_and_lists,
    "cashtags": entities.find_cashtags,
    "entities": entities.find_entities,
}


def _row(entity: Entity) -> list[Any]:
    name = entity.text if entity.kind == "url" else entity.text[1:]
    return [name, entity.span.start, entity.span.end]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_entities_are_those_of_x(case: dict[str, Any]) -> None:
    expected = {kind: case.get(kind, []) for kind in FINDERS}

    assert expected == {kind: [_row(entity) for entity in find(case["text"])] for kind, find in FINDERS.items()}


@pytest.mark.parametrize("case", VALIDITY, ids=lambda case: f"{case['kind']} {case['text'][:30]}")
def test_whole_texts_are_judged_as_by_x(case: dict[str, Any]) -> None:
    judges = {
        "url": is_valid_url,
        "schemeless": lambda text: is_valid_url(text, needs_scheme=False),
        "username": is_valid_username,
        "list": is_valid_list,
        "hashtag": is_valid_hashtag,
    }

    assert case["valid"] == judges[case["kind"]](case["text"])


def test_schemeless_addresses_can_be_left_out() -> None:
    found = entities.find_urls("example.com and https://example.com", schemeless=False)

    assert ["https://example.com"] == [entity.text for entity in found]


def test_names_come_without_sign_and_list() -> None:
    found = entities.find_entities("@anna/list #Tag $AB https://a.com")

    assert ["anna", "Tag", "AB", "https://a.com"] == [entity.name for entity in found]
    assert ["/list", "", "", ""] == [entity.list_slug for entity in found]


def test_lists_are_no_mentions() -> None:
    assert ["@ben"] == [entity.text for entity in entities.find_mentions("@anna/list @ben")]


@pytest.mark.parametrize(
    ("text", "name"),
    [("@anna hi", "anna"), (" \u3000@anna", "anna"), ("hi @anna", None), (".@anna", None), ("@http://a.com", None)],
)
def test_a_reply_begins_with_its_mention(text: str, name: str | None) -> None:
    assert name == entities.find_reply(text)


def test_every_top_level_domain_of_x_makes_a_link_and_newer_ones_do_not() -> None:
    table = Path(__file__).parents[2] / "assets/lexicons/tlds.txt"
    rows = [line.split() for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    wrong = [row for row in rows if bool(entities.find_urls(f"http://example.{row[0]}")) is (row[1:] == ["+"])]

    assert [] == wrong
