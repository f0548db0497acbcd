"""The analysis in a process of its own, beside the reader: the screen then shares neither lock nor memory with it."""
