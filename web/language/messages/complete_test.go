package messages

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"proxynet/web/language"
)

// root is the folder of the module.
const root = "../../.."

// source calls visit with every non-test Go file of the module and its folder, relative
// to the module.
func source(t *testing.T, visit func(folder string, files *token.FileSet, f *ast.File)) {
	t.Helper()
	files := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && path != root):
			return fs.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		visit(filepath.ToSlash(folder), files, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// calls calls visit with each call of a function of a package.
func calls(f *ast.File, visit func(pkg, name string, call *ast.CallExpr)) {
	ast.Inspect(f, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if fun, ok := call.Fun.(*ast.SelectorExpr); ok {
				if pkg, ok := fun.X.(*ast.Ident); ok {
					visit(pkg.Name, fun.Sel.Name, call)
				}
			}
		}
		return true
	})
}

// TestTranslations checks that every message in the source has a translation with the
// same values in each language, and that no translation is unused.
func TestTranslations(t *testing.T) {
	formats := map[string]string{} // by format: its position
	source(t, func(_ string, files *token.FileSet, f *ast.File) {
		calls(f, func(pkg, name string, call *ast.CallExpr) {
			if pkg != "message" || name != "New" && name != "Errorf" {
				return
			}
			at := files.Position(call.Pos()).String()
			literal, ok := call.Args[0].(*ast.BasicLit)
			if !ok {
				t.Errorf("%s: the format of a message must be a string literal", at)
				return
			}
			format, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			if n := len(Verbs(format)); n != len(call.Args)-1 || strings.Contains(plainVerbs.ReplaceAllString(format, ""), "%") {
				t.Errorf("%s: %q has %d plain verbs for %d values; flags, widths and indexes don’t work in messages", at, format, n, len(call.Args)-1)
			}
			formats[format] = at
		})
	})
	if len(formats) < 300 {
		t.Fatalf("only %d messages were found", len(formats))
	}
	for _, tag := range language.Tags() {
		if tag == language.Fallback {
			continue
		}
		texts := translations[tag]
		for format, at := range formats {
			text, ok := texts[format]
			if !ok {
				t.Errorf("%s: %q has no translation in web/language/messages/%s.json", at, format, tag)
				continue
			}
			var want []string
			for i := range Verbs(format) {
				want = append(want, strconv.Itoa(i+1))
			}
			var got []string
			for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
				got = append(got, m[1])
			}
			slices.Sort(got)
			slices.Sort(want)
			if got = slices.Compact(got); !slices.Equal(got, want) {
				t.Errorf("%s: %s has the values %v of %q, want %v", at, tag, got, format, want)
			}
			if strings.Count(text, "`")%2 != 0 {
				t.Errorf("%s: %s has a ` without another: %q", at, tag, text)
			}
		}
		for format := range texts {
			if formats[format] == "" {
				t.Errorf("%s.json translates %q, which is no message", tag, format)
			}
		}
	}
}

var (
	plainVerbs  = regexp.MustCompile(`%[sqdUcwvT%]`)
	placeholder = regexp.MustCompile(`\{(\d+)\}`)
)

// spoken are folders whose errors authors read in the editor.
var spoken = []string{
	"web/desk", "web/desk/service", "network/file/edit", "network/file/intake", "network/file/proposal", "network/file/review",
	"network/file/datetext", "network/file/slip", "network/file/suggest", "network/file/compare", "network/file/claims",
}

// TestRefusalsAreTranslatable checks that the editor's refusals are translatable
// messages, not errors in English.
func TestRefusalsAreTranslatable(t *testing.T) {
	source(t, func(folder string, files *token.FileSet, f *ast.File) {
		if !slices.Contains(spoken, folder) {
			return
		}
		calls(f, func(pkg, name string, call *ast.CallExpr) {
			if pkg == "fmt" && name == "Errorf" || pkg == "errors" && name == "New" && isLiteral(call.Args[0]) {
				t.Errorf("%s: use message.Errorf for what an author reads", files.Position(call.Pos()))
			}
		})
	})
}

func isLiteral(e ast.Expr) bool {
	_, literal := e.(*ast.BasicLit)
	return literal
}
