package claims

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"proxynet/network"
)

// reader makes claims of the records of a network.
type reader struct {
	*network.Index
	n      *network.Network
	labels map[string]string // of all other records, by id
	terms  *network.Terms
}

func newReader(n *network.Network) *reader {
	r := &reader{Index: network.NewIndex(n), n: n, labels: map[string]string{}, terms: n.Terms()}
	for _, o := range n.Nodes {
		r.labels[o.ID] = o.Label
	}
	for _, s := range n.Speakers {
		r.labels[s.ID] = s.Label
	}
	for _, s := range n.Sources {
		r.labels[s.ID] = s.Title
	}
	for i := range n.Relations {
		e := &n.Relations[i]
		r.labels[e.ID] = r.Sentence(e)
	}
	for _, e := range n.Events {
		r.labels[e.ID] = e.Label
	}
	return r
}

// add adds a field, unless it is empty.
func (c *Claim) add(name, text string) {
	if text != "" {
		c.Fields = append(c.Fields, Field{Name: name, Text: text})
	}
}

// flag adds a field with the text "yes".
func (c *Claim) flag(name string, is bool) {
	if is {
		c.add(name, "yes")
	}
}

// naming returns a field that names other records: a "\x01" in its pattern is the
// label of the next of them.
func (r *reader) naming(name, pattern string, ids ...string) Field {
	f := Field{Name: name, bare: pattern, refs: ids, Text: pattern}
	for _, id := range ids {
		f.Text = strings.Replace(f.Text, "\x01", cmp.Or(r.labels[id], id), 1)
	}
	return f
}

const slot = "\x01" // of a label in a pattern; no file may hold it

func (r *reader) network() Claim {
	n := r.n
	c := Claim{ID: n.ID, Sort: Network, Sentence: n.Heading()}
	c.add("title", n.Title)
	c.add("summary", n.Summary)
	c.add("headline", n.Headline)
	c.add("lead-caption", n.Caption)
	if n.Root != "" {
		c.Fields = append(c.Fields, r.naming("root", slot, n.Root))
	}
	for _, id := range n.Lead {
		c.Fields = append(c.Fields, r.naming("lead", slot, id))
	}
	return c
}

func (r *reader) speaker(s *network.Speaker) Claim {
	c := Claim{ID: s.ID, Sort: Speaker, Sentence: join(s.Label+",", cmp.Or(s.Role, string(s.Kind)))}
	c.add("label", s.Label)
	c.add("kind", string(s.Kind))
	c.add("role", s.Role)
	if s.Node != "" {
		c.Fields = append(c.Fields, r.naming("node", slot, s.Node))
	}
	r.quotes(&c, "quote", s.Passages)
	return c
}

func (r *reader) node(o *network.Node) Claim {
	c := Claim{ID: o.ID, Sort: Node, Sentence: o.Label}
	c.add("label", o.Label)
	c.add("phrase", o.Phrase)
	c.add("kind", string(o.Kind))
	for _, a := range o.Aliases {
		c.add("alias", a)
	}
	for _, same := range o.Same {
		c.add("same", same)
	}
	c.add("summary", o.Summary)
	r.quotes(&c, "quote", o.Passages)
	r.facts(&c, o.Facts)
	return c
}

func (r *reader) relation(e *network.Relation) Claim {
	c := Claim{ID: e.ID, Sort: Relation, Sentence: r.labels[e.ID]}
	c.Fields = append(c.Fields, r.naming("from", slot, e.From), r.naming("to", slot, e.To))
	c.add("kind", string(e.Kind))
	c.add("verb", e.Verb)
	c.add("status", string(e.Status))
	c.flag("directed", e.Directed)
	c.add("date", date(e.Period))
	c.flag("past", e.Past)
	c.flag("open", e.Open)
	c.add("inference", e.Inference)
	c.add("note", e.Note)
	r.quotes(&c, "quote", e.Passages)
	for _, d := range e.Against {
		c.Fields = append(c.Fields, r.naming("against", join(slot, string(d.Says), date(d.Date)), d.Speaker))
		r.quotes(&c, "quote against", d.Passages)
	}
	for _, s := range e.Legal {
		c.add("legal", join(string(s.Stage), date(s.Date)))
		r.quotes(&c, "quote of legal stage", s.Passages)
	}
	r.facts(&c, e.Facts)
	return c
}

func (r *reader) event(e *network.Event) Claim {
	c := Claim{ID: e.ID, Sort: Event, Sentence: e.Label}
	c.add("label", e.Label)
	c.add("date", date(e.Date))
	c.add("status", string(e.Status))
	c.add("summary", e.Summary)
	for _, p := range e.Participants {
		c.Fields = append(c.Fields, r.naming("participant", slot+": "+p.Role, p.Node))
	}
	r.quotes(&c, "quote", e.Passages)
	return c
}

func (r *reader) step(s *network.StoryStep) Claim {
	c := Claim{ID: s.ID, Sort: Step, Sentence: cmp.Or(s.Title, s.ID)}
	c.add("title", s.Title)
	c.add("text", s.Text)
	r.quotes(&c, "quote", s.Passages)
	for _, id := range slices.Concat([]string{s.State.Select, s.State.Focus}, s.State.Light, s.State.Remove) {
		if id != "" {
			c.Fields = append(c.Fields, r.naming("shows", slot, id))
		}
	}
	for _, token := range s.State.Hide {
		c.add("hides", token)
	}
	c.add("as of", s.State.AsOf)
	return c
}

// quotes adds the quotes of passages with their speakers, places and context.
func (r *reader) quotes(c *Claim, name string, ids []string) {
	for _, id := range ids {
		p := r.Passages[id]
		if p == nil {
			c.add(name, id)
			continue
		}
		pattern, refs := "“"+p.Selector.Exact+"”", []string{}
		if p.Selector.Prefix != "" {
			pattern += " after “" + p.Selector.Prefix + "”"
		}
		if p.Selector.Suffix != "" {
			pattern += " before “" + p.Selector.Suffix + "”"
		}
		pattern += " — " + slot
		refs = append(refs, p.Speaker)
		if p.Manner != network.Own {
			pattern += ", " + string(p.Manner)
		}
		if p.Via != "" {
			pattern += ", via " + slot
			refs = append(refs, p.Via)
		}
		pattern += ", in " + slot
		refs = append(refs, p.Source)
		c.Fields = append(c.Fields, r.naming(name, pattern, refs...))
	}
}

func (r *reader) facts(c *Claim, facts []network.Fact) {
	for _, f := range facts {
		c.add("fact", r.terms.FactText(f))
		r.quotes(c, "quote of fact", f.Passages)
	}
}

// date returns all fields of a date as text, "" for none.
func date(d *network.Date) string {
	if d == nil {
		return ""
	}
	text := join(d.EDTF, string(d.Means))
	if d.Words != "" {
		text += " (" + strconv.Quote(d.Words) + ")"
	}
	if d.Resolved {
		text += " worked out"
	}
	if d.Note != "" {
		text += fmt.Sprintf(": %s", d.Note)
	}
	return text
}

// join joins the words that are not empty.
func join(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}
