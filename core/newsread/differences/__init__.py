"""Where linked sentences disagree: numbers, dates, names, denial, strength and the wording of quotations."""

from newsread.differences.find import find_differences

__all__ = ["find_differences"]
