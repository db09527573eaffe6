# make demo   build a sample agreement and lint it, then lint a poor draft
# make test   format, lint, types, import layers, tests: all that has to hold
# Both make their own virtual environment from the locked requirements.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO := dist/demo

.PHONY: demo test check format lint types layers bytecode tests bench hostile fuzz ecosystem licences lock clean

$(STAMP): requirements/ci.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/ci.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(STAMP)
	@mkdir -p $(DEMO)
	$(BIN)/clausewright build examples/external-sla.yaml --force -o $(DEMO)/external-sla.docx -o $(DEMO)/external-sla.md
	$(BIN)/clausewright lint --fail-on warning $(DEMO)/external-sla.docx $(DEMO)/external-sla.md
	$(BIN)/clausewright lint --fail-on never --format full examples/poor-draft.md

test: check

check: format lint types layers tests

format: $(STAMP)
	$(BIN)/ruff format --check src tests benchmarks

lint: $(STAMP)
	$(BIN)/ruff check src tests benchmarks

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports

# bytecode as an installation writes it: programs that the tests and benchmarks start need not compile
bytecode: $(STAMP)
	@$(BIN)/python -m compileall -q src

tests: bytecode
	$(BIN)/pytest -n auto

bench: bytecode
	$(BIN)/python benchmarks/run.py

# findings that a change adds or removes on the development corpus; UPDATE=1 renews the snapshot
ecosystem: $(STAMP)
	$(BIN)/python benchmarks/ecosystem.py $(if $(CORPUS),$(CORPUS)) $(if $(UPDATE),--update)

# docs/licences.md and the bill of materials of the wheel; after every change of the lock
licences: $(STAMP)
	$(BIN)/python benchmarks/supply_chain.py

hostile: bytecode
	$(BIN)/python -m benchmarks.hostile

FUZZ_SECONDS ?= 60
FUZZ_TARGETS ?= read_markdown read_text read_html read_docx read_odt read_pdf read_archive \
	configure picks suppress lint fix fingerprints build

fuzz: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target dist/atheris atheris==3.0.0
	@for target in $(FUZZ_TARGETS); do \
		echo "$$target"; \
		PYTHONPATH=dist/atheris:tests $(BIN)/python tests/fuzz/drive.py $$target $(FUZZ_SECONDS) dist/fuzz || exit 1; \
	done

lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	$(VENV)-lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate \
		--no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
		--extra dev --extra audit --extra lsp --extra read-pdf \
		-o requirements/ci.txt pyproject.toml requirements/ci.in
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) dist build
