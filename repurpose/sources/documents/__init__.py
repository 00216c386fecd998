"""Office documents, books and PDFs, each turned into pages or plain text that the other readers take."""
