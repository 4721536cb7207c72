package format_test

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format"
)

// TestDisputesAreExported checks that every format has the denials, legal stages and
// facts of a claim.
func TestDisputesAreExported(t *testing.T) {
	n, err := file.Load(ferry)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range format.Writable() {
		outputs, _, err := format.Export(n, form, format.ExportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, o := range outputs {
			all.WriteString(unpacked(t, o.Data))
		}
		for _, want := range []string{"no such payment was ever made", "denies", "acquitted", "2021-11", "40000", "EUR", "Eskholm"} {
			// A flowchart has only names and verbs, and a table of claims has no facts
			// of nodes; both report this.
			if !strings.Contains(all.String(), want) && form != "mermaid" && (form != "claims-csv" || want != "Eskholm") {
				t.Errorf("%s lacks %q", form, want)
			}
		}
	}
	var table strings.Builder
	if err := network.WriteClaims(&table, n); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Nora Lind denies 2019-06", "no such payment was ever made", "investigated 2019-05 | charged 2020-03 | acquitted 2021-11", "bribe 40000 EUR", "share 60 %", "The register contradicts"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, table.String())
		}
	}
}

// unpacked returns the content of a file; for a workbook, the content of all parts.
func unpacked(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return string(data)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
	}
	return html.UnescapeString(all.String())
}
