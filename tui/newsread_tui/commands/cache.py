"""``newsread cache``: what is kept to be quick, how much of it, and where."""

from typing import Final

from newsread.text import one_line
from newsread_tui.arguments import ExitCode, Parser, command_parser
from newsread_tui.console import emit

_DESCRIPTION: Final = """\
Tell what newsread keeps so that it need not be done again, how much that is and
where, or remove it: analyses of stories opened before, and fetched pages. Both
keep themselves small, and neither is ever needed. Bookmarks and notes are not
part of it.
"""
_EXAMPLES: Final = """\
  newsread cache
  newsread cache --clear
  newsread cache --clear analyses
"""
_STATUS: Final = "exit status: 0 done, 1 something could not be removed, 2 the arguments are wrong\n"
_PARTS: Final = ("analyses", "pages")


def parser() -> Parser:
    """The arguments of ``newsread cache``."""
    made = command_parser("cache", _DESCRIPTION, _EXAMPLES, _STATUS)
    made.add_argument("parts", metavar="PART", nargs="*", help="analyses, pages; both if none is named")
    made.add_argument("--clear", action="store_true", help="remove it")
    return made


def run(words: list[str]) -> int:
    """Tell or remove what is kept."""
    made = parser()
    options = made.parse_args(words)
    for name in options.parts:
        if name not in _PARTS:
            made.error(f"{one_line(name)} is not a part of the cache: {', '.join(_PARTS)}")
    from newsread.analyses.cache import AnalysisCache
    from newsread.web.cache import PageCache

    caches: dict[str, AnalysisCache | PageCache] = {"analyses": AnalysisCache(), "pages": PageCache()}
    failed = False
    for name in options.parts or _PARTS:
        cache = caches[name]
        before = cache.kept()
        if options.clear:
            cache.clear()
        left = cache.kept()
        failed = failed or bool(options.clear and left.files)
        told = f"{before.files - left.files} removed" if options.clear else f"{before.files} kept"
        size = (before.size - left.size if options.clear else before.size) / 1e6
        emit(f"{name:<9} {told}, {size:.1f} MB, in {one_line(str(cache.folder))}\n")
    return ExitCode.FAILED if failed else ExitCode.OK
