package compile_test

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"proxynet/web/site/compile"
)

// TestCompileWithoutLighterEbiten uses a Go command with another version of Ebiten: the
// viewer is still built, and a warning is logged.
func TestCompileWithoutLighterEbiten(t *testing.T) {
	broken := errors.New("broken")
	program := module()
	for _, test := range []struct {
		name  string
		fails bool // the compiler
	}{{"built", false}, {"not built", true}} {
		t.Run(test.name, func(t *testing.T) {
			var builds [][]string
			run := func(args ...string) (string, error) {
				if args[0] == "list" {
					return "v2.99.0\t/ebiten\t/ebiten\trun.go\t\n", nil
				}
				builds = append(builds, args)
				if test.fails {
					return "", broken
				}
				return "", os.WriteFile(args[slices.Index(args, "-o")+1], program, 0o644)
			}
			var warnings []string
			got, err := compile.CompileViewer(t.TempDir(), run, run, func(s string) { warnings = append(warnings, s) })
			if len(builds) != 1 || slices.ContainsFunc(builds[0], func(a string) bool { return strings.HasPrefix(a, "-modfile") }) {
				t.Errorf("builds were %q; want one of the whole", builds)
			}
			if test.fails {
				if !errors.Is(err, broken) || len(warnings) > 0 {
					t.Errorf("got %v and warnings %q; want only the compiler's error", err, warnings)
				}
				return
			}
			if err != nil || !bytes.Equal(got, program) {
				t.Errorf("got %q, %v", got, err)
			}
			if len(warnings) != 1 || !strings.Contains(warnings[0], "v2.99.0") {
				t.Errorf("warnings are %q; want one about v2.99.0", warnings)
			}
		})
	}
}
