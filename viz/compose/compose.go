package compose

import (
	"fmt"
	"math"
	"slices"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// Compose arranges n for each format, with labels in the network's language and,
// for nodes with names in them, in the given languages. The same network gives
// the same drawing on every machine.
func Compose(n *network.Network, languages ...Language) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, false)
	}
	return compose(n, nil, full, Formats, languages)
}

// Arrange returns one layout, by its name, of what Compose returns for a network of
// boxes.
func Arrange(n *network.Network, layout string, languages ...Language) (*scene.Layout, error) {
	at := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == layout })
	if at < 0 || len(n.Nodes) > scene.Boxed {
		return nil, fmt.Errorf("unknown layout %q of %d nodes", layout, len(n.Nodes))
	}
	d, err := compose(n, nil, full, Formats[at:at+1], languages)
	if err != nil {
		return nil, err
	}
	return &d.Layouts[0], nil
}

// Draft is Compose in a fifth of the time, with more crossings. Of a network too large
// for boxes it returns only a first layout, which the reader's browser improves: see
// [scene.Scene.Refinement].
func Draft(n *network.Network, languages ...Language) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, true)
	}
	return compose(n, nil, brisk, Formats, languages)
}

// Update is Compose for a network of which before, if it isn't nil, shows an
// earlier version: nodes keep their places as far as possible. Of a network too large for
// boxes it returns a first layout, as [Draft] does.
func Update(n *network.Network, before *scene.LaidOutNetwork, languages ...Language) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, true)
	}
	return compose(n, before, full, Formats, languages)
}

// Sketch is Update in a fraction of the time, for a picture that follows an author's
// edits: nodes of before keep their places, lines cross more often, and a label of the
// lead may be missing. The network may be unfinished: see [Sketcher.Draw].
func Sketch(n *network.Network, before *scene.LaidOutNetwork, languages ...Language) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed {
		return scene.Spread(n, true)
	}
	d := &scene.LaidOutNetwork{Network: n}
	for _, f := range Formats {
		s, err := NewSketcher(f.Name, languages...)
		if err != nil {
			return nil, err
		}
		if l := earlier(before, f.Name); l != nil && len(l.Places) > 0 {
			s.take(&sketch{layout: l})
		}
		one, err := s.Draw(n)
		if err != nil {
			return nil, err
		}
		d.Layouts = append(d.Layouts, *earlier(one, f.Name))
	}
	return d, nil
}

// compose arranges a network of boxes in each of the formats. If before isn't nil, the
// search starts from its places.
func compose(n *network.Network, before *scene.LaidOutNetwork, b budget, formats []Format, languages []Language) (*scene.LaidOutNetwork, error) {
	if err := complete(n); err != nil {
		return nil, err
	}
	d := &scene.LaidOutNetwork{Network: n}
	m := diagram.New(n)
	layouts, errs := make([]*scene.Layout, len(formats)), make([]error, len(formats))
	parallel(len(formats), func(i int) {
		layouts[i], _, errs[i] = newPicture(n, m, formats[i], b, languages).layout(earlier(before, formats[i].Name))
	})
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("network %q, layout %q: %w", n.ID, formats[i].Name, err)
		}
		d.Layouts = append(d.Layouts, *layouts[i])
	}
	d.Orient()
	return d, nil
}

// newPicture returns a picture of n, of which m is the model, in a format.
func newPicture(n *network.Network, m *diagram.Model, f Format, b budget, languages []Language) *picture {
	p := &picture{phrasing: phrasing{n: n, model: m, format: &f, words: English()}, budget: b}
	for _, l := range languages {
		if l.Tag == n.Lang {
			p.words = l.Words
		} else {
			p.languages = append(p.languages, l)
		}
	}
	return p
}

// complete returns an error if an end of a relation isn't in n: its line would
// have nowhere to go.
func complete(n *network.Network) error {
	known := make(map[string]bool, len(n.Nodes))
	for i := range n.Nodes {
		known[n.Nodes[i].ID] = true
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		for _, id := range [2]string{r.From, r.To} {
			if !known[id] {
				return fmt.Errorf("relation %q: there is no node %q", r.ID, id)
			}
		}
	}
	return nil
}

// earlier returns the layout of that name in d, not mirrored, or nil.
func earlier(d *scene.LaidOutNetwork, name string) *scene.Layout {
	if d == nil {
		return nil
	}
	for i := range d.Layouts {
		if d.Layouts[i].Name == name {
			return d.Layouts[i].Plain()
		}
	}
	return nil
}

