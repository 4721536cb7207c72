package graph

import (
	"encoding/json"
	"slices"
	"strings"
)

// Attribute is a named value.
type Attribute struct {
	Name  string
	Value Value
}

// Attributes are attributes in the order in which they were read or are
// written.
type Attributes []Attribute

// Find returns the index of the first attribute of that name, ignoring case, or -1.
func (as Attributes) Find(name string) int {
	return slices.IndexFunc(as, func(a Attribute) bool { return strings.EqualFold(a.Name, name) })
}

// Get returns the text of the attribute of that name, or "".
func (as Attributes) Get(name string) string {
	if i := as.Find(name); i >= 0 {
		return as[i].Value.Text
	}
	return ""
}

// Take is [Attributes.Get], and removes the attribute.
func (as *Attributes) Take(name string) string {
	i := as.Find(name)
	if i < 0 {
		return ""
	}
	value := (*as)[i].Value.Text
	*as = slices.Delete(*as, i, i+1)
	return value
}

// Add adds an attribute unless it is empty.
func (as *Attributes) Add(name string, v Value) {
	if v.Text != "" {
		*as = append(*as, Attribute{name, v})
	}
}

// Names returns the names of the attributes.
func (as Attributes) Names() []string {
	out := make([]string, len(as))
	for i, a := range as {
		out[i] = a.Name
	}
	return out
}

// AddNew adds a text unless an attribute already has this value.
func (as *Attributes) AddNew(name, value string) {
	if !slices.ContainsFunc(*as, func(a Attribute) bool { return a.Value.Text == value }) {
		as.Add(name, TextOf(value))
	}
}

// Flag adds an attribute that is true.
func (as *Attributes) Flag(name string, value bool) {
	if value {
		as.Add(name, BooleanOf(true))
	}
}

// Data adds an attribute with a JSON value unless count is 0.
func (as *Attributes) Data(name string, v any, count int) {
	if count > 0 {
		as.Add(name, JSONOf(JSONText(v)))
	}
}

// Decode decodes an attribute with JSON, and removes it if it has exactly the expected
// fields.
func (as *Attributes) Decode(name string, into any) bool {
	at := as.Find(name)
	if at < 0 || !DecodeStrict((*as)[at].Value.Text, into) {
		return false
	}
	as.Take(name)
	return true
}

// Holds reports whether an attribute is JSON of into's type, and decodes it.
func (as *Attributes) Holds(name string, into any) bool {
	at := as.Find(name)
	return at >= 0 && DecodeStrict((*as)[at].Value.Text, into)
}

// Truth removes an attribute whose value is true, and reports whether there was one.
func (as *Attributes) Truth(name string) bool {
	if !strings.EqualFold(as.Get(name), "true") {
		return false
	}
	as.Take(name)
	return true
}

// DecodeStrict decodes JSON without unknown fields, and reports whether it succeeded.
func DecodeStrict(text string, into any) bool {
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	return d.Decode(into) == nil && !d.More()
}

// Sentence returns the attributes of a row as a sentence.
func Sentence(as Attributes) string {
	var parts []string
	for _, a := range as {
		parts = append(parts, a.Name+" "+a.Value.Text)
	}
	return strings.Join(parts, ", ")
}

// TakeAny removes the first attribute with one of the names, and returns its value.
func (as *Attributes) TakeAny(names []string) Value {
	for _, name := range names {
		if at := as.Find(name); at >= 0 {
			v := (*as)[at].Value
			*as = slices.Delete(*as, at, at+1)
			return v
		}
	}
	return Value{}
}
