package scene

// A hollow line is wider by Hollow than a full one; its two rails are Rail wide.
// Band is the width of the ground of a strand that leads or is selected.
const (
	Hollow = 1.8
	Rail   = 1.1
	Band   = 13
)

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

// Radius returns the radius of the corners of the outline that lies so far
// inside the box's.
func (m BoxMark) Radius(inset float64) float64 {
	if m.Shape.Radius == Round {
		return m.H/2 - inset
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
