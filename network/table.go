package network

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
)

// Table writes a table in CSV that spreadsheets open as it is: in UTF-8 with a
// byte order mark, without which some take it for another encoding, with line ends as
// in RFC 4180, and with no cell that is run as a formula.
type Table struct {
	csv *csv.Writer
	err error // the first one
}

// NewTable starts a table with a header of the given columns.
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

// End flushes the table, and returns the first error of all writes.
func (t *Table) End() error {
	t.csv.Flush()
	if t.err == nil {
		t.err = t.csv.Error()
	}
	return t.err
}

// Cell returns a text as a cell that no spreadsheet reads as a formula. It adds an
// apostrophe, which marks text, before anything that looks like a formula: at the start,
// and after separators inside the text, at which spreadsheets in other languages begin a
// new cell.
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

// separators begin a new cell in some spreadsheets. The comma, which separates the cells
// of the table, is not among them, since cells that contain it are quoted.
const separators = ";\t"

// eachPart changes the parts of a text between separators. It passes to change a
// function that reports whether a part may be a formula.
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

// beginsFormula is [isFormula] for the start of a text. Some spreadsheets begin a new
// cell after a tab or a line break there. It skips apostrophes; otherwise CellText would
// remove one too many.
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
