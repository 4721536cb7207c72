package site_test

import (
	"os"
	"regexp"
	"strings"
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
	found := regexp.MustCompile(`"(proxynet/(?:wasm|web)[a-z/]*)"\n|"(proxynet/wasm[a-z/]*)"|= "(proxynet/[a-z/]*wasm[a-z/]*)"`).FindAllStringSubmatch(string(source), -1)
	if len(found) == 0 {
		t.Fatal("viewer.go names no program")
	}
	for _, m := range found {
		name := strings.Join(m[1:], "")
		if !strings.Contains(name, "wasm") {
			continue // imported
		}
		if !strings.Contains(" "+strings.Join(site.Programs, " ")+" ", " "+name+" ") {
			t.Errorf("the notices are not of %s", name)
		}
	}
}
