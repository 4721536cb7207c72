package cli

import (
	"runtime"
	"strings"
	"testing"
)

func TestVersion(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"--version"}, {"-version"}} {
		var stdout, stderr strings.Builder
		status := Run([]Verb{{Name: "version", Run: Version}}, args, &stdout, &stderr)
		if status != Done || stderr.Len() > 0 {
			t.Errorf("%v: got status %d and %q", args, status, stderr.String())
		}
		for _, want := range []string{"proxynet ", "\ncommit   ", "\ngo       " + runtime.Version() + " ", "\nviewer   "} {
			if !strings.Contains(stdout.String(), want) {
				t.Errorf("%v: it prints no %q: %s", args, want, stdout.String())
			}
		}
	}
}

// TestRunFindsTheVerb checks that a verb needs no more than a row of the table.
func TestRunFindsTheVerb(t *testing.T) {
	var got []string
	verbs := []Verb{{Name: "rename", Help: "rename OLD NEW", Run: func(c *Call) int {
		files, status, ok := c.parseFiles("old id", "new id")
		if ok {
			got = files
		}
		return status
	}}}
	for _, test := range []struct {
		args   string
		status int
		want   string // part of its output
	}{
		{"rename a b", Done, ""},
		{"rename a", Usage, "proxynet rename: name the new id\n"},
		{"rename a b c", Usage, `unexpected "c"`},
		{"rename -h", Done, "usage: proxynet rename [flags]\nrename OLD NEW\n"},
		{"help", Done, "  rename    rename OLD NEW\n"},
		{"version", Usage, `unknown verb "version"`},
	} {
		var out strings.Builder
		if status := Run(verbs, strings.Fields(test.args), &out, &out); status != test.status || !strings.Contains(out.String(), test.want) {
			t.Errorf("%s: got status %d and %q, want %d and %q", test.args, status, out.String(), test.status, test.want)
		}
	}
	if strings.Join(got, " ") != "a b" {
		t.Errorf("it gets %q", got)
	}
}
