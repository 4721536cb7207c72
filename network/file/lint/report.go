package lint

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/visible"
)

// Formats lists the output formats.
var Formats = []string{"text", "json", "sarif"}

// Write writes the result in one of the formats.
func (r *Result) Write(w io.Writer, format string) error {
	switch format {
	case "text":
		return r.writeText(w)
	case "json":
		return r.writeJSON(w)
	case "sarif":
		return r.writeSARIF(w)
	}
	return fmt.Errorf("unknown format %q: write one of %s", format, strings.Join(Formats, ", "))
}

// writeText writes one finding per line, as compilers do, so that editors can jump to it:
// “file:line: level: id: problem; fix [rule]”. If the network could be read, a summary
// of its contents follows.
func (r *Result) writeText(w io.Writer) error {
	var b strings.Builder
	for _, f := range r.Findings {
		b.WriteString(f.Text() + "\n")
		if f.Corrected != "" {
			b.WriteString(f.ShowCorrected() + "\n")
		}
		if len(f.Diff) > 0 {
			b.WriteString("    " + file.ShowDiff(f.Diff) + "\n")
		}
	}
	if slices.ContainsFunc(r.Findings, func(f Finding) bool { return len(f.Diff) > 0 }) {
		b.WriteString("    ([-…-] is in the quote only, {+…+} in the article only)\n")
	}
	r.dates(&b)
	fmt.Fprintf(&b, "%s: %s\n", r.Name, r.sum())
	if r.Document != nil && r.Count(Error) == 0 {
		r.contents(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Text returns the finding as one line.
func (f Finding) Text() string {
	where, rest, _ := strings.Cut(f.Diagnostic.Error(), ": ")
	return fmt.Sprintf("%s: %s: %s [%s]", where, f.Level, rest, f.Rule)
}

// dates lists the dates that aren't EDTF, with their EDTF expressions.
func (r *Result) dates(b *strings.Builder) {
	if r.Document == nil || len(r.Document.Dates) == 0 {
		return
	}
	fmt.Fprintf(b, "dates that are not EDTF, as they were understood (“check --fix” rewrites them):\n")
	for _, d := range r.Document.Dates {
		left := ""
		if d.Left != "" {
			left = fmt.Sprintf("; EDTF can’t express “%s”", d.Left)
		}
		fmt.Fprintf(b, "  %s:%d: %s: “%s” is %s: %s%s\n", visible.Escape(r.Name), d.Spot.Line, visible.Escape(d.ID), visible.Escape(d.Text), d.Date.EDTF, file.Explain(&d.Date), left)
	}
}

// sum writes the number of findings.
func (r *Result) sum() string {
	counts := []string{counted(r.Count(Error), "error"), counted(r.Count(Warning), "warning")}
	if r.Accepted > 0 {
		counts = append(counts, fmt.Sprintf("%d accepted", r.Accepted))
	}
	return strings.Join(counts, ", ")
}

func counted(n int, what string) string {
	switch n {
	case 0:
		return "no " + what + "s"
	case 1:
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// contents writes the contents of the document and the coverage of the articles.
func (r *Result) contents(b *strings.Builder) {
	line := func(format string, args ...any) { fmt.Fprintf(b, format+"\n", args...) }
	n := r.Document.Network
	line("sources: %d", len(n.Sources))
	line("speakers: %d", len(n.Speakers))
	for _, s := range n.Speakers {
		line("  %s: %s", s.Label, voice(n, s.ID))
	}
	line("passages: %d", len(n.Passages))
	line("nodes: %d", len(n.Nodes))
	line("relations: %d", len(n.Relations))
	for _, status := range network.Statuses {
		k := 0
		for _, relation := range n.Relations {
			if relation.Status == status {
				k++
			}
		}
		if k > 0 {
			line("  %s: %d", status, k)
		}
	}
	line("events: %d", len(n.Events))
	line("steps of the story: %d", len(n.Story))
	if len(r.Coverage) == 0 {
		line("quotes: not checked, for want of the article")
		return
	}
	for _, c := range r.Coverage {
		quotes := 0
		for _, p := range n.Passages {
			if p.Source == c.Source {
				quotes++
			}
		}
		cited := c.Paragraphs - len(c.Uncited)
		line("quotes: all %d occur verbatim and once in %s", quotes, c.Article)
		line("  paragraphs cited: %d of %d, %d %%", cited, c.Paragraphs, 100*cited/c.Paragraphs)
		if len(c.Uncited) > 0 {
			line("  not cited: %s", joined(c.Uncited))
		}
	}
	for _, s := range n.Sources {
		if !slices.ContainsFunc(r.Coverage, func(c file.Coverage) bool { return c.Source == s.ID }) {
			line("quotes from %s: not checked, for want of its text", s.ID)
		}
	}
}

// voice returns how many passages a speaker says, and how many passages of others the
// speaker relays.
func voice(n *network.Network, speaker string) string {
	said, passedOn := 0, 0
	for _, p := range n.Passages {
		if p.Speaker == speaker {
			said++
		}
		if p.Via == speaker {
			passedOn++
		}
	}
	text := fmt.Sprintf("says %d", said)
	if passedOn > 0 {
		text += fmt.Sprintf(", passes on %d", passedOn)
	}
	return text
}

func joined(numbers []int) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = fmt.Sprint(n)
	}
	return strings.Join(words, ", ")
}
