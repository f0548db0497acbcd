"""From bytes to articles: what form a document has, where its text is, and what its sentences are."""
