// Package regexp stands in for the standard one in the viewer. It knows the three
// expressions by which Ebiten looks at shaders, and no other.
package regexp

import (
	"bytes"
	"strings"
)

// The expressions that are known.
const (
	texture = `\A__t(\d+)\z`
	unit    = `^[ \t\r\n]*//kage:unit\s+([^ \t\r\n]+)[ \t\r\n]*$`
	gaps    = `\n\n+`
)

// Regexp is one of them.
type Regexp struct{ expression string }

// MustCompile panics for an expression that is not known.
func MustCompile(expression string) *Regexp {
	switch expression {
	case texture, unit, gaps:
		return &Regexp{expression}
	}
	panic("regexp: the viewer doesn't know " + expression)
}

// FindStringSubmatch returns the name of a texture and its number, or nil.
func (r *Regexp) FindStringSubmatch(s string) []string {
	r.must(texture)
	digits, found := strings.CutPrefix(s, "__t")
	if !found || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return nil
	}
	return []string{s, digits}
}

// FindSubmatch returns a line that names a unit and the unit, or nil. Form feeds,
// which no shader has, are no white space here.
func (r *Regexp) FindSubmatch(line []byte) [][]byte {
	r.must(unit)
	const space = " \t\r\n"
	rest, found := bytes.CutPrefix(bytes.TrimLeft(line, space), []byte("//kage:unit"))
	name := bytes.Trim(rest, space)
	if !found || len(name) == 0 || bytes.ContainsAny(name, space) || !strings.Contains(space, string(rest[:1])) {
		return nil
	}
	return [][]byte{line, name}
}

// ReplaceAllString returns s with each gap replaced.
func (r *Regexp) ReplaceAllString(s, by string) string {
	r.must(gaps)
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "\n\n")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteString(by)
		s = strings.TrimLeft(after, "\n")
	}
}

// must panics if a method is not the one for r.
func (r *Regexp) must(expression string) {
	if r.expression != expression {
		panic("regexp: the viewer doesn't know how to use " + r.expression + " like this")
	}
}
