package test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestWriters_AreListed checks that only the listed source files write files, so that
// users' files are always written atomically.
func TestWriters_AreListed(t *testing.T) {
	may := []string{
		"network/file/write.go",           // writes a file atomically
		"network/file/regular.go",         // opens files for reading
		"web/site/publish/write.go",       // writes a folder atomically
		"web/site/publish/stage.go",       // its temporary folder
		"web/site/lighter/prepare.go",     // a cache
		"web/test/bench/generate/main.go", // input of benchmarks
	}
	writes := []string{"WriteFile", "Create", "OpenFile", "Rename", "Truncate"}
	var found []string
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && path != "." && ignored(entry.Name()) {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if of, ok := s.X.(*ast.Ident); ok && of.Name == "os" && slices.Contains(writes, s.Sel.Name) && !slices.Contains(found, path) {
					found = append(found, path)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		if !slices.Contains(may, path) {
			t.Errorf("%s writes a file itself; let file.Write do it", path)
		}
	}
	for _, path := range may {
		if !slices.Contains(found, path) {
			t.Errorf("%s writes no files any more", path)
		}
	}
}
