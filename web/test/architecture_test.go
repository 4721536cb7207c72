package test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of this module.
const module = "proxynet"

// ebiten is the drawing library. It needs a display, so packages that import it
// can't be tested on a host without one.
const ebiten = "github.com/hajimehoshi/ebiten/v2"

// imports lists the packages that the files of one folder may import. Test files are
// exempt.
type imports struct {
	own     []string // folders of this module; FOLDER/* for each in that folder
	modules []string // of other modules; anyModule for all except ebiten
	js      bool     // syscall/js, which ties the package to the browser
}

// anyModule allows every module: for code that runs on the host only, whose size does
// not affect readers.
const anyModule = "*"

// allowed is the table of imports: the model does not depend on drawing, drawing
// does not depend on the page, and the code linked into the WASM stays small.
// Every folder may also import the standard library. A row for FOLDER/* is about each
// folder in that folder that has no row of its own.
var allowed = map[string]imports{
	"network":           {modules: []string{"github.com/yourbasic/graph"}},
	"network/columnar":  {own: []string{"network"}},
	"network/question":  {own: []string{"network"}},
	"network/visible":   {},
	"network/message":   {},
	"network/fold":      {modules: []string{"golang.org/x/text"}},
	"network/file":      {own: []string{"network", "network/fold", "network/message", "network/visible", "network/file/datetext", "network/file/slip"}, modules: []string{anyModule}},
	"network/file/lint": {own: []string{"network", "network/file", "network/file/review", "network/fold", "network/message", "network/visible"}, modules: []string{anyModule}},

	// An author's text: its content, and edits of it. Only authoring reads and writes
	// files.
	"network/file/datetext":  {own: []string{"network", "network/message"}, modules: []string{"golang.org/x/text"}},
	"network/file/slip":      {own: []string{"network/message"}, modules: []string{"go.yaml.in/yaml/v4"}},
	"network/file/suggest":   {own: []string{"network", "network/file", "network/file/datetext", "network/file/lint"}},
	"network/file/edit":      {own: []string{"network", "network/file", "network/file/slip", "network/message", "network/visible"}, modules: []string{"go.yaml.in/yaml/v4"}},
	"network/file/intake":    {own: []string{"network/message", "network/visible"}, modules: []string{anyModule}, js: true}, // in a browser, its decoders
	"network/file/authoring": {own: []string{"network/file", "network/file/edit", "network/file/intake", "network/file/review", "network/message"}, modules: []string{anyModule}},

	// Work of colleagues: signing claims, comparing versions, proposals.
	"network/file/claims":   {own: []string{"network"}},
	"network/file/compare":  {own: []string{"network", "network/file/claims"}},
	"network/file/review":   {own: []string{"network", "network/file", "network/file/claims", "network/message", "network/visible"}, modules: []string{"go.yaml.in/yaml/v4"}},
	"network/file/proposal": {own: []string{"network", "network/file", "network/message", "network/visible"}},

	// A format may import shared packages, but no other format.
	"network/format":                   {own: []string{"network", "network/file", "network/format/*", "network/format/internal/*"}},
	"network/format/*":                 {own: []string{"network", "network/file", "network/format/internal/*"}},
	"network/format/claims":            {own: []string{"network", "network/format/internal/*", "network/format/xlsx"}},
	"network/format/internal/graph":    {own: []string{"network/file", "network/message", "network/visible"}, modules: []string{"golang.org/x/text"}},
	"network/format/internal/register": {},
	"network/format/internal/writer":   {},
	"network/format/internal/cite":     {own: []string{"network"}},
	"network/format/internal/dates":    {own: []string{"network", "network/file", "network/file/datetext"}},
	"network/format/internal/reader":   {own: []string{"network", "network/file", "network/format/internal/graph", "network/message"}, modules: []string{"golang.org/x/text"}},
	"network/format/internal/mention":  {own: []string{"network/file", "network/format/internal/graph", "network/format/internal/reader"}},
	"network/format/internal/convert": {
		own:     []string{"network", "network/file", "network/visible", "network/format/internal/dates", "network/format/internal/graph", "network/format/internal/reader"},
		modules: []string{"golang.org/x/text"},
	},
	"network/format/internal/table": {own: []string{
		"network", "network/file", "network/file/datetext",
		"network/format/internal/convert", "network/format/internal/dates", "network/format/internal/graph", "network/format/internal/reader",
	}},

	"viz/layout":          {},
	"viz/layout/edgelist": {own: []string{"viz/layout"}},
	"viz/diagram":         {own: []string{"network"}},
	"viz/metrics":         {},
	"viz/place":           {},
	"viz/route":           {},
	"viz/scene":           {own: []string{"network", "network/columnar", "viz/diagram", "viz/layout", "viz/route"}, modules: []string{"github.com/go-text/typesetting/segmenter", "golang.org/x/text/unicode/bidi"}},
	"viz/compose":         {own: []string{"network", "network/message", "viz/diagram", "viz/place", "viz/route", "viz/scene"}},
	"viz/legend":          {own: []string{"network", "viz/diagram", "viz/scene"}},
	"viz/svg":             {own: []string{"viz/legend", "viz/scene"}},
	"viz/png":             {own: []string{"viz/legend", "viz/svg", "viz/scene"}, modules: []string{anyModule}},
	"viz":                 {own: []string{"network", "viz/layout", "viz/scene"}, modules: []string{ebiten}, js: true},
	"wasm":                {own: []string{"network", "viz", "viz/layout", "viz/scene", "wasm/questions", "wasm/stream", "wasm/yield"}, modules: []string{ebiten}, js: true},
	"wasm/questions":      {own: []string{"network", "network/question", "viz/legend", "viz/svg", "viz/scene", "wasm/stream", "wasm/yield"}, js: true},
	"web":                 {own: []string{"network", "viz/compose", "viz/diagram", "viz/legend", "viz/svg", "viz/scene", "web/language"}, modules: []string{"golang.org/x/net/html"}},
	"web/language":        {modules: []string{"golang.org/x/text"}},
	"web/site":            {own: []string{"network", "network/file", "network/message", "viz/compose", "viz/scene", "viz/svg", "web", "web/language"}},
	"web/site/compress":   {own: []string{"network/file"}, modules: []string{anyModule}},
	"web/site/compile":    {own: []string{"network/file", "web/site", "web/site/lighter"}},
	"web/site/programs":   {own: []string{"network/file", "web/site", "web/site/compile", "web/site/compress"}},
	"web/site/publish": {
		own:     []string{"network", "network/file", "viz/scene", "viz/png", "web", "web/language", "web/site", "web/site/compress", "web/site/programs"},
		modules: []string{anyModule},
	},

	// Messages of the network in the languages of the interface.
	"web/language/messages": {own: []string{"network/message", "web/language"}},

	"web/release": {own: []string{"network/file", "web/site", "web/site/compile", "web/site/programs", "web/site/publish"}},

	// Replacements for packages that Ebiten imports, linked into the WASM.
	"web/site/lighter":            {},
	"web/site/lighter/build":      {},
	"web/site/lighter/png":        {},
	"web/site/lighter/precompile": {modules: []string{ebiten}}, // built inside a copy of Ebiten
	"web/site/lighter/slog":       {},
	"web/site/lighter/vmprotocol": {},
	"web/site/lighter/zip":        {},

	"web/desk": {
		own: []string{
			"network", "network/file", "network/file/datetext", "network/file/edit", "network/file/intake", "network/file/lint", "network/file/slip", "network/file/suggest",
			"network/message", "viz/compose", "viz/svg", "viz/scene", "web/language", "web/language/messages",
		},
	},

	"web/desk/service": {own: []string{
		"network", "network/file", "network/file/claims", "network/file/compare", "network/file/proposal", "network/file/review",
		"network/message", "viz/compose", "viz/scene", "web", "web/desk", "web/site",
	}},

	"web/live": {
		own:     []string{"network/file", "network/file/edit", "network/file/lint", "network/file/review", "network/message", "web", "web/language", "web/server", "web/site/publish"},
		modules: []string{anyModule},
	},
	"web/server":          {own: []string{"web", "web/site"}, modules: []string{anyModule}},
	"wasm/layout":         {own: []string{"viz/layout"}, js: true},
	"wasm/desk":           {own: []string{"web/desk", "web/desk/service"}, js: true},
	"wasm/stream":         {js: true},
	"wasm/yield":          {js: true},
	"web/test/bench/wasm": {own: []string{"viz/layout"}, js: true},

	// Tests of the whole, and generated networks for tests and benchmarks.
	"web/test":                 {},
	"web/test/browserflags":    {own: []string{"web/site/compile"}},
	"web/test/bench/scalefree": {own: []string{"network"}},
	"web/test/bench/generate":  {own: []string{"network", "web/test/bench/scalefree"}},

	"web/cli": {own: []string{
		"network", "network/file", "network/file/authoring", "network/file/compare", "network/file/lint", "network/format", "network/visible",
		"viz/compose", "viz/layout/edgelist", "viz/metrics", "viz/svg", "viz/png",
		"web", "web/live", "web/server", "web/site", "web/site/publish", "web/site/programs",
	}},
	".": {own: []string{"network/visible", "web/cli"}},
}

