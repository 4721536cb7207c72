package network

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
)

// Table writes a table in CSV that spreadsheets open as it is: in UTF-8 with a
// byte order mark, without which some take it for another encoding, in lines
// that end as RFC 4180 says, and with no cell that is run as a formula.
type Table struct {
	csv *csv.Writer
	err error // the first one
}

// NewTable begins a table with a head of the given columns.
func NewTable(w io.Writer, head ...string) *Table {
	_, err := io.WriteString(w, "\ufeff")
	t := &Table{csv.NewWriter(w), err}
	t.csv.UseCRLF = true
	t.Row(head...)
	return t
}

// Row writes a row.
func (t *Table) Row(cells ...string) {
	guarded := make([]string, len(cells))
	for i, text := range cells {
		guarded[i] = Cell(text)
	}
	if t.err == nil {
		t.err = t.csv.Write(guarded)
	}
}

// End writes what is left, and returns the first error of all writing.
func (t *Table) End() error {
	t.csv.Flush()
	if t.err == nil {
		t.err = t.csv.Error()
	}
	return t.err
}

// Cell returns a text as a cell that no spreadsheet takes for a formula: what
// looks like one has an apostrophe before it, which spreadsheets read as “this is
// text”. So has what looks like one behind a separator inside the text, at which a
// spreadsheet of another language begins a new cell.
// https://owasp.org/www-community/attacks/CSV_Injection
func Cell(text string) string {
	return eachPart(text, func(part string, formula func(string) bool) string {
		if formula(part) {
			return "'" + part
		}
		return part
	})
}

// CellText returns the text of a cell; it undoes [Cell].
func CellText(cell string) string {
	return eachPart(cell, func(part string, formula func(string) bool) string {
		if text, ok := strings.CutPrefix(part, "'"); ok && formula(text) {
			return text
		}
		return part
	})
}

// separators are what some spreadsheet or other begins a new cell at. A comma is
// none of them: it is the table's own, and what holds it is quoted.
const separators = ";\t"

// eachPart changes the parts of a text between separators. It gives change what
// tells whether a part may be a formula.
func eachPart(text string, change func(part string, formula func(string) bool) string) string {
	var b strings.Builder
	formula := beginsFormula
	for text != "" {
		end := strings.IndexAny(text, separators) + 1
		if end == 0 {
			end = len(text)
		}
		b.WriteString(change(text[:end], formula))
		text, formula = text[end:], isFormula
	}
	return b.String()
}

// beginsFormula is [isFormula] for the beginning of a text, at which some
// spreadsheets make a new cell of what follows a tab or a line break. Apostrophes
// before it don't count, or CellText would take one too many away.
func beginsFormula(text string) bool {
	plain := strings.TrimLeft(text, "'")
	return plain != "" && strings.IndexByte("\t\r\n", plain[0]) >= 0 || isFormula(text)
}

// isFormula reports whether a spreadsheet may take a text for a formula. Some
// pass over white space, quotation marks and unseen characters before it, and
// take full-width signs for the others.
func isFormula(text string) bool {
	const (
		signs = "=+-@＝＋－＠﹦﹢﹣﹫"
		marks = `'"‘’‚“”„` + "`"
	)
	rest := strings.TrimLeftFunc(text, func(c rune) bool {
		return unicode.IsSpace(c) || unicode.IsControl(c) || unicode.Is(unicode.Cf, c) || strings.ContainsRune(marks, c)
	})
	for _, c := range rest {
		return strings.ContainsRune(signs, c)
	}
	return false
}
