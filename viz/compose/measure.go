package compose

import (
	"math"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/place"
	"proxynet/viz/scene"
)

// widestWord is the share of the area's width that a word may take before it is
// broken.
const widestWord = 0.7

// measure returns the box and label of every node in format f, at the origin.
func measure(n *network.Network, m *diagram.Model, f *Format, languages []Language) ([]scene.Place, []place.Size) {
	places, sizes := make([]scene.Place, len(n.Nodes)), make([]place.Size, len(n.Nodes))
	word := widestWord * f.Width
	for i := range n.Nodes {
		t := f.typeOf(&m.Nodes[i])
		lines, shortened := scene.Wrap(n.Nodes[i].Label, t.Width, min(3*t.Width, word), t.Size, t.Bold)
		w, h := widest(lines, t)+2*t.PadX, float64(len(lines))*t.Size*lineHeight+2*t.PadY
		places[i] = scene.Place{ID: n.Nodes[i].ID, Lines: lines, Size: t.Size, Bold: t.Bold}
		if shortened {
			places[i].Full = n.Nodes[i].Label
		}
		for _, l := range languages {
			tag := l.Tag
			name := n.Nodes[i].Names[tag]
			if name == "" {
				continue
			}
			label := scene.FitLabel(name, w-t.PadX, h-t.PadY, word, t.Size, scene.Legible)
			w = max(w, widest(label.Lines, Type{Size: label.Size, Bold: true})+t.PadX)
			h = max(h, float64(len(label.Lines))*label.Size*lineHeight+t.PadY)
			if places[i].In == nil {
				places[i].In = map[string]scene.Label{}
			}
			places[i].In[tag] = label
		}
		sizes[i] = place.Size{W: f.cells(w), H: f.cells(h)}
		for !clearOfCorners(&n.Nodes[i], &places[i], sizes[i], cornerGap, f) {
			sizes[i].W += 2
		}
		enlarge(&n.Nodes[i], &places[i], sizes[i], t, f)
	}
	return places, sizes
}

// enlarge sets the names of node i in other languages as large as there is room for in
// its box, which is often larger than the name that it was measured with, up to the
// size of type t.
func enlarge(n *network.Node, p *scene.Place, size place.Size, t Type, f *Format) {
	w, h := float64(size.W)*f.Cell-tightPad, float64(size.H)*f.Cell-tightPad
	for tag, label := range p.In {
		for s := t.Size; s > label.Size; s -= 0.5 {
			larger := scene.FitLabel(n.Names[tag], w, h, widestWord*f.Width, s, s)
			set := scene.Place{Lines: larger.Lines, Size: s, Bold: true}
			if larger.Full == label.Full && float64(len(larger.Lines))*s*lineHeight <= h && widest(larger.Lines, Type{Size: s, Bold: true}) <= w && clearOfCorners(n, &set, size, 0, f) {
				p.In[tag] = larger
				break
			}
		}
	}
}

// tightPad is the least space on both sides of a name in another language together.
const tightPad = 1.5

// cornerGap is the least space between a line of a label and the outline's corner.
const cornerGap = 2

// clearOfCorners reports whether every line of a label is that far from the round
// corners of a box of that size.
func clearOfCorners(n *network.Node, p *scene.Place, size place.Size, gap float64, f *Format) bool {
	m := scene.BoxMark{W: float64(size.W) * f.Cell, H: float64(size.H) * f.Cell, Shape: scene.ShapeOf(n.Kind), Lines: p.Lines, Size: p.Size}
	r := m.Radius(0)
	for i, line := range p.Lines {
		right := scene.TextWidth(line, p.Size, p.Bold) / 2
		for _, y := range []float64{m.Baseline(i) - 0.72*p.Size, m.Baseline(i)} { // a capital's top, and its foot
			x, y := max(right-(m.W/2-r), 0), max(math.Abs(y)-(m.H/2-r), 0)
			if r-math.Hypot(x, y) < min(gap, r) {
				return false
			}
		}
	}
	return true
}

// title returns the size in cells of a frame's title in so many lines, and the
// lines.
func title(label string, t Type, lines int, f *Format) (place.Size, []string) {
	width := math.Inf(1)
	if lines > 1 {
		width = scene.TextWidth(label, t.Size, t.Bold) * 0.62
	}
	set, _ := scene.Wrap(label, width, widestWord*f.Width, t.Size, t.Bold)
	return place.Size{
		W: int32(math.Ceil((widest(set, t) + 10) / f.Cell)),
		H: int32(math.Ceil((float64(len(set))*t.Size*lineHeight + 4) / f.Cell)),
	}, set
}

func widest(lines []string, t Type) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, scene.TextWidth(l, t.Size, t.Bold))
	}
	return w
}
