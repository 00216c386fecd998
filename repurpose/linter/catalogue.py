"""Which rules are there, in which order do they run, and which of them did the user ask for?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from repurpose.errors import UnknownName
from repurpose.linter.rules import (
    boilerplate,
    cards,
    characters,
    emojis,
    hashtags,
    hedges,
    leftovers,
    length,
    links,
    names,
    numbers,
    quotations,
    readability,
    terms,
    threads,
    wording,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.linter.rule import Rule
    from repurpose.model import Severity
    from repurpose.settings import LintSettings

__all__ = ["RULES", "find_rule", "selected", "severities"]

RULES: tuple[Rule, ...] = (
    length.over_length_limit,
    length.over_byte_limit,
    length.field_over_limit,
    length.hook_past_fold,
    length.empty_post,
    readability.long_sentence,
    readability.grade_too_high,
    wording.repeated_word,
    wording.exclamation_run,
    wording.odd_spacing,
    wording.sentence_cut,
    quotations.unclosed_quotation,
    emojis.too_many_emoji,
    emojis.repeated_emoji,
    emojis.emoji_as_bullet,
    emojis.broken_emoji_sequence,
    characters.fake_bold_letters,
    characters.invisible_character,
    characters.control_or_replacement,
    leftovers.html_entity,
    leftovers.html_or_shortcode_left,
    leftovers.markdown_left,
    leftovers.template_placeholder,
    boilerplate.boilerplate_left,
    hashtags.too_many_hashtags,
    hashtags.duplicate_hashtag,
    hashtags.invalid_hashtag,
    hashtags.glued_hashtags,
    hashtags.hashtag_not_in_source,
    links.dead_weight_link,
    links.no_address,
    threads.bad_numbering,
    threads.orphan_post,
    threads.dangling_start,
    numbers.number_not_in_source,
    names.name_not_in_source,
    quotations.altered_quote,
    hedges.lost_hedge,
    terms.forbidden_term,
    cards.low_contrast,
    cards.text_outside_safe_box,
    cards.text_too_small,
    cards.missing_glyph,
)


def find_rule(name: str) -> Rule:
    """
    The rule with this code (``LEN001``) or name (``over-length-limit``), in any case.

    Raises `UnknownName`, which suggests the nearest.
    """
    wanted = name.strip().lower()
    for rule in RULES:
        if wanted in (rule.code.lower(), rule.name):
            return rule
    known = [rule.name for rule in RULES]
    raise UnknownName("rule", name, known if "-" in name or not name[-1:].isdigit() else [rule.code for rule in RULES])


def selected(rules: Sequence[Rule], settings: LintSettings) -> tuple[Rule, ...]:
    """
    Those of *rules* that the settings select and do not ignore.

    A key is a rule's name, its code, or the beginning of codes (``TAG``); raises `UnknownName` for one that fits none.
    """
    if not settings.select and not settings.ignore:
        return tuple(rules)
    chosen = _matching(settings.select, rules) if settings.select else frozenset(rule.code for rule in rules)
    chosen -= _matching(settings.ignore, rules)
    return tuple(rule for rule in rules if rule.code in chosen)


def severities(rules: Sequence[Rule], settings: LintSettings) -> dict[str, Severity]:
    """The severity that the settings give to rules, by code; a longer key wins over a shorter prefix."""
    return {
        code: settings.severity[key]
        for key in sorted(settings.severity, key=len)
        for code in sorted(_matching((key,), rules))
    }


def _matching(keys: Sequence[str], rules: Sequence[Rule]) -> frozenset[str]:
    found: set[str] = set()
    for key in keys:
        codes = {rule.code for rule in rules if _fits(key, rule)}
        # A caller may lint with few rules under settings that speak of others.
        if not codes and not any(_fits(key, rule) for rule in RULES):
            raise UnknownName("rule", key, _known())
        found |= codes
    return frozenset(found)


def _fits(key: str, rule: Rule) -> bool:
    return bool(key) and (rule.code.startswith(key.upper()) or rule.name == key.lower())


@cache
def _known() -> tuple[str, ...]:
    return (*(rule.code for rule in RULES), *(rule.name for rule in RULES))