// layout arranges the picture in one format. If lines don't fit, it makes room for them:
// see [picture.loosen]. If that doesn't help, or boxes don't fit, it tries another seed in
// a larger area: see [picture.grow]. A layout that fits but lacks a label of the lead is
// rejected labelTries times, half as often where room was made. If the search can start from the places of before, that
// attempt is accepted if it fits.
func (p *picture) layout(before *scene.Layout) (*scene.Layout, *draft, error) {
	var boxes []scene.Place
	boxes, p.sizes = measure(p.n, p.model, p.format, p.languages)
	for p.widen(); before != nil && (before.Width > p.format.Width || before.Height > p.format.Height); {
		p.grow() // the earlier layout needed it, too
	}
	start := p.start(before)
	p.roomy = start == nil && p.format.Roomy
	unlabelled := 0 // layouts rejected for a missing label
	for range fitTries {
		p.nets = scene.Nets(p.model, &p.format.Cable)
		p.labels = p.lineLabels()
		p.in = p.placeInput()
		d := p.best(start)
		crowded, reject := overlaps(&p.in, &d.placement) > 0, 1
		if d.result.Failed > 0 && !p.budget.hasty && !crowded {
			d, reject = p.loosen(d), 2 // to search again costs more
		}
		switch {
		case crowded || d.result.Failed > 0 && p.budget.hasty:
			p.grow()
		case d.result.Failed > 0: // the area has grown
		case start != nil: // keeping nodes in place matters more than a label
			return p.finish(boxes, d), d, nil
		case d.missing > 0 && unlabelled < p.budget.labelTries:
			unlabelled += reject
		default:
			// Nudging may move lines into the area reserved for a label.
			d = p.more(d)
			l := p.finish(boxes, d)
			if unlabelled >= p.budget.labelTries || p.labelsLead(l) {
				return l, d, nil
			}
			unlabelled += reject
		}
		start = nil
		p.format.Seed++
		p.roomy = p.roomy || p.format.Roomy || d.missing > 0
	}
	return nil, nil, message.Errorf("boxes and lines don't fit after %d attempts; shorten the labels", fitTries)
}

// growth is the factor by which [picture.grow] makes the area higher; after so many
// times it makes it wider, too.
const (
	growth      = 1.1
	largeGrowth = 1.2 // of a large network
	tallOnly    = 15
)

// grow enlarges the area: first in its shape, as far as the smallest label remains
// legible where the whole picture is shown in the format's own area; from then on
// in height only. A reader of such a long picture moves down it, as down a column of
// text, and no label becomes smaller. A sketch, which is shown as a whole, always keeps
// its shape: boxes that keep their shares of it stay where they are.
func (p *picture) grow() {
	f := p.format
	wider := f.Width * growth
	if p.budget.hasty {
		ratio := f.Height / f.Width
		f.Width = math.Round(wider/f.Cell) * f.Cell
		f.Height = hundredth(f.Width * ratio)
		return
	}
	if p.grown == 0 {
		wider = math.Floor(f.Width*f.Label/scene.Legible/f.Cell) * f.Cell
	}
	switch {
	case p.grown == 0 && wider > f.Width:
		f.Width, f.Height = wider, hundredth(f.Height*wider/f.Width)
	case p.grown > tallOnly: // something doesn't fit the width
		f.Width = math.Ceil(wider/f.Cell) * f.Cell
		fallthrough
	default:
		step := growth
		if p.large() {
			step = largeGrowth
		}
		f.Height = math.Ceil(f.Height*step/f.Cell) * f.Cell
	}
	p.grown++
}

// large reports whether routing takes too long to try areas that may not fit.
func (p *picture) large() bool { return len(p.n.Nodes) > 2*usual }

// maxCoverage is the share of the area that boxes with their gaps may cover.
const maxCoverage = 0.6

// From usualCables cables on, the area that each needs grows with their number, as lines
// become longer and pass more boxes; crowding more of them double it.
const (
	usualCables = 50
	crowding    = 200
)

// widen enlarges an area that is clearly too small for the boxes or the lines, to the
// height that they need.
func (p *picture) widen() {
	for !p.fits(1) {
		if f := p.format; p.grown == 0 || p.budget.hasty {
			p.grow()
		} else {
			f.Height = math.Ceil(p.needed()/f.Width/f.Cell) * f.Cell
		}
	}
}

// fits reports whether a share of the area's width and height isn't clearly too small
// for the boxes and the lines.
func (p *picture) fits(share float64) bool {
	return p.needed() <= share*share*p.format.Width*p.format.Height
}

// needed returns the least area for the boxes and the lines, in square pixels.
func (p *picture) needed() float64 {
	covered := 0.0
	for _, s := range p.sizes {
		covered += float64(s.W+p.format.Gap) * float64(s.H+p.format.Gap)
	}
	cables := float64(len(p.model.Cables))
	return max(covered*p.format.Cell*p.format.Cell/maxCoverage, p.format.PerCable*cables*(1+max(cables-usualCables, 0)/crowding))
}
