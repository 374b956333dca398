# `make` runs the pipeline at the paper's scale; `make quick` at small sizes. Each target sets up .venv by itself.
PYTHON ?= python3
TORCH ?= torch==2.13.0
BIN := .venv/bin
# a line for every finished stage: workflow/terminal is a logger plugin of Snakemake
SNAKEMAKE = PATH="$(CURDIR)/$(BIN):$$PATH" PYTHONPATH="$(CURDIR)/workflow/terminal$${PYTHONPATH:+:$$PYTHONPATH}" \
  workflow/at_home snakemake --logger stages --cores all
# a checkout that was moved has a dead .venv, whose programs name an interpreter that is gone: it is made anew
READY := $(shell [ ! -e .venv/ready ] || $(BIN)/pip --version >/dev/null 2>&1 || rm -rf .venv)

.PHONY: all quick formal try verify-run test test-all lint bench experts-library mutants crate crate-library slurm-plugin lock clean

all: .venv/ready
	$(SNAKEMAKE)
	@$(BIN)/python -m verification.judge_ledger results/ledger.json
	@echo "The page: $(CURDIR)/results/report/index.html"

quick: .venv/ready
	$(SNAKEMAKE) --configfile config-quick.yaml
	@$(BIN)/python -m verification.judge_ledger results-quick/ledger.json
	@echo "The page: $(CURDIR)/results-quick/report/index.html"

# the proofs in Coq alone, which has to be there: see docs/formal.md; CONFIG=config-quick.yaml for those of a quick run
formal: .venv/ready
	$(SNAKEMAKE) formal --config formal=on $(if $(CONFIG),--configfile $(CONFIG))

# one paper alone, of the house or anybody's, at small sizes: make try PAPER=../papers/mykey
try: .venv/ready
	@config="$$($(BIN)/python -m workflow.try_paper "$$PAPER")" && \
	  $(SNAKEMAKE) --configfile "$$config" && \
	  $(BIN)/python -m verification.judge_ledger "$$(dirname "$$config")/ledger.json" && \
	  echo "The page: $(CURDIR)/$$(dirname "$$config")/report/index.html"

# every data file still has the bytes that it was written with; RESULTS=results-quick for a quick run
RESULTS ?= results
verify-run: .venv/ready
	$(BIN)/python -m pnn.manifest --verify $(RESULTS)/manifest.sha256

test: .venv/ready
	PATH="$(CURDIR)/$(BIN):$$PATH" python -m pytest

test-all: .venv/ready
	PATH="$(CURDIR)/$(BIN):$$PATH" python -m pytest -m "slow or not slow"

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/snakefmt --check Snakefile workflow/Snakefile workflow/rules
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(SNAKEMAKE) --lint

bench: .venv/ready
	$(BIN)/python -m benchmarks $(if $(ONLY),--only $(ONLY))

# JAX, which some rows of the benchmark's second table are compared with; without it they are left out
experts-library: .venv/ready
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-experts.lock

# small faults planted one at a time in a copy of the tree, and which ones no test notices: two hours at most.
# PART=2/4 takes the second of four parts, ROOMS=ledger,store some rooms alone; docs/reliability.md says more.
mutants: .venv/ready
	$(BIN)/python -m mutants --seed $(or $(SEED),1) --part $(or $(PART),1/1) $(if $(ROOMS),--rooms $(ROOMS)) \
	  --output results/mutants-$(subst /,-of-,$(or $(PART),1/1)).json

# for a cluster, beside the rest: workflow/profiles/slurm needs it
slurm-plugin: .venv/ready
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-slurm.lock

# a run as an RO-Crate, for an archive or a catalogue of workflows, read back; RESULTS=results-quick for a quick run
crate: crate-library
	$(BIN)/python -m workflow.crate $(RESULTS)

crate-library: .venv/ready
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-crate.lock

# torch stands outside the hashed file: its CPU and CUDA builds of one version have different hashes.
.venv/ready: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "wanted Python 3.11 or later; say make PYTHON=/path/to/python3")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet $(TORCH)
	touch $@

# needs uv; torch is resolved with the rest but not written down
lock:
	echo "torch ; sys_platform == 'never'" > .venv/no-torch.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group dev --group torch-needs --override .venv/no-torch.txt --no-emit-package torch \
	  pyproject.toml --output-file requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group slurm --constraint requirements.lock --output-file requirements-slurm.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group crate --constraint requirements.lock --output-file requirements-crate.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group experts --constraint requirements.lock --output-file requirements-experts.lock

clean:
	rm -rf results results-quick .snakemake
