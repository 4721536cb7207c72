package lint

import (
	"fmt"
	"slices"
	"strings"

	"proxynet/network/file"
	typeset "proxynet/network/fold"
	"proxynet/network/message"
)

// accept returns the findings that the author doesn't accept, and notes which entries
// of “accept” were used.
func (r *Result) accept(found file.Diagnostics, d *file.Document) file.Diagnostics {
	if len(d.Accepted) == 0 {
		return found
	}
	places := make(map[[2]string]int, len(d.Accepted)) // the first entry for each rule and id
	var byWords []int
	for i := len(d.Accepted) - 1; i >= 0; i-- {
		if a := &d.Accepted[i]; a.Words != "" {
			byWords = append(byWords, i)
		} else {
			places[[2]string{a.Rule, a.Of}] = i
		}
	}
	return slices.DeleteFunc(found, func(f file.Diagnostic) bool {
		i, accepted := places[[2]string{f.Rule, f.ID}]
		for _, k := range byWords {
			if a := &d.Accepted[k]; !accepted && f.About != "" && a.Rule == f.Rule && r.wordsOnce[k] && hasWords(f.About, a.Words) {
				i, accepted = k, true
			}
		}
		if accepted {
			r.used[i] = true
			r.Accepted++
		}
		return accepted
	})
}

// hasWords reports whether a text contains words, whatever their typesetting.
func hasWords(text, words string) bool {
	return strings.Contains(text, words) || strings.Contains(typeset.Text(text).Text, typeset.Text(words).Text)
}

// readWords finds the accepted words that occur in a single paragraph. Words that
// occur in several would accept warnings that the author hasn't seen, so they get a
// warning themselves.
func (r *Result) readWords(d *file.Document, articles file.Articles) {
	r.wordsOnce = make(map[int]bool)
	for i, a := range d.Accepted {
		if a.Words == "" {
			continue
		}
		paragraphs := make(map[[2]string]bool)
		for id, article := range articles {
			if article == nil {
				continue
			}
			for _, s := range article.Select(a.Words) {
				paragraphs[[2]string{id, fmt.Sprint(s.Paragraph)}] = true
			}
		}
		r.wordsOnce[i] = len(paragraphs) == 1
		if len(paragraphs) > 1 {
			r.Findings = append(r.Findings, Finding{file.Diagnostic{
				File: d.Name, Line: a.Line, ID: "accept", Rule: "stale-accept",
				Problem: message.New("the words %q occur in %d paragraphs, so they accept nothing", a.Words, len(paragraphs)),
				Fix:     message.New("write more words, until only one paragraph has them"),
			}, Warning})
			r.used[i] = true
		}
	}
}

// stale warns about accepted warnings that don't occur.
func (r *Result) stale(d *file.Document) {
	for i, a := range d.Accepted {
		if r.used[i] {
			continue
		}
		f := file.Diagnostic{File: d.Name, Line: a.Line, ID: a.Of, Rule: "stale-accept", Problem: message.New("there is no warning %s to accept", a.Rule), Fix: d.FixForID(a.Of).Or(message.New("take it out"))}
		if a.Words != "" {
			f.ID, f.Problem = "accept", message.New("there is no warning %s about %q to accept", a.Rule, a.Words)
		}
		switch {
		case !isWarning(a.Rule):
			f.Problem, f.Fix = message.New("there is no warning called “%s”", a.Rule), message.New("write the name in brackets at the end of a warning")
		case len(r.Coverage) < len(d.Network.Sources):
			continue // it may be about a text that wasn't found
		}
		r.Findings = append(r.Findings, Finding{f, Warning})
	}
}
