package edit

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
	"proxynet/network/message"
)

// Merge merges two nodes, speakers or relations into keep. References to other
// become references to keep, which also gets the passages of other and, for nodes,
// its names; a node without a summary gets that of other. What other has as lists, such as
// facts and denials, is kept too. Other fields that differ are dropped, each with a remark.
//
// Relations between two nodes would relate the merged node to itself. They are removed
// as by [File.Cascade]; they and what depends on them are the dependents.
func Merge(data []byte, keep, other string) (Change, []Dependent, error) {
	return Of(data).Merge(keep, other)
}

// Merge is [Merge] of a file that was read.
func (f *File) Merge(keep, other string) (Change, []Dependent, error) {
	between := f.between(keep, other)
	if between == nil {
		c, err := f.merge(keep, other)
		return c, nil, err
	}
	without, depends, err := f.Cascade(between...)
	if err != nil {
		return Change{}, nil, err
	}
	c, err := without.After.merge(keep, other)
	if err != nil {
		return Change{}, nil, err
	}
	c.Edits, c.Removed = LineEdits(f.data, c.After.data), without.Removed
	c.Remarks = append(without.Remarks, c.Remarks...)
	var gone []Dependent
	for _, id := range between {
		gone = append(gone, Dependent{id, true})
	}
	return c, append(gone, depends...), nil
}

