package slip

import (
	"regexp"
	"strings"
)

// span is the range of a value in a line, without the spaces around it.
type span struct {
	from, to int
	flow     bool // in braces or brackets
}

var (
	// fieldStart matches the name of a field with its colon, where a field may start.
	fieldStart = regexp.MustCompile(`(?:^\s*(?:- +)?\{?|[{,]\s*)[A-Za-z][A-Za-z0-9-]*:\s+`)
	nextField  = regexp.MustCompile(`,\s*[A-Za-z][A-Za-z0-9-]*:(?:\s|$)`)
)

// valuesOf returns the values of the fields in a line, except lists and records, as
// the author meant them: in braces, a value extends to the next field.
func valuesOf(text string) []span {
	var out []span
	text = strings.TrimRight(text, " \r")
	for at := 0; at < len(text); {
		m := fieldStart.FindStringIndex(text[at:])
		if m == nil {
			break
		}
		from := at + m[1]
		flow := strings.Contains(text[:from], "{")
		to := len(text)
		if flow {
			if next := nextField.FindStringIndex(text[from:]); next != nil {
				to = from + next[0]
			} else {
				to = closing(text, from)
			}
		}
		value := strings.TrimRight(text[from:to], " ")
		if list := strings.HasPrefix(value, "[") && strings.HasSuffix(value, "]"); value != "" && value[0] != '{' && !list {
			out = append(out, span{from, from + len(value), flow})
		}
		at = from
		if flow && to < len(text) {
			at = to
		} else if !flow {
			break
		}
	}
	return out
}

// closing returns the end of the last value of a record in braces: before those
// braces at the end of the line that were opened before the value.
func closing(text string, from int) int {
	open := strings.Count(text[:from], "{") - strings.Count(text[:from], "}")
	to := len(text)
	for open > 0 && to > from && text[to-1] == '}' {
		to--
		open--
		for to > from && text[to-1] == ' ' {
			to--
		}
	}
	return to
}
