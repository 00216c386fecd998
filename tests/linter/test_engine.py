from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from repurpose.errors import UnknownName
from repurpose.linter import RULES, lint, lint_card, lint_text
from repurpose.linter.rule import Problem, example_article, example_draft, rule
from repurpose.model import Box, Campaign, Card, CardFacts, Severity, Span
from repurpose.platforms import profile
from repurpose.settings import Brand, LintSettings, PlatformSettings, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.linter.document import Document


def codes(text: str, platform: str = "x", **settings: object) -> list[str]:
    chosen = Settings(lint=LintSettings(**settings))  # type: ignore[arg-type] # keyword arguments of one dataclass
    return [finding.rule for finding in lint_text(text, platform, settings=chosen)]


def test_a_clean_post_has_no_findings() -> None:
    assert lint_text("Salad leaves paid the garden's wages. #Salad", "x") == ()


def test_a_platform_is_found_by_its_alias() -> None:
    findings = lint_text("a" * 300, "twitter")

    assert [("LEN001", "x", 300, 280, "weighted")] == [
        (finding.rule, finding.platform, finding.measured, finding.limit, finding.unit) for finding in findings
    ]


def test_the_span_of_an_overlong_post_is_what_has_to_go() -> None:
    (finding,) = lint_text("a" * 300, "x")

    assert finding.span == Span(280, 300)


def test_an_unknown_platform_is_refused() -> None:
    with pytest.raises(UnknownName, match="did you mean 'linkedin'"):
        lint_text("Salad", "linkdin")


@pytest.mark.parametrize("key", ["STY006", "exclamation-run", "STY"])
def test_a_rule_is_ignored_by_code_name_or_prefix(key: str) -> None:
    assert codes("Salad pays!!!", ignore=(key,)) == []


def test_only_selected_rules_speak() -> None:
    assert codes("Salad  pays!!! #a#b", select=("TAG", "odd-spacing")) == ["STY009", "TAG004"]


def test_an_unknown_key_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(UnknownName, match="did you mean 'odd-spacing'"):
        codes("Salad", ignore=("odd-spacings",))


def test_the_settings_override_a_severity_and_the_longer_key_wins() -> None:
    settings = Settings(lint=LintSettings(severity={"STY006": Severity.ERROR, "STY": Severity.HINT}))
    findings = lint_text("Salad  pays!!!", "x", settings=settings)

    assert [(finding.rule, finding.severity) for finding in findings] == [
        ("STY009", Severity.HINT),
        ("STY006", Severity.ERROR),
    ]


def test_findings_come_in_the_order_of_post_field_place_and_code() -> None:
    draft = example_draft(
        "Salad  pays!!!", "Herbs pay  too in every other year, and that is why we sow them!!", title="A  B"
    )
    found = [(finding.post, finding.field, finding.span) for finding in lint(draft, settings=Settings())]

    assert found == [
        (0, "text", Span(5, 7)),
        (0, "text", Span(11, 14)),
        (0, "title", Span(1, 3)),
        (1, "text", Span(9, 11)),
        (1, "text", Span(63, 65)),
        (1, "title", Span(1, 3)),
    ]


def test_every_field_is_linted() -> None:
    draft = example_draft(
        "Salad pays.",
        platform="mastodon",
        title="A!!",
        preheader="B!!",
        first_comment="C!!",
        content_warning="D!!",
        alt_texts=("Beds.", "E!!"),
    )

    assert [finding.field for finding in lint(draft)] == [
        "title",
        "preheader",
        "first_comment",
        "content_warning",
        "alt_texts[1]",
    ]


def test_a_caller_can_add_a_rule_of_its_own() -> None:
    @rule("OWN001", "no-salad", Severity.HINT, why="It wilts.", examples=())
    def no_salad(document: Document) -> Iterator[Problem]:
        """No salad."""
        if "Salad" in document.text:
            yield Problem(message="salad")

    findings = lint(example_draft("Salad pays."), rules=(*RULES, no_salad))

    assert [(finding.rule, finding.severity) for finding in findings] == [("OWN001", Severity.HINT)]


def test_a_campaign_has_the_findings_of_its_drafts_and_then_of_its_cards() -> None:
    facts = CardFacts(safe_box=Box(x=0, y=0, width=9, height=9), texts=(), missing_glyphs=("ꙮ",))
    card = Card(name="1.png", size="square", width=9, height=9, theme="t", alt_text="", sha256="", facts=facts)
    campaign = Campaign(
        article=example_article("Salad pays."), drafts=(example_draft("Salad pays!!"),), cards=(card,), findings=()
    )

    assert [(finding.rule, finding.field) for finding in lint(campaign)] == [("STY006", "text"), ("CRD004", "1.png")]
    assert [finding.rule for finding in lint_card(card)] == ["CRD004"]


