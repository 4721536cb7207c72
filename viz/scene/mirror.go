package scene

import (
	"slices"
	"strings"
)

// orient mirrors l unless its horizontal order is that of its labels: Persian and
// Arabic are read from the right. Vertical order doesn't change.
func (l *Layout) orient() {
	right, left := 0, 0
	for i := range l.Places {
		if RTL(l.Places[i].Lines...) {
			right++
		} else {
			left++
		}
	}
	if (right > left) != l.Mirrored {
		*l = *l.mirror()
	}
}

// Orient mirrors the layouts of d whose labels have the other direction. Dots, whose
// order has no meaning, stay.
func (d *LaidOutNetwork) Orient() {
	for i := range d.Layouts {
		d.Layouts[i].orient()
	}
}

// Plain returns l as if its labels ran from left to right.
func (l *Layout) Plain() *Layout {
	if l.Mirrored {
		return l.mirror()
	}
	return l
}

// mirror returns a mirrored copy of l. Only texts keep their own direction.
func (l *Layout) mirror() *Layout {
	m := *l
	m.Mirrored = !l.Mirrored
	m.Places = slices.Clone(l.Places)
	for i := range m.Places {
		m.Places[i].X = l.Width - m.Places[i].X
	}
	m.Frames = slices.Clone(l.Frames)
	for i := range m.Frames {
		f := &m.Frames[i]
		f.X, f.Entry = l.Width-f.X-f.W, l.Width-f.Entry
	}
	m.Cables = slices.Clone(l.Cables)
	for i := range m.Cables {
		m.Cables[i] = slices.Clone(m.Cables[i])
		for k := 0; k < len(m.Cables[i]); k += 2 {
			m.Cables[i][k] = l.Width - m.Cables[i][k]
		}
	}
	m.Labels = slices.Clone(l.Labels)
	for i := range m.Labels {
		b := &m.Labels[i]
		b.X, b.Align, b.Lines = l.Width-b.X-b.W, -b.Align, mirrorArrows(b.Lines)
		in := make(map[string][]string, len(b.In))
		for tag, lines := range b.In {
			in[tag] = mirrorArrows(lines)
		}
		if b.In != nil {
			b.In = in
		}
	}
	return &m
}

var otherWay = strings.NewReplacer("→", "←", "←", "→")

// mirrorArrows turns the arrows in the lines of a label, which show the ways of the
// relations that it counts.
func mirrorArrows(lines []string) []string {
	m := make([]string, len(lines))
	for i, line := range lines {
		m[i] = otherWay.Replace(line)
	}
	return m
}
