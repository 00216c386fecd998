"""From a feed or an export to many articles."""
