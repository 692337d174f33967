# Deux commandes suffisent : `make demo` et `make test`. `make` seul dit le reste.
PYTHON := .venv/bin/python
LECTURES ?= $(HOME)/.cache/pli/lectures
# Les essais écrivent et confirment sans cesse : en mémoire quand elle a 8 Go à prêter, sinon sur le disque.
ESSAIS := $(shell df -k --output=avail /dev/shm 2>/dev/null | awk 'NR == 2 && $$1 > 8000000 { print "TMPDIR=/dev/shm" }')
.DEFAULT_GOAL := help
.PHONY: help setup demo test faults check format fixtures readings train bench lock audit licences clean

help: ## dit ce que l'on peut faire ici
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: ## installe ce qui manque (paquets Debian, .venv) ; ne refait rien
	@sh scripts/bootstrap.sh

demo: setup ## une journée entière sur les plis d'essai : lire, trancher, déposer, prévenir
	@$(PYTHON) -m pipeline.insight.demo

test: check ## les contrôles, puis les tests
	@env $(ESSAIS) $(PYTHON) -m pytest -n 2 --dist loadgroup -q

faults: setup ## les longues séries de pannes
	@env $(ESSAIS) $(PYTHON) -m pytest -n 2 --dist loadgroup -q -m faults

check: setup ## style, types et sens des imports
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check --quiet . || { echo 'Mise en forme : lancer `make format`.'; exit 1; }
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-logo

format: setup ## met le code en forme
	@$(PYTHON) -m ruff check --fix-only --quiet .
	@$(PYTHON) -m ruff format --quiet .

fixtures: setup ## refait les plis d'essai de fixtures/scans
	@$(PYTHON) -m training.fixtures

readings: setup ## dessine, numérise et lit les papiers d'essai qui manquent à LECTURES (une heure la première fois)
	@$(PYTHON) -m training.scanned --famille A --fois 0 --cartes 6 $(LECTURES)
	@$(PYTHON) -m training.scanned --famille B --fois 3 --cartes 3 $(LECTURES)
	@$(PYTHON) -m training.scanned $(LECTURES) --famille C --fois 0 --cartes 300 --types IDE-CNA IDE-CNN IDE-PAS IDE-ETR SEJ-REC SEJ-RES \
	  SEJ-TMP SEJ-PLU HPR-PER HPR-CGR
	@$(PYTHON) -m training.scanned $(LECTURES) --famille C --fois 0 --cartes 150 --types HAN-CMI

train: setup ## réapprend le classement de `make readings` (dix minutes)
	@$(PYTHON) -m training.train --lectures $(LECTURES)

bench: setup ## mesure ce qui est promis
	@$(PYTHON) -m benchmarks

lock: ## refige les dépendances (demande uv)
	uv pip compile pyproject.toml --extra dev --override scripts/overrides.txt --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --universal --python-version 3.11 -o requirements.lock

audit: setup ## cherche les failles connues de ce qui est figé (demande Internet)
	@$(PYTHON) scripts/audit.py

licences: setup ## réécrit docs/licences.md
	@$(PYTHON) scripts/licences.py

clean: ## enlève .venv, la démonstration et les caches
	rm -rf .venv demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
