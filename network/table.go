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

// Cell returns a text as a cell that no spreadsheet takes for a formula: one
// that looks like a formula has an apostrophe before it, which spreadsheets
// read as “this is text”. https://owasp.org/www-community/attacks/CSV_Injection
func Cell(text string) string {
	if isFormula(text) {
		return "'" + text
	}
	return text
}

// CellText returns the text of a cell; it undoes [Cell].
func CellText(cell string) string {
	if text, ok := strings.CutPrefix(cell, "'"); ok && isFormula(text) {
		return text
	}
	return cell
}

// isFormula reports whether a spreadsheet may take a text for a formula. Some
// pass over white space, quotation marks and unseen characters before it, and
// take full-width signs for the others.
func isFormula(text string) bool {
	const (
		signs = "=+-@＝＋－＠﹦﹢﹣﹫"
		marks = `'"‘’‚“”„` + "`"
	)
	if text != "" && strings.IndexByte("\t\r\n", text[0]) >= 0 {
		return true // some make a new cell of what follows
	}
	rest := strings.TrimLeftFunc(text, func(c rune) bool {
		return unicode.IsSpace(c) || unicode.IsControl(c) || unicode.Is(unicode.Cf, c) || strings.ContainsRune(marks, c)
	})
	for _, c := range rest {
		return strings.ContainsRune(signs, c)
	}
	return false
}
