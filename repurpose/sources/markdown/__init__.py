"""Markdown, with what site generators put around and into it."""
