package file

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"proxynet/network"
)

// Encode returns n as an author's file, with comments that explain its parts,
// which [Read] reads again. The same network gives the same bytes.
func Encode(n *network.Network, comments ...string) []byte {
	w := &encoder{}
	for _, c := range comments {
		w.comment(c)
	}
	w.line("")
	w.line("format: " + strconv.Itoa(n.Format))
	w.text("id", n.ID)
	w.text("title", n.Title)
	w.text("summary", n.Summary)
	w.text("headline", n.Headline)
	w.text("lead-caption", n.Caption)
	w.text("lang", n.Lang)
	if n.Unsourced {
		w.comment("Nothing here rests on a text yet. Give every node and relation a passage, then take this line out.")
		w.line("unsourced: true")
	}
	w.vocabulary(n)
	w.terms = n.Terms()
	w.text("root", n.Root)
	w.list("lead", n.Lead)

	writeSection(w, "sources", n.Sources, w.source)
	writeSection(w, "speakers", n.Speakers, w.speaker)
	writeSection(w, "passages", n.Passages, func(p *network.Passage) { w.passage(n, p) })
	writeSection(w, "nodes", n.Nodes, w.node)
	writeSection(w, "relations", n.Relations, w.relation)
	writeSection(w, "events", n.Events, w.event)
	writeSection(w, "story", n.Story, w.step)
	return w.Bytes()
}

// encoder writes YAML. The fields of a record follow the record's id.
type encoder struct {
	bytes.Buffer
	inside string // the indentation of a record's fields
	terms  *network.Terms
}

func (w *encoder) line(text string) { w.WriteString(w.inside + text + "\n") }

// comment writes a text as comment lines.
func (w *encoder) comment(text string) {
	const width = 100 // characters
	line := "#"
	for _, word := range strings.Fields(text) {
		word = strings.Map(func(c rune) rune {
			if !unicode.IsPrint(c) && !joins(c) {
				return -1
			}
			return c
		}, word)
		if len(line)+len(word) > width {
			w.line(line)
			line = "#"
		}
		line += " " + word
	}
	w.line(line)
}

// writeSection writes the records of a section that has any.
func writeSection[T any](w *encoder, field string, records []T, write func(*T)) {
	if len(records) == 0 {
		return
	}
	w.line("\n" + field + ":")
	w.inside = "    "
	for i := range records {
		write(&records[i])
	}
	w.inside = ""
}

// begin begins a record.
func (w *encoder) begin(id string) { w.WriteString("  - id: " + scalar(id) + "\n") }

// text writes a field that isn't empty.
func (w *encoder) text(field, value string) {
	if value != "" {
		w.line(field + ": " + quoted(value, plainLine))
	}
}

func (w *encoder) flag(field string, value bool) {
	if value {
		w.line(field + ": true")
	}
}

func (w *encoder) list(field string, items []string) {
	if len(items) > 0 {
		w.line(field + ": " + flow(items))
	}
}

// date writes a date, or one in an interval.
func (w *encoder) date(field string, d *network.Date) {
	if d != nil {
		w.line(field + ": " + dateValue(d))
	}
}

