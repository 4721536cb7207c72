package edit

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
	"proxynet/network/message"
)

// Draft collects several changes of a file into one. Methods see the original file,
// not each other's changes. The first error is returned by [Draft.Change].
type Draft struct {
	o   *operation
	ids map[string]bool      // that it gives to new records
	new map[string][][]Field // by section: records for those that have none
	err error
}

// Draft returns an empty draft of the file.
func (f *File) Draft() *Draft {
	d := &Draft{ids: make(map[string]bool), new: make(map[string][][]Field)}
	if d.o, d.err = f.begin(); d.err != nil {
		d.o = &operation{source: &source{}, Outline: f.outline}
	}
	return d
}

// Change returns the change after [try], or the first error.
func (d *Draft) Change() (Change, error) {
	for _, section := range sections {
		if records := d.new[section]; records != nil && d.err == nil {
			d.o.edits = append(d.o.edits, insertion{d.o}.begun(section, records))
		}
	}
	if d.err != nil {
		return Change{}, d.err
	}
	d.o.separate(d.o.edits)
	return d.o.change()
}

// fail records an error unless there is one.
func (d *Draft) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// NewID returns an unused id similar to wish, and reserves it for this draft.
func (d *Draft) NewID(wish string) string {
	free := func(id string) bool {
		_, taken := d.o.Declared[id]
		return !taken && !d.ids[id] && !d.o.isNamed(id)
	}
	id := freeID(wish, free)
	d.ids[id] = true
	return id
}

// mostID is the maximum length of an id.
const mostID = 64

func freeID(wish string, free func(string) bool) string {
	const room = 6 // characters for a number
	wish = strings.Trim(wish[:min(len(wish), mostID)], "-")
	if wish == "" {
		wish = "record"
	}
	if file.ValidID(wish) && free(wish) {
		return wish
	}
	stem := strings.Trim(wish[:min(len(wish), mostID-room)], "-")
	for n := 2; ; n++ {
		if id := fmt.Sprintf("%s-%d", stem, n); free(id) {
			return id
		}
	}
}

// record returns the mapping that declares an id, or nil with an error.
func (d *Draft) record(id string) *yaml.Node {
	if d.err != nil {
		return nil
	}
	at, err := d.o.declared(id)
	if err != nil {
		d.err = err
		return nil
	}
	record, err := d.o.record(at)
	if err != nil {
		d.err = err
		return nil
	}
	return record
}

// top returns the file's mapping, or nil with an error.
func (d *Draft) top() *yaml.Node {
	if d.err != nil {
		return nil
	}
	if d.o.root.Kind != yaml.MappingNode {
		d.fail(message.Errorf("the file holds no fields; begin it with “format: 1”"))
		return nil
	}
	return d.o.root
}

// sections are the lists of records in their usual order.
var sections = []string{"sources", "speakers", "passages", "nodes", "relations", "events", "story", "accept"}

// compact are the sections whose first record is written on one line.
var compact = []string{"speakers", "passages", "accept"}

// First means the start of a list, in place of a record's id.
const First = "^"

// Insert adds a record to a section, after the record with the id after, or at the
// end if after is "".
func (d *Draft) Insert(section, after string, fields ...Field) {
	top := d.top()
	if top == nil {
		return
	}
	key, list := field(top, section)
	switch {
	case key != nil && !isNull(list) && list.Kind != yaml.SequenceNode:
		d.fail(message.Errorf("line %d: “%s” must be a list", list.Line, section))
	case key == nil || len(list.Content) == 0:
		d.new[section] = append(d.new[section], fields)
	default:
		if after == First {
			d.o.edits = append(d.o.edits, insertion{d.o}.insertFirst(list, section, fields))
			return
		}
		var behind *yaml.Node
		if after != "" {
			if behind = d.record(after); behind == nil {
				return
			}
		}
		e, err := insertion{d.o}.insertItem(list, behind, section, fields)
		if err != nil {
			d.fail(err)
			return
		}
		d.o.edits = append(d.o.edits, e)
	}
}

// Set sets a field of a record to a YAML value, or removes it if value is "". The id
// "" means the top level of the file.
func (d *Draft) Set(id, name, value string) {
	record := d.top()
	if id != "" {
		record = d.record(id)
	}
	if record == nil {
		return
	}
	key, old := field(record, name)
	switch {
	case key == nil && value == "":
	case key == nil:
		d.o.edits = append(d.o.edits, d.o.addField(record, d.o.before(record, name), name, value))
	case value == "":
		if err := d.o.unshare(old); err != nil {
			d.fail(err)
			return
		}
		e, err := d.o.dropField(key)
		if err != nil {
			d.fail(err)
			return
		}
		d.o.edits = append(d.o.edits, e)
	case isNull(old) && old.Value == "":
		at := d.o.start(old)
		d.o.edits = append(d.o.edits, Edit{at, at, " " + value})
	default:
		if err := d.o.unshare(old); err != nil {
			d.fail(err)
			return
		}
		d.o.edits = append(d.o.edits, d.o.replace(key, old, value)...)
	}
}

