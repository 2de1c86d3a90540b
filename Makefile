# The commands of Cairn. Each does what it says in one script; `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
export PORT

.PHONY: help run test lint bench screenshots semantic words lock clean

help: ## What can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: ## Set up what is missing and serve the demo at http://localhost:8000 (PORT= changes it)
	@scripts/setup run
	@DEMO=$${DEMO:-1} scripts/run

test: ## Everything: engine, rooms, pages, scripts and browser, on SQLite and on PostgreSQL with Valkey
	@scripts/setup dev
	@scripts/test

lint: ## Style, types, contracts, migrations, catalogue and locks
	@scripts/setup dev
	@scripts/lint

bench: ## The speed bars, as ratios measured in one run
	@scripts/setup dev
	@scripts/bench

screenshots: ## Every page of the journeys, at 360 and 1280 px, light and dark, into build/screenshots
	@scripts/setup dev
	@.venv/bin/python -m tests.journeys.screenshots

semantic: ## Switch on the search by meaning (96 MB)
	@scripts/setup semantic

words: ## Collect every sentence a person reads into the catalogue
	@scripts/setup dev
	@.venv/bin/python scripts/words.py

lock: ## Write the lock files anew
	@scripts/setup dev
	@scripts/lock

clean: ## Remove what set-up made; the data stays
	rm -rf .venv node_modules static-collected build
