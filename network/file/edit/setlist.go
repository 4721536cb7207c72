package edit

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
)

// SetList sets a field of a record to a list of texts, or removes it if there are none.
// Items that stay are left as they are written, with their comments.
func (d *Draft) SetList(id, name string, items ...string) {
	scalars := make([]string, len(items))
	for i, text := range items {
		scalars[i] = file.Scalar(text)
	}
	record := d.top()
	if id != "" {
		record = d.record(id)
	}
	if record == nil {
		return
	}
	_, list := field(record, name)
	kept, gone := 0, []int{}
	if list != nil && list.Kind == yaml.SequenceNode && list.Anchor == "" {
		for i, item := range list.Content {
			if kept < len(items) && item.Kind == yaml.ScalarNode && item.Value == items[kept] {
				kept++
			} else {
				gone = append(gone, i)
			}
		}
	}
	if kept == 0 {
		value := ""
		if len(items) > 0 {
			value = "[" + strings.Join(scalars, ", ") + "]"
		}
		d.Set(id, name, value)
		return
	}
	edits, err := d.o.dropItems(list, gone)
	if err != nil {
		d.fail(err)
		return
	}
	d.o.edits = append(d.o.edits, edits...)
	if list.Style&yaml.FlowStyle != 0 && kept < len(items) {
		d.o.edits = append(d.o.edits, d.o.addItem(list, strings.Join(scalars[kept:], ", ")))
	} else {
		for _, text := range scalars[kept:] {
			d.o.edits = append(d.o.edits, d.o.addItem(list, text))
		}
	}
}
