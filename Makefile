# The tests build into .cache; `make clean` removes it.
SHELL := /bin/bash -eu -o pipefail
CACHE := .cache
MINUTES := 30
SCRIPT_TESTS = $(shell find web -name node_modules -prune -o -name '*.test.js' ! -name '*.browser.test.js' -print | sort)

# All go commands compile as those in web/site/compile and web/release do, so that
# nothing is compiled twice.
export CGO_ENABLED := 0
TRIM := -trimpath

.PHONY: proxynet release release-test release-reproducible reproducible help run test check vet check-go check-scripts installed test-browser test-wasm test-engines test-hosts test-strip test-archive soak kills audit fuzz build bench bench-go shots picture clean FORCE

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: ## show the network in the browser, at http://127.0.0.1:8080/
	go run $(TRIM) . serve

# The site is built before the tests, many of which need its programs: two go commands
# at the same time would compile the same packages twice. Vet needs the packages of the
# command only, and runs while the viewer is compressed. Everything after the Go tests
# shares the lanes of the browser tests, the longest first.
BESIDE = test-engines ENGINES=firefox,soak MINUTES=0.5,test-engines ENGINES=webkit,reproducible,fuzz FUZZTIME=1000x,test-hosts,test-archive,test-strip,test-wasm
test: ## all tests, in real browsers too
	$(MAKE) -j4 --output-sync=target installed $(CACHE)/site vet web/node_modules/.package-lock.json AFTER=$(CACHE)/proxynet
	$(MAKE) -j2 --output-sync=target check SHORT= BUILT=yes
	BESIDE='$(BESIDE)' $(MAKE) test-browser BUILT=yes

# The packages whose tests take longest come first, so that no core waits for the last.
SLOW = ./viz/compose ./web/desk ./web/test ./web/site/publish ./web/release ./viz/scene ./network/format
SHORT = -short
check: check-go check-scripts ## quick tests without a browser: formatting, vet, imports, types, unit tests

vet: $(AFTER)
	go vet $(TRIM) ./...

check-go: web/node_modules/.package-lock.json $(if $(BUILT),,vet)
	@unformatted=$$(gofmt -l .); \
	  if [ -n "$$unformatted" ]; then echo "gofmt these: $$unformatted"; exit 1; fi
	flags="$$(go run $(TRIM) ./web/test/browserflags)"; GOOS=js GOARCH=wasm go vet $$flags ./wasm/... ./viz/... ./network/question ./network/file/edit ./network/file/intake ./web/site ./web/test/bench/...
	go test $(TRIM) $(SHORT) -vet=off -shuffle=on $(SLOW) ./...

check-scripts: web/node_modules/.package-lock.json
	web/node_modules/.bin/tsc -p web
	node --test $(SCRIPT_TESTS)

installed: ## check for the tests' browsers and servers; installs Debian's if possible
	web/test/install/chromium.sh
	web/test/install/engines.sh
	web/test/install/hosts.sh

test-browser: web/node_modules/.package-lock.json $(CACHE)/site ## test the built site in Chromium; FILES=web/ask/ask.browser.test.js for some
	SITE=$(CACHE)/site PROXYNET=$(CACHE)/proxynet CHROMIUM="$$(web/test/install/chromium.sh)" \
	  node web/test/browser/run.js $(FILES)

test-engines: web/node_modules/.package-lock.json $(CACHE)/site ## test the main paths in Chromium, Firefox and WebKit; ENGINES=firefox for one
	@engines="$$(web/test/install/engines.sh)"; set -x; \
	  env $$engines SITE=$(CACHE)/site PROXYNET=$(CACHE)/proxynet CHROMIUM="$$(web/test/install/chromium.sh)" \
	  node --test --test-timeout=600000 web/test/engines/paths.engine.js

test-wasm: ## compare layouts and SVGs computed in WASM, byte by byte
	flags="$$(go run $(TRIM) ./web/test/browserflags)"; GOOS=js GOARCH=wasm go test $$flags -vet=off -exec="$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" -count=1 -v -run TestSVGIsReproducible ./viz/svg | awk '{print} /^--- PASS/ {ran = 1} END {exit !ran}' # a renamed test is a failure

soak: web/node_modules/.package-lock.json $(CACHE)/site ## use pages for hours and check for leaks; MINUTES=30
	SITE=$(CACHE)/site PROXYNET=$(CACHE)/proxynet CHROMIUM="$$(web/test/install/chromium.sh)" MINUTES=$(MINUTES) node web/test/browser/soak.js

N := 1000
SEED := 1
kills: web/node_modules/.package-lock.json $(CACHE)/proxynet ## kill worker, tab and browser while an author works at the desk; N=1000, SEED=1, ONLY=17 repeats one, SCENE=tabs, FIREFOX=path of its program, WEBKIT=path of MiniBrowser; continues where it was stopped
	rm -rf $(CACHE)/kills-desk && $(CACHE)/proxynet desk -o $(CACHE)/kills-desk --precompress=false
	PROXYNET=$(CACHE)/proxynet CHROMIUM="$$(web/test/install/chromium.sh)" DESK=$(CACHE)/kills-desk LOG=$(CACHE)/kills$(if $(FIREFOX),-firefox)$(if $(WEBKIT),-webkit)$(if $(SCENE),-$(SCENE)).jsonl \
	  N=$(N) SEED=$(SEED) ONLY=$(ONLY) SCENE=$(SCENE) FIREFOX=$(FIREFOX) WEBKIT=$(WEBKIT) $(if $(WEBKIT),NODE_OPTIONS=--experimental-websocket xvfb-run -a) node web/test/browser/killrun.js

