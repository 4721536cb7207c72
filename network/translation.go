package network

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Text is a translatable text of a network, in our own words. Quotes, the titles of
// sources and the words of dates are not translatable: they stay in the source's
// language.
type Text struct {
	ID    string  // of the record that has the text; "" for the network itself
	Field string  // name in translations, such as "label" or "roles.qaani"
	Value *string // in the network
}

// RolesField is the prefix of the fields with the roles of an event's participants.
const RolesField = "roles."

// Texts lists the translatable texts of n that aren't empty, in the order of its file.
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

// RoleField returns the field of the role of participant i, such as "roles.qaani", or
// "roles.qaani.2" for that node's second role in the event.
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

// Translation holds the texts of a network in another language.
type Translation struct {
	Lang    string                       `json:"lang"`              // BCP 47
	Texts   map[string]map[string]string `json:"texts"`             // by the ID and Field of a [Text]
	Aliases map[string][]string          `json:"aliases,omitempty"` // by node: its other names in that language
}

// Translated describes where the texts of a translated network come from.
type Translated struct {
	From   string              `json:"from"`             // BCP 47
	Except map[string][]string `json:"except,omitempty"` // by id: fields whose texts are not translated
}

// has reports whether t has a text.
func (t *Translation) has(id, field string) bool { return t.Texts[id][field] != "" }

// Translation returns the translation of n into the language of a tag: the one with
// that tag or, if there is none, one with the same base language, such as fa for
// fa-IR. It returns nil if there is no such translation.
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

// baseOf returns the language of a tag, without script and region.
func baseOf(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// In returns a copy of n in the language of a tag. Texts that are not translated
// stay as they are; [Network.LangOf] returns their language. The original label of a
// translated node becomes one of its names. If n has no translation into the
// language, In returns n itself.
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
	for i, o := range n.Nodes { // a name in the network's own file serves as label
		if name := o.Names[t.Lang]; name != "" && !t.has(o.ID, "label") {
			in.Nodes[i].Label = name
			left[o.ID] = slices.DeleteFunc(left[o.ID], func(field string) bool { return field == "label" })
		}
	}
	return in
}

// translate sets the phrase, names and aliases of o, a copy of the node from, if its
// label is translated: the original phrase doesn't fit another label.
func (o *Node) translate(from *Node, lang string, t *Translation) {
	if !t.has(o.ID, "label") && o.Names[t.Lang] == "" {
		return
	}
	o.Phrase = t.Texts[o.ID]["phrase"] // "": the label is used
	o.Names = maps.Clone(o.Names)
	if o.Names == nil {
		o.Names = map[string]string{}
	}
	delete(o.Names, t.Lang)
	o.Names[lang] = from.Label
	o.Aliases = slices.Concat(t.Aliases[o.ID], o.Aliases)
}

// LangOf returns the language of a text: that of n or, if the text is not
// translated, that of the original.
func (n *Network) LangOf(id, field string) string {
	if n.Translated != nil && slices.Contains(n.Translated.Except[id], field) {
		return n.Translated.From
	}
	return n.Lang
}

// clone returns a copy of n that shares none of the values that Texts points to.
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
