package scene

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"proxynet/network"
	"proxynet/viz/layout"
)

// Format is a shape of area for which a layout is made.
type Format struct {
	Name          string
	Width, Height float64 // of the frame that the layout fills, in world units
	Label         float64 // size of the smallest label
	Grow          float64 // what the most related node's label has beyond it
	PadX, PadY    float64 // between label and outline
	LabelWidth    float64 // beyond which a label of the smallest size is broken into lines
	Seed          uint64  // of the layout

	PointLabel, PointGrow float64 // in point mode: size of the least important label, and what the most important one has beyond it
}

// Formats lists the layouts that every drawing has: one for areas wider than
// high, one for phones. WideAspect tells which fits.
var Formats = []Format{
	{Name: "wide", Width: 868, Height: 660, Label: 12, Grow: 5, PadX: 9, PadY: 6, LabelWidth: 104, Seed: 8, PointLabel: 13.5, PointGrow: 3},
	{Name: "tall", Width: 374, Height: 610, Label: 10.5, Grow: 3, PadX: 5, PadY: 4, LabelWidth: 66, Seed: 5, PointLabel: 12, PointGrow: 1.5},
}

// formatOf returns the format that l was made in; the first for any other.
func formatOf(l *Layout) *Format {
	for i := range Formats {
		if Formats[i].Name == l.Name {
			return &Formats[i]
		}
	}
	return &Formats[0]
}

// WideAspect is the ratio of width to height from which on an area shows the
// wide layout.
const WideAspect = 1.1

// Compose lays n out for each format, with labels in the network's language and,
// where nodes have names in them, in the given ones. The same network gives the
// same drawing.
func Compose(n *network.Network, languages ...string) (*Drawing, error) {
	return compose(n, languages, false)
}

// Draft is Compose, but for a network too large for boxes it only begins: the
// reader's browser is to go on, see [Scene.Refinement].
func Draft(n *network.Network, languages ...string) (*Drawing, error) {
	return compose(n, languages, true)
}

func compose(n *network.Network, languages []string, draft bool) (*Drawing, error) {
	if len(n.Nodes) > Boxed {
		return spread(n, draft)
	}
	d := &Drawing{Network: n}
	index := make(map[string]int32, len(n.Nodes))
	for i, node := range n.Nodes {
		index[node.ID] = int32(i)
	}
	var edges []layout.Edge
	var weights []float64
	for _, r := range n.Relations {
		edges = append(edges, layout.Edge{From: index[r.From], To: index[r.To]})
		w := 1.0
		if slices.Contains(n.Lead, r.ID) {
			w = leading
		}
		weights = append(weights, w)
	}
	for _, f := range Formats {
		places := boxes(n, f, languages)
		g := layout.Graph{Edges: edges, Weight: weights, Rank: ranks(n, f)}
		for _, p := range places {
			g.Boxes = append(g.Boxes, layout.Box{W: p.W, H: p.H})
		}
		settings := layout.Defaults()
		settings.Seed = f.Seed
		at, err := arrange(g, &f, settings)
		if err != nil {
			return nil, fmt.Errorf("network %q, layout %q: %w", n.ID, f.Name, err)
		}
		for i := range places {
			places[i].X, places[i].Y = hundredth(at[i].X+margin), hundredth(at[i].Y+margin)
		}
		d.Layouts = append(d.Layouts, Layout{Name: f.Name, Width: f.Width, Height: f.Height, Places: places})
	}
	return d, nil
}

// arrange lays g out in f's frame. Where many long labels don't fit, the frame is
// made larger, and with it all else smaller in the picture.
func arrange(g layout.Graph, f *Format, settings layout.Settings) ([]layout.Point, error) {
	for tries := 1; ; tries++ {
		at, err := layout.Arrange(g, layout.Frame{W: f.Width - 2*margin, H: f.Height - 2*margin}, settings)
		if !errors.Is(err, layout.ErrFrame) || tries == frames {
			return at, err
		}
		f.Width, f.Height = math.Round(f.Width*larger), math.Round(f.Height*larger)
	}
}

// hundredth rounds to what a picture can show, so that files stay small.
func hundredth(v float64) float64 { return math.Round(v*100) / 100 }

// boxes measures the label of every node. The more relations are documented,
// the larger the label. Names in other languages are fitted into the box, which
// grows where one would be too small to read.
func boxes(n *network.Network, f Format, languages []string) []Place {
	degree := make(map[string]int, len(n.Nodes))
	most := 1
	for _, r := range n.Relations {
		degree[r.From]++
		degree[r.To]++
		most = max(most, degree[r.From], degree[r.To])
	}
	places := make([]Place, len(n.Nodes))
	for i, node := range n.Nodes {
		size := f.Label + f.Grow*math.Sqrt(float64(degree[node.ID])/float64(most))
		size = math.Round(size*2) / 2
		lines, shortened := wrap(node.Label, f.LabelWidth*size/f.Label, size, true)
		p := Place{
			ID: node.ID, Lines: lines, Size: size,
			W: math.Ceil(widest(lines, size, true) + 2*f.PadX),
			H: math.Ceil(float64(len(lines))*size*lineHeight + 2*f.PadY),
		}
		if shortened {
			p.Full = node.Label
		}
		for _, tag := range languages {
			name := node.Names[tag]
			if name == "" {
				continue
			}
			label := fitLabel(name, p.W-f.PadX, p.H-f.PadY, size)
			p.W = max(p.W, math.Ceil(widest(label.Lines, label.Size, true)+f.PadX))
			p.H = max(p.H, math.Ceil(float64(len(label.Lines))*label.Size*lineHeight+f.PadY))
			if p.In == nil {
				p.In = map[string]Label{}
			}
			p.In[tag] = label
		}
		places[i] = p
	}
	return places
}

// fitLabel sets name as large as it can be in a box of the given size, at most in
// the given size of label. Where it must be smaller than most of that, it keeps
// out of the box.
func fitLabel(name string, width, height, size float64) Label {
	for s := size; ; s -= 0.5 {
		lines, shortened := wrap(name, width, s, true)
		label := Label{Lines: lines, Size: s}
		if shortened {
			label.Full = name
		}
		fits := widest(label.Lines, s, true) <= width && float64(len(label.Lines))*s*lineHeight <= height
		if fits || s-0.5 < legible*size {
			return label
		}
	}
}

const (
	legible    = 0.75 // of the size of the label in the network's language
	margin     = 4    // around the frame, for outlines
	leading    = 4    // weight of a leading relation, which is drawn straighter and shorter
	lineHeight = 1.18 // of labels, in label sizes

	larger = 1.15 // factor by which a frame grows
	frames = 8    // most that are tried
)
