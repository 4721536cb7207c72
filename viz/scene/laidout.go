package scene

import (
	"slices"

	"proxynet/network"
)

// LaidOutNetwork is a network with its settled layouts, the input of the viewer and of
// package svg. Its JSON is the network's own, plus "layouts".
type LaidOutNetwork struct {
	*network.Network
	Layouts []Layout `json:"layouts"`
	Draft   bool     `json:"draft,omitempty"` // the layouts are only a start
}

// Layout returns the layout of that name, or nil.
func (d *LaidOutNetwork) Layout(name string) *Layout {
	for i := range d.Layouts {
		if l := &d.Layouts[i]; l.Name == name {
			return l
		}
	}
	return nil
}

// Layout is one settled arrangement of a network, made for areas of one shape.
// Lengths are in world units, which are CSS pixels at zoom 1.
type Layout struct {
	Name   string  `json:"name"` // "wide" or "tall"
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Places []Place `json:"places,omitempty"` // in the order of the network's nodes

	Frames []FramePlace `json:"frames,omitempty"` // in the order of the model's frames
	Cables [][]float64  `json:"cables,omitempty"` // x and y of the corners of each cable's line in turn, from hub to leaf
	Labels []LabelPlace `json:"labels,omitempty"`
	Counts []CableCount `json:"counts,omitempty"` // of cables that have no room for a label

	Mirrored bool `json:"mirrored,omitempty"` // left is right, since labels run from right to left

	// Dots are the places of a network that is too large for boxes: x and y of
	// each node in turn. The first layout has them; the others are the same
	// dots, scaled into their own frame.
	Dots []float64 `json:"dots,omitempty"`
}

// In returns the drawing with the network's texts, the words and the labels of nodes
// that it has in the language of the given tag, each in its place. If most labels run
// from right to left, the layouts are mirrored; nothing else differs.
func (d *LaidOutNetwork) In(language string) *LaidOutNetwork {
	in := *d
	in.Network = d.Network.In(language)
	in.Layouts = slices.Clone(d.Layouts)
	for i := range in.Layouts {
		l := &in.Layouts[i]
		l.Places = slices.Clone(l.Places)
		for j := range l.Places {
			p := &l.Places[j]
			if label, ok := p.In[language]; ok {
				p.Lines, p.Size, p.Full = label.Lines, label.Size, label.Full
			}
		}
		l.Frames = slices.Clone(l.Frames)
		for j := range l.Frames {
			if note, ok := l.Frames[j].In[language]; ok {
				l.Frames[j].Note = note
			}
		}
		l.Labels = slices.Clone(l.Labels)
		for j := range l.Labels {
			if lines, ok := l.Labels[j].In[language]; ok {
				l.Labels[j].Lines = lines
			}
		}
		l.Counts = slices.Clone(l.Counts)
		for j := range l.Counts {
			if text, ok := l.Counts[j].In[language]; ok {
				l.Counts[j].Text = text
			}
		}
		l.orient()
	}
	return &in
}

// FramePlace is the arrangement inside a frame.
type FramePlace struct {
	X       float64 `json:"x"` // left side of the title
	Y       float64 `json:"y"` // its top
	W       float64 `json:"w"`
	H       float64 `json:"h"`
	Note    string  `json:"note,omitempty"`  // text after the title
	Size    float64 `json:"size"`            // of the note
	Below   bool    `json:"below,omitempty"` // the note has a line of its own
	Entry   float64 `json:"entry"`           // x at which the lead enters
	Columns int     `json:"columns"`
	Rows    int     `json:"rows"`

	In map[string]string `json:"in,omitempty"` // the note in other languages, by tag
}

// LabelPlace is the label beside the line of a cable.
type LabelPlace struct {
	Cable int      `json:"cable"`
	X     float64  `json:"x"` // left side
	Y     float64  `json:"y"` // top
	W     float64  `json:"w"`
	H     float64  `json:"h"`
	Lines []string `json:"lines"`
	Size  float64  `json:"size"`
	Align int      `json:"align,omitempty"` // -1: its right side is at the line; 1: its left side; 0: neither

	In map[string][]string `json:"in,omitempty"` // the lines in other languages, by tag
}

// CableCount is the number of relations of a cable, shown on its line.
type CableCount struct {
	Cable int    `json:"cable"`
	Text  string `json:"text"`

	In map[string]string `json:"in,omitempty"` // in the digits of other languages, by tag
}

// Label is a node's name in another language, as its box holds it.
type Label struct {
	Lines []string `json:"lines"`
	Size  float64  `json:"size"`
	Full  string   `json:"full,omitempty"` // the whole name, if the lines are shortened
}

// Place is the place of a node: the centre and full size of its box, and its wrapped
// label.
type Place struct {
	ID    string   `json:"id"`
	X     float64  `json:"x"`
	Y     float64  `json:"y"`
	W     float64  `json:"w"`
	H     float64  `json:"h"`
	Lines []string `json:"lines"`
	Size  float64  `json:"size"`           // of the label
	Full  string   `json:"full,omitempty"` // the whole label, if the lines are shortened
	Bold  bool     `json:"bold,omitempty"`

	In map[string]Label `json:"in,omitempty"` // its names in other languages, by tag
}
