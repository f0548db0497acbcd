"""What cross-validation says of a judge: figures by story and by threshold, reliability, kinds."""

from collections.abc import Sequence

from training.calibration import reliability
from training.fitting import Fit, kind_accuracy
from training.heads import Pair
from training.metrics import figures_at

THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def report(fitted: Fit, pairs: Sequence[Pair]) -> None:
    """Print the tables."""
    chosen = [fitted.thresholds[pair.fold] for pair in pairs]
    _print_head("story")
    for name in sorted({pair.story for pair in pairs}):
        _print_row(name, fitted, pairs, chosen, [i for i, pair in enumerate(pairs) if pair.story == name])
    _print_row("ALL", fitted, pairs, chosen, range(len(pairs)))
    _print_head("any threshold")
    for threshold in THRESHOLDS:
        _print_row(str(threshold), fitted, pairs, [threshold] * len(pairs), range(len(pairs)))
    print(f"threshold {fitted.judge.threshold}, kind right in {kind_accuracy(fitted, pairs):.3f} of the links found")
    print("probability   linked   pairs")
    for mean, share, number in reliability(fitted.scores, [pair.labels for pair in pairs]):
        print(f"{mean:11.3f} {share:8.3f} {number:7d}")


def _print_head(title: str) -> None:
    print(title.ljust(22), *(key.rjust(9) for key in figures_at([], [], [])))


def _print_row(
    name: str, fitted: Fit, pairs: Sequence[Pair], thresholds: Sequence[float], which: Sequence[int]
) -> None:
    figures = figures_at(
        [fitted.scores[i] for i in which], [pairs[i].labels for i in which], [thresholds[i] for i in which]
    )
    print(name.ljust(22), *(f"{value:9.3f}" for value in figures.values()), flush=True)
