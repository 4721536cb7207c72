package file

import (
	"bytes"

	"proxynet/network/message"
)

// The YAML parser needs about 200 bytes for a node, and twice as many until it knows
// whether a bracket begins a field's name. It has no limits of its own.

// tooMany returns the limit that a YAML file exceeds, if any, and what to do. It estimates the number of
// nodes that the parser would create: at least half of them, and all of them for lists
// of words and records in braces, which large files consist of.
func tooMany(data []byte) (problem, fix message.Message) {
	fix = message.New("make it shorter: a network that a reader can take in is far smaller")
	n := 0
	keyed := true      // the entry has a colon, or is one of a list
	var lists []bool   // for each enclosing bracket: a list, or else a mapping
	depth := 0         // number of enclosing brackets
	begun, at := -1, 0 // values before the outermost bracket that may begin a name, and its depth
	last := byte('\n') // other than white space
	for i, c := range data {
		switch c {
		case '[', '{':
			if begun < 0 && last != ':' {
				begun, at = n, depth
			}
			depth++
			n += 2 // the bracket and its first entry
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
			return message.New("it holds more than %d values", maxValues), fix
		}
		if depth > maxDepth { // the parser's time grows with its square
			return message.New("more than %d brackets are open in line %d", maxDepth, lineAt(data, i)), message.New("close them, or take them out")
		}
		if begun >= 0 && n-begun > maxBracketed {
			return message.New("it holds more than %d values in one pair of brackets, up to line %d", maxBracketed, lineAt(data, i)), fix
		}
	}
	return message.None, message.None
}

// deepest is how many nested brackets are distinguished.
const deepest = 100