def test_importing_the_linter_loads_no_heavy_package() -> None:
    heavy = ("nltk", "textstat", "PIL", "pydantic", "emoji", "uharfbuzz", "trafilatura")
    code = f"import sys, repurpose.linter; print([m for m in {heavy} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


HOSTILE = {
    "letters": "a",
    "words": "the the ",
    "spaces": " ",
    "spaces before a letter": " \t",
    "hashes": "#",
    "tags": "#a ",
    "glued tags": "#a#a",
    "marks": "!?",
    "asterisks": "**",
    "asterisk words": "**a ",
    "brackets": "[a](",
    "open tags": "<a ",
    "open braces": "{{",
    "entities": "&a",
    "numbers": "111 111 ",
    "digits": "1",
    "number words": "two ",
    "fractions": "1/2 ",
    "quotes": "“a ",
    "straight quotes": '"a ',
    "addresses": "http://a.b/",
    "dots": "a.",
    "emoji": "🚀",
    "joiners": "\u200d",
    "flags": "\U0001f1e6",
    "mathematical letters": "𝗮 ",
    "capitals": "Ab Cd ",
    "lines": "a\n",
    "line ends": "\n",
    "hyphens": "-",
    "commas": "a ,",
    "list numbers": "7. a b\n",
    "sentences with numbers": "Ab cdef 7 ghij klmn. ",
    "tags in links": "#a#b http://a.b/#c#d ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_linted_in_linear_time(piece: str) -> None:
    article = example_article("Salad paid 40 % of the wages, said Dele Okonjo. " * 20)

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        lint_text(text, "linkedin", article=article)
        return time.process_time() - start

    seconds(1_000)
    quarter, whole = seconds(10_000), seconds(40_000)

    assert whole < 7 * quarter + 0.5


@pytest.mark.parametrize("sentence", ["Salad wages could pay well. ", "Salad wages could pay well, ", "may pay "])
def test_a_long_article_full_of_hedges_is_compared_in_linear_time(sentence: str) -> None:
    def seconds(count: int) -> float:
        article = example_article(sentence * count)
        start = time.process_time()
        lint_text("Salad wages pay well. " * count, "linkedin", article=article)
        return time.process_time() - start

    seconds(100)
    quarter, whole = seconds(250), seconds(1_000)

    assert whole < 7 * quarter + 0.5


@pytest.mark.parametrize(
    "platform", ["x", "mastodon", "bluesky", "threads", "linkedin", "youtube", "reddit", "telegram"]
)
@pytest.mark.parametrize("piece", ["a", "é", "한", "🚀", "👩‍👩‍👧‍👦", "\ufb2c", "a.co ", "http://a.b ", "@a@b.co "])
def test_what_fits_is_told_exactly(platform: str, piece: str) -> None:
    known = profile(platform)
    most = known.maximum // max(1, known.measure(piece * 8) // 8)
    for count in (most - 2, most, most + 2):
        text = piece * max(1, count)
        flagged = any(finding.rule in ("LEN001", "LEN002") for finding in lint_text(text, platform))

        assert flagged is not known.fits(text)


def test_the_ceiling_of_emoji_is_the_platforms_own_then_the_brands() -> None:
    settings = Settings(brand=Brand(emoji=1), platform={"linkedin": PlatformSettings(emoji=0)})
    found = {
        platform: [finding.limit for finding in lint_text("Salad 🥬 pays 🌱", platform, settings=settings)]
        for platform in ("x", "linkedin")
    }

    assert {"x": [1], "linkedin": [0]} == found


def test_what_the_brand_itself_says_is_in_the_source() -> None:
    article = example_article("The lab of Alexandr Wang opens in spring.")
    brand = Brand(
        ctas={"save_steps": ("Keep this for 14 days.",)},
        preferred_words={"lab": "Acme Forge"},
        opinion_line="An opinion in Corran Weekly.",
    )
    text = "The Acme Forge opens in spring. Keep this for 14 days. An opinion in Corran Weekly."

    assert not lint_text(text, "x", article=article, settings=Settings(brand=brand))
    assert {"FCT001", "FCT002"} == {finding.rule for finding in lint_text(text, "x", article=article)}
