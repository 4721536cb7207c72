package graph

import (
	"fmt"
	"slices"

	"proxynet/network/file"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// Table is the origin of rows, for the places in diagnostics.
type Table struct {
	File, Sheet string // sheet is "" outside workbooks
	Heads       []string
}

// Diagnostic returns a diagnostic in the row of a table: in the cell of a column, or in
// the whole row if the table has no such column.
func (t *Table) Diagnostic(line int, column, rule, problem, fix string) file.Diagnostic {
	f := file.Diagnostic{File: t.File, Line: line, Rule: rule, Problem: message.New("%s", problem), Fix: message.New("%s", fix)}
	at := slices.IndexFunc(t.Heads, func(head string) bool { return FoldWord(head) == FoldWord(column) })
	switch {
	case t.Sheet != "" && at >= 0:
		f.Line, f.ID = 0, SheetPlace(t.Sheet, "cell "+CellName(at, line))
	case t.Sheet != "":
		f.Line, f.ID = 0, SheetPlace(t.Sheet, fmt.Sprintf("row %d", line))
	case at >= 0:
		f.ID = "column " + visible.Show(t.Heads[at])
	}
	return f
}

// SheetPlace names a place in a sheet.
func SheetPlace(sheet, place string) string { return "sheet " + visible.Show(sheet) + ", " + place }

// CellName returns the name of a cell, such as B7: its column is counted from 0,
// its row from 1.
func CellName(column, row int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return fmt.Sprintf("%s%d", name, row)
}
