# Two commands on a fresh machine with Python 3.11 and make: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?= $(or $(WHENCE_DATA),../shared/data)

.PHONY: demo test check format bench train docs lock clean

demo: $(VENV)/.run  ## the account of the example story, on the terminal and as demo/account.html
	@mkdir -p demo
	@$(BIN)/whence report examples/reports -o demo/account.html --json demo/account.json
	@echo; echo "The page: demo/account.html    The JSON account: demo/account.json"

test: $(VENV)/.dev  ## format, lint, types and architecture, then the tests
	@$(MAKE) --no-print-directory check
	@$(BIN)/pytest

check: $(VENV)/.dev  ## format, lint, types, architecture
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/.dev  ## put the code into the project's form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/.dev  ## measured quality and speed; needs the research data
	@for name in attribution behaviour example_story seeds speakers stance times extraction derivations stories timeline relations \
	  words_per_second memory; do \
	  echo "== $$name"; WHENCE_DATA=$(DATA) $(BIN)/python -m bench.$$name || exit 1; done

train:  ## from the research data to the shipped weights, in a virtual environment of its own
	@test -x $(VENV)-train/bin/python || $(PYTHON) -m venv $(VENV)-train
	@$(VENV)-train/bin/python -m pip install --quiet -r train/requirements.txt
	@WHENCE_DATA=$(DATA) PYTHONPATH=src:. $(VENV)-train/bin/python -m train

docs: $(VENV)/.dev  ## check that every command of the README does what it says
	@$(BIN)/pytest tests/docs

lock:  ## choose the newest allowed dependencies anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml --group build -o locks/run.txt --upgrade
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml --group build --group test --group check -o locks/dev.txt --upgrade

clean:
	rm -rf $(VENV) $(VENV)-train demo .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The stamps are files, so that a second `make test` installs nothing.
$(VENV)/.run: locks/run.txt pyproject.toml
	@echo "Setting up $(VENV) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run locks/dev.txt
	@echo "Setting up the test tools …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/dev.txt
	@touch $@
