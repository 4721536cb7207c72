package edit

import (
	"bytes"
	"maps"
	"slices"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
	"proxynet/network/message"
)

// Dependent is a record that refers to a removed one.
type Dependent struct {
	ID   string
	Gone bool // it can't be without, and would be removed too
}

// Cascade removes records and all references to them. Records that would be invalid
// without them are removed too, such as the relations of a node and claims without
// another passage. So are passages that nothing cites any more, with a remark. It
// returns the dependents other than these.
func (f *File) Cascade(ids ...string) (Change, []Dependent, error) {
	o, err := f.begin()
	if err != nil {
		return Change{}, nil, err
	}
	r := &removal{operation: o, records: make(map[string]bool), items: make(map[*yaml.Node][]int), fields: make(map[*yaml.Node]bool), cleared: make(map[*yaml.Node]bool)}
	for _, id := range ids {
		if _, err := o.declared(id); err != nil {
			return Change{}, nil, err
		}
		r.records[id] = true
	}
	c, err := r.change()
	if err != nil {
		return Change{}, nil, err
	}
	c.Removed = slices.Sorted(maps.Keys(r.records))
	if r.orphans != nil {
		c.Remarks = append(c.Remarks, message.New("nothing else cites these passages, so they are removed too: %s", message.Strings(r.orphans)))
	}
	return c, r.dependents(ids), nil
}

// change returns the change after [try]. Records that try reports as invalid are
// removed too, such as an attributed claim without a speaker.
func (r *removal) change() (Change, error) {
	for {
		if err := r.spread(); err != nil {
			return Change{}, err
		}
		r.edits = nil
		if err := r.write(); err != nil {
			return Change{}, err
		}
		c, err := r.operation.change()
		before := len(r.records)
		if err == nil {
			r.addOrphans(c.After.outline)
			if len(r.records) == before {
				return c, nil
			}
			continue
		}
		for _, f := range newDiagnostics(r.data, r.Outline, r.edits) {
			if id := owner(f.ID); r.Declared[id].Section != "" {
				r.records[id] = true
			}
		}
		if len(r.records) == before {
			return c, err
		}
	}
}

// addOrphans removes the passages that are unused afterwards, and weren't before.
func (r *removal) addOrphans(after *file.Outline) {
	unused := func(lacks file.Diagnostics, id string) bool {
		return slices.ContainsFunc(lacks, func(f file.Diagnostic) bool { return f.ID == id && f.Problem.Is(file.NothingRests) })
	}
	for _, f := range after.Lacks {
		if f.Problem.Is(file.NothingRests) && !unused(r.Lacks, f.ID) && r.Declared[f.ID].Section == "passage" {
			r.records[f.ID], r.orphans = true, append(r.orphans, f.ID)
		}
	}
}

// dependents returns the records that refer to removed ones, in file order, and then
// other removed ones.
func (r *removal) dependents(ids []string) []Dependent {
	var depends []Dependent
	seen := make(map[string]bool)
	add := func(id string) {
		if id != "" && !slices.Contains(ids, id) && !slices.Contains(r.orphans, id) && !seen[id] {
			seen[id] = true
			depends = append(depends, Dependent{id, r.records[id]})
		}
	}
	for _, u := range r.Uses {
		if r.records[u.ID] {
			add(r.by(u))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.records)) {
		add(id)
	}
	return depends
}

// by returns the id of the record that contains a use, "" if it is a top-level field
// or in “accept”.
func (r *removal) by(u file.Use) string {
	for n := r.at[u.Spot]; n != nil; n = r.in[n].parent {
		list := r.in[n].parent
		if list != nil && list.Kind == yaml.SequenceNode && r.in[list].parent == r.root {
			if n.Kind != yaml.MappingNode {
				return ""
			}
			return r.recordOf(n)
		}
	}
	return ""
}

// removal is the state of a cascade.
type removal struct {
	*operation
	records map[string]bool      // by id
	items   map[*yaml.Node][]int // by list: places of its items
	fields  map[*yaml.Node]bool  // keys of fields
	cleared map[*yaml.Node]bool  // values that are left empty
	orphans []string             // ids of passages that nothing cites any more
}

// spread adds the consequences of removals until there are no more.
func (r *removal) spread() error {
	for before := -1; r.size() > before; {
		before = r.size()
		for _, u := range r.Uses {
			if by := r.by(u); !r.records[u.ID] || by != "" && r.records[by] {
				continue
			}
			value := r.at[u.Spot]
			if value == nil {
				return message.Errorf("%s can't be found", place(u))
			}
			r.without(value, u)
		}
		for _, list := range slices.Collect(maps.Keys(r.items)) {
			if len(r.items[list]) == len(list.Content) {
				r.emptied(list)
			}
		}
	}
	return nil
}

// size returns the number of removed parts.
func (r *removal) size() int {
	n := len(r.records) + len(r.fields) + len(r.cleared)
	for _, places := range r.items {
		n += len(places)
	}
	return n
}

