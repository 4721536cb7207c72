package file

import (
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// AddTranslation reads a translation, by the name of its file, and makes it a part
// of the document.
func (d *Document) AddTranslation(name string, data []byte) Diagnostics {
	return d.addTranslation(name, data)
}

// addTranslation reads a translation and makes it a part of the document.
func (d *Document) addTranslation(name string, data []byte) Diagnostics {
	r := newReading(name)
	t := r.translation(d, data)
	if len(r.diagnostics) > 0 {
		return r.diagnostics.inOrder()
	}
	out := network.Translation{Lang: t.Lang, Texts: map[string]map[string]string{}}
	for at, text := range t.texts {
		if text.text == "" {
			continue
		}
		if out.Texts[at.id] == nil {
			out.Texts[at.id] = map[string]string{}
		}
		out.Texts[at.id][at.field] = text.text
	}
	for i := range d.Network.Nodes {
		o := &d.Network.Nodes[i]
		if label := out.Texts[o.ID]["label"]; label != "" {
			if name := o.Names[t.Lang]; name != "" && name != label {
				r.report(t.texts[textPlace{o.ID, "label"}].line, o.ID, message.New("its label is %s, and the network’s own file names it %s in %s", visible.Show(label), visible.Show(name), t.Lang), message.New("take that name out of the network’s file"))
			}
			if o.Names == nil {
				o.Names = map[string]string{}
			}
			o.Names[t.Lang] = label
		}
	}
	if len(r.diagnostics) > 0 {
		return r.diagnostics.inOrder()
	}
	out.Aliases = t.aliases
	d.Translations = append(d.Translations, t)
	d.Network.Translations = append(d.Network.Translations, out)
	return nil
}

// translation reads the file of a translation of d.
func (r *reading) translation(d *Document, data []byte) *Translation {
	r.recordNames = sync.OnceValue(d.nameIndex)
	top := r.parse(data)
	if top == nil || !top.format() {
		return nil
	}
	t := &Translation{Name: r.file, of: d.Network, lines: map[string]int{"": top.line}, texts: map[textPlace]translated{}, aliases: map[string][]string{}}
	if of := top.needWords("translates"); of != "" && of != d.Network.ID {
		r.report(top.at("translates"), "", message.New("it translates %s, and the network beside it is %s", visible.Show(of), d.Network.ID), message.New("write “translates: %s”, or name the file after its own network", d.Network.ID))
	}
	t.Lang = sourceReader{top}.lang()
	switch named := languageOf(d.Name, r.file); {
	case t.Lang == "":
	case named != t.Lang:
		r.report(top.at("lang"), "", message.New("it is in %s, and its name says %s", t.Lang, named), message.New("name it %s, or correct “lang”", filepath.Base(TranslationPath(d.Name, t.Lang))))
	case slices.ContainsFunc(d.Translations, func(o *Translation) bool { return o.Lang == t.Lang }):
		r.report(top.at("lang"), "", message.New("there is another translation into %s", t.Lang), message.New("keep one of the two"))
	case t.Lang == d.Network.Lang:
		r.report(top.at("lang"), "", message.New("the network itself is in %s", t.Lang), message.New("translate it into another language"))
	}
	if len(r.diagnostics) > 0 {
		return nil // the languages of its texts are unknown
	}
	known := knownTexts(d.Network)
	for _, field := range []string{"title", "summary", "headline", "lead-caption"} {
		if n := top.take(field); n != nil {
			t.read(top, n, textPlace{"", fieldOf(field)}, known)
		}
	}
	for _, s := range translatable {
		if n := top.take(s.field()); n != nil {
			t.section(r, n, s, d, known)
		}
	}
	top.done()
	return t
}

// translatable lists the sections that have texts of our own.
var translatable = []section{sources, speakers, nodes, relations, events, steps}

// fieldOf returns the name of a [network.Text]'s field that is fieldName in a file.
func fieldOf(name string) string {
	if name == "lead-caption" {
		return "leadCaption"
	}
	return name
}

// fieldName is how a field of a [network.Text] is written in a file.
func fieldName(field string) string {
	if field == "leadCaption" {
		return "lead-caption"
	}
	return field
}

// knownTexts returns the texts of a network by their places.
func knownTexts(n *network.Network) map[textPlace]string {
	known := map[textPlace]string{}
	for _, text := range n.Texts() {
		known[textPlace{text.ID, text.Field}] = *text.Value
	}
	return known
}

// section reads the records of a section, by their ids.
func (t *Translation) section(r *reading, n *yaml.Node, s section, d *Document, known map[textPlace]string) {
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, s.field(), message.New("it must be records by their ids"), message.New("write each as “id:” with its texts below it"))
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content) && !r.full(); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		id := key.Value
		switch {
		case d.sections[id] != s:
			fix := message.New("take it out, or correct the id")
			if name := r.recordNames().fix(id, "", s); !name.IsNone() {
				fix = name
			} else if near := nearest(id, d.idsOf(s)); near != "" {
				fix = didYouMean(near)
			}
			r.report(key.Line, id, message.New("the network has no %s with this id", s), fix)
			continue
		case seen[id]:
			r.report(key.Line, id, message.New("it appears twice"), message.New("keep one of the two"))
			continue
		}
		seen[id] = true
		t.lines[id] = key.Line
		if rec := r.recordOf(value, id); rec != nil {
			rec.id = id
			t.record(rec, s, known)
		}
	}
}