// rowOf returns the row of the table for a folder, and whether there is one.
func rowOf(folder string) (imports, bool) {
	if may, listed := allowed[folder]; listed {
		return may, true
	}
	may, listed := allowed[path.Dir(folder)+"/*"]
	return may, listed
}

// about reports whether a row's name, a folder or FOLDER/*, covers a folder.
func about(pattern, folder string) bool {
	matched, err := path.Match(pattern, folder)
	return matched && err == nil
}

// breach returns the reason why files in folder must not import the given path,
// or "" if they may.
func breach(folder, imported string) string {
	may, listed := rowOf(folder)
	if !listed {
		return "its folder has no row in the table of allowed imports; add one"
	}
	first, own, _ := strings.Cut(imported, "/")
	switch {
	case first == module && slices.ContainsFunc(may.own, func(pattern string) bool { return about(pattern, own) }),
		slices.ContainsFunc(may.modules, func(m string) bool {
			return imported == m || strings.HasPrefix(imported, m+"/")
		}):
		return ""
	case first == module:
		return fmt.Sprintf("it may import %s of this module", list(may.own))
	case imported == "syscall/js" && !may.js:
		return "it must also run outside a browser"
	case !strings.Contains(first, "."): // the standard library
		return ""
	case imported == ebiten || strings.HasPrefix(imported, ebiten+"/"):
		return "only viz and wasm may import Ebiten"
	case !slices.Contains(may.modules, anyModule):
		return fmt.Sprintf("it may import %s of other modules", list(may.modules))
	}
	return ""
}

