package format

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"proxynet/network/visible"
)

// Losses counts what a format or the model has no place for, one entry for each
// kind of it, in the order in which they were met.
type Losses struct {
	kinds  []string
	counts map[string]int
	shown  map[string]string
	names  map[string][]string // by kind, where each is to be named
}

// add counts so many more of a kind. The first example of it is shown.
func (l *Losses) add(count int, kind, example string) {
	if count == 0 {
		return
	}
	if l.counts == nil {
		l.counts, l.shown = map[string]int{}, map[string]string{}
	}
	if _, known := l.counts[kind]; !known {
		l.kinds = append(l.kinds, kind)
		l.shown[kind] = example
	}
	l.counts[kind] += count
}

// name is add for a kind of which every name is listed, such as the columns
// that have no field.
func (l *Losses) name(kind, name string) {
	l.add(1, kind, "")
	l.list(kind, name)
}

// mostNames bounds how many names of one kind are listed.
const mostNames = 40

func (l *Losses) list(kind, name string) {
	if l.names == nil {
		l.names = map[string][]string{}
	}
	switch listed := l.names[kind]; {
	case slices.Contains(listed, name) || len(listed) > mostNames:
	case len(listed) == mostNames:
		l.names[kind] = append(listed, "…")
	default:
		l.names[kind] = append(listed, name)
	}
}

// merge adds what another counted.
func (l *Losses) merge(other *Losses) {
	for _, kind := range other.kinds {
		l.add(other.counts[kind], kind, other.shown[kind])
		for _, name := range other.names[kind] {
			l.list(kind, name)
		}
	}
}

// Lines returns the losses, a line each.
func (l *Losses) Lines() []string {
	lines := make([]string, len(l.kinds))
	for i, kind := range l.kinds {
		lines[i] = fmt.Sprintf("%s: %d", kind, l.counts[kind])
		if l.shown[kind] != "" {
			lines[i] += ", such as " + l.shown[kind]
		}
		if names := l.names[kind]; len(names) > 0 {
			lines[i] += ", in " + strings.Join(names, ", ")
		}
	}
	return lines
}

// Print writes the losses, a line each, behind the file's name.
func (l *Losses) Print(w io.Writer, name string) {
	for _, line := range l.Lines() {
		fmt.Fprintf(w, "%s: %s\n", visible.Escape(name), visible.Escape(line))
	}
}