// fieldsOf lists the fields that a record of a section can have.
var fieldsOf = map[section][]string{
	sources:   {"dateNote"},
	speakers:  {"label", "role"},
	nodes:     {"label", "phrase", "summary"},
	relations: {"verb", "dateNote", "inference", "note"},
	events:    {"label", "dateNote", "summary"},
	steps:     {"title", "text"},
}

func (t *Translation) record(rec *record, s section, known map[textPlace]string) {
	for _, field := range fieldsOf[s] {
		if n := rec.take(field); n != nil {
			t.read(rec, n, textPlace{rec.id, field}, known)
		}
	}
	if s == nodes {
		if names := (nodeReader{rec}).aliases(); names != nil {
			t.aliases[rec.id] = names
		}
	}
	if s == events {
		if n := rec.take("roles"); n != nil {
			if roles := rec.recordOf(n, rec.id); roles != nil {
				for _, node := range sortedKeys(roles.fields) {
					t.read(roles, roles.fields[node], textPlace{rec.id, network.RolesField + node}, known)
				}
			}
		}
	}
	rec.done()
}

// read reads a text: “{en: the original, fa: its translation}”, or the
// translation alone.
func (t *Translation) read(rec *record, n *yaml.Node, at textPlace, known map[textPlace]string) {
	field := fieldName(at.field)
	if known[at] == "" && at.field != "phrase" {
		fix := message.New("take it out")
		if node, ok := strings.CutPrefix(at.field, network.RolesField); ok {
			fix = rec.recordNames().fix(node, "", nodes).Or(fix)
		}
		rec.report(n.Line, at.id, message.New("the network has no %q there", field), fix)
		return
	}
	out := translated{line: n.Line}
	if n.Kind == yaml.ScalarNode {
		out.text = rec.textOf(n, field)
	} else if pair := rec.recordOf(n, rec.name); pair != nil {
		for _, tag := range sortedKeys(pair.fields) {
			value := pair.fields[tag]
			empty := value.Kind == yaml.ScalarNode && value.ShortTag() == "!!null"
			switch {
			case tag == t.of.Lang:
				out.original = strings.TrimSpace(rec.text(value, field))
			case tag == t.Lang && empty: // not translated yet
			case tag == t.Lang:
				out.text = rec.textOf(value, field)
			default:
				rec.report(value.Line, rec.name, message.New("%s in %q is neither language of this file", visible.Show(tag), field), message.New("write “%s: {%s: the original, %s: its translation}”", field, t.of.Lang, t.Lang))
			}
		}
	}
	t.texts[at] = out
}

// textOf returns a text of a translation, which has as much room as its original.
func (r *mapping) textOf(n *yaml.Node, field string) string {
	text := strings.TrimSpace(r.text(n, field))
	most := map[string]int{"headline": maxHeadline, "lead-caption": maxCaption, "text": maxStepText}[field]
	if length := utf8.RuneCountInString(text); most > 0 && length > most {
		r.report(n.Line, r.name, message.New("%q has %d characters, and there is room for %d", field, length, most), message.New("shorten it"))
	}
	return text
}
