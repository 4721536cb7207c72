package format_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"proxynet/network/format"
)

// csvOf returns rows as CSV.
func csvOf(rows [][]string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.WriteAll(rows)
	return b.String()
}

// parts are the parts of a workbook by name.
type parts map[string]string

// pack returns a workbook with these parts.
func (p parts) pack(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, p[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sheetsOf returns a workbook whose sheets have the given elements, in the order of
// their names.
func sheetsOf(sheets map[string]string) parts {
	p := parts{}
	list, rels := "", ""
	for i, name := range slices.Sorted(maps.Keys(sheets)) {
		list += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, i+1, i+1)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s%d.xml"/>`, i+1, i)
		p[fmt.Sprintf("xl/worksheets/s%d.xml", i)] = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + sheets[name] + `</sheetData></worksheet>`
	}
	p["xl/workbook.xml"] = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + list + `</sheets></workbook>`
	p["xl/_rels/workbook.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels + `</Relationships>`
	return p
}

// rowsOf returns rows of texts as the elements of a sheet.
func rowsOf(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString("<row>")
		for _, cell := range row {
			b.WriteString(`<c t="inlineStr"><is><t>`)
			xml.EscapeText(&b, []byte(cell))
			b.WriteString("</t></is></c>")
		}
		b.WriteString("</row>")
	}
	return b.String()
}

// workbook returns a workbook with these tables of texts.
func workbook(t testing.TB, tables map[string][][]string) []byte {
	t.Helper()
	sheets := map[string]string{}
	for name, rows := range tables {
		sheets[name] = rowsOf(rows)
	}
	return sheetsOf(sheets).pack(t)
}

// edgesAnd returns a workbook whose second row has the given cells from column C on.
func edgesAnd(cells string) parts {
	return sheetsOf(map[string]string{"E": rowsOf([][]string{{"Source", "Target", "Since", "Label"}}) +
		`<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="inlineStr"><is><t>b</t></is></c>` + cells + `</row>`})
}

// TestWorkbookCells reads cells of every type.
func TestWorkbookCells(t *testing.T) {
	const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy"/><numFmt numFmtId="171" formatCode="&quot;day&quot;\ 0.00"/><numFmt numFmtId="172" formatCode="[$-409]mmmm\ yyyy;@"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="22"/></cellXfs></styleSheet>`
	tests := []struct{ name, cells, want string }{
		{"a date", `<c r="C2" s="1"><v>43833</v></c>`, "a is tied to→ b 2020-01-03/.."},
		{"a year", `<c r="C2" s="2"><v>43833</v></c>`, "a is tied to→ b 2020/.."},
		{"a month", `<c r="C2" s="4"><v>43833</v></c>`, "a is tied to→ b 2020-01/.."},
		{"a date with a time", `<c r="C2" s="5"><v>43833.75</v></c>`, "a is tied to→ b 2020-01-03/.."},
		{"a date before the leap day that was none", `<c r="C2" s="1"><v>59</v></c>`, "a is tied to→ b 1900-02-28/.."},
		{"a date in words", `<c r="C2" t="inlineStr"><is><t>2020-01-03</t></is></c>`, "a is tied to→ b 2020-01-03/.."},
		{"a date as ISO 8601", `<c r="C2" t="d"><v>2020-01-03T00:00:00</v></c>`, "a is tied to→ b 2020-01-03/.."},
		{"a number", `<c r="C2"><v>1999</v></c>`, "a is tied to→ b 1999/.."},
		{"a number that looks like a date", `<c r="C2" s="3"><v>1999</v></c>`, "a is tied to→ b 1999/.."},
		{"a formula", `<c r="C2"><f>1990+9</f><v>1999</v></c>`, "a is tied to→ b 1999/.."},
		{"a formula of text", `<c r="D2" t="str"><f>"pa"&amp;"ys"</f><v>pays</v></c>`, "a pays→ b"},
		{"rich text", `<c r="D2" t="inlineStr"><is><r><t>pa</t></r><r><rPr><b/></rPr><t xml:space="preserve">ys </t></r><rPh><t>x</t></rPh></is></c>`, "a pays→ b"},
		{"escapes", `<c r="D2" t="inlineStr"><is><t>pays_x000D__x0041_</t></is></c>`, "a pays A→ b"},
		{"shared text", `<c r="D2" t="s"><v>1</v></c>`, "a pays→ b"},
		{"a truth", `<c r="D2" t="b"><v>1</v></c>`, "a true→ b"},
		{"an error", `<c r="D2" t="e"><v>#REF!</v></c>`, "a is tied to→ b"},
		{"fractions", `<c r="D2"><v>0.30000000000000004</v></c>`, "a 0.3→ b"},
		{"large numbers", `<c r="D2"><v>1.2000001E7</v></c>`, "a 12000001→ b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := edgesAnd(test.cells)
			p["xl/styles.xml"] = styles
			p["xl/sharedStrings.xml"] = `<sst><si><t>x</t></si><si><r><t>pa</t></r><r><t>ys</t></r></si></sst>`
			n, _, err := format.Parse("f", p.pack(t), format.DefaultOptions())
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch(n); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestWorkbookDiagnostics reads invalid and hostile workbooks.
func TestWorkbookDiagnostics(t *testing.T) {
	head := rowsOf([][]string{{"Source", "Target"}})
	many := func(unit string, count int) string { return head + strings.Repeat(unit, count) }
	entities := sheetsOf(map[string]string{"E": head})
	entities["xl/workbook.xml"] = `<!DOCTYPE x [<!ENTITY a "b">]>` + entities["xl/workbook.xml"]
	shared := edgesAnd(`<c r="C2" t="s"><v>5</v></c>`)
	outside := sheetsOf(map[string]string{"E": head})
	outside["xl/_rels/workbook.xml.rels"] = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>`
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"no ends", workbook(t, map[string][][]string{"A": {{"x", "y"}}, "B": {{"z"}}}), `f: none of its sheets has columns for the ends of edges; it has A, B; name two columns of one sheet Source and Target, or from and to`},
		{"no end", workbook(t, map[string][][]string{"E": {{"Source", "Target"}, {"a", ""}}}), `f: sheet "E", row 2: edge 1: it doesn't say at which node it ends; name the node by its id`},
		{"a node that isn't there", workbook(t, map[string][][]string{"E": {{"Source", "Target"}, {"a", "b"}}, "N": {{"Id", "Label"}, {"a", "Anna"}}}), `f: sheet "E", row 2: edge 1: it names the node "b", which the file does not have; correct the id, or add the node`},
		{"a row that is too long", workbook(t, map[string][][]string{"E": {{"Source", "Target"}, {"a", "b", "c"}}}), `f: sheet "E", row 2: it has 3 fields, and the head has 2; put texts with a separator in them into quotation marks`},
		{"a column twice", workbook(t, map[string][][]string{"E": {{"Source", "Target", "a", "A"}}}), `f: sheet "E", row 1: two columns have the name "A"; rename one of the two`},
		{"a text that isn't there", shared.pack(t), `f: sheet "E", row 2: cell C2: it refers to a text that the workbook doesn't have; save it again in Excel or LibreOffice`},
		{"no sheets", parts{"xl/workbook.xml": "<workbook/>"}.pack(t), "f: it has no sheets; save it again in Excel or LibreOffice as .xlsx"},
		{"a part outside", outside.pack(t), "f: it has no sheets; save it again in Excel or LibreOffice as .xlsx"},
		{"entities", entities.pack(t), "f (xl/workbook.xml):1: it declares entities, which no graph needs; remove the <!DOCTYPE …>, and replace the entities by their text"},
		{"cut off", workbook(t, map[string][][]string{"E": {{"Source", "Target"}}})[:200], "f: it looks like a ZIP archive but cannot be read as one; it may be cut off; copy it again"},
		{"a bomb of rows", sheetsOf(map[string]string{"E": many("<row/>", 1<<20)}).pack(t), "f: it unpacks to more than "},
		{"a bomb of texts", func() []byte {
			p := sheetsOf(map[string]string{"E": head})
			p["xl/sharedStrings.xml"] = "<sst>" + strings.Repeat("<si/>", 1<<20) + "</sst>"
			return p.pack(t)
		}(), "f: it unpacks to more than "},
		{"a bomb of columns", sheetsOf(map[string]string{"E": `<row r="1"><c r="ZZZZZZ1" t="inlineStr"><is><t>x</t></is></c></row>`}).pack(t), `f: sheet "E", row 1: it has more than 16384 columns; remove those that don’t describe the network`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := format.Parse("f", test.data, format.DefaultOptions())
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("got  %v\nwant %s", err, test.want)
			}
		})
	}
}

// TestWorkbookSheets selects sheets, and finds header rows below titles.
func TestWorkbookSheets(t *testing.T) {
	data := workbook(t, map[string][][]string{
		"Links":  {{"Who is tied to whom"}, {}, {"From", "To", "Type"}, {"Anna", "Port", "owns"}},
		"People": {{"", "Names"}, {"Id", "Label"}, {"Anna", "Anna B."}, {"Port", "Port Ltd"}},
		"Other":  {{"just words"}},
	})
	n, losses, err := format.Parse("f", data, format.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch(n), "Anna B. owns→ Port Ltd"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, want := range []string{
		"sheets that hold neither edges nor nodes, or that are hidden, left out: 1 (Other 1)",
		"rows above the head of a table, left out: 3 (Links 2, People 1)",
	} {
		if !slices.Contains(losses.Lines(), want) {
			t.Errorf("nothing says %s: %q", want, losses.Lines())
		}
	}
	o := format.DefaultOptions()
	o.Graph = "Nowhere"
	if _, _, err := format.Parse("f", data, o); err == nil || err.Error() != `f: it has no sheet "Nowhere"; name one of: Links, Other, People` {
		t.Errorf("got %v", err)
	}
}

// TestWorkbookSheetsWithDates distinguishes sheets of people with dates from sheets of
// relations.
func TestWorkbookSheetsWithDates(t *testing.T) {
	data := workbook(t, map[string][][]string{
		"People":    {{"Id", "Label", "Start", "End"}, {"a", "Anna", "1980", "1990"}, {"b", "Berta", "1985", ""}},
		"Relations": {{"From", "To", "Label", "Since"}, {"a", "Berta", "pays", "1999"}},
	})
	n, _, err := format.Parse("f", data, format.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch(n), "Anna pays→ Berta 1999/.."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestWorkbookMatrix reads an adjacency matrix, as users of UCINET keep it.
func TestWorkbookMatrix(t *testing.T) {
	data := workbook(t, map[string][][]string{
		"About": {{"just words"}},
		"Ties":  {{"", "Anna", "Berta", "Carl"}, {"Anna", "0", "2", "0"}, {"Berta", "0", "0", "1"}, {"Carl", "0", "0", "0"}},
	})
	n, losses, err := format.Parse("f", data, format.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sketch(n), "Anna is tied to→ Berta; Berta is tied to→ Carl"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, want := range []string{"sheets that hold neither edges nor nodes, or that are hidden, left out: 1 (About 1)", "weights of 1, which every edge has by default, left out: 1"} {
		if !slices.Contains(losses.Lines(), want) {
			t.Errorf("nothing says %s: %q", want, losses.Lines())
		}
	}
	data = workbook(t, map[string][][]string{"Ties": {{"", "Anna", "Berta"}, {"Anna", "0", "2"}, {"Anna", "0", "0"}}})
	if _, _, err := format.Parse("f", data, format.DefaultOptions()); err == nil || err.Error() != `f: sheet "Ties", row 3: a second row for "Anna"; rename one of the two` {
		t.Errorf("got %v", err)
	}
}

// TestWorkbookGuardsFormulas checks that no spreadsheet runs a text that looks like a
// formula, even after the sheet is saved as CSV.
func TestWorkbookGuardsFormulas(t *testing.T) {
	n := unsourced()
	n.Nodes[0].Label = `=HYPERLINK("https://evil.example")`
	out, _ := exported(t, n, "xlsx")
	z, err := zip.NewReader(strings.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(sheet), "&#39;=HYPERLINK") || strings.Contains(string(sheet), "<f>") {
		t.Errorf("got %s", sheet)
	}
}

// FuzzXLSX reads workbooks with any bytes as a sheet, as the shared strings and as the
// styles.
func FuzzXLSX(f *testing.F) {
	f.Add(rowsOf([][]string{{"Source", "Target", "Since"}, {"a", "b", "1999"}}), `<sst><si><t>x</t></si></sst>`, `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`)
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" s="0"><v>2.5</v></c></row>`,
		`<sst><si><t>Source</t></si><si><r><t>Target</t></r></si></sst>`, `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`)
	f.Fuzz(func(t *testing.T, rows, texts, styles string) {
		p := sheetsOf(map[string]string{"E": rows})
		p["xl/sharedStrings.xml"], p["xl/styles.xml"] = texts, styles
		check(t, "xlsx", p.pack(t))
	})
}
