package format_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"proxynet/network/file"
	"proxynet/network/format"
)

func FuzzGEXF(f *testing.F)        { fuzz(f, "gexf") }
func FuzzGraphML(f *testing.F)     { fuzz(f, "graphml") }
func FuzzCytoscape(f *testing.F)   { fuzz(f, "cytoscape") }
func FuzzJGF(f *testing.F)         { fuzz(f, "jgf") }
func FuzzNodeLink(f *testing.F)    { fuzz(f, "nodelink") }
func FuzzDOT(f *testing.F)         { fuzz(f, "dot") }
func FuzzCSV(f *testing.F)         { fuzz(f, "csv") }
func FuzzOligrapher(f *testing.F)  { fuzz(f, "oligrapher") }
func FuzzGML(f *testing.F)         { fuzz(f, "gml") }
func FuzzCX(f *testing.F)          { fuzz(f, "cx") }
func FuzzGephiLite(f *testing.F)   { fuzz(f, "gephilite") }
func FuzzKumu(f *testing.F)        { fuzz(f, "kumu") }
func FuzzFTM(f *testing.F)         { fuzz(f, "ftm") }
func FuzzSTIX(f *testing.F)        { fuzz(f, "stix") }
func FuzzPajek(f *testing.F)       { fuzz(f, "pajek") }
func FuzzGDF(f *testing.F)         { fuzz(f, "gdf") }
func FuzzSIF(f *testing.F)         { fuzz(f, "sif") }
func FuzzDL(f *testing.F)          { fuzz(f, "dl") }
func FuzzBrat(f *testing.F)        { fuzz(f, "brat") }
func FuzzAPOC(f *testing.F)        { fuzz(f, "apoc") }
func FuzzBODS(f *testing.F)        { fuzz(f, "bods") }
func FuzzPopolo(f *testing.F)      { fuzz(f, "popolo") }
func FuzzDoccano(f *testing.F)     { fuzz(f, "doccano") }
func FuzzLabelStudio(f *testing.F) { fuzz(f, "labelstudio") }
func FuzzAnnotations(f *testing.F) { fuzz(f, "annotations") }

// fuzz imports any bytes. Nothing may panic, every diagnostic must be complete and on
// one line, and every network must be valid in an author's file.
func fuzz(f *testing.F, form string) {
	paths := glob(f, form, "account/*")
	for path, name := range samples(f) {
		if name == form {
			paths = append(paths, path)
		}
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		if len(data) < 4<<10 { // small inputs are mutated more effectively
			f.Add(data)
		}
	}
	if n, err := file.Load("../file/testdata/harbour.yaml"); err == nil && slices.Contains(format.Writable(), form) {
		outputs, _, err := format.Export(n, form, format.ExportOptions{})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(outputs[len(outputs)-1].Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, form, data) })
}

// check imports data as the fuzzers do.
func check(t *testing.T, form string, data []byte) {
	limits := format.DefaultLimits()
	limits.Nodes, limits.Edges, limits.Token, limits.Text = 200, 400, 16<<10, 1<<20
	n, losses, err := parse(form, string(data), limits)
	diagnostics := file.Diagnostics(nil)
	if err != nil && !errors.As(err, &diagnostics) {
		t.Fatalf("got a %T, want Diagnostics", err)
	}
	for _, diagnostic := range diagnostics {
		if diagnostic.File == "" || diagnostic.Rule == "" || diagnostic.Problem.String() == "" || diagnostic.Fix.String() == "" || strings.Contains(diagnostic.Error(), "\n") {
			t.Errorf("an incomplete diagnostic: %#v", diagnostic)
		}
	}
	if err != nil {
		return
	}
	for _, line := range losses.Lines() {
		if strings.Contains(line, "\n") {
			t.Errorf("a loss in two lines: %q", line)
		}
	}
	reads(t, file.Encode(n, format.Comments("f", n)...), n)
}
