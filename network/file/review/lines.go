package review

import "strings"

// Functions of this file change the lines of a text, each with its line break.

func split(text []byte) []string {
	lines := strings.SplitAfter(string(text), "\n")
	if last := len(lines) - 1; lines[last] == "" {
		return lines[:last]
	} else if !strings.HasSuffix(lines[last], "\n") {
		lines[last] += newline(lines)
	}
	return lines
}

// newline is the line break of a text.
func newline(lines []string) string {
	if len(lines) > 0 && strings.HasSuffix(lines[0], "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// item returns the lines of an item of a list: its fields, the first behind a dash.
func item(fields []string, indent, end string) []string {
	var out []string
	for i, f := range fields {
		mark := "  "
		if i == 0 {
			mark = "- "
		}
		out = append(out, indent+mark+f+end)
	}
	return out
}

// replaceItem replaces the item of a list that begins in a line, from 1, up to the
// next item or the end of the list; comments and blank lines after it stay. If fields
// is nil, the item is removed.
func replaceItem(lines []string, line int, fields []string) []string {
	first := line - 1
	if first >= len(lines) { // YAML counts more line breaks than this; the caller compares
		return lines
	}
	indent := indentOf(lines[first])
	end := first + 1
	for i := end; i < len(lines); i++ {
		text := strings.TrimSpace(lines[i])
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if indentOf(lines[i]) <= indent {
			break
		}
		end = i + 1
	}
	fresh := item(fields, strings.Repeat(" ", indent), newline(lines))
	return append(append(append([]string{}, lines[:first]...), fresh...), lines[end:]...)
}

// appendItems adds items to the list that is the value of a top field, which it adds
// too if the text lacks it.
func appendItems(lines []string, field string, items [][]string) []string {
	if len(items) == 0 {
		return lines
	}
	end := newline(lines)
	written := func(indent string) []string {
		var all []string
		for _, fields := range items {
			all = append(all, item(fields, indent, end)...)
		}
		return all
	}
	at := -1
	for i, l := range lines {
		if strings.HasPrefix(l, field+":") {
			at = i
		}
	}
	if at < 0 {
		return append(append(append([]string{}, lines...), field+":"+end), written("  ")...)
	}
	rest := strings.TrimSpace(strings.TrimPrefix(lines[at], field+":"))
	out := append([]string{}, lines...)
	if rest == "[]" {
		out[at] = field + ":" + end
	}
	indent, last := "  ", at
	for i := at + 1; i < len(out); i++ {
		text := strings.TrimSpace(out[i])
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		isItem := strings.HasPrefix(text, "- ")
		if indentOf(out[i]) == 0 && !isItem {
			break
		}
		if isItem && last == at {
			indent = strings.Repeat(" ", indentOf(out[i]))
		}
		last = i
	}
	return append(append(append([]string{}, out[:last+1]...), written(indent)...), out[last+1:]...)
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
