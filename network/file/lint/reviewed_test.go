package lint_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/file/lint"
	"proxynet/network/file/review"
)

// TestReviewed checks a network with a missing, a complete, an outdated and an invalid
// review.
func TestReviewed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "network.yaml")
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check := func(want string) {
		t.Helper()
		r, err := lint.RunReviewed(path)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range r.Findings {
			if f.Level == lint.Error {
				got = append(got, f.Text())
			}
		}
		if all := strings.Join(got, "\n"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("got %q, want %q", all, want)
		}
	}
	put("network.yaml", sound)
	check("network.yaml:13: error: anna: nobody has signed this node; sign it in review.yaml [unsigned-claim]")

	d, err := file.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var signed []byte
	empty := review.Review{}
	for _, c := range empty.Claims(d.Network) {
		if signed, err = review.Sign("review.yaml", signed, d.Network, c.ID, "A. Lawyer", "2026-11-27"); err != nil {
			t.Fatal(err)
		}
	}
	put("review.yaml", string(signed))
	check("")

	put("network.yaml", strings.Replace(sound, "exact: Anna commands Berta", "exact: Anna commands", 1))
	check("has changed since A. Lawyer signed it; have it signed again [stale-signature]")

	put("review.yaml", "format: 1\nsigned: {}\n")
	check("review.yaml:1: error: it has no “reviews”")
}
