package file

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/language"

	"proxynet/network"
	"proxynet/network/message"
)

// Translate returns the name of the file with the translation of the network at path
// into a language, its content with a line to fill in for each missing text, and the
// number of these. Lines of an existing file don't change. The error is a [Diagnostics]
// unless the language is invalid.
func Translate(path, lang string) (name string, data []byte, added int, err error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return "", nil, 0, fmt.Errorf("unknown language %q; write a BCP 47 language tag, such as en, fa or zh-Hans", lang)
	}
	lang = tag.String()
	d, err := Open(path)
	if err != nil {
		return "", nil, 0, err
	}
	if lang == d.Network.Lang {
		return "", nil, 0, fmt.Errorf("the network itself is in %s; name the language to translate it into", lang)
	}
	name = TranslationPath(path, lang)
	t := &Translation{Name: name, Lang: lang, of: d.Network}
	at := slices.IndexFunc(d.Translations, func(o *Translation) bool { return o.Lang == lang })
	if at < 0 {
		head := fmt.Sprintf("# %s in %s. Each text follows the original that it translates; if the original changes,\n# “proxynet check” says so. Quotes stay in their language.\n\nformat: %d\ntranslates: %s\nlang: %s\n",
			oneLine(filepath.Base(path)), lang, network.FormatVersion, d.Network.ID, lang)
		data = []byte(head)
	} else {
		t = d.Translations[at]
		read, diagnostics := readFile(t.Name, maxFileBytes)
		if diagnostics != nil {
			return "", nil, 0, diagnostics
		}
		data = read
	}
	data, added, err = t.fill(d, data)
	return t.Name, data, added, err
}

// fill adds the missing texts to the file of t.
func (t *Translation) fill(d *Document, data []byte) (filled []byte, added int, err error) {
	var document yaml.Node
	if err := yaml.Load(data, &document); err != nil {
		return nil, 0, err // it has been read before
	}
	top := document.Content[0]
	in := insertion{lines: strings.SplitAfter(string(data), "\n"), after: map[int][]string{}}
	if last := len(in.lines) - 1; in.lines[last] == "" {
		in.lines = in.lines[:last]
	} else {
		in.lines[last] += "\n"
	}
	named := t.named()
	for _, s := range append([]section{""}, translatable...) {
		var lacks []network.Text
		for _, text := range d.Network.Texts() {
			have := t.texts[textPlace{text.ID, text.Field}]
			if d.sections[text.ID] == s && have.line == 0 && !(text.Field == "label" && named[text.ID]) && (text.Field != "phrase" || t.lines[text.ID] == 0) {
				lacks = append(lacks, text)
			}
		}
		if len(lacks) == 0 {
			continue
		}
		added += len(lacks)
		if s == "" {
			in.put(top, -1, t.pairs("", lacks, d.Network.Lang))
			continue
		}
		if err := t.fillSection(&in, top, s, lacks, d); err != nil {
			return nil, 0, err
		}
	}
	filled = in.apply()
	return filled, added, t.unchanged(d, filled)
}

// unchanged returns an error unless a file has all texts of t.
func (t *Translation) unchanged(d *Document, filled []byte) error {
	others := *d
	others.Translations = slices.DeleteFunc(slices.Clone(d.Translations), func(o *Translation) bool { return o.Lang == t.Lang })
	r := newReading(t.Name)
	now := r.translation(&others, filled)
	for at, text := range t.texts {
		if now != nil && (now.texts[at].text != text.text || now.texts[at].original != text.original) {
			now = nil
		}
	}
	if len(r.diagnostics) > 0 || now == nil {
		return Diagnostics{{File: t.Name, Rule: RuleFile, Problem: message.New("lines can’t be added to it without changing what it has"), Fix: message.New("write each record and field on its own line, and comments outside of texts")}}
	}
	return nil
}

