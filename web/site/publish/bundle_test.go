package publish

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"proxynet/web/site"
)

// stateful matches a variable or a collection in a module, of which each bundle has its
// own copy.
var stateful = regexp.MustCompile(`(?m)^(?:export )?(?:let |const \w+ = new (?:Map|Set|WeakMap|WeakSet)\(\))`)

// together are the entry points that run in the same page.
var together = [][]string{{"page/app.js", "viewer/viewer.js", "viewer/refine.js"}, {"embed/element.js", "embed/reading.js", "embed/passages.js"}}

// TestBundlesShareNoState checks that modules in several bundles of a page, of which
// each bundle has a copy, have no state.
func TestBundlesShareNoState(t *testing.T) {
	sources, err := site.Sources([]byte("exec()"))
	if err != nil {
		t.Fatal(err)
	}
	for _, group := range together {
		in := map[string]string{} // by module
		for _, e := range entries {
			for _, name := range group {
				if e.name != name {
					continue
				}
				for _, module := range modules(t, &bundler{sources: sources, later: e.later}, e.name, e.format) {
					if other, twice := in[module]; twice && stateful.Match(sources[module]) {
						t.Errorf("%s has state, and is in %s and %s", module, other, name)
					}
					in[module] = name
				}
			}
		}
	}
}

// modules returns the paths of the modules in a bundle.
func modules(t *testing.T, b *bundler, entry string, format api.Format) []string {
	t.Helper()
	o := b.options(entry, format)
	o.Metafile = true
	var meta struct{ Inputs map[string]any }
	if err := json.Unmarshal([]byte(api.Build(o).Metafile), &meta); err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range meta.Inputs {
		names = append(names, strings.TrimPrefix(name, "sources:"))
	}
	return names
}

func TestScriptsNameExistingFiles(t *testing.T) {
	files, err := Scripts([]byte("exec()"))
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`"\.\./([a-z_/]+\.(?:js|css))"`)
	found := 0
	for name, data := range files {
		for _, m := range named.FindAllStringSubmatch(string(data), -1) {
			found++
			if _, ok := files[m[1]]; !ok {
				t.Errorf("%s names %s, which is not there", name, m[1])
			}
		}
		if name != "embed/loader.js" && strings.Contains(string(data), "\n// ") {
			t.Errorf("%s has comments", name)
		}
	}
	if found < 6 { // viewer, refine, worker, wasm_exec twice, reading, passages
		t.Errorf("%d scripts are named in others, want at least 6", found)
	}
}
