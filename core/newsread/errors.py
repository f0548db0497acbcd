"""What can go wrong, as values a front end can show.

::

    NewsreadError                 message + hint, safe to print as one line
    ├── SourceError               a source could not be read at all
    │   ├── SourceMissing         no such file or folder
    │   ├── SourceForbidden       no permission to read it
    │   ├── SourceEmpty           nothing in it
    │   ├── SourceNotText         binary data, or no decoding fits
    │   ├── SourceTooLarge        larger than an article can be
    │   ├── FetchFailed           an address gave nothing: no answer, an error, a broken connection
    │   ├── FetchRefused          an address is not asked: private, forbidden by robots.txt, not in the cache
    │   └── ManifestInvalid       story.toml is there but can't be used
    ├── NothingToRead             no source gave an article
    ├── ModelMissing              the language model asked for is not installed
    ├── WeightsMissing            the aligner's weights or their runtime are absent
    ├── AnalysisFailed            the analysis ended before it was complete
    ├── OutputFailed              what was made could not be written
    └── Cancelled                 the caller asked to stop

Everything else that is raised is a bug and should end in a traceback for its developers.
"""


class NewsreadError(Exception):
    """An error a reader can understand.

    Args:
        message: What happened, in one line, without a full stop.
        hint: What to do about it, in one line; empty if there is nothing to advise.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Message and hint as one line."""
        return f"{self.message} ({self.hint})" if self.hint else self.message


class SourceError(NewsreadError):
    """A source could not be read at all."""


class SourceMissing(SourceError):
    """No such file or folder."""


class SourceForbidden(SourceError):
    """There is no permission to read the source."""


class SourceEmpty(SourceError):
    """The source holds no text."""


class SourceNotText(SourceError):
    """The source holds binary data, or text in no known encoding."""


class SourceTooLarge(SourceError):
    """The source is larger than an article can be."""


class FetchFailed(SourceError):
    """An address gave no page: no answer, an error, a broken connection."""


class FetchRefused(SourceError):
    """An address is not asked: it is private, forbidden by robots.txt, or not in the cache."""


class ManifestInvalid(SourceError):
    """A ``story.toml`` is there but cannot be used."""


class NothingToRead(NewsreadError):
    """No source gave an article."""


class ModelMissing(NewsreadError):
    """The language model asked for is not installed."""


class WeightsMissing(NewsreadError):
    """The aligner's weights, or the library that runs them, are not installed."""


class AnalysisFailed(NewsreadError):
    """The analysis ended before it was complete: its process was killed, or broke down."""


class OutputFailed(NewsreadError):
    """What was made could not be written, or must not be written there."""


class Cancelled(NewsreadError):
    """The caller asked to stop before the work was done."""

    def __init__(self) -> None:
        super().__init__("stopped before the analysis was complete")
