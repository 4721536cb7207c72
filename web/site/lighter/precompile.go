package lighter

import (
	"embed"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// precompiler is the program that compiles shaders. It imports internal packages of
// Ebiten, and so is built inside a copy of Ebiten.
//
//go:embed precompile/*.go
var precompiler embed.FS

// precompilerFolder is where the program is in the copy.
const precompilerFolder = "internal/precompile"

// addPrecompiler adds the program, with the shaders that it compiles, to the files of
// a copy.
func addPrecompiler(files map[string][]byte, shaders []string) error {
	for _, name := range []string{"main.go", "text.go"} {
		data, err := precompiler.ReadFile("precompile/" + name)
		if err != nil {
			return err
		}
		files[precompilerFolder+"/"+name] = data
	}
	files[precompilerFolder+"/sources.go"] = fmt.Appendf(nil, "//go:build precompile\n\npackage main\n\nvar sources = %#v\n", shaders)
	return nil
}

// precompile returns the files that replace Ebiten's compiler of shaders. It writes
// the files with the program into a folder of root and removes them afterwards.
func precompile(root string, files map[string][]byte, host Go) (map[string][]byte, error) {
	cache := filepath.Join(root, filepath.FromSlash(folder))
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp(cache, "whole-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	dir := folder + "/" + filepath.Base(temp)
	mod := files["../go.mod"]
	files["../go.mod"] = replacing(mod, dir)
	err = writeAll(temp, files)
	files["../go.mod"] = mod
	if err != nil {
		return nil, err
	}
	out, err := host("run", "-trimpath", "-buildvcs=false", "-tags=precompile", "-modfile="+dir+"/go.mod", ebiten+"/"+precompilerFolder)
	if err != nil {
		return nil, fmt.Errorf("the shaders can’t be compiled: %w", err)
	}
	var generated map[string]string
	if err := json.Unmarshal([]byte(out), &generated); err != nil {
		return nil, fmt.Errorf("the compiled shaders can’t be read: %w", err)
	}
	contents := map[string][]byte{}
	for name, text := range generated {
		contents[name] = []byte(text)
	}
	return contents, nil
}

// directive precedes the constants that are shaders, as it does in Ebiten
// (exp/shaderprecomp).
const directive = "//ebitengine:shadersource"

// shaderSources returns the shaders in a Go file, in their order.
func shaderSources(name string, data []byte) ([]string, error) {
	if !strings.HasSuffix(name, ".go") || !strings.Contains(string(data), "\n"+directive+"\n") {
		return nil, nil
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	var sources []string
	for _, d := range file.Decls {
		constant, ok := d.(*ast.GenDecl)
		if !ok || constant.Doc == nil || constant.Doc.List[len(constant.Doc.List)-1].Text != directive {
			continue
		}
		for _, spec := range constant.Specs {
			value, ok := spec.(*ast.ValueSpec)
			if !ok || len(value.Values) != 1 {
				return nil, fmt.Errorf("%s: %s does not precede one constant", name, directive)
			}
			literal, ok := value.Values[0].(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return nil, fmt.Errorf("%s: the shader %s is not one string literal", name, value.Names[0].Name)
			}
			source, err := strconv.Unquote(literal.Value)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			sources = append(sources, source)
		}
	}
	return sources, nil
}