// without decides how a use of a removed record is removed.
func (r *removal) without(value *yaml.Node, u file.Use) {
	w := r.in[value]
	if w.parent.Kind == yaml.SequenceNode {
		r.drop(w.parent, w.index)
		return
	}
	by := r.by(u)
	section := r.Declared[by].Section
	key := w.parent.Content[w.index-1]
	switch {
	case u.Field == "root":
		r.cleared[value] = true
	case u.Field == "of": // of “accept”
		r.dropRecord(w.parent)
	case section == "relation" && (u.Field == "from" || u.Field == "to"), section == "passage" && (u.Field == "speaker" || u.Field == "source"):
		r.records[by] = true
	case u.Field == "from", u.Field == "to": // of the chain of a step
		if chain := r.in[w.parent]; chain.parent != nil && chain.parent.Kind == yaml.MappingNode {
			r.fields[chain.parent.Content[chain.index-1]] = true
		}
	case r.recordOf(w.parent) == "" && r.isItem(w.parent): // a participant, a denial, a stage, a fact
		r.dropRecord(w.parent)
	default:
		r.fields[key] = true
	}
}

// isItem reports whether a node is in a list.
func (r *removal) isItem(n *yaml.Node) bool {
	parent := r.in[n].parent
	return parent != nil && parent.Kind == yaml.SequenceNode
}

// dropRecord removes a record from its list.
func (r *removal) dropRecord(record *yaml.Node) {
	if w := r.in[record]; r.isItem(record) {
		r.drop(w.parent, w.index)
	}
}

func (r *removal) drop(list *yaml.Node, index int) {
	if !slices.Contains(r.items[list], index) {
		r.items[list] = append(r.items[list], index)
	}
}

// emptied decides what happens to a list without remaining items.
func (r *removal) emptied(list *yaml.Node) {
	w := r.in[list]
	if w.parent == nil || w.parent.Kind != yaml.MappingNode || w.parent == r.root {
		return
	}
	key := w.parent.Content[w.index-1]
	switch id := r.recordOf(w.parent); {
	case id == "" && key.Value == "passages": // of a record inside another
		r.dropRecord(w.parent)
	case id != "" && (key.Value == "passages" && r.Declared[id].Section != "speaker" || key.Value == "participants"):
		r.records[id] = true
	default:
		r.fields[key] = true
	}
}

// recordOf returns the id that a mapping declares, "" if it declares none.
func (r *removal) recordOf(mapping *yaml.Node) string {
	_, id := field(mapping, "id")
	if id == nil {
		return ""
	}
	if d, ok := r.Declared[id.Value]; ok && r.at[d.Spot] == id {
		return id.Value
	}
	return ""
}

// write sets the edits.
func (r *removal) write() error {
	for id := range r.records {
		record, err := r.record(r.Declared[id])
		if err != nil {
			return err
		}
		r.dropRecord(record)
	}
	var gone []*yaml.Node
	for list, places := range r.items {
		if r.inside(list) {
			continue
		}
		w := r.in[list]
		if len(places) == len(list.Content) && w.parent != nil && w.parent != r.root && w.parent.Kind == yaml.MappingNode {
			if key := w.parent.Content[w.index-1]; !r.fields[key] {
				r.fields[key] = true
			}
			continue
		}
		slices.Sort(places)
		edits, err := r.dropItems(list, places)
		if err != nil {
			return err
		}
		r.edits = append(r.edits, edits...)
		for _, i := range places {
			gone = append(gone, list.Content[i])
		}
	}
	byMapping := make(map[*yaml.Node][]int)
	for key := range r.fields {
		if !r.inside(key) {
			byMapping[r.in[key].parent] = append(byMapping[r.in[key].parent], r.in[key].index)
			gone = append(gone, r.in[key].parent.Content[r.in[key].index+1])
		}
	}
	for mapping, places := range byMapping {
		slices.Sort(places)
		edits, err := r.dropFields(mapping, places)
		if err != nil {
			return err
		}
		r.edits = append(r.edits, edits...)
	}
	for value := range r.cleared {
		from := r.start(value)
		for from > 0 && r.data[from-1] == ' ' {
			from--
		}
		r.edits = append(r.edits, Edit{from, r.end(value), ""})
	}
	r.edits = append(r.edits, r.saved(gone)...)
	r.edits = Sorted(r.edits)
	return nil
}

// inside reports whether a node is inside another removed part.
func (r *removal) inside(n *yaml.Node) bool {
	for {
		w := r.in[n]
		if w.parent == nil {
			return false
		}
		switch w.parent.Kind {
		case yaml.SequenceNode:
			if slices.Contains(r.items[w.parent], w.index) {
				return true
			}
		case yaml.MappingNode:
			if w.index%2 == 1 && r.fields[w.parent.Content[w.index-1]] {
				return true
			}
		}
		n = w.parent
	}
}

// saved returns the edits that move removed values with an anchor to the first
// remaining alias.
func (r *removal) saved(gone []*yaml.Node) []Edit {
	within := func(n *yaml.Node) bool {
		for ; n != nil; n = r.in[n].parent {
			if slices.Contains(gone, n) {
				return true
			}
		}
		return false
	}
	var aliases []*yaml.Node
	for n := range r.in {
		if n.Kind == yaml.AliasNode && within(n.Alias) && !within(n) {
			aliases = append(aliases, n)
		}
	}
	slices.SortFunc(aliases, func(a, b *yaml.Node) int { return r.start(a) - r.start(b) })
	var edits []Edit
	written := make(map[*yaml.Node]bool)
	for _, n := range aliases {
		if written[n.Alias] {
			continue
		}
		written[n.Alias] = true
		text := bytes.TrimSpace(r.data[r.start(n.Alias):r.end(n.Alias)])
		edits = append(edits, Edit{r.start(n), r.end(n), string(text)})
	}
	return edits
}
