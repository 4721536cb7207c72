package format_test

import (
	"path/filepath"
	"testing"

	"proxynet/network/file"
	"proxynet/network/format"
)

// TestExport writes a small network in every format: the files must be as they
// stand in testdata, which readers.test.js gives to other programs to read.
func TestExport(t *testing.T) {
	n, err := file.Load("../file/testdata/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range format.Writable() {
		t.Run(name, func(t *testing.T) {
			outputs, _, err := format.Export(n, name, format.ExportOptions{Address: "https://example.org/ostrand/"})
			if err != nil {
				t.Fatal(err)
			}
			for _, out := range outputs {
				path := "testdata/export/harbour"
				if out.Part != "" {
					path += "." + out.Part
				}
				compare(t, path+"."+name, string(out.Data))
			}
		})
	}
	all, err := filepath.Glob("testdata/export/*")
	if err != nil || len(all) != len(format.Writable())+1 {
		t.Errorf("got %d files in testdata/export, want one for each format and two for csv (%v)", len(all), err)
	}
}
