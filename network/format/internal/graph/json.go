package graph

import (
	"bytes"
	"encoding/json"
	"strings"
)

// JSONText returns v as JSON in one line, without the escapes that HTML needs.
func JSONText(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("format: " + err.Error()) // plain data can always be encoded
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// MarshalJSON implements [json.Marshaler].
func (v Value) MarshalJSON() ([]byte, error) {
	if v.Type == Text {
		return []byte(JSONText(v.Text)), nil
	}
	return []byte(v.Text), nil
}

// ValueOf returns a JSON value as a [Value].
func ValueOf(raw json.RawMessage) Value {
	switch {
	case len(raw) == 0 || raw[0] == 'n':
		return Value{}
	case raw[0] == '"':
		var s string
		if json.Unmarshal(raw, &s) != nil {
			return Value{}
		}
		return TextOf(s)
	case raw[0] == 't' || raw[0] == 'f':
		return Value{string(raw), Boolean}
	case raw[0] == '{' || raw[0] == '[':
		var b bytes.Buffer
		if json.Compact(&b, raw) != nil {
			return Value{}
		}
		return JSONOf(b.String())
	}
	return Value{string(raw), Number}
}

// FieldsOf returns the fields of an object in their order, nil for any other value.
func FieldsOf(v Value) Attributes {
	var as Attributes
	if v.Type != JSON || v.Text[0] != '{' || v.Text == "{}" {
		return nil
	}
	d := json.NewDecoder(strings.NewReader(v.Text))
	d.UseNumber()
	if _, err := d.Token(); err != nil {
		return nil
	}
	for d.More() {
		name, err := d.Token()
		var raw json.RawMessage
		if err != nil || d.Decode(&raw) != nil {
			break
		}
		as.Add(name.(string), ValueOf(raw))
	}
	return as
}

// ItemsOf returns the items of a list, nil for any other value.
func ItemsOf(v Value) []Value {
	var list []json.RawMessage
	if v.Type != JSON || v.Text[0] != '[' || json.Unmarshal([]byte(v.Text), &list) != nil {
		return nil
	}
	all := make([]Value, len(list))
	for i, one := range list {
		all[i] = ValueOf(one)
	}
	return all
}

// Separate writes the separator before an item of a list.
func Separate(b *bytes.Buffer, i int, indent string) {
	if i > 0 {
		b.WriteByte(',')
	}
	b.WriteString(indent)
}

// Object is a JSON object with ordered fields.
type Object Attributes

// MarshalJSON implements [json.Marshaler].
func (fs Object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range fs {
		Separate(&b, i, "")
		b.WriteString(JSONText(f.Name) + ":" + JSONText(f.Value))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
