"""Analyses that are kept or sent: as plain values, in a cache, and under a key that says what they depend on."""
