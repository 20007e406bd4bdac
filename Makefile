# `make run` and `make build` need Go, `make test` also Node; the rest they set
# up themselves. Everything made goes to dist/, .build/ and web/node_modules/.
#
# The Go tests also run in a browser without this file, if wasmbrowsertest is
# installed (go install github.com/agnivade/wasmbrowsertest@v0.11.0) and stands
# on PATH as go_js_wasm_exec: GOOS=js GOARCH=wasm go test ./...

BIN := .build/bin
TOOLS := go -C internal/tools
export GOWORK := off
# Without this the build fails in a clone that belongs to another user.
GOFLAGS += -buildvcs=false
export GOFLAGS

.NOTPARALLEL:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: build programs ## build, then serve the page on this machine
	@exec $(BIN)/serve -dir dist

build: has-go ## write dist/: page, embed script, engine, one-file page
	$(TOOLS) run ./build -root ../.. -out ../../dist

test: test-go test-wasm test-web test-e2e ## run all tests

test-go: has-go ## check formatting, vet, generated files; Go tests natively
	@unformatted=$$(gofmt -l internal wasm); test -z "$$unformatted" || { echo "gofmt: $$unformatted"; exit 1; }
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./...
	GOOS=js GOARCH=wasm go vet -tags probe ./wasm ./internal/wire
	go run ./internal/cmd/pack -check
	@if go build -race runtime/cgo 2>/dev/null; then set -x; go test -race ./...; \
	else echo 'no C compiler: the tests run without -race'; set -x; go test ./...; fi
	$(TOOLS) vet ./...
	$(TOOLS) test ./...

GO_TEST_WASM = CHROME="$$($(BIN)/browser)" && export CHROME && \
	PATH="$$PWD/internal/tools/wasmtest:$$PWD/$(BIN):$$PATH" GOOS=js GOARCH=wasm go test
$(BIN)/wasmbrowsertest: browser
	$(TOOLS) build -o ../../$(BIN)/ github.com/agnivade/wasmbrowsertest

straighten: has-go
	@$(TOOLS) build -o ../../$(BIN)/ ./straighten

test-wasm: $(BIN)/wasmbrowsertest straighten ## run the Go tests as WebAssembly in a browser
	$(GO_TEST_WASM) -count=1 ./...

test-web: web/node_modules/.package-lock.json ## run the JavaScript unit tests
	node --test --test-reporter=spec web/test/*.test.js

PROBE := .build/probe.wasm
$(PROBE): build has-go
	$(TOOLS) run ./build -probe -root ../.. -out ../../$(PROBE)

TEST_FILES := web/e2e/*.e2e.js
test-e2e: build $(PROBE) programs browser web/node_modules/.package-lock.json ## test the built page in a browser
	CHROME="$$($(BIN)/browser)" && export CHROME && \
	FIREFOX="$$($(BIN)/browser firefox || echo '')" && export FIREFOX && \
	SERVE="$$PWD/$(BIN)/serve" RUBRICATE="$$PWD/$(BIN)/rubricate" DIST="$$PWD/dist" PROBE="$$PWD/$(PROBE)" SOAK=$(SOAK) node --test --test-reporter=spec $(TEST_FILES)

screenshots: ## take the README's screenshots from the end-to-end tests
	SHOTS="$$PWD/.build/shots" $(MAKE) test-e2e
	cp $(addprefix .build/shots/,page-light.png page-dark.png balance.png many.png embed.png) web/screenshots/

bench: build browser has-node ## time the engine beside other libraries, in a browser: table, JSON and SVG
	cd web/bench && npm ci --no-audit --no-fund
	CHROME="$$($(BIN)/browser)" && export CHROME && \
	DIST="$$PWD/dist" BENCH="$$PWD/.build/bench" node web/bench/run.js

profile: has-go ## time each stage natively, with allocations, and show where the time goes
	@mkdir -p .build/profile
	go test ./internal/analysis -run '^$$' -bench . -benchmem -o .build/profile/analysis.test -outputdir .build/profile -cpuprofile cpu.out -memprofile memory.out
	go tool pprof -top -nodecount 25 .build/profile/analysis.test .build/profile/cpu.out
	go tool pprof -top -nodecount 25 -sample_index alloc_space .build/profile/analysis.test .build/profile/memory.out

profile-wasm: $(BIN)/wasmbrowsertest straighten ## the same times as WebAssembly in a browser
	$(GO_TEST_WASM) ./internal/analysis -run '^$$' -bench . -benchmem

# The long runs of what test-e2e does in short, of the same files.
TRUST := guardian injection noway offsets identity policies supply
trust: SOAK := 1
trust: TEST_FILES := $(TRUST:%=web/e2e/%.e2e.js)
trust: test-e2e reproducible ## the long runs: failures, hostile strings, ways out, offsets, policies; some 40 minutes
	FUZZ=1000000 node --test --test-reporter=spec web/test/own.fuzz.test.js

REPRODUCED := .build/reproduced
reproducible: build ## build again in another folder, and compare every byte
	rm -rf $(REPRODUCED) && mkdir -p $(REPRODUCED)/copy
	git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C $(REPRODUCED)/copy
	$(TOOLS) run ./build -root ../../$(REPRODUCED)/copy -out ../../$(REPRODUCED)/dist
	diff -r dist $(REPRODUCED)/dist && echo 'dist/ is the same from two folders'
	rm -rf $(REPRODUCED)

vulnerabilities: has-go ## look for known ones in what is built; asks vuln.go.dev
	$(TOOLS) build -o ../../$(BIN)/ golang.org/x/vuln/cmd/govulncheck
	GOOS=js GOARCH=wasm $(BIN)/govulncheck ./wasm

FUZZTIME := 1m
fuzz: has-go ## fuzz each target for FUZZTIME, a time or a count such as 10000x
	@set -e; for file in $$(grep -rl '^func Fuzz' internal --include='*_test.go'); do \
	for name in $$(sed -nE 's/^func (Fuzz[A-Za-z]+).*/\1/p' $$file); do \
	echo "$$name ($$(dirname $$file))"; go test "./$$(dirname $$file)" -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x; done; done