// list joins names for an error message.
func list(names []string) string {
	if len(names) == 0 {
		return "nothing"
	}
	return "only " + strings.Join(names, ", ")
}

// TestImports checks every Go file of the module, regardless of build tags, and that
// each row of the table covers a folder with Go files.
func TestImports(t *testing.T) {
	module := os.DirFS(root)
	folders := map[string]bool{}
	err := fs.WalkDir(module, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name != "." && ignored(entry.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		folders[path.Dir(name)] = true
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if why := breach(path.Dir(name), imported); why != "" {
				t.Errorf("%s: must not import %s: %s", files.Position(spec.Pos()), imported, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
rows:
	for row := range allowed {
		for folder := range folders {
			if about(row, folder) {
				continue rows
			}
		}
		t.Errorf("the table of allowed imports has a row for %s, which holds no Go files", row)
	}
}

// ignored reports whether folders of this name have no packages of the module.
func ignored(folder string) bool {
	return strings.HasPrefix(folder, ".") || strings.HasPrefix(folder, "_") ||
		slices.Contains([]string{"testdata", "vendor", "node_modules", "dist"}, folder)
}

func TestImportsReportBreach(t *testing.T) {
	const yaml = "go.yaml.in/yaml/v4"
	tests := []struct {
		name     string
		folder   string
		imported string
		want     bool
	}{
		{"standard library", "viz/layout", "math", false},
		{"nothing else in the layout", "viz/layout", "proxynet/network", true},
		{"the model's own library", "network", "github.com/yourbasic/graph", false},
		{"and its packages", "network", "github.com/yourbasic/graph/build", false},
		{"no library with a like name", "network", "github.com/yourbasic/graphics", true},
		{"no parser in the model", "network", yaml, true},
		{"a parser beside the model", "network/file", yaml, false},
		{"drawing knows the model", "viz/scene", "proxynet/network", false},
		{"the model doesn't know drawing", "network", "proxynet/viz/scene", true},
		{"drawing doesn't know the page", "viz", "proxynet/web", true},
		{"nothing knows the command", "web", module, true},
		{"Ebiten draws", "viz", ebiten + "/vector", false},
		{"no Ebiten in the scene", "viz/scene", ebiten, true},
		{"no Ebiten on the host", "web/site/publish", ebiten, true},
		{"no compressor in the site", "web/site", "github.com/andybalholm/brotli", true},
		{"no browser in the scene", "viz/scene", "syscall/js", true},
		{"a browser at the entry", "wasm", "syscall/js", false},
		{"no Ebiten in the command", ".", "proxynet/viz", true},
		{"a folder that is not in the table", "viz/extra", "math", true},
		{"a format knows what formats share", "network/format/gexf", "proxynet/network/format/internal/graph", false},
		{"but no other format", "network/format/gexf", "proxynet/network/format/graphml", true},
		{"the list of formats knows them all", "network/format", "proxynet/network/format/gexf", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if why := breach(test.folder, test.imported); (why != "") != test.want {
				t.Errorf("got %q for %s in %s", why, test.imported, test.folder)
			}
		})
	}
}
