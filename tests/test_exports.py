from __future__ import annotations

import subprocess
import sys

import pytest

import repurpose


def test_every_public_name_can_be_had():
    missing = [name for name in repurpose.__all__ if getattr(repurpose, name, None) is None]

    assert missing == []


def test_the_list_of_names_is_sorted_and_complete():
    homes = {name for names in repurpose._HOMES.values() for name in names}

    assert repurpose.__all__ == sorted(repurpose.__all__)
    assert set(repurpose.__all__) == homes


def test_a_misspelt_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="read_artikel"):
        getattr(repurpose, "read_artikel")  # noqa: B009 - the type checker knows that the name is wrong


def test_importing_the_package_loads_no_heavy_library():
    code = (
        "import sys, repurpose; "
        "heavy = {'nltk', 'textstat', 'PIL', 'pydantic', 'jinja2', 'trafilatura', 'typer', 'regex', 'uharfbuzz'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()

    assert found == "[]"


def test_a_platform_command_loads_no_renderer_and_no_readability_library(tmp_path):
    note = tmp_path / "note.txt"
    note.write_text(
        "The lake opens in June\n\nThe swimming lake at Corran opens on Saturday 6 June.\n", encoding="utf-8"
    )
    code = (
        "import sys; sys.argv = ['repurpose', 'linkedin', sys.argv[1]]\n"
        "from repurpose.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'textstat', 'PIL', 'trafilatura', 'uharfbuzz', 'lxml'} & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(note)], capture_output=True, text=True, check=True)

    assert run.stderr.strip().endswith("[]")
