from __future__ import annotations

import pytest

from repurpose.linter import apply_fixes, lint
from repurpose.linter.rule import example_draft
from repurpose.model import Draft, Finding, Fix, Segment, Severity, Span
from repurpose.settings import LintSettings, Settings
from repurpose.text.escaping import linkedin_little_text


def fixed(draft: Draft, *, unsafe: bool = False, only: tuple[str, ...] = ()) -> Draft:
    findings = [finding for finding in lint(draft) if not only or finding.rule in only]
    return apply_fixes(draft, findings, unsafe=unsafe)


def test_a_fix_that_uncovers_another_is_followed_to_the_end() -> None:
    assert fixed(example_draft("Salad pays.  #Salad#salad")).posts[0].text == "Salad pays. #Salad"


def test_touching_fixes_are_both_applied() -> None:
    draft = example_draft("ab")
    fix = {"rule": "X", "severity": Severity.HINT, "message": "", "post": 0}
    findings = [
        Finding(span=Span(0, 1), fix=Fix(replacement="A", is_safe=True), **fix),  # type: ignore[arg-type] # a table
        Finding(span=Span(1, 2), fix=Fix(replacement="B", is_safe=True), **fix),  # type: ignore[arg-type] # a table
    ]

    assert apply_fixes(draft, findings).posts[0].text == "AB"


def test_what_the_caller_leaves_out_stays() -> None:
    assert fixed(example_draft("Salad  pays!!!"), only=("STY006",)).posts[0].text == "Salad  pays!"


def test_no_findings_change_nothing() -> None:
    draft = example_draft("Salad  pays!!!")

    assert apply_fixes(draft, ()) == draft


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    draft = example_draft("Salad <b>pays</b> best")

    assert fixed(draft) == draft
    assert fixed(draft, unsafe=True).posts[0].text == "Salad pays best"


def test_a_fix_that_would_push_a_post_over_its_limit_is_not_applied() -> None:
    text = "#Salad#Garden " + "a" * 266
    draft = example_draft(text)

    assert len(text) == 280
    assert fixed(draft) == draft


def test_a_fix_inside_a_limit_is_applied_although_another_is_rejected() -> None:
    text = "#Salad#Garden Salad!! " + "a" * 258
    draft = example_draft(text)

    assert "Salad!! " in text
    assert fixed(draft).posts[0].text == "#Salad #Garden Salad! " + "a" * 258


def test_a_fix_that_would_alter_a_quotation_is_not_applied() -> None:
    draft = example_draft("“It  pays!! We know it.”", source="“It pays!! We know it.” So he said.")

    assert fixed(draft).posts[0].text == "“It pays!! We know it.”"


def test_segments_follow_their_words() -> None:
    segments = (
        Segment(span=Span(0, 14), origin="article", sources=(Span(3, 9),)),
        Segment(span=Span(15, 21), origin="hashtags"),
        Segment(span=Span(21, 28), origin="hashtags"),
    )
    draft = example_draft("Salad  pays!!!\n#Salad #salad", segments=segments)
    post = fixed(draft).posts[0]

    assert post.text == "Salad pays!\n#Salad"
    assert [(segment.span.of(post.text), segment.origin) for segment in post.segments] == [
        ("Salad pays!", "article"),
        ("#Salad", "hashtags"),
    ]
    assert post.segments[0].sources == (Span(3, 9),)


def test_hashtags_that_were_removed_leave_the_list_and_those_of_no_text_stay() -> None:
    draft = example_draft(
        "Salad pays. #Salad #salad #Garden", platform="mastodon", hashtags=("#Salad", "#Garden", "#Elsewhere")
    )

    assert fixed(draft).posts[0].hashtags == ("#Salad", "#Garden", "#Elsewhere")

    surplus = example_draft("Salad pays. #Aa #Bb #Cc", platform="threads", hashtags=("#Aa", "#Bb", "#Cc"))

    assert fixed(surplus).posts[0].hashtags == ("#Aa",)


@pytest.mark.parametrize("encode", [str, linkedin_little_text])
def test_a_payload_that_follows_from_the_text_is_made_again(encode: type[str]) -> None:
    draft = example_draft("Salad (pays)!!", platform="linkedin", payload=encode("Salad (pays)!!"))

    assert fixed(draft).posts[0].payload == encode("Salad (pays)!")


def test_a_payload_of_its_own_is_left_to_the_caller() -> None:
    draft = example_draft("Salad pays!!", payload="something else")

    assert fixed(draft).posts[0].payload == "something else"


def test_every_field_is_fixed() -> None:
    draft = example_draft("Salad pays.", title="A!!", first_comment="C!!", alt_texts=("Beds.", "E!!"))
    post = fixed(draft).posts[0]

    assert (post.title, post.first_comment, post.alt_texts) == ("A!", "C!", ("Beds.", "E!"))


def test_ignored_rules_fix_nothing() -> None:
    settings = Settings(lint=LintSettings(ignore=("STY009",)))
    draft = example_draft("Salad  pays!!!")
    findings = lint(draft, settings=settings)

    assert apply_fixes(draft, findings, settings=settings).posts[0].text == "Salad  pays!"


def test_findings_of_another_text_do_no_harm() -> None:
    findings = lint(example_draft("A rather long post that pays!!!"))

    assert apply_fixes(example_draft("Short."), findings) == example_draft("Short.")
