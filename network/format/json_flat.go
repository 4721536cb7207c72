package format

import (
	"encoding/json"
	"slices"
	"strings"
)

// flat returns attributes without objects and lists: the fields of an
// object are attributes with the path to them as a name, such as "address.country",
// and the items of a list are one text.
func (as Attributes) flat() Attributes {
	var out Attributes
	for _, a := range as {
		flatten(&out, a.Name, a.Value)
	}
	return out
}

func flatten(out *Attributes, path string, v Value) {
	if v.Type != JSON {
		at := out.find(path)
		switch {
		case v.Text == "":
		case at < 0:
			out.add(path, v)
		case !slices.Contains(strings.Split((*out)[at].Value.Text, "; "), v.Text):
			(*out)[at].Value = text((*out)[at].Value.Text + "; " + v.Text)
		}
		return
	}
	for _, a := range fieldsOf(v) {
		flatten(out, path+"."+a.Name, a.Value)
	}
	for _, one := range itemsOf(v) {
		flatten(out, path, one)
	}
}

// itemsOf returns the items of a list, nil for any other value.
func itemsOf(v Value) []Value {
	var list []json.RawMessage
	if v.Type != JSON || v.Text[0] != '[' || json.Unmarshal([]byte(v.Text), &list) != nil {
		return nil
	}
	all := make([]Value, len(list))
	for i, one := range list {
		all[i] = valueOf(one)
	}
	return all
}

// takeAll takes the attribute of that name, and returns it as a list: a list's
// items, or any other value alone.
func (as *Attributes) takeAll(name string) []Value {
	at := as.find(name)
	if at < 0 {
		return nil
	}
	v := (*as)[at].Value
	*as = slices.Delete(*as, at, at+1)
	if v.Type == JSON && v.Text[0] == '[' {
		return itemsOf(v)
	}
	return []Value{v}
}
