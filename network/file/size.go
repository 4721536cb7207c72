package file

import (
	"bytes"
	"fmt"
)

// A node takes the YAML parser some 200 bytes, and as much again while it can't tell
// yet whether a bracket begins a field's name. It has no limit of its own on either.

// tooMany returns what is too much in a file of YAML, "" if nothing is. It counts
// about as many values as the parser would make nodes: at least half as many, and for
// what large files are made of, lists of words and records in braces, never fewer.
func tooMany(data []byte) (problem string) {
	n := 0
	keyed := true      // the entry has a colon, or is one of a list
	var lists []bool   // around the place: a list, or else a mapping
	depth := 0         // brackets around the place
	begun, at := -1, 0 // values before the outermost bracket that may begin a name, and its depth
	last := byte('\n') // that is not white space
	for i, c := range data {
		switch c {
		case '[', '{':
			if begun < 0 && last != ':' {
				begun, at = n, depth
			}
			depth++
			n += 2 // itself, and its first entry
			if len(lists) < deepest {
				lists = append(lists, c == '[')
			}
			keyed = c == '['
		case ']', '}':
			if !keyed {
				n++ // a name without a value has an empty one
			}
			depth = max(0, depth-1)
			lists = lists[:min(len(lists), depth)]
			if depth <= at {
				begun = -1
			}
			keyed = true
		case ',':
			n++
			if !keyed {
				n++
			}
			keyed = len(lists) == 0 || lists[len(lists)-1]
		case ':':
			n++
			if len(lists) > 0 && lists[len(lists)-1] {
				n++ // a mapping of one field
			}
			keyed = true
		case '\n':
			n++
		case '&':
			n += 2 // anchors are kept in a table
		case '-', '?':
			if bytes.HasPrefix(data[i+1:], []byte(" ")) {
				n++
			}
		}
		if c != ' ' && c != '\n' && c != '\t' {
			last = c
		}
		if n > maxValues {
			return fmt.Sprintf("it holds more than %d values", maxValues)
		}
		if begun >= 0 && n-begun > maxBracketed {
			return fmt.Sprintf("it holds more than %d values in one pair of brackets, up to line %d", maxBracketed, lineAt(data, i))
		}
	}
	return ""
}

// deepest is how many nested brackets are distinguished.
const deepest = 100
