# Two commands: `make demo` and `make test`. Both set up everything they need. `make qgis` opens QGIS on the demo.
PYTHON ?= python3
QGIS ?= qgis
BIN := .venv/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
# Python compiles what is imported; pip would compile all of 18,000 modules.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --constraint constraints.txt
WINDOW := tests/ofa_qgis/window/run.sh
WINDOW_PACKAGES := qgis python3-qgis python3-venv xvfb xauth openbox xdotool imagemagick qttools5-dev-tools

# $(call apt,PACKAGES): installs what is missing of them, on Debian and its children.
apt = dpkg -s $(1) >/dev/null 2>&1 || { command -v apt-get >/dev/null && echo "installing $(1)" \
	&& $(SUDO) apt-get update -qq \
	&& $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; } \
	|| { echo "error: these are needed and could not be installed: $(1)"; exit 2; }

.PHONY: demo test setup lint package docs qgis screenshots latency first-preview wand benchmarks clean

demo: setup
	$(BIN)/python resources/demo/demo.py

# The two environments are made side by side.
test:
	@$(MAKE) --no-print-directory --jobs=2 .venv/.dev .venv-qgis/.ready
	@tests/parts.sh

setup: .venv/.engine

# A real Python comes with venv; Debian splits it off into a package of its own.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "error: Python 3.11 or newer is needed, found $$($(PYTHON) --version) - give another with make PYTHON=..."; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(call apt,python3-venv); }
	$(PYTHON) -m venv .venv

.venv/.engine: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	touch $@

# All that `.venv/.engine` has, and more: one call of pip for both.
.venv/.dev: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable '.[dev]'
	$(BIN)/python -c 'import engine.cli.main, engine.jobs.classify, training.finetune.job, numba' # compiles them
	touch .venv/.engine $@

# QGIS's modules belong to the system's Python; pytest comes beside them, never into them. apt runs once at a time.
.venv-qgis/.ready: tests/ofa_qgis/requirements.txt | $(BIN)/python
	@$(call apt,$(WINDOW_PACKAGES))
	test -x .venv-qgis/bin/python || /usr/bin/python3 -m venv --system-site-packages .venv-qgis
	.venv-qgis/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

lint: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The zip for plugins.qgis.org, checked by its validator's rules.
package: .venv/.dev
	@command -v lrelease >/dev/null || { $(call apt,qttools5-dev-tools); }
	$(BIN)/python package.py
	$(BIN)/python -m pytest tests/test_package.py

# The documentation site, in build/site; a dead link or a missing picture is an error.
docs: .venv/.dev
	$(BIN)/python docs/build_site.py

# QGIS on the demo scene with its labels, in a profile of its own.
qgis:
	@[ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ] || { echo "make qgis opens a window and needs a screen: DISPLAY is not set"; exit 2; }
	@command -v $(firstword $(QGIS)) >/dev/null || { $(call apt,qgis python3-qgis); }
	@$(MAKE) --no-print-directory setup
	$(BIN)/python resources/demo/demo.py prepare
	QGIS="$(QGIS)" resources/demo/open.sh

# Pictures of README and help, from a real QGIS window.
screenshots: .venv/.dev .venv-qgis/.ready
	OFA_WINDOW_S=1800 $(WINDOW) docs/screenshots.py
	OFA_WINDOW_LANG=de OFA_WINDOW_S=1800 $(WINDOW) docs/screenshots.py
	$(WINDOW) docs/product_pictures.py
	$(WINDOW) docs/page_pictures.py

# Click to refreshed preview, in a real QGIS window.
latency: .venv/.dev .venv-qgis/.ready
	OFA_WINDOW_SCREEN=1800x1400 $(WINDOW) benchmarks/latency.py

# Clicks and seconds from an opened QGIS to the first preview, and how long the magic wand lets one wait.
first-preview wand: .venv/.dev .venv-qgis/.ready
	$(WINDOW) benchmarks/$(subst -,_,$@).py now

# Figures and pictures of README and docs; some hours on a quiet machine with the real scenes. Goes on where it was.
benchmarks: .venv/.dev
	$(BIN)/python -m benchmarks.few_label
	$(BIN)/python -m benchmarks.eurosat_finetune
	$(BIN)/python -m benchmarks.segmentation
	$(BIN)/python benchmarks/stream.py
	$(BIN)/python -m benchmarks.commands
	$(BIN)/python benchmarks/pictures.py

clean:
	rm -rf .venv .venv-qgis build dist *.egg-info
