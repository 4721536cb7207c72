package slip

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"proxynet/network/message"
)

// Slip is a mistake in the YAML of a file.
type Slip struct {
	Line      int             // from 1
	Problem   message.Message // what is wrong
	Fix       message.Message // what to do
	Corrected string          // the whole line, corrected; "" if unknown
}

// Limits of the search, ample for files written by hand.
const (
	maxBytes  = 1 << 20
	maxTrials = 200
	maxWork   = 16 << 20 // total bytes parsed
	maxLine   = 4000     // bytes
	near      = 3        // lines searched before the place where the parser stopped
	far       = 200      // likewise, for quotation marks and brackets
)

// Find returns the slip in a text that does not parse. ok is false if it finds none.
func Find(data []byte) (s Slip, ok bool) {
	if len(data) > maxBytes {
		return Slip{}, false
	}
	f := &finder{lines: strings.Split(string(data), "\n")}
	if s, ok := f.conflict(); ok {
		return s, true
	}
	first, last := stop(data)
	if first == 0 {
		return Slip{}, false
	}
	f.first, f.last, f.keys = first, last, fieldsOf(f.lines)
	for _, k := range kinds {
		for _, line := range f.suspects(k.reach) {
			if s, ok := f.try(k.find, line); ok {
				return s, true
			}
		}
	}
	return Slip{}, false
}

// suspects returns the numbers of the lines that may have the slip, the likeliest
// first: up to reach lines before f.last and before f.first.
func (f *finder) suspects(reach int) []int {
	var lines []int
	seen := make(map[int]bool)
	for _, from := range []int{f.last, f.first} {
		for line := min(from, len(f.lines)); line >= max(1, from-reach); line-- {
			text := strings.TrimSpace(f.lines[line-1])
			if !seen[line] && text != "" && text[0] != '#' && len(text) <= maxLine {
				seen[line] = true
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// stop returns the line at which the parser stopped and the line at which the
// construct began that it was parsing, or 0 if the text parses.
func stop(data []byte) (first, last int) {
	var n yaml.Node
	err := yaml.Load(data, &n)
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		return 0, 0
	}
	first, last = e.Mark.Line, e.Mark.Line
	if e.ContextMsg != "" && e.ContextMark.Line > 0 {
		first = min(first, e.ContextMark.Line)
	}
	return max(first, 1), max(last, 1)
}

// finder is the state of a search.
type finder struct {
	lines       []string
	keys        map[string]bool // names of fields in the text
	first, last int             // see stop
	trials      int
	work        int // bytes parsed so far
}

// correction is a line as it may be meant, with the problem and what to do.
type correction struct {
	line         string
	problem, fix message.Message
}

// kinds are the kinds of slips, the most obvious first. Each returns possible
// corrections of a line.
var kinds = []struct {
	find  func(f *finder, line int) []correction
	reach int // see suspects
}{
	{(*finder).tab, near}, {(*finder).space, near}, {(*finder).comma, near}, {(*finder).escape, near}, {(*finder).mark, far}, {(*finder).bracket, far},
	{(*finder).value, near}, {(*finder).key, near}, {(*finder).indentation, near},
}

// try returns the slip of one kind in a line.
func (f *finder) try(kind func(f *finder, line int) []correction, line int) (Slip, bool) {
	for _, c := range kind(f, line) {
		if c.line != f.lines[line-1] && f.helps(line, c.line) {
			return Slip{line, c.problem, c.fix, strings.TrimRight(c.line, "\r")}, true
		}
	}
	return Slip{}, false
}

// helps reports whether the parser gets past a line once it is corrected.
func (f *finder) helps(line int, corrected string) bool {
	old := f.lines[line-1]
	f.lines[line-1] = corrected
	data := []byte(strings.Join(f.lines, "\n"))
	f.lines[line-1] = old
	f.work += len(data)
	if f.trials++; f.trials > maxTrials || f.work > maxWork {
		return false
	}
	first, last := stop(data)
	switch {
	case first == 0:
		return true
	case line < f.first:
		return first > f.last
	}
	return first > line && (first != f.first || last != f.last)
}

// conflict finds the markers of a merge conflict.
func (f *finder) conflict() (Slip, bool) {
	begun := -1
	for i, l := range f.lines {
		switch {
		case strings.HasPrefix(l, "<<<<<<<"), strings.HasPrefix(l, ">>>>>>>"), strings.HasPrefix(l, "|||||||"):
			if begun < 0 {
				begun = i
			}
		case strings.TrimRight(l, "\r") == "=======" && begun < 0:
			begun = i
		}
	}
	if begun < 0 {
		return Slip{}, false
	}
	return Slip{Line: begun + 1, Problem: message.New("this is a merge conflict marker"), Fix: message.New("keep one of the two versions and remove the lines that begin with <<<<<<<, ======= and >>>>>>>")}, true
}

var fieldName = regexp.MustCompile(`(?:^\s*(?:- )*|[{,]\s*)([A-Za-z][A-Za-z0-9-]*):(?:\s|$)`)

// fieldsOf returns the names of the fields in a text.
func fieldsOf(lines []string) map[string]bool {
	keys := make(map[string]bool)
	for _, l := range lines {
		for _, m := range fieldName.FindAllStringSubmatch(l, -1) {
			keys[m[1]] = true
		}
	}
	return keys
}

// indentOf returns the leading white space of a line.
func indentOf(line string) string {
	return line[:len(line)-len(strings.TrimLeft(line, " \t\u00a0\u3000\u2003\u202f"))]
}

// indents returns the distinct indentations within 8 lines of one, the nearest first.
func (f *finder) indents(line int) []string {
	var out []string
	seen := make(map[string]bool)
	add := func(i int) {
		if i < 0 || i >= len(f.lines) {
			return
		}
		if text := strings.TrimSpace(f.lines[i]); text == "" || text[0] == '#' {
			return
		}
		if in := indentOf(f.lines[i]); !seen[in] && strings.Trim(in, " ") == "" {
			seen[in] = true
			out = append(out, in)
		}
	}
	for d := 1; d <= 8; d++ {
		add(line - 1 - d)
		add(line - 1 + d)
	}
	return out
}

// Lines returns the lines of a text without their breaks.
func Lines(data []byte) []string {
	return strings.Split(string(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))), "\n")
}
