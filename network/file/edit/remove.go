package edit

import (
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/network/message"
)

// Remove removes records. It fails if other records refer to them, and lists those.
func Remove(data []byte, ids ...string) (Change, error) {
	o, err := begin(data)
	if err != nil {
		return Change{}, err
	}
	for _, id := range ids {
		if _, err := o.declared(id); err != nil {
			return Change{}, err
		}
	}
	var dependents message.Lines
	for _, u := range o.Uses {
		if slices.Contains(ids, u.ID) && !slices.Contains(ids, owner(u.By)) {
			dependents = append(dependents, message.New("%s refers to %s", place(u), u.ID))
		}
	}
	if dependents != nil {
		return Change{}, message.Errorf("%s can't be removed, because these refer to it:\n  %s\nremove or change them first, or name them in the same command",
			message.Strings(ids), dependents)
	}
	after := data
	for _, id := range ids {
		if after, err = drop(after, id); err != nil {
			return Change{}, err
		}
	}
	o.edits = LineEdits(data, after)
	c, err := o.change()
	if err != nil {
		return c, err
	}
	var orphans []string
	for _, f := range c.After.outline.Lacks {
		if f.Problem.Is(file.NothingRests) {
			orphans = append(orphans, f.ID)
		}
	}
	if orphans != nil {
		c.Remarks = append(c.Remarks, message.New("these passages are no longer cited; cite them elsewhere or remove them too: %s", strings.Join(orphans, " ")))
	}
	return c, nil
}

// owner returns the id in a name such as “sinking, participant 2”.
func owner(name string) string {
	id, _, _ := strings.Cut(name, ",")
	return id
}

// drop returns a text without a record.
func drop(data []byte, id string) ([]byte, error) {
	o, err := begin(data)
	if err != nil {
		return nil, err
	}
	record, err := o.record(o.Declared[id])
	if err != nil {
		return nil, err
	}
	e, err := o.dropItem(record)
	if err != nil {
		return nil, message.Errorf("%s: %w", id, err)
	}
	return Apply(data, []Edit{e})
}
