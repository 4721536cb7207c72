package edit

import (
	"strings"

	"proxynet/network/file"
	"proxynet/network/message"
)

// Rename changes a record's id in its declaration and in every reference. If the
// declaration already has the new id, it changes the references only.
func Rename(data []byte, old, id string) (Change, error) { return Of(data).Rename(old, id) }

// Rename is [Rename] of a file that was read.
func (f *File) Rename(old, id string) (Change, error) {
	o, err := f.begin()
	if err != nil {
		return Change{}, err
	}
	if !file.ValidID(id) {
		return Change{}, message.Errorf("bad id “%s”; an id has at most 64 of the characters a–z, 0–9 and -", id)
	}
	d, renamed := o.Declared[old]
	other, taken := o.Declared[id]
	switch {
	case old == id:
		return Change{}, message.Errorf("the old and the new id are both %s", old)
	case renamed && taken:
		return Change{}, message.Errorf("%s is already a %s in line %d; choose another id, or run “merge %s %s”", id, file.Noun(other.Section), other.Spot.Line, id, old)
	case !renamed && (!taken || !o.isNamed(old)):
		_, err := o.declared(old)
		return Change{}, err
	case renamed:
		e, err := o.replaceID(d.Spot, 0, old, id)
		if err != nil {
			return Change{}, err
		}
		o.edits = append(o.edits, e)
	}
	for _, u := range o.Uses {
		skip := u.At
		switch _, of := strings.CutPrefix(u.ID, old+"-paragraph-"); {
		case u.ID == old:
		case u.Field == "of" && of && d.Section == "source": // an accepted paragraph of this source
			o.edits = append(o.edits, o.prefix(u, old, id))
			continue
		default:
			continue
		}
		e, err := o.replaceID(u.Spot, skip, old, id)
		if err != nil {
			return Change{}, err
		}
		o.edits = append(o.edits, e)
	}
	return o.change()
}

// prefix returns the edit that replaces the id at the start of a value.
func (o *operation) prefix(u file.Use, old, id string) Edit {
	from := o.offset(o.at[u.Spot])
	if strings.ContainsAny(string(o.data[from]), `"'`) {
		from++
	}
	return Edit{from, from + len(old), id}
}

func (o *operation) isNamed(id string) bool {
	for _, u := range o.Uses {
		if u.ID == id {
			return true
		}
	}
	return false
}
