package lint_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file/lint"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// TestGolden checks every network in testdata against harbour.txt and compares the
// report with the golden file beside it.
func TestGolden(t *testing.T) {
	networks, err := filepath.Glob("../testdata/*.yaml")
	if err != nil || len(networks) == 0 {
		t.Fatalf("no networks in testdata: %v", err)
	}
	wanted := make(map[string]bool)
	for _, path := range networks {
		golden := strings.TrimSuffix(path, ".yaml") + ".golden"
		wanted[golden] = true
		t.Run(filepath.Base(path), func(t *testing.T) {
			var out strings.Builder
			r, err := lint.Run(path, "../testdata/harbour.txt")
			if err != nil {
				t.Fatal(err)
			}
			if err := r.Write(&out, "text"); err != nil {
				t.Fatal(err)
			}
			compare(t, golden, out.String())
		})
	}
	goldens, err := filepath.Glob("../testdata/*.golden")
	if err != nil {
		t.Fatal(err)
	}
	for _, golden := range goldens {
		if !wanted[golden] {
			t.Errorf("%s belongs to no network: remove it", golden)
		}
	}
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
