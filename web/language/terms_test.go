package language_test

import (
	"strings"
	"testing"

	"proxynet/web/language"
)

func TestDecimal(t *testing.T) {
	for _, test := range []struct{ tag, number, want string }{
		{"en", "7", "7"}, {"en", "999", "999"}, {"en", "1000", "1,000"}, {"en", "1234567.25", "1,234,567.25"},
		{"fa", "40000.5", "۴۰٬۰۰۰٫۵"}, {"ar", "1000000", "1,000,000"},
	} {
		if got := language.Of(test.tag).Decimal(test.number); got != test.want {
			t.Errorf("%s in %s: got %q, want %q", test.number, test.tag, got, test.want)
		}
	}
}

// TestOwnStrings checks that a network's strings do not affect other languages, and
// that braces in them are no placeholders.
func TestOwnStrings(t *testing.T) {
	en := language.Of("en")
	own := en.With(map[string]string{"family.deals": "Deals {n}", "kind.person": "Human"}).
		Renamed("chained", "chain", "line of descent", "chains", "lines of descent", "Chain", "Line of descent")
	for key, want := range map[string]string{
		"family.deals": "Deals {n}", "kind.person": "Human", "kind.state": "State", "ask.chain": "Line of descent",
	} {
		if got := own.Say(key); got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
	if got, want := own.Say("ask.chains", "n", 2, "from", "a", "to", "b", "steps", "1 step"), "2 documented lines of descent lead from a to b, the shortest in 1 step."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	said := own.Subset([]string{"family.", "ask.no-chain"})
	if said["family"]["deals"] == nil || said["family"]["command"] == nil || said["ask"]["no-chain"] == nil {
		t.Errorf("scripts get %v", said)
	}
	if got := en.Say("ask.chain"); got != "Chain of command" {
		t.Errorf("the language itself says %q", got)
	}
}

// TestChainedStrings checks that each is named after another string, and has its
// placeholders.
func TestChainedStrings(t *testing.T) {
	for _, tag := range language.Tags() {
		all := read(t, tag)
		found := 0
		for _, key := range all.keys() {
			name, ok := strings.CutPrefix(key, "chained.")
			if !ok {
				continue
			}
			found++
			if all.forms(name) == nil {
				t.Errorf("%s: %s replaces %s, which does not exist", tag, key, name)
				continue
			}
			own := map[string]bool{"chain": true}
			for _, p := range placeholders(all.forms(key)) {
				own[p] = true
			}
			for _, p := range placeholders(all.forms(name)) {
				if !own[p] {
					t.Errorf("%s: %s lacks {%s}", tag, key, p)
				}
			}
		}
		if found == 0 {
			t.Errorf("%s has none", tag)
		}
	}
}
