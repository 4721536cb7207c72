package graph

import (
	"slices"
	"strings"
)

// Flat returns attributes without objects and lists: the fields of an
// object are attributes with the path to them as a name, such as "address.country",
// and the items of a list are one text.
func (as Attributes) Flat() Attributes {
	var out Attributes
	for _, a := range as {
		flatten(&out, a.Name, a.Value)
	}
	return out
}

func flatten(out *Attributes, path string, v Value) {
	if v.Type != JSON {
		at := out.Find(path)
		switch {
		case v.Text == "":
		case at < 0:
			out.Add(path, v)
		case !slices.Contains(strings.Split((*out)[at].Value.Text, "; "), v.Text):
			(*out)[at].Value = TextOf((*out)[at].Value.Text + "; " + v.Text)
		}
		return
	}
	for _, a := range FieldsOf(v) {
		flatten(out, path+"."+a.Name, a.Value)
	}
	for _, one := range ItemsOf(v) {
		flatten(out, path, one)
	}
}

// TakeAll removes the attribute of that name and returns it as a list: the items of a
// list, or a single value.
func (as *Attributes) TakeAll(name string) []Value {
	at := as.Find(name)
	if at < 0 {
		return nil
	}
	v := (*as)[at].Value
	*as = slices.Delete(*as, at, at+1)
	if v.Type == JSON && v.Text[0] == '[' {
		return ItemsOf(v)
	}
	return []Value{v}
}