// Append appends a YAML value to a list of a record, and adds the list if it is missing.
func (d *Draft) Append(id, name, value string) {
	record := d.top()
	if id != "" {
		record = d.record(id)
	}
	if record == nil {
		return
	}
	key, list := field(record, name)
	switch {
	case key == nil:
		d.o.edits = append(d.o.edits, d.o.addField(record, d.o.before(record, name), name, "["+value+"]"))
	case isNull(list) && list.Value == "":
		at := d.o.start(list)
		d.o.edits = append(d.o.edits, Edit{at, at, " [" + value + "]"})
	case list.Kind != yaml.SequenceNode:
		d.fail(message.Errorf("line %d: “%s” must be a list", list.Line, name))
	default:
		d.o.edits = append(d.o.edits, d.o.addItem(list, value))
	}
}

// Move moves a record of a section behind another, or to [First].
func (d *Draft) Move(section, id, after string) {
	record := d.record(id)
	if record == nil || after == id {
		return
	}
	list := d.o.in[record].parent
	if _, of := field(d.o.root, section); of != list {
		d.fail(message.Errorf("%s is not in “%s”", id, section))
		return
	}
	if len(list.Content) == 1 {
		return
	}
	if list.Style&yaml.FlowStyle != 0 {
		d.moveInFlow(list, record, after)
		return
	}
	from, err := d.o.dropItem(record)
	if err != nil {
		d.fail(err)
		return
	}
	item := strings.TrimRight(string(d.o.data[from.From:from.To]), "\r\n")
	at := d.o.start(list.Content[0])
	if after != First {
		behind := d.record(after)
		if behind == nil {
			return
		}
		end := d.o.lineEnd(d.o.end(behind))
		d.o.edits = append(d.o.edits, from, Edit{end, end, d.o.newline() + item})
		return
	}
	at = d.o.lineStart(at)
	d.o.edits = append(d.o.edits, from, Edit{at, at, item + d.o.newline()})
}

// moveInFlow moves an item of a list in brackets.
func (d *Draft) moveInFlow(list, record *yaml.Node, after string) {
	from, err := d.o.dropItem(record)
	if err != nil {
		d.fail(err)
		return
	}
	item := string(d.o.data[d.o.start(record):d.o.end(record)])
	if after == First {
		at := d.o.start(list.Content[0])
		d.o.edits = append(d.o.edits, Edit{at, at, item + ", "}, from)
	} else if behind := d.record(after); behind != nil {
		at := d.o.end(behind)
		d.o.edits = append(d.o.edits, Edit{at, at, ", " + item}, from)
	}
}

// Reverse swaps the ends of a relation.
func (d *Draft) Reverse(relation string) {
	record := d.record(relation)
	if record == nil {
		return
	}
	_, from := field(record, "from")
	_, to := field(record, "to")
	if from == nil || to == nil {
		d.fail(message.Errorf("%s is not a relation", relation))
		return
	}
	text := func(n *yaml.Node) string { return string(d.o.data[d.o.start(n):d.o.end(n)]) }
	d.o.edits = append(d.o.edits, Edit{d.o.start(from), d.o.end(from), text(to)}, Edit{d.o.start(to), d.o.end(to), text(from)})
}

// Writes reports whether the last record of a section has a field.
func (d *Draft) Writes(section, name string) bool {
	if d.err != nil {
		return false
	}
	_, list := field(d.o.root, section)
	if list == nil || len(list.Content) == 0 {
		return false
	}
	key, _ := field(list.Content[len(list.Content)-1], name)
	return key != nil
}

// DropTop removes the record at an index from a section.
func (d *Draft) DropTop(section string, index int) { d.dropAt(d.top(), section, index) }

// DropFrom removes the item at an index from a list of a record, and the list if it is
// the only one.
func (d *Draft) DropFrom(id, name string, index int) { d.dropAt(d.record(id), name, index) }

func (d *Draft) dropAt(record *yaml.Node, name string, index int) {
	if record == nil {
		return
	}
	key, list := field(record, name)
	if list == nil || list.Kind != yaml.SequenceNode || index < 0 || index >= len(list.Content) {
		d.fail(message.Errorf("“%s” has no record %d", name, index+1))
		return
	}
	if err := d.o.unshare(list.Content[index]); err != nil {
		d.fail(err)
		return
	}
	e, err := d.o.dropItem(list.Content[index])
	if len(list.Content) == 1 {
		e, err = d.o.dropField(key)
	}
	if err != nil {
		d.fail(err)
		return
	}
	d.o.edits = append(d.o.edits, e)
}

// Drop removes records of one section by their ids.
func (d *Draft) Drop(section string, ids ...string) {
	top := d.top()
	if top == nil {
		return
	}
	_, list := field(top, section)
	var places []int
	for _, id := range ids {
		record := d.record(id)
		if record == nil {
			return
		}
		at := slices.Index(list.Content, record)
		if at < 0 {
			d.fail(message.Errorf("%s is not in “%s”", id, section))
			return
		}
		if err := d.o.unshare(record); err != nil {
			d.fail(err)
			return
		}
		places = append(places, at)
	}
	if len(places) == 0 {
		return
	}
	slices.Sort(places)
	edits, err := d.o.dropItems(list, places)
	if err != nil {
		d.fail(err)
		return
	}
	d.o.edits = append(d.o.edits, edits...)
}

// isNull reports whether a value is null.
func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" && n.Anchor == ""
}
