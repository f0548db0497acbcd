"""Who and what is named: mentions, and the entities they are of, across all articles of a story."""
