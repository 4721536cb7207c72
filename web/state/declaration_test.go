package state_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strings"
	"testing"

	"proxynet/network"
)

var update = flag.Bool("update", false, "write declaration.js")

// TestDeclarationIsCurrent generates declaration.js from [network.ViewState], so
// that Go, the page and the embed have one declaration of the view state.
func TestDeclarationIsCurrent(t *testing.T) {
	want := declaration(t)
	const name = "declaration.js"
	if *update {
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s does not match network.ViewState: run go test ./web/state -update", name)
	}
}

// kinds gives the JavaScript type of each kind of field.
var kinds = map[string]string{
	"id":      "string|null",
	"list":    "readonly string[]",
	"date":    "string|null",
	"ends":    "Readonly<ChainEnds>|null",
	"measure": "Measure|null",
	"view":    "Readonly<View>|null",
}

// goTypes gives the Go type of each kind of field.
var goTypes = map[string]string{
	"id": "string", "list": "[]string", "date": "string", "ends": "*network.ChainEnds", "measure": "network.Measure", "view": "*network.View",
}

// declaration returns the content of declaration.js.
func declaration(t *testing.T) []byte {
	comments := fieldComments(t, "../../network/viewstate.go")
	var b bytes.Buffer
	b.WriteString("// The view state. Generated from network/viewstate.go: run go test ./web/state -update.\n")

	fmt.Fprintf(&b, "\n/** A measure by which nodes can be sized. @typedef {'%s'} Measure */\n", join(network.Measures, "'|'"))
	fmt.Fprintf(&b, "\n/** @type {readonly Measure[]} */\nexport const MEASURES = Object.freeze(['%s']);\n", join(network.Measures, "', '"))
	for _, s := range []struct {
		value any
		about string
	}{
		{network.View{}, "A camera."},
		{network.ChainEnds{}, "The ids of the nodes at which a chain begins and ends."},
	} {
		typ := reflect.TypeOf(s.value)
		fmt.Fprintf(&b, "\n/**\n * %s\n * @typedef {object} %s\n", s.about, typ.Name())
		for i := range typ.NumField() {
			f := typ.Field(i)
			js := map[reflect.Kind]string{reflect.String: "string", reflect.Float64: "number"}[f.Type.Kind()]
			property(&b, js, jsonName(f), comments[typ.Name()+"."+f.Name])
		}
		b.WriteString(" */\n")
	}

	var fields bytes.Buffer
	b.WriteString("\n/**\n * What a reader has chosen to see. Null and an empty list mean none.\n * @typedef {object} State\n")
	typ := reflect.TypeFor[network.ViewState]()
	for i := range typ.NumField() {
		f := typ.Field(i)
		kind, known, _ := strings.Cut(f.Tag.Get("state"), ":")
		if kinds[kind] == "" || f.Type.String() != goTypes[kind] {
			t.Fatalf("ViewState.%s is a %s, which is not the Go type of kind %q: see goTypes", f.Name, f.Type, kind)
		}
		property(&b, kinds[kind], jsonName(f), comments["ViewState."+f.Name])
		fmt.Fprintf(&fields, "  { name: '%s', kind: '%s', known: '%s', address: '%s', attribute: '%s' },\n",
			jsonName(f), kind, known, f.Tag.Get("address"), f.Tag.Get("attribute"))
	}
	b.WriteString(" */\n")
	b.WriteString(`
/**
 * A field of the state: its kind, see kind.js; the set of known values that it must be
 * in; the parameter of the page's address and the attribute of <proxy-network> that set
 * it. An empty text means none.
 * @typedef {object} Field
 * @property {keyof State} name
 * @property {'id'|'list'|'date'|'ends'|'measure'|'view'} kind
 * @property {'ids'|'nodes'|'relations'|'parts'|'tokens'|'steps'|''} known
 * @property {string} address
 * @property {string} attribute
 */

/** @type {readonly Readonly<Field>[]} */
export const FIELDS = Object.freeze([
`)
	b.Write(fields.Bytes())
	b.WriteString("]);\n")
	return b.Bytes()
}

func property(b *bytes.Buffer, typ, name, comment string) {
	fmt.Fprintf(b, " * @property {%s} %s  %s\n", typ, name, comment)
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func join[T ~string](list []T, separator string) string {
	var b strings.Builder
	for i, s := range list {
		if i > 0 {
			b.WriteString(separator)
		}
		b.WriteString(string(s))
	}
	return b.String()
}

// fieldComments returns the comment at the end of each field of the structs in a Go
// file, by “Struct.Field”, without references to Go names.
func fieldComments(t *testing.T, name string) map[string]string {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	comments := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok {
			return true
		}
		if s, ok := spec.Type.(*ast.StructType); ok {
			for _, f := range s.Fields.List {
				text, _, _ := strings.Cut(f.Comment.Text(), "; see [")
				comments[spec.Name.Name+"."+f.Names[0].Name] = strings.TrimSpace(text)
			}
		}
		return false
	})
	return comments
}
