package layout

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
)

// Frame is the area that every box of an arrangement must lie inside: from
// (0, 0) at the top left to (W, H).
type Frame struct{ W, H float64 }

// ErrFrame is that of boxes that don't fit their frame.
var ErrFrame = errors.New("the boxes don't fit the frame")

// Arrange returns places for the nodes of g, which is small, that make a picture
// fit to print. Every box lies inside the frame and at least the gap away from
// all others: that is sure. As far as the search finds it, nodes stand near their
// ranks and in their order, and crossings, intrusions, long edges and crowding
// are few. Edges of greater weight are kept shorter and more upright. Homes are
// ignored.
//
// It takes seconds for 30 nodes, and grows with the square of their number. It
// fails with [ErrFrame] if the boxes don't fit the frame.
func Arrange(g Graph, f Frame, s Settings) ([]Point, error) {
	if err := g.Validate(); err != nil {
		return nil, err
	}
	if err := s.Validate(); err != nil {
		return nil, err
	}
	if err := f.validate(g.Boxes); err != nil {
		return nil, err
	}
	if len(g.Boxes) == 0 {
		return nil, nil
	}
	drafts := begin(g, f, s)
	sweeps := min(s.Arrange.Sweeps, s.Arrange.Sweeps*30/len(g.Boxes))
	drafts = refine(drafts, sweeps, s.Arrange.Threshold)
	drafts = drafts[:(len(drafts)+3)/4]
	drafts = refine(drafts, 4*sweeps, s.Arrange.Threshold/4)
	best := drafts[0].picture
	if err := best.finish(); err != nil {
		return nil, err
	}
	return best.place, nil
}

// validate reports a frame that is no area, and the first box that is larger.
func (f Frame) validate(boxes []Box) error {
	if !(f.W > 0 && f.W <= Limit && f.H > 0 && f.H <= Limit) {
		return fmt.Errorf("layout: frame is %g × %g; sides must lie above 0 and not above %g", f.W, f.H, Limit)
	}
	for i, b := range boxes {
		if w, h := b.W-f.W, b.H-f.H; w > 0 || h > 0 {
			return fmt.Errorf("layout: %w: box %d is %g × %g: %g too wide and %g too high for a frame of %g × %g",
				ErrFrame, i, b.W, b.H, max(w, 0), max(h, 0), f.W, f.H)
		}
	}
	return nil
}

// draft is one of several pictures, of which the best is kept.
type draft struct {
	*picture
	rng  *rand.Rand
	cost float64
}

// begin returns drafts with every node at its rank, or anywhere if it has none.
func begin(g Graph, f Frame, s Settings) []draft {
	drafts := make([]draft, s.Arrange.Drafts)
	for k := range drafts {
		p, rng := newPicture(g, f, s), rand.New(rand.NewPCG(s.Seed, uint64(k)))
		for i := range p.place {
			to := Point{float64(rng.Float64() * f.W), float64(rng.Float64() * f.H)}
			if r := p.rank[i]; ranked(r) {
				to.Y = r
			}
			p.place[i] = p.within(int32(i), to)
		}
		drafts[k] = draft{picture: p, rng: rng}
	}
	return drafts
}

// refine anneals the drafts, side by side, and returns them by their cost.
func refine(drafts []draft, sweeps int, threshold float64) []draft {
	var all sync.WaitGroup
	for k := range drafts {
		all.Go(func() {
			d := &drafts[k]
			d.anneal(d.rng, sweeps, threshold)
			d.cost = d.total()
		})
	}
	all.Wait()
	slices.SortStableFunc(drafts, func(a, b draft) int { return cmp.Compare(a.cost, b.cost) })
	return drafts
}
