package edit

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/file"
	"proxynet/network/file/slip"
)

// Field is a field of a record. Value is one line of YAML.
type Field struct{ Name, Value string }

// Text returns a field with a text value.
func Text(name, text string) Field { return Field{name, file.Scalar(text)} }

// Quote returns a field with a text in double quotation marks, which keep every space.
func Quote(name, text string) Field { return Field{name, slip.Quote(text)} }

// IDs returns a field with a list of ids.
func IDs(name string, ids ...string) Field {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = file.Scalar(id)
	}
	return Field{name, "[" + strings.Join(list, ", ") + "]"}
}

// Record returns fields as a flow mapping.
func Record(fields ...Field) string {
	parts := make([]string, len(fields))
	for i, f := range fields {
		parts[i] = f.Name + ": " + f.Value
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// order is the usual order of the top-level fields, recordOrder that of a record's.
var order = strings.Fields(`format id title summary headline lead-caption lang unsourced families kinds chains root lead
	sources speakers passages nodes relations events story accept`)

var recordOrder = strings.Fields(`id rule of label phrase aliases names same source paragraph start exact prefix suffix speaker manner via
	from to directed kind role node verb status past open period date inference note summary participants
	passages against legal facts why`)

// before returns the name of the field after which a new field is added.
func (o *operation) before(record *yaml.Node, name string) string {
	list := recordOrder
	if record == o.root {
		list = order
	}
	at := slices.Index(list, name)
	for i := at - 1; i >= 0; i-- {
		if key, _ := field(record, list[i]); key != nil {
			return list[i]
		}
	}
	if len(record.Content) > 1 {
		return record.Content[len(record.Content)-2].Value
	}
	return ""
}
