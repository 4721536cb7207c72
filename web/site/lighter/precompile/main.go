//go:build precompile

// Command precompile compiles shaders with Ebiten's own compiler and prints, as JSON,
// the Go files that replace the compiler in a copy of Ebiten: their content by their
// path in the module.
//
// It is built inside a copy of Ebiten, whose internal packages it needs, by
// [proxynet/web/site/lighter.Prepare], which also writes sources.go.
package main

import (
	"encoding/json"
	"fmt"
	"go/format"
	"os"
	"strings"

	"github.com/hajimehoshi/ebiten/v2/internal/builtinshader"
	"github.com/hajimehoshi/ebiten/v2/internal/colormshader"
	"github.com/hajimehoshi/ebiten/v2/internal/legacyshader"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"
)

func main() {
	files, err := generate(sources)
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(files)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// generate returns the Go files for these sources and all of Ebiten's that are put
// together when a program runs.
func generate(sources []string) (map[string]string, error) {
	var builtin, colorm []string
	for filter := range builtinshader.FilterCount {
		for address := range builtinshader.AddressCount {
			builtin = append(builtin, string(builtinshader.ShaderSource(builtinshader.Filter(filter), builtinshader.Address(address))))
			colorm = append(colorm, string(colormshader.ShaderSource(colormshader.Filter(filter), colormshader.Address(address))))
		}
	}
	var programs, shaders strings.Builder
	programs.WriteString(programsHead)
	shaders.WriteString(shadersHead)
	done := map[string]bool{}
	for _, source := range append(append(append([]string{}, builtin...), colorm...), sources...) {
		if done[source] {
			continue
		}
		done[source] = true
		p, unit, err := legacyshader.CompileShader([]byte(source))
		if err != nil {
			return nil, fmt.Errorf("%w, in the shader:\n%s", err, source)
		}
		fmt.Fprintf(&programs, "{%q, %d, shaderir.Program{\n%s}},\n", source, unit, program(p))
		vertex, fragment := glsl.Compile(p, glsl.GLSLVersionES300)
		fmt.Fprintf(&shaders, "{%#v, %q, %q},\n", p.SourceID, vertex, fragment)
	}
	programs.WriteString("}\n")
	shaders.WriteString("}\n")
	files := map[string]string{
		"internal/builtinshader/shader.go": fmt.Sprintf(builtinHead, builtinshader.ClearShaderSource) + table(builtin),
		"internal/colormshader/shader.go":  colormHead + table(colorm),
		"internal/legacyshader/shaders.go": programs.String(),
		"internal/shaderir/glsl/glsl.go":   shaders.String(),
	}
	for name, text := range files {
		formatted, err := format.Source([]byte(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files[name] = string(formatted)
	}
	return files, nil
}

// program returns the fields of a compiled program that are used after it has been
// translated. Instead of its code it has the uniform variables that the code uses.
func program(p *shaderir.Program) string {
	var b strings.Builder
	fmt.Fprintf(&b, "UniformNames: %#v,\nTextureCount: %d,\nSourceID: %#v,\n", p.UniformNames, p.TextureCount, p.SourceID)
	for _, list := range []struct {
		name  string
		types []shaderir.Type
	}{{"Uniforms", p.Uniforms}, {"Attributes", p.Attributes}, {"Varyings", p.Varyings}} {
		fmt.Fprintf(&b, "%s: %#v,\n", list.name, list.types)
	}
	b.WriteString("VertexFunc: shaderir.VertexFunc{Block: &shaderir.Block{Stmts: []shaderir.Stmt{{Exprs: []shaderir.Expr{\n")
	for i := range p.Uniforms {
		if isUsed(p, i) {
			fmt.Fprintf(&b, "{Type: shaderir.UniformVariable, Index: %d},\n", i)
		}
	}
	b.WriteString("}}}}},\n")
	return b.String()
}

// isUsed reports whether a program's code uses its ith uniform variable.
func isUsed(p *shaderir.Program, i int) bool {
	var values []uint32
	var at int
	for j, t := range p.Uniforms {
		if j == i {
			at = len(values)
		}
		for range t.DwordCount() {
			values = append(values, 1)
		}
	}
	p.FilterUniformVariables(values) // clears those that are not used
	return values[at] != 0
}

// table returns the end of a file whose ShaderSource function gets its result from a
// table with the sources by filter and address.
func table(sources []string) string {
	var b strings.Builder
	b.WriteString("\nvar sources = [FilterCount][AddressCount]string{\n")
	for i, source := range sources {
		if i%builtinshader.AddressCount == 0 {
			b.WriteString("{\n")
		}
		fmt.Fprintf(&b, "%q,\n", source)
		if (i+1)%builtinshader.AddressCount == 0 {
			b.WriteString("},\n")
		}
	}
	b.WriteString(`}

func ShaderSource(filter Filter, address Address) []byte {
	return []byte(sources[filter][address])
}
`)
	return b.String()
}