// between returns the ids of the relations between two nodes, in file order.
func (f *File) between(a, b string) []string {
	var ids []string
	for i := 0; f.outline.Document != nil && i < len(f.outline.Document.Network.Relations); i++ {
		if r := &f.outline.Document.Network.Relations[i]; r.From == a && r.To == b || r.From == b && r.To == a {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// merge merges two records that no relation relates to each other.
func (f *File) merge(keep, other string) (Change, error) {
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
		return Change{}, message.Errorf("both ids are %s; name two different records", keep)
	case a.Section != b.Section:
		return Change{}, message.Errorf("%s is a %s and %s is a %s; only records of the same type can be merged", keep, file.Noun(a.Section), other, file.Noun(b.Section))
	case !slices.Contains([]string{"node", "speaker", "relation"}, a.Section):
		return Change{}, message.Errorf("%ss can't be merged; nodes, speakers and relations can", file.Noun(a.Section))
	}
	one, err := o.record(a)
	if err != nil {
		return Change{}, err
	}
	two, err := o.record(b)
	if err != nil {
		return Change{}, err
	}
	if a.Section == "relation" {
		if err := sameEnds(one, two); err != nil {
			return Change{}, err
		}
	}
	m := merging{o}
	if err := m.redirect(keep, other, two); err != nil {
		return Change{}, err
	}
	m.unite(one, two, "passages", "kind", nil)
	if a.Section == "node" {
		m.unite(one, two, "aliases", "label", m.newNames(one, two))
		m.unite(one, two, "same", "label", nil)
		m.take(one, two, "summary")
	}
	for _, list := range records {
		m.gather(one, two, list)
	}
	m.remarkLost(one, two, a.Section)
	e, err := o.dropItem(two)
	if err != nil {
		return Change{}, message.Errorf("%s: %w", other, err)
	}
	o.edits = append(o.edits, e)
	return o.change()
}

// merging is an operation that merges two records.
type merging struct{ *operation }

// sameEnds returns an error if two relations have different ends.
func sameEnds(one, two *yaml.Node) error {
	text := func(record *yaml.Node, name string) string {
		if _, v := field(record, name); v != nil {
			return v.Value
		}
		return ""
	}
	for _, end := range []string{"from", "to"} {
		if text(one, end) != text(two, end) {
			return message.Errorf("%s and %s can't be merged: “%s” is %s in one and %s in the other", text(one, "id"), text(two, "id"), end, text(one, end), text(two, end))
		}
	}
	return nil
}

// redirect replaces references to other by references to keep, without duplicates in
// lists.
func (o merging) redirect(keep, other string, record *yaml.Node) error {
	for _, u := range o.Uses {
		if u.ID != other || owner(u.By) == other {
			continue
		}
		n := o.at[u.Spot]
		if n == nil {
			return message.Errorf("%s can't be found", place(u))
		}
		if chain := o.chainBetween(n, keep, other); chain != nil {
			e, err := o.dropField(chain)
			if err != nil {
				return err
			}
			o.edits = append(o.edits, e)
			o.remark(message.New("not kept: %s: %s", owner(u.By)+", chain", keep+", "+other))
			continue
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

// chainBetween returns the key of the chain that an end is of if its ends are the two
// nodes, which the merged one can't be; else nil.
func (o merging) chainBetween(end *yaml.Node, keep, other string) *yaml.Node {
	chain := o.in[end].parent
	w := o.in[chain]
	if chain.Kind != yaml.MappingNode || w.parent == nil || w.parent.Kind != yaml.MappingNode || w.parent.Content[w.index-1].Value != "chain" {
		return nil
	}
	_, from := field(chain, "from")
	_, to := field(chain, "to")
	if from != nil && to != nil && (from.Value == keep && to.Value == other || from.Value == other && to.Value == keep) {
		return w.parent.Content[w.index-1]
	}
	return nil
}

// lists reports whether the list of a use also refers to id in the same way.
func (o merging) lists(list *yaml.Node, u file.Use, id string) bool {
	prefix := o.at[u.Spot].Value[:u.At]
	return slices.ContainsFunc(list.Content, func(n *yaml.Node) bool { return n.Value == prefix+id })
}

// unite adds to a list of record one the values that only record two has, and more.
// If record one has no such list, it is added after the field named by after.
func (o merging) unite(one, two *yaml.Node, name, after string, more []string) {
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
		o.edits = append(o.edits, o.addField(one, after, name, "["+strings.Join(values, ", ")+"]"))
	case have.Style&yaml.FlowStyle != 0:
		o.edits = append(o.edits, o.addItem(have, strings.Join(values, ", ")))
	default:
		for _, v := range values {
			o.edits = append(o.edits, o.addItem(have, v))
		}
	}
}

// newNames returns the label of two unless it is already a name of one.
func (o merging) newNames(one, two *yaml.Node) []string {
	_, label := field(two, "label")
	if label == nil || o.called(one, label.Value) {
		return nil
	}
	return []string{label.Value}
}

// called reports whether name is the label or an alias of a node.
func (o merging) called(record *yaml.Node, name string) bool {
	if _, label := field(record, "label"); label != nil && label.Value == name {
		return true
	}
	_, aliases := field(record, "aliases")
	return aliases != nil && slices.ContainsFunc(aliases.Content, func(n *yaml.Node) bool { return n.Value == name })
}

// remarkLost adds a remark for each field of the second record that is dropped.
func (o merging) remarkLost(one, two *yaml.Node, section string) {
	for i := 0; i+1 < len(two.Content); i += 2 {
		key, value := two.Content[i], two.Content[i+1]
		if key.Value == "id" || key.Value == "passages" || slices.Contains(records, key.Value) || section == "node" && slices.Contains([]string{"label", "aliases", "same"}, key.Value) {
			continue
		}
		text := string(o.data[o.start(value):o.end(value)])
		_, same := field(one, key.Value)
		if section == "node" && key.Value == "summary" && (same == nil || isNull(same)) {
			continue // taken
		}
		if same != nil && string(o.data[o.start(same):o.end(same)]) == text {
			continue
		}
		o.remark(message.New("not kept: %s: %s", key.Value, strings.Join(strings.Fields(text), " ")))
	}
}

// records are the lists of a record whose items are records without ids.
var records = []string{"against", "legal", "facts"}

// gather adds to a list of record one the items that only record two has. Of items that
// differ in nothing but their passages, the first gets those of the second.
func (o merging) gather(one, two *yaml.Node, name string) {
	_, have := field(one, name)
	_, add := field(two, name)
	if add == nil || add.Kind != yaml.SequenceNode {
		return
	}
	var items []string
	for _, item := range add.Content {
		same := -1
		if have != nil {
			same = slices.IndexFunc(have.Content, func(n *yaml.Node) bool { return flow(n, "passages") == flow(item, "passages") })
		}
		if same < 0 {
			items = append(items, flow(item, ""))
		} else if last := have.Content[same]; last.Kind == yaml.MappingNode {
			o.unite(last, item, "passages", "value", nil)
		}
	}
	switch {
	case len(items) == 0:
	case have == nil:
		o.edits = append(o.edits, o.addField(one, o.before(one, name), name, "["+strings.Join(items, ", ")+"]"))
	case isNull(have):
		o.edits = append(o.edits, o.fill(have, "["+strings.Join(items, ", ")+"]"))
	case have.Style&yaml.FlowStyle != 0:
		o.edits = append(o.edits, o.addItem(have, strings.Join(items, ", ")))
	default:
		for _, item := range items {
			o.edits = append(o.edits, o.addItem(have, item))
		}
	}
}

// take gives record one a text that only record two has.
func (o merging) take(one, two *yaml.Node, name string) {
	_, have := field(one, name)
	_, text := field(two, name)
	switch {
	case text == nil || text.Kind != yaml.ScalarNode || isNull(text):
	case have == nil:
		o.edits = append(o.edits, o.addField(one, o.before(one, name), name, file.Scalar(text.Value)))
	case isNull(have):
		o.edits = append(o.edits, o.fill(have, file.Scalar(text.Value)))
	}
}

// fill returns the edit that writes a value, in YAML, in place of a null.
func (o merging) fill(null *yaml.Node, value string) Edit {
	at := o.start(null)
	if at > 0 && o.data[at-1] == ':' {
		value = " " + value
	}
	return Edit{at, o.end(null), value}
}

// flow returns a value as YAML in flow style, without a field of a mapping.
func flow(n *yaml.Node, without string) string {
	switch n.Kind {
	case yaml.AliasNode:
		return flow(n.Alias, without)
	case yaml.SequenceNode:
		items := make([]string, len(n.Content))
		for i, item := range n.Content {
			items[i] = flow(item, "")
		}
		return "[" + strings.Join(items, ", ") + "]"
	case yaml.MappingNode:
		var fields []string
		for i := 0; i+1 < len(n.Content); i += 2 {
			if key := n.Content[i].Value; key != without {
				fields = append(fields, file.Scalar(key)+": "+flow(n.Content[i+1], ""))
			}
		}
		return "{" + strings.Join(fields, ", ") + "}"
	}
	if tag := n.ShortTag(); tag != "!!str" {
		return n.Value // a number, a date, true
	}
	return file.Scalar(n.Value)
}
