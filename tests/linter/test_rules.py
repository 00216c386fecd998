"""Every rule does on its own examples what its documentation says."""

from __future__ import annotations

import pytest

from repurpose.errors import UnknownName
from repurpose.linter import RULES, Example, Rule, apply_fixes, find_rule, lint, lint_card, lint_text
from repurpose.model import Card, Draft, Finding
from repurpose.settings import LintSettings, Settings

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, start=1)
]


def found(rule: Rule, subject: Draft | Card, example: Example) -> tuple[Finding, ...]:
    if isinstance(subject, Card):
        return lint_card(subject, settings=example.settings, rules=(rule,))
    return lint(subject, settings=example.settings, rules=(rule,))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_rule_flags_its_bad_example(rule: Rule, example: Example) -> None:
    assert [finding.rule for finding in found(rule, example.bad, example)]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_rule_lets_its_good_example_pass(rule: Rule, example: Example) -> None:
    assert found(rule, example.good, example) == ()


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_fix_gives_what_the_example_says_and_nothing_more_the_second_time(rule: Rule, example: Example) -> None:
    if example.fixed is None or isinstance(example.bad, Card):
        assert rule.fix == "none" or any(other.fixed for other in rule.examples)
        return
    findings = found(rule, example.bad, example)
    fixed = apply_fixes(example.bad, findings, unsafe=rule.fix == "unsafe", settings=example.settings)
    again = apply_fixes(fixed, found(rule, fixed, example), unsafe=rule.fix == "unsafe", settings=example.settings)

    assert fixed.posts[findings[0].post or 0].text == example.fixed
    assert again == fixed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_findings_offer_only_the_kind_of_fix_that_the_rule_declares(rule: Rule) -> None:
    fixes = [finding.fix for example in rule.examples for finding in found(rule, example.bad, example) if finding.fix]

    assert {"safe" if fix.is_safe else "unsafe" for fix in fixes} <= {rule.fix}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_explains_itself(rule: Rule) -> None:
    assert rule.summary.endswith((".", ")"))
    assert rule.why.endswith(".")
    assert rule.sources
    assert rule.examples


def test_codes_and_names_are_unique_and_well_formed() -> None:
    codes = [rule.code for rule in RULES]
    names = [rule.name for rule in RULES]

    assert len(codes) == len(set(codes))
    assert len(names) == len(set(names))
    assert all(code[:3].isalpha() and code[3:].isdigit() and len(code) == 6 for code in codes)
    assert all(name == name.lower() and " " not in name for name in names)


def test_a_rule_is_found_by_code_and_by_name_in_any_case() -> None:
    assert find_rule("LEN001") is find_rule("len001") is find_rule("Over-Length-Limit")


def test_an_unknown_rule_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName, match="did you mean 'over-length-limit'"):
        find_rule("over-lenght-limit")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("• “We had a reduction in errors from 96 to 2", "“We had a reduction in errors from 96 to 2"),
        ("1. “Salad\nand herbs”", "“Salad"),
        ("« Salade, dit-elle", "« Salade, dit-elle"),
        ("„So war es“, sagt sie. „Und", "„Und"),
        ('He said "we', '"we'),
        ("「そう」「いや", "「いや"),
        ("He said “salad and “herbs”", "“salad and “herbs”"),
        ("“Salad.”\n\n“Herbs.", "“Herbs."),
        ("“Salad pays.\n\n“Herbs too,” she said.", None),
        ("“Salad.\nHerbs.”", None),
        ("“He said „so“ loudly.”", None),
        ("“Salad “and” herbs”", None),
        ("“Salad“, she said.", None),
        ("»So war es«", None),
        ("”Så var det” sa hon", None),
        ('A 12" pipe and 6\'2" man', None),
        ("» Salad\n» Herbs", None),
    ],
)
def test_a_quotation_must_close_in_its_item_or_in_the_text(text: str, cut: str | None) -> None:
    findings = lint_text(text, "linkedin", settings=Settings(lint=LintSettings(select=("STY017",))))

    assert [cut] * (cut is not None) == [finding.span.of(text) for finding in findings if finding.span]
