"""What texts are made of, as the platforms see it: units, entities, emoji, graphemes, escapes."""
