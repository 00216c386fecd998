# Every target sets up what it needs: a virtual environment in .venv, installed with the pins of constraints.txt.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
READERS := text markdown html transcript mail epub rss atom wordpress jsonfeed any
SECONDS := 30
SEED := seeds/000_77d9be3d5e05aaac.txt

.DEFAULT_GOAL := help
.PHONY: help demo test lint types bench soak fuzz build check-install clean

help: ## Show this help
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /|/' | awk -F'|' '{printf "  make %-14s %s\n", $$1, $$2}'

$(VENV)/.run: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -c constraints.txt -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run
	$(PIP) install -c constraints.txt -e '.[dev]'
	touch $@

demo: $(VENV)/.run ## Turn the sample article into a week of posts, in out/
	$(BIN)/repurpose make $(SEED) -o out

test: $(VENV)/.dev ## Run the tests
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.dev ## Check style and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/.dev ## Check types
	$(BIN)/mypy

bench: $(VENV)/.dev ## Measure speed and exactness against named peers
	set -e; for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script; done

soak: $(VENV)/.dev ## Run the property tests and the fuzz targets long
	$(BIN)/python -m pytest tests/property tests/fuzz -n auto --hypothesis-profile=soak

fuzz: $(VENV)/.dev ## Break the input of every reader, guided by coverage where atheris installs; SECONDS for each reader
	-$(PIP) install -c constraints.txt atheris
	$(BIN)/python -m pytest tests/fuzz -n auto --hypothesis-profile=soak
	set -e; for reader in $(READERS); do echo "== $$reader"; $(BIN)/python tests/fuzz/guided.py $$reader --seconds $(SECONDS); done

build: $(VENV)/.dev ## Build the wheel and the source archive into dist/
	$(BIN)/python -m hatchling build

check-install: build ## Install the wheel into an empty environment and run the main job with it
	sh scripts/check_install.sh $(PYTHON)

clean: ## Remove what the other targets made
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