// fillSection adds the missing texts of the records of a section.
func (t *Translation) fillSection(in *insertion, top *yaml.Node, s section, lacks []network.Text, d *Document) error {
	records := field(top, s.field())
	var fresh []string
	if records < 0 {
		fresh = append(fresh, "\n"+s.field()+":\n")
	} else if top.Content[records+1].Style&yaml.FlowStyle != 0 {
		return Diagnostics{{File: t.Name, Line: top.Content[records].Line, Rule: RuleFile, Problem: message.New("%s is written in braces", s.field()), Fix: message.New("write each record on its own lines")}}
	}
	for len(lacks) > 0 {
		id, n := lacks[0].ID, 0
		for n < len(lacks) && lacks[n].ID == id {
			n++
		}
		own := lacks[:n]
		lacks = lacks[n:]
		if t.lines[id] == 0 {
			fresh = append(append(fresh, "  "+id+":\n"), t.pairs("    ", own, d.Network.Lang)...)
			continue
		}
		list := top.Content[records+1]
		record := list.Content[field(list, id)+1]
		if record.Style&yaml.FlowStyle != 0 {
			return Diagnostics{{File: t.Name, Line: record.Line, ID: id, Rule: RuleFile, Problem: message.New("it is written in braces, and lacks a text"), Fix: message.New("write each field on its own line")}}
		}
		indent := strings.Repeat(" ", record.Column-1)
		if roles := field(record, "roles"); roles >= 0 {
			more, others := split(own, isRole)
			own = others
			if len(more) > 0 {
				if record.Content[roles+1].Style&yaml.FlowStyle != 0 {
					return Diagnostics{{File: t.Name, Line: record.Line, ID: id, Rule: RuleFile, Problem: message.New("its roles are written in braces, and lack one"), Fix: message.New("write each on its own line")}}
				}
				lines := t.pairs(indent, more, d.Network.Lang)
				in.putAfter(in.endOf(level{record, roles}, level{list, field(list, id)}, level{top, records}), lines[1:]) // without “roles:”
			}
		}
		if len(own) > 0 {
			in.putAfter(in.endOf(level{list, field(list, id)}, level{top, records}), t.pairs(indent, own, d.Network.Lang))
		}
	}
	if len(fresh) > 0 {
		in.put(top, records, fresh)
	}
	return nil
}

// split splits a list by a predicate.
func split(list []network.Text, sort func(network.Text) bool) (of, others []network.Text) {
	for _, text := range list {
		if sort(text) {
			of = append(of, text)
		} else {
			others = append(others, text)
		}
	}
	return of, others
}

func isRole(text network.Text) bool { return strings.HasPrefix(text.Field, network.RolesField) }

// pairs writes texts to be translated. Roles come last, below one field.
func (t *Translation) pairs(indent string, texts []network.Text, original string) []string {
	var lines []string
	roles, others := split(texts, isRole)
	write := func(indent, name string, text network.Text) {
		lines = append(lines, fmt.Sprintf("%s%s:\n%[1]s  %[3]s: %[4]s\n%[1]s  %[5]s:\n", indent, name, original, quoted(*text.Value, plainLine), t.Lang))
	}
	for _, text := range others {
		write(indent, fieldName(text.Field), text)
	}
	if len(roles) > 0 {
		lines = append(lines, indent+"roles:\n")
	}
	for _, text := range roles {
		write(indent+"  ", strings.TrimPrefix(text.Field, network.RolesField), text)
	}
	return lines
}

// field returns the index of a field's name in a mapping, -1 if it is missing.
func field(mapping *yaml.Node, name string) int {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == name {
			return i
		}
	}
	return -1
}

// insertion is the lines of a file and the lines to insert.
type insertion struct {
	lines []string
	after map[int][]string // by line number
	end   []string         // new top-level fields
}

func (in *insertion) putAfter(line int, lines []string) {
	in.after[line] = append(in.after[line], lines...)
}

// put adds lines at the end of a top-level field or, if it is missing, of the file.
func (in *insertion) put(top *yaml.Node, at int, lines []string) {
	if at < 0 {
		in.end = append(in.end, lines...)
		return
	}
	in.putAfter(in.endOf(level{top, at}), lines)
}

// level is a field of a mapping, by the index of its name.
type level struct {
	mapping *yaml.Node
	at      int
}

// endOf returns the last line of a field, given with its enclosing fields, innermost
// first.
func (in *insertion) endOf(levels ...level) int {
	for _, l := range levels {
		if l.at+2 < len(l.mapping.Content) {
			return in.last(l.mapping.Content[l.at+2].Line)
		}
	}
	return in.last(len(in.lines) + 1)
}

// last returns the last line before a given one that is neither blank nor a comment.
func (in *insertion) last(before int) int {
	for line := before - 1; line > 0; line-- {
		if text := strings.TrimSpace(in.lines[line-1]); text != "" && !strings.HasPrefix(text, "#") {
			return line
		}
	}
	return before - 1
}

func (in *insertion) apply() []byte {
	var b bytes.Buffer
	for i, line := range in.lines {
		b.WriteString(line)
		b.WriteString(strings.Join(in.after[i+1], ""))
	}
	b.WriteString(strings.Join(in.end, ""))
	return b.Bytes()
}
