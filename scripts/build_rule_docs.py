"""Write docs/rules.md from the rules themselves: python scripts/build_rule_docs.py"""

from __future__ import annotations

from pathlib import Path

from repurpose.linter import RULES, Example, Rule
from repurpose.model import Card, Draft

TARGET = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
SCOPES = {
    "field": "every field of a post that people read",
    "post": "the text of a post",
    "draft": "all posts of a draft together",
    "card": "a rendered card",
}
LONGEST = 160


def page() -> str:
    lines = [
        "# Rules",
        "",
        "Written by `scripts/build_rule_docs.py` from the rules themselves; do not edit.",
        "",
        "A rule is named by its code or its name wherever one is asked for (`select`, `ignore`, `severity`); the",
        "beginning of codes (`TAG`) stands for all of them. A *safe* fix may be applied unseen, an *unsafe* one when",
        "asked for.",
        "",
        "| Code | Name | Severity | Fix | What it finds |",
        "|---|---|---|---|---|",
        *(
            f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.name} | {rule.severity} | {rule.fix} "
            f"| {rule.summary} |"
            for rule in RULES
        ),
    ]
    return "\n".join([*lines, *(line for rule in RULES for line in section(rule))]) + "\n"


def section(rule: Rule) -> list[str]:
    lines = [
        "",
        f"## {rule.code} {rule.name}",
        "",
        rule.summary,
        "",
        f"- Why: {rule.why}",
        f"- Looks at: {SCOPES[rule.scope]}{on(rule)}.",
        f"- Severity: {rule.severity}. Fix: {rule.fix}.",
        f"- Says who: {'; '.join(rule.sources)}.",
    ]
    for example in rule.examples:
        lines += ["", *shown(example)]
    return lines


def on(rule: Rule) -> str:
    return f" on {', '.join(rule.platforms)}" if rule.platforms else ""


def shown(example: Example) -> list[str]:
    lines = ["```text", f"bad    {sketch(example.bad)}"]
    if example.fixed is not None:
        lines.append(f"fixed  {visible(example.fixed)}")
    return [*lines, f"good   {sketch(example.good)}", "```"]


def sketch(subject: Draft | Card) -> str:
    if isinstance(subject, Card):
        (text,), facts = subject.facts.texts, subject.facts
        missing = f", missing {' '.join(facts.missing_glyphs)}" if facts.missing_glyphs else ""
        return (
            f"{subject.width}x{subject.height}: text from x {text.box.x:.0f} to {text.box.x + text.box.width:.0f}, "
            f"{text.font_size:.0f} px, contrast {text.contrast}:1{missing}"
        )
    posts = " | ".join(visible(post.text) for post in subject.posts)
    title = f" (title: {visible(subject.posts[0].title)})" if subject.posts[0].title else ""
    article = f"  -- the article: {visible(subject.article.text)}" if subject.article else ""
    return f"[{subject.platform}] {posts}{title}{article}"


def visible(text: str) -> str:
    short = text if len(text) <= LONGEST else f"{text[:LONGEST]}... ({len(text)} characters)"
    return "".join(
        char if char.isprintable() or char in "\u200d\ufe0f" else "\\n" if char == "\n" else f"\\u{ord(char):04x}"
        for char in short
    )


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(page(), encoding="utf-8")
