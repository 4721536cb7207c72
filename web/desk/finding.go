package desk

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/file/lint"
	"proxynet/network/file/slip"
	"proxynet/network/message"
	"proxynet/web/language"
)

// Diagnostic is an error in the text.
type Diagnostic struct {
	Line       int         `json:"line"` // 0: the text as a whole
	Column     int         `json:"column"`
	Message    string      `json:"message"`
	Advice     string      `json:"advice"`
	Correction *Correction `json:"correction,omitempty"`
}

// Correction is an edit that replaces a line by the correct one.
type Correction struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"`
}

// Finding is an error or a warning of check.
type Finding struct {
	Rule    string   `json:"rule"`
	Level   string   `json:"level"`
	Message string   `json:"message"`
	Advice  string   `json:"advice"`
	IDs     []string `json:"ids"` // the record that it is about, and others that it names
	Line    int      `json:"line"`

	Source    string `json:"source,omitempty"`
	Paragraph int    `json:"paragraph,omitempty"`
	From      int    `json:"from"`
	To        int    `json:"to"`

	Fixes []Fix `json:"fixes"`
}

// Fix is an act that resolves a finding. If Ask isn't empty, the page must ask the
// author for that field of the act first.
type Fix struct {
	Label string `json:"label"`
	Act   any    `json:"act"`
	Ask   string `json:"ask,omitempty"`
}

// diagnostics converts diagnostics for the page.
func (e *Engine) diagnostics(all file.Diagnostics) []Diagnostic {
	out := make([]Diagnostic, 0, len(all))
	text := string(e.file.Data())
	var lines []string
	c := counter{text: text}
	for _, f := range all {
		o := Diagnostic{Line: f.Line, Message: e.say(f.Problem), Advice: e.say(f.Fix)}
		if f.ID != "" {
			o.Message = e.say(message.New("%s: %s", file.Named(f.ID), f.Problem))
		}
		if f.Corrected != "" {
			if lines == nil {
				lines = slip.Lines(e.file.Data())
			}
			if at := lineAt(text, f.Line); at >= 0 && f.Line <= len(lines) {
				o.Correction = &Correction{c.unitAt(at), c.unitAt(at + len(lines[f.Line-1])), f.Corrected}
			}
		}
		out = append(out, o)
	}
	return out
}

// lineAt returns where a line begins, in bytes; -1 if there is none.
func lineAt(text string, number int) int {
	at := 0
	for ; number > 1; number-- {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return -1
		}
		at += next + 1
	}
	return at
}

// finder describes what check finds in a text.
type finder struct{ *reading }

// findings returns what check finds, errors first.
func (rd finder) findings(v *View) []Finding {
	first := firstPassages(v)
	marks := make(map[string]*Passage, len(v.Passages))
	for i := range v.Passages {
		marks[v.Passages[i].ID] = &v.Passages[i]
	}
	out := make([]Finding, 0, len(rd.result.Findings))
	for i := range rd.result.Findings {
		f := &rd.result.Findings[i]
		o := Finding{Rule: f.Rule, Level: string(f.Level), Message: rd.say(rd.labelled(f.Problem)), Advice: rd.advice(f), IDs: []string{}}
		if f.Rule == file.RuleUnfinished {
			o.Message, o.Advice = rd.lacking(f), ""
		}
		if f.File == "" || f.File == rd.name {
			o.Line = f.Line
		}
		switch source, paragraph := rd.paragraphOf(f); {
		case rd.document.Line(f.ID) > 0:
			o.IDs = append(o.IDs, f.ID)
			if f.With != "" {
				o.IDs = append(o.IDs, f.With)
			}
		case paragraph > 0:
			text := rd.articles[source].Paragraphs[paragraph-1].Text
			o.Source, o.Paragraph, o.To = source, paragraph, units(text)
			if at := strings.Index(text, f.About); f.About != "" && at >= 0 {
				c := counter{text: text}
				o.From, o.To = c.unitAt(at), c.unitAt(at+len(f.About))
			}
		}
		p := marks[f.ID]
		if p == nil && len(o.IDs) > 0 { // of a record, its first passage
			p = marks[first[f.ID]]
		}
		if p != nil && p.Paragraph > 0 {
			o.Source, o.Paragraph, o.From, o.To = p.Source, p.Paragraph, p.From, p.To
		}
		o.Fixes = rd.fixes(f)
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(weight(a.Level), weight(b.Level)), cmp.Compare(placeless(a), placeless(b)))
	})
	return out
}

// placeless returns 1 for a finding about no record and no place, such as the count of
// those that aren't listed, which comes last.
func placeless(f Finding) int {
	if len(f.IDs) == 0 && f.Line == 0 && f.Paragraph == 0 {
		return 1
	}
	return 0
}

// lacking returns the message of an unfinished finding in the page's language.
func (rd finder) lacking(f *lint.Finding) string {
	what := f.Field
	if f.Problem.Is(file.NothingRests) {
		what = "use"
	}
	if key := "lacks." + what; language.Has(key) {
		return rd.language.Say(key)
	}
	return rd.say(f.Problem)
}

// advice returns what an author can do about a finding in the desk, by its buttons and
// forms: the desk's own advice for the rule, or else the finding's, without the syntax
// of the file and the command's options.
func (rd finder) advice(f *lint.Finding) string {
	if key := "advice." + f.Rule; language.Has(key) {
		return rd.language.Say(key)
	}
	return rd.say(f.Fix)
}

