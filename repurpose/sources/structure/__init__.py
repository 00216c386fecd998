"""What a reader sees in a text without being told: headings, labels, turns of a talk, who is quoted."""
