package edit

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
)

// Merge makes one record of two nodes, speakers or relations: what names the
// other names keep afterwards, which also gets its passages and, of a node, its
// names. What else the other says is not kept, and a remark says so.
func Merge(data []byte, keep, other string) (Change, error) { return Of(data).Merge(keep, other) }

// Merge is [Merge] of a file that was read.
func (f *File) Merge(keep, other string) (Change, error) {
	o, err := f.begin()
	if err != nil {
		return Change{}, err
	}
	a, err := o.declared(keep)
	if err != nil {
		return Change{}, err
	}
	b, err := o.declared(other)
	switch {
	case err != nil:
		return Change{}, err
	case keep == other:
		return Change{}, fmt.Errorf("%s is one record already", keep)
	case a.Section != b.Section:
		return Change{}, fmt.Errorf("%s is a %s, and %s a %s; only records of one sort can be merged", keep, a.Section, other, b.Section)
	case !slices.Contains([]string{"node", "speaker", "relation"}, a.Section):
		return Change{}, fmt.Errorf("%ss can't be merged; nodes, speakers and relations can", a.Section)
	}
	one, err := o.record(a)
	if err != nil {
		return Change{}, err
	}
	two, err := o.record(b)
	if err != nil {
		return Change{}, err
	}
	if err := o.compatible(a.Section, one, two); err != nil {
		return Change{}, err
	}
	if err := o.redirect(keep, other, two); err != nil {
		return Change{}, err
	}
	o.unite(one, two, "passages", "kind", nil)
	if a.Section == "node" {
		o.unite(one, two, "aliases", "label", o.newNames(one, two))
	}
	o.remarkLost(one, two, a.Section)
	e, err := o.dropItem(two)
	if err != nil {
		return Change{}, fmt.Errorf("%s: %w", other, err)
	}
	o.edits = append(o.edits, e)
	return o.change()
}

// compatible returns an error for records that can't be one.
func (o *operation) compatible(section string, one, two *yaml.Node) error {
	text := func(record *yaml.Node, name string) string {
		if _, v := field(record, name); v != nil {
			return v.Value
		}
		return ""
	}
	a, b := text(one, "id"), text(two, "id")
	switch section {
	case "relation":
		for _, end := range []string{"from", "to"} {
			if text(one, end) != text(two, end) {
				return fmt.Errorf("%s and %s can't be merged: “%s” is %s in one and %s in the other", a, b, end, text(one, end), text(two, end))
			}
		}
	case "node":
		var between []string
		for i := 0; o.Document != nil && i < len(o.Document.Network.Relations); i++ {
			r := &o.Document.Network.Relations[i]
			if r.From == a && r.To == b || r.From == b && r.To == a {
				between = append(between, fmt.Sprintf("line %d: %s", o.Declared[r.ID].Spot.Line, r.ID))
			}
		}
		if between != nil {
			return fmt.Errorf("%s and %s can't be merged: these would relate %[1]s to itself:\n  %[3]s\nremove them first", a, b, strings.Join(between, "\n  "))
		}
	}
	return nil
}

// redirect makes what names other name keep, once in each list.
func (o *operation) redirect(keep, other string, record *yaml.Node) error {
	for _, u := range o.Uses {
		if u.ID != other || owner(u.By) == other {
			continue
		}
		n := o.at[u.Spot]
		if n == nil {
			return fmt.Errorf("%s can't be found", place(u))
		}
		list := o.in[n].parent
		if list.Kind == yaml.SequenceNode && o.lists(list, u, keep) {
			e, err := o.dropItem(n)
			if err != nil {
				return err
			}
			o.edits = append(o.edits, e)
			continue
		}
		e, err := o.replaceID(u.Spot, u.At, other, keep)
		if err != nil {
			return err
		}
		o.edits = append(o.edits, e)
	}
	return nil
}

// lists reports whether a list that names one id in a use also names another in
// the same way.
func (o *operation) lists(list *yaml.Node, u file.Use, id string) bool {
	prefix := o.at[u.Spot].Value[:u.At]
	return slices.ContainsFunc(list.Content, func(n *yaml.Node) bool { return n.Value == prefix+id })
}

// unite adds what a list of one record has, and another's lacks, to the other's.
// without is the field after which the list is added where there is none yet;
// more is added too.
func (o *operation) unite(one, two *yaml.Node, name, without string, more []string) {
	_, have := field(one, name)
	_, add := field(two, name)
	var values []string
	put := func(value, text string) {
		held := have != nil && slices.ContainsFunc(have.Content, func(n *yaml.Node) bool { return n.Value == value })
		if !held && !slices.Contains(values, text) {
			values = append(values, text)
		}
	}
	for _, text := range more {
		put(text, file.Scalar(text))
	}
	if add != nil {
		for _, n := range add.Content {
			if name != "aliases" || !o.called(one, n.Value) {
				put(n.Value, file.Scalar(n.Value))
			}
		}
	}
	switch {
	case len(values) == 0:
	case have == nil:
		o.edits = append(o.edits, o.addField(one, without, name, "["+strings.Join(values, ", ")+"]"))
	case have.Style&yaml.FlowStyle != 0:
		o.edits = append(o.edits, o.addItem(have, strings.Join(values, ", ")))
	default:
		for _, v := range values {
			o.edits = append(o.edits, o.addItem(have, v))
		}
	}
}

// newNames returns the label of two, if one isn't called so.
func (o *operation) newNames(one, two *yaml.Node) []string {
	_, label := field(two, "label")
	if label == nil || o.called(one, label.Value) {
		return nil
	}
	return []string{label.Value}
}

// called reports whether a node has a name.
func (o *operation) called(record *yaml.Node, name string) bool {
	if _, label := field(record, "label"); label != nil && label.Value == name {
		return true
	}
	_, aliases := field(record, "aliases")
	return aliases != nil && slices.ContainsFunc(aliases.Content, func(n *yaml.Node) bool { return n.Value == name })
}

// remarkLost says what of the second record is in none afterwards.
func (o *operation) remarkLost(one, two *yaml.Node, section string) {
	for i := 0; i+1 < len(two.Content); i += 2 {
		key, value := two.Content[i], two.Content[i+1]
		if slices.Contains([]string{"id", "passages"}, key.Value) || section == "node" && slices.Contains([]string{"label", "aliases"}, key.Value) {
			continue
		}
		text := string(o.data[o.start(value):o.end(value)])
		if _, same := field(one, key.Value); same != nil && string(o.data[o.start(same):o.end(same)]) == text {
			continue
		}
		o.remark("not kept: %s: %s", key.Value, strings.Join(strings.Fields(text), " "))
	}
}