func weight(level string) int {
	if level == string(lint.Error) {
		return 0
	}
	return 1
}

// firstPassages returns the first passage of each claim, name and event.
func firstPassages(v *View) map[string]string {
	first := make(map[string]string)
	put := func(id string, passages []string) {
		if len(passages) > 0 {
			first[id] = passages[0]
		}
	}
	for i := range v.Nodes {
		put(v.Nodes[i].ID, v.Nodes[i].Passages)
	}
	for i := range v.Relations {
		put(v.Relations[i].ID, v.Relations[i].Passages)
	}
	for i := range v.Events {
		put(v.Events[i].ID, v.Events[i].Passages)
	}
	return first
}

// paragraphOf returns the source and paragraph that a finding is about, 0 if none.
func (rd finder) paragraphOf(f *lint.Finding) (source string, paragraph int) {
	for _, s := range rd.document.Network.Sources {
		a := rd.articles[s.ID]
		if a == nil {
			continue
		}
		if number, of := strings.CutPrefix(strings.TrimPrefix(f.ID, s.ID+"-"), "paragraph-"); of {
			if k, err := strconv.Atoi(number); err == nil && k >= 1 && k <= len(a.Paragraphs) {
				return s.ID, k
			}
		}
		if f.File == a.Name && f.Line > 0 {
			for _, p := range a.Paragraphs {
				if p.Line == f.Line {
					return s.ID, p.Number
				}
			}
		}
	}
	return "", 0
}

// fixes returns the fixes of a finding.
func (rd finder) fixes(f *lint.Finding) []Fix {
	type act map[string]any
	fixes := []Fix{}
	add := func(ask, label string, a act) { fixes = append(fixes, Fix{rd.language.Say("fix." + label), a, ask}) }
	switch f.Rule {
	case file.RuleUnfinished:
		switch {
		case f.Problem.Is(file.NothingRests):
			add("", "remove-passage", act{"do": "remove", "ids": []string{f.ID}})
		case f.Field == "summary":
			id := f.ID
			if n := rd.document.Network; id == n.ID && n.Summary == "" || rd.document.Line(id) == 0 {
				id = ""
			}
			add("value", "summary", act{"do": "set", "id": id, "field": "summary"})
		case f.Field == "root":
			add("root", "root", act{"do": "meta"})
		}
	case file.RuleParagraph, file.RuleMisquote, file.RuleAmbiguous:
		label := "correct"
		if f.Rule == file.RuleMisquote {
			label = "own-words"
		}
		if rd.located(f.ID) {
			add("", label, act{"do": "fix", "finding": act{"rule": f.Rule, "id": f.ID}})
		}
	case "needless-context":
		add("", "correct", act{"do": "set", "id": f.ID, "field": f.Field, "value": ""})
	case "duplicate-name":
		if f.With != "" {
			add("", "merge-names", act{"do": "merge", "keep": f.With, "other": f.ID})
		}
	case "duplicate-relation":
		if f.With != "" {
			add("", "merge-relations", act{"do": "merge", "keep": f.With, "other": f.ID})
		}
	case "hedged-claim":
		add("", "open", act{"do": "set", "id": f.ID, "field": "status", "value": string(network.Ambiguous)})
	case "unnamed-end":
		for _, end := range rd.unnamed(f) {
			for _, name := range rd.namedLike(f.ID, end) {
				fixes = append(fixes, Fix{rd.language.Say("fix.alias", "words", name, "name", end.Label), act{"do": "set", "id": end.ID, "field": "aliases", "value": append(slices.Clone(end.Aliases), name)}, ""})
			}
		}
	case "silent-speaker", "no-relation":
		add("", "remove", act{"do": "remove", "ids": []string{f.ID}})
	case "stale-accept":
		if rd.acceptedAt(f.Line) >= 0 {
			add("", "take-out", act{"do": "raise", "line": f.Line})
		}
	}
	if f.Level == lint.Warning && f.Rule != "stale-accept" && f.ID != "" {
		a := act{"do": "accept", "rule": f.Rule, "id": f.ID}
		if f.About != "" {
			if words := rd.telling(f); words != "" {
				a["words"] = words
			}
		}
		add("why", "keep", a)
	}
	return fixes
}

// located reports whether “fix” can correct a passage.
func (rd finder) located(id string) bool {
	n := rd.document.Network
	p, ok := recordOf(n, id).(*network.Passage)
	if !ok || rd.articles[p.Source] == nil {
		return false
	}
	a := rd.articles[p.Source]
	_, found := a.Locate(p, a.Reliable(n.Passages, p.Source))
	return found
}

// telling returns the first words of a finding's text that occur nowhere else.
func (rd finder) telling(f *lint.Finding) string {
	source, paragraph := rd.paragraphOf(f)
	if paragraph == 0 {
		return ""
	}
	a := rd.articles[source]
	if words := a.Identifying(strings.TrimSpace(f.About)); a.Once(words) {
		return words
	}
	return ""
}

// acceptedAt returns the index of the acceptance in a line, -1 if there is none.
func (rd finder) acceptedAt(line int) int {
	return slices.IndexFunc(rd.document.Accepted, func(a file.Accepted) bool { return a.Line == line })
}
