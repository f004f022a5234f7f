# Hub's few commands. `make` alone says what there is.

PORT ?= 8000
DATA ?= var
ARGS ?=

PYTHON := .venv/bin/python
READY := .venv/.ready
CHROMIUM ?= $(firstword $(shell command -v chromium chromium-browser google-chrome google-chrome-stable 2>/dev/null))
# What `make lint` checks the production settings with; none of it is secret or real.
AS_IN_PRODUCTION := env DEBUG=0 SECRET_KEY=$(shell printf 'only-for-the-check-%.0s' 1 2 3 4) \
	SITE_URL=https://hub.example ALLOWED_HOSTS=hub.example DATA=.cache/lint DATABASE_URL= CACHE_URL= SEARCH_URL= EMAIL_URL=

.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench messages clean

help: ## say what there is
	@echo "Hub: a place where a community of practice keeps what it knows, and meets."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  make run PORT=8001 DATA=/tmp/hub    serve elsewhere, keep its data elsewhere"
	@echo "  make test ARGS='tests/events -x'    only some of the suite, no browser"

# uv makes the environment as uv.lock says; where uv is missing, pip puts it into the environment first.
# --inexact leaves that uv where it is; compiling now saves two seconds at every start.
$(READY): uv.lock pyproject.toml
	@echo "Making the Python environment in .venv (a minute, the first time) …"
	@if command -v uv >/dev/null 2>&1; then \
		uv sync --frozen --inexact --compile-bytecode; \
	else \
		python=; \
		for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
			if $$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$each; break; fi; \
		done; \
		if [ -z "$$python" ]; then \
			echo "Hub needs Python 3.11 or newer, and there is none here. Install it (on Debian: apt install python3 python3-venv)."; \
			exit 1; \
		fi; \
		if ! $$python -c 'import ensurepip, venv' >/dev/null 2>&1; then \
			echo "This Python cannot make environments. On Debian: apt install python3-venv"; exit 1; \
		fi; \
		[ -x $(PYTHON) ] || $$python -m venv .venv || exit 1; \
		[ -x .venv/bin/uv ] || $(PYTHON) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m ensurepip >/dev/null || exit 1; \
		[ -x .venv/bin/uv ] || $(PYTHON) -m pip install --disable-pip-version-check --quiet uv || exit 1; \
		VIRTUAL_ENV= UV_PYTHON=$(PYTHON) .venv/bin/uv sync --frozen --inexact --compile-bytecode; \
	fi
	@touch $@

setup: $(READY) ## make the Python environment in .venv; the others do it by themselves

run: $(READY) ## serve the hub at http://localhost:8000, with a demo hub in an empty database
	@DEBUG=1 DATA='$(DATA)' SITE_URL='http://localhost:$(PORT)' $(PYTHON) manage.py start --port '$(PORT)'

ifneq ($(ARGS),)
test: $(READY)
	@$(PYTHON) -m pytest $(ARGS)
else
test: $(READY) ## the suite, then the journeys in a real browser
	@echo "The suite, without a browser:"
	@PYTHONDONTWRITEBYTECODE= $(PYTHON) -m pytest -m "not browser" -n 2 --dist loadfile --no-loadscope-reorder
	@if [ -x "$(CHROMIUM)" ]; then \
		echo "The journeys, in $(CHROMIUM):"; \
		CHROMIUM='$(CHROMIUM)' $(PYTHON) -m pytest -m browser; \
	else \
		echo; \
		echo "THE JOURNEYS WERE LEFT OUT: there is no Chromium here. On Debian or Ubuntu: apt install chromium"; \
		echo "On other systems install Chrome or Chromium and say where it is: make test CHROMIUM=/path/to/chrome"; \
		[ -z "$$CI" ]; \
	fi
endif

lint: $(READY) ## style, missing migrations, and Django's checks with production settings
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@DEBUG=1 $(PYTHON) manage.py makemigrations --check --dry-run
	@$(AS_IN_PRODUCTION) $(PYTHON) -W error::ResourceWarning manage.py check --deploy --fail-level WARNING

bench: $(READY) ## how fast it is, beside a bare Django view, how well and fast the search answers, and the chore of checks
	@$(PYTHON) -m bench $(ARGS)

messages: $(READY) ## gather the texts to translate (needs GNU gettext) and compile the translations
	@$(PYTHON) -m django makemessages -l es -l ar --no-location --no-obsolete --ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*' --ignore 'demo/*'
	@$(PYTHON) -c "import pathlib, polib; [polib.pofile(str(po)).save_as_mofile(str(po.with_suffix('.mo'))) for po in pathlib.Path('locale').rglob('*.po')]"

clean: ## remove the environment and caches; the data in DATA stays
	@rm -rf .venv .cache .pytest_cache .ruff_cache test-results .coverage
	@find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
