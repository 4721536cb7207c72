package lighter_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proxynet/web/site/lighter"
)

func TestShaderSourcesAreFound(t *testing.T) {
	const file = `package p

// A shader.
//
//ebitengine:shadersource
const a = "one\ntwo"

//ebitengine:shadersource
const _ = ` + "`raw`" + `

const other = "no shader"
`
	got, err := lighter.ShaderSources("a.go", []byte(file))
	if err != nil || len(got) != 2 || got[0] != "one\ntwo" || got[1] != "raw" {
		t.Errorf("got %q, %v", got, err)
	}
	for _, value := range []string{`"a" + "b"`, `other`, "7"} {
		text := "package p\n\n//ebitengine:shadersource\nconst a = " + value + "\n"
		if _, err := lighter.ShaderSources("a.go", []byte(text)); err == nil || !strings.Contains(err.Error(), "not one string literal") {
			t.Errorf("%s: got %v; want an error", value, err)
		}
	}
}

// TestOwnShadersAreMarked fails if package viz has a shader that the build does not
// precompile.
func TestOwnShadersAreMarked(t *testing.T) {
	names, err := filepath.Glob(root + "/viz/*.go")
	if err != nil {
		t.Fatal(err)
	}
	shaders := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sources, err := lighter.ShaderSources(name, data)
		if err != nil {
			t.Error(err)
		}
		if written := strings.Count(string(data), "//kage:unit"); written != len(sources) {
			t.Errorf("%s has %d shaders, of which %d are marked with //ebitengine:shadersource", name, written, len(sources))
		}
		shaders += len(sources)
	}
	if shaders == 0 {
		t.Error("no shader was found")
	}
}
