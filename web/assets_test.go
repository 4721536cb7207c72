package web_test

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"proxynet/web"
)

var (
	imported = regexp.MustCompile(`(?m)(?:^import [^']*|import\()'(\.[^']+)'`)
	asked    = regexp.MustCompile(`(?:href|src)="assets/1f/([^"]+)"`)
)

// elsewhere are the files that other packages add beside these.
var elsewhere = map[string]bool{"poster.css": true, "language/strings.js": true}

func TestAssetsAreComplete(t *testing.T) {
	_, page := shipped(t)
	has := func(name, asker string) {
		if _, err := fs.Stat(web.Assets, name); err != nil && !elsewhere[name] {
			t.Errorf("%s asks for %s, which is not among the assets", asker, name)
		}
	}
	for _, m := range asked.FindAllSubmatch(page, -1) {
		has(string(m[1]), "the page")
	}
	err := fs.WalkDir(web.Assets, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".js" {
			return err
		}
		if strings.Contains(name, ".test.") {
			t.Errorf("%s is a test and must not be shipped", name)
		}
		script, err := fs.ReadFile(web.Assets, name)
		for _, m := range imported.FindAllSubmatch(script, -1) {
			has(path.Join(path.Dir(name), string(m[1])), name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
