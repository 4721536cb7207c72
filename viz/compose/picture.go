package compose

import (
	"proxynet/network"
	"proxynet/network/message"
	"proxynet/viz/diagram"
	"proxynet/viz/place"
	"proxynet/viz/route"
	"proxynet/viz/scene"
)

// picture is a network in one format, on its way to a layout.
type picture struct {
	phrasing
	sizes  []place.Size
	in     place.Input
	nets   []route.Net
	budget budget

	labels []lineLabel // to be written beside lines
	roomy  bool        // the placement keeps room for the verbs of the lead
	grown  int         // how often the area was enlarged
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

// layout arranges the picture in one format. If lines don't fit, it makes room for them:
// see [loosening]. If that doesn't help, or boxes don't fit, it tries another seed in
// a larger area: see [picture.grow]. A layout that fits but lacks a label of the lead is
// rejected labelTries times, half as often where room was made. If the search can start
// from the places of before, that attempt is accepted if it fits.
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
		p.in = inputs{p}.placement()
		d := p.best(start)
		crowded, reject := overlaps(&p.in, &d.placement) > 0, 1
		if d.result.Failed > 0 && !p.budget.hasty && !crowded {
			d, reject = loosening{p}.run(d), 2 // to search again costs more
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
