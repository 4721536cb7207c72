package desk

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
)

// sent is the last view that the page was sent, field by field, as JSON.
type sent struct {
	revision int
	fields   map[string][]byte
}

// encoded is an answer that is JSON already.
type encoded []byte

// since returns a view as JSON, and keeps it. If the page has the view that was sent
// before it, fields that are the same are left out, and “since” is that view's revision.
// have is the revision of the page's view, nil if it has none.
func (s *sent) since(v *View, have *int) (encoded, error) {
	before := s.fields
	partial := have != nil && before != nil && *have == s.revision
	s.fields = make(map[string][]byte, len(before))
	var out bytes.Buffer
	out.WriteByte('{')
	put := func(name string, value []byte) {
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		out.WriteString(`"` + name + `":`)
		out.Write(value)
	}
	if partial {
		value, err := json.Marshal(s.revision)
		if err != nil {
			return nil, err
		}
		put("since", value)
	}
	for field, value := range reflect.ValueOf(v).Elem().Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		data, err := encode(value.Interface())
		if err != nil {
			return nil, err
		}
		data = bytes.TrimSuffix(data, []byte{'\n'})
		s.fields[name] = data
		if !partial || !bytes.Equal(data, before[name]) {
			put(name, data)
		}
	}
	out.WriteByte('}')
	s.revision = v.Revision
	return out.Bytes(), nil
}

// encode returns a value as JSON. It escapes no HTML: nothing puts the answers into a page
// as HTML.
func encode(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return out.Bytes(), err
}
