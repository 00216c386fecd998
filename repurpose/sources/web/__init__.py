"""Web pages: their pieces, their metadata and which part is the article."""
