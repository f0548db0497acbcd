"""A short run of the fuzzer, and all that longer ones have found."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutating import mutated
from tests.fuzz.target import feed
from tests.fuzz.targets import TARGETS

# `make fuzz` writes names that begin with the target.
FOUND = sorted(path for path in Path(__file__).with_name("found").glob("*-*"))
COSTLY = {"document": 12, "decode": 12, "page": 12, "aligned": 3, "reported": 20}


@pytest.mark.parametrize("target", TARGETS)
def test_what_others_wrote_is_read_or_refused(target: str) -> None:
    @settings(
        max_examples=COSTLY.get(target, 40), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
    )
    @given(st.data())
    def fed(data: st.DataObject) -> None:
        feed(TARGETS[target], data.draw(mutated(target)))

    fed()


@pytest.mark.parametrize("target", TARGETS)
def test_the_seeds_are_what_a_target_takes(target: str) -> None:
    for seed in TARGETS[target].seeds:
        TARGETS[target].run(seed)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_is_mended(path: Path) -> None:
    feed(TARGETS[path.name.partition("-")[0]], path.read_bytes())
