"""Read one story in many newspapers: the library."""

__version__ = "0.1.0"
