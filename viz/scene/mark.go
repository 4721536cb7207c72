package scene

import (
	"unicode/utf8"

	"proxynet/viz/diagram"
)

// Band is the width of the ground of an edge that is in focus.
const Band = 13

// Veil is the opacity of the disc that shows a measure, and Ring that of its outline.
// Glow is the opacity of the ground of an edge in focus.
const (
	Veil = 0.2
	Ring = 0.5
	Glow = 0.28
)

// roundest is the radius of a pill's corners, in heights of one with a label of
// one line: in the corners of a higher one there would be no room for the label.
const roundest = 0.65

// ascent is how far above the baseline the middle of a lower-case line of text
// lies, in sizes: half the height of a capital in Helvetica.
const ascent = 0.359

// Points returns the corners of the head's polyline.
func (m *HeadMark) Points() []Vec { return m.corners[:m.count] }

// Baseline returns the y of the baseline of label line i, the label being
// centred in the box.
func (m BoxMark) Baseline(i int) float64 {
	if m.Frame {
		return m.Title.Y + m.Size*(lineHeight*float64(i)+ascent)
	}
	middle := m.At.Y + (float64(i)-float64(len(m.Lines)-1)/2)*m.Size*lineHeight
	return middle + m.Size*ascent
}

// TextAlpha returns the opacity of a label whose node has the given one: labels of
// faded nodes can still be read, unless something else is highlighted.
func (t *Settings) TextAlpha(alpha float64) float64 {
	switch {
	case alpha <= t.Dimmed:
		return alpha
	case alpha <= t.Perhaps:
		return t.Dimmed + (alpha-t.Dimmed)/(t.Perhaps-t.Dimmed)*(t.Legible-t.Dimmed)
	}
	return t.Legible + (alpha-t.Perhaps)/(1-t.Perhaps)*(1-t.Legible)
}

// Fill, Edge and Ink are the paints of the box's ground, outline and label: the most
// prominent have a solid ground and reversed text. Boxes that a what-if removes or cuts
// off are hollow.
func (m BoxMark) Fill() Paint {
	switch {
	case m.Gone || m.Lost:
		return Paper
	case m.solid():
		return Outline(m.Kind)
	}
	return Fill(m.Kind)
}

func (m BoxMark) solid() bool { return m.Rank == diagram.Primary && !m.Frame && !m.Gone && !m.Lost }

func (m BoxMark) Outline() Paint {
	switch {
	case m.Gone:
		return Muted
	case m.Lost:
		return Accent
	}
	return Outline(m.Kind)
}

func (m BoxMark) Ink() Paint {
	switch {
	case m.Gone:
		return Muted
	case m.solid() && m.Alpha >= opaque:
		return Paper
	case m.solid():
		return Ink
	case m.Frame:
		return Outline(m.Kind)
	case m.Past:
		return Muted
	}
	return Ink
}

// opaque is the least opacity of a solid ground on which a reversed label is
// easier to read than a dark one.
const opaque = 0.75

// OutlineAlpha is the opacity of the outline, which is lower for context nodes.
func (m BoxMark) OutlineAlpha() float64 {
	if m.Rank == diagram.Context && !m.Frame && !m.Gone && !m.Lost {
		return 0.5 * m.Alpha
	}
	return m.Alpha
}

// FillAlpha is the opacity of the ground.
func (m BoxMark) FillAlpha() float64 {
	switch {
	case m.Frame:
		return 0.55 * m.Alpha
	case m.Past && !m.solid():
		return 0.5 * m.Alpha
	}
	return m.Alpha
}

// Text is a line of a box's label.
type Text struct {
	At    Vec // start of the baseline or, if centred, its middle
	Text  string
	Size  float64
	Bold  bool
	Start bool    // At is the left end of the line, not its middle
	End   bool    // At is its right end
	RTL   bool    // the text runs from right to left
	Room  float64 // the width that it has at most; 0 for any. Fonts that are wider than estimated are set smaller
	Paint Paint
}

// Texts appends the lines of the label to texts.
func (m BoxMark) Texts(texts []Text) []Text {
	rtl := RTL(m.Lines...)
	for i, line := range m.Lines {
		t := Text{At: Vec{m.At.X, m.Baseline(i)}, Text: line, Size: m.Size, Bold: m.Bold, Paint: m.Ink(), RTL: rtl, Room: m.W - 2*m.Shape.Border}
		switch {
		case m.Frame && rtl:
			t.At.X, t.End = m.TitleEnd, true
		case m.Frame:
			t.At.X, t.Start = m.Title.X, true
		}
		texts = append(texts, t)
	}
	if m.Frame && m.Note != "" && len(m.Lines) > 0 {
		last := len(m.Lines) - 1
		at := Vec{m.Title.X + TextWidth(m.Lines[last], m.Size, m.Bold) + m.Size*NoteGap, m.Baseline(last)}
		if m.NoteBelow {
			at = Vec{m.Title.X, m.Baseline(last) + m.NoteSize*lineHeight}
		}
		if rtl { // mirrored
			at.X = m.TitleEnd - (at.X - m.Title.X)
		}
		texts = append(texts, Text{At: at, Text: m.Note, Size: m.NoteSize, Start: !rtl, End: rtl, Paint: m.Ink(), RTL: RTL(m.Note)})
	}
	return texts
}

// NoteGap is the space between a frame's title and its note, in sizes of the
// title. Some fonts set the title wider than [TextWidth] says.
const NoteGap = 1

// Strike returns the ends of the line that strikes out label line i of a removed node.
func (m BoxMark) Strike(i int) (from, to Vec) {
	half := TextWidth(m.Lines[i], m.Size, m.Bold) / 2
	y := m.Baseline(i) - m.Size*0.28
	switch {
	case m.Frame && RTL(m.Lines...):
		return Vec{m.TitleEnd - 2*half, y}, Vec{m.TitleEnd, y}
	case m.Frame:
		return Vec{m.Title.X, y}, Vec{m.Title.X + 2*half, y}
	}
	return Vec{m.At.X - half, y}, Vec{m.At.X + half, y}
}

// Radius returns the radius of the corners of an outline so far inside the box.
func (m BoxMark) Radius(inset float64) float64 {
	if m.Shape.Radius == Round {
		one := m.H - float64(len(m.Lines)-1)*m.Size*lineHeight // the height, were the label one line
		return max(min(m.H/2, roundest*one)-inset, 0)
	}
	return max(m.Shape.Radius-inset, 0)
}

// Radius returns the radius of the badge's disc.
func (m BadgeMark) Radius() float64 {
	if m.Text == "" {
		return m.Size * 0.5
	}
	if m.Tight && utf8.RuneCountInString(m.Text) == 1 {
		return m.Size * 0.5
	}
	if m.Face == Count { // all digits inside
		return m.Size * max(0.62, 0.3*float64(utf8.RuneCountInString(m.Text))+0.14)
	}
	return m.Size * 0.62
}

// Drop is the distance of the badge's baseline below its middle. A quotation mark is
// high.
func (m BadgeMark) Drop() float64 {
	if m.Text == "“" {
		return m.Size * 0.56
	}
	return m.Size * ascent
}

// lineHeight is the height of a line of a label, in label sizes.
const lineHeight = 1.16
