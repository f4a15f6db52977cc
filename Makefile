# Two commands: `make demo` and `make test`. Both set up everything they need.
PYTHON ?= python3
BIN := .venv/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test setup lint benchmarks clean

demo: setup
	$(BIN)/python resources/demo/demo.py

test: .venv/.dev
	$(BIN)/python -m pytest

setup: .venv/.engine

# A real Python comes with venv; Debian splits it off into a package of its own.
.venv/.engine: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "error: Python 3.11 or newer is needed, found $$($(PYTHON) --version) - give another with make PYTHON=..."; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends python3-venv; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --editable .
	touch $@

.venv/.dev: .venv/.engine
	$(PIP) --editable '.[dev]'
	touch $@

lint: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Figures and pictures of README and docs; an hour or so, on a quiet machine with the real scenes.
benchmarks: .venv/.dev
	$(BIN)/python -m benchmarks.few_label
	$(BIN)/python benchmarks/stream.py
	$(BIN)/python benchmarks/pictures.py

clean:
	rm -rf .venv build dist *.egg-info