lighthouse: build programs browser has-node ## let Lighthouse judge the served page; fails below 95
	cd web/lighthouse && npm ci --no-audit --no-fund
	CHROME="$$($(BIN)/browser)" && export CHROME && \
	SERVE="$$PWD/$(BIN)/serve" DIST="$$PWD/dist" node web/lighthouse/run.js

pack: has-go ## compile internal/catalogue into the issue pack
	go run ./internal/cmd/pack

size: build ## weigh dist/ and hold it against its budget
	$(TOOLS) run ./size -budget size/budget.txt ../../dist

CORPUS := ../shared/corpus
DEVELOPMENT := $(patsubst %,$(CORPUS)/%-dev.csv.gz,nyt nyt-headline sotu uk uscongress passages articles)
comma := ,
space := $() $()

train: has-go ## fit to the training texts of ../shared what the pack holds beside the terms
	go run ./internal/cmd/train -calibrate $(subst $(space),$(comma),$(DEVELOPMENT)) \
		$(CORPUS)/nyt-train.csv.gz $(CORPUS)/uk-train.csv.gz
	$(MAKE) pack

reading: has-go ## measure repair, headings and claims, on ../shared and on the project's own gold files
	go test -count=1 -v -run 'SharedPages|SharedClean|GluedHeadings|GoldClaims' ./internal/article ./internal/claim | grep -E 'precision .*F1|articles:|gold claims,'

RECORD := internal/cmd/evaluate/record.json

evaluate: has-go ## measure accuracy on the development texts of ../shared, and hold it against the record
	go run ./internal/cmd/evaluate -record $(RECORD) $(DEVELOPMENT)

record: has-go ## make today's accuracy the record
	go run ./internal/cmd/evaluate -json $(DEVELOPMENT) > $(RECORD).new
	mv $(RECORD).new $(RECORD)

clean: ## remove everything made
	rm -rf dist dist.new dist.old .build web/node_modules

programs: has-go
	@go build -o $(BIN)/ ./internal/cmd/serve ./internal/cmd/rubricate

browser: has-go
	@$(TOOLS) build -o ../../$(BIN)/ ./browser

web/node_modules/.package-lock.json: web/package.json web/package-lock.json | has-node
	cd web && npm ci --no-audit --no-fund

has-go:
	@version=$$(go env GOVERSION 2>/dev/null); case "$$version" in \
	go1.2[6-9]*|go1.[3-9][0-9]*|devel*) ;; \
	*) echo "Go 1.26 or newer is needed, found: $${version:-none}. See https://go.dev/dl/" >&2; exit 1;; esac

has-node:
	@command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null || \
	{ echo "Node 20 or newer with npm is needed, found: $$(node -v 2>/dev/null || echo none). See https://nodejs.org/" >&2; exit 1; }

.PHONY: $(PROBE) $(BIN)/wasmbrowsertest help run build test test-go test-wasm test-web test-e2e screenshots bench profile profile-wasm fuzz trust reproducible vulnerabilities lighthouse pack train size reading evaluate record clean programs browser straighten has-go has-node
