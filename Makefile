# Two commands: "make run" starts the demo, "make test" passes the tests. Both install what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PLAYGROUND := bot/playground/node_modules

.PHONY: run test lint lock clean install model coverage-report

run: install model
	$(BIN)/probity demo

# In memory where that can be written: the databases of the tests are synced at every commit.
test: export TMPDIR ?= $(shell test -w /dev/shm && echo /dev/shm || echo /tmp)
test: install lint model
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadgroup tests

lint: install
	$(BIN)/ruff check bot dialogs knowledge storage tests

# What of the policies is covered, and how: every row, clause, question, value of a fact and outcome.
coverage-report: export TMPDIR ?= $(shell test -w /dev/shm && echo /dev/shm || echo /tmp)
coverage-report: install model
	@$(BIN)/python -m tests.coverage

# Without the encoder everything works, on words alone: a machine that cannot fetch it is told so and goes on.
model: install
	@$(BIN)/probity model build || echo "The encoder is not there, so understanding runs on words alone."

install: $(INSTALLED) $(PLAYGROUND)/.installed

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	  || { echo "Python 3.11, 3.12 or 3.13 is needed; name one: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# The demo's chat client, where Node.js is. Without it the demo, and all but the tests in a browser, run.
$(PLAYGROUND)/.installed: bot/playground/package-lock.json
	@if ! command -v npm >/dev/null; then \
	  echo "npm is not on this machine, so the demo runs without the Playground that looks like Teams."; \
	elif npm ci --prefix bot/playground --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null; then \
	  touch $@; \
	else \
	  echo "npm could not fetch the Playground that looks like Teams. The demo runs without it."; \
	fi

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra model --extra test \
	  pyproject.toml -o requirements.lock
	npm install --prefix bot/playground --package-lock-only --omit-lockfile-registry-resolved

clean:
	rm -rf $(VENV) $(PLAYGROUND) build *.egg-info
