"""
Which emoji, if any, go with the article's subject, or with one of its lines?

Rather none than a wrong one: a topic has to stand in the title or the description, or to be spoken of again and again,
and a word of several meanings counts only beside another word for the same field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from repurpose.formatters.gravity import is_grave
from repurpose.formatters.subject import length_of, subject_of
from repurpose.formatters.subject_lists import bare, kindred, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from repurpose.formatters.subject_lists import Topic
    from repurpose.model import Summary

__all__ = ["line_emojis", "subject_emojis"]

# So often a topic is spoken of when it is the subject, and in a long text once in so many words.
_OFTEN = 3
_EVERY = 120
_TITLE_WEIGHT = 2.0
# What a description mentions in passing is no subject: beyond it the text, unless it is as short, has to say it again.
_ABOUT_WEIGHT = 0.5
_BRIEF = 100
# Where something is and who does it says less than what it is.
_BROAD = frozenset({"🏙️", "🏘️", "🏠", "🤝", "🛠️", "💡"})
_BROAD_WEIGHT = 0.75
_BRACKETS = re.compile(r"\([^()]*\)|（[^（）]*）")
_LABEL = re.compile(r"[^:：.!?。]{1,60}(?=[:：])")
_SHORT_LINE = 12


def subject_emojis(summary: Summary, most: int, palette: Sequence[str] = ()) -> tuple[str, ...]:
    """
    At most *most* emoji for the subject of *summary*, the aptest first.

    None where the subject is grave, where the language has no lists, or where nothing fits for certain. With a
    *palette* they are those of its emoji that stand for a topic of the subject or for a kindred one.
    """
    if most <= 0 or is_grave(summary):
        return ()
    subject = subject_of(summary.article)
    needed = max(_OFTEN, subject.length / _EVERY)
    weights: dict[str, float] = {}
    for topics, weight in (
        (subject.title.topics, _TITLE_WEIGHT),
        (subject.about.topics, _ABOUT_WEIGHT if subject.length > _BRIEF else 1.0),
        (subject.text.topics, 1 / needed),
    ):
        for topic in topics:
            weights[topic.emoji] = weights.get(topic.emoji, 0.0) + weight
    sure = _sure((*subject.title.topics, *subject.about.topics, *subject.text.topics))
    fitting = [emoji for emoji, weight in weights.items() if weight >= 1 and emoji in sure]
    ranked = sorted(fitting, key=lambda emoji: -weights[emoji] * (_BROAD_WEIGHT if emoji in _BROAD else 1.0))
    chosen = dict.fromkeys(one for emoji in ranked if (one := _of_palette(emoji, palette)))
    return tuple(chosen)[:most]


def line_emojis(text: str, language: str, used: Collection[str], palette: Sequence[str] = ()) -> str | None:
    """
    The emoji that goes with one line's own words, or nothing.

    Of a line with a label, as in ``Data: billions of users``, the label alone says what it is about; without one the
    line has to be short. None of *used* comes again, and no grave line gets one.
    """
    # What stands in brackets is not what the line is about.
    text = _BRACKETS.sub("", text)
    words = words_of(text, language, is_title=True)
    label = _LABEL.match(text)
    if words.classes or (not label and length_of(text, language) > _SHORT_LINE):
        return None
    topics = words_of(label[0], language, is_title=True).topics if label else words.topics
    sure = _sure(words.topics)
    taken = {bare(emoji) for emoji in used}
    fitting = (_of_palette(topic.emoji, palette) for topic in topics if topic.emoji in sure)
    return next((emoji for emoji in fitting if emoji and bare(emoji) not in taken), None)


def _sure(topics: Iterable[Topic]) -> frozenset[str]:
    """The emoji that a word of one meaning stands for, or two words of the same or a kindred topic."""
    found = frozenset(topics)
    words: dict[str, set[str]] = {}
    for topic in found:
        words.setdefault(bare(topic.emoji), set()).add(topic.word)
    return frozenset(
        topic.emoji
        for topic in found
        if not topic.is_doubtful or any(words.get(emoji, set()) - {topic.word} for emoji in kindred(topic.emoji))
    )


def _of_palette(emoji: str, palette: Sequence[str]) -> str | None:
    """What stands for *emoji* in *palette*: itself before a kindred one; *emoji* where there is no palette."""
    if not palette or bare(emoji) in map(bare, palette):
        return emoji
    return next((one for one in palette if bare(one) in kindred(emoji)), None)
