"""What the documents say is what the code does."""

from __future__ import annotations

import ast
import dataclasses
import doctest
import importlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from repurpose import compose, lint, load_settings
from repurpose.cli.app import app
from repurpose.formatters.phrases import phrases_for
from repurpose.formatters.templates import template_for
from repurpose.platforms import profile
from repurpose.settings import PHRASES, Brand, CardSettings, LintSettings, PlatformSettings, Settings
from tests.corpus import ROOT, SEED, summary_of

README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
LIBRARY = ROOT / "docs" / "library.md"
SETTINGS = ROOT / "docs" / "settings.md"
PAGES = (README, CONTRIBUTING, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
SCRIPTS = sorted(path for folder in ("benchmarks", "scripts") for path in (ROOT / folder).glob("*.*"))
MODULES_MARK = "<!-- modules -->\n"
PROGRAM: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = PROGRAM.commands

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE_SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def fences(path: Path, kind: str) -> list[str]:
    """The code blocks of that *kind*."""
    return [match[2] for match in FENCE.finditer(text_of(path)) if match[1] == kind]


def section(path: Path, heading: str) -> str:
    """The text under *heading*, up to the next one of the same depth."""
    _, _, after = text_of(path).partition(f"## {heading}\n")
    return after.partition("\n## ")[0]


def cells(table: str) -> Iterator[list[str]]:
    """The rows of the table in the text, without its head."""
    rows = [line for line in table.splitlines() if line.startswith("|")]
    for row in rows[2:]:
        yield [cell.strip() for cell in row.strip("|").split(" | ")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with nothing but the sample articles in it."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)


def transcript(block: str) -> str:
    """*block* as it reads when its commands are run, one after the other; stdout only, as the block is written."""
    told = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        run = subprocess.run(
            ["sh", "-c", f'repurpose() {{ "$PYTHON" -m repurpose "$@"; }}; {command}'],
            env={**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        told.append(f"$ {command}\n{run.stdout.decode()}")
    return "".join(told)


# ---- README


def test_every_command_is_in_the_readme() -> None:
    words = set(re.findall(r"[\w-]+", " ".join(CODE_SPAN.findall(section(README, "Commands")))))

    assert {name for name, command in COMMANDS.items() if not command.hidden} - words == set()


def test_every_command_and_option_of_the_readme_exists() -> None:
    text = text_of(README)
    commands = set(re.findall(r"(?:^\$ |`|\| )repurpose ([a-z-]+)", text, re.MULTILINE))
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))
    known = {name for part in (PROGRAM, *COMMANDS.values()) for parameter in part.params for name in parameter.opts}

    assert commands - set(COMMANDS) == set()
    assert options - known == set()


@pytest.mark.usefixtures("folder")
def test_sample_outputs_of_the_readme_are_what_the_program_prints(request: pytest.FixtureRequest) -> None:
    blocks = fences(README, "console")
    found = {block: transcript(block) for block in blocks}
    if request.config.getoption("--accept"):
        text = text_of(README)
        for block, current in found.items():
            text = text.replace(block, current)
        README.write_text(text, encoding="utf-8")
        return

    assert blocks
    assert blocks == list(found.values())


def test_the_settings_of_the_readme_are_accepted(tmp_path: Path) -> None:
    (block,) = fences(README, "toml")
    (tmp_path / "brand.toml").write_text(block, encoding="utf-8")

    assert load_settings(tmp_path / "brand.toml").brand.name


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", [README, LIBRARY, SETTINGS], ids=named)
def test_code_of_a_page_runs(path: Path) -> None:
    blocks = fences(path, "python")
    shown = "\n".join(block for block in blocks if block.startswith(">>> "))
    names: dict[str, Any] = {}
    examples = doctest.DocTestParser().get_doctest(shown, names, path.name, str(path), 0)
    report: list[str] = []
    doctest.DocTestRunner().run(examples, out=report.append)
    for block in blocks:
        if not block.startswith(">>> "):
            exec(compile(block, str(path), "exec"), names)

    assert blocks
    assert report == []


# ---- settings


def written(folder: Path) -> Settings:
    """The settings of the page, with the other files that it shows beside them; each names itself in its first line."""
    for block in fences(SETTINGS, "toml"):
        path = folder / block.splitlines()[0].removeprefix("# ")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, encoding="utf-8")
    # A folder of themes, which the page does not show.
    (folder / "acme" / "cards").mkdir(exist_ok=True)
    return load_settings(folder / "brand.toml")


def test_the_brand_of_the_settings_page_is_accepted_with_its_templates(tmp_path: Path) -> None:
    found = written(tmp_path)
    phrases = phrases_for("en", "seed", found)
    _, thread = template_for(profile("x"), "thread", found)

    assert found.brand.templates == tmp_path / "acme"
    assert phrases.say("link_comment") == "The link is one comment down."
    assert phrases.say("save_steps") == "Keep this next to your bench."
    assert thread.beats == 5


def test_the_brand_of_the_settings_page_gives_drafts_without_errors(tmp_path: Path) -> None:
    found = written(tmp_path)
    summary = summary_of(SEED)
    drafts = [compose(summary, platform, settings=found) for platform in ("x", "linkedin", "instagram", "mastodon")]

    assert [one for draft in drafts for one in lint(draft, settings=found) if one.severity == "error"] == []


def test_every_key_of_the_settings_is_on_their_page_and_in_its_example(tmp_path: Path) -> None:
    written(tmp_path)
    tables = tomllib.loads((tmp_path / "brand.toml").read_text(encoding="utf-8"))
    platform = {key for table in tables["platform"].values() for key in table}
    shown = set(re.findall(r"`(\w+)`", "".join(row[0] for row in rows_of(SETTINGS))))

    for kind, table in ((Brand, tables["brand"]), (LintSettings, tables["lint"]), (CardSettings, tables["cards"])):
        assert keys(kind) - set(table) == set()
    assert keys(PlatformSettings) - platform - {"link_place"} == set()
    assert shown == {*keys(Brand), *keys(PlatformSettings), *keys(LintSettings), *keys(CardSettings), *PHRASES}


def keys(kind: type[Any]) -> set[str]:
    return {one.name for one in dataclasses.fields(kind)}


def rows_of(page: Path) -> list[list[str]]:
    """The rows of all tables of a page."""
    tables = re.findall(r"(?:^\|.*\n)+", text_of(page), re.MULTILINE)
    return [row for table in tables for row in cells(table)]


def test_the_places_of_every_phrase_are_on_the_settings_page() -> None:
    for row in cells(section(SETTINGS, "Phrases")):
        names, shown = re.findall(r"\w+", row[0]), set(re.findall(r"\{(\w+)\}", row[2]))
        places = {place for name in names for known in PHRASES[name] for place in known}

        assert shown == places, row[0]


# ---- the other pages


def test_every_term_of_the_glossary_has_a_home_in_the_code() -> None:
    rows = list(cells(text_of(ROOT / "docs" / "glossary.md")))
    homeless = [row[0] for row in rows if not is_in_code(row[2].strip("`"))]

    assert len(rows) > 30
    assert homeless == []


def test_terms_of_the_glossary_are_unique() -> None:
    terms = [row[0] for row in cells(text_of(ROOT / "docs" / "glossary.md"))]

    assert len(set(terms)) == len(terms)


def is_in_code(path: str) -> bool:
    """Whether *path* names a module below `repurpose`, or something in one."""
    names = path.split(".")
    # The longest part that is a module: a package may hold a function that is called like one of its modules.
    for length in range(len(names), -1, -1):
        module = ".".join(["repurpose", *names[:length]])
        home = ROOT / module.replace(".", "/")
        if home.is_dir() or home.with_suffix(".py").is_file():
            found: Any = importlib.import_module(module)
            for name in names[length:]:
                found = getattr(found, name, None)
            return found is not None
    return False


def test_layers_of_the_architecture_page_are_those_that_are_checked() -> None:
    (contract,) = tomllib.loads(text_of(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (shown,) = (match[2] for match in FENCE.finditer(section(ARCHITECTURE, "Layers")))

    assert contract["layers"] == shown.splitlines()


def test_the_architecture_page_lists_the_modules_as_they_are(request: pytest.FixtureRequest) -> None:
    before, mark, shown = text_of(ARCHITECTURE).partition(MODULES_MARK)
    found = modules_page()
    if request.config.getoption("--accept"):
        ARCHITECTURE.write_text(before + MODULES_MARK + found, encoding="utf-8")
        return

    assert mark
    assert found == shown


def modules_page() -> str:
    """One line a module, under its package."""
    parts = []
    for package in sorted(path.parent for path in (ROOT / "repurpose").rglob("__init__.py")):
        name = named(package).replace("/", ".")
        lines = [
            f"- `{path.stem}`: {first_line(path)}" for path in sorted(package.glob("*.py")) if path.stem[:2] != "__"
        ]
        parts.append(f"\n### {name}\n\n{first_line(package / '__init__.py')}\n\n" + "\n".join(lines) + "\n")
    return "".join(parts)


def first_line(path: Path) -> str:
    """The first line of a module's docstring, or of a shell script's comment."""
    text = text_of(path)
    if path.suffix == ".sh":
        return text.splitlines()[1].removeprefix("#").strip()
    docstring = ast.get_docstring(ast.parse(text)) or "\n"
    return docstring.splitlines()[0].replace("``", "`")


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_a_script_says_what_it_does_and_is_named_for_contributors(path: Path) -> None:
    assert re.match(r"[A-Z].{20,}", first_line(path))
    assert f"`{named(path)}`" in text_of(CONTRIBUTING)


def test_make_targets_are_those_of_the_makefile() -> None:
    known = set(re.findall(r"^([a-z-]+):.*##", text_of(ROOT / "Makefile"), re.MULTILINE))
    shown = {row[0].strip("`").removeprefix("make ") for row in cells(section(CONTRIBUTING, "Set-up"))}

    assert known == shown


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", text_of(page))
    lost = []
    for target in LINK.findall(text):
        if target.startswith(("https://", "mailto:")):
            continue
        file, _, anchor = target.partition("#")
        path = page.parent / file if file else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            lost.append(target)

    assert lost == []


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings."""
    headings = re.findall(r"^#+ (.*)$", FENCE.sub("", text_of(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", [README, CONTRIBUTING, ARCHITECTURE, LIBRARY, SETTINGS], ids=named)
def test_files_that_a_page_names_exist(page: Path) -> None:
    tops = {path.name for path in ROOT.iterdir() if path.is_dir()} - {"tests"}
    spans = [span.split(" ")[0] for span in CODE_SPAN.findall(FENCE.sub("", text_of(page)))]
    paths = [span for span in spans if span.partition("/")[0] in tops and "/" in span and "<" not in span]

    assert [path for path in paths if not any(ROOT.glob(path.rstrip("/")))] == []
