package network

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Text is one text of our own words in a network, which can be translated. What
// quotes a source is none: quotes, the names of sources, and the words of dates
// stay in the source's language.
type Text struct {
	ID    string  // of the record that it belongs to; "" is the network itself
	Field string  // its name in translations, such as "label" or "roles.qaani"
	Value *string // in the network
}

// RolesField begins the fields of the roles of an event's participants.
const RolesField = "roles."

// Texts lists the texts of n that aren't empty, in the order of its file.
func (n *Network) Texts() []Text {
	var list []Text
	add := func(id, field string, value *string) {
		if *value != "" {
			list = append(list, Text{id, field, value})
		}
	}
	date := func(id string, d *Date) {
		if d != nil {
			add(id, "dateNote", &d.Note)
		}
	}
	add("", "title", &n.Title)
	add("", "summary", &n.Summary)
	add("", "headline", &n.Headline)
	add("", "leadCaption", &n.Caption)
	for i := range n.Sources {
		date(n.Sources[i].ID, n.Sources[i].Date)
	}
	for i := range n.Speakers {
		s := &n.Speakers[i]
		add(s.ID, "label", &s.Label)
		add(s.ID, "role", &s.Role)
	}
	for i := range n.Nodes {
		o := &n.Nodes[i]
		add(o.ID, "label", &o.Label)
		add(o.ID, "phrase", &o.Phrase)
		add(o.ID, "summary", &o.Summary)
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		add(r.ID, "verb", &r.Verb)
		date(r.ID, r.Period)
		add(r.ID, "inference", &r.Inference)
		add(r.ID, "note", &r.Note)
	}
	for i := range n.Events {
		e := &n.Events[i]
		add(e.ID, "label", &e.Label)
		date(e.ID, e.Date)
		add(e.ID, "summary", &e.Summary)
		for k := range e.Participants {
			add(e.ID, e.RoleField(k), &e.Participants[k].Role)
		}
	}
	for i := range n.Story {
		s := &n.Story[i]
		add(s.ID, "title", &s.Title)
		add(s.ID, "text", &s.Text)
	}
	return list
}

// RoleField returns the field of the role of participant i. A node's second role in
// an event is a field of its own.
func (e *Event) RoleField(i int) string {
	field, times := RolesField+e.Participants[i].Node, 1
	for _, p := range e.Participants[:i] {
		if p.Node == e.Participants[i].Node {
			times++
		}
	}
	if times > 1 {
		field += "." + strconv.Itoa(times)
	}
	return field
}

// Translation is our own words of a network in another language.
type Translation struct {
	Lang    string                       `json:"lang"`              // BCP 47
	Texts   map[string]map[string]string `json:"texts"`             // by the ID and Field of a [Text]
	Aliases map[string][]string          `json:"aliases,omitempty"` // by node: what else it is called in that language
}

// Translated says what a network in another language than its own was translated
// from.
type Translated struct {
	From   string              `json:"from"`             // BCP 47
	Except map[string][]string `json:"except,omitempty"` // by id, the fields of texts that are still in that language
}

// has reports whether t has a text.
func (t *Translation) has(id, field string) bool { return t.Texts[id][field] != "" }

// Translation returns the translation of n into the language of a tag: of that
// very tag or, where there is none, of the same language, such as fa for fa-IR.
// It returns nil where n has none.
func (n *Network) Translation(tag string) *Translation {
	var same *Translation
	for i := range n.Translations {
		t := &n.Translations[i]
		if strings.EqualFold(t.Lang, tag) {
			return t
		}
		if same == nil && baseOf(t.Lang) == baseOf(tag) {
			same = t
		}
	}
	return same
}

// baseOf returns a tag's language without script and region.
func baseOf(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// In returns n in the language of a tag: a copy whose texts are the
// translation's. What is not translated stays as it is, and [Network.LangOf]
// says so. The label of a node in n's own language becomes one of its names.
// Without a translation into that language In returns n itself.
func (n *Network) In(tag string) *Network {
	t := n.Translation(tag)
	if t == nil || baseOf(n.Lang) == baseOf(tag) && !strings.EqualFold(t.Lang, tag) {
		return n
	}
	in := n.clone()
	left := map[string][]string{}
	in.Lang, in.Translations, in.Translated = t.Lang, nil, &Translated{From: n.Lang, Except: left}
	for i := range in.Nodes {
		in.Nodes[i].translate(&n.Nodes[i], n.Lang, t)
	}
	for _, text := range in.Texts() {
		if t.has(text.ID, text.Field) {
			*text.Value = t.Texts[text.ID][text.Field]
		} else {
			left[text.ID] = append(left[text.ID], text.Field)
		}
	}
	for i, o := range n.Nodes { // a name that the network itself has is a label too
		if name := o.Names[t.Lang]; name != "" && !t.has(o.ID, "label") {
			in.Nodes[i].Label = name
			left[o.ID] = slices.DeleteFunc(left[o.ID], func(field string) bool { return field == "label" })
		}
	}
	return in
}

// translate makes of o, a copy of the node from, what is not text: its names and
// aliases, and a phrase that is only the translation's.
func (o *Node) translate(from *Node, lang string, t *Translation) {
	if !t.has(o.ID, "label") && o.Names[t.Lang] == "" {
		return
	}
	o.Phrase = t.Texts[o.ID]["phrase"] // without one, the label will do
	o.Names = maps.Clone(o.Names)
	if o.Names == nil {
		o.Names = map[string]string{}
	}
	delete(o.Names, t.Lang)
	o.Names[lang] = from.Label
	o.Aliases = slices.Concat(t.Aliases[o.ID], o.Aliases)
}

// LangOf returns the language of a text: n's own, or the original's where it is
// not translated.
func (n *Network) LangOf(id, field string) string {
	if n.Translated != nil && slices.Contains(n.Translated.Except[id], field) {
		return n.Translated.From
	}
	return n.Lang
}

// clone copies n as deep as its texts are.
func (n *Network) clone() *Network {
	c := *n
	date := func(d *Date) *Date {
		if d == nil {
			return nil
		}
		own := *d
		return &own
	}
	c.Sources = slices.Clone(n.Sources)
	for i := range c.Sources {
		c.Sources[i].Date = date(c.Sources[i].Date)
	}
	c.Speakers, c.Nodes, c.Story = slices.Clone(n.Speakers), slices.Clone(n.Nodes), slices.Clone(n.Story)
	c.Relations = slices.Clone(n.Relations)
	for i := range c.Relations {
		c.Relations[i].Period = date(c.Relations[i].Period)
	}
	c.Events = slices.Clone(n.Events)
	for i := range c.Events {
		c.Events[i].Date = date(c.Events[i].Date)
		c.Events[i].Participants = slices.Clone(c.Events[i].Participants)
	}
	return &c
}