// dateValue returns a date as the value of a field.
func dateValue(d *network.Date) string {
	parts := []string{"edtf: " + scalar(d.EDTF)}
	if d.Means != "" {
		parts = append(parts, "means: "+scalar(string(d.Means)))
	}
	if d.Words != "" {
		parts = append(parts, "words: "+scalar(d.Words))
	}
	if d.Resolved {
		parts = append(parts, "resolved: true")
	}
	if d.Note != "" {
		parts = append(parts, "note: "+scalar(d.Note))
	}
	if len(parts) == 1 {
		return scalar(d.EDTF)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (w *encoder) source(s *network.Source) {
	w.begin(s.ID)
	w.text("title", s.Title)
	w.text("author", s.Author)
	w.text("publisher", s.Publisher)
	w.text("url", s.URL)
	w.text("lang", s.Lang)
	w.date("date", s.Date)
}

func (w *encoder) speaker(s *network.Speaker) {
	w.begin(s.ID)
	w.text("label", s.Label)
	w.text("kind", string(s.Kind))
	w.text("role", s.Role)
	w.text("node", s.Node)
	w.list("passages", s.Passages)
}

func (w *encoder) passage(n *network.Network, p *network.Passage) {
	w.begin(p.ID)
	if len(n.Sources) > 1 {
		w.text("source", p.Source)
	}
	w.line("paragraph: " + strconv.Itoa(p.Paragraph))
	if p.Position != nil {
		w.line("start: " + strconv.Itoa(p.Position.Start))
	}
	w.text("prefix", p.Selector.Prefix)
	w.text("exact", p.Selector.Exact)
	w.text("suffix", p.Selector.Suffix)
	w.text("speaker", p.Speaker)
	if p.Manner != network.Own {
		w.text("manner", string(p.Manner))
	}
	w.text("via", p.Via)
}

func (w *encoder) node(o *network.Node) {
	w.begin(o.ID)
	w.text("label", o.Label)
	w.text("phrase", o.Phrase)
	w.list("aliases", o.Aliases)
	if len(o.Names) > 0 {
		var parts []string
		for _, lang := range sortedKeys(o.Names) {
			parts = append(parts, scalar(lang)+": "+scalar(o.Names[lang]))
		}
		w.line("names: {" + strings.Join(parts, ", ") + "}")
	}
	w.list("same", o.Same)
	w.text("kind", string(o.Kind))
	w.text("summary", o.Summary)
	w.list("passages", o.Passages)
	w.facts(o.Facts)
}

func (w *encoder) relation(r *network.Relation) {
	w.begin(r.ID)
	w.text("from", r.From)
	w.text("to", r.To)
	w.text("kind", string(r.Kind))
	if r.Directed != directed(w.terms, r.Kind) {
		w.line("directed: " + strconv.FormatBool(r.Directed))
	}
	w.text("verb", r.Verb)
	w.status(r.Status)
	w.date("period", r.Period)
	w.flag("past", r.Past)
	w.flag("open", r.Open)
	w.text("inference", r.Inference)
	w.text("note", r.Note)
	w.list("passages", r.Passages)
	w.against(r.Against)
	w.legal(r.Legal)
	w.facts(r.Facts)
}

func (w *encoder) event(e *network.Event) {
	w.begin(e.ID)
	w.text("label", e.Label)
	w.date("date", e.Date)
	w.status(e.Status)
	w.text("summary", e.Summary)
	w.line("participants:")
	for _, p := range e.Participants {
		w.line(fmt.Sprintf("  - {node: %s, role: %s}", scalar(p.Node), scalar(p.Role)))
	}
	w.list("passages", e.Passages)
}

func (w *encoder) step(s *network.StoryStep) {
	w.begin(s.ID)
	w.text("title", s.Title)
	w.text("text", s.Text)
	w.list("passages", s.Passages)
	l := s.State
	if reflect.ValueOf(l).IsZero() {
		return
	}
	w.line("state:")
	w.inside += "  "
	w.text("select", l.Select)
	w.text("focus", l.Focus)
	w.list("hide", l.Hide)
	w.text("asOf", l.AsOf)
	w.list("remove", l.Remove)
	if l.Chain != nil {
		w.line(fmt.Sprintf("chain: {from: %s, to: %s}", scalar(l.Chain.From), scalar(l.Chain.To)))
	}
	w.text("size", string(l.Size))
	w.list("light", l.Light)
	w.list("near", l.Near)
	w.inside = "    "
}

// status writes a status unless it is the default.
func (w *encoder) status(s network.Status) {
	if s != network.Stated && s != network.Unsourced {
		w.text("status", string(s))
	}
}

func flow(items []string) string {
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = scalar(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// Texts that need no quotation marks begin with a letter and contain no character with
// a meaning in YAML. In braces and brackets a comma has one.
var (
	plain     = regexp.MustCompile(`^\p{L}[\p{L}\p{M}\p{N} _.’“”…‑–—/()-]*$`)
	plainLine = regexp.MustCompile(`^\p{L}[\p{L}\p{M}\p{N} _.’“”…‑–—/(),;?!-]*$`)
)

// joins reports whether c is one of the two zero width joiners, which Persian needs.
func joins(c rune) bool { return c == '\u200c' || c == '\u200d' }

// Scalar returns a text as YAML, in quotation marks if it needs them in any context.
func Scalar(s string) string { return scalar(s) }

// scalar returns a text as YAML, in quotation marks if it needs them in braces or
// brackets.
func scalar(s string) string { return quoted(s, plain) }

// quoted returns a text as YAML, in quotation marks unless it is plain.
func quoted(s string, plain *regexp.Regexp) string {
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n":
	default:
		if plain.MatchString(s) && !strings.HasSuffix(s, " ") {
			return s
		}
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case unicode.IsPrint(c) && c != unicode.ReplacementChar, joins(c):
			b.WriteRune(c)
		case c <= 0xffff:
			fmt.Fprintf(&b, `\u%04X`, c)
		default:
			fmt.Fprintf(&b, `\U%08X`, c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
