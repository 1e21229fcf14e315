# The only commands a newcomer needs. Each target calls the ecosystem's own tool; the README gives the calls for Windows.
#
#   make up        install what is missing, synthesize, run everything on this machine    make up PORT=9300 OPTIONS="-c waf=true"
#                  with data in a folder of its own                                       make up PORT=9300 DATA=.local/other
#                  the next CreateTerm waits for a debugger (docs/debugging.md)           make up DEBUG=CreateTerm
#   make watch     as make up, and then apply each change of a file while everything runs
#   make logs      follow the log of one function, or of all                               make logs FUNCTION=CreateTerm
#   make permissions  what each role is granted, and what it used of it in the last ten runs
#                  in the last test run; it fails on a grant that no test used             make permissions OF=tests
#   make backup    copy all local data into .local/backups, while nothing runs
#   make restore   put a copy back; what was there is kept                                 make restore BACKUP=2026-11-30T113000
#   make cdn-tour  fetch one object of the running site from places of the world, twice    make up DISTANCE=1; make cdn-tour PLACES="FRA SYD"
#   make break     break one thing, see it in the console, mend it by one line (docs/breaks)   make break NAME=grant
#   make test      install what is missing, run every test                                make test TEST=CreateTerm
#   make accept    rewrite everything that is generated and committed, for `git diff` to show
#   make deploy    deploy to AWS (make destroy removes it again)                           make deploy STAGE=prod EMAIL=you@...
#   make sample    load the sample glossary into a deployed site                           make sample BASE_URL=https://...
#   make lint      check formatting, sources and every template: AWS's validator and specification, cdk-nag; print the waivers
#   make bench     measure cold starts, latency, memory and synthesis, side by side         make bench BENCH="--only noop"
#   make roots     renew the root certificates that the functions trust
#   make soak      50 writers for a minute, 100,000 generated requests; SOAK_SEED repeats a run
#   make clean     remove everything that was built and all local data
#   make help      print this

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := up
.DELETE_ON_ERROR:
.PHONY: help up watch free options logs permissions backup restore cdn-tour break test accept deploy destroy sample lint bench soak roots clean java chromium
.PHONY: compiler bubblewrap FORCE

PORT ?= 9200
STAGE ?= dev
DATA ?= .local/data

# The CDK's libraries speak to a Node process; this is the Node that they are tested with.
export JSII_NODE := $(CURDIR)/node_modules/node/bin/node

# They unpack their program below TMPDIR and start it by a path without quotation marks, so that no blank may be in it.
ifneq (,$(word 2,$(TMPDIR)))
export TMPDIR := /tmp
endif

# The newest version of a pinned tool is nobody's concern here.
export CDK_DISABLE_VERSION_CHECK := 1

runner := Local/bin/Release/net10.0/Lexicon.Local.dll
dynamodb := .local/tools/dynamodb-local/DynamoDBLocal.jar
linters := Infra.Tests/Lint/node_modules/.package-lock.json
context := -c stage=$(STAGE) $(OPTIONS)
run = $(runner) --port $(PORT) --data $(DATA) --endpoints $(endpoints) --first-start "node docs/sample/load.mjs" $(if $(DEBUG),--debug $(DEBUG)) $(if $(DISTANCE),--distance)
endpoints := $(if $(filter .local/data,$(DATA)),.local,$(DATA))/endpoints.json
stacks := 'Lexicon-$(STAGE)/*' $(context)
mailing := $(if $(EMAIL),--parameters Lexicon-$(STAGE)-Operations:AlarmEmail=$(EMAIL))
sudo := $(if $(filter 0,$(shell id -u)),,sudo)
install = $(sudo) apt-get update -qq && $(sudo) apt-get install -y -qq

# Every file of some folders that git tracks or would track: what a target is made from.
files = $(shell git ls-files --cached --others --exclude-standard -- $(1) | xargs -r ls -d 2>/dev/null)
build := global.json $(wildcard Directory.*)

# A step that takes long shows that it goes on, where somebody looks: a dot every other second.
moving = [ ! -t 2 ] || { while sleep 2; do printf . >&2; done & trap "kill $$!; echo >&2" EXIT; };

# What the CDK's command line says of every synthesis that went well is left out.
plainly = 2>&1 | { grep -vE "^(Successfully synthesized|Supply a stack id|[0-9]+ feature flags are)" || true; }

up: free options cdk.out/manifest.json $(runner) $(dynamodb) | java
	@exec dotnet $(run)

