package file

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
)

// nameFields lists, by section, the fields whose texts authors write where an id is
// expected, and the name of each in the singular.
var nameFields = map[section][][2]string{
	sources:  {{"title", "title"}},
	speakers: {{"label", "label"}},
	passages: {{"exact", "quote"}},
	nodes:    {{"label", "label"}, {"phrase", "phrase"}, {"aliases", "alias"}, {"names", "name"}},
	events:   {{"label", "label"}},
	steps:    {{"title", "title"}},
}

// names finds the ids of records by their labels, aliases and the like, whatever
// their typesetting and case.
type names map[section]map[string][]named

// named is a record that has a name.
type named struct{ id, what string }

// add adds the names in a value: a text, a list of texts, or texts by language.
func (x names) add(s section, n named, value *yaml.Node) {
	switch {
	case value == nil:
	case value.Kind == yaml.ScalarNode:
		x.addText(s, n, value.Value)
	case value.Kind == yaml.SequenceNode:
		for _, item := range value.Content {
			x.add(s, n, item)
		}
	case value.Kind == yaml.MappingNode:
		for i := 1; i < len(value.Content); i += 2 {
			x.add(s, n, value.Content[i])
		}
	}
}

func (x names) addText(s section, n named, text string) {
	key := nameKey(text)
	if slices.ContainsFunc(x[s][key], func(other named) bool { return other.id == n.id }) {
		return
	}
	if x[s] == nil {
		x[s] = make(map[string][]named)
	}
	x[s][key] = append(x[s][key], n)
}

func nameKey(text string) string { return folded(strings.TrimSpace(text), true).Text }

// find returns the records of the sections that have a name.
func (x names) find(text string, of []section) []named {
	var found []named
	for _, s := range of {
		found = append(found, x[s][nameKey(text)]...)
	}
	return found
}

// fix returns the fix for a name where an id is expected, None if no record of the
// sections has it. Each id is suggested with the prefix before it.
func (x names) fix(text, prefix string, of ...section) message.Message {
	const most = 3 // ids that are listed
	found := x.find(text, of)
	if len(found) == 0 {
		return message.None
	}
	if len(found) == 1 {
		return message.New("did you mean %s, whose %s that is?", prefix+found[0].id, Noun(found[0].what))
	}
	var ids []string
	for _, n := range found[:min(len(found), most)] {
		ids = append(ids, prefix+n.id)
	}
	if len(found) > most {
		ids = append(ids, "…")
	}
	return message.New("write the id of the one you mean, since several have that name: %s", message.Strings(ids))
}

// nameIndex returns the names of all records that were declared.
func (r *reading) nameIndex() names {
	x := make(names)
	for _, id := range sortedKeys(r.ids) {
		d := r.ids[id]
		for _, f := range nameFields[d.section] {
			x.add(d.section, named{id, f[1]}, d.record.fields[f[0]])
		}
	}
	return x
}

// nameIndex returns the names of all records that a document has in its own words.
func (d *Document) nameIndex() names {
	x := make(names)
	for _, text := range d.Network.Texts() {
		for _, f := range nameFields[d.sections[text.ID]] {
			if text.Field == f[0] {
				x.addText(d.sections[text.ID], named{text.ID, f[1]}, *text.Value)
			}
		}
	}
	for _, o := range d.Network.Nodes {
		for _, alias := range o.Aliases {
			x.addText(nodes, named{o.ID, "alias"}, alias)
		}
	}
	return x
}

// FixForID returns the fix for a label or an alias that is written where an id is
// expected, None if no record has it.
func (d *Document) FixForID(text string) message.Message {
	return d.nameIndex().fix(text, "", speakers, nodes, events, steps)
}
