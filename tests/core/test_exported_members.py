"""What ``newsread`` says it exports is what it exports."""

import pytest

import newsread


def test_all_is_sorted_and_without_doubles() -> None:
    assert list(newsread.__all__) == sorted(set(newsread.__all__))


@pytest.mark.parametrize("name", newsread.__all__)
def test_every_export_resolves_and_is_documented(name: str) -> None:
    member = getattr(newsread, name)
    assert member.__doc__
    assert getattr(member, "__module__", "newsread").startswith("newsread") or name == "__version__"


def test_dir_names_every_export() -> None:
    assert set(newsread.__all__) <= set(dir(newsread))


def test_what_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        newsread.nonsense  # noqa: B018
