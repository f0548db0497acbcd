"""Run by .ci/run with the Python that newsread was installed for: does the installed program do its work?"""

import json
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import newsread
from newsread.sample import sample_story
from tests.contract import check_report


def main() -> None:
    """Align the sample story that came with the wheel, and hold the report to its contract."""
    checkout = Path(sys.argv[1]).resolve()
    story = sample_story()
    for place in (Path(newsread.__file__), story):
        assert not place.resolve().is_relative_to(checkout), f"{place} is not the installed one"
    for package in ("newsread", "newsread_tui"):
        assert packages_distributions()[package] == ["newsread"], package
    report = align(story)
    check_report(report)
    assert [article["outlet"] for article in report["articles"]][::4] == ["CNN", "Reuters"]
    assert report["links"], "no links"
    assert report["entities"], "no entities: did the language model come with the installation?"
    print("newsread align:", ", ".join(f"{len(report[name])} {name}" for name in ("articles", "links", "entities")))


def align(story: Path) -> dict[str, Any]:
    """What ``newsread align`` writes on a story, as a value."""
    command: list[str | Path] = [Path(sys.executable).with_name("newsread"), "align", story, "--format", "json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


if __name__ == "__main__":
    main()
