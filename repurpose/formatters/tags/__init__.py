"""Which words name an article's subject well enough to stand under a post as a hashtag?"""

from repurpose.formatters.tags.choice import choose

__all__ = ["choose"]
