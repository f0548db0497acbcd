"""What ``newsread`` says it exports is what it exports."""

import newsread


def test_all_is_sorted_and_complete() -> None:
    assert list(newsread.__all__) == sorted(newsread.__all__)
    assert len(set(newsread.__all__)) == len(newsread.__all__)


def test_every_export_resolves_and_is_documented() -> None:
    for name in newsread.__all__:
        member = getattr(newsread, name)
        assert name.startswith("__") or member.__doc__, name


def test_dir_names_every_export() -> None:
    assert set(newsread.__all__) <= set(dir(newsread))
