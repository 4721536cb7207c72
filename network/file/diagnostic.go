package file

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"proxynet/network/message"
	"proxynet/network/visible"
)

// Diagnostic is one thing that is wrong with a file.
type Diagnostic struct {
	File    string
	Line    int    // counted from 1; 0: the file as a whole
	ID      string // of the record, or what stands for an id, such as "node 3"; "" where there is none
	Rule    string // which rule it breaks: one of the Rule constants
	Problem message.Message
	Fix     message.Message // what the author can do
	Diff    []Edit          // of a misquote: what makes the article's words of the quote

	// About is the article's text that a warning is about; “accept” may name it
	// by some of its words.
	About string

	// Field is the field that a record lacks (RuleUnfinished) or doesn't need, “” if
	// there is none.
	Field string

	// With is the id of another record that it is about too, “” if there is none.
	With string

	// Corrected is the whole line as it should be, where that can be told.
	Corrected string
}

// Error returns the diagnostic as one line, "file:line: id: problem; fix",
// with characters that nobody sees escaped.
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
	b.WriteString(visible.Escape(f.Problem.String() + "; " + f.Fix.String()))
	return b.String()
}

// Message returns the diagnostic for an author who sees the file: with its line and the
// record, but without the file's name.
func (f Diagnostic) Message() message.Message {
	switch {
	case f.Line > 0 && f.ID != "":
		return message.New("line %d: %s: %s; %s", f.Line, Named(f.ID), f.Problem, f.Fix)
	case f.Line > 0:
		return message.New("line %d: %s; %s", f.Line, f.Problem, f.Fix)
	case f.ID != "":
		return message.New("%s: %s; %s", Named(f.ID), f.Problem, f.Fix)
	}
	return message.New("%s; %s", f.Problem, f.Fix)
}

// ShowCorrected returns the corrected line for display below the diagnostic.
func (f Diagnostic) ShowCorrected() string { return "    write: " + visible.Escape(f.Corrected) }

// The rules that a network must keep, to be one.
const (
	RuleFile       = "file"       // it is as the format wants it, and every id that it names is there
	RuleUnfinished = "unfinished" // it has what it needs to be published
	RuleArticle    = "article"    // a source's text can be read
	RuleMisquote   = "misquote"   // a quote stands in its source verbatim
	RuleAmbiguous  = "ambiguous"  // a quote, with its prefix and suffix, stands there once
	RuleParagraph  = "paragraph"  // a quote stands in the paragraph that its passage says, if it says one
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
		Problem: message.New("more than %d faults", maxListedDiagnostics),
		Fix:     message.New("mend these first"),
	}
	return append(fs[:maxListedDiagnostics:maxListedDiagnostics], more)
}

// show quotes what a file says for use in a message: in one line, escaped,
// and cut where it is long.
func show(s string) string {
	const most = 60 // characters; enough to find the place again
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return visible.Quote(s)
}