audit: web/node_modules/.package-lock.json ## list known vulnerabilities of dependencies; asks the registries
	go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./...
	npm audit --prefix web

test-hosts: web/node_modules/.package-lock.json $(CACHE)/site ## test the shipped configurations in nginx and Caddy; installs Debian's if possible
	@hosts="$$(web/test/install/hosts.sh)"; set -x; \
	  env $$hosts SITE=$(CACHE)/site PROXYNET=$(CACHE)/proxynet CHROMIUM="$$(web/test/install/chromium.sh)" node --test --test-timeout=300000 web/test/hosts/hosts.host.js

test-strip: web/node_modules/.package-lock.json ## test the embed's snippet in Readability, feeds, mail, Ghost and WordPress; SHOTS=folder for screenshots
	CHROMIUM="$$(web/test/install/chromium.sh)" WORDPRESS="$$(web/test/install/wordpress.sh)" node --test --test-timeout=300000 web/test/hosts/strip.host.js

test-archive: web/node_modules/.package-lock.json $(CACHE)/site ## test an article with an embed, replayed from a web archive; downloads wabac.js; SHOTS=folder for a screenshot
	WABAC="$$(web/test/install/wabac.sh)" SITE=$(CACHE)/site PROXYNET=$(CACHE)/proxynet CHROMIUM="$$(web/test/install/chromium.sh)" node --test --test-timeout=300000 web/test/hosts/archive.host.js

FUZZTIME ?= 5s
fuzz: web/node_modules/.package-lock.json ## run every fuzzer for a while; FUZZTIME=10m for longer
	FUZZTIME=$(FUZZTIME) node web/test/fuzz/fuzz.js
	FUZZTIME=$(FUZZTIME) web/test/fuzz/fuzz.sh

build: ## write the static site to dist/
	go run $(TRIM) . build -o dist --force

PLATFORMS := all
proxynet: ## build the command as one program, ./proxynet, that needs neither Go nor this checkout
	go run $(TRIM) ./web/release -command -o .

release: web/node_modules/.package-lock.json ## write a release to release/; PLATFORMS=linux/amd64,darwin/arm64 for some
	rm -rf release
	go run $(TRIM) ./web/release -o release -platforms $(PLATFORMS)

release-test: web/node_modules/.package-lock.json ## test a release for this platform without Go, and its npm packages in another project
	rm -rf $(CACHE)/release
	go run $(TRIM) ./web/release -o $(CACHE)/release -platforms host -sbom=false
	tar -xzf $(CACHE)/release/proxynet-*.tar.gz -C $(CACHE)/release
	go test $(TRIM) ./web/release -count=1 -binary $(CURDIR)/$(CACHE)/release/proxynet/proxynet
	RELEASE=$(CACHE)/release CHROMIUM="$$(web/test/install/chromium.sh)" node --test --test-timeout=300000 web/release/packages.release.js

# The platforms share all but the command, which Go compiles: those of the host are
# enough unless PLATFORMS names others.
release-reproducible: PLATFORMS = host
release-reproducible: web/node_modules/.package-lock.json ## compare two releases of the last commit from two folders, byte by byte; PLATFORMS=all for more than this one
	@dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT; commit=$$(git rev-parse HEAD); \
	  for folder in one deep/two; do \
	    mkdir -p "$$dir/$$folder"; git archive "$$commit" | tar -x -C "$$dir/$$folder"; ln -s "$(CURDIR)/web/node_modules" "$$dir/$$folder/web/node_modules"; \
	    (cd "$$dir/$$folder"; go run $(TRIM) ./web/release -platforms $(PLATFORMS) -version v0.0.0 -commit "$$commit"); \
	  done; \
	  diff -r "$$dir/one/release" "$$dir/deep/two/release"; \
	  cd "$$dir/one/release"; find . -type f | sort; echo "these files are the same to the byte"

reproducible: ## compare two builds from two folders, byte by byte
	go test $(TRIM) ./web/site/publish -vet=off -count=1 -run TestReproducible -reproduce

bench: web/node_modules/.package-lock.json $(CACHE)/site ## run all benchmarks, in part with other libraries; PARTS="layout pan viewer large idle phone desk", GRAPHS="a.json b.json" for your own
	CHROMIUM="$$(web/test/install/chromium.sh)" PROXYNET="$(CURDIR)/$(CACHE)/proxynet" SITE="$(CURDIR)/$(CACHE)/site" PARTS="$(PARTS)" node web/test/bench/run.js $(GRAPHS)

bench-go: ## run the Go benchmarks, for benchstat
	go test $(TRIM) -run '^$$' -bench . -benchmem -count $(or $(COUNT),1) ./...

shots: web/node_modules/.package-lock.json $(CACHE)/site ## write screenshots of the built site to shots/
	SITE=$(CACHE)/site PROXYNET=$(CACHE)/proxynet CHROMIUM="$$(web/test/install/chromium.sh)" node web/test/browser/shots.js shots

picture: shots ## update the README's picture
	cp shots/desktop-selection.png web/picture.png

clean: ## remove everything that was built
	rm -rf $(CACHE) dist shots release proxynet

# BUILT: this run of make test has already built the command and its site.
ifndef BUILT
$(CACHE)/proxynet: FORCE
	go build $(TRIM) -o $@ .

$(CACHE)/site: $(CACHE)/proxynet FORCE
	rm -rf $@
	$< build -o $@
endif

# No install scripts: the packages are needed for tests and types only.
web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	npm ci --prefix web --ignore-scripts --no-audit --no-fund
	@touch $@

FORCE:
