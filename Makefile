# The only commands a newcomer needs. Each calls the ecosystem's own tool; README.md gives the calls for Windows.
#   make up       run everything on this machine     make up PORT=9300
#   make test     run every test                     make lint, make bench
#   make deploy   deploy to AWS                      make deploy STAGE=prod
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := up
.DELETE_ON_ERROR:

PORT ?= 9200
STAGE ?= dev
BASE_URL ?=
export JSII_NODE := $(CURDIR)/node_modules/node/bin/node
export JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION := 1

tools := .local/tools
dynamodb := $(tools)/dynamodb-local/DynamoDBLocal.jar
runner := Local/bin/Release/net10.0/Lexicon.Local.dll
apt := $(if $(filter 0,$(shell id -u)),,sudo )apt-get
sources = $(shell git ls-files -co --exclude-standard -- $(1) 2>/dev/null || find $(1) -type f -not -path '*/bin/*' -not -path '*/obj/*')
common := global.json Directory.Build.props Directory.Build.targets Directory.Packages.props

.PHONY: up test deploy destroy synth lint bench sample clean

up: cdk.out/manifest.json $(runner) $(dynamodb)
	@exec dotnet $(runner) --port $(PORT) --first-start "node docs/sample/load.mjs"
