package scene

// A hollow line is wider by Hollow than a full one; its two rails are Rail wide.
// Band is the width of the ground of a strand that leads or is selected.
const (
	Hollow = 1.8
	Rail   = 1.1
	Band   = 13
)

// Veil is how opaque the disc is that shows a measure, and Ring its outline.
// Glow is how opaque the ground of a strand in focus is.
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
	middle := m.At.Y + (float64(i)-float64(len(m.Lines)-1)/2)*m.Size*lineHeight
	return middle + m.Size*ascent
}

// textAlpha is the emphasis of a name whose node has the given one: what stands
// back without being out of the question can still be read.
func (t *Settings) textAlpha(alpha float64) float64 {
	switch {
	case alpha <= t.Whisper:
		return alpha
	case alpha <= t.Perhaps:
		return t.Whisper + (alpha-t.Whisper)/(t.Perhaps-t.Whisper)*(t.Legible-t.Whisper)
	}
	return t.Legible + (alpha-t.Perhaps)/(1-t.Perhaps)*(1-t.Legible)
}

// Fill, Edge and Ink are the paints of the box's ground, outline and label. What
// a what-if takes out or cuts off is hollow.
func (m BoxMark) Fill() Paint {
	if m.Gone || m.Lost {
		return Paper
	}
	return Fill(m.Kind)
}

func (m BoxMark) Edge() Paint {
	switch {
	case m.Gone:
		return Muted
	case m.Lost:
		return Accent
	}
	return Edge(m.Kind)
}

func (m BoxMark) Ink() Paint {
	if m.Gone {
		return Muted
	}
	return Ink
}

// Strike returns the ends of the line that strikes label line i out, where the
// node is taken out.
func (m BoxMark) Strike(i int) (from, to Vec) {
	half := TextWidth(m.Lines[i], m.Size, true) / 2
	y := m.Baseline(i) - m.Size*0.28
	return Vec{m.At.X - half, y}, Vec{m.At.X + half, y}
}

// Radius returns the radius of the corners of the outline that lies so far
// inside the box's.
func (m BoxMark) Radius(inset float64) float64 {
	if m.Shape.Radius == Round {
		one := m.H - float64(len(m.Lines)-1)*m.Size*lineHeight // the height, were the label one line
		return max(min(m.H/2, roundest*one)-inset, 0)
	}
	return max(m.Shape.Radius-inset, 0)
}

// Radius returns the radius of the badge's disc.
func (m BadgeMark) Radius() float64 { return m.Size * 0.62 }

// Drop is how far the badge's baseline lies below its middle. A quotation mark
// hangs high.
func (m BadgeMark) Drop() float64 {
	if m.Text == "“" {
		return m.Size * 0.56
	}
	return m.Size * ascent
}
