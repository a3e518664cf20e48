# Everything a developer does here. `make help` lists it.
# A newer set of pinned packages: `make pins`, then `make check`, then commit constraints.txt.

PYTHON ?= python3
BIN := .venv/bin
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help run test check coverage bench lint format messages migration browser pins

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

run: .venv/installed ## start Lintas: in Slack where there are tokens, else a local Slack in the browser
	@if [ -n "$$SLACK_BOT_TOKEN$$SLACK_CLIENT_ID" ] || grep -Eqs "^(export +)?SLACK_(BOT_TOKEN|CLIENT_ID) *= *[\"']?[[:alnum:]]" .env; \
	then exec $(BIN)/lintas run; else exec $(BIN)/lintas local; fi

test: .venv/installed-test ## the whole suite, on SQLite and PostgreSQL
	@$(BIN)/python -m pytest -q -n auto --dist worksteal

coverage: .venv/installed-test ## the same, and which lines and branches it never reaches
	@$(BIN)/python -m pytest -q -n auto --dist worksteal --cov --cov-report=term

check: lint test ## format, lint, types, then the whole suite

lint: .venv/installed-test ## format, lint and types, nothing changed
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary

format: .venv/installed-test ## put the code in form
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

bench: .venv/installed-test ## how fast, how large, against the plainest thing that could work
	@$(BIN)/python -m bench

messages: .venv/installed-test ## bring the Indonesian catalogue up to the sentences in the code
	@$(BIN)/python -m bot.locales.catalogue

migration: .venv/installed-test ## make migration m="programs have legs": the next one, from the models
	@$(BIN)/python -m storage.migrations "$(m)"

browser: .venv/installed-test ## the local page in the system's Chromium
	@$(BIN)/python -m pip install -q -c constraints.txt -e '.[browser]'
	@$(BIN)/python -m pytest -q tests/browser

pins: .venv/installed-test ## pin the newest packages that the ranges in pyproject.toml allow
	@$(BIN)/python -m pip install -q --upgrade --upgrade-strategy eager -e '.[test,browser]'
	@$(BIN)/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools > constraints.txt

# Installed again only when what is asked for has changed.
.venv/installed .venv/installed-test: pyproject.toml constraints.txt | .venv
	@echo "Installing Lintas and its packages: about a minute"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.$(if $(findstring test,$@),[test])'
	@touch $@

.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Lintas needs Python 3.11 or newer as '$(PYTHON)': install it, or say PYTHON=/path/to/it" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || \
	{ echo "Python's venv module is missing: on Debian and Ubuntu it is the package python3-venv" >&2; rm -rf .venv; exit 1; }
