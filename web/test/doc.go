// Package test has the tests of the whole program and their tools: the command under
// attack, killed, or with inputs at its limits; the rules for imports and dependencies.
// Tests of one package or control are beside it instead.
//
// The folders hold no product code:
//
//	browser   Chromium for the tests *.browser.test.js anywhere in web/, one for
//	          many files (run.js); article pages around an embed; hostile texts;
//	          the endurance test (soak.js) and screenshots
//	reader    the page by keys, by touch and enlarged, and axe-core in every state
//	engines   the main paths in Chromium, Firefox and WebKit
//	hosts     the shipped configurations in nginx and Caddy
//	formats   exports in the programs that read them
//	anchor    articles with known changes, for finding passages in a host's text
//	fuzz      fuzzers of scripts, and fuzz.sh, which runs Go's
//	bench     benchmarks beside other libraries, and generated networks
//	install   scripts that find browsers and servers, or install Debian's
//
// The command browserflags prints the flags for go vet and go test in the browser.
package test
