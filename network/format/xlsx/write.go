package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"

	"proxynet/network"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/table"
	"proxynet/network/format/internal/writer"
)

// Write writes a workbook with a sheet of nodes and one of edges, which have
// the columns of [csv.Write].
func Write(g *graph.Graph, losses *graph.Losses) []writer.Output {
	return []writer.Output{{Data: WriteWorkbook(table.Sheets(g), losses)}}
}

// mostCell is the maximum number of UTF-16 code units in a cell; Excel reports a
// workbook with a longer cell as corrupt.
const mostCell = 32_767

const lossCell = "texts longer than the 32,767 characters that a cell can hold, left out"

// Constant parts of a workbook.
const (
	workbookSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	partRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
	relationSorts = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	sheetSorts    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// WriteWorkbook writes sheets in Office Open XML (ECMA-376). All cells are texts,
// guarded like those of a [network.Table], since a text that looks like a formula
// becomes one when the sheet is saved as CSV. The same sheets give the same bytes.
func WriteWorkbook(sheets []table.Sheet, losses *graph.Losses) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	part := func(name string, write func(w *writer.XML)) {
		f, err := z.Create(name)
		if err == nil {
			w := writer.NewXML()
			write(w)
			_, err = f.Write(w.Bytes())
		}
		if err != nil {
			panic("format: " + err.Error()) // writes to a buffer never fail
		}
	}
	part("[Content_Types].xml", func(w *writer.XML) {
		w.Open("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
		w.Empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
		w.Empty("Override", "PartName", "/xl/workbook.xml", "ContentType", sheetSorts+"sheet.main+xml")
		for i := range sheets {
			w.Empty("Override", "PartName", fmt.Sprintf("/xl/worksheets/sheet%d.xml", i+1), "ContentType", sheetSorts+"worksheet+xml")
		}
		w.Close("Types")
	})
	part("_rels/.rels", func(w *writer.XML) {
		w.Open("Relationships", "xmlns", partRelations)
		w.Empty("Relationship", "Id", "rId1", "Type", relationSorts+"/officeDocument", "Target", "xl/workbook.xml")
		w.Close("Relationships")
	})
	part("xl/workbook.xml", func(w *writer.XML) {
		w.Open("workbook", "xmlns", workbookSpace, "xmlns:r", relationSorts)
		w.Open("sheets")
		for i, s := range sheets {
			w.Empty("sheet", "name", s.Name, "sheetId", strconv.Itoa(i+1), "r:id", fmt.Sprintf("rId%d", i+1))
		}
		w.Close("sheets")
		w.Close("workbook")
	})
	part("xl/_rels/workbook.xml.rels", func(w *writer.XML) {
		w.Open("Relationships", "xmlns", partRelations)
		for i := range sheets {
			w.Empty("Relationship", "Id", fmt.Sprintf("rId%d", i+1), "Type", relationSorts+"/worksheet", "Target", fmt.Sprintf("worksheets/sheet%d.xml", i+1))
		}
		w.Close("Relationships")
	})
	for i, s := range sheets {
		part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), func(w *writer.XML) { writeSheet(w, &s, losses) })
	}
	if err := z.Close(); err != nil {
		panic("format: " + err.Error())
	}
	return out.Bytes()
}

// writeSheet writes the table as a sheet with a frozen header.
func writeSheet(w *writer.XML, s *table.Sheet, losses *graph.Losses) {
	w.Open("worksheet", "xmlns", workbookSpace)
	w.Open("sheetViews")
	w.Open("sheetView", "workbookViewId", "0")
	w.Empty("pane", "ySplit", "1", "topLeftCell", "A2", "activePane", "bottomLeft", "state", "frozen")
	w.Close("sheetView")
	w.Close("sheetViews")
	w.Open("sheetData")
	for i, row := range s.Rows {
		w.B.WriteString(`<row r="` + strconv.Itoa(i+1) + `">`)
		for column, text := range row {
			text = network.Cell(text)
			switch {
			case text == "":
				continue
			case len(utf16.Encode([]rune(text))) > mostCell:
				losses.Add(1, lossCell, graph.SheetPlace(s.Name, "cell "+graph.CellName(column, i+1)))
				continue
			}
			w.B.WriteString(`<c r="` + graph.CellName(column, i+1) + `" t="inlineStr"><is><t xml:space="preserve">`)
			w.Escape(escapeCell(text))
			w.B.WriteString("</t></is></c>")
		}
		w.B.WriteString("</row>\n")
	}
	w.Close("sheetData")
	w.Close("worksheet")
}

// escapeCell escapes a text that contains something like _x000D_, so that
// [unescapeCell] restores it.
func escapeCell(s string) string {
	return escapedCell.ReplaceAllStringFunc(s, func(escape string) string { return "_x005F" + escape })
}
