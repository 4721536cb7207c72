package compare

import (
	"slices"

	"proxynet/network/file/claims"
)

// differences returns in what fields two claims differ, nil if in none. The order
// of fields of one name is no difference. A field of a name that was removed and
// one that was added are one change, if there is one of each.
func differences(before, after []claims.Field, renamed func(string) string) []Field {
	same := func(id string) string { return id }
	removed := without(before, after, renamed, same)
	added := without(after, before, same, renamed)
	var names []string // in the order of the later version
	for _, f := range slices.Concat(added, removed) {
		if !slices.Contains(names, f.Name) {
			names = append(names, f.Name)
		}
	}
	var out []Field
	for _, name := range names {
		gone, come := named(removed, name), named(added, name)
		if len(gone) == 1 && len(come) == 1 {
			out = append(out, Field{name, gone[0].Text, come[0].Text})
			continue
		}
		for _, f := range gone {
			out = append(out, Field{Name: name, Before: f.Text})
		}
		for _, f := range come {
			out = append(out, Field{Name: name, After: f.Text})
		}
	}
	return out
}

// without returns the fields that another list lacks; keys of each list are made
// with its own function.
func without(fields, others []claims.Field, own, of func(string) string) []claims.Field {
	count := map[string]int{}
	for _, f := range others {
		count[f.Key(of)]++
	}
	var out []claims.Field
	for _, f := range fields {
		if k := f.Key(own); count[k] > 0 {
			count[k]--
		} else {
			out = append(out, f)
		}
	}
	return out
}

func named(fields []claims.Field, name string) []claims.Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f claims.Field) bool { return f.Name != name })
}
