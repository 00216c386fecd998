from __future__ import annotations

from pathlib import Path

import pytest

from repurpose import compose
from repurpose.model import Draft
from tests.corpus import ROOT, summary_of

GOLDEN = Path(__file__).parent
DRAFTS = [
    (source, platform, form)
    for source, outputs in {
        "000_77d9be3d5e05aaac.txt": [
            "x post",
            "x thread",
            "linkedin post",
            "instagram caption",
            "newsletter title+description",
        ],
        "frontmatter-market-garden.md": ["x thread", "linkedin post", "instagram caption"],
        "grave-ferry-accident.md": ["x thread", "linkedin post"],
        "howto-sourdough-numbers.md": ["x thread", "instagram caption"],
        "interview-lighthouse-keeper.md": ["x thread", "linkedin post"],
        "notice-service-pause.txt": ["x post", "linkedin post"],
        "es-huertos-escolares.md": ["x thread", "linkedin post"],
        "de-reparaturcafe.md": ["linkedin post"],
        "ja-shotengai.md": ["x post", "instagram caption"],
        "ar-maktaba-mutanaqqila.md": ["x post"],
        "ru-nochnye-poezda.md": ["linkedin post"],
    }.items()
    for platform, form in (output.split(" ") for output in outputs)
]
FIELDS = ("title", "preheader", "first_comment", "content_warning")


def readable(draft: Draft) -> str:
    """The draft as a person reads it."""
    parts = []
    for post in draft.posts:
        fields = [f"[{field.replace('_', ' ')}] {getattr(post, field)}\n" for field in FIELDS if getattr(post, field)]
        parts.append("".join(fields) + post.text + "\n")
    return "---\n".join(parts)


@pytest.mark.parametrize(("source", "platform", "form"), DRAFTS, ids=lambda value: value.split(".")[0])
def test_the_draft_is_what_was_accepted(source, platform, form, request):
    name = Path(source.split(".")[0]) / f"{platform}-{form.replace('+', '-')}.txt"
    found = readable(compose(summary_of(ROOT / "seeds" / source), platform, format=form))
    accepted = GOLDEN / name
    if request.config.getoption("--accept"):
        accepted.parent.mkdir(exist_ok=True)
        accepted.write_text(found, encoding="utf-8")
    expected = accepted.read_text(encoding="utf-8") if accepted.exists() else ""
    if expected != found:
        actual = GOLDEN / "actual" / name
        actual.parent.mkdir(parents=True, exist_ok=True)
        actual.write_text(found, encoding="utf-8")

    assert expected == found


def test_every_golden_file_belongs_to_a_draft(request):
    if request.config.getoption("--accept"):
        pytest.skip("the files are being written")
    wanted = {f"{source.split('.')[0]}/{platform}-{form.replace('+', '-')}.txt" for source, platform, form in DRAFTS}
    found = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.glob("*/*.txt") if path.parent.name != "actual"}

    assert wanted == found
