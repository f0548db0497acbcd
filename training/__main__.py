"""Train the aligner, or say how good it is: ``python -m training train|evaluate GOLD --encoders FOLDER``."""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from newsread.alignment.head import Judge
from newsread.alignment.weights import CHECKSUMS
from newsread.model import Article
from training.crossfit import Place, tuned_encoder, unseen_vectors
from training.fitting import Fit, fit
from training.gold import GoldStory, load_stories
from training.methods import METHODS, Method
from training.report import report
from training.vectors import make_pairs

FOLDS = 6
ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "core" / "newsread" / "data"


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("what", choices=["train", "evaluate"])
    parser.add_argument("gold", type=Path, help="folder of annotated stories (gold.json and texts)")
    parser.add_argument("--encoders", type=Path, required=True, help="folder with the published encoders")
    parser.add_argument("--cache", type=Path, default=ROOT / ".train", help="where tuned encoders are kept")
    options = parser.parse_args()
    stories, place = load_stories(options.gold), Place(options.encoders, options.cache)
    fits = [_fitted(method, stories, place) for method in (None, *METHODS)]
    if options.what == "train":
        _ship(fits, {method.name: tuned_encoder(method, stories, place) for method in METHODS}, place.tokenizer)
    else:
        _scorer_table(options.gold, stories)
    return 0


def _fitted(method: Method | None, stories: Sequence[GoldStory], place: Place) -> Fit:
    """The judge of a method, or of the one without an encoder, and a report of what it is worth."""
    folds = folds_of(stories)
    unseen = unseen_vectors(method, stories, folds, place) if method else {}
    pairs = make_pairs(stories, folds, (lambda story: unseen[story.name]) if method else None)
    fitted = fit(method.name if method else "lexical", pairs, FOLDS)
    print(f"\n{fitted.judge.method}: stories left out, {FOLDS} folds; threshold chosen on the other folds")
    report(fitted, pairs)
    return fitted


def folds_of(stories: Sequence[GoldStory]) -> dict[str, int]:
    """Stories dealt out to folds: first those with two annotators, then the others, each by name."""
    dealt = sorted(stories, key=lambda story: (story.file.parent.parent.name == "train", story.name))
    return {story.name: i % FOLDS for i, story in enumerate(dealt)}


def _ship(fits: Sequence[Fit], encoders: Mapping[str, Path], tokenizer: Path) -> None:
    for fitted in fits:
        _write(fitted.judge)
    for name, encoder in encoders.items():
        shutil.copy(encoder, DATA / f"{name}.onnx")
    shutil.copy(tokenizer, DATA / "tokenizer.json")
    _write_checksums()


def _write_checksums() -> None:
    """What loading holds the files to; `sha256sum` writes and reads the same."""
    names = sorted(path.name for path in DATA.iterdir() if path.suffix in (".onnx", ".json"))
    lines = [f"{hashlib.sha256((DATA / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (DATA / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def _write(judge: Judge) -> None:
    plain = json.dumps(judge.to_plain(), separators=(",", ":"))
    (DATA / f"{judge.method}.json").write_text(plain + "\n", encoding="utf-8")


def _scorer_table(gold: Path, stories: Sequence[GoldStory]) -> None:
    """The scorer's own table, end to end from the texts; what ships has been trained on these stories."""
    scorer = gold / "score.py"
    if not scorer.is_file():
        return
    print("\nfrom the texts, with the weights that ship, which were trained on these stories", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, str(scorer)]
        for story in stories:
            output = Path(scratch) / f"{story.name}.json"
            output.write_text(json.dumps(_aligned(story)), encoding="utf-8")
            command += [str(story.file), str(output)]
        subprocess.run(command, check=True)


def _aligned(story: GoldStory) -> dict[str, object]:
    """What ``newsread align`` writes, as far as the scorer reads it, on the annotators' sentences."""
    from newsread.alignment.align import align

    alignment = align(story.articles)
    return {
        "articles": [_article(article) for article in story.articles],
        "links": [
            {
                "source": {"article": link.source.article, "sentence": link.source.sentence},
                "target": {"article": link.target.article, "sentence": link.target.sentence},
                "score": link.score,
            }
            for link in alignment.candidates
            if link.score >= alignment.threshold
        ],
    }


def _article(article: Article) -> dict[str, object]:
    return {"path": article.path, "sentences": [{"start": s.start, "end": s.end} for s in article.sentences]}


if __name__ == "__main__":
    sys.exit(main())
