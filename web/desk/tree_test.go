package desk_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// tree is YAML without its style: scalars as text, and no aliases.
type tree = map[string]any

func treeOf(n *yaml.Node) any {
	switch n.Kind {
	case yaml.AliasNode:
		return treeOf(n.Alias)
	case yaml.MappingNode:
		m := make(tree)
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = treeOf(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, treeOf(item))
		}
		return list
	}
	return strings.TrimSpace(n.Value)
}

func nodeOf(t *testing.T, text string) *yaml.Node {
	t.Helper()
	var document yaml.Node
	if err := yaml.Load([]byte(text), &document); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return document.Content[0]
}

// record returns the record of an id, or the network for "".
func record(n tree, id string) tree {
	if id == "" {
		return n
	}
	for _, list := range n {
		for _, r := range records(list) {
			if r["id"] == id {
				return r
			}
		}
	}
	return nil
}

func records(list any) []tree {
	var out []tree
	items, _ := list.([]any)
	for _, item := range items {
		if r, ok := item.(tree); ok {
			out = append(out, r)
		}
	}
	return out
}

// lost returns the comments that an act removed, without those of what it changed.
func lost(before, after string, was, is *yaml.Node) []string {
	may := make(map[int]bool)
	lines := strings.Split(before, "\n")
	mayGo(was, is, func(first, last *yaml.Node) {
		line := first.Line
		for ; line <= lastLine(last); line++ {
			may[line] = true
		}
		for ; line <= len(lines) && strings.HasPrefix(lines[line-1], strings.Repeat(" ", goesOn)); line++ {
			may[line] = true // a text that goes on
		}
	})
	var out []string
	for i, line := range lines {
		if c := numberedComment.FindString(line); c != "" && !may[i+1] && !strings.Contains(after, c) {
			out = append(out, line)
		}
	}
	return out
}

// mayGo calls gone with the fields and items that aren't the same afterwards.
func mayGo(was, is *yaml.Node, gone func(first, last *yaml.Node)) {
	if is == nil || was.Kind != is.Kind {
		gone(was, was)
		return
	}
	if reflect.DeepEqual(treeOf(was), treeOf(is)) {
		return
	}
	switch {
	case was.Kind == yaml.MappingNode && (idOf(was) != "" || was.Content[0].Value == "format"):
		for i := 0; i < len(was.Content); i += 2 {
			at := slices.IndexFunc(is.Content, func(n *yaml.Node) bool { return n.Value == was.Content[i].Value })
			if at < 0 {
				gone(was.Content[i], was.Content[i+1])
			} else if value := is.Content[at+1]; keepsItems(was.Content[i+1], value) {
				mayGo(was.Content[i+1], value, gone)
			} else if !reflect.DeepEqual(treeOf(was.Content[i+1]), treeOf(value)) {
				gone(was.Content[i], was.Content[i+1])
			}
		}
	case was.Kind == yaml.SequenceNode:
		for _, item := range was.Content {
			var same *yaml.Node
			for _, other := range is.Content {
				if id := idOf(item); id != "" && idOf(other) == id || reflect.DeepEqual(treeOf(item), treeOf(other)) {
					same = other
				}
			}
			mayGo(item, same, gone)
		}
	default:
		gone(was, was)
	}
}

// keepsItems reports whether two lists have an item in common.
func keepsItems(was, is *yaml.Node) bool {
	return was.Kind == yaml.SequenceNode && is.Kind == was.Kind && slices.ContainsFunc(was.Content, func(a *yaml.Node) bool {
		return slices.ContainsFunc(is.Content, func(b *yaml.Node) bool {
			return idOf(a) != "" && idOf(a) == idOf(b) || reflect.DeepEqual(treeOf(a), treeOf(b))
		})
	})
}

func idOf(n *yaml.Node) string {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "id" {
			return n.Content[i+1].Value
		}
	}
	return ""
}

func lastLine(n *yaml.Node) int {
	last := n.Line
	for _, c := range n.Content {
		last = max(last, lastLine(c))
	}
	return last
}

// dropEmpty removes empty lists from records: they are as none.
func dropEmpty(n tree) {
	for key, v := range n {
		if list, ok := v.([]any); ok && len(list) == 0 {
			delete(n, key)
		}
		for _, r := range records(v) {
			dropEmpty(r)
		}
	}
}

// difference describes the first difference of two trees, "" if they are equal.
func difference(path string, got, want any) string {
	if a, ok := got.(tree); ok {
		if b, ok := want.(tree); ok {
			for _, key := range slices.Sorted(maps.Keys(a)) {
				if d := difference(path+"."+key, a[key], b[key]); d != "" {
					return d
				}
			}
			for key := range b {
				if _, ok := a[key]; !ok {
					return fmt.Sprintf("%s.%s: got nothing, want %v", path, key, b[key])
				}
			}
			return ""
		}
	}
	if a, ok := got.([]any); ok {
		if b, ok := want.([]any); ok && len(a) == len(b) {
			for i := range a {
				if d := difference(fmt.Sprintf("%s[%d]", path, i), a[i], b[i]); d != "" {
					return d
				}
			}
			return ""
		}
	}
	if reflect.DeepEqual(got, want) {
		return ""
	}
	return fmt.Sprintf("%s: got %v, want %v", path, got, want)
}
