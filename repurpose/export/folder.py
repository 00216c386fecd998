"""
What does a campaign's folder hold, and which of its files may be written?

``<slug>-<digest>/`` with ``campaign.json``, ``posts/``, ``cards/`` and ``manifest.json`` (SHA-256 of each file as
written). A file whose hash is no longer the manifest's was edited by a person and is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from repurpose.errors import WriteError
from repurpose.export.json_bundle import to_json
from repurpose.model import FORMAT_VERSION
from repurpose.platforms import profile
from repurpose.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Article, Campaign, Draft

__all__ = [
    "Plan",
    "campaign_files",
    "campaign_folder",
    "differs",
    "plan_writes",
    "post_file",
    "write_campaign",
    "write_files",
]

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a write will do."""

    writes: Mapping[str, bytes]
    """File name below the folder to content, the manifest last."""
    kept: tuple[str, ...]
    """Files that a person edited and that stay as they are."""


def write_campaign(campaign: Campaign, folder: Path) -> tuple[Path, ...]:
    """
    Write *campaign* below *folder* and return what was written.

    Files that a person edited since the last write stay. Each file is written whole or not at all; raises `WriteError`
    where that fails.
    """
    target = folder / campaign_folder(campaign.article)
    return write_files(target, plan_writes(campaign_files(campaign), target).writes)


def campaign_folder(article: Article) -> str:
    """``<slug>-<digest>``: the title in plain letters, then eight digits that stand for the text."""
    return f"{slug(article.title or 'article') or 'article'}-{article.digest[:8]}"


def post_file(draft: Draft) -> str:
    """The file of a draft's text below the campaign's folder."""
    is_first = draft.format == profile(draft.platform).formats[0]
    return f"posts/{draft.platform}{'' if is_first else f'-{draft.format}'}.txt"


def campaign_files(campaign: Campaign) -> Mapping[str, bytes]:
    """Every file of *campaign* but the manifest: name below its folder to content."""
    files = {"campaign.json": to_json(campaign).encode()}
    for draft in campaign.drafts:
        files[post_file(draft)] = ("\n\n".join(post.text for post in draft.posts) + "\n").encode()
    for card in campaign.cards:
        files[f"cards/{card.name}"] = card.png
    return files


def plan_writes(files: Mapping[str, bytes], target: Path, *, force: bool = False) -> Plan:
    """Which of *files* to write into *target*: all but those that a person edited, unless *force* says so."""
    known = _manifest(target)
    kept = (
        ()
        if force
        else tuple(name for name, content in files.items() if _is_edited(target / name, known.get(name), content))
    )
    hashes = {name: known[name] if name in kept and name in known else _sha256(files[name]) for name in files}
    # What an earlier write left beside these files stays known as ours.
    manifest = {"format": FORMAT_VERSION, "files": dict(sorted({**known, **hashes}.items()))}
    writes = {name: content for name, content in files.items() if name not in kept}
    writes[MANIFEST] = (json.dumps(manifest, indent=2) + "\n").encode()
    return Plan(writes=writes, kept=kept)


def write_files(target: Path, writes: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write each file whole: under another name first, then renamed. Raises `WriteError`."""
    written: list[Path] = []
    for name, content in writes.items():
        path = target / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                Path(temporary).chmod(0o644)
                Path(temporary).replace(path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise WriteError(f"{path} cannot be written: {error.strerror or error}; give another folder") from error
        written.append(path)
    return tuple(written)


def differs(path: Path, content: bytes) -> bool:
    """Whether a file is at *path* that holds something else than *content*."""
    return _is_edited(path, None, content)


def _manifest(target: Path) -> Mapping[str, str]:
    try:
        loaded = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    files = loaded.get("files", {}) if isinstance(loaded, dict) else {}
    return files if isinstance(files, dict) else {}


def _is_edited(path: Path, known: str | None, content: bytes) -> bool:
    """Whether the file at *path* is neither what the manifest says nor what would be written."""
    try:
        found = _sha256(path.read_bytes())
    except OSError:
        return False
    return found not in (known, _sha256(content))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
