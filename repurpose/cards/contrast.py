"""Can these colours be told apart? Contrast by WCAG 2.2, section 1.4.3."""

from __future__ import annotations

__all__ = ["Rgb", "contrast", "rgb"]

Rgb = tuple[int, int, int]

# WCAG 2.0 says 0.03928, a slip of an old draft of sRGB; for 8 bits a channel both give the same.
LINEAR_UP_TO = 0.04045


def rgb(colour: str) -> Rgb:
    """The channels of *colour*, written ``#RRGGBB``."""
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


def contrast(one: Rgb, other: Rgb) -> float:
    """The ratio of the two colours' luminances, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= LINEAR_UP_TO else ((channel + 0.055) / 1.055) ** 2.4
