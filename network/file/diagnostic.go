package file

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"proxynet/network/message"
	"proxynet/network/visible"
)

// Diagnostic is a problem in a file, and how to fix it.
type Diagnostic struct {
	File    string
	Line    int    // counted from 1; 0: the file as a whole
	ID      string // of the record or, if it has none, a name such as "node 3"; "" for the whole file
	Rule    string // the broken rule: one of the Rule constants
	Problem message.Message
	Fix     message.Message // what the author can do
	Diff    []Edit          // of a misquote: the changes that turn the quote into the article's words

	// FixInFile is Fix for authors who edit the file by hand or use the command, with
	// its syntax. If there is none, Fix is enough; see [Diagnostic.WholeFix].
	FixInFile message.Message

	// About is the article's text that a warning is about; “accept” may name it
	// by some of its words.
	About string

	// Field is the field that a record lacks (RuleUnfinished) or doesn't need, “” if
	// there is none.
	Field string

	// With is the id of another record that it is about too, “” if there is none.
	With string

	// Corrected is the whole line as it should be, “” if that is unknown.
	Corrected string
}

// WholeFix returns what the author can do, in the words of the file and of the command.
func (f *Diagnostic) WholeFix() message.Message { return f.FixInFile.Or(f.Fix) }

// Error returns the diagnostic as one line, "file:line: id: problem; fix",
// with invisible characters escaped.
func (f Diagnostic) Error() string {
	var b strings.Builder
	b.WriteString(visible.Escape(f.File))
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d", f.Line)
	}
	b.WriteString(": ")
	if f.ID != "" {
		b.WriteString(visible.Escape(f.ID) + ": ")
	}
	b.WriteString(visible.Escape(f.Problem.String() + "; " + f.WholeFix().String()))
	return b.String()
}

// Message returns the diagnostic for an author who sees the file: with its line and the
// record, but without the file's name.
func (f Diagnostic) Message() message.Message {
	fix := f.WholeFix()
	switch {
	case f.Line > 0 && f.ID != "":
		return message.New("line %d: %s: %s; %s", f.Line, Named(f.ID), f.Problem, fix)
	case f.Line > 0:
		return message.New("line %d: %s; %s", f.Line, f.Problem, fix)
	case f.ID != "":
		return message.New("%s: %s; %s", Named(f.ID), f.Problem, fix)
	}
	return message.New("%s; %s", f.Problem, fix)
}

// ShowCorrected returns the corrected line for display below the diagnostic.
func (f Diagnostic) ShowCorrected() string { return "    write: " + visible.Escape(f.Corrected) }

// The rules that every network must follow.
const (
	RuleFile       = "file"       // it follows the format, and every id in it is declared
	RuleUnfinished = "unfinished" // nothing that publishing requires is missing
	RuleArticle    = "article"    // a source's text can be read
	RuleMisquote   = "misquote"   // a quote is in its source verbatim
	RuleAmbiguous  = "ambiguous"  // a quote, with its prefix and suffix, occurs there once
	RuleParagraph  = "paragraph"  // a quote is in the paragraph that its passage gives, if it gives one
)

// Diagnostics is everything found wrong in one run, in the order of lines.
type Diagnostics []Diagnostic

// Error returns the diagnostics, a line each, with corrected lines below them.
func (fs Diagnostics) Error() string {
	var lines []string
	for _, f := range fs {
		lines = append(lines, f.Error())
		if f.Corrected != "" {
			lines = append(lines, f.ShowCorrected())
		}
	}
	return strings.Join(lines, "\n")
}

// Message returns the diagnostics, a line each.
func (fs Diagnostics) Message() message.Message {
	lines := make(message.Lines, len(fs))
	for i, f := range fs {
		lines[i] = f.Message()
	}
	return message.New("%s", lines)
}

// inOrder sorts diagnostics by line, keeping the order of finding within a line,
// and shortens an endless list.
func (fs Diagnostics) inOrder() Diagnostics {
	slices.SortStableFunc(fs, func(a, b Diagnostic) int { return cmp.Compare(a.Line, b.Line) })
	if len(fs) <= maxListedDiagnostics {
		return fs
	}
	more := Diagnostic{
		File:    fs[0].File,
		Rule:    RuleFile,
		Problem: message.New("more than %d errors", maxListedDiagnostics),
		Fix:     message.New("fix these first"),
	}
	return append(fs[:maxListedDiagnostics:maxListedDiagnostics], more)
}
