package edit

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
)

// RenameInTranslation is [Rename] for a translation's file, in which the fields of
// each section are records by their ids. It changes no file without “translates”.
func RenameInTranslation(data []byte, old, id string) (Change, error) {
	s, keys, err := translated(data, old)
	if err != nil {
		return Change{}, err
	}
	var c Change
	for _, key := range keys {
		from, to := s.offset(key), s.end(key)
		name := id
		if text := string(data[from:to]); text != old || !isText(id) {
			name = `"` + id + `"`
		}
		c.Edits = append(c.Edits, Edit{from, to, name})
	}
	return c, nil
}

// RemoveFromTranslation removes the translations of a record, after [Remove] or
// [Merge].
func RemoveFromTranslation(data []byte, id string) (Change, error) {
	s, keys, err := translated(data, id)
	if err != nil {
		return Change{}, err
	}
	var c Change
	for _, key := range keys {
		e, err := s.dropField(key)
		if err != nil {
			return Change{}, err
		}
		c.Edits = append(c.Edits, e)
		c.Remarks = append(c.Remarks, message.New("removed the translation of %s in line %d too", id, key.Line))
	}
	return c, nil
}

// translated returns the keys of the records with an id in a translation's file.
func translated(data []byte, id string) (*source, []*yaml.Node, error) {
	s, err := parse(data)
	if err != nil {
		if !bytes.Contains(data, []byte("translates:")) {
			err = nil // not a translation
		}
		return nil, nil, err
	}
	if key, _ := field(s.root, "translates"); key == nil {
		return s, nil, nil
	}
	var keys []*yaml.Node
	for i := 1; i < len(s.root.Content); i += 2 {
		if section := s.root.Content[i]; section.Kind == yaml.MappingNode {
			if key, value := field(section, id); key != nil && value.Kind == yaml.MappingNode {
				keys = append(keys, key)
			}
		}
	}
	return s, keys, nil
}

// dropField returns the edit that removes a field from a mapping.
func (s *source) dropField(key *yaml.Node) (Edit, error) {
	w := s.in[key]
	content := w.parent.Content
	value := content[w.index+1]
	if w.parent.Style&yaml.FlowStyle != 0 {
		switch {
		case w.index > 0:
			return Edit{s.end(content[w.index-1]), s.end(value), ""}, nil
		case len(content) > 2:
			return Edit{s.start(key), s.start(content[2]), ""}, nil
		}
		return Edit{s.start(key), s.inner(w.parent), ""}, nil
	}
	start := s.start(key)
	from := s.lineStart(start)
	if len(bytes.TrimSpace(s.data[from:start])) > 0 {
		return s.dropFirst(key, value, len(content) == 2)
	}
	if len(content) == 2 { // a key without a value is an error
		return Edit{from, s.end(value), strings.Repeat(" ", start-from) + "{}"}, nil
	}
	to := s.lineEnd(s.end(value))
	return Edit{from, to + breakAt(s.data[to:]), ""}, nil
}

// dropFirst returns the edit that removes the field behind the dash of an item. What
// follows it takes its place, which may be a comment.
func (s *source) dropFirst(key, value *yaml.Node, only bool) (Edit, error) {
	start := s.start(key)
	if before := strings.TrimSpace(string(s.data[s.lineStart(start):start])); strings.Trim(before, "- ") != "" {
		return Edit{}, message.Errorf("line %d has more than one field; put each on its own line first", key.Line)
	}
	if only { // a dash without a value is an error
		return Edit{start, s.end(value), "{}"}, nil
	}
	next := s.lineEnd(s.end(value))
	for next < len(s.data) && strings.ContainsRune(" \t\r\n", rune(s.data[next])) {
		next++
	}
	return Edit{start, next, ""}, nil
}

// RemoveAllFromTranslation is [RemoveFromTranslation] for several records.
func RemoveAllFromTranslation(data []byte, ids ...string) (Change, error) {
	after := data
	var all Change
	for _, id := range ids {
		c, err := RemoveFromTranslation(after, id)
		if err != nil {
			return Change{}, err
		}
		all.Remarks = append(all.Remarks, c.Remarks...)
		if after, err = Apply(after, c.Edits); err != nil {
			return Change{}, err
		}
	}
	all.Edits = LineEdits(data, after)
	return all, nil
}
