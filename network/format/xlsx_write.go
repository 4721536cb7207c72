package format

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"

	"proxynet/network"
)

// writeXLSX writes a workbook with a sheet of nodes and one of edges, which have
// the columns of [writeCSV].
func writeXLSX(g *Graph, losses *Losses) []Output {
	return []Output{{Data: writeWorkbook(g.sheets(), losses)}}
}

// mostCell is how many UTF-16 code units a cell holds; Excel takes a workbook
// with more in one for a broken one.
const mostCell = 32_767

const lossCell = "texts longer than the 32,767 characters that a cell can hold, left out"

// Parts of a workbook that are always the same.
const (
	workbookSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	partRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
	relationSorts = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	sheetSorts    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// writeWorkbook writes sheets in Office Open XML (ECMA-376). All cells are texts,
// which are guarded like those of a [network.Table]: what looks like a formula
// is one as soon as somebody saves the sheet as CSV. The same sheets give the same
// bytes.
func writeWorkbook(sheets []sheetData, losses *Losses) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	part := func(name string, write func(w *xmlWriter)) {
		f, err := z.Create(name)
		if err == nil {
			w := newXMLWriter()
			write(w)
			_, err = f.Write(w.bytes())
		}
		if err != nil {
			panic("format: " + err.Error()) // a buffer takes everything
		}
	}
	part("[Content_Types].xml", func(w *xmlWriter) {
		w.open("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
		w.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
		w.empty("Override", "PartName", "/xl/workbook.xml", "ContentType", sheetSorts+"sheet.main+xml")
		for i := range sheets {
			w.empty("Override", "PartName", fmt.Sprintf("/xl/worksheets/sheet%d.xml", i+1), "ContentType", sheetSorts+"worksheet+xml")
		}
		w.close("Types")
	})
	part("_rels/.rels", func(w *xmlWriter) {
		w.open("Relationships", "xmlns", partRelations)
		w.empty("Relationship", "Id", "rId1", "Type", relationSorts+"/officeDocument", "Target", "xl/workbook.xml")
		w.close("Relationships")
	})
	part("xl/workbook.xml", func(w *xmlWriter) {
		w.open("workbook", "xmlns", workbookSpace, "xmlns:r", relationSorts)
		w.open("sheets")
		for i, s := range sheets {
			w.empty("sheet", "name", s.name, "sheetId", strconv.Itoa(i+1), "r:id", fmt.Sprintf("rId%d", i+1))
		}
		w.close("sheets")
		w.close("workbook")
	})
	part("xl/_rels/workbook.xml.rels", func(w *xmlWriter) {
		w.open("Relationships", "xmlns", partRelations)
		for i := range sheets {
			w.empty("Relationship", "Id", fmt.Sprintf("rId%d", i+1), "Type", relationSorts+"/worksheet", "Target", fmt.Sprintf("worksheets/sheet%d.xml", i+1))
		}
		w.close("Relationships")
	})
	for i, s := range sheets {
		part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), func(w *xmlWriter) { s.xml(w, losses) })
	}
	if err := z.Close(); err != nil {
		panic("format: " + err.Error())
	}
	return out.Bytes()
}

// xml writes the table as a sheet, whose head stays in sight.
func (s *sheetData) xml(w *xmlWriter, losses *Losses) {
	w.open("worksheet", "xmlns", workbookSpace)
	w.open("sheetViews")
	w.open("sheetView", "workbookViewId", "0")
	w.empty("pane", "ySplit", "1", "topLeftCell", "A2", "activePane", "bottomLeft", "state", "frozen")
	w.close("sheetView")
	w.close("sheetViews")
	w.open("sheetData")
	for i, row := range s.rows {
		w.b.WriteString(`<row r="` + strconv.Itoa(i+1) + `">`)
		for column, text := range row {
			text = network.Cell(text)
			switch {
			case text == "":
				continue
			case len(utf16.Encode([]rune(text))) > mostCell:
				losses.add(1, lossCell, sheetPlace(s.name, "cell "+cellName(column, i+1)))
				continue
			}
			w.b.WriteString(`<c r="` + cellName(column, i+1) + `" t="inlineStr"><is><t xml:space="preserve">`)
			w.escape(escapeCell(text))
			w.b.WriteString("</t></is></c>")
		}
		w.b.WriteString("</row>\n")
	}
	w.close("sheetData")
	w.close("worksheet")
}

// escapeCell undoes what [unescapeCell] would do to a text that has something
// like _x000D_ in it.
func escapeCell(s string) string {
	return escapedCell.ReplaceAllStringFunc(s, func(escape string) string { return "_x005F" + escape })
}
