package file

import "bytes"

// values returns about how many nodes the YAML parser would make of data: at least
// half as many, and for what large files are made of, such as lists of words and
// records in braces, never fewer. It reads no more than it must to pass the limit.
//
// A node takes the parser some 200 bytes, and it has no limit of its own on them.
func values(data []byte, limit int) int {
	n := 0
	keyed := true       // the entry has a colon, or is one of a list
	var lists []bool    // around the place: a list, or else a mapping
	const deepest = 100 // beyond that, brackets are counted but not told apart
	for i, c := range data {
		if n > limit {
			return n
		}
		switch c {
		case '[', '{':
			n += 2 // itself, and its first entry
			if len(lists) < deepest {
				lists = append(lists, c == '[')
			}
			keyed = c == '['
		case ']', '}':
			if !keyed {
				n++ // a key without a value has an empty one
			}
			if len(lists) > 0 {
				lists = lists[:len(lists)-1]
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
				n++ // a mapping of one key
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
	}
	return n
}
