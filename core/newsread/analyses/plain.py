"""What an analysis adds to a story, as plain lists, strings and numbers, and back: for the cache and between programs.

The form follows from the types of the values alone, so a new field needs no line here: a dataclass or a named tuple is
the list of its fields, an enumeration its value, a date its ISO form. A link that a difference or an overlap points to
is one of the alignment's and becomes its number. What does not fit the types is refused: files and pipes can hold
anything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from newsread.model import Alignment, Article, Link
from newsread.story import Story

type Plain = Any
"""What JSON can write: None, bool, int, float, str, and lists and dictionaries of these."""

_READ: Final = frozenset({"articles", "title", "threshold", "warnings", "corrections"})
"""The fields of a story that no analysis sets; warnings it adds to."""
_PARTS: Final = tuple(each.name for each in fields(Story) if each.name not in _READ)
_REMARKS: Final = "remarks"
_ALIGNMENT: Final = "alignment"


class Unfitting(ValueError):
    """Plain values that are not what they should be."""


@dataclass(slots=True)
class _Shared:
    """The links of a story, by which others are known."""

    links: Sequence[Link] = ()
    numbers: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Form:
    """How the values of one type are written and read."""

    write: Callable[[Any, _Shared], Plain]
    read: Callable[[Plain, _Shared], Any]


def added_parts(story: Story, before: Story) -> dict[str, Plain]:
    """What ``story`` has and ``before`` had not, by name of the part; ``story`` grew out of ``before``."""
    candidates = story.alignment.candidates if story.alignment else ()
    shared = _Shared(candidates, {id(link): number for number, link in enumerate(candidates)})
    parts = {
        name: _part(name).write(getattr(story, name), _Shared() if name == _ALIGNMENT else shared)
        for name in _PARTS
        if getattr(story, name) is not getattr(before, name)
    }
    remarks = [remark for remark in story.warnings if remark not in before.warnings]
    return parts | {_REMARKS: remarks} if remarks else parts


def with_parts(story: Story, parts: Plain) -> Story:
    """The story with what :func:`added_parts` wrote.

    Raises:
        Unfitting: It is something else.
    """
    if not isinstance(parts, dict) or not parts.keys() <= {*_PARTS, _REMARKS}:
        raise Unfitting("not the parts of a story")
    remarks = _read(tuple[str, ...], parts.get(_REMARKS, []))
    found: dict[str, Any] = {"warnings": (*story.warnings, *remarks)}
    shared = _Shared()
    # The alignment comes first: what follows points into it.
    for name in sorted(parts.keys() - {_REMARKS}, key=lambda name: name != _ALIGNMENT):
        if name != _ALIGNMENT:
            alignment = found.get(_ALIGNMENT, story.alignment)
            shared = _Shared(alignment.candidates if alignment else ())
        found[name] = _part(name).read(parts[name], shared)
    _check_places(story.articles, found.get(_ALIGNMENT))
    return replace(story, **found)


def articles_to_plain(articles: Sequence[Article]) -> Plain:
    """Articles as plain values."""
    return _form(tuple[Article, ...]).write(articles, _Shared())


def articles_from_plain(plain: Plain) -> tuple[Article, ...]:
    """The articles that :func:`articles_to_plain` wrote.

    Raises:
        Unfitting: It is something else.
    """
    return cast("tuple[Article, ...]", _read(tuple[Article, ...], plain))


@cache
def _part(name: str) -> _Form:
    return _form(_hint(name))


def _hint(name: str) -> Any:
    """The type of a part. A story names its findings without importing them, which takes longer than to show a text."""
    if name != "findings":
        return get_type_hints(Story, localns={"Findings": object})[name]
    from newsread.findings import Findings

    return get_type_hints(Story, localns={"Findings": Findings})[name]


def _read(hint: Any, plain: Plain) -> Any:
    return _form(hint).read(plain, _Shared())


def _check_places(articles: Sequence[Article], alignment: Alignment | None) -> None:
    for link in alignment.candidates if alignment else ():
        for ref in (link.source, link.target):
            if not (0 <= ref.article < len(articles) and 0 <= ref.sentence < len(articles[ref.article].sentences)):
                raise Unfitting("a link to a sentence that is not there")


# --- one form for each type ---------------------------------------------------------------------------------------


@cache
def _form(hint: Any) -> _Form:
    if get_origin(hint) in (Union, UnionType):
        return _optional(hint)
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
        return _many(get_args(hint)[0])
    if hint is Link:
        return _link()
    if _is_record(hint):
        return _record(hint)
    return _atom(hint)


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields"))


def _hints(kind: Any) -> dict[str, Any]:
    """The fields of a record, in order, each with its type."""
    names = [each.name for each in fields(kind)] if is_dataclass(kind) else kind._fields
    hints = get_type_hints(kind)
    return {name: hints[name] for name in names}


def _atom(hint: Any) -> _Form:
    if hint in (str, int, bool, float):
        return _Form(lambda value, _: value, lambda plain, _: _plain(hint, plain))
    if hint in (date, datetime):
        return _Form(lambda value, _: value.isoformat(), lambda plain, _: hint.fromisoformat(_plain(str, plain)))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _Form(lambda value, _: value.value, lambda plain, _: _of_enum(hint, plain))
    raise TypeError(f"no plain form for {hint}")


def _plain(kind: type, plain: Plain) -> Any:
    if type(plain) is kind:
        return plain
    if kind is float and type(plain) is int:
        return float(plain)
    raise Unfitting(f"no {kind.__name__}")


def _of_enum(kind: type[Enum], plain: Plain) -> Enum:
    try:
        return kind(plain)
    except ValueError as error:
        raise Unfitting(f"no {kind.__name__}") from error


def _optional(hint: Any) -> _Form:
    (kind,) = (each for each in get_args(hint) if each is not NoneType)
    form = _form(kind)
    return _Form(
        lambda value, shared: None if value is None else form.write(value, shared),
        lambda plain, shared: None if plain is None else form.read(plain, shared),
    )


def _many(hint: Any) -> _Form:
    form = _form(hint)

    def read(plain: Plain, shared: _Shared) -> tuple[Any, ...]:
        if not isinstance(plain, list):
            raise Unfitting("no list")
        return tuple([form.read(each, shared) for each in plain])

    return _Form(lambda values, shared: [form.write(value, shared) for value in values], read)


def _record(kind: Any) -> _Form:
    parts = [(name, _form(each)) for name, each in _hints(kind).items()]
    readers = [form.read for _, form in parts]

    def write(value: Any, shared: _Shared) -> Plain:
        return [form.write(getattr(value, name), shared) for name, form in parts]

    def read(plain: Plain, shared: _Shared) -> Any:
        if not isinstance(plain, list) or len(plain) != len(readers):
            raise Unfitting(f"no {kind.__name__}")
        return kind(*[reader(each, shared) for reader, each in zip(readers, plain, strict=True)])

    return _Form(write, read)


def _link() -> _Form:
    whole = _record(Link)

    def write(link: Link, shared: _Shared) -> Plain:
        number = shared.numbers.get(id(link))
        return whole.write(link, shared) if number is None else number

    def read(plain: Plain, shared: _Shared) -> Link:
        if not isinstance(plain, int):
            return cast("Link", whole.read(plain, shared))
        if not 0 <= plain < len(shared.links):
            raise Unfitting("no such link")
        return shared.links[plain]

    return _Form(write, read)
