package file_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/network/file"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// TestGolden checks every network in testdata against harbour.txt: what is
// reported, or all faults, must be as the golden file beside it says.
func TestGolden(t *testing.T) {
	networks, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(networks) == 0 {
		t.Fatalf("no networks in testdata: %v", err)
	}
	wanted := make(map[string]bool)
	for _, path := range networks {
		golden := strings.TrimSuffix(path, ".yaml") + ".golden"
		wanted[golden] = true
		t.Run(filepath.Base(path), func(t *testing.T) {
			var out strings.Builder
			if err := file.Check(&out, path, "testdata/harbour.txt"); err != nil {
				if out.Len() > 0 {
					t.Errorf("it reports %q in spite of faults", out.String())
				}
				if faults := (file.Faults)(nil); !errors.As(err, &faults) {
					t.Errorf("got a %T, want Faults", err)
				}
				out.WriteString(err.Error() + "\n")
			}
			compare(t, golden, out.String())
		})
	}
	goldens, err := filepath.Glob("testdata/*.golden")
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
