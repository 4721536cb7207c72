package site_test

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"proxynet/web/site"
)

// TestNoticesAreOfEveryProgram finds the packages that the site's programs are
// compiled of, where they are named.
func TestNoticesAreOfEveryProgram(t *testing.T) {
	source, err := os.ReadFile("viewer.go")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`"(proxynet/wasm[a-z/]*)"`).FindAllStringSubmatch(string(source), -1)
	if len(found) == 0 {
		t.Fatal("viewer.go names no program")
	}
	for _, m := range found {
		if !slices.Contains(site.Programs, m[1]) {
			t.Errorf("the notices are not of %s", m[1])
		}
	}
}
