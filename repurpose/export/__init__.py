"""Values to files: JSON and the campaign folder."""

from __future__ import annotations

from repurpose.export.json_bundle import from_json, json_schema, to_json

__all__ = ["from_json", "json_schema", "to_json"]
