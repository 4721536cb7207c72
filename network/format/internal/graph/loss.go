package graph

import (
	"fmt"
	"io"
	"strings"

	"proxynet/network/visible"
)

// Losses counts what a format or the model can't represent: one entry for each kind of
// loss, in the order of their first occurrence.
type Losses struct {
	kinds   []string
	entries map[string]*lossEntry
}

// lossEntry counts the losses of one kind.
type lossEntry struct {
	count   int
	example string         // the first example; "" if none is shown
	names   []string       // of fields or elements, in the order of their first occurrence
	counts  map[string]int // by name
	unnamed int            // count beyond mostNames names
}

// mostNames is the maximum number of names listed for a kind of loss. The documented
// vocabulary of the largest format, yEd's GraphML, has fewer.
const mostNames = 250

func (l *Losses) entry(kind string) *lossEntry {
	e := l.entries[kind]
	if e == nil {
		if l.entries == nil {
			l.entries = map[string]*lossEntry{}
		}
		e = &lossEntry{counts: map[string]int{}}
		l.entries[kind] = e
		l.kinds = append(l.kinds, kind)
	}
	return e
}

// Add adds count losses of a kind. The first example is shown.
func (l *Losses) Add(count int, kind, example string) {
	if count == 0 {
		return
	}
	e := l.entry(kind)
	if e.count == 0 {
		e.example = example
	}
	e.count += count
}

// Drop counts a field, an attribute or an element that isn't kept. Every name is
// listed with its own count.
func (l *Losses) Drop(kind, name string) { l.DropMany(kind, name, 1) }

// DropMany is [Losses.Drop] for several of the same name.
func (l *Losses) DropMany(kind, name string, count int) {
	e := l.entry(kind)
	e.count += count
	if len(name) > MaxLabel {
		name = Clip(name)
	}
	switch _, known := e.counts[name]; {
	case known:
	case len(e.names) == mostNames:
		e.unnamed += count
		return
	default:
		e.names = append(e.names, name)
	}
	e.counts[name] += count
}

// Merge adds the losses of another list.
func (l *Losses) Merge(other *Losses) {
	for _, kind := range other.kinds {
		from := other.entries[kind]
		e := l.entry(kind)
		unnamed := from.count // losses without names
		for _, name := range from.names {
			l.DropMany(kind, name, from.counts[name])
			unnamed -= from.counts[name]
		}
		l.Add(unnamed, kind, from.example)
		e.unnamed += from.unnamed
	}
}

// Lines returns the losses, one per line.
func (l *Losses) Lines() []string {
	lines := make([]string, len(l.kinds))
	for i, kind := range l.kinds {
		e := l.entries[kind]
		lines[i] = fmt.Sprintf("%s: %d", kind, e.count)
		if len(e.names) > 0 {
			listed := make([]string, len(e.names))
			for j, name := range e.names {
				listed[j] = fmt.Sprintf("%s %d", Clip(name), e.counts[name])
			}
			if e.unnamed > 0 {
				listed = append(listed, fmt.Sprintf("others %d", e.unnamed))
			}
			lines[i] += " (" + strings.Join(listed, ", ") + ")"
		} else if e.example != "" {
			lines[i] += ", such as " + e.example
		}
	}
	return lines
}

// Print writes the losses, one per line, after the file's name.
func (l *Losses) Print(w io.Writer, name string) {
	for _, line := range l.Lines() {
		fmt.Fprintf(w, "%s: %s\n", visible.Escape(name), visible.Escape(line))
	}
}
