"""Quotations: direct, indirect and in fragments, with their speakers, and how they drift from outlet to outlet."""

from newsread.quotes.drift import find_drifts, utterances
from newsread.quotes.find import find_quotations

__all__ = ["find_drifts", "find_quotations", "utterances"]
