# publish: do all the set-up and build editions; test: do all the set-up and pass the tests.
ARGS ?= --lang sr --format pdf
BIN := .venv/bin
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
TOOLS := default-jre-headless gettext libimage-exiftool-perl libreoffice-writer poppler-utils python3-uno
HAS_PANGO = $(BIN)/python -c 'from publisher.export.pdf.pango import require_pango as r; r()' 2>/dev/null
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)
# The first Python on the machine that will do.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo $$p && break; done)

.PHONY: publish test check coverage bench lint lock pango tools clean
.DEFAULT_GOAL := publish

publish: .venv/installed pango
	$(BIN)/publish $(ARGS)

test: .venv/installed-dev pango tools
	$(BIN)/pytest -q $(shell cat .venv/without-tools 2>/dev/null)

check: lint test

coverage: .venv/installed-dev pango tools
	$(BIN)/pytest -q --cov --cov-report=term-missing:skip-covered

# Times of the commands that translators wait for; make bench ARGS=update runs some of them.
bench: ARGS =
bench: .venv/installed-dev
	$(BIN)/python -m tests.bench.run $(ARGS)

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11, 3.12 or 3.13 is needed; say which: make PYTHON=…"; exit 7; }
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	touch $@

# Pango is the one library that is not on PyPI.
pango: .venv/installed
	@$(HAS_PANGO) || { \
	  command -v apt-get >/dev/null && $(SUDO) true 2>/dev/null \
	  && $(SUDO) apt-get update -qq \
	  && $(SUDO) apt-get install -y -qq --no-install-recommends $(PANGO) >/dev/null; } || true
	@$(HAS_PANGO) || { \
	  echo "Pango is missing. Install it with the line for your system, then run make again:"; \
	  echo "  apt-get install $(PANGO)"; echo "  dnf install pango"; echo "  brew install pango"; \
	  exit 7; }

# Programs that read finished editions back; the tests that need them are left out where they
# cannot be had, except in CI.
tools:
	@rm -f .venv/without-tools
	@for tool in java msgfmt exiftool soffice pdftotext; do \
	  command -v $$tool >/dev/null || { missing=1; }; done; \
	/usr/bin/python3 -c 'import uno' 2>/dev/null || missing=1; \
	[ -z "$$missing" ] || { \
	  command -v apt-get >/dev/null && $(SUDO) true 2>/dev/null \
	  && $(SUDO) apt-get update -qq \
	  && $(SUDO) apt-get install -y -qq --no-install-recommends $(TOOLS) >/dev/null; } \
	|| { [ -z "$$CI" ] && echo "Left out, for want of $(TOOLS): the tests marked external" \
	  && echo '-m "not external"' > .venv/without-tools; }

# Needs uv; the locks carry hashes and no index addresses.
lock:
	uv pip compile --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --group build pyproject.toml -o requirements.lock
	uv pip compile --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --group dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv build dist/* .mypy_cache .ruff_cache .pytest_cache .hypothesis
