"""What is a title called in a file name or an address?"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["slug"]

_LONGEST = 48


def slug(title: str) -> str:
    """*title* in plain small letters, digits and hyphens, cut between words; empty where it has no Latin letter."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")
    return whole if len(whole) <= _LONGEST else whole[:_LONGEST].rsplit("-", 1)[0]