watch: free options cdk.out/manifest.json $(runner) $(dynamodb) | java
	@CONTEXT="$(context)" exec node watch.mjs $(run)

# What would be refused in the end is refused before anything is built: a runner that has the data, a port that is taken.
free:
	@if [ -e $(DATA)/runner.lock ] && command -v flock > /dev/null && ! flock --nonblock $(DATA)/runner.lock true; then \
		echo "Lexicon runs already, at $$(sed -n 's/.*"site": *"\([^"]*\)".*/\1/p' $(endpoints) 2> /dev/null)." \
			"Stop it, or run another one beside it: make $(MAKECMDGOALS) PORT=9300 DATA=.local/other" >&2; exit 1; fi
	@[[ "$(PORT)" =~ ^[0-9]{1,5}$$ ]] || { echo "PORT=$(PORT) is not a number." >&2; exit 1; }
	@for port in $(if $(filter-out 0,$(PORT)),$$(seq $(PORT) $$(($(PORT) + 3)))); do \
		if (exec 3<> /dev/tcp/127.0.0.1/$$port) 2> /dev/null; then \
			echo "Port $$port is taken by another program. Choose others: make $(MAKECMDGOALS) PORT=9300" >&2; exit 1; fi; done

logs: $(runner)
	@exec dotnet $(runner) logs $(FUNCTION) --data $(DATA)

permissions: $(runner)
	@exec dotnet $(runner) permissions $(if $(filter tests,$(OF)),--check --data .local/tests,--data $(DATA))

backup: $(runner)
	@exec dotnet $(runner) backup --data $(DATA)

# Without a name it lists what is there.
restore: $(runner)
	@exec dotnet $(runner) restore $(BACKUP) --data $(DATA)

# OBJECT is a path of the site, PLACES are codes of airports.
cdn-tour:
	@ENDPOINTS=$(endpoints) OBJECT="$(OBJECT)" PLACES="$(PLACES)" node docs/tours/cdn.mjs

# Without NAME it lists what can be broken.
break: $(if $(NAME),cdk.out/manifest.json $(runner) $(dynamodb)) | $(if $(NAME),java)
	@node docs/breaks/break.mjs $(NAME)

# With TEST the unit tests of one operation, or of whatever has that in its name.
ifdef TEST
test: $(dynamodb) | java
	dotnet test Functions.Tests -c Release --nologo --filter "FullyQualifiedName~$(TEST)|DisplayName~$(TEST)" -- RunConfiguration.TreatNoTestsAsError=true
else
test: options cdk.out/manifest.json $(runner) $(dynamodb) $(linters) | java chromium compiler bubblewrap
	dotnet test App.sln -c Release --nologo -m:1
endif

# In this order: the templates hold the OpenAPI document, and their costs what was measured.
accept: node_modules/.package-lock.json $(dynamodb) $(linters) | java
	ACCEPT=1 dotnet test Functions.Tests -c Release --nologo -m:1 --filter Kind=Generated
	ACCEPT=1 dotnet test Infra.Tests -c Release --nologo -m:1 --filter Kind=Generated
	ACCEPT=1 dotnet test Local.Tests -c Release --nologo -m:1 --filter Kind=Generated

deploy: options node_modules/.package-lock.json
	npx cdk deploy $(stacks) $(mailing) --output .local/cdk.out.$(STAGE)

destroy: node_modules/.package-lock.json
	npx cdk destroy $(stacks) --output .local/cdk.out.$(STAGE)

sample: node_modules/.package-lock.json
	@node docs/sample/load.mjs

# Code style is the compiler's to check (Directory.Build.props); white space and what Sources.Tests keeps are left here.
lint: node_modules/.package-lock.json $(linters)
	dotnet format whitespace App.sln --verify-no-changes
	dotnet test Sources.Tests -c Release --nologo -v quiet -m:1
	@echo "Synthesizing both stages for the CDK's own validator ..."
	@for stage in dev prod; do npx cdk synth --quiet -c stage=$$stage --output .local/cdk.out.lint $(plainly); done
	@rm -f .local/lint.txt
	@dotnet test Infra.Tests -c Release --nologo -v quiet -m:1 --filter FullyQualifiedName~.Lint. \
		|| { cat .local/lint.txt; exit 1; }
	@cat .local/lint.txt

bench: node_modules/.package-lock.json $(dynamodb) | java compiler
	dotnet run --project Benchmarks -c Release -- $(BENCH)

# Before anything is built: what Infra would refuse of the options is refused now, in its words.
options:
	@node Infra/Context/check-options.mjs $(context)

help:
	@sed -n 's/^#   //p' $(firstword $(MAKEFILE_LIST))

roots:
	Functions/Packaging/roots.sh

soak: $(dynamodb) | java
	SOAK_SECONDS=60 SOAK_REQUESTS=100000 dotnet test Functions.Tests -c Release --nologo -m:1 --filter FullyQualifiedName~Soak --logger "console;verbosity=detailed"

clean:
	rm -rf cdk.out .local node_modules Infra.Tests/Lint/node_modules */bin */obj

cdk.out/manifest.json: $(call files,Infra Functions Lambda Site cdk.json) $(build) .local/context .local/sources .local/manifest.json node_modules/.package-lock.json
	@echo "Building the functions and synthesizing the templates, a minute or two at first ..."
	@$(moving) Symbols=true npx cdk synth --quiet $(context) $(plainly)
	@cp $@ .local/manifest.json && touch $@

$(runner): $(call files,Local Local.StartupHook) $(build)
	@echo "Building the local runner, half a minute at first ..."
	@$(moving) dotnet msbuild Local -restore -nologo -verbosity:quiet -p:Configuration=Release
	@touch $@

# Not in the loop: the CDK's own validator, which takes as long as the rest. make lint, make deploy and CI run it.
cdk.out/manifest.json: export CDK_VALIDATION := false

# The templates in cdk.out are of one stage, and a file that is gone changes no other file's time: both are written down.
.local/context .local/sources: FORCE
	@mkdir -p .local && { echo "$(noted)" | cmp -s - $@ || echo "$(noted)" > $@; }
.local/context: noted = $(context)
.local/sources: noted = $(call files,Infra Functions Lambda Site)

# Whoever calls cdk by hand writes cdk.out, too, perhaps of another stage: what make last wrote there is kept to compare with.
.local/manifest.json: FORCE
	@mkdir -p .local && { cmp -s cdk.out/manifest.json $@ || touch $@; }

node_modules/.package-lock.json: package.json package-lock.json
	@echo "Installing npm packages, about half a minute ..."
	@npm ci --no-audit --no-fund --loglevel=error > /dev/null
	@touch $@

# Apart from the other packages, since only make test and make lint need these, and they are large.
$(linters): Infra.Tests/Lint/package.json Infra.Tests/Lint/package-lock.json
	@echo "Installing the linters, about half a minute ..."
	@npm ci --prefix $(dir $<) --no-audit --no-fund --loglevel=error > /dev/null
	@touch $@

# Amazon's DynamoDB Local comes inside this package; its licence is in the same folder.
$(dynamodb):
	@echo "Fetching Amazon DynamoDB Local, 60 MB ..."
	@mkdir -p $(@D)
	@npm pack --silent --pack-destination .local/tools amplify-dynamodb-simulator@2.9.30 > /dev/null
	@tar -xzf .local/tools/amplify-dynamodb-simulator-2.9.30.tgz -C $(@D) --strip-components=2 package/emulator
	@rm .local/tools/amplify-dynamodb-simulator-2.9.30.tgz && touch $@

java:
	@command -v java > /dev/null || { $(install) default-jre-headless; } \
		|| { echo "Java 17 or newer is missing and could not be installed: install a Java runtime, then run make again." >&2; exit 1; }

# What links and examines native packages.
compiler:
	@command -v gcc > /dev/null && command -v objdump > /dev/null || { $(install) gcc binutils libc6-dev zlib1g-dev; } \
		|| { echo "A C compiler is missing and could not be installed: install gcc and binutils, then run make again." >&2; exit 1; }

# The walls around functions on Linux. Everything runs without them, too, and says so.
bubblewrap:
	@[ "$$(uname)" != Linux ] || command -v bwrap > /dev/null || { $(install) bubblewrap; } \
		|| echo "bubblewrap could not be installed: what it keeps functions from is not tested." >&2

# The shell is Chromium without what a window needs, which costs half the time of a page; Chromium itself serves as well.
chromium:
	@command -v chromium-headless-shell > /dev/null || { $(install) chromium-headless-shell; } > /dev/null 2>&1 \
		|| command -v chromium > /dev/null || { $(install) chromium; } \
		|| { echo "Chromium is missing and could not be installed: install it, then run make again." >&2; exit 1; }
