package compose

import (
	"math"

	"proxynet/viz/scene"
)

// growth is the factor by which [picture.grow] makes the area higher; after so many
// times it makes it wider, too.
const (
	growth      = 1.1
	largeGrowth = 1.2 // of a large network
	tallOnly    = 15
)

// grow enlarges the area: first in its shape, as far as the smallest label remains
// legible when the whole picture is shown in the format's own area; then in height
// only. Readers scroll down such a long picture as down a column of text, and no label
// becomes smaller. A sketch, which is shown as a whole, always keeps its shape, so that
// boxes stay where they are.
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

// Above usualCables cables, the area that each needs grows with their number, as lines
// become longer and pass more boxes; crowding more cables double it.
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
