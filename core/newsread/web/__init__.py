"""Fetching pages, carefully: what may be reached, how much is read, what is kept. Imported only for web addresses."""
